internal import ArchBridgeABI
internal import ArchBridgeWire

/// How arguments of one Swift type go into one parameter of a prepared function.
struct PreparedParameter: Sendable {
  enum Rule: Sendable {
    /// The bits as they are.
    case same
    /// A number of another type, exactly or not at all.
    case converted(from: WireType, to: WireType)
    /// An address up to the helper's last.
    case address(limit: UInt64)
    /// Nothing but the null pointer.
    case null
    /// A string in UTF-8.
    case text
    /// Numbers of a type.
    case array(WireType)
  }

  /// What the helper is told.
  let type: WireType
  let rule: Rule

  /// How values of a kind go; nil where only the ordinary way knows, or refuses.
  ///
  /// It follows `ArgumentLowering`, for the arguments that most calls have.
  init?(
    _ kind: PreparedKind?, declared: CType?, isPromoted: Bool, _ types: TypeContext
  ) {
    let parameter = declared.map { ParameterType($0, types) }
    switch kind?.content {
    case nil:
      guard Self.isPointer(parameter) else { return nil }
      self.init(.pointer, .null)
    case .general: return nil
    case .text:
      guard let encoding = Self.textEncoding(parameter, types), encoding == .utf8 else {
        return nil
      }
      self.init(.pointer, .text)
    case .array(let element):
      guard Self.takes(element, parameter) else { return nil }
      self.init(.pointer, .array(element.type))
    case .scalar(let scalar) where scalar.type == .pointer:
      guard Self.isPointer(parameter) else { return nil }
      let limit = types.dataModel.pointerByteCount == 4 ? UInt64(UInt32.max) : UInt64.max
      self.init(.pointer, .address(limit: limit))
    case .scalar(let scalar):
      let target: WireType
      switch parameter {
      case .scalar(let type)?: target = type
      case nil:
        let model = ScalarArray(type: scalar.type, isPlain: scalar.isPlain, bytes: [])
        target = isPromoted ? model.promotedType : model.undeclaredType
      case .void, .value, .pointer: return nil
      }
      guard ScalarConversion.isPossible(from: scalar.type, to: target) else { return nil }
      self.init(
        target, scalar.type == target ? .same : .converted(from: scalar.type, to: target))
    }
  }

  /// What a slot becomes; nil where the number does not fit.
  func convert(_ bits: UInt64) -> UInt64? {
    switch rule {
    case .same, .null, .text, .array: bits
    case .converted(let source, let target):
      ScalarConversion.convert(bits, from: source, to: target)
    case .address(let limit): bits <= limit ? bits : nil
    }
  }

  /// Whether slots go as they are written.
  var isSame: Bool {
    switch rule {
    case .same, .null, .text, .array: true
    case .converted, .address: false
    }
  }

  /// Whether the argument is memory that exists for the length of the call.
  var isMemory: Bool {
    switch rule {
    case .text, .array: true
    case .same, .null, .converted, .address: false
    }
  }

  private init(_ type: WireType, _ rule: Rule) {
    self.type = type
    self.rule = rule
  }

  private static func isPointer(_ parameter: ParameterType?) -> Bool {
    switch parameter {
    case nil, .pointer: true
    case .void, .scalar, .value: false
    }
  }

  private static func textEncoding(
    _ parameter: ParameterType?, _ types: TypeContext
  ) -> TextEncoding? {
    switch parameter {
    case nil: types.encoding
    case .pointer(let pointee, _): pointee.textEncoding(types.encoding)
    case .void, .scalar, .value: nil
    }
  }

  /// Whether an array of such elements goes in as it is.
  private static func takes(_ element: ScalarKind, _ parameter: ParameterType?) -> Bool {
    switch parameter {
    case nil: !element.isPlain
    case .pointer(.scalar(let type), _): type == element.type
    case .pointer(.anything, _): !element.isPlain
    case .pointer(.character, _): element.type.storedByteCount == 1 && element.type != .bool
    default: false
    }
  }
}
