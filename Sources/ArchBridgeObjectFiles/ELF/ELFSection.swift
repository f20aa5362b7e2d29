/// One section header: where a part of the file is, and where it is loaded.
struct ELFSection: Sendable {
  /// Where its name starts in the string table of the section headers.
  let nameOffset: UInt64
  private let type: UInt32
  private let flags: UInt64
  let address: UInt64
  let offset: UInt64
  let byteCount: UInt64
  /// The number of another section: for symbols, that of their names.
  let link: Int
  let entryByteCount: UInt64
  private let isInFile: Bool

  /// Reads the section header at `start` of `bytes`, in a file of so many bytes.
  init(
    _ bytes: ELFBytes, at start: Int, fileByteCount: UInt64
  ) throws(ObjectFileError) {
    let word = bytes.layout.wordByteCount
    nameOffset = UInt64(try bytes.uint32(at: start))
    type = try bytes.uint32(at: start + 4)
    flags = try bytes.word(at: start + 8)
    address = try bytes.word(at: start + 8 + word)
    offset = try bytes.word(at: start + 8 + 2 * word)
    byteCount = try bytes.word(at: start + 8 + 3 * word)
    link = Int(try bytes.uint32(at: start + 8 + 4 * word))
    entryByteCount = try bytes.word(at: start + 16 + 5 * word)
    isInFile = offset <= fileByteCount && byteCount <= fileByteCount - offset
  }

  /// Whether it is the symbol table that names every function, local ones too (`SHT_SYMTAB`).
  var isSymbolTable: Bool { type == 2 }

  /// Whether the file holds no bytes for it (`SHT_NULL`, `SHT_NOBITS`), as in a debug file, or not
  /// all of them.
  var isEmpty: Bool { type == 0 || type == 8 || byteCount == 0 || !isInFile }

  /// Whether its bytes are compressed (`SHF_COMPRESSED`).
  var isCompressed: Bool { flags & 0x800 != 0 }

  /// The addresses of the code in it, if it is loaded and holds code.
  var code: Range<UInt64>? {
    let (end, overflow) = address.addingReportingOverflow(byteCount)
    return flags & 0x6 == 0x6 && !overflow ? address..<end : nil
  }

  /// Its bytes in the file, where it is not empty.
  func region(_ part: ObjectFilePart) -> ELFRegion {
    ELFRegion(part: part, offset: offset, byteCount: byteCount)
  }
}
