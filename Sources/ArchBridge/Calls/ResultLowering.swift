internal import ArchBridgeABI
internal import ArchBridgeWire

/// What a call is asked to return, and how the answer becomes a Swift value.
struct ResultLowering {
  let context: CallContext
  /// What Swift asks for; nil for nothing.
  let kind: ResultKind?
  /// The result's type on the wire.
  let type: WireType

  /// Checks what Swift asks for against the declaration.
  init(_ kind: ResultKind?, isStated: Bool, _ context: CallContext) throws(BridgeError) {
    self.context = context
    self.kind = kind
    guard let declared = context.declaration?.type.result else {
      type = try Self.undeclared(kind, isStated: isStated, context)
      return
    }
    let result = ParameterType(declared, context.dataModel)
    func mismatch(_ advice: String) -> BridgeError {
      context.error(.typeMismatch, "the result is declared '\(declared)'; \(advice)")
    }
    switch (result, kind?.content) {
    case (.unsupported(let reason), _):
      throw context.error(.unsupportedType, "the result cannot be returned: \(reason)")
    case (.void, nil): type = .void
    case (.void, _): throw mismatch("there is no value to ask for")
    case (_, nil) where isStated: throw mismatch("Void is not that")
    case (_, nil): throw mismatch("take it, as in `let result: \(result.swiftName) = try …`")
    case (.scalar(let wire), .scalar(let scalar)?)
    where ScalarConversion.isPossible(outward: wire, to: scalar.type):
      type = wire
    case (.pointer, .scalar(let scalar)?) where scalar.type == .pointer: type = .pointer
    case (.pointer(let pointee, _), .text?) where pointee.isCharacter: type = .text
    case (.pointer(let pointee, _), .bytes?) where pointee.isCharacter: type = .text
    default: throw mismatch("ask for \(result.swiftName)")
    }
  }

  private static func undeclared(
    _ kind: ResultKind?, isStated: Bool, _ context: CallContext
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
    case .text, .bytes: return .text
    }
  }

  /// Makes the Swift value; nil where the type has none for a null pointer.
  func value<Value: LibraryResult>(
    _ result: ReturnedMessage.Result, as type: Value.Type
  ) throws(BridgeError) -> Value {
    guard let value = Value(resultValue: ResultValue(try content(result))) else {
      throw context.error(
        .unexpectedNull, "it returned a null pointer; ask for \(Value.self)? to allow for that")
    }
    return value
  }

  private func content(
    _ result: ReturnedMessage.Result
  ) throws(BridgeError) -> ResultValue.Content {
    switch (result, kind?.content) {
    case (.text(let bytes?), .text?):
      return .text(try context.text(of: bytes, nil, for: "the result"))
    case (.text(let bytes?), _): return .bytes(bytes)
    case (.scalar(let scalar), .scalar(let asked)?):
      var array = ScalarArray(type: scalar.type, isPlain: false, bytes: [])
      array.append(bits: scalar.bits)
      do throws(ScalarConversion.Failure) {
        return .bits(try ScalarConversion.convert(array, to: asked.type).bits(at: 0))
      } catch {
        throw context.error(
          .valueOutOfRange,
          "it returned \(error.value), which \(asked.type.swiftName) does not hold")
      }
    default: return .null
    }
  }
}

extension ParameterType {
  /// The Swift type to ask for.
  fileprivate var swiftName: String {
    switch self {
    case .void, .unsupported: "Void"
    case .scalar(let type): type.swiftName
    case .pointer(let pointee, _):
      pointee.isCharacter ? "String, [UInt8] or RemoteAddress" : "RemoteAddress"
    }
  }
}
