/// The entries of the dynamic section by their tags, as numbers.
struct ELFDynamicEntries {
  /// The tags that matter here, with the numbers of the System V ABI and of GNU.
  enum Tag: UInt64 {
    case needed = 1
    case hash = 4
    case stringTable = 5
    case symbolTable = 6
    case stringTableByteCount = 10
    case symbolByteCount = 11
    case soname = 14
    case rpath = 15
    case textRelocations = 22
    case runpath = 29
    case flags = 30
    case gnuHash = 0x6FFF_FEF5
    case symbolVersions = 0x6FFF_FFF0
    case flags1 = 0x6FFF_FFFB
    case versionDefinitions = 0x6FFF_FFFC
    case versionDefinitionCount = 0x6FFF_FFFD
  }

  /// Where the names of the needed libraries start in the string table, first to last.
  private(set) var needed: [UInt64] = []
  private var values: [Tag: UInt64] = [:]

  /// Reads the dynamic segment; `nil` is a file that has none, or none with bytes.
  init?(_ image: ELFImage) throws(ObjectFileError) {
    // The loader takes the last one, too.
    guard let segment = image.segments.last(where: { $0.kind == .dynamic }), segment.byteCount > 0
    else { return nil }
    let bytes = try image.read(
      .dynamicSection, at: segment.offset, byteCount: segment.byteCount)
    let layout = image.layout
    for index in 0..<bytes.bytes.count / layout.dynamicEntryByteCount {
      let start = index * layout.dynamicEntryByteCount
      let number = try bytes.word(at: start)
      guard number != 0 else { break }
      guard let tag = Tag(rawValue: number) else { continue }
      let value = try bytes.word(at: start + layout.wordByteCount)
      if tag == .needed { needed.append(value) } else { values[tag] = value }
    }
  }

  /// The value of the last entry with a tag.
  subscript(tag: Tag) -> UInt64? { values[tag] }

  /// Whether any of them is a string's offset.
  var referToStrings: Bool {
    !needed.isEmpty || self[.soname] != nil || self[.runpath] != nil || self[.rpath] != nil
  }
}
