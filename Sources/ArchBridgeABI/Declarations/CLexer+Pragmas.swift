extension CLexer {
  /// Obeys a pragma that changes layouts, and passes over any other.
  ///
  /// - Parameters:
  ///   - text: what follows the word `pragma`, on one line.
  ///   - start: where the pragma stands.
  mutating func obeyPragma(_ text: ArraySlice<UInt8>, at start: Int) throws(DeclarationError) {
    let rest = text.drop { $0 == 0x20 || $0 == 0x09 }
    let name = rest.prefix { $0.continuesWord }
    switch String(decoding: name, as: UTF8.self) {
    case "pack":
      var words = CLexer(String(decoding: rest.dropFirst(name.count), as: UTF8.self))
      words.isAtLineStart = false
      let problem: String?
      do throws(DeclarationError) {
        problem = try packing.obey(&words)
      } catch {
        problem = error.message
      }
      if let problem {
        throw failure(at: start, "this '#pragma pack' cannot be read: \(problem)")
      }
    case "ms_struct", "scalar_storage_order", "options":
      throw failure(
        at: start,
        "'#pragma \(String(decoding: name, as: UTF8.self))' is not supported: it changes layouts")
    default:
      return
    }
  }

  /// Reads what follows the word `_Pragma`, and obeys it.
  mutating func obeyPragmaOperator(at start: Int) throws(DeclarationError) {
    let open = try nextWithPragmas()
    let literal = try nextWithPragmas()
    let close = try nextWithPragmas()
    guard open.kind == .punctuator(.openParenthesis), literal.kind == .string,
      close.kind == .punctuator(.closeParenthesis)
    else {
      throw failure(at: start, "expected a text in quotation marks and parentheses after '_Pragma'")
    }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes[literal.start + 1..<literal.end - 1] {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        text.append(byte)
        isEscaped = false
      }
    }
    try obeyPragma(text[...], at: start)
  }
}
