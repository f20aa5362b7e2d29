/// The head of one unit of the debug information: a source file with its entries, or a type.
struct DebugUnit {
  /// Which file it is in: 0 the library's own, 1 the one that several share.
  let file: Int
  /// Whether it is in `.debug_types`.
  let isInTypes: Bool
  /// Where it starts in its section.
  let offset: UInt64
  /// How many bytes it has, with its head.
  let byteCount: UInt64
  /// Where its first entry is, counted from its start.
  let first: Int
  let kind: Kind
  let form: DWARFForm
  let abbreviationOffset: UInt64
  /// Of a type's unit, the signature and where the type is.
  let type: (signature: UInt64, offset: UInt64)?

  /// What a unit is for.
  enum Kind {
    case compilation, type, partial
    /// A unit whose entries are in another file.
    case skeleton
    case other
  }

  /// How many units a file may have; a browser's engine has some ten thousand.
  static let countLimit = 1 << 18

  var end: UInt64 { offset + byteCount }

  /// Reads the head at `offset` of a section.
  init(
    _ section: ELFSectionContents, at offset: UInt64, file: Int, isInTypes: Bool
  ) throws(ObjectFileError) {
    var cursor = DWARFCursor(try section.bytes(at: offset, limit: 40))
    let (length, isWide) = try cursor.unitLength()
    // The start is inside the section, whose length does not overflow with it.
    let rest = section.region.byteCount - offset - UInt64(cursor.position)
    guard length <= rest, length >= 7 else { throw cursor.error }
    byteCount = length + UInt64(cursor.position)
    (self.file, self.isInTypes, self.offset) = (file, isInTypes, offset)
    let version = UInt16(try cursor.number(2))
    var form = DWARFForm(number: 0, addressByteCount: 0, isWide: isWide, version: version)
    var type: (UInt64, UInt64)?
    switch version {
    case 2...4:
      abbreviationOffset = try cursor.number(form.offsetByteCount)
      form.addressByteCount = Int(try cursor.uint8())
      kind = isInTypes ? .type : .compilation
      if isInTypes { type = (try cursor.number(8), try cursor.number(form.offsetByteCount)) }
    case 5:
      let number = try cursor.uint8()
      form.addressByteCount = Int(try cursor.uint8())
      abbreviationOffset = try cursor.number(form.offsetByteCount)
      switch number {
      case 1: kind = .compilation
      case 2: kind = .type
      case 3: kind = .partial
      case 4: kind = .skeleton
      default: kind = .other
      }
      if number == 4 || number == 5 { try cursor.skip(8) }
      if kind == .type {
        type = (try cursor.number(8), try cursor.number(form.offsetByteCount))
      }
    default:
      abbreviationOffset = 0
      kind = .other
    }
    self.form = form
    self.type = type
    first = cursor.position
  }

  /// The heads of all units of a section, in their order.
  static func all(
    of section: ELFSectionContents, file: Int, isInTypes: Bool
  ) throws(ObjectFileError) -> [DebugUnit] {
    var units: [DebugUnit] = []
    var offset: UInt64 = 0
    while offset < section.region.byteCount {
      guard units.count < countLimit else { throw .tooMuch(.debugInformation) }
      let unit = try DebugUnit(section, at: offset, file: file, isInTypes: isInTypes)
      units.append(unit)
      offset = unit.end
    }
    return units
  }
}
