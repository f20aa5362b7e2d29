internal import ArchBridgeABI

/// Declares what a library exports, one symbol after the other.
struct DebugDeclarationReader {
  private let entries: DebugEntries
  private let exported: ExportedEntries
  private let library: ELFFile
  var types: DebugTypes
  private(set) var fortran = FortranDeclarations()
  private(set) var omissions: [DebugDeclarations.Omission] = []

  init(
    _ library: ELFFile, _ entries: DebugEntries, _ exported: ExportedEntries,
    _ architecture: Architecture
  ) {
    self.library = library
    self.entries = entries
    self.exported = exported
    types = DebugTypes(entries, architecture.dataModel)
  }

  /// Declares the functions and variables that symbols are.
  mutating func read(_ symbols: [ELFSymbol]) {
    var seen: Set<String> = []
    for symbol in symbols.sorted(by: { $0.name < $1.name })
    where seen.insert(symbol.name).inserted {
      do throws(Undeclarable) {
        try declare(symbol)
      } catch {
        omissions.append(.init(name: symbol.name, reason: error.reason))
      }
    }
    types.defineAll()
    for type in types.derivedTypes.values.sorted(by: { $0.name < $1.name }) { fortran.add(type) }
  }

  private mutating func declare(_ symbol: ELFSymbol) throws(Undeclarable) {
    let name = symbol.name
    guard CDeclarations.canName(name) else { throw Undeclarable("C has no such names") }
    switch symbol.kind {
    case .object, .threadLocal:
      if let block = exported.commonBlocks[name] {
        fortran.add(try types.fortranCommonBlock(try types.entry(at: block), as: name))
        return
      }
      let found = symbol.kind == .object ? exported.variables[symbol.address] : nil
      guard let entry = try best(found ?? exported.named[name] ?? [], for: name) else {
        throw unknown
      }
      try declareVariable(entry, as: name)
    case .indirectFunction:
      // At its address is what chooses the function.
      guard let entry = try best(exported.named[name] ?? declared(name), for: name) else {
        throw unknown
      }
      try declareFunction(entry, as: name)
    case .function, .unspecified:
      let found = exported.functions[symbol.address] ?? exported.named[name] ?? declared(name)
      guard let entry = try best(found, for: name) else { throw unknown }
      try declareFunction(entry, as: name, takingOff: library.byteCountTakenOff(by: symbol))
    }
  }

  private var unknown: Undeclarable {
    if let file = exported.splitFiles.first {
      return Undeclarable("its debug information may be in \(file), which is not read")
    }
    return Undeclarable(
      "the debug information does not describe it"
        + (exported.minimalUnitCount > 0 ? "; what '-g1' compiles has no types: use -g" : "")
        + (exported.damagedUnitCount > 0 ? ", or is damaged there" : ""))
  }

  /// How the symbols start of what a C++ library has of the headers of the standard one.
  private static let ownedByLibrary = [
    "_ZNSt", "_ZNKSt", "_ZSt", "_ZN9__gnu_cxx", "_ZNK9__gnu_cxx",
  ]

  private func declared(_ name: String) -> [EntryReference] {
    exported.declared[name].map { [$0] } ?? []
  }

  /// The entry that describes a symbol: of several at one address the one of the same name.
  private func best(
    _ references: [EntryReference], for name: String
  ) throws(Undeclarable) -> DebugEntry? {
    var first: DebugEntry?
    var names: Set<String> = []
    for reference in references {
      let entry = try types.entry(at: reference)
      let own = try types.read { () throws(ObjectFileError) in
        try entries.linkageName(of: entries.chain(from: entry))
      }
      if own == name { return entry }
      names.insert(own ?? "")
      first = first ?? entry
    }
    // A linker can put functions of the same code, and of other types, at one address.
    if names.count > 1 { throw Undeclarable("several others are at its address") }
    return first
  }

  private mutating func declareFunction(
    _ entry: DebugEntry, as name: String, takingOff byteCount: Int = 0
  ) throws(Undeclarable) {
    switch try language(of: entry) {
    case .fortran:
      fortran.add(try types.fortranProcedure(entry, as: name))
      return
    case .other where ["_Z", "_R", "_D"].contains { name.hasPrefix($0) }:
      throw Undeclarable("its language has a way of its own to call it")
    case .cPlusPlus where Self.ownedByLibrary.contains { name.hasPrefix($0) }:
      throw Undeclarable("it is a part of C++'s own library")
    default: break
    }
    let type = try types.function(entry, hint: name, depth: 0)
    for (index, parameter) in type.parameters.enumerated() {
      do throws(Undeclarable) {
        try types.requireValue(parameter.type)
      } catch {
        throw Undeclarable("its parameter \(index + 1) is \(error.reason)")
      }
    }
    do throws(Undeclarable) {
      try types.requireValue(type.result)
    } catch {
      throw Undeclarable("its result is \(error.reason)")
    }
    if byteCount != 0, isUnusual(type, takingOff: byteCount) {
      throw Undeclarable("it takes its arguments off the stack, as 'stdcall' functions do")
    }
    try types.declare(FunctionDeclaration(name: name, type: type).description + ";")
  }

  /// Whether no function of C's own convention with such a type ends so.
  private func isUnusual(_ type: CFunctionType, takingOff byteCount: Int) -> Bool {
    let model = types.model
    var usual = 0
    switch type.result.resolved {
    case .record, .complex: usual = model.pointerByteCount
    default: break
    }
    var greatest = usual
    for parameter in type.parameters {
      let extent = try? types.declarations.extent(of: parameter.type, in: model)
      greatest += ((extent?.byteCount ?? 0) + 3) / 4 * 4
    }
    // More than there is cannot be meant: the last bytes are those of another instruction.
    return byteCount != usual && byteCount <= greatest
  }

  /// The language of the source that an entry is from, or that it is a copy from.
  private func language(of entry: DebugEntry) throws(Undeclarable) -> SourceLanguage {
    let chain = try types.read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    return try types.language(of: (chain.last ?? entry).reference)
  }

  private mutating func declareVariable(
    _ entry: DebugEntry, as name: String
  ) throws(Undeclarable) {
    if try language(of: entry) == .fortran {
      fortran.add(try types.fortranVariable(entry, as: name))
      return
    }
    let chain = try types.read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    guard let owner = chain.first(where: { $0[.type] != nil }) else {
      throw Undeclarable("its type is not known")
    }
    let type: DebugType
    do throws(Undeclarable) {
      type = try types.type(types.typeReference(of: owner), hint: "\(name)_type")
      try types.requireValue(type.type)
    } catch {
      throw Undeclarable("its type is \(error.reason)")
    }
    try types.declare("extern \(type.type.declared(as: name, isConst: type.isConst));")
  }
}
