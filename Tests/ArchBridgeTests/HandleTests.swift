import ArchBridge
import Testing

@Suite(.fixtures)
struct HandleTests {
  private static let declarations = """
    typedef struct account account;
    account *account_create(int value); int account_open(int value, account **account);
    void account_add(account *account, int amount); int account_value(const account *account);
    void account_destroy(account *account); int account_live_count(void);
    """

  private func withHandles<Value>(
    _ architecture: Architecture, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("handles", architecture) { lib in
      try lib.declare(Self.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a handle comes back as an argument`(_ architecture: Architecture) throws {
    let value: Int = try withHandles(architecture) { lib in
      let account: RemoteAddress = try lib.account_create(40)
      try lib.account_add(account, 2)
      return try lib.account_value(account)
    }
    #expect(value == 42)
  }

  @Test(arguments: Architecture.all)
  func `a handle comes through a pointer`(_ architecture: Architecture) throws {
    let value: Int = try withHandles(architecture) { lib in
      let account = Out<RemoteAddress>()
      let _: Int = try lib.account_open(7, account)
      return try lib.account_value(account.value)
    }
    #expect(value == 7)
  }

  @Test(arguments: Architecture.all)
  func `handles live until they are destroyed`(_ architecture: Architecture) throws {
    let counts: [Int] = try withHandles(architecture) { lib in
      let first: RemoteAddress = try lib.account_create(1)
      let second: RemoteAddress = try lib.account_create(2)
      let before: Int = try lib.account_live_count()
      try lib.account_destroy(first)
      try lib.account_destroy(second)
      return [before, try lib.account_live_count()]
    }
    #expect(counts == [2, 0])
  }

  @Test(arguments: Architecture.all)
  func `a handle works without a declaration`(_ architecture: Architecture) throws {
    let value: Int = try withFixture("handles", architecture) { lib in
      let account: RemoteAddress = try lib.account_create(9)
      return try lib.account_value(account)
    }
    #expect(value == 9)
  }

  @Test func `nil is no handle`() throws {
    let value: Int = try withHandles(.i386) { try $0.account_value(nil) }
    #expect(value == -1)
  }

  @Test func `a number is no handle`() throws {
    try withHandles(.i386) { lib in
      expect(.typeMismatch, "argument 'account'", "Int") {
        let _: Int = try lib.account_value(1234)
      }
    }
  }

  @Test func `an array is no handle`() throws {
    try withHandles(.i386) { lib in
      expect(.typeMismatch, "argument 'account'", "[Int32]") {
        let _: Int = try lib.account_value([Int32](repeating: 0, count: 4))
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `bytes are a place for a structure that is unknown`(_ architecture: Architecture) throws {
    try withFixture("pointers", architecture) { lib in
      try lib.declare("struct span; int fill_ints(struct span *values, int count, int first);")
      let place = Out<[UInt8]>(count: 8)
      let _: Int = try lib.fill_ints(place, 2, 7)
      #expect(place.value == [7, 0, 0, 0, 8, 0, 0, 0])
    }
  }
}

/// Several libraries in one helper.
@Suite(.fixtures)
struct SeveralLibrariesTests {
  private func withBoth<Value>(
    _ architecture: Architecture, flags: LoadFlags = [],
    _ body: (LibraryClient, Library) throws -> Value
  ) throws -> Value {
    try withFixture("shared_a", architecture, configuration: .init(loadFlags: flags)) { lib in
      try body(lib, try lib.load(Fixture.path("shared_b", architecture)))
    }
  }

  @Test(arguments: Architecture.all)
  func `a handle of one library goes into another`(_ architecture: Architecture) throws {
    let value: Int = try withBoth(architecture) { lib, other in
      let counter: RemoteAddress = try lib.counter_create()
      try lib.declare("void counter_add(int *counter, int amount);")
      try lib.counter_add(counter, 5)
      try other.counter_add(counter, 6)
      return try lib.counter_value(counter)
    }
    #expect(value == 11)
  }

  @Test func `a name that both have is the first one's`() throws {
    let which: Int = try withBoth(.i386) { lib, _ in try lib.which() }
    #expect(which == 1)
  }

  @Test func `a name that both have is reached through its library`() throws {
    let both: [Int] = try withBoth(.i386) { lib, other in
      [try lib.library.which(), try other.which()]
    }
    #expect(both == [1, 2])
  }

  @Test(arguments: Architecture.all)
  func `a later library sees the symbols of one that is global`(
    _ architecture: Architecture
  ) throws {
    let totals: [Int] = try withBoth(architecture, flags: .global) { lib, other in
      [try other.total_from_b(), try lib.total_from_a()]
    }
    #expect(totals == [101, 101])
  }

  @Test func `a later library does not see the symbols of one that is not`() throws {
    let total: Int = try withBoth(.i386) { _, other in try other.total_from_b() }
    #expect(total == -1)
  }

  @Test func `a library that is loaded already is the same one`() throws {
    try withBoth(.i386) { lib, other in
      let again = try lib.load(Fixture.path("shared_b", .i386))
      #expect(again.libraryPath == other.libraryPath)
    }
  }

  @Test func `a library that cannot be loaded leaves the others alone`() throws {
    try withFixture("shared_a") { lib in
      expect(.libraryNotFound, "nowhere") { try lib.load("/nowhere/libnothing.so") }
      let which: Int = try lib.which()
      #expect(which == 1)
    }
  }

  @Test func `a library without the function is named`() throws {
    try withBoth(.i386) { lib, other in
      expect(.symbolNotFound, "counter_create") {
        let _: RemoteAddress = try other.counter_create()
      }
    }
  }
}
