/// What `.gnu_debuglink` says: the name of the file with the debug information, and its checksum.
struct ELFDebugLink: Sendable {
  let name: String
  let checksum: UInt32

  /// No file's name is longer.
  private static let nameByteLimit = 255

  /// Reads the section; `nil` is a file without it, or one whose link is no plain name.
  init?(_ sections: ELFSections, of file: ELFFile) throws(ObjectFileError) {
    guard let section = sections.named(".gnu_debuglink") else { return nil }
    let region = section.region(.debugLink)
    let bytes = try file.image.read(
      try region.prefix(min(region.byteCount, UInt64(Self.nameByteLimit + 8))))
    guard let end = bytes.bytes.firstIndex(of: 0) else {
      throw .unterminatedString(.debugLink, offset: region.offset)
    }
    name = String(decoding: bytes.bytes[..<end], as: UTF8.self)
    checksum = try bytes.uint32(at: (end + 4) / 4 * 4)
    // A link that leads out of the folder is not followed.
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
  }

  /// Whether a file is the one that is meant; all of it is read for that, a part at a time.
  func matches(_ file: ELFFile) throws(ObjectFileError) -> Bool {
    var sum = CyclicChecksum()
    let image = file.image
    var offset: UInt64 = 0
    while offset < image.byteCount {
      let count = min(image.byteCount - offset, 65_536)
      sum.add(try image.read(.debugLink, at: offset, byteCount: count).bytes)
      offset += count
    }
    return sum.value == checksum
  }
}

/// The cyclic redundancy check of 32 bits that zlib and Ethernet use.
struct CyclicChecksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  private var state: UInt32 = .max

  /// The check of what was added.
  var value: UInt32 { ~state }

  mutating func add(_ bytes: [UInt8]) {
    let table = Self.table
    for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8 }
  }
}
