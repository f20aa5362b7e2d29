internal import ArchBridgeABI
internal import ArchBridgeWire

/// Functions of the caller's as arguments.
extension ArgumentLowering {
  /// A function of the caller's.
  func lower(
    _ callback: Callback, _ pointee: ParameterType.Pointee, _ content: ArgumentValue.Content
  ) throws(BridgeError) -> Lowered {
    switch pointee {
    case .function(let type): return try lower(callback, declared: type)
    case .anything: return try lower(callback, declared: nil)
    default: throw mismatch(content)
    }
  }

  func lower(_ callback: Callback, declared: CFunctionType?) throws(BridgeError) -> Lowered {
    let signature = try CallbackSignature(
      callback.body, declared: declared, label: label, context)
    let entry = CallbackEntry(signature: signature, body: callback.body, isScoped: true)
    return Lowered(argument: .callback(entry.wireCallback(id: 0)), callback: entry)
  }

  /// A function that is registered already.
  func lower(
    _ callback: RegisteredCallback, _ pointee: ParameterType.Pointee
  ) throws(BridgeError) -> Lowered {
    do throws(BridgeError) {
      var type: CFunctionType?
      if case .function(let declared) = pointee { type = declared }
      try callback.require(type, context.types, label)
    } catch {
      throw context.error(error)
    }
    return Lowered(
      argument: .scalar(WireScalar(type: .pointer, bits: callback.address.rawValue)))
  }
}
