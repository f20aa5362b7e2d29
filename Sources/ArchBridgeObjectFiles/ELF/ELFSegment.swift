/// One program header: what is in the file where, and where it is loaded.
struct ELFSegment {
  enum Kind: UInt32 {
    case load = 1
    case dynamic = 2
    case interpreter = 3
    case note = 4
    case unwindTable = 0x6474_E550
  }

  let kind: Kind
  let offset: UInt64
  let address: UInt64
  /// How many bytes are in the file; there may be more in memory.
  let byteCount: UInt64
  let alignment: UInt64
  /// Whether it holds code.
  let isExecutable: Bool

  /// Reads the program header at `index` of `bytes`; `nil` is one of a kind that tells nothing here.
  init?(_ bytes: ELFBytes, at index: Int) throws(ObjectFileError) {
    guard let kind = Kind(rawValue: try bytes.uint32(at: index)) else { return nil }
    self.kind = kind
    let word = bytes.layout.wordByteCount
    // ELF64 moved the flags in front of the offset, to the kind's side.
    let first = index + word
    offset = try bytes.word(at: first)
    address = try bytes.word(at: first + word)
    byteCount = try bytes.word(at: first + 3 * word)
    // It is in front of the alignment there.
    let flags = bytes.layout.is64 ? index + 4 : index + 24
    isExecutable = try bytes.uint32(at: flags) & 1 == 1
    alignment = try bytes.word(at: index + bytes.layout.programHeaderByteCount - word)
  }
}
