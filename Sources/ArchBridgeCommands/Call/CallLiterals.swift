internal import ArchBridge

/// Reads the command line's arguments, where a text needs no quotes.
enum CallLiterals {
  /// The literal that an argument is for a parameter.
  static func literal(_ text: String, for type: CType) throws -> Literal {
    if text == "null" { return .null }
    if text.hasPrefix("text:") { return .text(String(text.dropFirst(5))) }
    guard type.isTextParameter else {
      if text.hasPrefix("@") { return .word(text) }
      return try LiteralParser.literal(text)
    }
    if text.hasPrefix("@") || text.hasPrefix("out:") { return .word(text) }
    if text.hasPrefix("["), case .list(let elements)? = try? LiteralParser.literal(text),
      elements.allSatisfy(\.isNumber)
    {
      return .list(elements)
    }
    return .text(text)
  }

  /// The literal that an argument is for a Fortran argument, where a text needs no quotes.
  static func literal(_ text: String, for variable: FortranVariable) throws -> Literal {
    if text == "null" { return .null }
    if text.hasPrefix("text:") { return .text(String(text.dropFirst(5))) }
    guard variable.type.isCharacter else {
      if text.hasPrefix("@") { return .word(text) }
      return try LiteralParser.literal(text)
    }
    if text.hasPrefix("out:") { return .word(text) }
    // A text where one goes in; `text:out` is one anywhere.
    if text == "out", variable.intent == .out || variable.intent == .inout { return .word(text) }
    if variable.shape != .scalar, text.hasPrefix("[") { return try LiteralParser.literal(text) }
    return .text(text)
  }

  /// The literal that an argument is where the prototype has `...`.
  static func variable(_ text: String) -> Literal {
    if text.hasPrefix("text:") { return .text(String(text.dropFirst(5))) }
    return .word(text)
  }
}

extension Literal {
  /// Whether this is a whole number.
  fileprivate var isNumber: Bool {
    guard case .word(let word) = self else { return false }
    return NumberText.integer(word, Int64.self) != nil
  }
}

extension CType {
  /// Whether this points to characters that are text.
  fileprivate var isTextParameter: Bool {
    switch resolved {
    case .pointer(let pointee, _): pointee.isText
    case .array(let element, _): element.isText
    default: false
    }
  }
}
