extension TinyELF {
  /// The parts that the dynamic section refers to, with its tag for each, zero for none.
  func sections(_ string: (String) -> UInt64) -> [(String, UInt64, [UInt8])] {
    var parts: [(String, UInt64, [UInt8])] = [("symbols", 6, symbolTable(string))]
    if hash == .systemV || hash == .both { parts.append(("hash", 4, systemVHash)) }
    if hash == .gnu || hash == .both { parts.append(("gnuHash", 0x6FFF_FEF5, gnuHash)) }
    if !versions.isEmpty {
      let numbers = [0] + symbols.map(\.version)
      parts.append(("versionNumbers", 0x6FFF_FFF0, numbers.flatMap { number(UInt64($0), 2) }))
      parts.append(("versions", 0x6FFF_FFFC, versionDefinitions(string)))
    }
    if let interpreter { parts.append(("interpreter", 0, interpreter)) }
    if let notes { parts.append(("notes", 0, notes)) }
    return parts
  }

  /// A note with the name `GNU`.
  func note(type: UInt64, _ description: [UInt8], name: String = "GNU\0") -> [UInt8] {
    number(UInt64(name.utf8.count), 4) + number(UInt64(description.count), 4) + number(type, 4)
      + Array(name.utf8) + description
  }

  private func symbolTable(_ string: (String) -> UInt64) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: is64 ? 24 : 16)
    for symbol in symbols {
      let name = number(string(symbol.name), 4)
      let kind = [symbol.information, symbol.other] + number(UInt64(symbol.section), 2)
      let word = is64 ? 8 : 4
      let place = number(symbol.value, word) + number(symbol.byteCount, word)
      bytes += is64 ? name + kind + place : name + place + kind
    }
    return bytes
  }

  private var systemVHash: [UInt8] {
    let width = hasWideHash ? 8 : 4
    let head = number(1, width) + number(UInt64(symbols.count + 1), width)
    return head + [UInt8](repeating: 0, count: width * (symbols.count + 2))
  }

  /// One bucket, whose chain holds every symbol.
  private var gnuHash: [UInt8] {
    let head = number(1, 4) + number(1, 4) + number(1, 4) + number(0, 4)
    let filter = number(0, is64 ? 8 : 4)
    let bucket = number(symbols.isEmpty ? 0 : 1, 4)
    let chain = symbols.indices.flatMap { number($0 == symbols.count - 1 ? 7 : 8, 4) }
    return head + filter + bucket + chain
  }

  private func versionDefinitions(_ string: (String) -> UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, name) in ([soname ?? ""] + versions).enumerated() {
      bytes += number(1, 2) + number(index == 0 ? 1 : 0, 2) + number(UInt64(index + 1), 2)
      bytes += number(1, 2) + number(0, 4) + number(20, 4)
      bytes += number(index == versions.count ? 0 : 28, 4)
      bytes += number(string(name), 4) + number(0, 4)
    }
    return bytes
  }
}
