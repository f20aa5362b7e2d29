/// The names that declarations have given.
struct CNames {
  var functions: [String: FunctionDeclaration] = [:]
  /// The functions' names in order of declaration.
  var functionNames: [String] = []
  var variables: [String: CVariable] = [:]
  /// The variables' names in order of declaration.
  var variableNames: [String] = []
  var typedefs: [String: CTypedef] = [:]
  var constants: [String: IntegerConstant] = [:]
  var tags: [String: CTag] = [:]
  /// The records that are defined, by their tags.
  var records: [String: CRecordDefinition] = [:]
  /// The tags that records without one were given, by those records with an empty tag.
  var generatedTags: [CRecord: String] = [:]
  /// How many tags were generated from one name.
  var generatedTagCounts: [String: Int] = [:]

  /// Takes over what a later text has declared.
  mutating func merge(_ later: CNames) {
    functionNames += later.functionNames
    variableNames += later.variableNames
    for (name, value) in later.functions { functions[name] = value }
    for (name, value) in later.variables { variables[name] = value }
    for (name, value) in later.typedefs { typedefs[name] = value }
    for (name, value) in later.constants { constants[name] = value }
    for (name, value) in later.tags { tags[name] = value }
    for (name, value) in later.records { records[name] = value }
    for (record, tag) in later.generatedTags { generatedTags[record] = tag }
    for (name, count) in later.generatedTagCounts { generatedTagCounts[name] = count }
  }

  /// The type that holds an enumeration's values; `int` where it is not defined.
  func enumerationScalar(ofTag tag: String) -> CScalar {
    guard case .enumeration(_, let scalar) = tags[tag] else { return .int }
    return scalar
  }
}

/// What a `typedef` says of its name.
struct CTypedef {
  var type: CType
  /// Whether the type is `const`, which a pointer to it or an array of it must know.
  var isConst: Bool
}

/// A record that is defined.
struct CRecordDefinition {
  var record: CRecord
  /// How many records lie in one another here: 1 where no member is a record.
  var depth: Int
}

/// What a tag names.
enum CTag: Equatable {
  case record(RecordKind)
  /// An enumeration; it has no enumerators as long as it is not defined.
  case enumeration(enumerators: [String], scalar: CScalar)

  /// The word that a declaration puts before the tag.
  var keyword: String {
    switch self {
    case .record(let kind): kind.rawValue
    case .enumeration: "enum"
    }
  }

  /// Whether a `struct`, `union` or `enum` of this kind can have `other`'s tag again.
  func isSameKind(as other: CTag) -> Bool { keyword == other.keyword }
}
