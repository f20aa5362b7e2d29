internal import ArchBridgeABI
internal import ArchBridgeWire

/// A value of any type as text.
extension TypedValue: CustomStringConvertible {
  /// A number, a text in quotes, elements in brackets, or members in braces.
  package var description: String {
    switch type.resolved {
    case .record:
      let members = (try? context.layout(of: type).members) ?? []
      return "{" + members.map { "\($0.name): \(text(at: $0.name))" }.joined(separator: ", ") + "}"
    case .array:
      if let text { return "\"\(text)\"" }
      return "[" + elements.map(\.description).joined(separator: ", ") + "]"
    case .complex(.float): return (try? get(as: Complex<Float>.self)).map { "\($0)" } ?? "?"
    case .complex(.double): return (try? get(as: Complex<Double>.self)).map { "\($0)" } ?? "?"
    case .complex: return (try? get(as: Complex<Float80>.self)).map { "\($0)" } ?? "?"
    case .scalar(.longDouble): return (try? get(as: Float80.self)).map { "\($0)" } ?? "?"
    default: return number
    }
  }

  /// The text that an array of plain or wide characters holds, if it is one.
  package var text: String? {
    guard case .array(let element, _) = type.resolved,
      element.resolved == .scalar(.char) || element.isWideCharacter
    else { return nil }
    return try? get(as: String.self)
  }

  /// The member or element at a path as text.
  private func text(at path: String) -> String {
    (try? self[path]).map { "\($0)" } ?? "?"
  }

  private var number: String {
    guard let wire = context.wireType(inMemory: type),
      let bits = try? reader.scalar(ScalarKind(wire))
    else { return "?" }
    switch wire {
    case .pointer where bits == 0: return "null"
    case .bool: return bits == 0 ? "false" : "true"
    default: return ScalarConversion.text(bits, wire)
    }
  }
}
