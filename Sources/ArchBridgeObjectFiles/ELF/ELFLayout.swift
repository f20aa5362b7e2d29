/// How long an ELF file's structures are, and how its numbers are read.
struct ELFLayout {
  let is64: Bool
  let isLittleEndian: Bool

  static let identificationByteCount = 16

  var headerByteCount: Int { is64 ? 64 : 52 }
  var programHeaderByteCount: Int { is64 ? 56 : 32 }
  var sectionHeaderByteCount: Int { is64 ? 64 : 40 }
  var dynamicEntryByteCount: Int { is64 ? 16 : 8 }
  var symbolByteCount: Int { is64 ? 24 : 16 }
  /// The length of an address, an offset or a length.
  var wordByteCount: Int { is64 ? 8 : 4 }

  /// Reads the layout from the first bytes of a file, which start with the magic number.
  init(identification: ELFBytes) throws(ObjectFileError) {
    let fileClass = try identification.uint8(at: 4)
    guard fileClass == 1 || fileClass == 2 else { throw .unknownClass(fileClass) }
    let byteOrder = try identification.uint8(at: 5)
    guard byteOrder == 1 || byteOrder == 2 else { throw .unknownByteOrder(byteOrder) }
    let version = try identification.uint8(at: 6)
    guard version == 1 else { throw .unknownVersion(UInt32(version)) }
    is64 = fileClass == 2
    isLittleEndian = byteOrder == 1
  }

  private init(is64: Bool, isLittleEndian: Bool) {
    self.is64 = is64
    self.isLittleEndian = isLittleEndian
  }

  /// The layout to read single bytes with, before the file's own is known.
  static let identification = ELFLayout(is64: false, isLittleEndian: true)
}
