/// A symbol table in which the function at an address is looked up, a part of it at a time.
struct ELFFunctionTable: Sendable {
  private let image: ELFImage
  private let symbols: ELFRegion
  private let names: ELFRegion

  /// How many symbols are read at once.
  private static let countAtOnce = 2048

  private static let nameByteLimit: UInt64 = 65_536

  /// The table of all functions, local ones too; `nil` is a file that was stripped of it.
  init?(_ sections: ELFSections, of file: ELFFile) {
    guard let (symbols, names) = sections.symbolTable else { return nil }
    image = file.image
    self.symbols = symbols.region(.symbolTable)
    self.names = names.region(.stringTable)
  }

  /// The table of the dynamic symbols; `nil` is a file that has none.
  init?(dynamicSymbolsOf file: ELFFile) throws(ObjectFileError) {
    guard let entries = try ELFDynamicEntries(file.image), let address = entries[.symbolTable],
      let namesAddress = entries[.stringTable], let namesByteCount = entries[.stringTableByteCount]
    else { return nil }
    image = file.image
    let table = try image.region(.symbolTable, address: address)
    let indices = try ELFSymbolIndices(file, entries, symbolTable: table).range()
    // The indices are in the segment, and so are the bytes.
    let entryByteCount = UInt64(image.layout.symbolByteCount)
    symbols = try table.prefix(indices.upperBound * entryByteCount)
      .dropFirst(indices.lowerBound * entryByteCount)
    names = try image.region(.stringTable, address: namesAddress).prefix(namesByteCount)
  }

  /// The function that covers an address in `code`, and how far the address is inside it.
  ///
  /// A function covers its length; one without length goes on to the next symbol. Of functions at
  /// the same place the one that is known most widely is taken, and of these the first. Where no
  /// function is found, a symbol whose kind is not stated stands for one, as assembly has it.
  func function(
    at address: UInt64, in code: Range<UInt64>
  ) throws(ObjectFileError) -> (name: String, offset: UInt64)? {
    var search = Search(address: address, code: code)
    var rest = symbols
    let entryByteCount = image.layout.symbolByteCount
    while rest.byteCount >= UInt64(entryByteCount) {
      let whole = rest.byteCount - rest.byteCount % UInt64(entryByteCount)
      let byteCount = min(whole, UInt64(Self.countAtOnce * entryByteCount))
      let bytes = try image.read(try rest.prefix(byteCount))
      for start in stride(from: 0, to: bytes.bytes.count, by: entryByteCount) {
        try search.look(at: bytes, at: start)
      }
      rest = try rest.dropFirst(byteCount)
    }
    guard let found = search.result else { return nil }
    var table = ELFStringTable(image, names, stringByteLimit: Self.nameByteLimit)
    let name = try table.string(at: found.nameOffset)
    // A version follows the name of a symbol that has several.
    let plain = name.utf8.dropFirst().firstIndex(of: UInt8(ascii: "@")).map { name[..<$0] }
    return (plain.map(String.init) ?? name, address - found.address)
  }
}

/// What is known while the symbols go by.
private struct Search {
  private struct Found {
    let entry: ELFSymbolEntry
    let isFunction: Bool

    /// Whether this is the better of two that both cover the address.
    func isBetter(than other: Found?) -> Bool {
      guard let other else { return true }
      if isFunction != other.isFunction { return isFunction }
      return (entry.address, entry.reach) > (other.entry.address, other.entry.reach)
    }

    /// Whether this is the better of two that go on to the next symbol.
    func isNearer(than other: Found?) -> Bool {
      guard let other else { return true }
      return entry.address == other.entry.address
        ? isBetter(than: other) : entry.address > other.entry.address
    }
  }

  let address: UInt64
  let code: Range<UInt64>
  private var covering: Found?
  private var withoutLength: Found?
  /// The start of the nearest symbol at or below the address.
  private var nearest: UInt64 = 0

  init(address: UInt64, code: Range<UInt64>) {
    self.address = address
    self.code = code
  }

  var result: ELFSymbolEntry? {
    if let withoutLength, withoutLength.entry.address == nearest,
      covering.map({ withoutLength.isFunction && !$0.isFunction }) ?? true
    {
      return withoutLength.entry
    }
    return covering?.entry
  }

  mutating func look(at bytes: ELFBytes, at start: Int) throws(ObjectFileError) {
    let entry = try ELFSymbolEntry(bytes, at: start)
    guard entry.address <= address, entry.address >= code.lowerBound, entry.isPlaced,
      entry.nameOffset != 0
    else { return }
    let isFunction: Bool
    switch entry.kind {
    case .function, .indirectFunction: isFunction = true
    case .unspecified: isFunction = false
    default: return
    }
    nearest = max(nearest, entry.address)
    let found = Found(entry: entry, isFunction: isFunction)
    if entry.byteCount == 0 {
      if found.isNearer(than: withoutLength) { withoutLength = found }
    } else if address - entry.address < entry.byteCount, found.isBetter(than: covering) {
      covering = found
    }
  }
}
