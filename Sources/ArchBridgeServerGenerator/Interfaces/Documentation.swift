internal import SwiftSyntax

/// A declaration's documentation comment.
enum Documentation {
  /// Its lines, without what marks them as a comment.
  static func lines(of node: some SyntaxProtocol) -> [String] {
    node.leadingTrivia.pieces.flatMap { piece -> [String] in
      switch piece {
      case .docLineComment(let text): [trimmed(text.dropFirst(3))]
      case .docBlockComment(let text): blockLines(text)
      default: []
      }
    }
  }

  private static func blockLines(_ text: String) -> [String] {
    let lines = text.dropFirst(3).dropLast(2).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      return trimmed(line.first == "*" ? line.dropFirst() : line)
    }
    return Array(lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed())
  }

  /// Without the blank behind the comment's mark, and those at the end.
  private static func trimmed(_ line: Substring) -> String {
    var line = line.first == " " ? line.dropFirst() : line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line)
  }
}
