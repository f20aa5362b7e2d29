/// What a header or its notes say of a function, a parameter or a type beyond the C type.
///
/// Each is a word, or a word and what belongs to it: `out`, `counted_by=n`, `status=in(0,100)`.
package struct Annotations: Hashable, Sendable {
  package private(set) var texts: [String] = []

  package init(_ texts: [String] = []) {
    for text in texts { add(text) }
  }

  /// Adds one; one of the same word that was there is replaced.
  package mutating func add(_ text: String) {
    let word = Self.word(text)
    texts.removeAll { Self.word($0) == word }
    texts.append(text)
  }

  package func has(_ word: String) -> Bool { texts.contains { Self.word($0) == word } }

  /// What stands behind `word=`.
  package func value(_ word: String) -> String? {
    texts.lazy.filter { Self.word($0) == word && $0.utf8.count > word.utf8.count }
      .map { String($0.dropFirst(word.count + 1)) }.first
  }

  private static func word(_ text: String) -> Substring {
    text.prefix { $0 != "=" && $0 != "," }
  }

  /// Those that a parameter can have; `nonnull` and `nullable` are the nullability of what an
  /// out-parameter gives, where it is on one.
  static let parameterWords: Set<String> = [
    "in", "out", "inout", "array", "context", "escaping", "noescape", "counted_by", "sized_by",
    "null_terminated", "free", "nonnull", "nullable",
  ]

  /// Those that a function can have.
  static let functionWords: Set<String> = [
    "status", "message", "free", "nonnull", "nullable", "null_terminated",
  ]

  /// Those that are for the generator alone: declarations at run time know nothing of them.
  static let generatorWords: Set<String> = [
    "array", "in", "escaping", "noescape", "nonnull", "nullable", "null_terminated",
  ]

  /// The first that is none of `words`.
  func unknown(in words: Set<String>) -> String? {
    texts.first { !words.contains(String(Self.word($0))) }
  }
}

extension Annotations {
  /// Whether the result is a status, and says nothing where the call does not fail.
  var statusIsEmpty: Bool {
    guard let rule = value("status") else { return false }
    let words = rule.prefix { $0 != "(" && $0 != "," }
    if words == "zero" || words == "nonzero" { return true }
    guard words == "in", let open = rule.firstIndex(of: "("), let close = rule.firstIndex(of: ")")
    else { return false }
    return !rule[open..<close].contains(",")
  }
}
