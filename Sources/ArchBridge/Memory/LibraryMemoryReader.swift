package import ArchBridgeABI
internal import ArchBridgeWire

/// A value's bytes in the library's memory, with the C type that says what they mean.
///
/// A `LibraryValue` is made from one.
public struct LibraryMemoryReader: Sendable {
  let bytes: ArraySlice<UInt8>
  package let type: CType
  let context: TypeContext
  /// What is read, for messages: `the result`, `member 'quot'`.
  let label: String
  /// Where a bit-field is in its bytes.
  var bits: BitRange?

  init(
    _ bytes: ArraySlice<UInt8>, _ type: CType, _ context: TypeContext, label: String,
    bits: BitRange? = nil
  ) {
    self.bytes = bytes
    self.type = type
    self.context = context
    self.label = label
    self.bits = bits
  }

  /// The type as C spells it.
  public var cType: String { "\(type)" }

  func error(_ code: BridgeError.Code, _ message: String) -> BridgeError {
    BridgeError(code, "\(label) \(message)")
  }

  func mismatch(_ swiftName: String) -> BridgeError {
    error(.typeMismatch, "is declared '\(type)', which is no \(swiftName)")
  }

  /// The number or address that is here, as one of a type that Swift asks for.
  func scalar(_ kind: ScalarKind) throws(BridgeError) -> UInt64 {
    guard let source = context.wireType(inMemory: type),
      ScalarConversion.isPossible(outward: source, to: kind.type)
    else { throw mismatch(kind.swiftName) }
    let stored = source == .pointer ? context.dataModel.pointerWireType : source
    var array = ScalarArray(type: stored, isPlain: false, bytes: [])
    if let bits {
      array.append(bits: bits.value(in: bytes, isSigned: stored.kind == .signed))
    } else {
      guard bytes.count >= stored.storedByteCount else { throw mismatch(kind.swiftName) }
      array.bytes = [UInt8](bytes.prefix(stored.storedByteCount))
    }
    if source == .pointer { return array.bits(at: 0) }
    do throws(ScalarConversion.Failure) {
      return try ScalarConversion.convert(array, to: kind.type).bits(at: 0)
    } catch {
      throw self.error(
        .valueOutOfRange, "is \(error.value), which \(kind.swiftName) does not hold")
    }
  }

  /// The elements of an array.
  func elements() throws(BridgeError) -> [LibraryMemoryReader] {
    guard case .array(let element, let count) = type.resolved else { throw mismatch("array") }
    let byteCount = try context.byteCount(of: element)
    let available = byteCount > 0 ? bytes.count / byteCount : 0
    return (0..<min(count ?? available, available)).map { index in
      let start = bytes.startIndex + index * byteCount
      return LibraryMemoryReader(
        bytes[start..<start + byteCount], element, context, label: "\(label), element \(index),")
    }
  }
}

extension ScalarKind {
  /// The Swift type.
  var swiftName: String {
    ScalarArray(type: type, isPlain: isPlain, bytes: []).swiftName
  }
}

/// A bit-field's place: from so many bits after its bytes' first, so many.
struct BitRange: Hashable, Sendable {
  var offset: Int
  var count: Int

  /// The bits' value, extended to 64 by their sign if they have one.
  func value(in bytes: ArraySlice<UInt8>, isSigned: Bool) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<count {
      let position = offset + index
      let byte = bytes[bytes.startIndex + position / 8]
      value |= UInt64(byte >> UInt8(position % 8) & 1) << UInt64(index)
    }
    guard isSigned, count < 64, value >> UInt64(count - 1) & 1 == 1 else { return value }
    return value | UInt64.max << UInt64(count)
  }

  /// Puts a value's lower bits in their place.
  func store(_ value: UInt64, in bytes: inout ArraySlice<UInt8>) {
    for index in 0..<count {
      let position = offset + index
      let place = bytes.startIndex + position / 8
      let mask = UInt8(1) << UInt8(position % 8)
      if value >> UInt64(index) & 1 == 1 { bytes[place] |= mask } else { bytes[place] &= ~mask }
    }
  }

  /// The numbers that so many bits hold.
  func range(isSigned: Bool) -> String {
    let highest = UInt64.max >> UInt64(64 - count + (isSigned ? 1 : 0))
    return "\(isSigned ? Int64(bitPattern: ~highest) : 0) to \(highest)"
  }

  /// Whether a value, extended to 64 bits, is among these numbers.
  func holds(_ bits: UInt64, isSigned: Bool) -> Bool {
    let unused = UInt64(64 - count)
    if isSigned {
      let value = Int64(bitPattern: bits)
      return (value << Int64(unused)) >> Int64(unused) == value
    }
    return (bits << unused) >> unused == bits
  }
}
