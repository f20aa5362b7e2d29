internal import ArchBridgeABI
internal import ArchBridgeWire

/// What an argument is to Fortran.
extension ArgumentValue {
  /// Whether something comes back of it.
  var comesBack: Bool {
    switch content {
    case .pointer, .shared, .callback, .registered: true
    case .scalar(let scalar): scalar.type == .pointer
    default: false
    }
  }

  /// Whether this is an address that the caller has.
  var isAddress: Bool {
    if case .scalar(let scalar) = content { scalar.type == .pointer } else { false }
  }

  /// Whether this is one value.
  var isScalar: Bool {
    switch content {
    case .scalar, .value: true
    case .pointer(let pointer): !pointer.contents.isArray
    default: false
    }
  }

  /// Whether it has been made for its C type, by a caller that has types as text only.
  var isTyped: Bool { typedValue != nil }

  /// The value that has been made for its C type.
  var typedValue: TypedValue? {
    switch content {
    case .value(let value): return value as? TypedValue
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .values(let values, _): return values.first as? TypedValue
      case .zeroValues(let value, _): return value as? TypedValue
      default: return nil
      }
    default: return nil
    }
  }

  /// The shape that comes with a pointer.
  var pointerShape: [Int]? {
    if case .pointer(let pointer) = content { pointer.contents.shape } else { nil }
  }

  /// How many elements there are; nil where that is nobody's to say.
  var elementCount: Int? {
    if let typed = typedValue {
      guard case .array(_, let count) = typed.type.resolved else { return 1 }
      return count
    }
    switch content {
    case .scalar, .value: return 1
    case .array(let array): return array.count
    case .values(let values): return values.count
    case .shared(let shared): return shared.byteCount / shared.elementType.storedByteCount
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .scalar: return 1
      case .array(let array): return array.count
      case .zeros(_, let count), .zeroValues(_, let count): return count
      case .values(let values, _): return values.count
      case .text: return nil
      }
    default: return nil
    }
  }

  /// The type of the elements where they are numbers or texts; nil for all else.
  var elementKind: WireType? {
    switch content {
    case .scalar(let array), .array(let array): return array.type
    case .text, .clientText, .texts: return .text
    case .shared(let shared): return shared.elementType
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .scalar(let array), .array(let array): return array.type
      case .zeros(let kind, _): return kind.type
      case .text: return .text
      case .values, .zeroValues: return nil
      }
    default: return nil
    }
  }

  /// What messages call it.
  var kindText: String {
    let name =
      switch elementKind {
      case .text?: "String"
      case let kind?: ScalarArray(type: kind, isPlain: false, bytes: []).swiftName
      case nil: "another value"
      }
    return isScalar || elementKind == nil || elementKind == .text ? name : "[\(name)]"
  }
}

extension FortranProcedure {
  /// The interface that a call has where none is declared, as Fortran 77 has it.
  init(
    implicitly name: String, symbol: String, _ values: [(any LibraryArgument)?],
    result: ResultKind?
  ) throws(BridgeError) {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    self.init(
      name: parts.last ?? name, module: parts.count == 2 ? parts[0] : nil, linkName: symbol,
      arguments: values.map { value in
        guard let value else {
          return FortranVariable(name: "", type: .assumed, isOptional: true)
        }
        return value.argumentValue.implicitVariable
      })
    guard let result else { return }
    let type: FortranType
    switch result.content {
    case .scalar(let kind):
      guard let known = FortranType(kind.type, isPlain: kind.isPlain) else {
        throw BridgeError(
          .unstatedResult, "Fortran returns no addresses; declare the function", symbol: name)
      }
      type = known
    case .value(let undeclared?):
      guard let known = FortranType(cSpelling: undeclared) else { fallthrough }
      type = known
    default:
      throw BridgeError(
        .unstatedResult,
        "what it returns cannot be known; declare the function, as in "
          + "'character(8) function \(name)()'", symbol: name)
    }
    self.result = FortranVariable(name: self.name, type: type)
  }
}

extension ArgumentValue {
  /// The declaration that a value would have.
  fileprivate var implicitVariable: FortranVariable {
    var type: FortranType?
    var isArray = !isScalar
    switch content {
    case .callback, .registered: type = .procedure(nil)
    case .text, .clientText:
      type = .character(kind: 1, length: .assumed)
      isArray = false
    case .texts: type = .character(kind: 1, length: .assumed)
    case .value(let value): type = FortranType(cSpelling: value.undeclaredType)
    case .values(let values):
      type = values.first.flatMap { FortranType(cSpelling: $0.undeclaredType) }
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .text: type = .character(kind: 1, length: .assumed)
      case .scalar(let array), .array(let array):
        type = FortranType(array.type, isPlain: array.isPlain)
      case .zeros(let kind, _): type = FortranType(kind.type, isPlain: kind.isPlain)
      case .values(let values, _):
        type = values.first.flatMap { FortranType(cSpelling: $0.undeclaredType) }
      case .zeroValues(let value, _): type = FortranType(cSpelling: value.undeclaredType)
      }
    case .scalar(let array), .array(let array):
      type = FortranType(array.type, isPlain: array.isPlain)
    case .shared(let shared): type = FortranType(shared.elementType, isPlain: false)
    case .unfinished, .null: break
    }
    return FortranVariable(
      name: "", type: type ?? .assumed,
      shape: isArray && type?.isProcedure == false ? .assumedSize([], lower: nil) : .scalar)
  }
}

extension FortranType {
  /// The type that a number is where nothing is declared: an `Int` is an `integer`.
  init?(_ type: WireType, isPlain: Bool) {
    switch type {
    case .int64, .uint64: self = .integer(kind: isPlain ? 4 : 8)
    case .int32, .uint32: self = .integer(kind: 4)
    case .int16, .uint16: self = .integer(kind: 2)
    case .int8, .uint8: self = .integer(kind: 1)
    case .float32: self = .real(kind: 4)
    case .float64: self = .real(kind: 8)
    case .bool: self = .logical(kind: 4)
    default: return nil
    }
  }

  /// The type that C's spelling of a value stands for.
  init?(cSpelling: String) {
    switch cSpelling {
    case "float _Complex": self = .complex(kind: 4)
    case "double _Complex": self = .complex(kind: 8)
    case "long double _Complex": self = .complex(kind: 10)
    case "long double": self = .real(kind: 10)
    default: return nil
    }
  }
}
