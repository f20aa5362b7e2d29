internal import ArchBridgeABI
internal import ArchBridgeWire

/// What a declared C type means for an argument or result on one architecture.
enum ParameterType: Equatable {
  /// `void`; a result only.
  case void
  /// A number by value.
  case scalar(WireType)
  /// A pointer to numbers of a type; addresses count as numbers of the pointer's width.
  case pointer(to: Pointee, isConst: Bool)
  /// A type that cannot cross, with the reason.
  case unsupported(String)

  /// What a pointer points to.
  enum Pointee: Equatable {
    /// `char`, `signed char` or `unsigned char`: bytes, and the only ones that can be text.
    case character(WireType)
    /// Other numbers.
    case scalar(WireType)
    /// Pointers.
    case address
    /// Memory of any kind: `void`.
    case anything
    /// A structure, union or function, which has no value here.
    case opaque
  }

  init(_ type: CType, _ model: DataModel) {
    switch type.resolved {
    case .void: self = .void
    case .enumeration: self = .scalar(.int32)
    case .scalar(let scalar):
      self =
        model.wireType(of: scalar).map(Self.scalar)
        ?? .unsupported("\(type) is wider than any number that can cross")
    case .complex: self = .unsupported("\(type) by value")
    case .pointer(let pointee, let isConst):
      self = .pointer(to: Pointee(pointee, model), isConst: isConst)
    case .array(let element, _):
      self = .pointer(to: Pointee(element, model), isConst: false)
    case .function: self = .pointer(to: .opaque, isConst: false)
    case .record(let kind, let tag): self = .unsupported("\(kind.rawValue) \(tag) by value")
    case .alias(_, let type): self.init(type, model)
    }
  }
}

extension ParameterType.Pointee {
  fileprivate init(_ type: CType, _ model: DataModel) {
    switch type.resolved {
    case .void: self = .anything
    case .enumeration: self = .scalar(.int32)
    case .scalar(let scalar):
      guard let wire = model.wireType(of: scalar) else {
        self = .opaque
        return
      }
      switch scalar {
      case .char, .signedChar, .unsignedChar: self = .character(wire)
      default: self = .scalar(wire)
      }
    case .pointer: self = .address
    case .array(let element, _): self.init(element, model)
    case .complex, .record, .function: self = .opaque
    case .alias(_, let type): self.init(type, model)
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
