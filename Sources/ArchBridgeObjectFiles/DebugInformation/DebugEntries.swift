/// All entries of a library's debug information, of which those are read that are asked for.
///
/// What is read is counted, so that no file can have entries read for ever.
final class DebugEntries {
  let files: [DebugSections]
  let units: [DebugUnit]
  /// The units of types by their signatures.
  private var typeUnits: [UInt64: Int] = [:]
  /// Where in `units` each file's section starts: information and types of each.
  private var sectionStarts: [Int] = []
  private var bytes: [Int: ELFBytes] = [:]
  private var byteCount = 0
  private var tables: [Int: [DWARFAbbreviationTable.Key: DWARFAbbreviationTable]] = [:]
  private var tableAllowance: Int
  private var roots: [Int: UnitFacts] = [:]
  /// How many more entries and bytes of names may be read.
  private var allowance: UInt64

  /// How many bytes of units are kept for the next question.
  private static let keptByteCount = 128 << 20

  init(_ files: [DebugSections]) throws(ObjectFileError) {
    self.files = files
    var units: [DebugUnit] = []
    var allowance: UInt64 = 1 << 20
    var tableAllowance = 1 << 16
    for (index, file) in files.enumerated() {
      sectionStarts.append(units.count)
      units += try DebugUnit.all(of: file.information, file: index, isInTypes: false)
      sectionStarts.append(units.count)
      if let types = file.types {
        units += try DebugUnit.all(of: types, file: index, isInTypes: true)
      }
      // An entry has some ten bytes, and is read a few times. No file is so long that this overflows.
      allowance += file.byteCount / 2
      tableAllowance += 4 * file.abbreviations.bytes.count
    }
    sectionStarts.append(units.count)
    self.units = units
    self.allowance = allowance
    self.tableAllowance = tableAllowance
    for (index, unit) in units.enumerated() {
      if let type = unit.type { typeUnits[type.signature] = typeUnits[type.signature] ?? index }
    }
  }

  // MARK: Reading

  /// Takes what is read from what may be.
  func count(_ amount: Int) throws(ObjectFileError) {
    guard UInt64(amount) <= allowance else { throw .tooMuch(.debugInformation) }
    allowance -= UInt64(amount)
  }

  /// The bytes of a unit.
  func bytes(ofUnit index: Int) throws(ObjectFileError) -> ELFBytes {
    if let known = bytes[index] { return known }
    let unit = units[index]
    let section = unit.isInTypes ? files[unit.file].types : files[unit.file].information
    guard let section else { throw .missing(.debugInformation) }
    let read = try section.bytes(at: unit.offset, byteCount: unit.byteCount)
    if byteCount + read.bytes.count > Self.keptByteCount {
      bytes.removeAll()
      byteCount = 0
      // What reads each unit again and again must end too.
      try count(read.bytes.count / 64)
    }
    byteCount += read.bytes.count
    bytes[index] = read
    return read
  }

  /// What the codes of a unit stand for.
  func abbreviations(ofUnit index: Int) throws(ObjectFileError) -> DWARFAbbreviationTable {
    let unit = units[index]
    let key = DWARFAbbreviationTable.Key(
      offset: unit.abbreviationOffset, addressByteCount: unit.form.addressByteCount,
      isWide: unit.form.isWide, version: unit.form.version)
    if let known = tables[unit.file]?[key] { return known }
    let table = try DWARFAbbreviationTable(
      files[unit.file].abbreviations, key, allowance: &tableAllowance)
    tables[unit.file, default: [:]][key] = table
    return table
  }

  /// Reads one entry; `nil` is the end of neighbours.
  func entry(at reference: EntryReference) throws(ObjectFileError) -> DebugEntry? {
    let unit = units[reference.unit]
    let bytes = try bytes(ofUnit: reference.unit)
    guard reference.offset >= unit.first, reference.offset < bytes.bytes.count else {
      throw .outOfBounds(.debugInformation, offset: bytes.offset)
    }
    try count(1)
    let table = try abbreviations(ofUnit: reference.unit)
    var cursor = DWARFCursor(bytes, at: reference.offset)
    let code = try cursor.uleb()
    guard code != 0 else { return nil }
    guard let shape = table.shape(code) else {
      throw .unknownEncoding(.debugInformation, offset: bytes.offset)
    }
    var form = unit.form
    var attributes: [(name: DWARFAttributeName, value: DWARFValue)] = []
    attributes.reserveCapacity(shape.attributes.count)
    for index in shape.attributes {
      let attribute = table.attributes[index]
      form.number = UInt64(attribute.form)
      while form.number == 0x16 { form.number = try cursor.uleb() }  // stated in the entry itself
      attributes.append(
        (attribute.name, try DWARFValue(form, constant: attribute.constant, &cursor)))
    }
    return DebugEntry(
      reference: reference, tag: shape.tag, hasChildren: shape.hasChildren,
      attributes: attributes, end: cursor.position)
  }

  // MARK: References

  /// The entry that a value refers to; `nil` is a value that refers to none.
  func target(
    of value: DWARFValue, from reference: EntryReference
  ) throws(ObjectFileError) -> EntryReference? {
    let unit = units[reference.unit]
    switch value {
    case .entry(let offset):
      guard let offset = Int(exactly: offset) else { throw outOfBounds }
      return EntryReference(unit: reference.unit, offset: offset)
    case .place(let offset): return try entry(at: offset, inFile: unit.file)
    case .shared(let offset):
      guard files.count > 1 else { throw .missing(.sharedDebugFile) }
      return try entry(at: offset, inFile: 1)
    case .signature(let signature):
      guard let index = typeUnits[signature], let type = units[index].type,
        let offset = Int(exactly: type.offset)
      else { throw .missing(.debugInformation) }
      return EntryReference(unit: index, offset: offset)
    case .number, .signed, .text, .block, .addressIndex, .listIndex: return nil
    }
  }

  private var outOfBounds: ObjectFileError { .outOfBounds(.debugInformation, offset: 0) }

  /// The entry at an offset of a file's `.debug_info`.
  private func entry(
    at offset: UInt64, inFile file: Int
  ) throws(ObjectFileError) -> EntryReference {
    var (low, high) = (sectionStarts[2 * file], sectionStarts[2 * file + 1])
    while low < high {
      let middle = low + (high - low) / 2
      if units[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < sectionStarts[2 * file + 1], units[low].offset <= offset else { throw outOfBounds }
    return EntryReference(unit: low, offset: Int(offset - units[low].offset))
  }

  // MARK: Units

  /// What a unit's first entry says.
  func facts(ofUnit index: Int) throws(ObjectFileError) -> UnitFacts {
    if let known = roots[index] { return known }
    let first = try entry(at: EntryReference(unit: index, offset: units[index].first))
    let facts = UnitFacts(first, isWide: units[index].form.isWide)
    roots[index] = facts
    return facts
  }
}

/// What a unit's first entry says of all others.
struct UnitFacts {
  var language: SourceLanguage = .other
  /// Where the unit's part of `.debug_str_offsets` starts.
  var stringOffsetsBase: UInt64
  /// Where the unit's part of `.debug_addr` starts.
  var addressBase: UInt64 = 0
  /// Where the unit's part of `.debug_rnglists` starts.
  var rangesBase: UInt64 = 0
  /// Where the unit's part of `.debug_loclists` starts.
  var listsBase: UInt64 = 0
  /// The address from which the unit's ranges count.
  var firstAddress: DWARFValue?
  /// The compiler, and with what options it ran.
  var producer: DWARFValue?
  /// Where the entries are, if they are in a file of their own.
  var splitName: DWARFValue?

  init(_ entry: DebugEntry?, isWide: Bool) {
    // Behind the length, the version and two bytes without meaning.
    stringOffsetsBase = isWide ? 16 : 8
    guard let entry else { return }
    language = entry.number(.language).map(SourceLanguage.init(number:)) ?? .other
    if let base = entry.number(.stringOffsetsBase) { stringOffsetsBase = base }
    addressBase = entry.number(.addressBase) ?? entry.number(.oldAddressBase) ?? 0
    rangesBase = entry.number(.rangesBase) ?? 0
    listsBase = entry.number(.listsBase) ?? 0
    firstAddress = entry[.lowPC]
    producer = entry[.producer]
    splitName = entry[.splitName] ?? entry[.oldSplitName]
  }
}

/// The kinds of language that matter here.
enum SourceLanguage {
  case c, cPlusPlus, fortran
  /// What an assembler says of its functions: a name and nothing else.
  case assembly
  case other

  init(number: UInt64) {
    switch number {
    case 0x01, 0x02, 0x0C, 0x1D, 0x2C, 0x3E: self = .c
    case 0x04, 0x19, 0x1A, 0x21, 0x2A, 0x2B, 0x3A: self = .cPlusPlus
    case 0x07, 0x08, 0x0E, 0x22, 0x23, 0x2D: self = .fortran
    case 0x31, 0x8001: self = .assembly
    default: self = .other
    }
  }
}
