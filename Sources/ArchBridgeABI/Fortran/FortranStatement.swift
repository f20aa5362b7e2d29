/// One statement of a Fortran source, its continuation lines joined and its comments gone.
struct FortranStatement {
  /// A run of bytes that stood on one line.
  struct Origin {
    var start: Int
    var line: Int
    var column: Int
  }

  var bytes: [UInt8] = []
  var origins: [Origin] = []

  /// Where the byte at `offset` stood.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = origins.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if origins[middle].start <= offset { low = middle } else { high = middle }
    }
    guard low < origins.count else { return (1, 1) }
    let origin = origins[low]
    return (origin.line, origin.column + max(0, offset - origin.start))
  }

  /// Appends a byte that stands at a place; bytes that follow each other share an origin.
  mutating func append(_ byte: UInt8, line: Int, column: Int) {
    let last = origins.last
    if last.map({ $0.line != line || $0.column + bytes.count - $0.start != column }) ?? true {
      origins.append(Origin(start: bytes.count, line: line, column: column))
    }
    bytes.append(byte)
  }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}

/// Cuts a Fortran source into its statements.
///
/// It takes time and memory in proportion to the source. Lines of a preprocessor are left out.
struct FortranStatements {
  private let bytes: [UInt8]
  private let isFixed: Bool
  private var position = 0
  private var line = 0
  private var current = FortranStatement()
  private var finished: [FortranStatement] = []
  /// The quotation mark that is open.
  private var quote: UInt8?
  /// Whether the next line goes on with the statement.
  private var continues = false

  /// The statements of `source` in order, none of them blank.
  static func of(_ source: String, _ form: FortranForm) -> [FortranStatement] {
    var reader = FortranStatements(source, form)
    while reader.position < reader.bytes.count { reader.readLine() }
    reader.endStatement()
    return reader.finished
  }

  private init(_ source: String, _ form: FortranForm) {
    var text = [UInt8](source.utf8)
    if text.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { text.removeFirst(3) }
    bytes = text
    isFixed = form == .fixed || (form == .automatic && FortranForm.looksFixed(text))
  }

  private mutating func endStatement() {
    if !current.isBlank { finished.append(current) }
    current = FortranStatement()
    quote = nil
    continues = false
  }

  private mutating func readLine() {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    var end = position
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    position += 1
    line += 1
    if start < end, bytes[start] == UInt8(ascii: "#") { return }
    if isFixed { readFixed(start, end) } else { readFree(start, end) }
  }

  // MARK: Free form

  private mutating func readFree(_ start: Int, _ end: Int) {
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if quote == nil, index == end || bytes[index] == UInt8(ascii: "!") { return }
    if continues {
      if index < end, bytes[index] == UInt8(ascii: "&") {
        index += 1
      } else if quote != nil {
        index = start
      } else {
        current.append(0x20, line: line, column: index - start + 1)
      }
    } else {
      endStatement()
    }
    continues = false
    copy(index, end, column: index - start + 1)
    if !continues { endStatement() }
  }

  /// Takes a line's text up to its comment.
  private mutating func copy(_ start: Int, _ end: Int, column: Int) {
    for index in start..<max(start, end) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open {
          quote = nil
        } else if byte == UInt8(ascii: "&"), !isFixed, isBlank(index + 1, end) {
          continues = true
          return
        }
      } else if byte == UInt8(ascii: "!") {
        return
      } else if byte == UInt8(ascii: "&"), !isFixed {
        if isBlank(index + 1, end) {
          continues = true
          return
        }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ";") {
        endStatement()
        continue
      }
      current.append(byte, line: line, column: column + index - start)
    }
    // Only `&` carries a text over the end of a line in free form.
    if !isFixed { quote = nil }
  }

  /// Whether nothing but blanks and a comment is left.
  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    for index in start..<max(start, end) {
      if bytes[index] == UInt8(ascii: "!"), quote == nil { return true }
      if bytes[index] != 0x20, bytes[index] != 0x09 { return false }
    }
    return true
  }

  // MARK: Fixed form

  private mutating func readFixed(_ start: Int, _ end: Int) {
    guard start < end else { return }
    switch bytes[start] {
    case UInt8(ascii: "C"), UInt8(ascii: "c"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "d"), UInt8(ascii: "D"):
      return
    default: break
    }
    var index = start
    var column = 1
    var isContinuation = false
    while index < end, column < 7 {
      let byte = bytes[index]
      if byte == 0x09 {
        // A tab ends the label; a digit behind it continues a statement.
        index += 1
        if index < end, bytes[index].isDigit, bytes[index] != UInt8(ascii: "0") {
          isContinuation = true
          index += 1
        }
        break
      }
      if byte == UInt8(ascii: "!"), column < 6 { return }
      if column == 6, byte != 0x20, byte != UInt8(ascii: "0") { isContinuation = true }
      index += 1
      column += 1
    }
    let last = min(end, start + 72)
    guard index < last, !isBlank(index, last) || quote != nil else { return }
    if !isContinuation { endStatement() }
    copy(index, last, column: index - start + 1)
  }
}
