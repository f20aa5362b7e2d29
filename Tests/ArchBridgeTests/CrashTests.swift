import ArchBridge
import Glibc
import Testing

/// What is known of a helper that its library ended: where, how, and on which thread.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CrashTests {
  typealias ChannelKind = LibraryClient.Configuration.ChannelKind

  /// The report of a death, during a call of a fixture.
  private func crash(
    _ name: String = "crashes", _ architecture: Architecture = .i386,
    over channel: ChannelKind = .sharedMemory, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (LibraryClient) throws -> Void
  ) throws -> CrashReport {
    let error = thrown(sourceLocation: sourceLocation) {
      try withFixture(
        name, architecture,
        configuration: .init(output: OutputCapture().destination, channel: channel), body)
    }
    #expect(error?.code == .helperEnded, sourceLocation: sourceLocation)
    return try #require(error?.crash, sourceLocation: sourceLocation)
  }

  /// The names of the functions, from the innermost on; a file's where there is no symbol.
  private func names(_ crash: CrashReport) -> [String] {
    crash.frames.map { $0.symbol ?? $0.module ?? "\($0.address)" }
  }

  private func call(_ lib: LibraryClient, _ name: String) throws { let _: Int = try lib.call(name) }

  private func outer(_ lib: LibraryClient) throws {
    try lib.declare("int outer(int, double, const char *, const double *, int);")
    let _: Int = try lib.outer(1, 2.5, "abc", [1.0, 2.0], 2)
  }

  // MARK: Where

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a crash tells every function on the way to it`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let crash = try crash("crashes", architecture, over: channel) { try outer($0) }
    #expect(names(crash) == ["inner", "middle", "outer"])
    #expect(crash.frames.allSatisfy { $0.module?.hasSuffix("/libcrashes.so") == true })
    #expect(crash.frames.allSatisfy { $0.moduleOffset > 0 && $0.symbolOffset < 256 })
  }

  @Test(arguments: Architecture.all)
  func `a crash tells its address and what is wrong with it`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { try outer($0) }
    #expect(crash.faultAddress == RemoteAddress(rawValue: 0x10))
    #expect(crash.codeText == "address not mapped")
    #expect(crash.signalName == "SIGSEGV" && crash.status == .signalled(SIGSEGV))
    #expect(crash.isOnMainThread == true)
  }

  @Test(arguments: Architecture.all)
  func `so many functions are told, and no more`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { lib in let _: Int = try lib.dive(500) }
    #expect(crash.frames.count == 64)
    #expect(names(crash).prefix(3) == ["inner", "middle", "dive"])
    #expect(Set(names(crash).dropFirst(2)) == ["dive"])
  }

  @Test(arguments: Architecture.all)
  func `the message names the innermost function of a library`(
    _ architecture: Architecture
  ) throws {
    expect(
      .helperEnded, "die_by_abort: the helper ended: signal 6 (Aborted), in die_by_abort (deaths.c:"
    ) {
      try withFixture("deaths", architecture) { try call($0, "die_by_abort") }
    }
  }

  @Test(arguments: Architecture.all)
  func `what called abort is told`(_ architecture: Architecture) throws {
    let crash = try crash("deaths", architecture) { try call($0, "die_by_abort") }
    #expect(names(crash).suffix(2) == ["abort", "die_by_abort"])
    #expect(crash.codeText == nil && crash.faultAddress == nil)
  }

  @Test(arguments: Architecture.all)
  func `a call of nothing tells who made it`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { try call($0, "die_by_null_function") }
    #expect(names(crash) == ["0x0", "jump", "die_by_null_function"])
    #expect(crash.faultAddress == .null)
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a stack without end is called that`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let crash = try crash("deaths", architecture, over: channel) {
      try call($0, "die_by_recursion")
    }
    #expect(crash.codeText == "stack overflow")
    #expect(crash.frames.count > 10)
    #expect(crash.frames.allSatisfy { $0.module?.hasSuffix("/libdeaths.so") == true })
  }

  @Test(arguments: Architecture.all)
  func `a stack that has been written over is an error like any`(
    _ architecture: Architecture
  ) throws {
    let crash = try crash("crashes", architecture) { try call($0, "die_by_smashed_stack") }
    #expect(crash.status == .signalled(SIGSEGV))
    #expect((1...3).contains(crash.frames.count))
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a crash on a thread of the library tells its functions`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let crash = try crash("crashes", architecture, over: channel) { try call($0, "die_on_thread") }
    #expect(names(crash).prefix(3) == ["inner", "middle", "outer"])
    #expect(crash.isOnMainThread == false && crash.function == "die_on_thread")
  }

  @Test(arguments: Architecture.all)
  func `a crash with the heap's lock held is told`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { try call($0, "die_in_malloc") }
    #expect(names(crash).contains("die_in_malloc"))
    #expect(crash.frames.first?.module?.contains("libcrashes") == false)
  }

  @Test(arguments: Architecture.all)
  func `a crash while the library is loaded tells where`(_ architecture: Architecture) throws {
    let crash = try crash("crashes_on_load", architecture) { _ in }
    #expect(crash.frames.first?.module?.hasSuffix("/libcrashes_on_load.so") == true)
    #expect(names(crash).contains("dlopen") && crash.function == nil)
  }

  // MARK: How

  @Test(arguments: Architecture.all)
  func `every signal that says what is wrong is explained`(_ architecture: Architecture) throws {
    for (function, signal, text) in [
      ("die_by_illegal_instruction", SIGILL, "illegal operand"),
      ("die_by_breakpoint", SIGTRAP, "breakpoint"),
      ("die_by_bus_error", SIGBUS, "address behind the end of its file"),
    ] {
      let crash = try crash("crashes", architecture) { try call($0, function) }
      #expect(crash.status == .signalled(signal) && crash.codeText == text)
      #expect(names(crash).first == function)
    }
    let division = try crash("deaths", architecture) { try call($0, "die_by_division") }
    #expect(division.codeText == "integer division by zero, or its result too large")
    #expect(division.faultAddress == nil)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS])
  func `a signal that the library raises is called that`(_ signal: Int32) throws {
    let crash = try crash { lib in let _: Int = try lib.die_by_signal(Int(signal)) }
    #expect(crash.status == .signalled(signal) && crash.codeText == "raised by the library")
    #expect(crash.faultAddress == nil && names(crash).contains("die_by_signal"))
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP])
  func `a signal that nobody reports has its status alone`(_ signal: Int32) throws {
    let crash = try crash { lib in let _: Int = try lib.die_by_signal(Int(signal)) }
    #expect(crash.status == .signalled(signal) && crash.frames.isEmpty)
    #expect(crash.isOnMainThread == nil && crash.function == "die_by_signal")
  }

  @Test func `a signal from outside names who sent it`() throws {
    let crash = try crash("sleeper") { lib in
      kill(lib.helperProcessID, SIGSEGV)
      let _: Int = try lib.sleep_forever()
    }
    #expect(crash.codeText == "sent by process \(getpid())")
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `an exit tells who called it`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let crash = try crash("deaths", architecture, over: channel) { lib in
      let _: Int = try lib.die_by_exit(3)
    }
    #expect(crash.status == .exited(3) && crash.signalName == nil)
    #expect(names(crash).suffix(2) == ["exit", "die_by_exit"])
    #expect(crash.arguments == ["3"])
  }

  @Test func `an exit on a thread of the library tells who called it`() throws {
    let crash = try crash { try call($0, "exit_on_thread") }
    #expect(crash.status == .exited(5) && crash.isOnMainThread == false)
    #expect(names(crash).contains("exit"))
  }

  @Test func `an end without ado leaves its status`() throws {
    let crash = try crash("deaths") { lib in let _: Int = try lib.die_by_quick_exit(4) }
    #expect(crash.status == .exited(4) && crash.frames.isEmpty)
  }

  // MARK: Others' business

  @Test(arguments: Architecture.all)
  func `a library that handles the signal itself is left alone`(
    _ architecture: Architecture
  ) throws {
    let crash = try crash("crashes", architecture) { try call($0, "die_with_own_handler") }
    #expect(crash.status == .exited(42) && crash.frames.isEmpty)
    #expect(crash.standardError == ["handled"])
  }

  @Test(arguments: Architecture.all)
  func `a library that ignores the signal dies of it`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { try call($0, "die_while_ignored") }
    #expect(crash.status == .signalled(SIGSEGV) && crash.frames.isEmpty)
  }

  @Test(arguments: Architecture.all)
  func `what happens in a child of the library is no end`(_ architecture: Architecture) throws {
    let crash = try crash("crashes", architecture) { lib in
      let signal: Int = try lib.crash_in_child()
      let status: Int = try lib.exit_in_child()
      #expect((signal, status) == (Int(SIGSEGV), 9))
      // Nothing of it is left for the end that comes.
      let _: Int = try lib.die_by_signal(Int(SIGKILL))
    }
    #expect(crash.status == .signalled(SIGKILL) && crash.frames.isEmpty)
  }

  // MARK: Languages

  @Test(arguments: Architecture.all)
  func `an exception that may not be thrown tells who threw it`(
    _ architecture: Architecture
  ) throws {
    let crash = try crash("throwing", architecture) { lib in
      let _: Int = try lib.open_surely("left")
    }
    #expect(crash.status == .signalled(SIGABRT) && crash.arguments == ["\"left\""])
    #expect(names(crash).last == "open_surely")
    #expect(names(crash).contains { $0.hasPrefix("channels::open(") })
    #expect(crash.standardError.last == "  what():  no channel left")
    #expect(crash.description.contains("in channels::open("))
  }

  @Test(arguments: Architecture.all, [(3, Int32(3), "STOP 3"), (4, 4, "ERROR STOP 4")])
  func `a STOP of Fortran tells who stopped`(
    _ architecture: Architecture, _ stop: (argument: Int, status: Int32, words: String)
  ) throws {
    let crash = try crash("stopping", architecture) { lib in
      try lib.declare("void stop_with(int status);")
      try lib.stop_with(stop.argument)
    }
    #expect(crash.status == .exited(stop.status))
    #expect(crash.standardError == [stop.words])
    #expect(names(crash).last == "stop_with")
    #expect(crash.description.contains("in stop_with (stopping.f90:"))
  }

  @Test func `the words of an ERROR STOP are there`() throws {
    let crash = try crash("stopping") { lib in
      try lib.declare("void stop_with(int status);")
      try lib.stop_with(5)
    }
    #expect(crash.standardError == ["ERROR STOP the matrix is singular"])
  }

  // MARK: Warm helpers

  @Test(arguments: [ChannelKind.sharedMemory, .pipe])
  func `a helper that was forked tells as much`(_ channel: ChannelKind) throws {
    let path = Fixture.path("crashes", .i386)
    let warm = try WarmHelper(path, configuration: .init(channel: channel))
    #expect(warm.isWarm)
    for _ in 0..<2 {
      let error = thrown {
        try withLibrary(path, configuration: warm.configuration) { try outer($0) }
      }
      let crash = try #require(error?.crash)
      #expect(names(crash) == ["inner", "middle", "outer"])
      #expect(crash.faultAddress == RemoteAddress(rawValue: 0x10))
    }
  }
}
