internal import ArchBridge

/// What a word may become.
struct ShellCompletion {
  /// The functions that can be called.
  var functions: [String] = []
  /// The other names: variables, constants, types.
  var names: [String] = []
  /// The members of what a path leads to.
  var members: @Sendable (String) -> [String] = { _ in [] }

  /// The characters that end a word; a `.` does not.
  static let separators = " \t\n\"=,;()[]{}&"

  /// What the word of `line` from an offset in UTF-8 on may become.
  ///
  /// A function is completed with its parenthesis. Names that begin with `_` must be asked for.
  func candidates(_ line: String, from start: Int) -> [String] {
    let bytes = [UInt8](line.utf8)
    guard start <= bytes.count else { return [] }
    let before = String(decoding: bytes[..<start], as: UTF8.self).trimmed
    let word = String(decoding: bytes[start...], as: UTF8.self)
    guard before.filter({ $0 == "\"" }).count.isMultiple(of: 2) else { return [] }
    if let dot = word.lastIndex(of: ".") {
      let path = String(word[..<dot])
      return Self.matching(word, members(path).map { "\(path).\($0)" })
    }
    if before == ShellKeyword.help.rawValue {
      return Self.matching(word, functions + names + Self.keywords)
    }
    let calls = functions.map { $0 + "(" }
    return Self.matching(word, calls + names + (before.isEmpty ? Self.keywords : []))
  }

  private static let keywords = ShellKeyword.allCases.map(\.rawValue)

  private static func matching(_ word: String, _ names: [String]) -> [String] {
    Set(names.filter { $0.hasPrefix(word) && (word.hasPrefix("_") || !$0.hasPrefix("_")) }).sorted()
  }
}

extension ShellSession {
  /// What words may become now.
  var completion: ShellCompletion {
    let declarations = types.declarations
    let declared = Set(declarations.functionNames + declarations.variableNames)
    let members = variables.mapValues { value in
      if case .value(let typed) = value { typed } else { nil as TypedValue? }
    }
    return ShellCompletion(
      functions: declarations.functionNames + types.fortran.procedures.map(\.qualifiedName)
        + exportedNames.filter { !declared.contains($0) },
      names: declarations.variableNames + declarations.constantNames + declarations.typeNames
        + variables.keys,
      members: { path in
        guard let path = ShellPath(path), let whole = members[path.name] ?? nil,
          let value = path.members.isEmpty ? whole : try? whole[path.members]
        else { return [] }
        return (try? value.context.layout(of: value.type).members.map(\.name)) ?? []
      })
  }
}
