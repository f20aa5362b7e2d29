import ArchBridge
import Testing

@Suite(.fixtures)
struct InOutTests {
  private func withPointers<Value>(
    _ architecture: Architecture = .i386, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("pointers", architecture) { lib in
      try lib.declare(
        """
        void twice(int *value); void swap(int *a, int *b);
        void scale(double *values, int count, double factor);
        void reverse_shorts(short *values, int count);
        int *table_address(void); int find_table(int **found); int find_nothing(int **found);
        int find_rows(int **rows, int count); int sum_rows(int *const *rows, int count);
        void *echo_address(void *address);
        """)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a number goes in and comes back`(_ architecture: Architecture) throws {
    let value = InOut(Int32(21))
    try withPointers(architecture) { try $0.twice(value) }
    #expect(value.value == 42)
  }

  @Test(arguments: Architecture.all)
  func `a plain Int goes in and comes back`(_ architecture: Architecture) throws {
    let value = InOut(21)
    try withPointers(architecture) { try $0.call("twice", value) }
    #expect(value.value == 42)
  }

  @Test func `a number goes in and comes back without a declaration`() throws {
    let value = InOut(-21)
    try withFixture("pointers") { try $0.call("twice", value, as: Void.self) }
    #expect(value.value == -42)
  }

  @Test func `what came back goes in again`() throws {
    let value = InOut(Int32(1))
    try withPointers { lib in for _ in 0..<5 { try lib.twice(value) } }
    #expect(value.value == 32)
  }

  @Test func `a new value goes in`() throws {
    let value = InOut(Int32(1))
    try withPointers { lib in
      try lib.twice(value)
      value.value = 50
      try lib.twice(value)
    }
    #expect(value.value == 100)
  }

  @Test func `two pointers of one call are apart`() throws {
    let (a, b) = (InOut(Int32(1)), InOut(Int32(2)))
    try withPointers { try $0.swap(a, b) }
    #expect((a.value, b.value) == (2, 1))
  }

  @Test(arguments: Architecture.all)
  func `an array is changed in place`(_ architecture: Architecture) throws {
    let values = InOut([1.0, 2.0, 3.0])
    try withPointers(architecture) { try $0.scale(values, 3, -2.0) }
    #expect(values.value == [-2, -4, -6])
  }

  @Test(arguments: Architecture.all)
  func `an array of Int is changed in place as the declared type`(
    _ architecture: Architecture
  ) throws {
    let values = InOut([1, 2, -3])
    try withPointers(architecture) { try $0.reverse_shorts(values, 3) }
    #expect(values.value == [-3, 2, 1])
  }

  @Test func `an array's memory starts as zeros where nothing goes in`() throws {
    let values = Out<[Double]>(count: 2)
    try withPointers { try $0.scale(values, 2, 5.0) }
    #expect(values.value == [0, 0])
  }

  // MARK: Addresses

  @Test(arguments: Architecture.all)
  func `an address comes back through a pointer`(_ architecture: Architecture) throws {
    try withPointers(architecture) { lib in
      let found = Out<RemoteAddress>()
      let _: Int = try lib.find_table(found)
      let table: RemoteAddress = try lib.table_address()
      #expect(found.value == table)
    }
  }

  @Test(arguments: Architecture.all)
  func `a null comes back through a pointer`(_ architecture: Architecture) throws {
    let found = InOut(RemoteAddress(rawValue: 16))
    let _: Int = try withPointers(architecture) { try $0.find_nothing(found) }
    #expect(found.value == .null)
  }

  @Test(arguments: Architecture.all)
  func `an array of addresses comes back and goes in`(_ architecture: Architecture) throws {
    let sum: Int = try withPointers(architecture) { lib in
      let rows = Out<[RemoteAddress]>(count: 3)
      let _: Int = try lib.find_rows(rows, 3)
      return try lib.sum_rows(InOut(rows.value).value, 3)
    }
    #expect(sum == 66)
  }

  @Test(arguments: Architecture.all)
  func `the highest address crosses both ways`(_ architecture: Architecture) throws {
    let highest = RemoteAddress(rawValue: architecture == .i386 ? UInt64(UInt32.max) : .max)
    let echo: RemoteAddress = try withPointers(architecture) { try $0.echo_address(highest) }
    #expect(echo == highest)
  }

  @Test func `an address wider than the helper's is refused`() throws {
    try withPointers { lib in
      expect(.valueOutOfRange, "argument 'address'", "4294967296") {
        let _: RemoteAddress = try lib.echo_address(RemoteAddress(rawValue: 1 << 32))
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a null address is nil where that is asked for`(_ architecture: Architecture) throws {
    let echo: RemoteAddress? = try withPointers(architecture) { try $0.echo_address(nil) }
    #expect(echo == nil)
  }
}
