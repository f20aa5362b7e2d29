internal import ArchBridgeABI
internal import ArchBridgeWire

/// What a declared C type means for an argument or result on one architecture.
enum ParameterType {
  /// `void`; a result only.
  case void
  /// A number by value.
  case scalar(WireType)
  /// A value of many bytes by value.
  case value
  /// A pointer to something.
  case pointer(to: Pointee, isConst: Bool)

  /// What a pointer points to.
  enum Pointee {
    /// `char`, `signed char` or `unsigned char`: bytes, which can be text.
    case character(WireType)
    /// `wchar_t` and its like: numbers that can be text.
    case wideCharacter(WireType, TextEncoding)
    /// Other numbers.
    case scalar(WireType)
    /// Pointers; whether they lead to text.
    case address(isText: Bool)
    /// Memory of any kind: `void`.
    case anything
    /// Values of many bytes, of this type.
    case values(CType)
    /// A function.
    case function(CFunctionType)
    /// A structure or union that is not defined, which has no value here.
    case opaque
  }

  init(_ type: CType, _ context: TypeContext) {
    switch type.resolved {
    case .void: self = .void
    case .record, .complex, .scalar(.longDouble): self = .value
    case .pointer(let pointee, let isConst):
      self = .pointer(to: Pointee(pointee, context), isConst: isConst)
    case .array(let element, _):
      self = .pointer(to: Pointee(element, context), isConst: false)
    case .function(let function): self = .pointer(to: .function(function), isConst: false)
    case .enumeration, .scalar, .alias:
      self = .scalar(context.wireType(inMemory: type) ?? .int32)
    }
  }
}

extension ParameterType.Pointee {
  init(_ type: CType, _ context: TypeContext) {
    switch type.resolved {
    case .void: self = .anything
    case .pointer(let target, _): self = .address(isText: target.textEncoding(.utf8) == .utf8)
    case .array(let element, _): self.init(element, context)
    case .function(let function): self = .function(function)
    case .complex, .scalar(.longDouble): self = .values(type)
    case .record: self = (try? context.byteCount(of: type)) == nil ? .opaque : .values(type)
    case .enumeration, .scalar, .alias:
      let wire = context.wireType(inMemory: type) ?? .int32
      switch type.textEncoding(.utf8) {
      case .utf8?: self = .character(wire)
      case let wide?: self = .wideCharacter(wire, wide)
      case nil: self = .scalar(wire)
      }
    }
  }

  /// Whether bytes can be there: `char`.
  var isCharacter: Bool {
    if case .character = self { true } else { false }
  }

  /// Whether memory of any kind can be there.
  var isAnything: Bool {
    if case .anything = self { true } else { false }
  }

  /// How text is spelled there where the caller does not say; nil where there can be none.
  func textEncoding(_ client: TextEncoding) -> TextEncoding? {
    switch self {
    case .character, .anything: client
    case .wideCharacter(_, let encoding): encoding
    default: nil
    }
  }
}

extension DataModel {
  /// The type on the wire that has this C type's width and sign, if any.
  func wireType(of scalar: CScalar) -> WireType? {
    switch scalar {
    case .bool: return .bool
    case .float: return .float32
    case .double: return .float64
    case .longDouble: return nil
    default: break
    }
    return switch (byteCount(of: scalar), scalar.isSigned) {
    case (1, true): .int8
    case (1, false): .uint8
    case (2, true): .int16
    case (2, false): .uint16
    case (4, true): .int32
    case (4, false): .uint32
    case (_, true): .int64
    case (_, false): .uint64
    }
  }

  /// The integer type that is as wide as a pointer.
  var pointerWireType: WireType { pointerByteCount == 4 ? .uint32 : .uint64 }
}
