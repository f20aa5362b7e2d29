import Testing

@testable import ArchBridge

/// Swift's own arrays, as long as they are sent and longer.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct LargeArrayTests {
  /// One session for every way in which memory reaches a helper.
  struct Way: Sendable, CustomTestStringConvertible {
    var architecture: Architecture
    var channel: LibraryClient.Configuration.ChannelKind
    var testDescription: String { "\(architecture.name), \(channel)" }

    static let all = Architecture.all.flatMap { architecture in
      [
        Way(architecture: architecture, channel: .sharedMemory),
        Way(architecture: architecture, channel: .pipe),
      ]
    }
  }

  /// Counts of doubles around the length from which memory is shared.
  static let counts = [-9, -8, -1, 0, 1, 511, 512, 513].map { LargeMemory.threshold / 8 + $0 }

  private func withBulk<Value>(
    _ way: Way, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("bulk", way.architecture, configuration: .init(channel: way.channel)) { lib in
      try lib.declare(Bulk.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Way.all)
  func `an array has all its elements at any length`(_ way: Way) throws {
    try withBulk(way) { lib in
      for count in Self.counts {
        let sum: Double = try lib.sum((0..<count).map(Double.init), count)
        #expect(sum == Double(count * (count - 1) / 2))
      }
    }
  }

  @Test(arguments: Way.all)
  func `what goes in and out comes back at any length`(_ way: Way) throws {
    try withBulk(way) { lib in
      for count in Self.counts {
        let values = InOut((0..<count).map(Double.init))
        let before: Double = try lib.twice(values, count)
        #expect(before == Double(count * (count - 1) / 2))
        #expect(values.value == (0..<count).map { Double($0) * 2 })
        // What came back goes in again.
        let again: Double = try lib.twice(values, count)
        #expect(again == before * 2)
      }
    }
  }

  @Test(arguments: Way.all)
  func `what comes out starts as zeros at any length`(_ way: Way) throws {
    try withBulk(way) { lib in
      for count in Self.counts {
        let _: Double = try lib.sum([Double](repeating: 3, count: count), count)
        let values = Out<[Double]>(count: count)
        let before: Double = try lib.twice(values, count)
        #expect(before == 0)
        #expect(values.value == [Double](repeating: 0, count: count))
      }
    }
  }

  @Test(arguments: Way.all)
  func `each element is converted, or refused`(_ way: Way) throws {
    try withBulk(way) { lib in
      let count = LargeMemory.threshold / 4 + 3
      var numbers = Array(-5..<count - 5)
      let sum: Int64 = try lib.sum_longs(numbers, count)
      #expect(sum == Int64(numbers.reduce(0, +)))
      let doubles: Double = try lib.sum(numbers, count)
      #expect(doubles == Double(numbers.reduce(0, +)))
      guard way.architecture == .i386 else { return }
      numbers[count - 2] = 1 << 31
      expect(.valueOutOfRange, "element \(count - 2) of argument 'values'", "2147483648") {
        let _: Int64 = try lib.sum_longs(numbers, count)
      }
    }
  }

  @Test(arguments: Way.all)
  func `a library's long comes back as Int`(_ way: Way) throws {
    try withBulk(way) { lib in
      let count = LargeMemory.threshold / 4 + 3
      let numbers = Out<[Int]>(count: count)
      try lib.fill_longs(numbers, count, -7)
      #expect(numbers.value == Array(-7..<count - 7))
      let wide = InOut([Int64](repeating: 1, count: count))
      try lib.fill_longs(wide, count, 9)
      #expect(wide.value.last == Int64(count + 8))
    }
  }

  @Test(arguments: Way.all)
  func `what a function writes into an array is not seen`(_ way: Way) throws {
    try withBulk(way) { lib in
      let values = [Double](repeating: 1, count: 100_000)
      try lib.call("set_byte", values.map { UInt8($0) }, 5, 7)
      let _: Double = try withFixture(
        "bulk", way.architecture, configuration: .init(channel: way.channel)
      ) { try $0.twice(values, values.count) }
      #expect(values.allSatisfy { $0 == 1 })
    }
  }

  @Test(arguments: Way.all)
  func `bytes end with a NUL, and are followed by zeros`(_ way: Way) throws {
    try withBulk(way) { lib in
      for count in [-65, -64, -1, 0, 1, 4_031, 4_032, 4_095, 4_096].map({
        LargeMemory.threshold + $0
      }) {
        let bytes = [UInt8](repeating: 1, count: count)
        // What lay there before must not shine through.
        let _: Int64 = try lib.sum_bytes([UInt8](repeating: 0xFF, count: count + 500), 1)
        let length: Int = try lib.text_length(bytes)
        #expect(length == count)
        let sum: Int64 = try lib.sum_bytes(bytes, count + 1)
        #expect(sum == Int64(count))
      }
    }
  }

  @Test(arguments: Way.all)
  func `memory is aligned to 64 bytes`(_ way: Way) throws {
    try withBulk(way) { lib in
      for count in Self.counts where count * 8 >= LargeMemory.threshold {
        let rest: UInt32 = try lib.misalignment([Double](repeating: 0, count: count), 64)
        #expect(rest == 0)
      }
    }
  }

  @Test(arguments: Way.all)
  func `two arrays of one call lie apart`(_ way: Way) throws {
    try withBulk(way) { lib in
      let bytes = [Int8](repeating: 1, count: 100_000)
      let areMixed: Int = try lib.overlap(bytes, 100_000, InOut(bytes), 100_000)
      #expect(areMixed == 0)
    }
  }

  @Test(arguments: Way.all)
  func `a closure's calls leave the outer call's array alone`(_ way: Way) throws {
    try withBulk(way) { lib in
      let outer = [Double](repeating: 1, count: 50_000)
      let result: Double = try lib.sum_around(
        outer, outer.count,
        Callback { () -> Double in
          let inner = InOut([Double](repeating: 3, count: 50_000))
          let sum: Double = try lib.twice(inner, 50_000)
          return sum + inner.value[49_999]
        })
      #expect(result == 50_000 + 150_000 + 6)
    }
  }

  private func byteSum(_ bits: UInt64) -> Int64 {
    (0..<8).reduce(0) { $0 + Int64(bits >> UInt64(8 * $1) & 0xFF) }
  }

  @Test(arguments: Way.all)
  func `structures cross at any length`(_ way: Way) throws {
    try withBulk(way) { lib in
      try lib.declare("struct pair { double a, b; };")
      let pairs = try (0..<5_000).map { index in
        try lib.structure("struct pair", ["a": Double(index), "b": 1])
      }
      let sum: Int64 = try lib.sum_bytes(pairs, 80_000)
      let bytes = (0..<5_000).flatMap { [Double($0).bitPattern, (1.0).bitPattern] }
      #expect(sum == bytes.reduce(0) { $0 + byteSum($1) })
    }
  }

  @Test(arguments: Architecture.all)
  func `more than a message carries goes through`(_ architecture: Architecture) throws {
    try withBulk(Way(architecture: architecture, channel: .sharedMemory)) { lib in
      let bytes = [UInt8](repeating: 1, count: 1_200_000_000)
      let sum: Int64 = try lib.sum_bytes(bytes, UInt32(bytes.count))
      #expect(sum == 1_200_000_000)
    }
  }

  @Test func `what does not fit beside a buffer is an error with figures`() throws {
    try withBulk(Way(architecture: .i386, channel: .sharedMemory)) { lib in
      let buffer = try SharedBuffer<UInt8>(count: 3_000_000_000, in: lib)
      expect(.tooLarge, "twice", "argument 'values'", "1200000064 bytes", "longest free piece") {
        let _: Double = try lib.twice(Out<[Double]>(count: 150_000_000), 1)
      }
      let sum: Double = try lib.sum([1.0, 2.0], 2)
      #expect(sum == 3)
      _ = buffer.count
    }
  }

  @Test(arguments: Architecture.all)
  func `threads share a client's memory`(_ architecture: Architecture) async throws {
    let lib = try LibraryClient(
      Fixture.path("bulk", architecture), configuration: .init(architecture: architecture))
    defer { lib.close() }
    try lib.declare(Bulk.declarations)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 1...4 {
        group.addTask {
          for round in 0..<20 {
            let count = 5_000 * task + round
            let sum: Double = try await lib.sum(
              [Double](repeating: Double(task), count: count), count)
            #expect(sum == Double(task * count))
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
