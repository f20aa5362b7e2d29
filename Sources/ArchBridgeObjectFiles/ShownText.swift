/// A text from elsewhere, as it can be shown.
extension String {
  /// The text with U+FFFD for what would change how the text around it is shown: control characters,
  /// those that turn the direction of writing, and ends of lines that are none of ASCII's.
  ///
  /// - Parameter keepsLines: Whether line feeds and tabs stay.
  package func shown(keepsLines: Bool = false) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F { return true }
      if keepsLines, scalar == "\n" || scalar == "\t" { return true }
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: return false
      default: return !scalar.properties.isBidiControl
      }
    }
    guard !unicodeScalars.allSatisfy(isPlain) else { return self }
    return String(unicodeScalars.map { isPlain($0) ? Character($0) : "\u{FFFD}" })
  }

  /// The text without its middle, where it is longer than a sentence can hold.
  package func abridged(to limit: Int = 160) -> String {
    guard count > limit else { return self }
    return "\(prefix(limit - limit / 3 - 1))…\(suffix(limit / 3))"
  }
}
