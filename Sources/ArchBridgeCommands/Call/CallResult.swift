internal import ArchBridge

/// What a function returned, read as its declaration says.
struct CallResult: Sendable {
  /// The value; nil for `void`.
  let value: PrintedValue?

  static func calling(
    _ prototype: FunctionDeclaration, _ arguments: [(any LibraryArgument)?],
    on client: LibraryClient
  ) throws -> CallResult {
    let function = client.library[prototype.name]
    func call<Value: LibraryResult>(_ type: Value.Type) throws -> Value {
      try function.call(arguments)
    }
    switch prototype.type.result.resolved {
    case .void:
      try function.call(arguments, isStated: true)
      return CallResult(value: nil)
    case .scalar(.float): return CallResult(value: try call(Float.self).printed)
    case .scalar(.double): return CallResult(value: try call(Double.self).printed)
    case .scalar(.bool): return CallResult(value: try call(Bool.self).printed)
    case .scalar(let scalar) where !scalar.isSigned:
      return CallResult(value: try call(UInt64.self).printed)
    case .pointer(let pointee, _) where pointee.isCharacter:
      return CallResult(value: try call(String?.self).map(PrintedValue.text) ?? .null)
    case .pointer: return CallResult(value: try call(RemoteAddress.self).printed)
    default: return CallResult(value: try call(Int64.self).printed)
    }
  }
}

extension CType {
  /// Whether text can be here: `char`, in any of its three kinds.
  var isCharacter: Bool {
    switch resolved {
    case .scalar(.char), .scalar(.signedChar), .scalar(.unsignedChar): true
    default: false
    }
  }
}
