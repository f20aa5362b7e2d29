import ArchBridge
import Synchronization
import Testing

/// Closures that take and give numbers alone, which cross in the way that costs least.
@Suite(.fixtures) struct NumberCallbackTests {
  private struct Stop: Error {}

  private static let declarations = """
    int8_t through_int8(int8_t (*function)(int8_t), int8_t value);
    uint8_t through_uint8(uint8_t (*function)(uint8_t), uint8_t value);
    int16_t through_int16(int16_t (*function)(int16_t), int16_t value);
    uint16_t through_uint16(uint16_t (*function)(uint16_t), uint16_t value);
    int32_t through_int32(int32_t (*function)(int32_t), int32_t value);
    uint32_t through_uint32(uint32_t (*function)(uint32_t), uint32_t value);
    int64_t through_int64(int64_t (*function)(int64_t), int64_t value);
    uint64_t through_uint64(uint64_t (*function)(uint64_t), uint64_t value);
    float through_float(float (*function)(float), float value);
    double through_double(double (*function)(double), double value);
    _Bool through_bool(_Bool (*function)(_Bool), _Bool value);
    void *through_pointer(void *(*function)(void *), void *value);
    int with_none(int (*function)(void));
    int with_four(int (*function)(int, int, int, int));
    long long with_nine(
      long long (*function)(char, short, int, long long, unsigned, _Bool, void *, double, float));
    void without_result(void (*function)(int), int count);
    int sum_of(int (*function)(int), int count);
    int called_in_child(int (*function)(int), int value);
    void keep(int (*function)(int));
    int call_kept(int value);
    """

  private func withNumbers(
    _ architecture: Architecture = .i386, configuration: LibraryClient.Configuration = .init(),
    _ body: (LibraryClient) throws -> Void
  ) throws {
    try withFixture("numbers", architecture, configuration: configuration) { lib in
      try lib.declare(Self.declarations)
      try body(lib)
    }
  }

  private func check<Value: LibraryScalar & Equatable>(
    _ lib: LibraryClient, _ name: String, _ values: [Value],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for value in values {
      var seen: Value?
      let result = try lib.call(
        name,
        Callback { (value: Value) -> Value in
          seen = value
          return value
        }, value, as: Value.self)
      #expect(seen?.scalarBits == value.scalarBits, sourceLocation: sourceLocation)
      #expect(result.scalarBits == value.scalarBits, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: Architecture.all)
  func `numbers of every type arrive and come back`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      try check(lib, "through_int8", [Int8.min, -1, 0, .max])
      try check(lib, "through_uint8", [UInt8.min, 128, .max])
      try check(lib, "through_int16", [Int16.min, -1, .max])
      try check(lib, "through_uint16", [UInt16.min, 32_768, .max])
      try check(lib, "through_int32", [Int32.min, -1, .max])
      try check(lib, "through_uint32", [UInt32.min, 1 << 31, .max])
      try check(lib, "through_int64", [Int64.min, -1, .max])
      try check(lib, "through_uint64", [UInt64.min, 1 << 63, .max])
      try check(lib, "through_float", [-Float.infinity, -0, .leastNonzeroMagnitude, .pi, .nan])
      try check(lib, "through_double", [-Double.infinity, -0, .leastNonzeroMagnitude, .pi, .nan])
      try check(lib, "through_bool", [false, true])
      try check(
        lib, "through_pointer",
        [
          RemoteAddress.null, RemoteAddress(rawValue: 1 << 31),
          RemoteAddress(rawValue: 0xFFFF_FFFF),
        ])
    }
  }

  @Test(arguments: Architecture.all)
  func `numbers become what the closure asks for`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let small: Int = try lib.through_int8(Callback { (value: Int) -> Int in value }, -128)
      #expect(small == -128)
      let large: UInt = try lib.through_uint64(
        Callback { (value: UInt64) -> UInt in UInt(value) }, UInt64.max)
      #expect(large == .max)
      let wide: Float = try lib.through_float(
        Callback { (value: Double) -> Double in value * 2 }, 1.5)
      #expect(wide == 3)
      let pointer: RemoteAddress? = try lib.through_pointer(
        Callback { (value: RemoteAddress?) -> RemoteAddress in
          #expect(value == nil)
          return .null
        }, nil)
      #expect(pointer == nil)
    }
  }

  @Test func `numbers that do not fit are thrown by the call`() throws {
    try withNumbers { lib in
      expect(.valueOutOfRange, "3000000000", "Int32") {
        let _: UInt32 = try lib.through_uint32(
          Callback { (value: Int32) -> UInt32 in UInt32(value) }, UInt32(3_000_000_000))
      }
      expect(.valueOutOfRange, "128", "'int8_t'") {
        let _: Int = try lib.through_int8(Callback { (_: Int8) -> Int in 128 }, 1)
      }
      expect(.valueOutOfRange, "-1") {
        let _: UInt = try lib.through_uint64(Callback { (_: UInt) -> Int in -1 }, 1)
      }
      expect(.valueOutOfRange) {
        let _: RemoteAddress = try lib.through_pointer(
          Callback { (_: RemoteAddress) -> RemoteAddress in RemoteAddress(rawValue: 1 << 32) },
          RemoteAddress(rawValue: 1))
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `none and many parameters arrive`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let none: Int = try lib.with_none(Callback { () -> Int32 in 21 })
      #expect(none == 42)
      let four: Int = try lib.with_four(
        Callback { (a: Int32, b: Int32, c: Int32, d: Int32) -> Int32 in a + 2 * b + 3 * c + 4 * d })
      #expect(four == 30 * -10)
      var pointers: [RemoteAddress] = []
      let nine: Int64 = try lib.with_nine(
        Callback {
          (
            a: Int8, b: Int16, c: Int32, d: Int64, e: UInt32, f: Bool, g: RemoteAddress, h: Double,
            i: Float
          ) -> Int64 in
          pointers.append(g)
          return Int64(a) + Int64(b) + Int64(c) + d + Int64(e) + (f ? 1000 : 0)
            + Int64(h + Double(i))
        })
      #expect(nine == (-10 + 5 + 1000 + 18) + (10 + 5 + 17))
      #expect(pointers == [RemoteAddress(rawValue: 7), .null])
      var seen: [Int32] = []
      try lib.without_result(Callback { (value: Int32) -> Void in seen.append(value) }, 5)
      #expect(seen == [0, 1, 2, 3, 4])
    }
  }

  @Test(arguments: Architecture.all)
  func `closures of every kind take turns in one call`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let sum: Int = try lib.sum_of(
        Callback { (value: Int32) -> Int32 in
          switch value % 3 {
          case 0: return value
          case 1: return try lib.call("abs", -value)
          default:
            return try lib.sum_of(Callback { (inner: Int32) -> Int32 in inner - 1 }, 2) + value + 1
          }
        }, 100)
      #expect(sum == 4_950)
    }
  }

  @Test func `a closure that throws in the middle is not run again`() throws {
    try withNumbers { lib in
      var count = 0
      expect(.callbackFailed) {
        let _: Int = try lib.sum_of(
          Callback(returning: 7) { (value: Int32) -> Int32 in
            count += 1
            if value == 3 { throw Stop() }
            return value
          }, 10)
      }
      #expect(count == 4)
      let sum: Int = try lib.sum_of(Callback { (value: Int32) -> Int32 in value }, 10)
      #expect(sum == 45)
    }
  }

  @Test func `a registered closure that throws is run again`() throws {
    try withNumbers { lib in
      let count = Atomic(0)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        throw Stop()
      }
      try lib.keep(handle)
      let prepared = try lib.function("call_kept", as: ((Int32) -> Int32).self)
      expect(.callbackFailed) { _ = try prepared(1) }
      #expect(count.load(ordering: .relaxed) == 2)
    }
  }

  @Test(arguments: Architecture.all)
  func `a prepared call runs closures`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let handle = try lib.register { (value: Int32) -> Int32 in value + 1 }
      try lib.keep(handle)
      let prepared = try lib.function("call_kept", as: ((Int32) -> Int32).self)
      for value in 0..<Int32(100) {
        let result = try prepared(value)
        #expect(result == 2 * (value + 1))
      }
      try handle.remove()
      expect(.callbackFailed, "removed") { _ = try prepared(1) }
    }
  }

  @Test func `a closure that removes itself is not run again`() throws {
    try withNumbers { lib in
      let count = Atomic(0)
      let own: Mutex<RegisteredCallback?> = Mutex(nil)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        try own.withLock { $0 }?.remove()
        return value
      }
      own.withLock { $0 = handle }
      try lib.keep(handle)
      expect(.callbackFailed, "removed") { let _: Int = try lib.call_kept(1) }
      #expect(count.load(ordering: .relaxed) == 1)
    }
  }

  @Test(arguments: Architecture.all)
  func `a child of the library's own gets zero`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let status: Int = try lib.called_in_child(
        Callback { (_: Int32) -> Int32 in
          Issue.record("a child asked")
          return 1
        }, 5)
      #expect(status == 0)
      let sum: Int = try lib.sum_of(Callback { (value: Int32) -> Int32 in value }, 10)
      #expect(sum == 45)
    }
  }

  @Test func `the time of many closures does not count`() throws {
    try withNumbers(configuration: .init(timeout: .milliseconds(300))) { lib in
      let sum: Int = try lib.sum_of(
        Callback { (value: Int32) -> Int32 in
          let end = ContinuousClock.now + .milliseconds(100)
          while ContinuousClock.now < end {}
          return value
        }, 6)
      #expect(sum == 15)
    }
  }

  @Test func `the library's own time counts, however often it calls back`() throws {
    try withNumbers(configuration: .init(timeout: .milliseconds(200))) { lib in
      let start = ContinuousClock.now
      expect(.timedOut) {
        let _: Int = try lib.sum_of(
          Callback { (value: Int32) -> Int32 in value }, Int32.max)
      }
      #expect(ContinuousClock.now - start < .seconds(60))
    }
  }
}
