import ArchBridge
import Glibc
import Testing

/// C++ exceptions that leave a library.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct ExceptionTests {
  typealias ChannelKind = LibraryClient.Configuration.ChannelKind

  /// What a call throws, after which the session goes on.
  private func exception(
    _ architecture: Architecture = .i386, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (LibraryClient) throws -> Void
  ) throws -> LibraryException {
    try withFixture("exceptions", architecture) { lib in
      let error = try #require(thrown { try body(lib) }, sourceLocation: sourceLocation)
      #expect(error.code == .exceptionThrown, sourceLocation: sourceLocation)
      let sum: Int = try lib.add(2, 3)
      let left: Int = try lib.uncaught()
      #expect((sum, left) == (5, 0), sourceLocation: sourceLocation)
      return try #require(error.exception, sourceLocation: sourceLocation)
    }
  }

  private func expect(
    _ type: String, _ message: String?, _ architecture: Architecture,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (LibraryClient) throws -> Void
  ) throws {
    let exception = try exception(architecture, sourceLocation: sourceLocation, body)
    #expect(exception.typeName == type, sourceLocation: sourceLocation)
    #expect(exception.message == message, sourceLocation: sourceLocation)
  }

  @Test(arguments: Architecture.all)
  func `an exception tells its type and what it says`(_ architecture: Architecture) throws {
    let error = try withFixture("throwing", architecture) { lib in
      thrown { let _: Int = try lib.open_channel("left") }
    }
    #expect(error?.code == .exceptionThrown && error?.crash == nil)
    #expect(error?.exception?.typeName == "std::runtime_error")
    #expect(error?.exception?.mangledTypeName == "St13runtime_error")
    #expect(error?.exception?.message == "no channel left")
    #expect(
      error?.description == "open_channel: threw std::runtime_error: no channel left")
  }

  @Test(arguments: Architecture.all)
  func `a class of the library's own is an exception`(_ architecture: Architecture) throws {
    try expect("vendor::Fault", "fault 7", architecture) { let _: Int = try $0.throw_fault(7) }
  }

  @Test(arguments: Architecture.all)
  func `a base that is virtual, and not the first, is found`(_ architecture: Architecture) throws {
    try expect("vendor::Deep", "fault 99", architecture) { let _: Int = try $0.throw_deep() }
  }

  @Test(arguments: Architecture.all)
  func `a private base says nothing`(_ architecture: Architecture) throws {
    try expect("vendor::Hidden", nil, architecture) { let _: Int = try $0.throw_hidden() }
  }

  @Test(arguments: Architecture.all)
  func `what is no exception class has its type`(_ architecture: Architecture) throws {
    try expect("vendor::Plain", nil, architecture) { let _: Int = try $0.throw_plain() }
    try expect("vendor::Boxed<unsigned int>", nil, architecture) {
      let _: Int = try $0.throw_boxed()
    }
    try expect("vendor::Level", nil, architecture) { let _: Int = try $0.throw_level() }
    try expect("(anonymous namespace)::Local", "local", architecture) {
      let _: Int = try $0.throw_local()
    }
  }

  @Test(arguments: Architecture.all)
  func `a number that is thrown is its text`(_ architecture: Architecture) throws {
    try expect("int", "-2147483648", architecture) { let _: Int = try $0.throw_int(Int32.min) }
    try expect("unsigned int", "4294967295", architecture) {
      let _: Int = try $0.throw_unsigned(UInt32.max)
    }
    try expect("short", "-7", architecture) { let _: Int = try $0.throw_short(Int16(-7)) }
    try expect("long long", "-9223372036854775808", architecture) {
      let _: Int = try $0.throw_long_long(Int64.min)
    }
    try expect("bool", "true", architecture) { let _: Int = try $0.throw_bool(true) }
    try expect("char", "65", architecture) { let _: Int = try $0.throw_char(Int8(65)) }
    try expect("double", "0.10000000000000001", architecture) {
      let _: Int = try $0.throw_double(0.1)
    }
    try expect("float", "1.5", architecture) { let _: Int = try $0.throw_float(Float(1.5)) }
  }

  @Test(arguments: Architecture.all)
  func `a text that is thrown is the message`(_ architecture: Architecture) throws {
    try expect("char const*", "no such thing", architecture) {
      let _: Int = try $0.throw_text("no such thing")
    }
    try expect("char const*", nil, architecture) { let _: Int = try $0.throw_text(nil) }
    try expect("std::string", "as a string", architecture) {
      let _: Int = try $0.throw_string("as a string")
    }
  }

  @Test(arguments: Architecture.all)
  func `a pointer to an exception says what that says`(_ architecture: Architecture) throws {
    try expect("vendor::Fault*", "fault 5", architecture) { let _: Int = try $0.throw_pointer() }
  }

  @Test(arguments: Architecture.all)
  func `an exception that is thrown once more is the same`(_ architecture: Architecture) throws {
    try expect("vendor::Fault", "fault 11", architecture) { let _: Int = try $0.throw_again() }
    try expect("std::runtime_error", "in a handler", architecture) {
      let _: Int = try $0.throw_after_catching()
    }
    try expect("std::bad_alloc", "std::bad_alloc", architecture) {
      let _: Int = try $0.throw_bad_alloc()
    }
  }

  @Test func `a long message ends after 4,096 bytes`() throws {
    let exception = try exception { let _: Int = try $0.throw_long(100_000) }
    #expect(exception.message == String(repeating: "x", count: 4_096))
  }

  @Test func `a function that is called as an error's words begin is named all the same`() throws {
    try withFixture("exceptions") { lib in
      #expect(
        thrown { let _: Int = try lib.t(7) }?.description == "t: threw vendor::Fault: fault 7")
      #expect(
        thrown { let _: Int = try lib.threw(7) }?.description
          == "threw: threw vendor::Fault: fault 7")
    }
  }

  @Test func `a message cannot change how the text around it is shown`() throws {
    let hostile = "a\u{1B}[2Jb\u{202E}c\u{2066}d\u{85}e\u{2028}f\ng\th"
    let shown =
      "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\ng\th"
    let exception = try exception { let _: String = try $0.throw_for_text(hostile) }
    #expect(exception.message == shown)
  }

  @Test(arguments: Architecture.all)
  func `functions of any result throw`(_ architecture: Architecture) throws {
    try expect("std::domain_error", "1.500000", architecture) {
      let _: Double = try $0.throw_for_real(1.5)
    }
    try expect("std::invalid_argument", "abc", architecture) {
      let _: String = try $0.throw_for_text("abc")
    }
  }

  @Test(arguments: Architecture.all)
  func `frames on the way are cleaned up`(_ architecture: Architecture) throws {
    try withFixture("exceptions", architecture) { lib in
      for _ in 0..<100 {
        #expect(thrown { let _: Int = try lib.throw_from_below(50) }?.code == .exceptionThrown)
      }
      let alive: Int = try lib.guards_alive()
      #expect(alive == 0)
    }
  }

  // MARK: Ways of calling

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a prepared function throws and goes on`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    try withFixture("exceptions", architecture, configuration: .init(channel: channel)) { lib in
      let function = try lib.function("fails_unless_positive", as: ((Int32) -> Int32).self)
      for number: Int32 in 1...50 {
        #expect(try function(number) == number)
        let error = thrown { _ = try function(-number) }
        #expect(error?.exception?.message == "not positive: -\(number)")
      }
      let text = try lib.function("throw_for_text", as: ((String) -> String).self)
      #expect(thrown { _ = try text("xyz") }?.exception?.message == "xyz")
    }
  }

  @Test(arguments: [ChannelKind.sharedMemory, .pipe])
  func `a batch says which call threw`(_ channel: ChannelKind) throws {
    try withFixture("exceptions", configuration: .init(channel: channel)) { lib in
      let error = thrown {
        try lib.withBatch { batch in
          for number: Int32 in [3, 2, 0, 1] {
            let _: BatchResult<Int32> = try batch.fails_unless_positive(number)
          }
        }
      }
      #expect(
        error?.description
          == "fails_unless_positive: in call 3 of 4: threw std::out_of_range: not positive: 0")
      #expect(error?.exception?.typeName == "std::out_of_range")
      let function = try lib.function("fails_unless_positive", as: ((Int32) -> Int32).self)
      let mapped = thrown { _ = try function.map([1, 2, -3]) }
      #expect(mapped?.inputIndex == 2 && mapped?.code == .exceptionThrown)
      #expect(try function.map([4, 5]) == [4, 5])
    }
  }

  @Test func `an asynchronous call throws it`() async throws {
    let lib = try LibraryClient(Fixture.path("exceptions", .i386))
    defer { lib.close() }
    var type: String?
    do {
      let _: Int = try await lib.throw_fault(1)
    } catch {
      type = error.exception?.typeName
    }
    #expect(type == "vendor::Fault")
  }

  @Test func `helpers that were forked catch as well`() throws {
    let path = Fixture.path("exceptions", .i386)
    let warm = try WarmHelper(path)
    #expect(warm.isWarm)
    for code in 1...2 {
      try withLibrary(path, configuration: warm.configuration) { lib in
        let error = thrown { let _: Int = try lib.throw_fault(code) }
        #expect(error?.exception?.message == "fault \(code)")
        let sum: Int = try lib.add(code, 1)
        #expect(sum == code + 1)
      }
    }
  }

  // MARK: Closures

  @Test(arguments: Architecture.all)
  func `a closure gets what the function threw that it called`(
    _ architecture: Architecture
  ) throws {
    try withFixture("exceptions", architecture) { lib in
      let result: Int = try lib.call_back(
        Callback { (value: Int32) -> Int32 in
          let error = thrown { let _: Int = try lib.throw_from_below(Int(value)) }
          return error?.exception?.message == "at the bottom" ? 41 : 0
        }, 3)
      let alive: Int = try lib.guards_alive()
      #expect((result, alive) == (42, 0))
    }
  }

  @Test(arguments: Architecture.all)
  func `a closure that lets an exception through fails its call, and the library catches nothing`(
    _ architecture: Architecture
  ) throws {
    try withFixture("exceptions", architecture) { lib in
      let error = thrown {
        let _: Int = try lib.call_back_and_catch(
          Callback { (value: Int32) throws -> Int32 in try lib.throw_fault(Int(value)) }, 3)
      }
      #expect(error?.code == .exceptionThrown && error?.exception?.message == "fault 3")
      let sum: Int = try lib.add(1, 1)
      #expect(sum == 2)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function throws what it likes after a closure`(_ architecture: Architecture) throws {
    try withFixture("exceptions", architecture) { lib in
      let error = thrown {
        let _: Int = try lib.call_back_and_throw(
          Callback { (value: Int32) -> Int32 in value * 2 }, 4)
      }
      #expect(error?.exception?.message == "fault 8")
      let alive: Int = try lib.guards_alive()
      #expect(alive == 0)
    }
  }

  // MARK: What ends the helper

  @Test(arguments: [
    ("throw_where_nothing_may", "vendor::Fault"), ("throw_in_thread", "vendor::Fault"),
  ])
  func `what C++ itself ends stays an end`(_ function: String, _ type: String) throws {
    let error = try withFixture("exceptions") { lib in
      thrown { let _: Int = try lib.call(function, 3) }
    }
    #expect(error?.crash?.status == .signalled(SIGABRT))
    #expect(error?.crash?.standardError.contains { $0.contains(type) } == true)
  }

  @Test func `an exception during another ends the helper`() throws {
    let error = try withFixture("exceptions") { lib in
      thrown { let _: Int = try lib.throw_while_throwing() }
    }
    #expect(error?.crash?.status == .signalled(SIGABRT))
  }

  @Test(arguments: Architecture.all)
  func `an exception while a library is loaded ends the helper and is told`(
    _ architecture: Architecture
  ) throws {
    let error = thrown { try withFixture("throws_on_load", architecture) { _ in } }
    #expect(error?.code == .helperEnded)
    #expect(error?.crash?.standardError.last == "  what():  no device at start")
    #expect(error?.message.contains("could not be loaded") == true)
  }

  @Test(arguments: Architecture.all)
  func `threads of the library's own catch their own`(_ architecture: Architecture) throws {
    let code: Int = try withFixture("exceptions", architecture) { try $0.caught_in_thread(6) }
    #expect(code == 6)
  }
}
