import ArchBridge
import Testing

/// Types that C++ has and C has not, and what errors say of them.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct CPlusPlusTypeTests {
  @Test(arguments: Architecture.all)
  func `enumerations of every length go by value`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      try lib.declare(
        """
        enum class Size : short { small = -2, large = 300 };
        enum Far : long long { far = 0x10000000000 };
        enum Tiny : unsigned char;
        """)
      let size: Int = try lib.call("vendor::Size vendor::next(vendor::Size, int)", -2, -5)
      let far: Int64 = try lib.call(
        "vendor::Far vendor::next(vendor::Far, int)", try lib.constant("far"), 1)
      let tiny: [Int] = [
        try lib.call("vendor::Tiny vendor::next(vendor::Tiny)", 255),
        try lib.call("vendor::Tiny vendor::next(vendor::Tiny)", 7),
      ]
      #expect((size, far, tiny) == (-7, (1 << 40) + 1, [0, 255]))
      let wide = thrown {
        let _: Int = try lib.call("vendor::Size vendor::next(vendor::Size, int)", 40_000, 0)
      }
      #expect(wide?.code == .valueOutOfRange)
    }
  }

  @Test func `an enumeration that is not declared is told how to be`() throws {
    try withFixture("vendor") { lib in
      let error = thrown { let _: Int = try lib.call("int vendor::value(vendor::Plain)", 1) }
      #expect(error?.code == .unsupportedType)
      #expect(error?.message.contains("an enumeration as in 'enum Plain : int;'") == true)
      try lib.declare("enum Plain : int;")
      let value: Int = try lib.call("int vendor::value(vendor::Plain)", 1)
      #expect(value == 1)
      let result = thrown {
        let _: Int = try lib.call("vendor::Size vendor::next(vendor::Plain&, int)", 1)
      }
      #expect(result?.code == .symbolNotFound)
    }
  }

  @Test(arguments: Architecture.all)
  func `the null pointer's own type is a pointer`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let values: [Int] = [
        try lib.call("int vendor::from_null(std::nullptr_t, int)", nil, 4),
        try lib.call("int vendor::from_null(decltype(nullptr), int)", RemoteAddress.null, 5),
      ]
      #expect(values == [4, 5])
    }
  }

  @Test(arguments: Architecture.all)
  func `a function may have nothing but an ellipsis`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let values: [Int] = [
        try lib.call("int vendor::anything(...)"),
        try lib.call("int vendor::anything(...)", 1, 2.5),
      ]
      #expect(values == [42, 42])
    }
  }

  @Test(arguments: Architecture.all)
  func `a pointer to a data member is an offset`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      try lib.declare("struct Point { double x; double y; };")
      let point = try lib.structure("struct Point", ["x": 3, "y": 4])
      let y: Double = try lib.call(
        "double vendor::coordinate(const vendor::Point& point, double vendor::Point::* which)",
        point, 8)
      #expect(y == 4)
    }
  }

  @Test func `a pointer to a member function is refused`() throws {
    try withFixture("vendor") { lib in
      let error = thrown {
        let _: Int = try lib.call(
          "int vendor::invoke(const vendor::Gauge&, int (vendor::Gauge::*)() const)",
          RemoteAddress.null, RemoteAddress.null)
      }
      #expect(error?.code == .invalidDeclaration)
      #expect(error?.message.contains("a pointer to a member function is two words") == true)
    }
  }

  @Test func `what takes no object is told to be static`() throws {
    try withFixture("vendor") { lib in
      let error = thrown { let _: Int = try lib.call("int vendor::Gauge::count(int)", 4) }
      #expect(error?.code == .argumentCount)
      #expect(error?.message.hasSuffix("write 'static' before its signature") == true)
      let const = thrown { let _: Int = try lib.call("int vendor::Gauge::kind() const") }
      #expect(const?.message.contains("static") == false)
      let memory = thrown {
        let _: Int = try lib.call("vendor::Name vendor::label(int)", 1)
      }
      #expect(memory?.code == .argumentCount)
      #expect(memory?.message.contains("the first is memory for a class") == true)
    }
  }

  @Test func `errors have long signatures without their middle`() throws {
    try withFixture("vendor") { lib in
      let both = thrown { let _: Int = try lib.call("int vendor::depth", nil) }
      #expect(both?.message.contains("…") == true && both?.code == .symbolNotFound)
      #expect((both?.message.count ?? .max) < 600)
      let type =
        (0..<20).map { _ in "vendor::Nest<" }.joined() + "int"
        + String(repeating: ">", count: 20)
      let signature = "int vendor::depth(\(type)*)"
      let depth: Int = try lib.call(signature, nil)
      #expect(depth == 20)
      let many = thrown { let _: Int = try lib.call(signature, nil, 1, 2) }
      #expect(many?.code == .argumentCount && (many?.symbol?.count ?? 0) > 260)
      #expect((many?.description.count ?? .max) < 600)
    }
  }
}
