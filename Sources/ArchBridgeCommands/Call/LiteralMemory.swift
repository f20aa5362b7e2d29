internal import ArchBridge

/// Makes the memory behind a pointer argument from literals, with the element type that the
/// prototype names.
struct LiteralMemory {
  let name: String
  let isConst: Bool
  let reader: LiteralReader

  /// `count` zeroed elements.
  func zeros(_ count: Int, _ pointee: CType) throws -> LiteralValue {
    func make<Scalar: PrintableScalar>(_ type: Scalar.Type) -> LiteralValue {
      value([Scalar](repeating: Scalar(scalarBits: 0), count: count))
    }
    return try withType(of: pointee) { make($0) }
  }

  /// An array of numbers.
  func array(
    _ literals: [String], _ pointee: CType, _ wrong: (String) -> BridgeError
  ) throws -> LiteralValue {
    func make<Scalar: PrintableScalar>(_ type: Scalar.Type) throws -> LiteralValue {
      value(try literals.map { try scalar($0, type, wrong) })
    }
    return try withType(of: pointee) { try make($0) }
  }

  /// One number, by reference; for a pointer to nothing that is known, an address.
  func reference(
    _ literal: String, _ pointee: CType, _ wrong: (String) -> BridgeError
  ) throws -> LiteralValue {
    switch pointee.resolved {
    case .void, .complex, .record, .function:
      guard let address = LiteralReader.integer(literal, UInt64.self) else {
        throw wrong("an address, null, out:COUNT, [numbers], @FILE or text:…")
      }
      return LiteralValue(name, RemoteAddress(rawValue: address))
    default: break
    }
    func make<Scalar: PrintableScalar>(_ type: Scalar.Type) throws -> LiteralValue {
      let value = try scalar(literal, type, wrong)
      return isConst ? LiteralValue(name, [value]) : LiteralValue(name, reference: value)
    }
    return try withType(of: pointee) { try make($0) }
  }

  /// A file's bytes.
  func bytes(_ bytes: [UInt8], _ pointee: CType) throws -> LiteralValue {
    func make<Scalar: PrintableScalar>(_ type: Scalar.Type) throws -> LiteralValue {
      guard let width = Scalar.fileByteCount else {
        throw BridgeError(
          .typeMismatch, "argument '\(name)' points to pointers, which no file holds")
      }
      guard bytes.count % width == 0 else {
        throw BridgeError(
          .typeMismatch,
          "argument '\(name)': \(bytes.count) bytes are no whole number of elements of \(width)")
      }
      return value(
        stride(from: 0, to: bytes.count, by: width).map { start in
          var bits: UInt64 = 0
          for offset in 0..<width { bits |= UInt64(bytes[start + offset]) << UInt64(8 * offset) }
          return Scalar(scalarBits: bits)
        })
    }
    return try withType(of: pointee) { try make($0) }
  }

  /// The Swift type of the same width and sign.
  private func swiftType(of scalar: CScalar) throws -> any PrintableScalar.Type {
    switch scalar {
    case .bool: return Bool.self
    case .float: return Float.self
    case .double: return Double.self
    case .longDouble:
      throw BridgeError(
        .unsupportedType, "argument '\(name)' points to 'long double', which cannot cross")
    default: break
    }
    return switch (reader.dataModel.byteCount(of: scalar), scalar.isSigned) {
    case (1, true): Int8.self
    case (1, false): UInt8.self
    case (2, true): Int16.self
    case (2, false): UInt16.self
    case (4, true): Int32.self
    case (4, false): UInt32.self
    case (_, true): Int64.self
    case (_, false): UInt64.self
    }
  }

  private func value<Scalar: PrintableScalar>(_ elements: [Scalar]) -> LiteralValue {
    isConst ? LiteralValue(name, elements) : LiteralValue(name, elements: elements)
  }

  private func scalar<Scalar: PrintableScalar>(
    _ literal: String, _ type: Scalar.Type, _ wrong: (String) -> BridgeError
  ) throws -> Scalar {
    guard let value = Self.scalar(literal, type, reader.declarations) else {
      throw BridgeError(
        .valueOutOfRange,
        "argument '\(name)': '\(literal)' is no number that its type holds exactly (\(type))")
    }
    return value
  }

  private static func scalar<Scalar: PrintableScalar>(
    _ literal: String, _ type: Scalar.Type, _ declarations: CDeclarations
  ) -> Scalar? {
    if type == Double.self || type == Float.self {
      guard let number = LiteralReader.floating(literal) else { return nil }
      if type == Double.self { return Scalar(scalarBits: number.bitPattern) }
      let single = Float(number)
      if LiteralReader.integer(literal, Int64.self) != nil, Double(single) != number { return nil }
      guard single.isFinite || !number.isFinite else { return nil }
      return Scalar(scalarBits: UInt64(single.bitPattern))
    }
    if type == Bool.self {
      return LiteralReader.bool(literal).map { Scalar(scalarBits: $0 ? 1 : 0) }
    }
    if type == RemoteAddress.self {
      if literal == "null" { return Scalar(scalarBits: 0) }
      return LiteralReader.integer(literal, UInt64.self).map { Scalar(scalarBits: $0) }
    }
    guard let integer = type as? any FixedWidthInteger.Type else { return nil }
    return bits(literal, integer, declarations).map { Scalar(scalarBits: $0) }
  }

  private static func bits<Integer: FixedWidthInteger>(
    _ literal: String, _ type: Integer.Type, _ declarations: CDeclarations
  ) -> UInt64? {
    let value =
      LiteralReader.integer(literal, type)
      ?? declarations.constant(named: literal).flatMap { type.init(exactly: $0) }
    return value.map { UInt64(truncatingIfNeeded: $0) }
  }

  /// Runs `body` with the Swift type of the elements that a pointer points to.
  private func withType(
    of pointee: CType, _ body: (any PrintableScalar.Type) throws -> LiteralValue
  ) throws -> LiteralValue {
    switch pointee.resolved {
    case .void: try body(UInt8.self)
    case .enumeration: try body(Int32.self)
    case .pointer, .function: try body(RemoteAddress.self)
    case .array(let element, _): try withType(of: element, body)
    case .scalar(let scalar): try body(swiftType(of: scalar))
    // Contents that are unknown are so many bytes.
    case .record, .alias, .complex: try body(UInt8.self)
    }
  }
}

extension PrintableScalar {
  /// How many bytes of a file make one element; nil for addresses, which no file holds.
  static var fileByteCount: Int? { self == RemoteAddress.self ? nil : MemoryLayout<Self>.size }
}
