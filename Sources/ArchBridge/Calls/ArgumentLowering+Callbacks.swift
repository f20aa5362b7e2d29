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
      try callback.require(context.types, label)
      if case .function(let type) = pointee, try !isSame(callback.wireCallback, type) {
        throw context.error(
          .typeMismatch,
          "\(label) is declared \(spelled), and the callback is registered as another function")
      }
    } catch {
      throw context.error(error)
    }
    return Lowered(
      argument: .scalar(WireScalar(type: .pointer, bits: callback.address.rawValue)))
  }

  /// Whether C passes to and from both in the same way.
  private func isSame(
    _ callback: WireCallback, _ type: CFunctionType
  ) throws(BridgeError) -> Bool {
    func isSame(_ form: WireForm, _ type: CType) throws(BridgeError) -> Bool {
      let declared = try context.types.form(of: type)
      return form == declared || (form.type.kind == .text && declared.type == .pointer)
    }
    guard callback.parameters.count == type.parameters.count,
      try isSame(callback.result, type.result)
    else { return false }
    for (form, parameter) in zip(callback.parameters, type.parameters)
    where try !isSame(form, parameter.type) {
      return false
    }
    return true
  }
}
