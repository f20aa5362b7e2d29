/// Finds the parts of a C++ function's signature: what stands before its name, the name, its
/// parameters, and what follows them.
struct CxxScanner {
  let bytes: [UInt8]
  private(set) var name = 0..<0
  /// What is between the parentheses; nil where there are none.
  private(set) var parameters: Range<Int>?

  /// Finds the parts; parentheses that do not close reach to the end.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan()
  }

  /// What stands before the name.
  var prefix: Range<Int> { 0..<name.lowerBound }
  /// What follows the parameters.
  var suffix: Range<Int> {
    guard let parameters else { return bytes.count..<bytes.count }
    return min(parameters.upperBound + 1, bytes.count)..<bytes.count
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func scan() {
    var (start, index) = (0, 0)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        while byte(index).isBlank { index += 1 }
        let isParameters = byte(index) == UInt8(ascii: "(") && !startsAnonymous(index)
        if !isParameters, index < bytes.count, byte(index) != UInt8(ascii: ";") { start = index }
      case UInt8(ascii: "*"), UInt8(ascii: "&"):
        index += 1
        start = index
      case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"):
        index = bytes.endOfBrackets(at: index)
      case UInt8(ascii: "("):
        if startsAnonymous(index) {
          index = bytes.endOfBrackets(at: index)
        } else if isAttribute(start..<index) {
          index = bytes.endOfBrackets(at: index)
          start = index
        } else {
          return finish(start, index)
        }
      case UInt8(ascii: "o") where isOperator(index, after: start):
        return finish(start, operatorEnd(index + 8))
      case UInt8(ascii: ";"):
        return name = start..<index
      default: index += 1
      }
    }
    name = start..<bytes.count
  }

  private mutating func finish(_ start: Int, _ end: Int) {
    var last = end
    while last > start, byte(last - 1).isBlank { last -= 1 }
    name = start..<last
    guard end < bytes.count else { return }
    parameters = (end + 1)..<max(end + 1, bytes.endOfBrackets(at: end) - 1)
  }

  private func startsAnonymous(_ index: Int) -> Bool {
    bytes[index...].starts(with: "(anonymous namespace)".utf8)
  }

  private func isAttribute(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, byte(end - 1).isBlank { end -= 1 }
    let word = bytes[range.lowerBound..<end]
    return word.elementsEqual("__attribute__".utf8) || word.elementsEqual("__attribute".utf8)
  }

  private func isOperator(_ index: Int, after start: Int) -> Bool {
    bytes[index...].starts(with: "operator".utf8) && !byte(index + 8).continuesWord
      && (index == start || !byte(index - 1).continuesWord)
  }

  /// Where an operator's name ends, of which `index` is behind the word.
  private func operatorEnd(_ index: Int) -> Int {
    var index = index
    while byte(index).isBlank { index += 1 }
    if byte(index) == UInt8(ascii: "("), byte(index + 1) == UInt8(ascii: ")") { index += 2 }
    var depth = 0
    let isConversion = byte(index).startsWord
    while index < bytes.count, depth > 0 || byte(index) != UInt8(ascii: "(") {
      if isConversion, byte(index) == UInt8(ascii: "<") { depth += 1 }
      if isConversion, byte(index) == UInt8(ascii: ">") { depth -= 1 }
      index += 1
    }
    return index
  }
}

extension UInt8 {
  /// Whether this is a blank between words.
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n")
  }
}

extension [UInt8] {
  /// The index behind what closes the bracket at `start`; the end where nothing does.
  func endOfBrackets(at start: Int) -> Int {
    var (index, depth) = (start, 0)
    while index < count {
      switch self[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < count, self[index] != UInt8(ascii: "\"") {
          index += self[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return Swift.min(index, count)
  }
}
