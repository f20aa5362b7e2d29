import Testing

/// What `readelf` says about all symbols and sections of a file, and what follows for an address.
struct SymbolReport {
  private struct Symbol {
    let address: UInt64
    let byteCount: UInt64
    let type: String
    let name: String

    var isFunction: Bool { type == "FUNC" || type == "IFUNC" }

    func covers(_ wanted: UInt64) -> Bool { wanted >= address && wanted - address < byteCount }
  }

  private(set) var code: [Range<UInt64>] = []
  private var symbols: [Symbol] = []

  init(of path: String) throws {
    let output = try Tool.run("readelf", ["-SsW", path])
    var tables: [String: [Symbol]] = [:]
    var table = ""
    for line in output.split(separator: "\n") {
      if line.hasPrefix("Symbol table '") {
        table = String(line.split(separator: "'")[1])
      } else if let section = Self.code(line) {
        code.append(section)
      } else if let symbol = Self.symbol(line) {
        tables[table, default: []].append(symbol)
      }
    }
    symbols = tables[".symtab"] ?? tables[".dynsym"] ?? []
  }

  /// How many functions there are.
  var functionCount: Int { symbols.count { $0.isFunction } }

  /// Addresses at the start, in the middle, at the end and behind functions, and anywhere in code.
  func addresses(_ count: Int, _ random: inout some RandomNumberGenerator) -> [UInt64] {
    let functions = symbols.filter { symbol in
      symbol.isFunction && code.contains { $0.contains(symbol.address) }
    }
    return (0..<count).compactMap { index in
      if index % 5 == 0 { return code.randomElement(using: &random)?.randomElement(using: &random) }
      guard let function = functions.randomElement(using: &random) else { return nil }
      let length = function.byteCount
      return function.address + [0, length / 2, max(length, 1) - 1, length][index % 5 - 1]
    }
  }

  /// The names that an address may have, with the start of what they name; none is no function.
  func functions(at address: UInt64) -> (start: UInt64, names: Set<String>)? {
    guard let range = code.first(where: { $0.contains(address) }) else { return nil }
    let before = symbols.filter { range.contains($0.address) && $0.address <= address }
    let nearest = before.map(\.address).max()
    for isFunction in [true, false] {
      let these = before.filter { $0.isFunction == isFunction }
      for matching in [
        these.filter { $0.covers(address) },
        these.filter { $0.byteCount == 0 && $0.address == nearest },
      ] {
        guard let start = matching.map(\.address).max() else { continue }
        return (start, Set(matching.filter { $0.address == start }.map(\.name)))
      }
    }
    return nil
  }

  private static func code(_ line: Substring) -> Range<UInt64>? {
    guard let bracket = line.firstIndex(of: "]"), line.drop(while: { $0 == " " }).first == "["
    else { return nil }
    let words = line[bracket...].dropFirst().split(separator: " ")
    guard words.count > 6, words[6].contains("X"), let start = UInt64(words[2], radix: 16),
      let byteCount = UInt64(words[4], radix: 16)
    else { return nil }
    return start..<start + byteCount
  }

  private static func symbol(_ line: Substring) -> Symbol? {
    let words = line.replacing("<OS specific>: 10", with: "UNIQUE").split(separator: " ")
    guard words.count >= 8, words[0].hasSuffix(":"), Int(words[0].dropLast()) != nil,
      let address = UInt64(words[1], radix: 16), Int(words[6]) != nil,
      ["FUNC", "IFUNC", "NOTYPE"].contains(words[3])
    else { return nil }
    let length = words[2]
    let byteCount = length.hasPrefix("0x") ? UInt64(length.dropFirst(2), radix: 16) : UInt64(length)
    return Symbol(
      address: address, byteCount: byteCount ?? 0, type: String(words[3]),
      name: String(words[7].prefix { $0 != "@" }))
  }
}
