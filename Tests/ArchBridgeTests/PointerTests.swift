import ArchBridge
import Testing

@Suite(.fixtures)
struct PointerTests {
  private func withPointers<Value>(
    _ architecture: Architecture = .i386, declaring declarations: String = "",
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("pointers", architecture) { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  // MARK: Out

  private func out<Element: LibraryScalar & Equatable>(
    _ type: String, _ name: String, _ expected: Element, _ architecture: Architecture,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = Out<Element>()
    let status: Int = try withPointers(
      architecture, declaring: "int out_\(name)(\(type) *value);"
    ) { try $0.call("out_\(name)", value) }
    #expect(status == 0 && value.value == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: Architecture.all)
  func `every declared type comes back through a pointer`(_ architecture: Architecture) throws {
    try out("_Bool", "bool", true, architecture)
    try out("char", "char", Int8(-3), architecture)
    try out("unsigned char", "unsigned_char", UInt8(253), architecture)
    try out("short", "short", Int16(-12345), architecture)
    try out("unsigned short", "unsigned_short", UInt16(54321), architecture)
    try out("int", "int", Int32(-123_456_789), architecture)
    try out("unsigned int", "unsigned_int", UInt32(4_123_456_789), architecture)
    try out("long", "long", -1_234_567_890, architecture)
    try out("size_t", "size_t", UInt(4_123_456_789), architecture)
    try out("long long", "long_long", Int64(-1_234_567_890_123_456_789), architecture)
    try out(
      "unsigned long long", "unsigned_long_long", UInt64(12_345_678_901_234_567_890), architecture)
    try out("float", "float", Float(1.5), architecture)
    try out("double", "double", -0.1, architecture)
  }

  @Test(arguments: Architecture.all)
  func `an undeclared pointer has the width that Swift names`(_ architecture: Architecture) throws {
    let value = Out<Int32>()
    let _: Int = try withPointers(architecture) { try $0.out_int(value) }
    #expect(value.value == -123_456_789)
  }

  @Test func `a value is zero before the call`() {
    #expect(Out<Int32>().value == 0)
  }

  @Test func `a number that the Swift type does not hold is an error`() throws {
    try withPointers(declaring: "int out_int(int *value);") { lib in
      expect(.valueOutOfRange, "argument 'value' came back as -123456789", "Int16") {
        let _: Int = try lib.out_int(Out<Int16>())
      }
    }
  }

  @Test func `a pointer to doubles is no pointer to integers`() throws {
    try withPointers(declaring: "int out_double(double *value);") { lib in
      expect(.typeMismatch, "argument 'value' is declared 'double *'", "a pointer to Int32") {
        let _: Int = try lib.out_double(Out<Int32>())
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `an array is filled`(_ architecture: Architecture) throws {
    let values = Out<[Int32]>(count: 4)
    let _: Int = try withPointers(
      architecture, declaring: "int fill_ints(int *values, int count, int first);"
    ) { try $0.fill_ints(values, 4, 10) }
    #expect(values.value == [10, 11, 12, 13])
  }

  @Test(arguments: Architecture.all)
  func `several pointers of one call come back each to its own`(
    _ architecture: Architecture
  ) throws {
    let lowest = Out<Double>(), highest = Out<Double>()
    let _: Int = try withPointers(
      architecture,
      declaring: "int minmax(const double *values, int count, double *lowest, double *highest);"
    ) { try $0.minmax([3.0, -1.0, 2.0], 3, lowest, highest) }
    #expect((lowest.value, highest.value) == (-1, 3))
  }

  @Test(arguments: Architecture.all)
  func `nil for a pointer is a null`(_ architecture: Architecture) throws {
    let status: Int = try withPointers(architecture, declaring: "int out_int(int *value);") {
      try $0.out_int(nil)
    }
    #expect(status == -1)
  }

  // MARK: In

  @Test(arguments: Architecture.all)
  func `an array goes in`(_ architecture: Architecture) throws {
    let sum: Double = try withPointers(
      architecture, declaring: "double sum_doubles(const double *values, int count);"
    ) { try $0.sum_doubles([1.5, 2.5, -1.0], 3) }
    #expect(sum == 3)
  }

  @Test(arguments: Architecture.all)
  func `an array of Int becomes the declared type`(_ architecture: Architecture) throws {
    let sum: Int = try withPointers(
      architecture, declaring: "long sum_longs(const long *values, int count);"
    ) { try $0.sum_longs([1, -2, 40], 3) }
    #expect(sum == 39)
  }

  @Test(arguments: Architecture.all)
  func `an element that the declared type does not hold is an error`(
    _ architecture: Architecture
  ) throws {
    try withPointers(
      architecture, declaring: "int64_t sum_bytes(const uint8_t *values, size_t count);"
    ) { lib in
      expect(.valueOutOfRange, "element 2 of argument 'values' is 256", "0 to 255") {
        let _: Int = try lib.sum_bytes([1, 2, 256], 3)
      }
    }
  }

  @Test func `an empty array goes in`() throws {
    let sum: Double = try withPointers(
      declaring: "double sum_doubles(const double *values, int count);"
    ) { try $0.sum_doubles([Double](), 0) }
    #expect(sum == 0)
  }

  @Test func `an empty array is no null`() throws {
    let isNull: Int = try withPointers(declaring: "int is_null(const void *pointer);") {
      try $0.is_null([UInt8]())
    }
    #expect(isNull == 0)
  }

  @Test func `a plain Int has no width behind a void pointer`() throws {
    try withPointers(declaring: "int is_null(const void *pointer);") { lib in
      expect(.typeMismatch, "argument 'pointer'", "Int32 or Int64") {
        let _: Int = try lib.is_null([1, 2])
      }
    }
  }

  @Test func `nothing comes back through a pointer to const`() throws {
    try withPointers(declaring: "double sum_doubles(const double *values, int count);") { lib in
      expect(.typeMismatch, "argument 'values'", "'const double *'", "the value itself") {
        let _: Double = try lib.sum_doubles(InOut([1.0]), 1)
      }
    }
  }
}
