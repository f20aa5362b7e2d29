internal import ArchBridgeWire

/// Numbers of one type as bytes, little-endian, one behind the other.
struct ScalarArray: Equatable, Sendable {
  /// The elements' type; an address is `pointer`, 8 bytes wide here.
  var type: WireType
  /// Whether the numbers are Swift's plain `Int` or `UInt`, whose C type the call decides.
  var isPlain: Bool
  /// The numbers' bytes.
  var bytes: [UInt8]

  /// How many numbers there are.
  var count: Int { bytes.count / type.storedByteCount }

  /// The number at `index`, its bits extended to 64 by their sign.
  func bits(at index: Int) -> UInt64 {
    let byteCount = type.storedByteCount
    var bits: UInt64 = 0
    for offset in 0..<byteCount {
      bits |= UInt64(bytes[index * byteCount + offset]) << UInt64(8 * offset)
    }
    guard type.kind == .signed else { return bits }
    let unused = Int64(64 - 8 * byteCount)
    return UInt64(bitPattern: (Int64(bitPattern: bits) << unused) >> unused)
  }

  /// Appends a number's lower bits.
  mutating func append(bits: UInt64) {
    for offset in 0..<type.storedByteCount {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset)))
    }
  }
}

extension WireType {
  /// The width in bytes of a number of this type in memory; for `pointer` the controller's own.
  var storedByteCount: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    default: 8
    }
  }

  /// The tag that says on the wire what an array's elements are.
  var arrayTag: TypedArrayTag? {
    switch self {
    case .int8: .int8
    case .uint8: .uint8
    case .int16: .int16
    case .uint16: .uint16
    case .int32: .int32
    case .uint32: .uint32
    case .int64: .int64
    case .uint64: .uint64
    case .float32: .float32
    case .float64: .float64
    default: nil
    }
  }
}
