/// How a value is encoded, with the sizes that depend on the unit.
struct DWARFForm {
  /// The form's number (`DW_FORM_`).
  var number: UInt64
  var addressByteCount: Int
  var isWide: Bool
  var version: UInt16

  var offsetByteCount: Int { isWide ? 8 : 4 }

  /// A string, and where it is.
  enum Text: Equatable {
    /// In the bytes that the cursor reads.
    case inline(Range<Int>)
    /// In `.debug_line_str`.
    case lineStrings(UInt64)
    /// In `.debug_str`.
    case strings(UInt64)
    /// In `.debug_str`, by a number in the unit's part of `.debug_str_offsets`.
    case indexed(UInt64)
    /// In the `.debug_str` of the file that several share.
    case shared(UInt64)
  }

  /// Reads a string; `nil` is a form of something else, which is left where it is.
  func text(_ cursor: inout DWARFCursor) throws(ObjectFileError) -> Text? {
    switch number {
    case 0x08: return .inline(try cursor.string())
    case 0x0E: return .strings(try cursor.number(offsetByteCount))
    case 0x1F: return .lineStrings(try cursor.number(offsetByteCount))
    case 0x1A, 0x25, 0x26, 0x27, 0x28, 0x1F02: return .indexed(try value(&cursor))
    case 0x1D, 0x1F21: return .shared(try value(&cursor))
    default: return nil
    }
  }

  /// Reads a number or goes past something else, which is zero then.
  ///
  /// - Throws: `ObjectFileError.unknownEncoding` where the form, and so its length, is not known.
  func value(_ cursor: inout DWARFCursor) throws(ObjectFileError) -> UInt64 {
    switch number {
    case 0x0B, 0x0C, 0x11, 0x25, 0x29: return try cursor.number(1)
    case 0x05, 0x12, 0x26, 0x2A: return try cursor.number(2)
    case 0x27, 0x2B: return try cursor.number(3)
    case 0x06, 0x13, 0x1C, 0x28, 0x2C: return try cursor.number(4)
    case 0x07, 0x14, 0x20, 0x24: return try cursor.number(8)
    case 0x0D: return try cursor.sleb()
    case 0x0F, 0x15, 0x1A, 0x1B, 0x22, 0x23, 0x1F01, 0x1F02: return try cursor.uleb()
    case 0x0E, 0x17, 0x1D, 0x1F, 0x1F20, 0x1F21: return try cursor.number(offsetByteCount)
    case 0x01: return try cursor.number(addressByteCount)
    // Version 2 had the length of an address here.
    case 0x10: return try cursor.number(version == 2 ? addressByteCount : offsetByteCount)
    case 0x19, 0x21: return 0
    default: try skipBlock(&cursor)
    }
    return 0
  }

  private func skipBlock(_ cursor: inout DWARFCursor) throws(ObjectFileError) {
    if number == 0x08 {
      _ = try cursor.string()
    } else if try block(&cursor) == nil {
      throw .unknownEncoding(cursor.bytes.part, offset: cursor.bytes.offset)
    }
  }

  /// Goes past a block of bytes, and says where it was; `nil` is a form of something else, which is
  /// left where it is.
  func block(_ cursor: inout DWARFCursor) throws(ObjectFileError) -> Range<Int>? {
    let byteCount: UInt64
    switch number {
    case 0x03: byteCount = try cursor.number(2)
    case 0x04: byteCount = try cursor.number(4)
    case 0x09, 0x18: byteCount = try cursor.uleb()
    case 0x0A: byteCount = try cursor.number(1)
    case 0x1E: byteCount = 16
    default: return nil
    }
    let start = cursor.position
    try cursor.skip(byteCount)
    return start..<cursor.position
  }

  /// How many bytes every value of the form has; `nil` where that is the value's own matter.
  var fixedByteCount: Int? {
    switch number {
    case 0x0B, 0x0C, 0x11, 0x25, 0x29: 1
    case 0x05, 0x12, 0x26, 0x2A: 2
    case 0x27, 0x2B: 3
    case 0x06, 0x13, 0x1C, 0x28, 0x2C: 4
    case 0x07, 0x14, 0x20, 0x24: 8
    case 0x0E, 0x17, 0x1D, 0x1F, 0x1F20, 0x1F21: offsetByteCount
    case 0x01: addressByteCount
    case 0x10: version == 2 ? addressByteCount : offsetByteCount
    case 0x19, 0x21: 0
    case 0x1E: 16
    default: nil
    }
  }
}
