internal import ArchBridge

extension Literal: Encodable {
  /// A number, a text, an array or an object.
  func encode(to encoder: any Encoder) throws {
    switch self {
    case .value(let value): try value.encode(to: encoder)
    case .list(let elements): try elements.encode(to: encoder)
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    default:
      var container = encoder.singleValueContainer()
      try container.encode(printed)
    }
  }
}

/// Structures become objects, complex numbers arrays of two; what JSON's numbers may not hold is
/// text.
extension TypedValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch type.resolved {
    case .record:
      var container = encoder.container(keyedBy: MemberKey.self)
      for name in try get(as: Structure.self).memberNames {
        try container.encode(self[name], forKey: MemberKey(stringValue: name))
      }
    case .array where text == nil: try elements.encode(to: encoder)
    case .complex(let part):
      let parts = try TypedValue(.array(of: .scalar(part), count: 2), context, bytes: bytes)
      try parts.encode(to: encoder)
    default: try encodeOne(to: encoder)
    }
  }

  private func encodeOne(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch type.resolved {
    case .pointer, .function:
      if try get(as: RemoteAddress.self).isNull {
        try container.encodeNil()
      } else {
        try container.encode("\(self)")
      }
    case .scalar(.bool): try container.encode(get(as: Bool.self))
    case .scalar(.float): try container.encode(get(as: Float.self))
    case .scalar(.double): try container.encode(get(as: Double.self))
    case .scalar(let scalar) where !scalar.isFloatingPoint && !scalar.isSigned:
      try container.encode(get(as: UInt64.self))
    case .scalar(let scalar) where scalar.isSigned: try container.encode(get(as: Int64.self))
    case .enumeration:
      if let number: Int64 = try? get() {
        try container.encode(number)
      } else {
        try container.encode(get(as: UInt64.self))
      }
    default: try container.encode(text ?? "\(self)")
    }
  }

  private struct MemberKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
