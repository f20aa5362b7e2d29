/// How C's names become Swift's.
enum SwiftName {
  /// A type's name: `sqlite3_stmt` is `Sqlite3Stmt`, `z_stream` is `ZStream`, `div_t` is `Div`.
  static func type(_ name: String) -> String {
    var words = words(of: name)
    if words.count > 1, words.last == "t" { words.removeLast() }
    let isShouted = !name.contains { $0.isLowercase }
    let joined = words.map { capitalized(isShouted ? $0.lowercased() : String($0)) }.joined()
    guard let first = joined.first else { return "Unnamed" }
    return first.isNumber ? "_\(joined)" : joined
  }

  /// The names of an enumeration's constants without what all of them begin with:
  /// `NLOPT_GN_DIRECT` is `gnDirect`.
  static func enumerators(_ names: [String], of type: String) -> [String] {
    let split = names.map(words(of:))
    var shared = 0
    if let first = split.first {
      if names.count > 1 {
        shared = split.dropFirst().reduce(first.count) { count, words in
          min(count, zip(first, words).prefix { $0 == $1 }.count)
        }
      } else {
        let known = words(of: type).map { $0.lowercased() }
        shared = zip(first, known).prefix { $0.lowercased() == $1 }.count
      }
    }
    // At least one word stays of each, and what stays is an identifier.
    shared = min(shared, (split.map(\.count).min() ?? 1) - 1)
    return zip(names, split).map { name, words in
      var start = shared
      while start > 0, words[start].first?.isNumber ?? true { start -= 1 }
      return member(Array(words[start...]), isShouted: !name.contains { $0.isLowercase })
    }
  }

  private static func member(_ words: [Substring], isShouted: Bool) -> String {
    let rest = words.dropFirst()
      .map { capitalized(isShouted ? $0.lowercased() : String($0)) }.joined()
    guard let first = words.first else { return "unnamed" }
    if isShouted || !first.contains(where: \.isLowercase) { return first.lowercased() + rest }
    return first.prefix(1).lowercased() + first.dropFirst() + rest
  }

  /// The parts between underscores, and those that a capital begins behind a small letter.
  private static func words(of name: String) -> [Substring] {
    var words: [Substring] = []
    for part in name.split(separator: "_") {
      var start = part.startIndex
      for (previous, index) in zip(part.indices, part.indices.dropFirst())
      where part[index].isUppercase && !part[previous].isUppercase {
        words.append(part[start..<index])
        start = index
      }
      words.append(part[start...])
    }
    return words.isEmpty ? [Substring(name)] : words
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// A parameter's name without the underscores that the C library's have in front.
  static func parameter(_ name: String) -> String {
    let rest = name.drop { $0 == "_" }
    return rest.first?.isLetter ?? false ? String(rest) : name
  }

  /// The name as an identifier in code.
  static func escaped(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : name
  }

  /// The name of a member, or where every client or type has one of it, with as many `_` behind it
  /// as make it another's than those of `others` too.
  static func unreserved(
    _ name: String, _ reserved: Set<String>, others: Set<String> = []
  ) -> String {
    guard reserved.contains(name) else { return name }
    var free = name
    repeat { free += "_" } while reserved.contains(free) || others.contains(free)
    return free
  }

  private static let keywords: Set<String> = [
    "Any", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "self", "Self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try", "typealias", "var", "where", "while",
  ]

  /// What a client has itself: a method of such a name would hide it, or be hidden.
  static let clientMembers: Set<String> = [
    "call", "close", "constant", "declare", "declarations", "fortran", "function",
    "helperProcessID", "init", "library", "load", "memory", "register", "run", "self", "session",
    "structure", "variable",
    "Type", "Protocol", "Self", "_",
  ]

  /// What a library has itself besides its functions.
  static let libraryMembers: Set<String> = [
    "init", "libraryName", "libraryPath", "number", "self", "session", "Type", "Protocol", "Self",
    "_",
  ]

  /// What every structure or enumeration has.
  static let typeMembers: Set<String> = [
    "argumentValue", "cType", "description", "hash", "hashValue", "init", "pointerContents",
    "rawValue", "resultKind", "scalarBits", "scalarKind", "self", "write", "Type", "Protocol",
    "Self", "_",
  ]

  /// What a structure's member cannot be called besides: what unions have of their own.
  static let structureMembers = typeMembers.union(["unionContent"])

  /// What a parameter cannot be called: what the method's body names, and what is no name at all.
  static let parameters: Set<String> = ["library", "memory", "self", "Self", "_"]

  /// Types that generated code names, which a type of the library's must not hide.
  static let usedTypes: Set<String> = [
    "Any", "Array", "Bool", "BridgeError", "Callback", "Complex", "Configuration", "Double",
    "Equatable", "Float", "Float80", "InOut", "Int", "Int8", "Int16", "Int32", "Int64",
    "LibraryArgument",
    "LibraryEnumeration", "LibraryHandle", "LibraryStructure", "LibraryVariable", "LoadFlags",
    "Optional", "OptionSet", "Out", "Protocol", "RemoteAddress", "Self", "String", "Structure",
    "Text", "Type", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Void",
  ]
}

/// Names that are taken in one scope.
struct NameScope {
  private var taken: Set<String>

  init(_ taken: Set<String> = []) { self.taken = taken }

  /// The name, or where it is taken the name with more to it.
  mutating func claim(_ name: String, or more: String) -> String {
    claim(taken.contains(name) ? name + more : name)
  }

  /// The name, or the first of `name2`, `name3` … that is free.
  mutating func claim(_ name: String) -> String {
    var free = name
    var number = 2
    while !taken.insert(free).inserted {
      free = "\(name)\(number)"
      number += 1
    }
    return free
  }
}
