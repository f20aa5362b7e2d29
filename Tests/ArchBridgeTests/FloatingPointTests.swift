import ArchBridge
import Testing

@Suite(.fixtures)
struct FloatingPointTests {
  private static let doubles: [Double] = [
    0, -0.0, 0.1, -1.5, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    .leastNonzeroMagnitude, .leastNormalMagnitude, .infinity, -.infinity, .pi,
  ]

  private static let declarations = """
    float echo_float(float value);
    double echo_double(double value);
    double lowest_double(void);
    float highest_float(void);
    int echo_int(int value);
    """

  private func withScalars<Value>(
    _ architecture: Architecture, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("scalars", architecture) { lib in
      try lib.declare(Self.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: doubles, Architecture.all)
  func `a double crosses bit by bit`(_ value: Double, _ architecture: Architecture) throws {
    let echo: Double = try withScalars(architecture) { try $0.echo_double(value) }
    #expect(echo.bitPattern == value.bitPattern)
  }

  @Test(arguments: doubles, Architecture.all)
  func `a float crosses bit by bit`(_ value: Double, _ architecture: Architecture) throws {
    let value =
      Float(value).isInfinite && value.isFinite ? Float.greatestFiniteMagnitude : Float(value)
    let echo: Float = try withScalars(architecture) { try $0.echo_float(value) }
    #expect(echo.bitPattern == value.bitPattern)
  }

  @Test(arguments: Architecture.all)
  func `a double that is not a number stays that`(_ architecture: Architecture) throws {
    let echo: Double = try withScalars(architecture) { try $0.echo_double(Double.nan) }
    #expect(echo.isNaN)
  }

  @Test(arguments: Architecture.all)
  func `a double comes back at its lowest`(_ architecture: Architecture) throws {
    let lowest: Double = try withScalars(architecture) { try $0.lowest_double() }
    #expect(lowest == -.greatestFiniteMagnitude)
  }

  @Test(arguments: Architecture.all)
  func `a float comes back at its highest`(_ architecture: Architecture) throws {
    let highest: Float = try withScalars(architecture) { try $0.highest_float() }
    #expect(highest == .greatestFiniteMagnitude)
  }

  @Test(arguments: Architecture.all)
  func `a double too large for a float is refused`(_ architecture: Architecture) throws {
    try withScalars(architecture) { lib in
      expect(.valueOutOfRange, "argument 'value' is 1e+39", "'float'") {
        let _: Float = try lib.echo_float(1e39)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a double is rounded to a declared float as C does it`(_ architecture: Architecture) throws {
    let echo: Float = try withScalars(architecture) { try $0.echo_float(0.1) }
    #expect(echo == 0.1)
  }

  @Test(arguments: Architecture.all)
  func `a whole number becomes a declared double`(_ architecture: Architecture) throws {
    let echo: Double = try withScalars(architecture) { try $0.echo_double(1 << 53) }
    #expect(echo == 9_007_199_254_740_992)
  }

  @Test(arguments: Architecture.all)
  func `a whole number that no double has is refused`(_ architecture: Architecture) throws {
    try withScalars(architecture) { lib in
      expect(.valueOutOfRange, "argument 'value' is 9007199254740993", "2^53") {
        let _: Double = try lib.echo_double((1 << 53) + 1)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a double is no declared int`(_ architecture: Architecture) throws {
    try withScalars(architecture) { lib in
      expect(.typeMismatch, "argument 'value' is declared 'int', and got Double") {
        let _: Int = try lib.echo_int(1.0)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a declared double is not read as an integer`(_ architecture: Architecture) throws {
    try withScalars(architecture) { lib in
      expect(.typeMismatch, "declared 'double'", "Double") { let _: Int = try lib.lowest_double() }
    }
  }

  @Test(arguments: Architecture.all)
  func `an undeclared Float is C's float`(_ architecture: Architecture) throws {
    let half: Float = try withFixture("adder", architecture) { try $0.halve(Float(3)) }
    #expect(half == 1.5)
  }

  @Test(arguments: Architecture.all)
  func `a long double is not read as a Double`(_ architecture: Architecture) throws {
    try withFixture("scalars", architecture) { lib in
      try lib.declare("long double echo_long_double(long double value);")
      expect(.typeMismatch, "long double", "Float80") {
        let _: Double = try lib.echo_long_double(1.0)
      }
    }
  }
}
