internal import ArchBridge

extension LibraryClient {
  /// The value of a module's variable, `geo.count`, or of one in a common block, `/state/level`.
  ///
  /// It is nil where none of the name is declared.
  func literal(ofFortran name: String) throws(BridgeError) -> Literal? {
    let declared = TypeContext.of(self).fortran
    if let known = declared.variable(named: name) {
      let entity = fortran[name]
      return try FortranVariableReader(variable: known.variable).literal(
        text: { () throws(BridgeError) in try entity.get() },
        flag: { () throws(BridgeError) in try entity.get() },
        value: { () throws(BridgeError) in try entity.get() })
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].isEmpty else { return nil }
    let title = parts[1].isEmpty ? nil : parts[1]
    guard
      let variable = declared.commonBlock(named: title)?.variables
        .first(where: { $0.name == parts[2].lowercased() })
    else { return nil }
    let block = fortran.common(title)
    return try FortranVariableReader(variable: variable).literal(
      text: { () throws(BridgeError) in try block.get(parts[2]) },
      flag: { () throws(BridgeError) in try block.get(parts[2]) },
      value: { () throws(BridgeError) in try block.get(parts[2]) })
  }
}

/// Makes what is printed of a Fortran variable's value.
private struct FortranVariableReader {
  let variable: FortranVariable

  func literal(
    text: () throws(BridgeError) -> String, flag: () throws(BridgeError) -> Bool,
    value: () throws(BridgeError) -> TypedValue
  ) throws(BridgeError) -> Literal {
    switch variable.type {
    case .character(_, let length):
      if variable.shape == .scalar { return .text(try text()) }
      guard case .fixed(let count) = length, let count = count.constant, count > 0 else { break }
      let bytes = try value().bytes
      return .list(
        stride(from: 0, to: bytes.count, by: count).map { start in
          let characters = bytes[start..<min(start + count, bytes.count)]
          let end = characters.lastIndex { $0 != UInt8(ascii: " ") && $0 != 0 } ?? start - 1
          return .text(String(decoding: characters[start..<end + 1], as: UTF8.self))
        })
    case .logical:
      if variable.shape == .scalar { return .word(try flag() ? "true" : "false") }
      return .list(
        try value().elements.map { (element) throws(BridgeError) in
          .word(try element.get(as: Int.self) == 0 ? "false" : "true")
        })
    default: break
    }
    return .value(try value())
  }
}
