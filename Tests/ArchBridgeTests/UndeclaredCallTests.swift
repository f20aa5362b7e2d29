import ArchBridge
import Testing

@Suite(.fixtures)
struct UndeclaredCallTests {
  @Test(arguments: Architecture.all)
  func `an Int is C's int, by name and as a member`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      let called: Int32 = try lib.call("add", 1, 2)
      let member: Int = try lib.add(called, -10)
      #expect(member == -7)
    }
  }

  @Test(arguments: Architecture.all)
  func `an Int that no int holds is an error`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      expect(
        .valueOutOfRange, "argument 2 is 2147483648", "'int'", "-2147483648 to 2147483647"
      ) {
        let _: Int = try lib.add(1, 2_147_483_648)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `an element that no int holds is an error that counts`(_ architecture: Architecture) throws {
    try withFixture("pointers", architecture) { lib in
      expect(.valueOutOfRange, "element 1 of argument 1 is -2147483649") {
        let _: Int64 = try lib.sum_ints([1, -2_147_483_649], 2)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a type that names its width crosses as it is`(_ architecture: Architecture) throws {
    let sum: Int64 = try withFixture("adder", architecture) {
      try $0.add_wide(Int64.max, Int64(-1))
    }
    #expect(sum == Int64.max - 1)
  }

  @Test(arguments: Architecture.all)
  func `an Int result is C's int with its sign`(_ architecture: Architecture) throws {
    let difference: Int = try withFixture("adder", architecture) { try $0.subtract(1, 3) }
    #expect(difference == -2)
  }

  @Test(arguments: Architecture.all)
  func `narrow results have their sign`(_ architecture: Architecture) throws {
    let lowest: Int8 = try withFixture("scalars", architecture) { try $0.lowest_signed_char() }
    #expect(lowest == .min)
  }

  @Test(arguments: Architecture.all)
  func `the result's type can be named in the call`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      let product = try lib.call("multiply", 1.5, 2.0, as: Double.self)
      #expect(product == 3)
    }
  }

  @Test(arguments: Architecture.all)
  func `a Bool result is refused, since C may mean int`(_ architecture: Architecture) throws {
    try withFixture("scalars", architecture) { lib in
      expect(.unstatedResult, "truth", "_Bool", "Int32") { let _: Bool = try lib.truth() }
    }
  }

  @Test(arguments: Architecture.all)
  func `an unstated result is refused, with what to write`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      expect(.unstatedResult, "increment", "declare(\"void increment(…);\")") {
        try lib.increment()
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a call that is refused is not made`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try? lib.increment()
      let count: Int = try lib.count()
      #expect(count == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `a stated Void needs no declaration`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try lib.call("increment", as: Void.self)
      let count: Int = try lib.count()
      #expect(count == 1)
    }
  }

  @Test(arguments: Architecture.all)
  func `a UInt is C's unsigned int`(_ architecture: Architecture) throws {
    let echo: UInt = try withFixture("scalars", architecture) {
      try $0.echo_unsigned_int(UInt(4_294_967_295))
    }
    #expect(echo == 4_294_967_295)
  }

  @Test func `more arguments than a call can have are refused`() throws {
    try withFixture("adder") { lib in
      let many = [(any LibraryArgument)?](repeating: 1, count: 200)
      expect(.argumentCount, "200 arguments") {
        let _: Int = try callWith(many, lib)
      }
    }
  }

  /// Calls `add` with 200 arguments, which a literal list spells.
  private func callWith(
    _ a: [(any LibraryArgument)?], _ lib: LibraryClient
  ) throws(BridgeError) -> Int {
    let t = a[0]
    return try lib.add(
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t, t,
      t, t, t, t, t, t, t, t, t, t, t, t, t, t)
  }
}
