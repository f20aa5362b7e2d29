import ArchBridge
import Testing

/// C++ functions by their signatures.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CPlusPlusNameTests {
  private func gauge(_ lib: LibraryClient, _ channel: Int = 2) throws -> RemoteAddress {
    try lib.call("vendor::Gauge* vendor::make(int)", channel)
  }

  @Test(arguments: Architecture.all)
  func `a function of a namespace is called by its signature`(
    _ architecture: Architecture
  ) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib, 5)
      let kind: Int = try lib.call("int vendor::kind_of(const vendor::Gauge&)", gauge)
      #expect(kind == 12)
      try lib.call("void vendor::release(vendor::Gauge*)", gauge)
      let alive: Int = try lib.call("static int vendor::Gauge::count()")
      #expect(alive == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `overloads are told apart`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib)
      let real: Double = try lib.call("double vendor::Gauge::read(double) const", gauge, 3.0)
      let whole: Double = try lib.call("double vendor::Gauge::read(int) const", gauge, 3)
      let many: Double = try lib.call("vendor::Gauge::read(double, unsigned int)", gauge, 3.0, 4)
      #expect((real, whole, many) == (3, 3.5, 12))
      let areas: [Double] = [
        try lib.call("double area(double, double)", 2.0, 3.0), try lib.call("area(double)", 2.0),
      ]
      #expect(areas == [6, 12])
      let signs: [Int] = [
        try lib.call("int vendor::sign(signed char)", Int8(-3)),
        try lib.call("int vendor::sign(char)", Int8(-3)),
        try lib.call("int vendor::sign(unsigned char)", UInt8(3)),
        try lib.call("int vendor::sign(int)", 3), try lib.call("int vendor::sign(wchar_t)", 3),
      ]
      #expect(signs == [-1, 10, 20, 30, 40])
    }
  }

  @Test(arguments: Architecture.all)
  func `references and pointers are told apart, and both are pointers`(
    _ architecture: Architecture
  ) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib)
      try lib.call("void vendor::Gauge::calibrate(const double&)", gauge, 2.5)
      let scale = InOut(4.0)
      try lib.call("void vendor::Gauge::calibrate(double*)", gauge, scale)
      #expect(scale.value == 2.5)
      let read: Double = try lib.call("double vendor::Gauge::read(double) const", gauge, 10.0)
      #expect(read == 40)
    }
  }

  @Test(arguments: Architecture.all)
  func `operators and conversions have names`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let (left, right) = (try gauge(lib), try gauge(lib))
      let same: RemoteAddress = try lib.call("vendor::Gauge::operator+=(double)", left, 1.5)
      #expect(same == left)
      let value: Double = try lib.call("double vendor::Gauge::operator()(int) const", left, 3)
      let isEqual: Bool = try lib.call(
        "bool vendor::Gauge::operator==(const vendor::Gauge&) const", left, right)
      let whole: Int32 = try lib.call("int vendor::Gauge::operator int() const", left)
      #expect(value == 32.5 && !isEqual && whole == 2)
    }
  }

  @Test(arguments: Architecture.all)
  func `instances of templates are found`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let whole: Int = try lib.call("int vendor::largest<int>(int, int)", 3, 5)
      // A template's symbol says what it returns.
      let real: Double = try lib.call("vendor::largest<double>(double, double)", 3.5, 1.0)
      #expect((whole, real) == (5, 3.5))
      let box = try lib.memory.allocate(byteCount: 16)
      try lib.call("void vendor::Box<int>::set(int)", box, 9)
      let value: Int = try lib.call("int vendor::Box<int>::get() const", box)
      #expect(value == 9)
    }
  }

  @Test(arguments: Architecture.all)
  func `a name alone is enough where there is one function`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib)
      let name: String = try lib.call("const char* vendor::Gauge::name() const", gauge)
      let again: String = try lib.library["vendor::Gauge::name"](gauge)
      let typed: String = try lib.call("const char* vendor::Gauge::name", gauge)
      #expect([name, again, typed] == ["meter", "meter", "meter"])
      let wrong = thrown { let _: Double = try lib.call("int vendor::kind_of", gauge) }
      #expect(wrong?.code == .typeMismatch)
    }
  }

  @Test(arguments: Architecture.all)
  func `a name that means several functions lists them`(_ architecture: Architecture) throws {
    let error = try withFixture("vendor", architecture) { lib in
      thrown {
        let _: Double = try lib.call("vendor::Gauge::read", RemoteAddress(rawValue: 0), 1.0)
      }
    }
    #expect(error?.code == .symbolNotFound)
    #expect(
      error?.message
        == "vendor::Gauge::read is 3 functions of \(Fixture.path("vendor", architecture)); write "
        + "which: vendor::Gauge::read(double) const; vendor::Gauge::read(double, unsigned int); "
        + "vendor::Gauge::read(int) const")
  }

  @Test func `other parameters list what there is, and other names what is near`() throws {
    try withFixture("vendor") { lib in
      let other = thrown { let _: Double = try lib.call("vendor::Gauge::read(float) const") }
      #expect(other?.code == .symbolNotFound)
      #expect(other?.message.contains("there is vendor::Gauge::read(double) const; ") == true)
      let near = thrown { try lib.call("void vendor::Gage::calibrate(double*)") }
      #expect(near?.message.hasSuffix("did you mean vendor::Gauge::calibrate?") == true)
      let unreadable = thrown { try lib.call("void vendor::Gauge::read(double") }
      #expect(unreadable?.code == .invalidDeclaration)
    }
  }

  @Test(arguments: Architecture.all)
  func `a method asks for its object`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let error = thrown {
        let _: Double = try lib.call("double vendor::Gauge::read(double) const", 1.0)
      }
      #expect(error?.code == .argumentCount)
      #expect(error?.message.contains("vendor::Gauge *this") == true)
      let counts: [Int] = [
        try lib.call("static int vendor::Gauge::count()"),
        try lib.call("static int vendor::Gauge::count(int)", 4),
      ]
      #expect(counts == [0, 4])
    }
  }

  @Test(arguments: Architecture.all)
  func `arguments are checked against the signature`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib)
      let wide = thrown {
        let _: Double = try lib.call("double vendor::Gauge::read(int) const", gauge, 1 << 40)
      }
      #expect(wide?.code == .valueOutOfRange)
      let unstated = thrown { try lib.call("vendor::Gauge::read(int) const", gauge, 1) }
      #expect(unstated?.code == .unstatedResult)
      let wrong = thrown {
        let _: String = try lib.call("double vendor::Gauge::read(int) const", gauge, 1)
      }
      #expect(wrong?.code == .typeMismatch)
    }
  }

  @Test(arguments: Architecture.all)
  func `a structure by value is declared under its own name`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let undeclared = thrown {
        let _: Double = try lib.call("double vendor::length(vendor::Point)", [1.0, 2.0])
      }
      #expect(undeclared?.code == .unsupportedType)
      #expect(undeclared?.message.contains("write the parameter as vendor::Point&") == true)
      try lib.declare("struct Point { double x; double y; };")
      let point = try lib.structure("struct Point", ["x": 3, "y": 4])
      let length: Double = try lib.call("double vendor::length(vendor::Point)", point)
      let moved: Structure = try lib.call(
        "vendor::Point vendor::moved(const vendor::Point&, double)", point, 1.0)
      let x: Double = try moved.x
      #expect((length, x) == (25, 4))
    }
  }

  @Test(arguments: Architecture.all)
  func `functions are prepared and batched by their signatures`(
    _ architecture: Architecture
  ) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try gauge(lib)
      let read = try lib.function(
        "double vendor::Gauge::read(double) const", as: ((RemoteAddress, Double) -> Double).self)
      #expect(try (1...5).map { try read(gauge, Double($0)) } == [1, 2, 3, 4, 5])
      let largest = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.call(
          "int vendor::largest<int>(int, int)", 3 as Int32, 4 as Int32)
        let second: BatchResult<Int32> = try batch.call(
          "int vendor::largest<int>(int, int)", first, 2 as Int32)
        return second
      }
      #expect(try largest.value == 4)
      let wrong = thrown {
        _ = try lib.function("vendor::Gauge::none(int)", as: ((Int32) -> Double).self)
      }
      #expect(wrong?.code == .symbolNotFound)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function pointer's type is part of a signature`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let sum: Int = try lib.call(
        "int vendor::apply(int (*)(int, double), int)",
        Callback { (a: Int32, b: Double) -> Int32 in a + Int32(b * 10) }, 3)
      #expect(sum == 18)
    }
  }

  @Test(arguments: Architecture.all)
  func `a signature may have a rule for its status`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let signature =
        "int vendor::sign(signed char) __attribute__((annotate(\"archbridge:status=positive\")))"
      let positive: Int = try lib.call(signature, Int8(3))
      let error = thrown { let _: Int = try lib.call(signature, Int8(-3)) }
      #expect(positive == 1 && error?.code == .failureStatus && error?.status == -1)
    }
  }

  @Test(arguments: Architecture.all)
  func `types may have C's names`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let sum: Int = try lib.call(
        "long vendor::sum(const long *values, uint64_t count)", [1, 2, 3] as [Int32], 3)
      #expect(sum == (architecture == .i386 ? 6 : sum))
    }
  }

  @Test(arguments: Architecture.all)
  func `a C function is called by its prototype too`(_ architecture: Architecture) throws {
    try withFixture("gauge", architecture) { lib in
      let gauge: RemoteAddress = try lib.call("Gauge* gauge_create(const char* name)", "boiler")
      try lib.call("void Gauge::record(double)", gauge, 4.0)
      let mean: Double = try lib.call("double gauge_mean(const Gauge*)", gauge)
      let latest: Int = try lib.call("int Gauge::latest()")
      #expect((mean, latest) == (4, 1))
    }
  }
}
