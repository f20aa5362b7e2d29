extension DebugEntries {
  /// A name must not be longer; what templates make of names is.
  private static let nameByteLimit = 4096

  /// The text that a value is; `nil` where it is none, or cannot be read.
  func text(_ value: DWARFValue?, ofUnit index: Int) throws(ObjectFileError) -> String? {
    guard case .text(let text)? = value else { return nil }
    let file = files[units[index].file]
    switch text {
    case .inline(let range):
      guard range.count <= Self.nameByteLimit else { return nil }
      try count(range.count / 16)
      return String(decoding: try bytes(ofUnit: index).bytes[range], as: UTF8.self)
    case .strings(let offset): return try string(at: offset, of: file.strings)
    case .lineStrings(let offset): return try string(at: offset, of: file.lineStrings)
    case .shared(let offset):
      guard files.count > 1 else { return nil }
      return try string(at: offset, of: files[1].strings)
    case .indexed(let number):
      let base = try facts(ofUnit: index).stringOffsetsBase
      let byteCount = units[index].form.offsetByteCount
      guard
        let place = Self.place(number, base: base, byteCount: byteCount),
        let offset = try? file.stringOffsets.number(at: place, byteCount: byteCount)
      else { return nil }
      return try string(at: offset, of: file.strings)
    }
  }

  private func string(
    at offset: UInt64, of section: ELFBytes
  ) throws(ObjectFileError) -> String? {
    guard let start = Int(exactly: offset), start < section.bytes.count else { return nil }
    let rest = section.bytes[start...].prefix(Self.nameByteLimit + 1)
    guard let end = rest.firstIndex(of: 0) else { return nil }
    try count((end - start) / 16)
    return String(decoding: rest[..<end], as: UTF8.self)
  }

  /// An address that a value is, or is the number of.
  func address(_ value: DWARFValue?, ofUnit index: Int) throws(ObjectFileError) -> UInt64? {
    switch value {
    case .number(let address)?: return address
    case .addressIndex(let number)?: return try address(number: number, ofUnit: index)
    default: return nil
    }
  }

  /// The address with a number in the unit's part of `.debug_addr`.
  func address(number: UInt64, ofUnit index: Int) throws(ObjectFileError) -> UInt64? {
    let base = try facts(ofUnit: index).addressBase
    let byteCount = units[index].form.addressByteCount
    guard (1...8).contains(byteCount),
      let place = Self.place(number, base: base, byteCount: byteCount)
    else { return nil }
    return try? files[units[index].file].addresses.number(at: place, byteCount: byteCount)
  }

  static func place(_ number: UInt64, base: UInt64, byteCount: Int) -> Int? {
    let (offset, overflow) = number.multipliedReportingOverflow(by: UInt64(byteCount))
    let (place, overrun) = offset.addingReportingOverflow(base)
    return overflow || overrun ? nil : Int(exactly: place)
  }
}
