import ArchBridge
import Dispatch
import Glibc
import Testing

/// How warm helpers and those of their clients end, and what is left of them.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct WarmEndTests {
  // MARK: Clients

  @Test(arguments: Architecture.all)
  func `a crash is told with its signal and hurts nobody else`(
    _ architecture: Architecture
  ) throws {
    try withWarm("deaths", architecture) { warm in
      let other = try warm.client()
      let crashing = try warm.client()
      expect(.helperEnded, "die_by_segmentation_fault", "signal 11") {
        let _: Int = try crashing.die_by_segmentation_fault()
      }
      expect(.helperEnded, "exit status 7") {
        try other.call("die_by_exit", 7, as: Void.self)
      }
      expect(.helperEnded, "Killed") { let _: Int = try warm.use { try $0.die_by_kill() } }
      #expect(warm.helper.isWarm)
    }
  }

  @Test func `a warm client that is killed from outside says so`() throws {
    try withWarm("adder") { warm in
      try warm.use { lib in
        kill(lib.helperProcessID, SIGKILL)
        expect(.helperEnded, "add", "Killed") { let _: Int = try lib.add(1, 2) }
      }
    }
  }

  @Test func `a library that closes every descriptor hurts nobody else`() throws {
    try withWarm("deaths") { warm in
      let other = try warm.client()
      let closed: Int = try warm.use { try $0.close_everything() }
      let again: Int = try other.close_everything()
      #expect((closed, again) == (0, 0))
      let more: Int = try warm.use { try $0.close_everything() }
      #expect(more == 0)
    }
  }

  @Test func `a warm client's helper is gone once it is closed`() throws {
    try withWarm("adder") { warm in
      let helper = try warm.use { $0.helperProcessID }
      #expect(!processExists(helper))
    }
  }

  @Test func `clean-up that hangs is cut short`() throws {
    try withWarm("cleanup") { warm in
      var configuration = warm.helper.configuration
      configuration.closeTimeout = .milliseconds(20)
      configuration.output = OutputCapture().destination
      let helper = try withLibrary(warm.library, configuration: configuration) { lib in
        try lib.call("hang_at_end", as: Void.self)
        return lib.helperProcessID
      }
      #expect(!processExists(helper))
    }
  }

  @Test(arguments: Architecture.all)
  func `two hundred sessions leave no process behind`(_ architecture: Architecture) throws {
    try withWarm("adder", architecture) { warm in
      let template = try #require(warm.helper.processID)
      for number in 0..<200 {
        let sum: Int = try warm.use { try $0.add(number, 1) }
        #expect(sum == number + 1)
      }
      #expect(try children(of: template) == [])
    }
  }

  @Test func `two hundred sessions leave no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      let fixture = try WarmFixture("adder")
      _ = try fixture.use { $0.helperProcessID }
      let before = openDescriptorCount()
      for _ in 0..<200 { _ = try fixture.use { $0.helperProcessID } }
      try #require(openDescriptorCount() == before)
      fixture.helper.close()
    }
  }

  // MARK: The warm helper

  @Test func `closing ends a helper that nobody uses`() throws {
    let warm = try WarmHelper(Fixture.path("adder", .i386))
    let process = try #require(warm.processID)
    warm.close()
    warm.close()
    #expect(!processExists(process))
    #expect(!warm.isWarm && warm.processID == nil)
  }

  @Test func `a warm helper ends with the last reference to it`() throws {
    var process: Int32?
    do { process = try WarmHelper(Fixture.path("adder", .i386)).processID }
    #expect(!processExists(try #require(process)))
  }

  @Test func `clients go on after it is closed, and the last one ends it`() throws {
    let warm = try WarmFixture("warm")
    let process = try #require(warm.helper.processID)
    let clients = [try warm.client(), try warm.client()]
    warm.helper.close()
    for client in clients {
      #expect(processExists(process))
      let counts: [Int] = [try client.count_up(), try client.count_up()]
      #expect(counts == [1, 2])
      client.close()
    }
    #expect(!processExists(process))
  }

  @Test func `no client is made from one that is closed`() throws {
    let warm = try WarmFixture("adder")
    let configuration = warm.helper.configuration
    warm.helper.close()
    expect(.sessionClosed, "libadder.so", "closed") {
      _ = try LibraryClient(warm.library, configuration: configuration)
    }
  }

  @Test func `its clients end with it when it is killed, and new ones start cold`() throws {
    try withWarm("adder") { warm in
      let process = try #require(warm.helper.processID)
      let client = try warm.client()
      kill(process, SIGKILL)
      while try !hasEnded(client.helperProcessID) { sched_yield() }
      expect(.helperEnded) { let _: Int = try client.add(1, 2) }
      let sum: Int = try warm.use { try $0.add(1, 2) }
      #expect(sum == 3)
      #expect(!warm.helper.isWarm)
    }
  }

  @Test func `it and its clients end with their controller`() async throws {
    let result = await #expect(
      processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]
    ) {
      let warm = try WarmFixture("adder", output: OutputCapture().destination)
      let client = try warm.client(output: OutputCapture().destination)
      let text = "helpers=\(warm.helper.processID ?? 0) \(client.helperProcessID)\n"
      write(STDOUT_FILENO, text, text.utf8.count)
      kill(getpid(), SIGKILL)
      client.close()
    }
    let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    let line = output.split(separator: "\n").first { $0.hasPrefix("helpers=") }
    let helpers = line?.dropFirst("helpers=".count).split(separator: " ").compactMap { Int32($0) }
    let both = try #require(helpers)
    #expect(both.count == 2)
    let deadline = ContinuousClock.now + .seconds(5)
    while try !both.allSatisfy(hasEnded), ContinuousClock.now < deadline { await Task.yield() }
    #expect(try both.allSatisfy(hasEnded))
  }
}

/// How many descriptors this process has open.
private func openDescriptorCount() -> Int {
  (0..<256).count { fcntl($0, F_GETFD) >= 0 }
}
