internal import ArchBridgeABI
internal import ArchBridgeObjectFiles

/// A C++ function that a library exports.
struct CxxSymbol: Sendable {
  let symbol: String
  /// Its signature as people read it.
  let text: String
  /// The signature; nil where it uses what cannot be read.
  let signature: CxxSignature?

  /// Whether a symbol is one of C++ that is called: no table, no description of a type.
  static func isFunction(_ symbol: String) -> Bool {
    let bytes = symbol.utf8
    guard symbol.hasPrefix("_Z"), bytes.count > 2 else { return false }
    let third = bytes[bytes.index(bytes.startIndex, offsetBy: 2)]
    return third != UInt8(ascii: "T") && third != UInt8(ascii: "G")
  }

  /// The word of a name that every symbol of it has.
  static func key(of name: CxxName) -> String {
    let isSpecial = name.base.hasPrefix("operator") || name.isConstructor || name.isDestructor
    let base = isSpecial ? CxxName(name.scope).base : name.base
    return String(base.prefix { $0 == "_" || $0.isLetter || $0.isNumber })
  }

  /// The functions of a name among symbols.
  static func named(
    _ name: CxxName, among symbols: [String], knowing declarations: CDeclarations
  ) -> [CxxSymbol] {
    let key = key(of: name)
    return symbols.lazy.filter { isFunction($0) && (key.isEmpty || $0.contains(key)) }
      .compactMap { symbol in
        let text = CxxName.shortened(demangled(symbol))
        guard text != symbol, CxxSignature.name(of: text) == name else { return nil }
        return CxxSymbol(
          symbol: symbol, text: text,
          signature: try? CxxSignature(text, knowing: declarations))
      }
  }

  /// Of symbols that are spelled alike, as a constructor's are, the one for whole objects.
  static func whole(_ symbols: [CxxSymbol]) -> CxxSymbol? {
    func rank(_ one: CxxSymbol) -> Int {
      let others = symbols.filter {
        $0.symbol != one.symbol && $0.symbol.utf8.count == one.symbol.utf8.count
      }
      for other in others {
        let pairs = zip(one.symbol.utf8, other.symbol.utf8)
        guard let pair = pairs.first(where: { $0 != $1 }) else { continue }
        return switch pair.0 {
        case UInt8(ascii: "1"): 0
        case UInt8(ascii: "2"): 1
        default: 2
        }
      }
      return 0
    }
    return symbols.min { (rank($0), $0.symbol) < (rank($1), $1.symbol) }
  }

  /// Whether symbols show that a scope is a class and no namespace.
  static func isClass(_ scope: String, among symbols: Set<String>) -> Bool {
    let words = scope.split(separator: ":").map(String.init)
    guard !words.isEmpty, words.allSatisfy({ $0.utf8.allSatisfy { $0 != UInt8(ascii: "<") } })
    else { return false }
    let parts = words.map { "\($0.utf8.count)\($0)" }.joined()
    let type = words.count == 1 ? parts : "N\(parts)E"
    if symbols.contains("_ZTI\(type)") || symbols.contains("_ZTV\(type)") { return true }
    let starts = ["C1E", "C2E", "D1E", "D2E"].map { "_ZN\(parts)\($0)" }
    return symbols.contains { symbol in
      starts.contains { symbol.hasPrefix($0) } || isConstMethod(symbol, of: "_ZNK\(parts)")
    }
  }

  /// Whether a symbol is that of a `const` function right in a scope.
  private static func isConstMethod(_ symbol: String, of start: String) -> Bool {
    guard symbol.hasPrefix(start) else { return false }
    let rest = symbol.utf8.dropFirst(start.utf8.count)
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard let count = Int(String(digits) ?? "") else { return false }
    return rest.dropFirst(digits.count).dropFirst(count).first == UInt8(ascii: "E")
  }
}
