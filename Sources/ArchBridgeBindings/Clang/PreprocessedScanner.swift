/// Takes apart what clang's preprocessor wrote: code, comments, macros and line markers.
struct PreprocessedScanner {
  private let text: [UInt8]
  private var position = 0
  private var files: IncludedFiles
  private var packing = PackStack()
  private var macroOrder: [String] = []
  private var macroTable: [String: PreprocessedSource.Macro] = [:]

  private(set) var code: [UInt8]
  private(set) var comments: [PreprocessedSource.Comment] = []
  private(set) var regions: [PreprocessedSource.Region] = []

  /// The macros that are defined at the end, in the order of their definition.
  var macros: [PreprocessedSource.Macro] { macroOrder.compactMap { macroTable[$0] } }

  init(_ text: [UInt8], headers: [String]) {
    self.text = text
    code = text
    files = IncludedFiles(headers: headers)
  }

  mutating func scan() {
    var isLineStart = true
    while position < text.count {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "#") where isLineStart:
        directive()
      case UInt8(ascii: "/") where next == UInt8(ascii: "*") || next == UInt8(ascii: "/"):
        comment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipLiteral(byte)
        isLineStart = false
      default:
        if byte == UInt8(ascii: "\n") {
          isLineStart = true
        } else if !ByteText.isBlank(byte) {
          isLineStart = false
        }
        position += 1
      }
    }
  }

  private var next: UInt8? { position + 1 < text.count ? text[position + 1] : nil }

  private mutating func skipLiteral(_ quote: UInt8) {
    position += 1
    while position < text.count, text[position] != quote, text[position] != UInt8(ascii: "\n") {
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    position = min(position + 1, text.count)
  }

  private mutating func comment() {
    let start = position
    skipComment()
    let range = start..<position
    blank(range)
    let body = ByteText.string(text[range])
    if let last = comments.last, body.hasPrefix("//"), last.text.hasPrefix("//"),
      continues(last, at: start)
    {
      comments[comments.count - 1] = PreprocessedSource.Comment(
        range: last.range.lowerBound..<position, text: last.text + "\n" + body)
    } else {
      comments.append(PreprocessedSource.Comment(range: range, text: body))
    }
  }

  /// Whether only one line's end, and blanks, lie between a comment and what starts at `start`.
  private func continues(_ comment: PreprocessedSource.Comment, at start: Int) -> Bool {
    let between = text[comment.range.upperBound..<start]
    return between.allSatisfy(ByteText.isBlank)
      && between.count(where: { $0 == UInt8(ascii: "\n") }) == 1
  }

  private mutating func skipComment() {
    if next == UInt8(ascii: "/") {
      while position < text.count, text[position] != UInt8(ascii: "\n") { position += 1 }
      return
    }
    position += 2
    while position < text.count {
      if text[position] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where code[index] != UInt8(ascii: "\n") { code[index] = UInt8(ascii: " ") }
  }

  /// Reads one line that begins with `#`; comments in it may reach over several.
  private mutating func directive() {
    let start = position
    var words: [UInt8] = []
    var note: String?
    while position < text.count, text[position] != UInt8(ascii: "\n") {
      let byte = text[position]
      if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") || next == UInt8(ascii: "/") {
        let begin = position
        skipComment()
        note = ByteText.string(text[begin..<position])
        words.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let begin = position
        skipLiteral(byte)
        words += text[begin..<position]
      } else {
        words.append(byte)
        position += 1
      }
    }
    let line = ByteText.trimmed(ByteText.string(words.dropFirst()))
    if line.hasPrefix("define ") {
      define(line.dropFirst(7), note: note ?? comment(before: start))
    } else if line.hasPrefix("undef ") {
      macroTable[ByteText.trimmed(line.dropFirst(6))] = nil
    } else if line.hasPrefix("pragma ") {
      if packing.read(line.dropFirst(7)) { startRegion() }
      return
    } else if let first = line.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      files.read(marker: line)
      startRegion()
    }
    blank(start..<position)
  }

  private func comment(before start: Int) -> String? {
    guard let last = comments.last, continues(last, at: start) else { return nil }
    return last.text
  }

  private mutating func startRegion() {
    regions.append(
      PreprocessedSource.Region(
        start: position, isOwn: files.isOwn, packAlignment: packing.alignment))
  }

  private mutating func define(_ definition: Substring, note: String?) {
    let name = definition.utf8.prefix(while: ByteText.isWord)
    let rest = definition.utf8[name.endIndex...]
    let word = String(Substring(name))
    let isNew = macroTable[word] == nil
    macroTable[word] = nil
    // A parenthesis right behind the name begins parameters.
    guard files.isOwn, rest.first != UInt8(ascii: "(") else { return }
    if isNew { macroOrder.append(word) }
    macroTable[word] = PreprocessedSource.Macro(
      name: word, body: ByteText.trimmed(Substring(rest)), comment: note)
  }
}
