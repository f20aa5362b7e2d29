/// What the `#pragma pack` lines of a text have set so far.
struct CPacking {
  /// The limit to members' alignment, or nil where there is none.
  private(set) var alignment: Int?
  private var saved: [(label: String?, alignment: Int?)] = []

  /// Obeys one line, of which `words` gives what follows `pack`.
  ///
  /// - Returns: what is wrong with it, or nil.
  mutating func obey(_ words: inout CLexer) throws(DeclarationError) -> String? {
    var tokens: [String] = []
    while tokens.count <= 7 {
      let token = try words.next()
      if token.kind == .end { break }
      tokens.append(words.text(from: token.start, to: token.end))
    }
    guard tokens.count >= 2, tokens.count <= 7, tokens[0] == "(", tokens[tokens.count - 1] == ")"
    else { return "expected '(' and ')'" }
    var arguments: [String] = []
    for (index, token) in tokens[1..<tokens.count - 1].enumerated() {
      if index % 2 == 0 {
        arguments.append(token)
      } else if token != "," {
        return "expected ','"
      }
    }
    if tokens.count > 2, tokens.count % 2 == 0 { return "expected one argument after each ','" }
    guard let first = arguments.first else {
      alignment = nil
      return nil
    }
    return switch first {
    case "push": push(arguments.dropFirst())
    case "pop": pop(arguments.dropFirst())
    default: arguments.count == 1 ? set(first) : "expected 'push', 'pop' or one number"
    }
  }

  private mutating func push(_ arguments: ArraySlice<String>) -> String? {
    var rest = arguments
    let label = rest.first?.utf8.first?.startsWord == true ? rest.popFirst() : nil
    saved.append((label, alignment))
    if let number = rest.popFirst(), let problem = set(number) { return problem }
    return rest.isEmpty ? nil : "expected at most a name and a number after 'push'"
  }

  private mutating func pop(_ arguments: ArraySlice<String>) -> String? {
    guard let label = arguments.first else {
      guard let last = saved.popLast() else { return "there is no 'push' to go back to" }
      alignment = last.alignment
      return nil
    }
    guard arguments.count == 1, label.utf8.first?.startsWord == true else {
      return "compilers differ over what follows 'pop' here"
    }
    while let last = saved.popLast() {
      alignment = last.alignment
      if last.label == label { return nil }
    }
    return "there is no 'push' with this name to go back to"
  }

  private mutating func set(_ number: String) -> String? {
    switch number {
    case "0": alignment = nil
    case "1": alignment = 1
    case "2": alignment = 2
    case "4": alignment = 4
    case "8": alignment = 8
    case "16": alignment = 16
    default: return "the alignment must be 1, 2, 4, 8 or 16"
    }
    return nil
  }
}
