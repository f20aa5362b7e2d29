/// A header after clang's preprocessor, with its comments, macros and line markers still in it.
///
/// What clang's parser is given is `code`: the same bytes with all of those blanked, so that every
/// place that its syntax tree names is a place in here.
package struct PreprocessedSource: Sendable {
  /// A comment, or several `//` comments on lines of their own that follow one another.
  package struct Comment: Sendable {
    let range: Range<Int>
    let text: String
  }

  /// A macro as the header defines it.
  package struct Macro: Sendable {
    package let name: String
    /// The tokens that it stands for.
    package let body: String
    /// The comment behind it or before it.
    package let comment: String?
  }

  /// From where on the text comes from one of the headers that bindings are made for, or does not.
  struct Region {
    let start: Int
    let isOwn: Bool
    /// What `#pragma pack` says there.
    let packAlignment: Int?
  }

  /// What clang's parser reads.
  package let code: [UInt8]
  /// The macros without parameters of the headers that bindings are made for, in order.
  package let macros: [Macro]
  let comments: [Comment]
  private let original: [UInt8]
  private let regions: [Region]
  private let lineStarts: [Int]

  /// Reads the output of `clang -E -dD -CC`.
  ///
  /// - Parameter headers: the paths of the headers that bindings are made for, as clang was given
  ///   them.
  package init(_ text: [UInt8], headers: [String]) {
    var scanner = PreprocessedScanner(text, headers: headers)
    scanner.scan()
    original = text
    code = scanner.code
    comments = scanner.comments
    regions = scanner.regions
    macros = scanner.macros
    lineStarts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Whether the text at `offset` belongs to a header that bindings are made for.
  func isOwn(_ offset: Int) -> Bool { region(at: offset)?.isOwn ?? false }

  /// What `#pragma pack` says at `offset`.
  func packAlignment(at offset: Int) -> Int? { region(at: offset)?.packAlignment }

  private func region(at offset: Int) -> Region? {
    let next = partition(regions.count) { regions[$0].start > offset }
    return next > 0 ? regions[next - 1] : nil
  }

  /// The line and column of `offset`, as clang counts them in `code`: `12:5`.
  func place(of offset: Int) -> String {
    let line = partition(lineStarts.count) { lineStarts[$0] > offset }
    return "\(line):\(offset - lineStarts[line - 1] + 1)"
  }

  /// The text that clang read in `range`.
  func text(in range: Range<Int>?) -> String {
    guard let range, range.upperBound <= code.count else { return "" }
    return ByteText.string(code[range])
  }

  /// The text of the declaration that begins at `start`, to what separates it from the next.
  func text(from start: Int) -> String {
    var depth = 0
    let end = code[start...].firstIndex { byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ";"): return depth == 0
      default: break
      }
      return depth < 0
    }
    return ByteText.string(code[start..<(end ?? code.count)])
  }

  /// The comment that ends right before `offset`, with at most one line's end between.
  func comment(before offset: Int) -> String? {
    let index = partition(comments.count) { comments[$0].range.upperBound > offset }
    guard index > 0 else { return nil }
    let comment = comments[index - 1]
    let between = original[comment.range.upperBound..<offset]
    guard between.allSatisfy(ByteText.isBlank),
      between.count(where: { $0 == UInt8(ascii: "\n") }) <= 1,
      !isTrailing(comment)
    else { return nil }
    return comment.text
  }

  /// The comment behind `offset` on the same line, after the `;` or `,` that ends a declaration.
  func comment(after offset: Int) -> String? {
    var end = offset
    while end < original.count,
      [UInt8(ascii: " "), 9, UInt8(ascii: ";"), UInt8(ascii: ",")].contains(original[end])
    {
      end += 1
    }
    let index = partition(comments.count) { comments[$0].range.lowerBound >= end }
    guard index < comments.count, comments[index].range.lowerBound == end else { return nil }
    return comments[index].text
  }

  /// Whether a comment stands behind something on its line, and so belongs to that.
  private func isTrailing(_ comment: Comment) -> Bool {
    var start = comment.range.lowerBound
    while start > 0, original[start - 1] != UInt8(ascii: "\n") {
      start -= 1
      if !ByteText.isBlank(original[start]) { return true }
    }
    return false
  }

  /// The first index for which `isBeyond` holds, of indices for which it does not and then does.
  private func partition(_ count: Int, _ isBeyond: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
