internal import ArchBridgeABI

/// Why something cannot be declared, in words.
struct Undeclarable: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  init(_ error: ObjectFileError) { reason = "its debug information is damaged: \(error)" }
}

/// Makes C declarations of types, each when something needs it.
///
/// Every declaration goes through the reader of C's text, so that what it gives is what a text with
/// the same declarations would: the same limits, the same refusals.
struct DebugTypes {
  let entries: DebugEntries
  let model: DataModel
  private(set) var declarations = CDeclarations()
  /// The texts of the declarations, in their order.
  private(set) var texts: [String] = []
  /// Types that have been made.
  var known: [EntryReference: DebugType] = [:]
  /// The names of typedefs, each with whether it has what it is asked for.
  var typedefs: [String: DebugType] = [:]
  /// Those names that declarations know by themselves, with what they stand for there.
  var builtins: [String: CType] = [:]
  var records = DebugRecords()
  var enumerations: [String: [String: Int64]] = [:]
  /// Fortran's derived types, by the tags of the structures that they are.
  var derivedTypes: [String: FortranDerivedType] = [:]
  /// How many derived types are being looked at, each for the one before.
  var derivationDepth = 0
  /// What two entries of one record have in common.
  var sketches: [EntryReference: Int] = [:]

  init(_ entries: DebugEntries, _ model: DataModel) {
    (self.entries, self.model) = (entries, model)
  }

  /// Everything that has been declared, with the names that need no declaration here.
  var text: String {
    let builtins = builtins.sorted { $0.key < $1.key }.map {
      "typedef \($0.value.declared(as: $0.key, isConst: false));"
    }
    return (builtins + texts).joined(separator: "\n") + "\n"
  }

  /// How deep types may lead to one another.
  static let depthLimit = 96

  /// Adds a declaration.
  mutating func declare(_ text: String) throws(Undeclarable) {
    do throws(DeclarationError) {
      try declarations.parse(text)
    } catch {
      throw Undeclarable(error.message)
    }
    texts.append(text)
  }

  /// Reads something, of which an error is a reason to leave out what needs it.
  func read<Value>(
    _ body: () throws(ObjectFileError) -> Value
  ) throws(Undeclarable) -> Value {
    do throws(ObjectFileError) {
      return try body()
    } catch {
      throw Undeclarable(error)
    }
  }

  /// The entry of the type that another is of; `nil` is `void`.
  func typeReference(of entry: DebugEntry) throws(Undeclarable) -> EntryReference? {
    try read { () throws(ObjectFileError) in
      guard let value = entry[.type] else { return nil }
      return try entries.target(of: value, from: entry.reference)
    }
  }

  func entry(at reference: EntryReference) throws(Undeclarable) -> DebugEntry {
    let entry = try read { () throws(ObjectFileError) in try entries.entry(at: reference) }
    guard let entry else { throw Undeclarable("its type is not in the debug information") }
    return entry
  }

  func name(of entry: DebugEntry) throws(Undeclarable) -> String? {
    try read { () throws(ObjectFileError) in try entries.name(of: entry) }
  }

  func language(of reference: EntryReference) throws(Undeclarable) -> SourceLanguage {
    try read { () throws(ObjectFileError) in try entries.facts(ofUnit: reference.unit).language }
  }
}

/// A type, and whether it is `const`, which is the matter of what is made of it.
struct DebugType: Equatable {
  var type: CType
  var isConst = false
}
