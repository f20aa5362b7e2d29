internal import ArchBridge

extension LibraryClient {
  /// A declared variable's value: its text where it points to one.
  func literal(ofVariable name: String) throws(BridgeError) -> Literal {
    let variable = variable(name)
    switch TypeContext.of(self).declarations.variable(named: name)?.type.resolved {
    case let type? where type.isPlainTextPointer:
      let address: RemoteAddress = try variable.get()
      return address.isNull ? .null : .text(try memory.readText(address))
    case .array(let element, let count?)? where element.isPlainTextPointer:
      let texts = try memory.readTexts(at: variable.address(), count: count)
      return .list(texts.map { $0.map(Literal.text) ?? .null })
    default: return .value(try variable.get())
    }
  }
}

extension CType {
  /// Whether this is `char *`.
  fileprivate var isPlainTextPointer: Bool {
    guard case .pointer(let pointee, _) = resolved else { return false }
    return pointee.resolved == .scalar(.char)
  }
}
