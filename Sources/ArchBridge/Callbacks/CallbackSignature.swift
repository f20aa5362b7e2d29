internal import ArchBridgeABI
internal import ArchBridgeWire

/// A closure's C type: what its parameters and its result are, and how they cross.
struct CallbackSignature: Sendable {
  let context: CallContext
  let parameters: [ResultLowering]
  /// How the library calls it.
  let convention: WireConvention
  /// The result's C type; nil for nothing.
  let resultType: CType?
  let resultForm: WireForm
  private let label: String

  /// Checks a closure's types against the declaration, if there is one.
  ///
  /// `label` names the argument that the closure is.
  init(
    _ body: CallbackBody, declared: CFunctionType?, label: String, _ context: CallContext
  ) throws(BridgeError) {
    self.context = context
    self.label = label
    convention =
      try declared.map { (type) throws(BridgeError) in
        try context.convention(of: type, label)
      } ?? .c
    if let declared, case .regparm = declared.convention {
      throw context.error(
        .unsupportedType,
        "\(label) is declared \(declared.convention.attribute), which no closure can be")
    }
    if let declared, declared.isVariadic {
      throw context.error(
        .unsupportedType, "\(label) is a variadic function, which no closure can be")
    }
    if let count = declared?.parameters.count, count != body.parameters.count {
      throw context.error(
        .typeMismatch,
        "\(label) takes \(count) parameter\(count == 1 ? "" : "s"), and the closure "
          + "\(body.parameters.count): \(declared.map { "\(CType.function($0))" } ?? "")")
    }
    var parameters: [ResultLowering] = []
    for (index, kind) in body.parameters.enumerated() {
      let parameter = declared?.parameters[index]
      let name = parameter?.name.map { "'\($0)'" } ?? "\(index + 1)"
      parameters.append(
        try ResultLowering(
          kind, declared: parameter?.type, isStated: true,
          label: "parameter \(name) of \(label)", context))
    }
    self.parameters = parameters
    (resultType, resultForm) = try Self.result(body, declared?.result, label, context)
  }

  private static func result(
    _ body: CallbackBody, _ declared: CType?, _ label: String, _ context: CallContext
  ) throws(BridgeError) -> (CType?, WireForm) {
    func mismatch(_ swiftName: String) -> BridgeError {
      context.error(
        .typeMismatch,
        "\(label) returns '\(declared.map { "\($0)" } ?? "void")', and the closure \(swiftName)")
    }
    do throws(BridgeError) {
      guard let result = body.result else {
        if let declared, declared.resolved != .void { throw mismatch("nothing") }
        return (nil, WireForm(.void))
      }
      if let declared {
        guard declared.resolved != .void else { throw mismatch("\(result)") }
        try check(result, against: declared, context, mismatch)
        return (declared, try context.types.form(of: declared))
      }
      let type = try context.types.type(spelled: try undeclaredType(of: result, context))
      return (type, try context.types.form(of: type))
    } catch {
      throw context.error(error)
    }
  }

  /// Refuses a result of another kind than the declared one.
  private static func check(
    _ result: any LibraryValue.Type, against declared: CType, _ context: CallContext,
    _ mismatch: (String) -> BridgeError
  ) throws(BridgeError) {
    switch ParameterType(declared, context.types) {
    case .value:
      guard result is any LibraryAggregate.Type else { throw mismatch("\(result)") }
    case .scalar(let wire):
      guard let scalar = result as? any LibraryScalar.Type,
        ScalarConversion.isPossible(from: scalar.scalarKind.type, to: wire)
      else { throw mismatch("\(result)") }
    case .pointer:
      guard let scalar = result as? any LibraryScalar.Type, scalar.scalarKind.type == .pointer
      else { throw mismatch("\(result)") }
    case .void: throw mismatch("\(result)")
    }
  }

  private static func undeclaredType(
    of result: any LibraryValue.Type, _ context: CallContext
  ) throws(BridgeError) -> String {
    if let scalar = result as? any LibraryScalar.Type {
      let kind = scalar.scalarKind
      if kind.isPlain { return kind.type == .int64 ? "int" : "unsigned int" }
      return switch kind.type {
      case .int8: "int8_t"
      case .uint8: "uint8_t"
      case .int16: "int16_t"
      case .uint16: "uint16_t"
      case .int32: "int32_t"
      case .uint32: "uint32_t"
      case .int64: "int64_t"
      case .uint64: "uint64_t"
      case .float32: "float"
      case .float64: "double"
      case .bool: "_Bool"
      default: "void *"
      }
    }
    guard let aggregate = result as? any LibraryAggregate.Type, let type = aggregate.undeclaredType
    else {
      throw context.error(
        .unstatedResult, "what '\(result)' is in C cannot be known; declare the function type")
    }
    return type
  }

  /// What the library gets for a Swift value.
  func wireValue(_ value: any LibraryValue) throws(BridgeError) -> CallValue {
    guard let type = resultType else { return .void }
    do throws(BridgeError) {
      var place = try LibraryMemoryWriter(
        type, context.types, label: "the result of \(label)")
      try value.write(to: &place)
      if let count = resultForm.byteCount { return .bytes([UInt8](place.bytes.prefix(count))) }
      let memory = LibraryMemoryReader(place.bytes, type, context.types, label: label)
      let bits = try memory.scalar(ScalarKind(resultForm.type))
      return .scalar(WireScalar(type: resultForm.type, bits: bits))
    } catch {
      throw context.error(error)
    }
  }
}

/// A closure that the library can call, with its C type.
final class CallbackEntry: Sendable {
  let signature: CallbackSignature
  let body: CallbackBody
  /// Whether it lives for the length of a call, so that only one such closure runs at a time.
  let isScoped: Bool
  /// The same, where all that crosses is numbers.
  let numbers: NumberCallback?

  init(signature: CallbackSignature, body: CallbackBody, isScoped: Bool) {
    self.signature = signature
    self.body = body
    self.isScoped = isScoped
    numbers = NumberCallback(signature, body)
  }

  /// The function as the helper makes it.
  func wireCallback(id: UInt32) -> WireCallback {
    WireCallback(
      id: id, result: signature.resultForm,
      textLimit: UInt32(clamping: signature.context.textLimit),
      parameters: signature.parameters.map(\.form), convention: signature.convention)
  }

  /// What the library gets where the closure has no answer.
  var fallback: CallValue {
    guard let fallback = body.fallback else { return .void }
    return (try? signature.wireValue(fallback)) ?? .void
  }
}
