internal import ArchBridgeABI
internal import ArchBridgeWire

/// A structure's members as text.
extension Structure {
  /// A member's value as text.
  func text(of member: CRecordLayout.Member) -> String {
    guard let reader = try? reader(at: member.name) else { return "?" }
    return Self.text(reader)
  }

  private static func text(_ memory: LibraryMemoryReader) -> String {
    switch memory.type.resolved {
    case .record: return (try? Structure(from: memory))?.description ?? "?"
    case .complex(.float): return (try? Complex<Float>(from: memory)).map { "\($0)" } ?? "?"
    case .complex(.double): return (try? Complex<Double>(from: memory)).map { "\($0)" } ?? "?"
    case .complex: return (try? Complex<Float80>(from: memory)).map { "\($0)" } ?? "?"
    case .scalar(.longDouble): return (try? Float80(from: memory)).map { "\($0)" } ?? "?"
    case .array(let element, _):
      if element.textEncoding(memory.context.encoding) != nil,
        let text = try? String(from: memory)
      {
        return "\"\(text)\""
      }
      let elements = (try? memory.elements()) ?? []
      return "[" + elements.map { Self.text($0) }.joined(separator: ", ") + "]"
    default: return number(memory)
    }
  }

  private static func number(_ memory: LibraryMemoryReader) -> String {
    guard let type = memory.context.wireType(inMemory: memory.type),
      let bits = try? memory.scalar(ScalarKind(type))
    else { return "?" }
    switch type {
    case .pointer where bits == 0: return "null"
    case .bool: return bits == 0 ? "false" : "true"
    default: return ScalarConversion.text(bits, type)
    }
  }
}
