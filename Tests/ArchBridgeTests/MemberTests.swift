import ArchBridge
import Testing

/// A client of one's own, with methods whose names are symbols too.
private final class Meter: LibraryClient, @unchecked Sendable {
  let offset: Int

  init(_ architecture: Architecture, offset: Int) throws(BridgeError) {
    self.offset = offset
    try super.init(
      Fixture.path("names", architecture), configuration: Configuration(architecture: architecture))
  }

  /// Has a symbol's name, and calls that symbol.
  func measure(_ value: Int) throws(BridgeError) -> Int {
    try offset + library.measure(value)
  }

  /// Has a symbol's name, and calls another.
  func number() throws(BridgeError) -> Int { try self.address(1) }
}

@Suite(.fixtures)
struct MemberTests {
  private static let names = [
    "close", "call", "load", "run", "declare", "memory", "library", "constant", "description",
    "session", "helperProcessID", "name", "path", "function", "init", "self", "address", "number",
    "measure",
  ]

  @Test(arguments: names, Architecture.all)
  func `any symbol is called by its name`(_ name: String, _ architecture: Architecture) throws {
    let result: Int = try withFixture("names", architecture) { try $0.call(name, 100) }
    #expect(result == 101 + (try #require(Self.names.firstIndex(of: name))))
  }

  @Test(arguments: names)
  func `any symbol is reached through the library`(_ name: String) throws {
    let result: Int = try withFixture("names") { try $0.library[name](100) }
    #expect(result == 101 + (try #require(Self.names.firstIndex(of: name))))
  }

  @Test func `names that the client has itself are members of its library`() throws {
    try withFixture("names") { lib in
      let results: [Int] = [
        try lib.library.close(100), try lib.library.call(100), try lib.library.load(100),
        try lib.library.run(100), try lib.library.declare(100), try lib.library.memory(100),
        try lib.library.library(100), try lib.library.constant(100),
        try lib.library.description(100), try lib.library.session(100),
        try lib.library.helperProcessID(100),
      ]
      #expect(results == Array(101...111))
    }
  }

  @Test func `names that only the client's inside has are the library's`() throws {
    try withFixture("names") { lib in
      let results: [Int] = [try lib.session(100), try lib.library.function(100)]
      #expect(results == [110, 114])
    }
  }

  @Test(arguments: Architecture.all)
  func `a subclass's method can call the symbol of its own name`(
    _ architecture: Architecture
  ) throws {
    try withSession(try Meter(architecture, offset: 1000)) { meter in
      let result = try meter.measure(1)
      #expect(result == 1020)
    }
  }

  @Test func `a subclass's methods divert no call`() throws {
    try withSession(try Meter(.i386, offset: 1000)) { meter in
      let result: Int = try meter.call("measure", 1)
      #expect(result == 20)
    }
  }

  @Test func `a subclass's methods divert no member of its library`() throws {
    try withSession(try Meter(.i386, offset: 1000)) { meter in
      let result: Int = try meter.library.number(1)
      #expect(result == 19)
    }
  }

  @Test func `a subclass's other members are the library's functions`() throws {
    try withSession(try Meter(.i386, offset: 0)) { meter in
      let result = try meter.number()
      #expect(result == 18)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function has an address`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      let address = try lib.add.address()
      #expect(!address.isNull)
    }
  }
}
