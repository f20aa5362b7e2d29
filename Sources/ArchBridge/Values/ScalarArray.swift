internal import ArchBridgeWire

/// Numbers of one type as bytes, little-endian, one behind the other.
struct ScalarArray: Equatable, Sendable {
  /// The elements' type; an address is `pointer`, 8 bytes wide here.
  var type: WireType
  /// Whether the numbers are Swift's plain `Int` or `UInt`, whose C type the call decides.
  var isPlain: Bool
  /// The numbers' bytes, unless they are lent.
  private var own: [UInt8]
  /// The numbers where Swift has them.
  private(set) var lent: LentNumbers?

  init(type: WireType, isPlain: Bool, bytes: [UInt8]) {
    self.type = type
    self.isPlain = isPlain
    own = bytes
  }

  init(type: WireType, isPlain: Bool = false, lent: LentNumbers) {
    self.init(type: type, isPlain: isPlain, bytes: [])
    self.lent = lent
  }

  /// The numbers' bytes; a copy where they are lent.
  var bytes: [UInt8] {
    get {
      guard let lent else { return own }
      var copy: [UInt8] = []
      unsafe lent.withBytes { unsafe copy = [UInt8]($0) }
      return copy
    }
    set {
      own = newValue
      lent = nil
    }
  }

  /// How many bytes the numbers have.
  var byteCount: Int { lent?.byteCount ?? own.count }

  /// Gives `body` the numbers' bytes without a copy.
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    // Safe: nothing but reads bytes that the arrays hold meanwhile.
    if let lent {
      unsafe lent.withBytes(body)
    } else {
      unsafe own.withUnsafeBytes { unsafe body($0) }
    }
  }

  /// How many numbers there are.
  var count: Int { byteCount / type.storedByteCount }

  /// The number at `index`, its bits extended to 64 by their sign.
  func bits(at index: Int) -> UInt64 {
    let byteCount = type.storedByteCount
    var bits: UInt64 = 0
    if let lent {
      bits = lent.bits(at: index, byteCount: byteCount)
    } else {
      for offset in 0..<byteCount {
        bits |= UInt64(own[index * byteCount + offset]) << UInt64(8 * offset)
      }
    }
    let unused = UInt64(64 - 8 * byteCount)
    guard type.kind == .signed else { return (bits << unused) >> unused }
    return UInt64(bitPattern: (Int64(bitPattern: bits) << Int64(unused)) >> Int64(unused))
  }

  /// Appends a number's lower bits.
  mutating func append(bits: UInt64) {
    if lent != nil { bytes = bytes }
    for offset in 0..<type.storedByteCount {
      own.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset)))
    }
  }

  /// Whether these are the same numbers.
  static func == (left: ScalarArray, right: ScalarArray) -> Bool {
    left.type == right.type && left.isPlain == right.isPlain && left.bytes == right.bytes
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
