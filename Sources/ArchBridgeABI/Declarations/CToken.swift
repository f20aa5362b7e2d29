/// One token of a C text, and the bytes that spell it.
struct CToken {
  /// What a token is.
  enum Kind: Equatable {
    case word(String)
    case keyword(CKeyword)
    case number
    case character
    case string
    case punctuator(CPunctuator)
    case end
  }

  var kind: Kind
  /// The offset of the first byte.
  var start: Int
  /// The offset after the last byte.
  var end: Int
}

/// The punctuators that declarations and constant expressions are made of.
enum CPunctuator: String {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
  case colon = ":"
  case scope = "::"
  case question = "?"
  case ellipsis = "..."
  case dot = "."
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case percent = "%"
  case ampersand = "&"
  case bar = "|"
  case caret = "^"
  case logicalAnd = "&&"
  case logicalOr = "||"
  case tilde = "~"
  case exclamation = "!"

  /// How tightly this binds as a binary operator, or nil where it is none.
  var precedence: Int? {
    switch self {
    case .logicalOr: 1
    case .logicalAnd: 2
    case .bar: 3
    case .caret: 4
    case .ampersand: 5
    case .equal, .notEqual: 6
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 7
    case .shiftLeft, .shiftRight: 8
    case .plus, .minus: 9
    case .star, .slash, .percent: 10
    default: nil
    }
  }
}
