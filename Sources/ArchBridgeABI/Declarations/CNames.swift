/// The names that declarations have given.
struct CNames {
  var functions: [String: CFunctionType] = [:]
  /// The functions' names in order of declaration.
  var functionNames: [String] = []
  var typedefs: [String: CTypedef] = [:]
  var constants: [String: Int64] = [:]
  var tags: [String: CTag] = [:]

  /// Takes over what a later text has declared.
  mutating func merge(_ later: CNames) {
    functionNames += later.functionNames
    for (name, value) in later.functions { functions[name] = value }
    for (name, value) in later.typedefs { typedefs[name] = value }
    for (name, value) in later.constants { constants[name] = value }
    for (name, value) in later.tags { tags[name] = value }
  }
}

/// What a `typedef` says of its name.
struct CTypedef {
  var type: CType
  /// Whether the type is `const`, which a pointer to it or an array of it must know.
  var isConst: Bool
}

/// What a tag names.
enum CTag: Equatable {
  case record(RecordKind)
  /// An enumeration; it has no enumerators as long as it is not defined.
  case enumeration(enumerators: [String])

  /// The word that a declaration puts before the tag.
  var keyword: String {
    switch self {
    case .record(let kind): kind.rawValue
    case .enumeration: "enum"
    }
  }
}
