/// A comment of a header, taken apart: what Swift's documentation is made from.
struct HeaderComment {
  /// The first sentence, where it is short enough to stand alone.
  private(set) var summary: String?
  private(set) var paragraphs: [String] = []
  private(set) var parameters: [(name: String, text: String)] = []
  private(set) var result: String?

  /// How long a first sentence can be.
  private static let summaryLength = 90
  /// How many characters of a comment are kept; what a manual says stays in the manual.
  private static let textLength = 1200

  init(_ comment: String?) {
    guard let comment else { return }
    var blocks = Self.blocks(Self.lines(of: comment))
    blocks = blocks.filter { !read(command: $0) }
    if let first = blocks.first {
      let (sentence, rest) = Self.firstSentence(first)
      if isSummary(sentence) {
        summary = sentence
        blocks[0] = rest
      }
    }
    var length = 0
    for block in blocks where !block.isEmpty {
      length += block.count
      if length > Self.textLength {
        paragraphs.append("The header says more.")
        break
      }
      paragraphs.append(block)
    }
  }

  /// Whether a sentence can stand on the first line: a statement that is not too long.
  private func isSummary(_ sentence: String) -> Bool {
    sentence.count <= Self.summaryLength && sentence.hasSuffix(".")
      && !sentence.lowercased().hasPrefix("e.g.")
  }

  /// The comment's lines without what makes them a comment, or decorates them.
  private static func lines(of comment: String) -> [String] {
    comment.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var text = ByteText.trimmed(line)
      if text.hasSuffix("*/") { text = ByteText.trimmed(text.dropLast(2)) }
      for mark in ["/**<", "/*!<", "///<", "//!<", "/**", "/*!", "///", "//!", "/*", "//"]
      where text.hasPrefix(mark) {
        text = String(text.dropFirst(mark.count))
        break
      }
      text = ByteText.trimmed(text)
      while text.hasPrefix("*") { text = String(text.dropFirst()) }
      text = ByteText.trimmed(text)
      return ruled(text)
    }
  }

  /// A line without the stars or dashes that rule it off; one of them alone may mean something.
  private static func ruled(_ line: String) -> String {
    let marks = "*-=#/_~+"
    var text = Substring(line)
    if text.prefix(while: { marks.contains($0) }).count > 2 {
      text = text.drop { marks.contains($0) }
    }
    while text.suffix(3).count == 3, text.suffix(3).allSatisfy({ marks.contains($0) }) {
      text = text.dropLast(text.count > 3 && marks.contains(text.dropLast(3).last ?? " ") ? 1 : 3)
    }
    return ByteText.trimmed(text)
  }

  /// The paragraphs; a line with a command begins one.
  private static func blocks(_ lines: [String]) -> [String] {
    var blocks: [String] = []
    var block = ""
    for line in lines {
      let text = plain(line)
      if text.isEmpty || isCommand(text) || isField(text) {
        if !block.isEmpty { blocks.append(block) }
        block = text
        if isField(text) {
          // `TITLE: words`, as manuals are made from: the first one's words are a title.
          block = ""
          if blocks.isEmpty, let colon = text.firstIndex(of: ":") {
            blocks.append(ByteText.trimmed(text[text.index(after: colon)...]))
          }
        }
      } else {
        block += block.isEmpty ? text : " " + text
      }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  /// A line without tags and without the marks that some headers put before sentences.
  private static func plain(_ line: String) -> String {
    var text = ""
    var rest = Substring(line)
    while let character = rest.first {
      if character == "<", let close = rest.firstIndex(of: ">"),
        rest[rest.index(after: rest.startIndex)..<close].allSatisfy({
          $0.isLetter || $0.isNumber || "/=\"' .#:_-".contains($0)
        }), rest.dropFirst().first.map({ $0.isLetter || $0 == "/" }) ?? false
      {
        rest = rest[rest.index(after: close)...]
        continue
      }
      rest.removeFirst()
      let isMark = rest.first.map { $0.isLetter || $0 == "(" } ?? true
      if character == "^", isMark || text.hasSuffix(")") { continue }
      text.append(character)
    }
    return ByteText.trimmed(text.replacing("\t", with: " "))
  }

  private static func isCommand(_ line: String) -> Bool {
    guard let first = line.first, first == "@" || first == "\\" else { return false }
    return line.dropFirst().first?.isLetter ?? false
  }

  private static func isField(_ line: String) -> Bool {
    let word = line.prefix { $0 != ":" }
    return word.count >= 3 && word.count < line.count
      && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == " " }
  }

  /// Takes a paragraph that is a command, and returns whether it has no other place.
  private mutating func read(command block: String) -> Bool {
    guard Self.isCommand(block) else { return false }
    let parts = block.dropFirst().split(separator: " ", maxSplits: 1)
    let text = parts.count > 1 ? ByteText.trimmed(parts[1]) : ""
    switch parts[0].prefix(while: { $0.isLetter }) {
    case "param":
      let words = text.split(separator: " ", maxSplits: 1)
      if words.count == 2 {
        parameters.append((String(words[0]), Self.sentence(ByteText.trimmed(words[1]))))
      }
    case "return", "returns", "result", "retval":
      if result == nil, !text.isEmpty { result = Self.sentence(text) }
    case "brief", "short":
      let (sentence, rest) = Self.firstSentence(text)
      if isSummary(sentence) { summary = sentence } else { paragraphs = [text] }
      if !rest.isEmpty { paragraphs = [rest] }
    case "note", "remark", "remarks", "warning", "attention", "details", "par":
      if !text.isEmpty { paragraphs.append(Self.sentence(text)) }
    default:
      break
    }
    return true
  }

  private static func firstSentence(_ text: String) -> (sentence: String, rest: String) {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if ".!?".contains(text[index]), next == text.endIndex || text[next] == " ",
        !["e.g", "i.e"].contains(text[..<index].suffix(3).lowercased())
      {
        return (sentence(String(text[...index])), ByteText.trimmed(text[next...]))
      }
      index = next
    }
    return (sentence(text), "")
  }

  /// The text with a capital at its start and a full stop at its end.
  private static func sentence(_ text: String) -> String {
    guard let first = text.first, let last = text.last else { return text }
    let isName = text.prefix { $0 != " " }.contains { $0 == "_" || $0 == "(" || $0.isNumber }
    let start = isName ? String(first) : first.uppercased()
    if ".!?".contains(last) { return start + text.dropFirst() }
    let end = ",;:".contains(last) ? text.dropFirst().dropLast() : text.dropFirst()
    return start + end + "."
  }
}
