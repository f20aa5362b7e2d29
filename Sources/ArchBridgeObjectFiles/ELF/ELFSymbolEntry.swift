/// One entry of a symbol table, with its numbers as they are.
struct ELFSymbolEntry {
  let nameOffset: UInt64
  let address: UInt64
  let byteCount: UInt64
  private let information: UInt8
  private let other: UInt8
  private let section: UInt16

  /// Whether the file defines the symbol, as a place in one of its sections.
  var isPlaced: Bool { section != 0 && !isAbsolute && section != 0xFFF2 }  // not "common"

  /// How widely the symbol is known: 2 everywhere, 1 weakly, 0 in its compile unit.
  var reach: Int {
    switch information >> 4 {
    case 1, 10: 2
    case 2: 1
    default: 0
    }
  }

  init(_ bytes: ELFBytes, at index: Int) throws(ObjectFileError) {
    nameOffset = UInt64(try bytes.uint32(at: index))
    if bytes.layout.is64 {
      information = try bytes.uint8(at: index + 4)
      other = try bytes.uint8(at: index + 5)
      section = try bytes.uint16(at: index + 6)
      address = try bytes.word(at: index + 8)
      byteCount = try bytes.word(at: index + 16)
    } else {
      address = try bytes.word(at: index + 4)
      byteCount = try bytes.word(at: index + 8)
      information = try bytes.uint8(at: index + 12)
      other = try bytes.uint8(at: index + 13)
      section = try bytes.uint16(at: index + 14)
    }
  }

  /// Whether the file defines the symbol, and lets others see it.
  var isExported: Bool {
    guard section != 0 else { return false }
    let binding = information >> 4
    let isGlobal = binding == 1 || binding == 2 || binding == 10  // global, weak, GNU's unique
    let visibility = other & 3
    return isGlobal && (visibility == 0 || visibility == 3)  // default, protected
  }

  /// Whether the value is a number rather than an address.
  var isAbsolute: Bool { section == 0xFFF1 }

  /// What the symbol stands for; `nil` is a section or a file's name.
  var kind: ELFSymbol.Kind? {
    switch information & 0xF {
    case 1, 5: .object
    case 2: .function
    case 3, 4: nil
    case 6: .threadLocal
    case 10: .indirectFunction
    default: .unspecified
    }
  }
}
