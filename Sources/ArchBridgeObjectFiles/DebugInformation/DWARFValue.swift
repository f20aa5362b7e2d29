/// The value of one attribute of an entry, read as its form says.
enum DWARFValue {
  /// A number without a sign, an address, an offset in another section, or a flag.
  case number(UInt64)
  /// A number with a sign.
  case signed(Int64)
  case text(DWARFForm.Text)
  /// Bytes of the unit: an expression, mostly.
  case block(Range<Int>)
  /// An entry of the same unit, counted from the unit's start.
  case entry(UInt64)
  /// An entry anywhere in the same section.
  case place(UInt64)
  /// An entry in the file that several share.
  case shared(UInt64)
  /// The unit of a type, by its signature.
  case signature(UInt64)
  /// An address, by its number in the unit's part of `.debug_addr`.
  case addressIndex(UInt64)
  /// A list, by its number in the unit's part of `.debug_rnglists` or `.debug_loclists`.
  case listIndex(UInt64)

  /// Reads the value of a form; `constant` is the one that stands with the form itself.
  init(
    _ form: DWARFForm, constant: Int64, _ cursor: inout DWARFCursor
  ) throws(ObjectFileError) {
    switch form.number {
    case 0x21: self = .signed(constant)
    case 0x0D: self = .signed(Int64(bitPattern: try cursor.sleb()))
    case 0x19: self = .number(1)
    case 0x11, 0x12, 0x13, 0x14, 0x15: self = .entry(try form.value(&cursor))
    case 0x10: self = .place(try form.value(&cursor))
    case 0x1C, 0x24, 0x1F20: self = .shared(try form.value(&cursor))
    case 0x20: self = .signature(try form.value(&cursor))
    case 0x22, 0x23: self = .listIndex(try form.value(&cursor))
    case 0x1B, 0x29, 0x2A, 0x2B, 0x2C, 0x1F01: self = .addressIndex(try form.value(&cursor))
    default:
      if let text = try form.text(&cursor) {
        self = .text(text)
      } else if let block = try form.block(&cursor) {
        self = .block(block)
      } else {
        self = .number(try form.value(&cursor))
      }
    }
  }

  /// The value as a number without a sign; `nil` is something else, or below zero.
  var unsigned: UInt64? {
    switch self {
    case .number(let value): value
    case .signed(let value): UInt64(exactly: value)
    default: nil
    }
  }

  /// Whether the value is a flag that is set.
  var isSet: Bool { unsigned.map { $0 != 0 } ?? false }
}
