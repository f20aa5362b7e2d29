internal import ArchBridgeABI

/// The pointer that a call makes for an `out` parameter that its arguments leave out.
struct OutPointer<Value: LibraryResult> {
  let argument: any LibraryArgument
  private let take: (HelperSession) throws(BridgeError) -> Value

  init(_ parameter: FunctionInvocation.OutParameter, _ context: CallContext) throws(BridgeError) {
    func cast(_ value: Any) throws(BridgeError) -> Value {
      guard let value = value as? Value else {
        throw context.error(.typeMismatch, "\(parameter.label) is no \(Value.self)")
      }
      return value
    }
    if let type = Value.self as? any LibraryScalar.Type {
      let (argument, value) = Self.scalar(type)
      self.argument = argument
      take = { (_) throws(BridgeError) in try cast(value()) }
    } else if let type = Value.self as? any LibraryStructure.Type {
      let (argument, value) = Self.structure(type)
      self.argument = argument
      take = { (_) throws(BridgeError) in try cast(value()) }
    } else if Value.self == Structure.self, case .pointer(let type, _) = parameter.type.resolved {
      let out = InOut(try Structure(type, context.types))
      argument = out
      take = { (_) throws(BridgeError) in try cast(out.value) }
    } else if Value.self == String.self || Value.self == String?.self {
      let out = Out<RemoteAddress>()
      argument = out
      take = { (session) throws(BridgeError) in
        try cast(try Self.text(at: out.value, parameter, session, context) as Any)
      }
    } else {
      throw context.error(
        .typeMismatch, "\(parameter.label) cannot be \(Value.self); pass an Out for it")
    }
  }

  /// What came back.
  func value(for session: HelperSession) throws(BridgeError) -> Value { try take(session) }

  private static func scalar<Scalar: LibraryScalar>(
    _ type: Scalar.Type
  ) -> (any LibraryArgument, () -> Scalar) {
    let out = Out<Scalar>()
    return (out, { out.value })
  }

  private static func structure<Fields: LibraryStructure>(
    _ type: Fields.Type
  ) -> (any LibraryArgument, () -> Fields) {
    let out = Out<Fields>()
    return (out, { out.value })
  }

  private static func text(
    at address: RemoteAddress, _ parameter: FunctionInvocation.OutParameter,
    _ session: HelperSession, _ context: CallContext
  ) throws(BridgeError) -> String? {
    let memory = RemoteMemory(session: session)
    guard !address.isNull else {
      guard Value.self == String?.self else {
        throw context.error(
          .unexpectedNull, "\(parameter.label) is a null pointer; ask for String? to allow for it")
      }
      return nil
    }
    var encoding: TextEncoding?
    if case .pointer(let text, _) = parameter.type.resolved,
      case .pointer(let character, _) = text.resolved
    {
      encoding = character.textEncoding(context.types.encoding)
    }
    guard let free = parameter.freeFunction else {
      return try memory.readText(address, limit: context.textLimit, encoding: encoding)
    }
    return try memory.takeText(address, freeingWith: free, encoding: encoding)
  }
}
