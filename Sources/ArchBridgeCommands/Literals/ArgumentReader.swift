internal import ArchBridge

/// Makes arguments of literals as a function's parameters ask for them.
struct ArgumentReader {
  /// What the parameters' types mean.
  let types: TypeContext

  /// The argument that a literal is for a parameter.
  func read(
    _ literal: Literal, for parameter: CFunctionType.Parameter, number: Int
  ) throws(BridgeError) -> CallArgument {
    let name = parameter.name ?? "argument\(number)"
    switch parameter.type.resolved {
    case .pointer(let pointee, let isConst):
      return try PointerReader(parameter.type, pointee, isConst: isConst, name, types).read(literal)
    case .array(let element, _):
      return try PointerReader(parameter.type, element, isConst: false, name, types).read(literal)
    default:
      return CallArgument(
        name,
        try TypedValue(literal, as: parameter.type, types, label: "argument '\(name)'"))
    }
  }

  /// The argument that a literal is where a function has `...`: the number or text that it is.
  func readVariable(_ literal: Literal, number: Int) throws(BridgeError) -> CallArgument {
    let name = "argument\(number)"
    switch literal {
    case .null: return CallArgument(name, nil)
    case .text(let text): return CallArgument(name, text)
    case .value(let value): return CallArgument(name, try promoted(value))
    case .word(let word):
      if let value = NumberText.integer(word, Int32.self) { return CallArgument(name, value) }
      if let value = NumberText.integer(word, Int64.self) { return CallArgument(name, value) }
      if let value = NumberText.floating(word, Double.self) { return CallArgument(name, value) }
      if let value = types.declarations.constant(named: word) {
        return CallArgument(name, Int32(exactly: value) ?? value as any LibraryArgument)
      }
      return CallArgument(name, word)
    case .list, .members, .pair, .call:
      throw BridgeError(
        .typeMismatch,
        "argument '\(name)' stands where the prototype has '...', and can be a "
          + "number, a text or null, not '\(literal)'")
    }
  }

  /// A number as C promotes it where no type says how wide it is.
  private func promoted(_ value: TypedValue) throws(BridgeError) -> any LibraryArgument {
    switch value.type.resolved {
    case .pointer, .function: return try value.get(as: RemoteAddress.self)
    case .scalar(.float), .scalar(.double): return try value.get(as: Double.self)
    case .scalar(.longDouble): return try value.get(as: Float80.self)
    case .scalar(.bool): return Int32(try value.get(as: Bool.self) ? 1 : 0)
    case .scalar, .enumeration:
      if let number: Int32 = try? value.get() { return number }
      if value.bytes.count <= 4 { return try value.get(as: UInt32.self) }
      if let number: Int64 = try? value.get() { return number }
      return try value.get(as: UInt64.self)
    default: return value
    }
  }
}
