import ArchBridgeObjectFiles
import Testing

/// One broken rule of the format each, in 32 and in 64 bits.
@Suite struct ELFFileErrorTests {
  private func expect(
    _ error: ObjectFileError, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation,
    from read: (ELFFile) throws -> Void = { _ in }
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try read(try file(bytes)) }
  }

  private func symbols(_ file: ELFFile) throws { _ = try file.exportedSymbols() }
  private func section(_ file: ELFFile) throws { _ = try file.dynamicSection() }

  @Test func `the identification is whole`() {
    expect(.truncated(.identification, offset: 0), Array(TinyELF().bytes.prefix(15)))
  }

  @Test(arguments: [false, true]) func `the header is whole`(is64: Bool) {
    let byteCount = is64 ? 64 : 52
    expect(.truncated(.header, offset: 0), Array(TinyELF(is64: is64).bytes.prefix(byteCount - 1)))
  }

  @Test func `the class, the byte order and the version are known`() {
    let image = TinyELF().image
    expect(.unknownClass(3), image.with(3, byteCount: 1, at: 4))
    expect(.unknownByteOrder(0), image.with(0, byteCount: 1, at: 5))
    expect(.unknownVersion(2), image.with(2, byteCount: 1, at: 6))
    expect(.unknownVersion(7), image.with(7, byteCount: 4, at: 20))
  }

  @Test(arguments: [false, true]) func `the segments are in the file`(is64: Bool) {
    expect(.truncated(.segment, offset: 0), TinyELF(is64: is64).bytes.dropLast()) {
      try $0.checkSegments()
    }
  }

  @Test(arguments: [false, true]) func `the program headers are in the file`(is64: Bool) {
    let image = TinyELF(is64: is64).image
    let place = is64 ? (at: 32, count: 56) : (at: 28, count: 44)
    let far = UInt64(image.bytes.count)
    expect(
      .truncated(.programHeaders, offset: far),
      image.with(far, byteCount: is64 ? 8 : 4, at: place.at))
    expect(
      .truncated(.programHeaders, offset: is64 ? 64 : 52),
      image.with(0xFFFE, byteCount: 2, at: place.count))
    expect(.tooManyProgramHeaders, image.with(0xFFFF, byteCount: 2, at: place.count))
    expect(
      .wrongEntryByteCount(.programHeaders, byteCount: 8),
      image.with(8, byteCount: 2, at: place.count - 2))
  }

  @Test func `an offset at the end of the numbers does not overflow`() {
    let image = TinyELF().image
    expect(
      .truncated(.programHeaders, offset: .max), image.with(.max, byteCount: 8, at: 32))
  }

  @Test(arguments: [false, true]) func `the dynamic segment is in the file`(is64: Bool) {
    let image = TinyELF(is64: is64).image
    let start = UInt64(image.offset("dynamic"))
    let count = image.offset("programHeaders") + (is64 ? 56 + 32 : 32 + 16)
    expect(
      .truncated(.dynamicSection, offset: start), image.with(0xFFFF, byteCount: 4, at: count),
      from: section)
  }

  @Test func `the loaded segment maps to the file`() {
    let image = TinyELF().image
    let offset = image.offset("programHeaders") + 8
    expect(
      .truncated(.stringTable, offset: .max), image.with(.max, byteCount: 8, at: offset),
      from: section)
  }

  @Test(arguments: [false, true]) func `strings need a table`(is64: Bool) {
    expect(.missing(.stringTable), TinyELF(is64: is64, omittedTags: [5]).bytes, from: section)
    expect(.missing(.stringTable), TinyELF(is64: is64, omittedTags: [10]).bytes, from: section)
    expect(.missing(.stringTable), TinyELF(is64: is64, omittedTags: [5]).bytes, from: symbols)
  }

  @Test(arguments: [false, true]) func `the string table is loaded`(is64: Bool) {
    let tiny = TinyELF(is64: is64, dynamic: [(5, 0x999_0000)])
    expect(.unmappedAddress(.stringTable, address: 0x999_0000), tiny.bytes, from: section)
  }

  @Test(arguments: [false, true]) func `the string table is inside its segment`(is64: Bool) {
    let image = TinyELF(is64: is64, dynamic: [(10, 100_000)]).image
    let offset = UInt64(image.offset("strings"))
    expect(.outOfBounds(.stringTable, offset: offset), image.bytes, from: section)
  }

  @Test(arguments: [false, true]) func `strings start inside their table`(is64: Bool) {
    let image = TinyELF(is64: is64, dynamic: [(14, 100_000)]).image
    let offset = UInt64(image.offset("strings"))
    expect(.outOfBounds(.stringTable, offset: offset), image.bytes, from: section)
  }

  @Test(arguments: [false, true]) func `strings end inside their table`(is64: Bool) {
    let image = TinyELF(is64: is64, dynamic: [(10, 4), (14, 1)]).image
    let offset = UInt64(image.offset("strings") + 1)
    expect(.unterminatedString(.stringTable, offset: offset), image.bytes, from: section)
  }

  @Test(arguments: [false, true]) func `the symbol table has the format's entries`(is64: Bool) {
    expect(
      .wrongEntryByteCount(.symbolTable, byteCount: 8),
      TinyELF(is64: is64, dynamic: [(11, 8)]).bytes, from: symbols)
  }

  @Test(arguments: [false, true]) func `the symbol table needs a hash table`(is64: Bool) {
    expect(.missing(.hashTable), TinyELF(is64: is64, hash: .none).bytes, from: symbols)
  }

  @Test(arguments: [4, 6, 0x6FFF_FEF5, 0x6FFF_FFF0, 0x6FFF_FFFC] as [UInt64])
  func `tables are loaded`(tag: UInt64) {
    let parts: [UInt64: ObjectFilePart] = [
      4: .hashTable, 6: .symbolTable, 0x6FFF_FEF5: .gnuHashTable, 0x6FFF_FFF0: .symbolVersions,
      0x6FFF_FFFC: .versionDefinitions,
    ]
    let hash: TinyELF.Hash = tag == 4 ? .systemV : .gnu
    let tiny = TinyELF(is64: false, hash: hash, versions: ["V"], dynamic: [(tag, 2)])
    let part = parts[tag] ?? .header
    expect(.unmappedAddress(part, address: 2), tiny.bytes, from: symbols)
  }

  @Test(arguments: [0x20, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt64])
  func `no hash table counts more symbols than there is room for`(count: UInt64) {
    for is64 in [false, true] {
      let image = TinyELF(is64: is64, hash: .systemV).image
      let offset = image.offset("hash")
      expect(
        .outOfBounds(.hashTable, offset: UInt64(offset)),
        image.with(count, byteCount: 4, at: offset + 4), from: symbols)
    }
  }

  @Test(arguments: [0, 4, 8], [0x1000, 0xFFFF_FFFF] as [UInt64])
  func `no count of a GNU hash table leads out of it`(field: Int, value: UInt64) {
    for is64 in [false, true] {
      let image = TinyELF(is64: is64).image
      let offset = image.offset("gnuHash")
      expect(
        .outOfBounds(.gnuHashTable, offset: UInt64(offset) + (field == 0 ? (is64 ? 24 : 20) : 0)),
        image.with(value, byteCount: 4, at: offset + field), from: symbols)
    }
  }

  @Test(arguments: [false, true]) func `a bucket starts with a symbol of the table`(is64: Bool) {
    let image = TinyELF(is64: is64).image
    let offset = image.offset("gnuHash")
    expect(
      .outOfBounds(.gnuHashTable, offset: UInt64(offset)),
      image.with(0xFFFF_FFFF, byteCount: 4, at: offset + (is64 ? 24 : 20)), from: symbols)
  }

  @Test(arguments: [false, true]) func `a chain ends inside the table`(is64: Bool) throws {
    var tiny = TinyELF(is64: is64)
    tiny.symbols = (0..<500).map { .init(name: "symbol\($0)") }
    var image = tiny.image
    let chains = image.offset("gnuHash") + (is64 ? 28 : 24)
    for offset in chains..<image.bytes.count { image.bytes[offset] &= 0xFE }
    // The loop above cleared the dynamic section's tags, too: take that from the sound image.
    let dynamic = image.offset("dynamic")
    image.bytes.replaceSubrange(dynamic..., with: tiny.bytes[dynamic...])
    #expect(throws: ObjectFileError.outOfBounds(.gnuHashTable, offset: UInt64(chains))) {
      try symbols(try file(image.bytes))
    }
  }

  @Test func `version definitions say how many they are`() {
    let tiny = TinyELF(versions: ["V"], omittedTags: [0x6FFF_FFFD])
    expect(.missing(.versionDefinitions), tiny.bytes, from: symbols)
  }

  @Test(arguments: [12, 16]) func `a version definition leads to no other place`(field: Int) {
    let image = TinyELF(is64: false, versions: ["V"]).image
    let offset = image.offset("versions")
    expect(
      .outOfBounds(.versionDefinitions, offset: UInt64(offset)),
      image.with(0xFFFF_FFF0, byteCount: 4, at: offset + field), from: symbols)
  }

  @Test func `every symbol has a version number`() {
    let image = TinyELF(versions: ["V"]).image
    let end = TinyELF.baseAddress + UInt64(image.bytes.count) - 2
    let tiny = TinyELF(versions: ["V"], dynamic: [(0x6FFF_FFF0, end)])
    expect(
      .outOfBounds(.symbolVersions, offset: end - TinyELF.baseAddress), tiny.bytes, from: symbols)
  }

  @Test func `the interpreter is a path of sane length that ends`() {
    let endless = TinyELF(interpreter: [0x2F, 0x61]).image
    expect(
      .unterminatedString(.interpreter, offset: UInt64(endless.offset("interpreter"))),
      endless.bytes
    ) { _ = try $0.interpreter }
    let long = TinyELF(interpreter: [UInt8](repeating: 0x61, count: 5000) + [0]).image
    expect(
      .outOfBounds(.interpreter, offset: UInt64(long.offset("interpreter"))), long.bytes
    ) { _ = try $0.interpreter }
  }

  @Test(arguments: [0, 4]) func `a note is inside its segment`(field: Int) {
    var tiny = TinyELF()
    tiny.notes = tiny.note(type: 3, [1, 2])
    let image = tiny.image
    let offset = image.offset("notes")
    expect(
      .outOfBounds(.notes, offset: UInt64(offset)),
      image.with(0xFFFF_FFFF, byteCount: 4, at: offset + field)
    ) { _ = try $0.buildID }
  }

  @Test func `a source that gives another count is unreadable`() {
    struct ShortSource: ObjectFileSource {
      var byteCount: UInt64 { 1000 }
      func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] { [1] }
    }
    #expect(throws: ObjectFileError.unreadable(offset: 0, byteCount: 512)) {
      try ELFFile(ShortSource())
    }
  }

  @Test func `bytes outside a source are unreadable`() {
    let source = ObjectFileBytes([1, 2, 3])
    for (offset, count) in [(2, 2), (4, 0), (0, -1), (.max, 1)] as [(UInt64, Int)] {
      #expect(throws: ObjectFileError.unreadable(offset: offset, byteCount: count)) {
        try source.bytes(at: offset, count: count)
      }
    }
  }
}
