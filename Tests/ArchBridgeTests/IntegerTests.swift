import ArchBridge
import Testing

@Suite(.fixtures)
struct IntegerTests {
  private func withScalars<Value>(
    _ type: IntegerType, _ architecture: Architecture, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("scalars", architecture) { lib in
      try lib.declare(type.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: IntegerType.all, Architecture.all)
  func `has the width that the library's compiler gave it`(
    _ type: IntegerType, _ architecture: Architecture
  ) throws {
    let byteCount = try withScalars(type, architecture) { try $0.call("width_\(type.name)") as Int }
    #expect(byteCount * 8 == type.bitCount(architecture))
  }

  @Test(arguments: IntegerType.all, Architecture.all)
  func `crosses both ways at its lowest`(
    _ type: IntegerType, _ architecture: Architecture
  ) throws {
    let lowest = type.lowest(architecture)
    let echo = try withScalars(type, architecture) {
      try $0.call("echo_\(type.name)", lowest) as Int64
    }
    #expect(echo == lowest)
  }

  @Test(arguments: IntegerType.all, Architecture.all)
  func `crosses both ways at its highest`(
    _ type: IntegerType, _ architecture: Architecture
  ) throws {
    let highest = type.highest(architecture)
    let echo = try withScalars(type, architecture) {
      try $0.call("echo_\(type.name)", highest) as UInt64
    }
    #expect(echo == highest)
  }

  @Test(arguments: IntegerType.all, Architecture.all)
  func `comes back at its lowest`(_ type: IntegerType, _ architecture: Architecture) throws {
    let lowest = try withScalars(type, architecture) {
      try $0.call("lowest_\(type.name)") as Int64
    }
    #expect(lowest == type.lowest(architecture))
  }

  @Test(arguments: IntegerType.all, Architecture.all)
  func `comes back at its highest`(_ type: IntegerType, _ architecture: Architecture) throws {
    let highest = try withScalars(type, architecture) {
      try $0.call("highest_\(type.name)") as UInt64
    }
    #expect(highest == type.highest(architecture))
  }

  @Test(arguments: IntegerType.withOneBelow)
  func `is refused one below its lowest, by name, value and range`(
    _ type: IntegerType, _ architecture: Architecture
  ) throws {
    let below = type.lowest(architecture) - 1
    try withScalars(type, architecture) { lib in
      expect(
        .valueOutOfRange, "argument 'value' is \(below)", "'\(type.spelling)'",
        "\(type.lowest(architecture)) to \(type.highest(architecture))"
      ) {
        let _: Int64 = try lib.call("echo_\(type.name)", below)
      }
    }
  }

  @Test(arguments: IntegerType.withOneAbove)
  func `is refused one above its highest, by name, value and range`(
    _ type: IntegerType, _ architecture: Architecture
  ) throws {
    let above = type.highest(architecture) + 1
    try withScalars(type, architecture) { lib in
      expect(
        .valueOutOfRange, "argument 'value' is \(above)", "'\(type.spelling)'",
        "\(type.lowest(architecture)) to \(type.highest(architecture))"
      ) {
        let _: Int64 = try lib.call("echo_\(type.name)", above)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a result that the Swift type does not hold is an error`(
    _ architecture: Architecture
  ) throws {
    try withFixture("scalars", architecture) { lib in
      try lib.declare("int highest_int(void);")
      expect(.valueOutOfRange, "highest_int", "2147483647", "Int16") {
        let _: Int16 = try lib.highest_int()
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a negative result is no unsigned number`(_ architecture: Architecture) throws {
    try withFixture("scalars", architecture) { lib in
      try lib.declare("int lowest_int(void);")
      expect(.valueOutOfRange, "-2147483648", "UInt32") { let _: UInt32 = try lib.lowest_int() }
    }
  }

  @Test(arguments: Architecture.all)
  func `an enumeration crosses as the number that it is`(_ architecture: Architecture) throws {
    let echo = try withFixture("scalars", architecture) { lib in
      try lib.declare(
        """
        enum colour { RED, GREEN = 5, BLUE, DARKEST = -7 };
        enum colour echo_enum(enum colour value);
        """)
      let darkest = try lib.constant("DARKEST")
      return try lib.echo_enum(darkest) as Int32
    }
    #expect(echo == -7)
  }

  @Test(arguments: Architecture.all)
  func `every class of argument crosses in one call`(_ architecture: Architecture) throws {
    let sum: Double = try withFixture("adder", architecture) { lib in
      try lib.declare(
        """
        double add_mixed(char a, short b, int c, long d, long long e, float f, double g, _Bool h,
                         unsigned char i, unsigned short j, unsigned k, unsigned long l, double m,
                         double n, double o, double p, double q, double r);
        """)
      return try lib.add_mixed(
        -1, -2, -3, -4, -5, Float(0.5), 0.25, true, 6, 7, 8, 9, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0)
    }
    #expect(sum == 91.75)
  }
}
