/// The line tables of one file, by the addresses that they are looked up with.
struct DebugLines: Sendable {
  /// A place in a source file; a file without line is code that belongs to none.
  struct Place {
    var file: String?
    var line: Int?
  }

  private let file: ELFFile
  private let sections: ELFSections
  private let decompress: ELFSectionContents.Decompression
  /// The sections that have been asked for; what cannot be read is not there.
  private var contents: [String: ELFSectionContents?] = [:]
  private var sequences: LineSequences?
  private var allowance: DecompressionAllowance

  /// How many bytes of abbreviations are read for one look-up at most.
  private static func allowance(_ abbreviations: ELFSectionContents) -> Int {
    // What is in memory is not so long that this overflows, and of a long file no more is read.
    Int(min(8 << 20, abbreviations.image.byteCount) * 4 + 65_536)
  }

  init(
    _ file: ELFFile, _ sections: ELFSections,
    decompress: @escaping ELFSectionContents.Decompression
  ) {
    self.file = file
    self.sections = sections
    self.decompress = decompress
    allowance = DecompressionAllowance(fileByteCount: file.image.byteCount)
  }

  /// The place of an address; nil where finding it takes running more than `byteLimit` bytes of
  /// programs.
  mutating func place(of address: UInt64, byteLimit: Int) -> Place? {
    var allowance = byteLimit
    guard file.image.byteCount <= UInt64(byteLimit) || !isCompressed else { return nil }
    if sequences == nil, let section = section(".debug_line", .lineTable) {
      sequences = LineSequences(section, code: sections.code)
    }
    guard sequences != nil else { return nil }
    for unit in unitsByRanges(address) {
      guard let offset = unit.lineOffset else { continue }
      if let place = try? place(of: address, at: offset, unit, &allowance) {
        return place
      }
    }
    guard let offset = sequences?.unit(covering: address, &allowance)
    else { return nil }
    return try? place(of: address, at: offset, nil, &allowance)
  }

  private mutating func place(
    of address: UInt64, at offset: UInt64, _ unit: DWARFUnit?, _ allowance: inout Int
  ) throws(ObjectFileError) -> Place? {
    guard let sequences else { return nil }
    guard let header = try sequences.header(at: offset, &allowance),
      let row = try sequences.row(of: address, in: header)
    else { return nil }
    let line = Int(exactly: row.line).flatMap { (1...Int(Int32.max)).contains($0) ? $0 : nil }
    return Place(file: path(row.file, header, at: offset, unit), line: line)
  }

  /// The path of a file; what cannot be read of it is left out.
  private mutating func path(
    _ number: UInt64, _ header: LineUnitHeader, at offset: UInt64, _ unit: DWARFUnit?
  ) -> String? {
    guard let file = try? header.file(number), let name = text(file.name, header.bytes) else {
      return nil
    }
    guard !name.isAbsolute else { return name }
    let folder = file.folder.flatMap { text($0, header.bytes) } ?? ""
    let path = folder.joined(with: name)
    guard !path.isAbsolute else { return path }
    if let compilation = file.compilationFolder.flatMap({ text($0, header.bytes) }) {
      return compilation.joined(with: path)
    }
    guard header.version < 5, let unit = unit ?? unitByLines(offset),
      let compilation = unit.folder.flatMap({ text($0, unit.bytes) })
    else { return path }
    return compilation.joined(with: path)
  }

  /// A string, wherever it is.
  private mutating func text(_ text: DWARFForm.Text, _ bytes: ELFBytes) -> String? {
    switch text {
    case .inline(let range):
      // No path is longer.
      range.count > 65_536 ? nil : String(decoding: bytes.bytes[range], as: UTF8.self)
    case .lineStrings(let offset):
      try? section(".debug_line_str", .stringTable)?.string(at: offset)
    case .strings(let offset):
      try? section(".debug_str", .stringTable)?.string(at: offset)
    case .indexed, .shared: nil
    }
  }

  /// The units that say themselves that they cover an address.
  private mutating func unitsByRanges(_ address: UInt64) -> [DWARFUnit] {
    guard let ranges = section(".debug_aranges", .addressRanges),
      let offsets = try? DWARFAddressRanges(section: ranges).units(covering: address),
      !offsets.isEmpty, let information = section(".debug_info", .debugInformation),
      let abbreviations = section(".debug_abbrev", .abbreviations)
    else { return [] }
    var allowance = Self.allowance(abbreviations)
    return offsets.compactMap {
      try? DWARFUnit(information, at: $0, abbreviations: abbreviations, allowance: &allowance)
    }
  }

  /// The unit whose lines are at `offset`, of which DWARF 2 to 4 have the folder there only.
  private mutating func unitByLines(_ offset: UInt64) -> DWARFUnit? {
    guard let information = section(".debug_info", .debugInformation),
      let abbreviations = section(".debug_abbrev", .abbreviations)
    else { return nil }
    var allowance = Self.allowance(abbreviations)
    var start: UInt64 = 0
    while start < information.region.byteCount {
      guard
        let unit = try? DWARFUnit(
          information, at: start, abbreviations: abbreviations, allowance: &allowance)
      else { return nil }
      if unit.lineOffset == offset { return unit }
      start += unit.byteCount
    }
    return nil
  }

  /// Whether something that lines are found by can only be read as a whole.
  private var isCompressed: Bool {
    sections.named(".debug_line") == nil
      || ["aranges", "info", "abbrev", "line"].contains {
        sections.named(".debug_\($0)")?.isCompressed == true
      }
  }

  private mutating func section(_ name: String, _ part: ObjectFilePart) -> ELFSectionContents? {
    if let known = contents[name] { return known }
    let found = try? ELFSectionContents(
      name, part, of: sections, in: file.image, allowance: &allowance, decompress: decompress)
    contents[name] = .some(found)
    return found
  }
}

extension String {
  fileprivate var isAbsolute: Bool { utf8.first == UInt8(ascii: "/") }

  /// The path of `other` where it counts from this folder.
  fileprivate func joined(with other: String) -> String {
    if isEmpty || other.isAbsolute { return other }
    return utf8.last == UInt8(ascii: "/") ? self + other : self + "/" + other
  }
}
