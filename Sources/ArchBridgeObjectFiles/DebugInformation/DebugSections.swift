/// The sections of one file that its entries are read from.
struct DebugSections {
  let information: ELFSectionContents
  /// The types that have units of their own, in DWARF 4.
  let types: ELFSectionContents?
  let abbreviations: ELFBytes
  let strings: ELFBytes
  let lineStrings: ELFBytes
  let stringOffsets: ELFBytes
  let addresses: ELFBytes
  /// The ranges of DWARF 5, and those of the versions before.
  let ranges: ELFBytes
  let oldRanges: ELFBytes
  /// Where values are while code runs, of DWARF 5 and of the versions before.
  let locations: ELFSectionContents?
  let oldLocations: ELFSectionContents?

  /// A section that is read as a whole must not be longer.
  private static let byteLimit: UInt64 = 1 << 30

  /// Reads the sections; `nil` is a file without debug information.
  init?(
    _ file: ELFFile, _ sections: ELFSections, decompress: ELFSectionContents.Decompression
  ) throws(ObjectFileError) {
    var allowance = DecompressionAllowance(fileByteCount: file.image.byteCount)
    func contents(
      _ name: String, _ part: ObjectFilePart
    ) throws(ObjectFileError) -> ELFSectionContents? {
      try ELFSectionContents(
        name, part, of: sections, in: file.image, allowance: &allowance, decompress: decompress)
    }
    func whole(_ name: String, _ part: ObjectFilePart) throws(ObjectFileError) -> ELFBytes {
      guard let found = try contents(name, part) else {
        return ELFBytes(part: part, offset: 0, layout: file.image.layout, bytes: [])
      }
      guard found.region.byteCount <= Self.byteLimit else { throw .tooMuch(part) }
      return try found.image.read(found.region)
    }
    guard let information = try contents(".debug_info", .debugInformation) else { return nil }
    self.information = information
    types = try contents(".debug_types", .debugInformation)
    abbreviations = try whole(".debug_abbrev", .abbreviations)
    strings = try whole(".debug_str", .debugStrings)
    lineStrings = try whole(".debug_line_str", .debugStrings)
    stringOffsets = try whole(".debug_str_offsets", .debugStrings)
    addresses = try whole(".debug_addr", .debugInformation)
    ranges = try whole(".debug_rnglists", .addressRanges)
    oldRanges = try whole(".debug_ranges", .addressRanges)
    locations = try? contents(".debug_loclists", .debugInformation)
    oldLocations = try? contents(".debug_loc", .debugInformation)
  }

  /// How many bytes there are in all that entries are made of.
  var byteCount: UInt64 { information.region.byteCount + (types?.region.byteCount ?? 0) }
}
