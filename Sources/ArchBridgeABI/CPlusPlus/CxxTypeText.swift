/// C++ types made C's, in a text that keeps its length: classes become names that a `typedef`
/// stands for, and references pointers.
struct CxxTypeText {
  private(set) var bytes: [UInt8]
  /// What the declarations know, and the classes that the text names.
  private(set) var names: CNames
  /// Whether the type of what is being read is there, so that a name comes next.
  private var hasType = false
  private var classCount = 0
  /// Whether there was a type in what was rewritten first.
  private(set) var prefixHasType = false
  private var isFirst = true
  /// Where the type of what is being read starts.
  private var typeStart = 0
  /// Where the first pointer to a member function is, which no call can have.
  private(set) var memberFunction: Int?

  init(_ bytes: [UInt8], knowing names: CNames) {
    self.bytes = bytes
    self.names = names
  }

  /// Words before a function's result that say nothing of its type.
  private static let storage: Set<String> = [
    "static", "virtual", "inline", "explicit", "constexpr", "extern", "friend",
  ]

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = UInt8(ascii: " ") }
  }

  /// Rewrites the types in a range; returns whether `static` is there.
  mutating func rewrite(_ range: Range<Int>) -> Bool {
    var isStatic = false
    hasType = false
    var index = range.lowerBound
    typeStart = index
    while index < range.upperBound {
      let first = bytes[index]
      if first == UInt8(ascii: "\"") {
        index += 1
        while index < range.upperBound, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        index += 1
      } else if first == UInt8(ascii: "&") {
        bytes[index] = UInt8(ascii: "*")
        index += 1
        if index < range.upperBound, bytes[index] == UInt8(ascii: "&") {
          blank(index..<index + 1)
        }
      } else if first == UInt8(ascii: "(") || first == UInt8(ascii: ",") {
        hasType = false
        index += 1
        typeStart = index
      } else if bytes[index...].starts(with: "decltype(nullptr)".utf8) {
        let end = index + "decltype(nullptr)".utf8.count
        replace(index..<end, by: Self.nullPointer)
        hasType = true
        index = end
      } else if first.startsWord || isScope(index) || isAnonymous(index) {
        let end = wordEnd(index, range.upperBound)
        if word(index..<end) == "static" { isStatic = true }
        index = rewriteWord(index..<end)
      } else if first.isDigit {
        while index < range.upperBound, bytes[index].continuesWord { index += 1 }
      } else {
        index += 1
      }
    }
    if isFirst { prefixHasType = hasType }
    isFirst = false
    return isStatic
  }

  private func isScope(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: ":") && byte(index + 1) == UInt8(ascii: ":")
  }

  private func isAnonymous(_ index: Int) -> Bool {
    bytes[index...].starts(with: "(anonymous namespace)".utf8)
  }

  private func word(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Where a name ends, its scopes and template arguments included.
  private func wordEnd(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit {
      if bytes[index].continuesWord {
        index += 1
      } else if isScope(index) {
        index += 2
      } else if bytes[index] == UInt8(ascii: "<") && index > start || isAnonymous(index) {
        index = min(bytes.endOfBrackets(at: index), limit)
      } else if bytes[index] == UInt8(ascii: "["), bytes[index...].starts(with: "[abi:".utf8) {
        index = min(bytes.endOfBrackets(at: index), limit)
      } else {
        break
      }
    }
    return index
  }

  private mutating func rewriteWord(_ range: Range<Int>) -> Int {
    let text = word(range)
    if CxxTypeText.storage.contains(text) {
      blank(range)
      return range.upperBound
    }
    let isQualified = text.utf8.contains { !$0.continuesWord }
    if text.hasSuffix("::"), let end = memberPointer(range) { return end }
    if CxxName(text).description == "std::nullptr_t" || text == "nullptr_t" {
      replace(range, by: Self.nullPointer)
      hasType = true
      return range.upperBound
    }
    if !isQualified {
      switch CKeyword(text) {
      case .attribute:
        var end = range.upperBound
        while byte(end).isBlank { end += 1 }
        return byte(end) == UInt8(ascii: "(") ? bytes.endOfBrackets(at: end) : end
      case .structure, .union, .enumeration:
        // The tag says the same.
        blank(range)
        return range.upperBound
      case .some(let keyword):
        if CScalarSpecifiers.includes(keyword) || keyword == .refused { hasType = true }
        return range.upperBound
      case nil: break
      }
      if text == "class" || text == "typename" {
        blank(range)
        return range.upperBound
      }
      // A name after its type.
      if hasType { return range.upperBound }
      hasType = true
      if names.typedefs[text] != nil || CBuiltinTypedef(rawValue: text) != nil {
        return range.upperBound
      }
    }
    hasType = true
    replace(range, classNamed: CxxName(text))
    return range.upperBound
  }

  /// The type of `nullptr`, a pointer to nothing else.
  private static let nullPointer = CType.alias(
    "std::nullptr_t",
    .pointer(to: .record(.structure, tag: "std::nullptr_t"), isConst: false))

  /// Makes `double Point::*` the number that it is; returns where it ends.
  private mutating func memberPointer(_ range: Range<Int>) -> Int? {
    var end = range.upperBound
    while byte(end).isBlank { end += 1 }
    guard byte(end) == UInt8(ascii: "*") else { return nil }
    end += 1
    let before = bytes[..<range.lowerBound].last { !$0.isBlank }
    if before == UInt8(ascii: "(") {
      memberFunction = memberFunction ?? range.lowerBound
      return end
    }
    let spelling = String(
      decoding: CxxName.compact([UInt8](bytes[typeStart..<end])), as: UTF8.self)
    replace(typeStart..<end, by: .alias(spelling, .scalar(.long)))
    hasType = true
    // Another one right behind it is none.
    typeStart = end
    return end
  }

  private mutating func replace(_ range: Range<Int>, classNamed name: CxxName) {
    replace(range, by: .alias(name.description, classType(name)))
  }

  /// Has a name stand for a type; what is no single word is replaced by one that is as long.
  private mutating func replace(_ range: Range<Int>, by type: CType) {
    var alias = [UInt8](bytes[range])
    if !alias.allSatisfy(\.continuesWord) {
      classCount += 1
      let start = [UInt8]("$\(classCount)".utf8)
      alias =
        start + [UInt8](repeating: UInt8(ascii: "$"), count: max(range.count - start.count, 0))
      bytes.replaceSubrange(range, with: alias.prefix(range.count))
    }
    names.typedefs[String(decoding: alias, as: UTF8.self)] = CTypedef(type: type, isConst: false)
  }

  /// What the declarations say of a class, under its own name.
  private func classType(_ name: CxxName) -> CType {
    if let known = names.typedefs[name.base]?.type { return known.resolved }
    switch names.tags[name.base] {
    case .record(let kind)?: return .record(kind, tag: name.base)
    case .enumeration?: return .enumeration(tag: name.base)
    case nil: return .record(.structure, tag: name.description)
    }
  }
}
