import ArchBridge
import Synchronization
import Testing

/// Arrays that the program and the helper both have.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct SharedBufferTests {

  /// The fixture with its functions declared.
  private func withBulk<Value>(
    _ architecture: Architecture = .i386, configuration: LibraryClient.Configuration = .init(),
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("bulk", architecture, configuration: configuration) { lib in
      try lib.declare(Bulk.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function reads what was written`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      let buffer = try SharedBuffer<Double>(count: 1_000, in: lib)
      for index in 0..<buffer.count { buffer[index] = Double(index) }
      let sum: Double = try lib.sum(buffer, buffer.count)
      #expect(sum == 499_500)
    }
  }

  @Test(arguments: Architecture.all)
  func `what a function writes is there`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      let buffer = try SharedBuffer([1.5, 2.5], in: lib)
      let before: Double = try lib.twice(buffer, 2)
      #expect(before == 4)
      #expect(buffer.elements == [3, 5])
    }
  }

  @Test(arguments: Architecture.all)
  func `a new buffer is zero, also where another was`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      for _ in 0..<3 {
        let buffer = try SharedBuffer<UInt8>(count: 2_000_001, in: lib)
        let areZero: Int = try lib.are_zero(buffer, buffer.count)
        #expect(areZero == 1)
        buffer.withMutableSpan { span in
          for index in span.indices { span[index] = 0xFF }
        }
      }
    }
  }

  @Test func `memory is used again after a buffer's end`() throws {
    try withBulk { lib in
      var addresses: Set<RemoteAddress> = []
      for _ in 0..<20 {
        addresses.insert(try SharedBuffer<Double>(count: 1_000_000, in: lib).address)
      }
      #expect(addresses.count == 1)
    }
  }

  @Test func `buffers that live have places of their own`() throws {
    try withBulk { lib in
      let buffers = try (0..<50).map {
        try SharedBuffer(repeating: Double($0), count: 700, in: lib)
      }
      for (index, buffer) in buffers.enumerated() {
        let sum: Double = try lib.sum(buffer, 700)
        #expect(sum == Double(index) * 700)
      }
      #expect(Set(buffers.map(\.address)).count == 50)
    }
  }

  @Test func `a buffer is made of one value, or of an array`() throws {
    try withBulk { lib in
      let same = try SharedBuffer(repeating: Int16(-3), count: 4, in: lib)
      let numbers = try SharedBuffer([1, 2, 3] as [UInt64], in: lib)
      let none = try SharedBuffer<Float>([], in: lib)
      #expect(same.elements == [-3, -3, -3, -3])
      #expect(numbers.elements == [1, 2, 3])
      #expect(none.elements.isEmpty)
    }
  }

  @Test func `elements are copied, spanned and replaced`() throws {
    try withBulk { lib in
      let buffer = try SharedBuffer<Int32>(count: 10, in: lib)
      buffer.copy(from: [1, 2, 3], at: 7)
      #expect(buffer.elements(in: 6..<9) == [0, 1, 2])
      let sum = buffer.withSpan { span in span.indices.reduce(0) { $0 + span[$1] } }
      #expect(sum == 6)
      buffer.withMutableSpan { $0[0] = 94 }
      let all = unsafe buffer.withUnsafeMutableBufferPointer { unsafe $0.reduce(0, +) }
      #expect(all == 100)
    }
  }

  @Test(arguments: [-1, 3])
  func `an index outside ends the program`(_ index: Int) async {
    await #expect(processExitsWith: .failure) { [index] in
      try withFixture("bulk") { lib in
        let buffer = try SharedBuffer<Int32>(count: 3, in: lib)
        buffer[index] = 1
      }
    }
  }

  // MARK: Against declarations

  @Test(arguments: Architecture.all)
  func `the elements must be those that are declared`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      let doubles = try SharedBuffer<Double>(count: 4, in: lib)
      expect(.typeMismatch, "argument 'values'", "'const float *'", "SharedBuffer of Double") {
        let _: Float = try lib.sum_floats(doubles, 4)
      }
      expect(.typeMismatch, "argument 'between'") {
        let _: Double = try lib.sum_around(doubles, 4, doubles)
      }
      expect(.typeMismatch, "argument 'count'") {
        let _: Double = try lib.sum(doubles, doubles)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a long is as wide as the library's`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      let narrow = try SharedBuffer<Int32>([1, 2], in: lib)
      let wide = try SharedBuffer<Int64>([1, 2], in: lib)
      let (right, wrong): (any LibraryArgument, any LibraryArgument) =
        architecture == .i386 ? (narrow, wide) : (wide, narrow)
      let sum: Int64 = try lib.sum_longs(right, 2)
      #expect(sum == 3)
      expect(.typeMismatch, "argument 'values'") { let _: Int64 = try lib.sum_longs(wrong, 2) }
    }
  }

  @Test func `any elements are memory of any kind, and bytes are characters`() throws {
    try withBulk { lib in
      let doubles = try SharedBuffer<Double>(count: 4, in: lib)
      let sum: Int64 = try lib.sum_bytes(doubles, 32)
      #expect(sum == 0)
      let text = try SharedBuffer([UInt8]("text\0".utf8), in: lib)
      let length: Int = try lib.text_length(text)
      #expect(length == 4)
    }
  }

  @Test func `a function that is not declared takes a pointer`() throws {
    try withFixture("bulk") { lib in
      let sum: Double = try lib.sum(SharedBuffer([1.0, 2.0], in: lib), 2)
      #expect(sum == 3)
    }
  }

  @Test func `a part is given by its address`() throws {
    try withBulk { lib in
      let buffer = try SharedBuffer([1.0, 2.0, 3.0, 4.0], in: lib)
      let sum: Double = try lib.sum(buffer.address(of: 2), 2)
      #expect(sum == 7)
      #expect(buffer.address(of: 4) == buffer.address.advanced(by: 32))
    }
  }

  @Test func `another client's buffer is refused`() throws {
    try withBulk { lib in
      try withBulk { other in
        let buffer = try SharedBuffer<Double>(count: 4, in: other)
        expect(.typeMismatch, "argument 'values'", "another client") {
          let _: Double = try lib.sum(buffer, 4)
        }
      }
    }
  }

  @Test func `a pipe shares no memory`() throws {
    try withBulk(configuration: .init(channel: .pipe)) { lib in
      expect(.system, ".pipe") { _ = try SharedBuffer<Double>(count: 4, in: lib) }
    }
  }

  // MARK: Lifetime

  @Test(arguments: Architecture.all)
  func `a library may keep the pointer as long as the buffer lives`(
    _ architecture: Architecture
  ) throws {
    try withBulk(architecture) { lib in
      let buffer = try SharedBuffer<Double>(count: 100_000, in: lib)
      try lib.keep(buffer, buffer.count)
      buffer[99_999] = 41
      buffer[0] = 1
      let sum: Double = try lib.sum_kept()
      #expect(sum == 42)
      _ = buffer.count
    }
  }

  @Test(arguments: Architecture.all)
  func `what a buffer holds outlives the helper`(_ architecture: Architecture) throws {
    try withBulk(
      architecture, configuration: .init(output: OutputCapture().destination)
    ) { lib in
      let buffer = try SharedBuffer<Double>(repeating: 2, count: 100_000, in: lib)
      let _: Double = try lib.twice(buffer, 50_000)
      expect(.helperEnded, "die") { try lib.die(buffer) }
      #expect(buffer[0] == 4 && buffer[99_999] == 2)
      buffer[1] = 7
      #expect(buffer.elements(in: 0..<3) == [4, 7, 4])
      expect(.helperEnded) { let _: Double = try lib.sum(buffer, 1) }
      expect(.helperEnded) { _ = try SharedBuffer<Double>(count: 1 << 26, in: lib) }
    }
  }

  @Test func `what a buffer holds outlives the client`() throws {
    let buffer = try withBulk { lib in try SharedBuffer([1, 2, 3] as [Int32], in: lib) }
    #expect(buffer.elements == [1, 2, 3])
  }

  @Test func `a buffer can end while a function runs`() throws {
    try withBulk { lib in
      let holder = Mutex<SharedBuffer<Double>?>(try SharedBuffer(count: 100_000_000, in: lib))
      let result: Double = try lib.sum_around(
        [1.0], 1,
        Callback { () -> Double in holder.withLock { $0.take()?.elements(in: 0..<1)[0] ?? 5 } })
      #expect(result == 1)
      _ = try SharedBuffer<Double>(count: 300_000_000, in: lib)
    }
  }

  // MARK: Addresses of 32 bits

  @Test(arguments: Architecture.all)
  func `more than 2 GiB lie in one piece`(_ architecture: Architecture) throws {
    try withBulk(architecture) { lib in
      let count = 2_500_000_000
      let buffer = try SharedBuffer<UInt8>(count: count, in: lib)
      buffer[count - 1] = 5
      let byte: Int = try lib.byte_at(buffer, UInt32(count - 1))
      #expect(byte == 5)
      try lib.set_byte(buffer, UInt32(2_200_000_000), 9)
      #expect(buffer[2_200_000_000] == 9)
    }
  }

  @Test func `what does not fit is an error with figures, and the session goes on`() throws {
    try withBulk { lib in
      let first = try SharedBuffer<UInt8>(count: 2_500_000_000, in: lib)
      let error = thrown { _ = try SharedBuffer<UInt8>(count: 1_750_000_000, in: lib) }
      #expect(error?.code == .tooLarge)
      let figures = error?.message.split { !$0.isNumber }.compactMap { Int($0) } ?? []
      #expect(figures.first == 1_750_000_000)
      #expect(figures.last.map { 500_000_000..<1_750_000_000 ~= $0 } == true)
      let room = figures.last ?? 0
      _ = try SharedBuffer<UInt8>(count: room / 4_096 * 4_096 - (1 << 20), in: lib)
      #expect(first[0] == 0)
    }
  }

  @Test func `a buffer longer than all addresses is an error with figures`() throws {
    try withBulk { lib in
      expect(.tooLarge, "8000000000") {
        _ = try SharedBuffer<Double>(count: 1_000_000_000, in: lib)
      }
      expect(.tooLarge) { _ = try SharedBuffer<Double>(count: .max / 2, in: lib) }
    }
  }

  @Test func `addresses come back with the next call`() throws {
    try withBulk { lib in
      for _ in 0..<6 {
        let buffer = try SharedBuffer<UInt8>(count: 3_000_000_000, in: lib)
        buffer[2_999_999_999] = 1
      }
      let _: Double = try lib.sum([1.0], 1)
      // The C library's allocator finds room that the buffers had.
      try lib.memory.free(lib.memory.allocate(byteCount: 1_500_000_000))
    }
  }
}

/// The declarations of `fixtures/libraries/bulk.c`.
enum Bulk {
  static let declarations = """
    double sum(const double *values, unsigned count);
    float sum_floats(const float *values, unsigned count);
    long long sum_longs(const long *values, unsigned count);
    double twice(double *values, unsigned count);
    void fill_longs(long *values, unsigned count, long first);
    long long sum_bytes(const void *bytes, size_t count);
    unsigned misalignment(const void *memory, unsigned alignment);
    size_t text_length(const char *text);
    int byte_at(const unsigned char *bytes, size_t index);
    void set_byte(unsigned char *bytes, size_t index, int value);
    int are_zero(const unsigned char *bytes, size_t count);
    void keep(const double *values, unsigned count);
    double sum_kept(void);
    double sum_around(const double *values, unsigned count, double (*between)(void));
    int overlap(const char *a, size_t a_count, char *b, size_t b_count);
    void die(const double *values);
    """
}
