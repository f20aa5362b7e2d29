internal import ArchBridgeABI
internal import ArchBridgeWire

extension CallContext {
  /// How the function is called, as its declaration says.
  ///
  /// - Throws: `.unsupportedType` where there is no such way.
  func convention() throws(BridgeError) -> WireConvention {
    guard let type = declaration?.type else { return .c }
    return try convention(of: type, "it")
  }

  /// How a function of this type is called.
  func convention(
    of type: CFunctionType, _ subject: String
  ) throws(BridgeError) -> WireConvention {
    let convention: WireConvention =
      switch type.convention {
      case .c: .c
      case .stdcall: .stdcall
      case .fastcall: .fastcall
      case .thiscall: .thiscall
      case .regparm(1): .regparm1
      case .regparm(2): .regparm2
      case .regparm: .regparm3
      }
    guard convention != .c else { return .c }
    let attribute = type.convention.attribute
    guard types.architecture == .i386 else {
      throw error(
        .unsupportedType,
        "\(subject) is declared \(attribute), which only i386 has; a library of "
          + "\(types.architecture.name) is called without")
    }
    guard !type.isVariadic else {
      throw error(
        .unsupportedType, "\(subject) is variadic, and so never \(attribute); leave that out")
    }
    if convention != .stdcall {
      let isBlock = { (type: CType) in
        switch type.resolved {
        case .record, .complex: true
        default: false
        }
      }
      let what = isBlock(type.result) ? "returns" : "takes"
      guard !isBlock(type.result), !type.parameters.contains(where: { isBlock($0.type) }) else {
        throw error(
          .unsupportedType,
          "\(subject) is declared \(attribute) and \(what) a structure or complex number by value, "
            + "which cannot be called; only C's own convention and stdcall can be")
      }
    }
    return convention
  }
}
