import ArchBridge
import Foundation
import Glibc
import Testing

/// A helper that ends in the middle of a session.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct DeathTests {
  /// A function that ends its process, and how that is told.
  struct Death: Sendable, CustomTestStringConvertible {
    var function: String
    var argument: Int?
    var status: HelperExitStatus
    var words: String
    var testDescription: String { function }
  }

  private static let deaths = [
    Death(
      function: "die_by_segmentation_fault", status: .signalled(SIGSEGV),
      words: "Segmentation fault"),
    Death(function: "die_by_abort", status: .signalled(SIGABRT), words: "Aborted"),
    Death(function: "die_by_exit", argument: 3, status: .exited(3), words: "exit status 3"),
    Death(function: "die_by_exit", argument: 0, status: .exited(0), words: "exit status 0"),
    Death(function: "die_by_quick_exit", argument: 4, status: .exited(4), words: "exit status 4"),
    Death(
      function: "die_by_division", status: .signalled(SIGFPE), words: "Floating point exception"),
    Death(function: "die_by_kill", status: .signalled(SIGKILL), words: "Killed"),
    Death(function: "die_by_termination", status: .signalled(SIGTERM), words: "Terminated"),
    Death(
      function: "die_by_recursion", status: .signalled(SIGSEGV), words: "Segmentation fault"),
  ]

  private func withDeaths<Value>(
    _ architecture: Architecture = .i386,
    over channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture(
      "deaths", architecture,
      configuration: .init(output: OutputCapture().destination, channel: channel), body)
  }

  private func die(_ death: Death, _ lib: LibraryClient) throws(BridgeError) -> Int {
    if let argument = death.argument { return try lib.call(death.function, argument) }
    return try lib.call(death.function)
  }

  @Test(arguments: deaths, Architecture.all)
  func `a helper's end is an error that names the function and the reason`(
    _ death: Death, _ architecture: Architecture
  ) throws {
    try withDeaths(architecture) { lib in
      expect(.helperEnded, death.function, death.words) { _ = try die(death, lib) }
    }
  }

  @Test(arguments: deaths, Architecture.all)
  func `a helper's end has its status`(_ death: Death, _ architecture: Architecture) throws {
    try withDeaths(architecture) { lib in
      let error = #expect(throws: BridgeError.self) { _ = try die(death, lib) }
      #expect(error?.exitStatus == death.status)
    }
  }

  @Test(arguments: deaths)
  func `a helper that has ended is gone`(_ death: Death) throws {
    try withDeaths { lib in
      _ = try? die(death, lib)
      #expect(!processExists(lib.helperProcessID))
    }
  }

  @Test func `later calls give the first reason again`() throws {
    try withDeaths { lib in
      let first = #expect(throws: BridgeError.self) { let _: Int = try lib.die_by_abort() }
      let later = #expect(throws: BridgeError.self) { let _: Int = try lib.die_by_exit(1) }
      #expect(later?.code == first?.code && later?.exitStatus == first?.exitStatus)
      #expect(later?.symbol == "die_by_abort")
      #expect(
        later?.message.hasPrefix(
          "die_by_abort ended the session earlier: the helper ended: signal 6 (Aborted), in ")
          == true)
    }
  }

  @Test func `closing does not hide the reason`() throws {
    let error = #expect(throws: BridgeError.self) {
      try withDeaths { lib in let _: Int = try lib.die_by_abort() }
    }
    #expect(error?.exitStatus == .signalled(SIGABRT))
  }

  @Test func `an asynchronous call tells the reason too`() async throws {
    let error = await #expect(throws: BridgeError.self) {
      try await withFixture("deaths") { lib in let _: Int = try await lib.die_by_exit(3) }
    }
    #expect(error?.exitStatus == .exited(3))
  }

  @Test func `another client starts afresh`() throws {
    try withDeaths { lib in let _: Int? = try? lib.die_by_abort() }
    let sum: Int = try withFixture("adder") { try $0.add(1, 2) }
    #expect(sum == 3)
  }

  @Test(arguments: Architecture.all)
  func `a library that closes every descriptor disturbs no call`(
    _ architecture: Architecture
  ) throws {
    try withDeaths(architecture) { lib in
      let first: Int = try lib.close_everything()
      let second: Int = try lib.close_everything()
      #expect((first, second) == (0, 0))
    }
  }

  @Test(arguments: Architecture.all)
  func `a library that closes the pipe is an error at once`(
    _ architecture: Architecture
  ) throws {
    try withDeaths(architecture, over: .pipe) { lib in
      expect(.helperEnded, "close_everything", "lost its channel") {
        let _: Int = try lib.close_everything()
      }
    }
  }

  // MARK: While a library is loaded

  @Test(arguments: Architecture.all)
  func `a library that exits while it is loaded is named`(_ architecture: Architecture) throws {
    expect(.helperEnded, "libexits_on_load.so", "exit status 7") {
      try withFixture("exits_on_load", architecture) { _ = $0 }
    }
  }

  @Test(arguments: Architecture.all)
  func `a library that crashes while it is loaded is named`(_ architecture: Architecture) throws {
    expect(.helperEnded, "libcrashes_on_load.so", "Segmentation fault") {
      try withFixture("crashes_on_load", architecture) { _ = $0 }
    }
  }

  // MARK: From outside

  @Test(arguments: Architecture.all)
  func `a helper that is killed during a call is an error at once`(
    _ architecture: Architecture
  ) throws {
    let capture = OutputCapture()
    try withFixture(
      "sleeper", architecture, configuration: .init(output: capture.destination)
    ) { lib in
      let helper = lib.helperProcessID
      DispatchQueue.global().async {
        capture.wait(for: "asleep")
        kill(helper, SIGKILL)
      }
      expect(.helperEnded, "sleep_forever", "Killed") { let _: Int = try lib.sleep_forever() }
    }
  }

  @Test func `a helper that is killed between calls is an error at the next`() throws {
    try withFixture("adder") { lib in
      kill(lib.helperProcessID, SIGKILL)
      expect(.helperEnded, "add", "Killed") { let _: Int = try lib.add(1, 2) }
    }
  }

  @Test func `a helper ends with its controller`() async throws {
    let result = await #expect(
      processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]
    ) {
      let lib = try LibraryClient(
        Fixture.path("adder", .i386), configuration: .init(output: OutputCapture().destination))
      // One write: nothing of it is left in a buffer when the end comes.
      let text = "helper=\(lib.helperProcessID)\n"
      write(STDOUT_FILENO, text, text.utf8.count)
      kill(getpid(), SIGKILL)
      lib.close()
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let line = output.split(separator: "\n").first { $0.hasPrefix("helper=") }
    let helper = try #require(Int32(line?.dropFirst("helper=".count) ?? ""))
    let deadline = ContinuousClock.now + .seconds(5)
    while kill(helper, 0) == 0 && !isZombie(helper) && ContinuousClock.now < deadline {
      await Task.yield()
    }
    #expect(kill(helper, 0) != 0 || isZombie(helper))
  }

  /// Whether a process has ended and waits for somebody to take its status.
  private func isZombie(_ process: Int32) -> Bool {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return status?.contains(") Z ") ?? true
  }
}
