internal import ArchBridgeABI
internal import ArchBridgeWire

/// What C gives to Swift, a call's result or a callback's parameter: what is asked for, and how the
/// answer becomes a Swift value.
struct ResultLowering {
  let context: CallContext
  /// What Swift asks for; nil for nothing.
  let kind: ResultKind?
  /// The C type; nil where it is neither declared nor needed.
  let type: CType?
  /// How it crosses.
  let form: WireForm
  /// What it is, for messages: `the result`.
  let label: String

  /// Checks what Swift asks for against the declaration.
  init(
    _ kind: ResultKind?, declared: CType?, isStated: Bool, label: String = "the result",
    _ context: CallContext
  ) throws(BridgeError) {
    self.context = context
    self.kind = kind
    self.label = label
    do throws(BridgeError) {
      if let declared {
        type = declared
        form = try Self.declared(kind, declared, isStated: isStated, label, context)
      } else if case .value(let undeclared)? = kind?.content {
        guard let undeclared else {
          throw context.error(
            .unstatedResult, "which structure \(label) is cannot be known; declare the function")
        }
        let type = try context.types.type(spelled: undeclared)
        self.type = type
        form = try context.types.form(of: type)
      } else {
        type = nil
        form = WireForm(try Self.undeclared(kind, isStated: isStated, label, context))
      }
    } catch {
      throw context.error(error)
    }
  }

  private static func declared(
    _ kind: ResultKind?, _ declared: CType, isStated: Bool, _ label: String, _ context: CallContext
  ) throws(BridgeError) -> WireForm {
    func mismatch(_ advice: String) -> BridgeError {
      context.error(.typeMismatch, "\(label) is declared '\(declared)'; \(advice)")
    }
    let result = ParameterType(declared, context.types)
    switch (result, kind?.content) {
    case (.void, nil): return WireForm(.void)
    case (.void, _): throw mismatch("there is no value to ask for")
    case (_, nil) where isStated: throw mismatch("Void is not that")
    case (_, nil):
      throw mismatch("take it, as in `let result: \(result.swiftName(declared)) = try …`")
    case (.scalar(let wire), .scalar(let scalar)?)
    where ScalarConversion.isPossible(outward: wire, to: scalar.type):
      return WireForm(wire)
    case (.pointer, .scalar(let scalar)?) where scalar.type == .pointer:
      return WireForm(.pointer)
    case (.pointer(.character, _), .text?), (.pointer(.character, _), .bytes?):
      return WireForm(.text)
    case (.pointer(.wideCharacter(_, let encoding), _), .text?):
      return WireForm(encoding.unitByteCount == 2 ? .text16 : .text32)
    case (.value, .value?), (_, .declared?): return try context.types.form(of: declared)
    default: throw mismatch("ask for \(result.swiftName(declared))")
    }
  }

  private static func undeclared(
    _ kind: ResultKind?, isStated: Bool, _ label: String, _ context: CallContext
  ) throws(BridgeError) -> WireType {
    switch kind?.content {
    case nil:
      guard isStated else {
        throw context.error(
          .unstatedResult,
          "what it returns is unknown; declare it, as in `declare(\"void \(context.name)(…);\")`, "
            + "or state the result, as in `let result: Int32 = try …`")
      }
      return .void
    case .scalar(let scalar) where scalar.type == .bool:
      throw context.error(
        .unstatedResult,
        "Bool may be C's '_Bool' or 'int', which are read differently; declare the function, or "
          + "ask for Int32 and compare it with 0")
    case .scalar(let scalar):
      guard scalar.isPlain else { return scalar.type }
      return scalar.type == .int64 ? .int32 : .uint32
    case .declared:
      throw context.error(
        .unstatedResult, "what \(label) is cannot be known; declare the function")
    case .text, .bytes, .value: return .text
    }
  }

  /// Makes the Swift value; nil where the type has none for a null pointer.
  func value<Value: LibraryResult>(
    _ result: CallValue, as type: Value.Type
  ) throws(BridgeError) -> Value {
    if case .bytes(let bytes) = result { return try aggregate(bytes, as: type) }
    if case .scalar(let scalar) = result, kind?.content == .declared, let declared = self.type {
      let byteCount = try context.types.byteCount(of: declared)
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: scalar.bits >> UInt64(8 * $0)) }
      return try aggregate([UInt8](bytes.prefix(byteCount)), as: type)
    }
    guard let value = Value(resultValue: ResultValue(try content(result))) else {
      throw context.error(
        .unexpectedNull, "\(label) is a null pointer; ask for \(Value.self)? to allow for that")
    }
    return value
  }

  private func aggregate<Value>(_ bytes: [UInt8], as type: Value.Type) throws(BridgeError) -> Value
  {
    guard let asked = type as? any LibraryAggregate.Type, let cType = self.type else {
      throw context.error(.typeMismatch, "\(label) is no \(Value.self)")
    }
    do throws(BridgeError) {
      let memory = LibraryMemoryReader(bytes[...], cType, context.types, label: label)
      guard let value = try asked.init(from: memory) as? Value else {
        throw memory.mismatch("\(Value.self)")
      }
      return value
    } catch {
      throw context.error(error)
    }
  }

  private func content(_ result: CallValue) throws(BridgeError) -> ResultValue.Content {
    switch (result, kind?.content) {
    case (.text(let bytes?), .text?):
      let encoding: TextEncoding? =
        switch form.type {
        case .text16: .utf16
        case .text32: .utf32
        default: nil
        }
      return .text(try context.text(of: bytes, encoding, for: label))
    case (.text(let bytes?), _): return .bytes(bytes)
    case (.unreadableText(let address), _):
      throw context.error(
        .badAddress,
        "\(label) is no text within \(context.textLimit) bytes at "
          + "\(RemoteAddress(rawValue: address)); take it as RemoteAddress, or raise `textLimit`")
    case (.scalar(let scalar), .scalar(let asked)?):
      var array = ScalarArray(type: scalar.type, isPlain: false, bytes: [])
      array.append(bits: scalar.bits)
      do throws(ScalarConversion.Failure) {
        return .bits(try ScalarConversion.convert(array, to: asked.type).bits(at: 0))
      } catch {
        throw context.error(
          .valueOutOfRange,
          "\(label) is \(error.value), which \(asked.type.swiftName) does not hold")
      }
    default: return .null
    }
  }
}

extension ParameterType {
  /// The Swift type to ask for.
  fileprivate func swiftName(_ declared: CType) -> String {
    switch self {
    case .void: return "Void"
    case .scalar(let type): return type.swiftName
    case .value:
      switch declared.resolved {
      case .scalar: return "Float80"
      case .complex(.float): return "Complex<Float>"
      case .complex(.double): return "Complex<Double>"
      case .complex: return "Complex<Float80>"
      default: return "Structure"
      }
    case .pointer(.character, _): return "String, [UInt8] or RemoteAddress"
    case .pointer(.wideCharacter, _): return "String or RemoteAddress"
    case .pointer: return "RemoteAddress"
    }
  }
}
