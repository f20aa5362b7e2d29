/// A token of a C type's spelling.
enum TypeToken: Equatable {
  case word(String)
  case number(Int)
  case mark(UInt8)
  case ellipsis

  static func mark(_ scalar: Unicode.Scalar) -> TypeToken { .mark(UInt8(ascii: scalar)) }

  /// Takes a spelling apart.
  ///
  /// `(unnamed struct at f.h:12:25)` becomes the word `@12:25`, and what stands before a `::` is
  /// left out.
  static func tokens(of spelling: String) -> [TypeToken] {
    let bytes = [UInt8](spelling.utf8)
    var tokens: [TypeToken] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if ByteText.isBlank(byte) {
        index += 1
      } else if ByteText.isWord(byte) {
        let word = bytes[index...].prefix(while: ByteText.isWord)
        index = word.endIndex
        let text = ByteText.string(word)
        tokens.append(Int(text).map(TypeToken.number) ?? .word(text))
      } else if byte == UInt8(ascii: "("), let (key, end) = unnamed(bytes, at: index) {
        tokens.append(.word(key))
        index = end
      } else if bytes[index...].starts(with: "...".utf8) {
        tokens.append(.ellipsis)
        index += 3
      } else if bytes[index...].starts(with: "::".utf8) {
        if case .word = tokens.last { tokens.removeLast() }
        index += 2
      } else {
        tokens.append(.mark(byte))
        index += 1
      }
    }
    return tokens
  }

  /// The key of the unnamed type that `(unnamed … at FILE:LINE:COLUMN)` is, and where that ends.
  private static func unnamed(_ bytes: [UInt8], at start: Int) -> (key: String, end: Int)? {
    let rest = bytes[(start + 1)...]
    guard rest.starts(with: "unnamed ".utf8) || rest.starts(with: "anonymous ".utf8),
      let close = rest.firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let parts = rest[..<close].split(separator: UInt8(ascii: ":"))
    guard parts.count >= 3 else { return nil }
    return ("@" + parts.suffix(2).map(ByteText.string).joined(separator: ":"), close + 1)
  }
}
