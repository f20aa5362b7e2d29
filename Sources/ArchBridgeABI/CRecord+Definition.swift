extension CRecord {
  /// The definition as C spells it, with its `;`, and with `#pragma pack` around it where it needs one.
  ///
  /// - Parameter anonymous: finds the records that are members without a name, by their tags.
  package func definition(_ anonymous: (String) -> CRecord?) -> String {
    let lines = body(head: "\(kind.rawValue) \(tag)", anonymous: anonymous, depth: 1)
    let text = lines.joined(separator: "\n") + ";"
    guard let packAlignment else { return text }
    return "#pragma pack(push, \(packAlignment))\n\(text)\n#pragma pack(pop)"
  }

  private func body(head: String, anonymous: (String) -> CRecord?, depth: Int) -> [String] {
    var lines = ["\(head) {"]
    for member in members {
      if member.isAnonymousRecord, case .record(_, let tag) = member.type.resolved,
        let inner = anonymous(tag), depth < 64
      {
        let nested = inner.body(
          head: inner.kind.rawValue, anonymous: anonymous, depth: depth + 1)
        for line in nested { lines.append("  " + line) }
        lines[lines.count - 1] += ";"
      } else {
        lines.append("  \(member.declaration);")
      }
    }
    lines.append("}" + attributes(isPacked, alignment))
    return lines
  }
}

extension CRecord.Member {
  fileprivate var declaration: String {
    var text = type.declared(as: name ?? "", isConst: isConst)
    if let bitCount { text += " : \(bitCount)" }
    return text + attributes(isPacked, alignment)
  }
}

private func attributes(_ isPacked: Bool, _ alignment: Int?) -> String {
  var text = isPacked ? " __attribute__((packed))" : ""
  if let alignment { text += " __attribute__((aligned(\(alignment))))" }
  return text
}
