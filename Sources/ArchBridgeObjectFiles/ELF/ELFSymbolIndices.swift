/// Which entries of the dynamic symbol table can be exported.
///
/// The table does not say how long it is; that follows from the hash tables by which the loader
/// finds names in it. No chain is followed but one, and that one only forward.
struct ELFSymbolIndices {
  private let image: ELFImage
  private let entries: ELFDynamicEntries
  private let machine: UInt16
  /// How many entries fit in the segment that holds the symbol table.
  private let capacity: UInt64

  init(_ file: ELFFile, _ entries: ELFDynamicEntries, symbolTable: ELFRegion) {
    image = file.image
    machine = file.header.machine
    self.entries = entries
    capacity = symbolTable.byteCount / UInt64(file.image.layout.symbolByteCount)
  }

  /// The indices, all of which are in the segment that holds the symbol table.
  func range() throws(ObjectFileError) -> Range<UInt64> {
    // The loader prefers GNU's table, too.
    if let address = entries[.gnuHash] {
      return try gnuRange(try image.region(.gnuHashTable, address: address))
    }
    if let address = entries[.hash] {
      return try range(try image.region(.hashTable, address: address))
    }
    throw .missing(.hashTable)
  }

  /// The range by the table of the System V ABI: the chains are as many as the symbols.
  private func range(_ table: ELFRegion) throws(ObjectFileError) -> Range<UInt64> {
    // Alone among all, these two have entries of eight bytes.
    let isWide =
      image.layout.is64 && (machine == ELFHeader.s390 || machine == ELFHeader.alpha)
    let entryByteCount = isWide ? 8 : 4
    let head = try image.read(try table.prefix(UInt64(2 * entryByteCount)))
    let count = try head.number(at: entryByteCount, byteCount: entryByteCount)
    guard count <= capacity else { throw .outOfBounds(.hashTable, offset: table.offset) }
    return 0..<count
  }

  /// The range by GNU's table: from the first symbol in it to the end of the last bucket's chain.
  private func gnuRange(_ table: ELFRegion) throws(ObjectFileError) -> Range<UInt64> {
    let head = try image.read(try table.prefix(16))
    let bucketByteCount = UInt64(try head.uint32(at: 0)) * 4
    let first = UInt64(try head.uint32(at: 4))
    let filterByteCount = UInt64(try head.uint32(at: 8)) * UInt64(image.layout.wordByteCount)
    let bucketTable = try table.dropFirst(16 + filterByteCount).prefix(bucketByteCount)
    let buckets = try image.read(bucketTable)
    var last: UInt64 = 0
    for index in stride(from: 0, to: buckets.bytes.count, by: 4) {
      last = max(last, UInt64(try buckets.uint32(at: index)))
    }
    guard last != 0 else { return 0..<0 }
    guard first <= last, last < capacity else {
      throw .outOfBounds(.gnuHashTable, offset: table.offset)
    }
    let chains = try table.dropFirst(16 + filterByteCount + bucketByteCount)
    let end = try endOfChain(try chains.dropFirst((last - first) * 4), from: last)
    return first..<end
  }

  /// The index behind the chain that starts with symbol `first`; its last hash has the lowest bit.
  private func endOfChain(
    _ chain: ELFRegion, from first: UInt64
  ) throws(ObjectFileError) -> UInt64 {
    var rest = chain
    var index = first
    while true {
      let bytes = try image.read(try rest.prefix(min(rest.byteCount, 256)))
      rest = try rest.dropFirst(UInt64(bytes.bytes.count))
      guard bytes.bytes.count >= 4 else {
        throw .outOfBounds(.gnuHashTable, offset: chain.offset)
      }
      for position in stride(from: 0, through: bytes.bytes.count - 4, by: 4) {
        guard index < capacity else { throw .outOfBounds(.gnuHashTable, offset: chain.offset) }
        index += 1
        if try bytes.uint32(at: position) & 1 == 1 { return index }
      }
    }
  }
}
