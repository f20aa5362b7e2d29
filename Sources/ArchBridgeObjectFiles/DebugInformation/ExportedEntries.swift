/// Which entries describe what a library exports.
///
/// Only what is outside functions and types is looked at, and of that only what has an address that
/// the library exports, or a name.
struct ExportedEntries {
  /// The functions at an address.
  private(set) var functions: [UInt64: [EntryReference]] = [:]
  /// The variables at an address.
  private(set) var variables: [UInt64: [EntryReference]] = [:]
  /// Functions and variables by the names that the library exports and of which no address is said.
  private(set) var named: [String: [EntryReference]] = [:]
  /// Prototypes of functions that are elsewhere.
  private(set) var declared: [String: EntryReference] = [:]
  /// Fortran's common blocks, by their symbols.
  private(set) var commonBlocks: [String: EntryReference] = [:]
  /// Files that units have their entries in instead.
  private(set) var splitFiles: [String] = []
  /// How many units were compiled with `-g1`.
  private(set) var minimalUnitCount = 0
  /// How many units cannot be read to their end.
  private(set) var damagedUnitCount = 0

  private let entries: DebugEntries
  private let addresses: Set<UInt64>
  private let names: Set<String>

  /// Whether nothing at all has been found.
  var isEmpty: Bool {
    functions.isEmpty && variables.isEmpty && named.isEmpty && declared.isEmpty
      && commonBlocks.isEmpty
  }

  /// How many entries at one address, or of one name, are kept.
  private static let countLimit = 16

  init(_ entries: DebugEntries, exporting symbols: [ELFSymbol]) {
    self.entries = entries
    addresses = Set(symbols.filter { $0.kind != .indirectFunction }.map(\.address))
    names = Set(symbols.map(\.name))
    for index in entries.units.indices where entries.units[index].file == 0 {
      do throws(ObjectFileError) {
        try scan(index)
      } catch {
        damagedUnitCount += 1
      }
    }
  }

  private mutating func scan(_ index: Int) throws(ObjectFileError) {
    guard entries.units[index].kind == .compilation || entries.units[index].kind == .skeleton
    else { return }
    let facts = try entries.facts(ofUnit: index)
    if facts.language == .assembly { return }
    // GCC's `-g1` has functions without types and parameters, as if they had none.
    if let producer = facts.producer, let text = try entries.text(producer, ofUnit: index),
      text.split(separator: " ").contains("-g1")
    {
      minimalUnitCount += 1
      return
    }
    if let name = facts.splitName {
      splitFiles.append(try entries.text(name, ofUnit: index) ?? "a .dwo file")
    }
    var walk = try DebugWalk(entries, unit: index)
    guard let root = try walk.next() else { return }
    try walk.skip(root)
    guard root.hasChildren else { return }
    var depth = 1
    while depth > 0, !walk.isAtEnd {
      let reference = EntryReference(unit: index, offset: walk.position)
      guard let shape = try walk.next() else {
        depth -= 1
        continue
      }
      switch shape.tag {
      case .namespace, .module:
        try walk.skip(shape)
        if shape.hasChildren { depth += 1 }
      case .subprogram where isOfInterest(walk, shape, facts):
        try walk.skipAll(shape)
        try addFunction(reference, facts)
        if facts.language == .fortran { try addCommonBlocks(of: reference) }
      case .variable where walk.has(.location, shape):
        try walk.skipAll(shape)
        try addVariable(reference)
      default:
        try walk.skipAll(shape)
      }
    }
  }

  private func isOfInterest(
    _ walk: DebugWalk, _ shape: DWARFAbbreviationTable.Shape, _ facts: UnitFacts
  ) -> Bool {
    if walk.has(.declaration, shape) { return facts.language == .c && walk.has(.prototyped, shape) }
    // What was inlined everywhere has no address.
    return walk.has(.lowPC, shape) || walk.has(.ranges, shape) || walk.has(.external, shape)
      || walk.has(.abstractOrigin, shape) || walk.has(.specification, shape)
  }

  private mutating func addFunction(
    _ reference: EntryReference, _ facts: UnitFacts
  ) throws(ObjectFileError) {
    guard let entry = try entries.entry(at: reference) else { return }
    if let address = try entries.address(entry[.lowPC], ofUnit: reference.unit) {
      if addresses.contains(address) { Self.add(reference, to: &functions[address, default: []]) }
      return
    }
    if let ranges = entry[.ranges] {
      let starts = (try? entries.starts(of: ranges, ofUnit: reference.unit)) ?? []
      for address in starts where addresses.contains(address) {
        Self.add(reference, to: &functions[address, default: []])
      }
      return
    }
    let chain = try entries.chain(from: entry)
    guard let name = try entries.linkageName(of: chain), names.contains(name) else { return }
    if entry.isSet(.declaration) {
      declared[name] = declared[name] ?? reference
    } else if chain.contains(where: { $0.isSet(.external) }) {
      Self.add(reference, to: &named[name, default: []])
    }
  }

  private mutating func addCommonBlocks(
    of reference: EntryReference
  ) throws(ObjectFileError) {
    guard let entry = try entries.entry(at: reference) else { return }
    for block in try entries.children(of: entry, [.commonBlock]) {
      guard let name = try entries.linkageName(of: [block]), names.contains(name) else { continue }
      commonBlocks[name] = commonBlocks[name] ?? block.reference
    }
  }

  private mutating func addVariable(_ reference: EntryReference) throws(ObjectFileError) {
    guard let entry = try entries.entry(at: reference), case .block(let range)? = entry[.location]
    else { return }
    let bytes = try entries.bytes(ofUnit: reference.unit)
    var cursor = DWARFCursor(bytes, at: range.lowerBound)
    let operation = try cursor.uint8()
    let addressByteCount = entries.units[reference.unit].form.addressByteCount
    switch operation {
    case 0x03 where range.count == 1 + addressByteCount:
      let address = try cursor.number(addressByteCount)
      if addresses.contains(address) { Self.add(reference, to: &variables[address, default: []]) }
    case 0xA1, 0xFB:
      let number = try cursor.uleb()
      guard let address = try entries.address(number: number, ofUnit: reference.unit),
        addresses.contains(address)
      else { return }
      Self.add(reference, to: &variables[address, default: []])
    default:
      // A variable of each thread has an offset instead.
      let chain = try entries.chain(from: entry)
      guard chain.contains(where: { $0.isSet(.external) }),
        let name = try entries.linkageName(of: chain), names.contains(name)
      else { return }
      Self.add(reference, to: &named[name, default: []])
    }
  }

  private static func add(_ reference: EntryReference, to list: inout [EntryReference]) {
    if list.count < countLimit { list.append(reference) }
  }
}

extension DebugEntries {
  /// The symbol of a function or variable: what the linker calls it, else its name.
  func linkageName(of chain: [DebugEntry]) throws(ObjectFileError) -> String? {
    for entry in chain {
      let value = entry[.linkageName] ?? entry[.oldLinkageName]
      if let name = try text(value, ofUnit: entry.reference.unit) { return name }
    }
    for entry in chain {
      if let name = try name(of: entry) { return name }
    }
    return nil
  }
}
