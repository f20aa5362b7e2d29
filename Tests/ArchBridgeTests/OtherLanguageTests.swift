import ArchBridge
import Testing

@Suite(.fixtures)
struct CPlusPlusTests {
  @Test(arguments: Architecture.all)
  func `an object lives behind C functions`(_ architecture: Architecture) throws {
    try withFixture("gauge", architecture) { lib in
      try lib.declare(
        """
        typedef struct Gauge Gauge;
        Gauge *gauge_create(const char *name); void gauge_record(Gauge *gauge, double value);
        double gauge_mean(const Gauge *gauge); const char *gauge_name(const Gauge *gauge);
        void gauge_destroy(Gauge *gauge);
        """)
      let gauge: RemoteAddress = try lib.gauge_create("boiler")
      for value in [1.0, 2.0, 6.0] { try lib.gauge_record(gauge, value) }
      let mean: Double = try lib.gauge_mean(gauge)
      let name: String = try lib.gauge_name(gauge)
      try lib.gauge_destroy(gauge)
      #expect((mean, name) == (3, "boiler"))
    }
  }

  @Test(arguments: Architecture.all)
  func `overloads are called by their mangled names`(_ architecture: Architecture) throws {
    try withFixture("gauge", architecture) { lib in
      let whole: Int = try lib.call("_Z6squarei", 7)
      let real: Double = try lib.call("_Z6squared", 1.5)
      #expect((whole, real) == (49, 2.25))
    }
  }

  @Test(arguments: Architecture.all)
  func `a class's own method is called by its mangled name`(_ architecture: Architecture) throws {
    try withFixture("gauge", architecture) { lib in
      try lib.declare("void _ZN5Gauge6recordEi(void *self, int value);")
      let gauge: RemoteAddress = try lib.gauge_create("boiler")
      try lib.library["_ZN5Gauge6recordEi"](gauge, 4)
      let mean: Double = try lib.gauge_mean(gauge)
      let latest: Int = try lib.call("_ZN5Gauge6latestEv")
      #expect((mean, latest) == (4, 2))
    }
  }

  @Test(arguments: Architecture.all)
  func `exceptions inside a library stay there`(_ architecture: Architecture) throws {
    let results: [Int] = try withFixture("gauge", architecture) { lib in
      [try lib.gauge_parse("12"), try lib.gauge_parse("twelve")]
    }
    #expect(results == [12, -1])
  }
}

@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranTests {
  private func withLinear<Value>(
    _ architecture: Architecture, _ declarations: String, output: LibraryOutput = .passThrough,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("linear", architecture, configuration: .init(output: output)) { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `numbers go by reference`(_ architecture: Architecture) throws {
    let values = InOut([1.0, 2.0, 3.0])
    try withLinear(architecture, "void scale_vector_(int *count, double *factor, double *values);")
    {
      try $0.scale_vector_(3, 2.5, values)
    }
    #expect(values.value == [2.5, 5, 7.5])
  }

  @Test(arguments: Architecture.all)
  func `a function returns a double precision`(_ architecture: Architecture) throws {
    let dot: Double = try withLinear(
      architecture, "double dot_(int *count, const double *a, const double *b);"
    ) { try $0.dot_(3, [1.0, 2.0, 3.0], [4.0, 5.0, 6.0]) }
    #expect(dot == 32)
  }

  @Test(arguments: Architecture.all)
  func `a matrix goes column by column`(_ architecture: Architecture) throws {
    let product = Out<[Double]>(count: 2)
    try withLinear(
      architecture,
      "void multiply_(int *rows, int *columns, double *matrix, double *vector, double *product);"
    ) { try $0.multiply_(2, 3, [1.0, 4.0, 2.0, 5.0, 3.0, 6.0], [1.0, 10.0, 100.0], product) }
    #expect(product.value == [321, 654])
  }

  @Test(arguments: Architecture.all)
  func `a REAL is a float`(_ architecture: Architecture) throws {
    let count: Int = try withLinear(
      architecture, "int count_positive_(int *length, const float *values);"
    ) { try $0.count_positive_(4, [Float(-1), 0, 2, 3]) }
    #expect(count == 2)
  }

  @Test(arguments: Architecture.all)
  func `a text's length comes last`(_ architecture: Architecture) throws {
    let count: Int = try withLinear(
      architecture, "int count_blanks_(const char *text, size_t length);"
    ) { try $0.count_blanks_("a b c", 5) }
    #expect(count == 2)
  }

  @Test(arguments: Architecture.all)
  func `what PRINT prints arrives when the session ends`(_ architecture: Architecture) throws {
    let capture = OutputCapture()
    try withLinear(architecture, "void print_sum_(int *a, int *b);", output: capture.destination) {
      try $0.print_sum_(20, 22)
    }
    #expect(capture.output.split(whereSeparator: \.isWhitespace) == ["sum", "42"])
  }
}
