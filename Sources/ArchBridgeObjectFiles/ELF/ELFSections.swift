/// The section headers of a file, which only debuggers and linkers need.
struct ELFSections: Sendable {
  private let image: ELFImage
  private let sections: [ELFSection]
  private let names: [UInt8]

  /// How many bytes of names are looked at; a library's take a few hundred.
  private static let nameByteLimit: UInt64 = 1 << 20

  /// How many stretches of code a file may have; a library has five.
  private static let codeLimit = 64

  /// A file without section headers, or without sound ones.
  init(noneOf file: ELFFile) {
    image = file.image
    (sections, names) = ([], [])
  }

  /// Reads the section headers; a file may have none.
  init(_ file: ELFFile) throws(ObjectFileError) {
    image = file.image
    let layout = image.layout
    let header = try image.read(.header, at: 0, byteCount: UInt64(layout.headerByteCount))
    let word = layout.wordByteCount
    let start = try header.word(at: 24 + 2 * word)
    let counts = 34 + 3 * word
    let entryByteCount = Int(try header.uint16(at: counts))
    guard start != 0 else {
      (sections, names) = ([], [])
      return
    }
    guard entryByteCount == layout.sectionHeaderByteCount else {
      throw .wrongEntryByteCount(.sectionHeaders, byteCount: UInt64(entryByteCount))
    }
    // Numbers that do not fit into the ELF header are in the first section header.
    let first = try ELFSection(
      try image.read(.sectionHeaders, at: start, byteCount: UInt64(entryByteCount)), at: 0,
      fileByteCount: image.byteCount
    )
    let stated = UInt64(try header.uint16(at: counts + 2))
    let count = stated == 0 ? first.byteCount : stated
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: UInt64(entryByteCount))
    guard !overflow else { throw .truncated(.sectionHeaders, offset: start) }
    let bytes = try image.read(.sectionHeaders, at: start, byteCount: byteCount)
    var sections: [ELFSection] = []
    for index in 0..<bytes.bytes.count / entryByteCount {
      sections.append(
        try ELFSection(bytes, at: index * entryByteCount, fileByteCount: image.byteCount))
    }
    self.sections = sections
    let statedNames = Int(try header.uint16(at: counts + 4))
    let namesIndex = statedNames == 0xFFFF ? first.link : statedNames
    guard namesIndex < sections.count, !sections[namesIndex].isEmpty else {
      names = []
      return
    }
    let region = sections[namesIndex].region(.sectionHeaders)
    names = try image.read(try region.prefix(min(region.byteCount, Self.nameByteLimit))).bytes
  }

  /// The first section with a name that has bytes in the file.
  func named(_ name: String) -> ELFSection? {
    let wanted = Array(name.utf8) + [0]
    return sections.first { section in
      guard !section.isEmpty, section.nameOffset < UInt64(names.count) else { return false }
      return names[Int(section.nameOffset)...].starts(with: wanted)
    }
  }

  /// The symbol table of all functions with the table of their names, if there is one.
  var symbolTable: (symbols: ELFSection, names: ELFSection)? {
    guard let symbols = sections.first(where: { $0.isSymbolTable && !$0.isEmpty }),
      symbols.link < sections.count, !sections[symbols.link].isEmpty,
      symbols.entryByteCount == UInt64(image.layout.symbolByteCount)
    else { return nil }
    return (symbols, sections[symbols.link])
  }

  /// The addresses of code, in as many stretches as there are sections with code.
  var code: [Range<UInt64>] { Array(sections.lazy.compactMap(\.code).prefix(Self.codeLimit)) }
}
