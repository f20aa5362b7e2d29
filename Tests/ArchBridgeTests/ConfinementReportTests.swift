import ArchBridge
import Foundation
import Testing

/// How what is refused, and what is used up, is told.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct ConfinementReportTests {
  private func withEscape<Value>(
    _ architecture: Architecture = .i386, _ configuration: LibraryClient.Configuration,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("escape", architecture, configuration: configuration) { library in
      try library.declare(EscapeFixture.declarations)
      return try body(library)
    }
  }

  @Test(arguments: [LibraryClient.Configuration.ChannelKind.sharedMemory, .pipe])
  func `refusals are counted by system call`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(
      architecture: .x86_64, output: capture.destination, channel: channel,
      confinement: .noNetwork)
    let refusals = try withEscape(.x86_64, configuration) { library in
      #expect(library.refusals == [])
      for name in ["socket_inet", "kernel_keys", "socket_unix"] {
        let code: Int32 = try library.attempt(name)
        #expect(code == EPERM)
      }
      return library.refusals
    }
    #expect(refusals.map(\.description) == ["socket (2 times)", "keyctl"])
    #expect(capture.error == "archbridge: refused: socket\narchbridge: refused: keyctl\n")
  }

  @Test(arguments: Architecture.all)
  func `system calls of the other architecture are refused as well`(
    _ architecture: Architecture
  ) throws {
    for (level, isRefused) in [
      (LibraryClient.Configuration.Confinement.none, false), (.noNetwork, true),
    ] {
      try withEscape(architecture, .init(confinement: level)) { library in
        let process: Int32 = try library.foreign_process_id()
        #expect(process == library.helperProcessID)
        let socket: Int32 = try library.foreign_socket()
        #expect(isRefused ? socket == -EPERM : socket >= 0)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a system call of the other architecture ends a strictly confined helper`(
    _ architecture: Architecture
  ) throws {
    let error = thrown {
      try withEscape(architecture, .init(confinement: .strict)) { library in
        let _: Int32 = try library.call("attempt", "socket_inet")
        let _: Int32 = try library.foreign_process_id()
      }
    }
    #expect(error?.code == .helperEnded && error?.exitStatus == .signalled(SIGSYS))
    #expect(error?.description.contains("another architecture") == true)
    #expect(error?.description.contains("refused before: socket") == true)
  }

  @Test(arguments: Architecture.all)
  func `a refusal that cannot be told ends the helper`(_ architecture: Architecture) {
    expect(.helperEnded, "blocks SIGSYS") {
      try withEscape(architecture, .init(confinement: .strict)) { library in
        let _: Int32 = try library.socket_with_signals_blocked()
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `memory is limited`(_ architecture: Architecture) throws {
    let limits = LibraryClient.Configuration.Limits(memoryByteCount: 128 << 20)
    let count: Int = try withEscape(architecture, .init(limits: limits)) {
      try $0.allocate_megabytes(1_000)
    }
    #expect(32...128 ~= count)
    let unlimited: Int = try withEscape(architecture, .init()) { try $0.allocate_megabytes(200) }
    #expect(unlimited == 200)
  }

  @Test(arguments: Architecture.all)
  func `a death names the limit of memory where memory was refused before`(
    _ architecture: Architecture
  ) {
    let limits = LibraryClient.Configuration.Limits(memoryByteCount: 256 << 20)
    func message(_ body: (LibraryClient) throws -> Void) -> String {
      let configuration = LibraryClient.Configuration(
        output: OutputCapture().destination, limits: limits)
      let error = thrown {
        try withFixture("deaths", architecture, configuration: configuration, body)
      }
      #expect(error?.code == .helperEnded)
      return error?.description ?? ""
    }
    let note = "it had been refused memory, of which its limit is 268435456 bytes"
    for function in ["die_without_memory", "give_up_without_memory"] {
      let text = message { let _: Int = try $0.call(function, 512) }
      #expect(text.contains(note), "\(text)")
    }
    for function in ["die_by_segmentation_fault", "die_by_abort", "die_by_division"] {
      let text = message { let _: Int = try $0.call(function) }
      #expect(!text.contains("memoryByteCount"), "\(text)")
    }
    // It has come about meanwhile that memory was refused to another call.
    let later = message { lib in
      let none: RemoteAddress = try lib.malloc(512 << 20)
      #expect(none.isNull)
      let _: Int = try lib.die_by_abort()
    }
    #expect(later.contains(note))
  }

  @Test func `a library that does not fit into its memory says so`() {
    let limits = LibraryClient.Configuration.Limits(memoryByteCount: 1 << 20)
    let error = thrown { try withEscape(.init(limits: limits)) { _ in } }
    #expect(error?.description.contains("`limits.memoryByteCount`") == true, "\(error as Any)")
  }

  @Test(arguments: Architecture.all)
  func `processor time is limited`(_ architecture: Architecture) {
    let limits = LibraryClient.Configuration.Limits(processorSeconds: 1)
    let error = thrown {
      try withEscape(architecture, .init(confinement: .strict, limits: limits)) {
        let _: Int32 = try $0.use_processor()
      }
    }
    #expect(error?.exitStatus == .signalled(SIGXCPU))
    #expect(error?.description.contains("`limits.processorSeconds`") == true)
  }

  @Test func `files are limited in number and length`() throws {
    let fixture = try EscapeFixture()
    let limits = LibraryClient.Configuration.Limits(fileByteCount: 10, openFileCount: 12)
    let configuration = LibraryClient.Configuration(
      confinement: .readOnlyFiles([fixture.folder]), limits: limits)
    let error = thrown {
      try withEscape(configuration) { library in
        let count: Int = try library.open_descriptors(100)
        #expect(count == 4)
      }
      try withEscape(configuration) { library in
        let limited: Int32 = try library.attempt("own_limits")
        #expect(limited == EPERM)
        let count: Int32 = try library.write_bytes("\(fixture.folder)/long", 10)
        #expect(count == 10)
        let _: Int32 = try library.write_bytes("\(fixture.folder)/long", 11)
      }
    }
    #expect(error?.exitStatus == .signalled(SIGXFSZ))
    #expect(error?.description.contains("`limits.fileByteCount`") == true)
  }

  private func withEscape<Value>(
    _ configuration: LibraryClient.Configuration, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withEscape(.i386, configuration, body)
  }
}
