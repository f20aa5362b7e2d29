internal import ArchBridge

extension LibraryClient {
  /// A variable's value: its text where it points to one.
  func literal(ofVariable name: String) throws(BridgeError) -> Literal {
    let variable = variable(name)
    switch try variable.type().resolved {
    case let type where type.isPlainTextPointer:
      let address: RemoteAddress = try variable.get()
      return address.isNull ? .null : .text(try memory.readText(address))
    case .array(let element, let count?) where element.isPlainTextPointer:
      let texts = try memory.readTexts(at: variable.address(), count: count)
      return .list(texts.map { $0.map(Literal.text) ?? .null })
    default: return .value(try variable.get())
    }
  }

  /// A C++ variable's value; nil where the library has no such variable.
  func literal(ofCxxVariable spelling: String) throws(BridgeError) -> Literal? {
    guard !spelling.contains("(") else { return nil }
    do throws(BridgeError) {
      _ = try variable(spelling).address()
    } catch {
      guard error.code == .symbolNotFound else { throw error }
      return nil
    }
    return try literal(ofVariable: spelling)
  }
}

extension CType {
  /// Whether this is `char *`.
  fileprivate var isPlainTextPointer: Bool {
    guard case .pointer(let pointee, _) = resolved else { return false }
    return pointee.resolved == .scalar(.char)
  }
}
