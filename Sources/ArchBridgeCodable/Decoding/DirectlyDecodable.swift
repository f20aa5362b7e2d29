import ArchBridgeWire

/// A type whose values are read from an item without a decoder of their own.
protocol DirectlyDecodable: Decodable {
  /// Reads a value from `item` of `input`; throws `DecodingFault` or `CBORError`.
  init(_ item: DecodedItem, in input: DecodingInput) throws
}

extension Bool: DirectlyDecodable {
  init(_ item: DecodedItem, in input: DecodingInput) throws {
    guard case .bool(let value) = item else { throw item.mismatch(Bool.self) }
    self = value
  }
}

extension String: DirectlyDecodable {
  init(_ item: DecodedItem, in input: DecodingInput) throws {
    guard case .text(let value) = item else { throw item.mismatch(String.self) }
    self = value
  }
}

extension FixedWidthInteger {
  init(_ item: DecodedItem, in input: DecodingInput) throws {
    guard case .integer(let received) = item else { throw item.mismatch(Self.self) }
    guard let value = received.converted(to: Self.self) else {
      throw DecodingFault.corrupted(
        "\(received) does not fit \(Self.self), which holds \(Self.min) to \(Self.max).")
    }
    self = value
  }
}

extension Int: DirectlyDecodable {}
extension Int8: DirectlyDecodable {}
extension Int16: DirectlyDecodable {}
extension Int32: DirectlyDecodable {}
extension Int64: DirectlyDecodable {}
extension Int128: DirectlyDecodable {}
extension UInt: DirectlyDecodable {}
extension UInt8: DirectlyDecodable {}
extension UInt16: DirectlyDecodable {}
extension UInt32: DirectlyDecodable {}
extension UInt64: DirectlyDecodable {}
extension UInt128: DirectlyDecodable {}

extension BinaryFloatingPoint {
  init(_ item: DecodedItem, in input: DecodingInput) throws {
    switch item {
    case .float(let received):
      let value = Self(received)
      guard value.isFinite || !received.isFinite else {
        throw DecodingFault.corrupted(
          "\(received) does not fit \(Self.self), which ends at \(Self.greatestFiniteMagnitude).")
      }
      self = value
    case .integer(let received):
      guard let value = received.exactly(Self.self) else {
        throw DecodingFault.corrupted("\(Self.self) has no number that is exactly \(received).")
      }
      self = value
    default: throw item.mismatch(Self.self)
    }
  }
}

extension Float: DirectlyDecodable {}
extension Double: DirectlyDecodable {}

extension Array: DirectlyDecodable where Element: TypedArrayElement {
  init(_ item: DecodedItem, in input: DecodingInput) throws {
    switch item {
    case .numbers(let numbers) where numbers.tag == Element.tag.rawValue:
      self = Element.unpacked(numbers.bytes)
    case .numbers(let numbers): self = try Element.converted(numbers, in: input)
    case .bytes(let bytes) where Element.tag == .uint8: self = Element.unpacked(bytes)
    case .bytes(let bytes):
      self = try Element.converted(NumberArray(bytes: bytes), in: input)
    case .array(let offset, let count):
      self = try Element.read(ArrayCursor(input, offset: offset, count: count), in: input)
    default: throw item.mismatch(Self.self)
    }
  }
}
