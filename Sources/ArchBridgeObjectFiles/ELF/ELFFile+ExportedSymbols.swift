extension ELFFile {
  /// Reads the symbols that the file offers to others, in the order of its table.
  ///
  /// These are the dynamic symbols that are defined here, global or weak, and of default or
  /// protected visibility. A name occurs once for each of its versions. The names of the versions
  /// themselves, which some linkers list among the symbols, are left out. A file without a dynamic
  /// symbol table has none.
  ///
  /// A version that is not defined here but needed, as a program's copy of a library's variable
  /// has, is not named.
  public func exportedSymbols() throws(ObjectFileError) -> [ELFSymbol] {
    guard let entries = try ELFDynamicEntries(image), let address = entries[.symbolTable] else {
      return []
    }
    let entryByteCount = image.layout.symbolByteCount
    if let byteCount = entries[.symbolByteCount], byteCount != UInt64(entryByteCount) {
      throw .wrongEntryByteCount(.symbolTable, byteCount: byteCount)
    }
    let table = try image.region(.symbolTable, address: address)
    let indices = try ELFSymbolIndices(self, entries, symbolTable: table).range()
    guard !indices.isEmpty else { return [] }
    let symbols = try image.read(try table.slice(indices, entryByteCount: UInt64(entryByteCount)))
    let versions = try symbolVersions(entries, indices)
    var strings = try ELFStringTable(image, entries)
    try strings.readAll()
    let definitions = try ELFVersionDefinitions(image, entries, strings: &strings)

    var result: [ELFSymbol] = []
    for index in 0..<indices.count {
      let entry = try ELFSymbolEntry(symbols, at: index * entryByteCount)
      guard entry.isExported, let kind = entry.kind else { continue }
      let number = try versions?.uint16(at: 2 * index) ?? 1
      let name = try strings.string(at: entry.nameOffset)
      let version = definitions[number & 0x7FFF]
      guard !name.isEmpty, !(entry.isAbsolute && name == version) else { continue }
      result.append(
        ELFSymbol(
          name: name, version: version, isDefault: number & 0x8000 == 0, kind: kind,
          address: entry.address, byteCount: entry.byteCount))
    }
    return result
  }

  /// The version numbers of the symbols, two bytes each.
  private func symbolVersions(
    _ entries: ELFDynamicEntries, _ indices: Range<UInt64>
  ) throws(ObjectFileError) -> ELFBytes? {
    guard let address = entries[.symbolVersions] else { return nil }
    let table = try image.region(.symbolVersions, address: address)
    return try image.read(try table.slice(indices, entryByteCount: 2))
  }
}

extension ELFRegion {
  /// The entries with these indices.
  fileprivate func slice(
    _ indices: Range<UInt64>, entryByteCount: UInt64
  ) throws(ObjectFileError) -> ELFRegion {
    let start = indices.lowerBound.multipliedReportingOverflow(by: entryByteCount)
    let end = indices.upperBound.multipliedReportingOverflow(by: entryByteCount)
    guard !start.overflow, !end.overflow else { throw .outOfBounds(part, offset: offset) }
    return try prefix(end.partialValue).dropFirst(start.partialValue)
  }
}
