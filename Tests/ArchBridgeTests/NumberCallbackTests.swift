import ArchBridge
import Testing

/// Closures that take and give numbers alone, which cross in the way that costs least.
@Suite(.fixtures) struct NumberCallbackTests {
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
}
