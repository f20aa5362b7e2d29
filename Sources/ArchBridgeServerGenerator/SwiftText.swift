internal import SwiftParser

/// Swift source under construction, line by line.
struct SwiftText {
  private(set) var lines: [String] = []
  private var depth = 0

  /// Appends a line at the current depth; an empty one stays empty.
  mutating func line(_ text: String = "") {
    lines.append(text.isEmpty ? "" : String(repeating: "  ", count: depth) + text)
  }

  /// Appends a line that opens a block, what `body` appends, and the line that closes it.
  mutating func block(
    _ opening: String, closing: String = "}",
    _ body: (inout SwiftText) throws(ServerDiagnostic) -> Void
  ) throws(ServerDiagnostic) {
    line(opening)
    depth += 1
    try body(&self)
    depth -= 1
    line(closing)
  }

  /// Appends what `body` appends, one level deeper.
  mutating func indented(_ body: (inout SwiftText) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Appends lines within the `#if` blocks of these conditions.
  mutating func conditional(
    _ conditions: [String], _ body: (inout SwiftText) throws(ServerDiagnostic) -> Void
  ) throws(ServerDiagnostic) {
    for condition in conditions { line("#if \(condition)") }
    try body(&self)
    for _ in conditions { line("#endif") }
  }

  /// A name as a variable or member has it: in backticks where it is a keyword.
  static func identifier(_ name: String) -> String {
    name.isValidSwiftIdentifier(for: .variableName) ? name : "`\(name)`"
  }

  /// A type's name as a variable's: `URLStore` is `urlStore`.
  static func lowerCamelCase(_ name: String) -> String {
    let capitals = name.prefix { $0.isUppercase }.count
    let count = capitals == name.count ? capitals : max(1, capitals - 1)
    return name.prefix(count).lowercased() + name.dropFirst(count)
  }

  /// A string literal of `text`.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
