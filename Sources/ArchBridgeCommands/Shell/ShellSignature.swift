internal import ArchBridgeGenerator

/// A call by a signature, with its arguments in parentheses behind it:
/// `double vendor::Gauge::read(double) const(gauge, 1.5)`.
struct ShellSignature {
  let signature: String
  private let arguments: Substring

  /// Whether a text that is no literal names something with its scopes.
  static func isQualified(_ text: some StringProtocol) -> Bool {
    text.prefix { $0 != "\"" }.contains("::")
  }

  /// Finds the two parts; nil where the text is an ordinary call, or none.
  init?(_ text: String) {
    guard text.last == ")", let open = Self.lastOpening(text) else { return nil }
    signature = text[..<open].trimmed
    arguments = text[open...]
    guard Self.isQualified(signature) || signature.contains(")"),
      let first = signature.first, first.isIdentifierPart || first == ":" || first == "("
    else { return nil }
  }

  /// The arguments, read as those of any call.
  func literals() throws(CommandFailure) -> [Literal] {
    guard
      case .call(_, let literals) = try LiteralParser.literal("call\(arguments)", hasCalls: true)
    else { throw CommandFailure("'\(arguments)' are no arguments") }
    return literals
  }

  /// Where the parenthesis opens that the text's end closes.
  private static func lastOpening(_ text: String) -> String.Index? {
    var open: [String.Index] = []
    var last: String.Index?
    var (isQuoted, isEscaped) = (false, false)
    for index in text.indices {
      let character = text[index]
      if isQuoted {
        if character == "\"", !isEscaped { isQuoted = false }
        isEscaped = character == "\\" && !isEscaped
        continue
      }
      switch character {
      case "\"": isQuoted = true
      case "(": open.append(index)
      case ")": last = open.popLast()
      default: break
      }
    }
    return open.isEmpty && !isQuoted ? last : nil
  }
}
