/// What a compile unit's first entry says of its lines.
struct DWARFUnit {
  /// How many bytes the unit has, with its length itself.
  let byteCount: UInt64
  /// Where its line table is in `.debug_line`, if it has one.
  private(set) var lineOffset: UInt64?
  /// The folder that it was compiled in.
  private(set) var folder: DWARFForm.Text?
  /// The bytes that a folder in line is in.
  let bytes: ELFBytes

  /// How much of a unit is looked at: its first entry.
  private static let byteLimit: UInt64 = 4096

  /// The unit at `offset` of the debug information.
  ///
  /// - Parameter allowance: How many bytes may still be read of the abbreviations.
  init(
    _ information: ELFSectionContents, at offset: UInt64, abbreviations: ELFSectionContents,
    allowance: inout Int
  ) throws(ObjectFileError) {
    var head = DWARFCursor(try information.bytes(at: offset, limit: 12))
    let (length, isWide) = try head.unitLength()
    // The unit starts inside the section, and no file is so long that this overflows.
    let rest = information.region.byteCount - offset - UInt64(head.position)
    guard length <= rest else { throw head.error }
    byteCount = length + UInt64(head.position)
    bytes = try information.bytes(at: offset, byteCount: min(byteCount, Self.byteLimit))
    var cursor = DWARFCursor(bytes, at: head.position)
    let version = UInt16(try cursor.number(2))
    guard (2...5).contains(version) else { return }
    var form = DWARFForm(number: 0, addressByteCount: 0, isWide: isWide, version: version)
    var abbreviationOffset: UInt64 = 0
    var isCompileUnit = true
    if version >= 5 {
      let kind = try cursor.uint8()
      form.addressByteCount = Int(try cursor.uint8())
      abbreviationOffset = try cursor.number(form.offsetByteCount)
      // 1 is a compile unit, 4 one whose entries are in another file; the rest has no lines.
      isCompileUnit = kind == 1 || kind == 4
      if kind == 4 { try cursor.skip(8) }
    } else {
      abbreviationOffset = try cursor.number(form.offsetByteCount)
      form.addressByteCount = Int(try cursor.uint8())
    }
    guard isCompileUnit, let code = try? cursor.uleb(), code != 0 else { return }
    let attributes = try DWARFAbbreviation(
      code, in: abbreviations, at: abbreviationOffset, allowance: &allowance)
    for attribute in attributes.attributes {
      form.number = attribute.form
      while form.number == 0x16 { form.number = try cursor.uleb() }  // stated in the entry itself
      switch attribute.name {
      case 0x10: lineOffset = try form.value(&cursor)
      case 0x1B: folder = try form.text(&cursor)
      default: _ = try form.value(&cursor)
      }
      if lineOffset != nil, folder != nil { return }
    }
  }
}

/// The attributes of the entries with one code.
struct DWARFAbbreviation {
  let attributes: [(name: UInt64, form: UInt64)]

  private static let firstByteCount: UInt64 = 512
  private static let byteLimit: UInt64 = 65_536

  /// Looks a code up in the table at `offset`, of which at most 64 KiB are read.
  init(
    _ code: UInt64, in section: ELFSectionContents, at offset: UInt64, allowance: inout Int
  ) throws(ObjectFileError) {
    var limit = Self.firstByteCount
    while true {
      let bytes = try section.bytes(at: offset, limit: limit)
      allowance -= bytes.bytes.count
      guard allowance > 0 else { throw .outOfBounds(section.region.part, offset: offset) }
      do throws(ObjectFileError) {
        attributes = try Self.attributes(of: code, bytes)
        return
      } catch {
        // The table may go on behind what was read.
        guard limit < Self.byteLimit, UInt64(bytes.bytes.count) == limit else { throw error }
        limit *= 4
      }
    }
  }

  private static func attributes(
    of code: UInt64, _ bytes: ELFBytes
  ) throws(ObjectFileError) -> [(name: UInt64, form: UInt64)] {
    var cursor = DWARFCursor(bytes)
    while true {
      let current = try cursor.uleb()
      guard current != 0 else { throw .unknownEncoding(bytes.part, offset: bytes.offset) }
      _ = try cursor.uleb()
      _ = try cursor.uint8()
      var attributes: [(name: UInt64, form: UInt64)] = []
      while true {
        let (name, form) = (try cursor.uleb(), try cursor.uleb())
        if form == 0x21 { _ = try cursor.sleb() }  // the value is here
        guard name != 0 || form != 0 else { break }
        if current == code { attributes.append((name, form)) }
      }
      if current == code { return attributes }
    }
  }
}
