extension CPunctuator {
  /// Makes the punctuator that two bytes spell.
  init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): self = .scope
    case (UInt8(ascii: "="), UInt8(ascii: "=")): self = .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "<")): self = .shiftLeft
    case (UInt8(ascii: ">"), UInt8(ascii: ">")): self = .shiftRight
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): self = .logicalAnd
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): self = .logicalOr
    default: return nil
    }
  }

  /// Makes the punctuator that one byte spells.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): self = .openParenthesis
    case UInt8(ascii: ")"): self = .closeParenthesis
    case UInt8(ascii: "["): self = .openBracket
    case UInt8(ascii: "]"): self = .closeBracket
    case UInt8(ascii: "{"): self = .openBrace
    case UInt8(ascii: "}"): self = .closeBrace
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: "="): self = .assign
    case UInt8(ascii: "<"): self = .less
    case UInt8(ascii: ">"): self = .greater
    case UInt8(ascii: "+"): self = .plus
    case UInt8(ascii: "-"): self = .minus
    case UInt8(ascii: "*"): self = .star
    case UInt8(ascii: "/"): self = .slash
    case UInt8(ascii: "%"): self = .percent
    case UInt8(ascii: "&"): self = .ampersand
    case UInt8(ascii: "|"): self = .bar
    case UInt8(ascii: "^"): self = .caret
    case UInt8(ascii: "~"): self = .tilde
    case UInt8(ascii: "!"): self = .exclamation
    default: return nil
    }
  }
}
