import ArchBridge
import Testing

/// Structures and unions, by value and by pointer.
@Suite(.fixtures) struct StructureTests {
  private struct Point: LibraryStructure, Equatable {
    static let cType = "struct point"
    var x = 0.0, y = 0.0

    init() {}
    init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
    init(fields: Structure) throws(BridgeError) {
      x = try fields.x
      y = try fields.y
    }
    func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("x", x)
      try fields.set("y", y)
    }
  }

  private static let declarations = """
    struct point { double x, y; };
    struct mixed { char tag; double value; short counts[3]; struct point origin; };
    struct flags { unsigned low : 3; int middle : 5; unsigned long long high : 40; };
    struct __attribute__((packed)) packed { char tag; int value; double weight; };
    union number { int i; float f; double d; unsigned char bytes[8]; };
    struct node { int value; struct node *next; };
    struct message { int count; short items[]; };
    struct tiny { char c; };
    struct five { char bytes[5]; };
    struct big { double values[20]; };
    double point_length_squared(struct point p);
    struct point point_scaled(struct point p, double factor);
    void point_scale(struct point *p, double factor);
    double points_sum(const struct point *points, int count);
    void points_fill(struct point *points, int count);
    struct mixed mixed_changed(struct mixed m);
    int mixed_size(void);
    struct flags flags_changed(struct flags f);
    void flags_set(struct flags *f);
    int packed_sum(const struct packed *p);
    union number number_from_float(float f);
    int number_bits(union number n);
    struct tiny tiny_next(struct tiny t);
    struct five five_reversed(struct five f);
    struct big big_negated(int before, struct big b, int after);
    int list_sum(const struct node *node);
    int message_sum(const struct message *m);
    """

  private func withValues<Value>(
    _ architecture: Architecture = .i386, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("values", architecture) { lib in
      try lib.declare(Self.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a structure goes in and comes back by value`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let point = try lib.structure("struct point", ["x": 3, "y": 4.5])
      let length: Double = try lib.point_length_squared(point)
      #expect(length == 29.25)
      let scaled: Structure = try lib.point_scaled(point, 2)
      #expect("\(scaled)" == "{x: 6.0, y: 9.0}")
    }
  }

  @Test(arguments: Architecture.all)
  func `a Swift structure stands for C's`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let scaled: Point = try lib.point_scaled(Point(3, 4), 2)
      #expect(scaled == Point(6, 8))
      let place = InOut(Point(1, 2))
      try lib.point_scale(place, 10)
      #expect(place.value == Point(10, 20))
      let sum: Double = try lib.points_sum([Point(1, 2), Point(3, 4)], 2)
      #expect(sum == 10)
      let out = Out<[Point]>(count: 3)
      try lib.points_fill(out, 3)
      #expect(out.value == [Point(0, 0), Point(1, -1), Point(2, -2)])
      let one = Out<Point>()
      try lib.points_fill(one, 1)
      #expect(one.value == Point())
    }
  }

  @Test(arguments: Architecture.all)
  func `nested members and arrays keep their places`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      var mixed = try lib.structure("struct mixed", ["tag": 64, "value": 1.25])
      try mixed.set("counts", [Int16(1), 2, 3])
      try mixed.set("origin.y", 7.5)
      let changed: Structure = try lib.mixed_changed(mixed)
      #expect(
        "\(changed)" == "{tag: 65, value: 2.5, counts: [-1, -2, -3], origin: {x: 1.0, y: 7.5}}")
      let (second, origin): (Int16, Point) = (
        try changed.get("counts[1]"), try changed.get("origin")
      )
      #expect(second == -2)
      #expect(origin == Point(1, 7.5))
      let size: Int = try lib.mixed_size()
      #expect(mixed.byteCount == size)
    }
  }

  @Test(arguments: Architecture.all)
  func `bit-fields keep their places and signs`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let flags = try lib.structure("struct flags", ["low": 7, "middle": -3, "high": 1])
      let changed: Structure = try lib.flags_changed(flags)
      #expect("\(changed)" == "{low: 0, middle: 3, high: \((UInt64(1) << 40) - 2)}")
      let set = InOut(try lib.structure("struct flags"))
      try lib.flags_set(set)
      #expect("\(set.value)" == "{low: 5, middle: -16, high: \(UInt64(1) << 39)}")
    }
  }

  @Test func `a bit-field refuses what it does not hold`() throws {
    try withValues { lib in
      var flags = try lib.structure("struct flags")
      expect(.valueOutOfRange, "member 'low'", "8", "0 to 7") { try flags.set("low", 8) }
      expect(.valueOutOfRange, "member 'middle'", "-17", "-16 to 15") {
        try flags.set("middle", -17)
      }
      #expect("\(flags)" == "{low: 0, middle: 0, high: 0}")
    }
  }

  @Test(arguments: Architecture.all)
  func `packed structures go by pointer`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let packed = try lib.structure("struct packed", ["tag": 1, "value": 20, "weight": 300])
      #expect(packed.byteCount == 13)
      let sum: Int = try lib.packed_sum(packed)
      #expect(sum == 321)
    }
  }

  @Test(arguments: Architecture.all)
  func `unions share their bytes`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let number: Structure = try lib.number_from_float(1.5)
      let bits: Int32 = try number.i
      #expect(bits == Int32(bitPattern: Float(1.5).bitPattern))
      let back: Int = try lib.number_bits(number)
      #expect(back == Int(bits))
    }
  }

  @Test(arguments: Architecture.all)
  func `small, odd and large structures go by value`(_ architecture: Architecture) throws {
    try withValues(architecture) { lib in
      let tiny: Structure = try lib.tiny_next(lib.structure("struct tiny", ["c": 65]))
      #expect("\(tiny)" == "{c: 66}")
      var five = try lib.structure("struct five")
      try five.set("bytes", [Int8(1), 2, 3, 4, 5])
      let reversed: Structure = try lib.five_reversed(five)
      let bytes: [Int8] = try reversed.bytes
      #expect(bytes == [5, 4, 3, 2, 1])
      var big = try lib.structure("struct big")
      try big.set("values", (0..<20).map(Double.init))
      let negated: Structure = try lib.big_negated(1, big, 2)
      let values: [Double] = try negated.values
      #expect(values == (0..<20).map { 3 - Double($0) })
    }
  }

  @Test func `pointers among the members are addresses`() throws {
    try withValues { lib in
      let size = try lib.structure("struct node").byteCount
      let second = try lib.memory.allocate(byteCount: size)
      try lib.memory.write(try lib.structure("struct node", ["value": 40]), to: second)
      let first = try lib.structure("struct node", ["value": 2, "next": second])
      let sum: Int = try lib.list_sum(first)
      #expect(sum == 42)
      let read = try lib.memory.read("struct node", at: second)
      let value: Int = try read.value
      #expect(value == 40)
      try lib.memory.free(second)
    }
  }

  @Test func `an array without a length is read with one`() throws {
    try withValues { lib in
      let address = try lib.memory.allocate(byteCount: 10)
      try lib.memory.write([Int32(3)], to: address)
      try lib.memory.write([Int16(1), 2, 3], to: address.advanced(by: 4))
      let sum: Int = try lib.message_sum(address)
      #expect(sum == 6)
      let message = try lib.memory.read("struct message", at: address, byteCount: 10)
      let items: [Int16] = try message.items
      #expect(items == [1, 2, 3])
      try lib.memory.free(address)
    }
  }

  @Test func `a structure with an array's elements goes whole`() throws {
    try withValues { lib in
      let address = try lib.memory.allocate(byteCount: 10)
      try lib.memory.write([Int32(3)], to: address)
      try lib.memory.write([Int16(1), 2, 3], to: address.advanced(by: 4))
      var message = try lib.memory.read("struct message", at: address, byteCount: 10)
      let (sum, again): (Int, Int) = (
        try lib.message_sum(message), try lib.message_sum([message])
      )
      #expect(sum == 6 && again == 6)
      try message.set("items[2]", 30)
      try lib.memory.write(message, to: address)
      let changed: Int = try lib.message_sum(address)
      #expect(changed == 33)
      expect(.typeMismatch, "array at its end") {
        let _: Int = try lib.message_sum([message, message])
      }
      try lib.memory.free(address)
    }
  }

  @Test func `another client's structure of the same name is refused`() throws {
    try withValues { lib in
      try withFixture("values") { other in
        try other.declare("struct point { float x; float y; float z; };")
        let point = try other.structure("struct point")
        expect(.typeMismatch, "another 'struct point'") {
          let _: Double = try lib.point_length_squared(point)
        }
      }
    }
  }

  @Test func `memory holds arrays of structures`() throws {
    try withValues { lib in
      let address = try lib.memory.allocate(byteCount: 48)
      try lib.memory.write([Point(1, 2), Point(3, 4), Point(5, 6)], to: address)
      let sum: Double = try lib.points_sum(address, 3)
      #expect(sum == 21)
      let points = try lib.memory.read(Point.self, at: address, count: 3)
      #expect(points[2] == Point(5, 6))
      try lib.memory.free(address)
    }
  }

  @Test func `members are checked`() throws {
    try withValues { lib in
      var mixed = try lib.structure("struct mixed")
      expect(.typeMismatch, "no member colour", "tag, value") {
        let _: Int = try mixed.colour
      }
      expect(.typeMismatch, "'double'") { let _: Int = try mixed.value }
      expect(.valueOutOfRange, "member 'tag'", "128", "-128 to 127") { try mixed.set("tag", 128) }
      expect(.typeMismatch, "3 elements", "2") { try mixed.set("counts", [Int16(1), 2]) }
      expect(.typeMismatch, "3 elements") { let _: Int16 = try mixed.get("counts[3]") }
      expect(.typeMismatch, "'struct point'") { try mixed.set("origin", 1) }
      expect(.typeMismatch, "struct point") {
        let _: Structure = try lib.mixed_changed(lib.structure("struct point"))
      }
      expect(.typeMismatch, "argument 'p'") {
        let _: Double = try lib.point_length_squared([1.0, 2.0])
      }
    }
  }

  @Test func `an undeclared structure is an error`() throws {
    try withFixture("values") { lib in
      expect(.invalidDeclaration, "struct absent") { _ = try lib.structure("struct absent;") }
      expect(.unsupportedType, "struct absent") { _ = try lib.structure("struct absent") }
      expect(.unstatedResult, "declare") { let _: Structure = try lib.tiny_next(1) }
    }
  }

  @Test func `what cannot go by value says why, once`() throws {
    try withFixture("values") { lib in
      try lib.declare("struct empty {}; int mixed_size(struct empty e);")
      let error = thrown { let _: Int = try lib.mixed_size(lib.structure("struct empty")) }
      #expect(error?.code == .unsupportedType)
      #expect(
        error?.message
          == "'struct empty' cannot be passed by value: it has no bytes; pass a pointer to it")
    }
  }

  @Test func `more structures than there is room for are an error`() throws {
    try withValues { lib in
      for count in [1_000_000_000, Int.max] {
        expect(.tooLarge, "argument 'points'") {
          try lib.points_fill(Out<[Point]>(count: count), 1)
        }
      }
    }
  }

  @Test func `bytes too few for a structure are refused`() throws {
    try withValues { lib in
      expect(.typeMismatch, "8 bytes", "16") { try lib.point_scale(Out<[UInt8]>(count: 8), 2) }
    }
  }
}
