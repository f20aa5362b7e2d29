import ArchBridge
import Testing

/// 80-bit and complex numbers, wide text, arrays of text, large enumerations, variables.
@Suite(.fixtures) struct ValueKindTests {
  private func withValues<Value>(
    _ declarations: String, _ architecture: Architecture = .i386,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("values", architecture) { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  private static let extremes: [Float80] = [
    0, -0.0, 1, -1.5, .pi, .greatestFiniteMagnitude, .leastNormalMagnitude, .leastNonzeroMagnitude,
    .infinity, Float80(UInt64.max),
  ]

  @Test(arguments: extremes, Architecture.all)
  func `80 bits go in and out`(_ value: Float80, _ architecture: Architecture) throws {
    try withValues("long double extended_twice(long double value);", architecture) { lib in
      let result: Float80 = try lib.extended_twice(value)
      #expect(result == value * 2)
      #expect(result.sign == (value * 2).sign)
    }
  }

  @Test(arguments: Architecture.all)
  func `NaN of 80 bits stays NaN`(_ architecture: Architecture) throws {
    try withFixture("values", architecture) { lib in
      let result: Float80 = try lib.extended_twice(Float80.nan)
      #expect(result.isNaN)
    }
  }

  @Test(arguments: Architecture.all)
  func `arrays of 80-bit numbers come back`(_ architecture: Architecture) throws {
    try withValues("void extended_halves(long double *values, int count);", architecture) { lib in
      let values = InOut<[Float80]>([1, 3, -5])
      try lib.extended_halves(values, 3)
      #expect(values.value == [0.5, 1.5, -2.5])
    }
  }

  @Test func `other numbers become long double`() throws {
    try withValues("long double extended_twice(long double value);") { lib in
      let (a, b): (Float80, Float80) = (
        try lib.extended_twice(21), try lib.extended_twice(1.25)
      )
      #expect(a == 42 && b == 2.5)
      expect(.typeMismatch, "Float80") { let _: Double = try lib.extended_twice(1) }
    }
  }

  @Test(arguments: Architecture.all)
  func `complex numbers of each width go in and out`(_ architecture: Architecture) throws {
    try withValues(
      """
      float _Complex complex_float_conjugate(float _Complex z);
      double _Complex complex_conjugate(double _Complex z);
      long double _Complex complex_long_conjugate(long double _Complex z);
      double complex_sum(const double _Complex *z, int count);
      """, architecture
    ) { lib in
      let single: Complex<Float> = try lib.complex_float_conjugate(Complex<Float>(1.5, -2))
      #expect(single == Complex(1.5, 2))
      let double: Complex<Double> = try lib.complex_conjugate(Complex(1.25, 3))
      #expect(double == Complex(1.25, -3))
      let extended: Complex<Float80> = try lib.complex_long_conjugate(Complex<Float80>(0.5, .pi))
      #expect(extended == Complex<Float80>(0.5, -.pi))
      let sum: Double = try lib.complex_sum([Complex(1, 2), Complex(3.0, 4)], 2)
      #expect(sum == 10)
    }
  }

  @Test(arguments: Architecture.all)
  func `wide text goes in and out`(_ architecture: Architecture) throws {
    try withValues(
      """
      int wide_length(const wchar_t *text);
      const wchar_t *wide_greeting(void);
      void wide_copy(wchar_t *to, const wchar_t *from, int capacity);
      int utf16_length(const char16_t *text);
      const char16_t *utf16_greeting(void);
      """, architecture
    ) { lib in
      let length: Int = try lib.wide_length("Grüße 😀")
      #expect(length == 7)
      let wide: String = try lib.wide_greeting()
      #expect(wide == "Grüße 😀")
      let copy = Out<String>(capacity: 16)
      try lib.wide_copy(copy, "Grüße 😀", 16)
      #expect(copy.value == "Grüße 😀")
      let units: Int = try lib.utf16_length("Grüße 😀")
      #expect(units == 8)
      let utf16: String = try lib.utf16_greeting()
      #expect(utf16 == "Grüße 😀")
    }
  }

  @Test func `a wide character is as wide as it is declared`() throws {
    try withValues("typedef unsigned short wchar_t; int utf16_length(const wchar_t *text);") {
      lib in
      let length: Int = try lib.utf16_length("abc")
      #expect(length == 3)
    }
  }

  @Test func `wide text needs no declaration where its encoding is named`() throws {
    try withFixture("values") { lib in
      let length: Int = try lib.wide_length(Text("Größe", encoding: .utf32))
      #expect(length == 5)
    }
  }

  @Test func `a client's own encoding is one of bytes`() {
    expect(.invalidText, "UTF-16", "wchar_t") {
      try withFixture("values", configuration: .init(textEncoding: .utf16)) { _ in }
    }
  }

  @Test(arguments: Architecture.all)
  func `arrays of text go in`(_ architecture: Architecture) throws {
    try withValues(
      """
      int count_texts(char *const *texts);
      int texts_length(const char **texts, int count);
      """, architecture
    ) { lib in
      let count: Int = try lib.count_texts(["one", "two", ""])
      #expect(count == 3)
      let length: Int = try lib.texts_length(["one", nil, "three"], 3)
      #expect(length == 3 + 100 + 5)
      let none: Int = try lib.count_texts([String]())
      #expect(none == 0)
      expect(.invalidText, "text 1", "NUL") { let _: Int = try lib.count_texts(["a", "b\0c"]) }
    }
  }

  @Test(arguments: Architecture.all)
  func `an enumeration beyond int is unsigned`(_ architecture: Architecture) throws {
    try withValues(
      """
      enum large { LARGE_LOW = 1, LARGE_HIGH = 0xF0000000u };
      enum large large_next(enum large value);
      """, architecture
    ) { lib in
      let high = try lib.constant("LARGE_HIGH")
      let next: UInt32 = try lib.large_next(high)
      #expect(next == 0xF000_0001)
      expect(.valueOutOfRange, "-1") { let _: UInt32 = try lib.large_next(-1) }
    }
  }

  @Test(arguments: Architecture.all)
  func `variables are read and written`(_ architecture: Architecture) throws {
    try withValues(
      """
      struct point { double x, y; };
      extern int counter;
      extern const double table[4];
      extern struct point corner;
      extern char title[16];
      extern const char *const names[3];
      extern const char *greeting;
      int counter_value(void);
      """, architecture
    ) { lib in
      let counter: Int = try lib.variable("counter").get()
      #expect(counter == 41)
      try lib.variable("counter").set(1_000)
      let value: Int = try lib.counter_value()
      #expect(value == 1_000)
      let table: [Double] = try lib.variable("table").get()
      #expect(table == [1.5, 2.5, 3.5, 4.5])
      let corner: Structure = try lib.variable("corner").get()
      #expect("\(corner)" == "{x: 1.0, y: 2.0}")
      try lib.variable("title").set("renamed")
      let title: String = try lib.variable("title").get()
      #expect(title == "renamed")
      let names = try lib.memory.readTexts(at: lib.variable("names").address(), count: 3)
      #expect(names == ["one", "two", nil])
      let greeting: String = try lib.variable("greeting").get()
      #expect(greeting == "hello")
      expect(.valueOutOfRange, "counter", "2147483648") {
        try lib.variable("counter").set(2_147_483_648)
      }
      expect(.typeMismatch, "const") { try lib.variable("table").set([1.0, 2, 3, 4]) }
      expect(.tooLarge, "title", "15") { try lib.variable("title").set("0123456789abcdef") }
      expect(.invalidDeclaration, "absent", "declare") {
        let _: Int = try lib.variable("absent").get()
      }
    }
  }

  @Test func `what is declared and not exported is named`() throws {
    try withValues("extern int countre;") { lib in
      expect(.symbolNotFound, "countre", "counter") {
        let _: Int = try lib.variable("countre").get()
      }
    }
  }
}
