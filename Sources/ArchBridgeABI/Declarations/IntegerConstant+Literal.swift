extension IntegerConstant {
  /// Makes the constant that `42`, `0x2AUL`, `052` or `0b101010` spells.
  init(literal: ArraySlice<UInt8>) throws(ConstantError) {
    var digits = literal
    var radix: Int64 = 10
    if literal.first == UInt8(ascii: "0"), literal.count > 1 {
      switch literal[literal.startIndex + 1] | 0x20 {
      case UInt8(ascii: "x"): (radix, digits) = (16, literal.dropFirst(2))
      case UInt8(ascii: "b"): (radix, digits) = (2, literal.dropFirst(2))
      default: radix = 8
      }
    }
    var value: Int64 = 0
    var digitCount = 0
    while let byte = digits.first, let digit = byte.hexadecimalDigit, digit < radix {
      let (product, isProductTooLarge) = value.multipliedReportingOverflow(by: radix)
      let (sum, isSumTooLarge) = product.addingReportingOverflow(digit)
      if isProductTooLarge || isSumTooLarge { throw .tooLarge }
      value = sum
      digits = digits.dropFirst()
      digitCount += 1
    }
    guard digitCount > 0, let suffix = IntegerSuffix(digits) else { throw .notAnInteger }
    self.init(value, suffix: suffix, isDecimal: radix == 10)
  }

  /// Makes the constant of the first type that C tries and that holds `value`.
  private init(_ value: Int64, suffix: IntegerSuffix, isDecimal: Bool) {
    let mayBeUnsigned = suffix.isUnsigned || !isDecimal
    if suffix.rank != .longLong, !suffix.isUnsigned, Int32(exactly: value) != nil {
      self.init(value, rank: suffix.rank)
    } else if suffix.rank != .longLong, mayBeUnsigned, UInt32(exactly: value) != nil {
      self.init(value, rank: suffix.rank, isUnsigned: true)
    } else {
      self.init(value, rank: .longLong, isUnsigned: suffix.isUnsigned)
    }
  }

  /// Makes the constant that `'a'`, `'\n'`, `'\x1b'` or `'\033'` spells; `char` is signed.
  init(characterLiteral: ArraySlice<UInt8>) throws(ConstantError) {
    var content = characterLiteral.dropFirst().dropLast()
    guard let first = content.popFirst() else { throw .notOneCharacter }
    guard first == UInt8(ascii: "\\") else {
      guard content.isEmpty, first < 0x80 else { throw .notOneCharacter }
      self.init(Int64(first))
      return
    }
    guard let escape = content.first else { throw .notOneCharacter }
    if let simple = escape.simpleEscape {
      guard content.count == 1 else { throw .notOneCharacter }
      self.init(simple)
      return
    }
    let isHexadecimal = escape == UInt8(ascii: "x")
    if isHexadecimal { content = content.dropFirst() }
    var value: Int64 = 0
    guard !content.isEmpty, isHexadecimal || content.count <= 3 else { throw .notOneCharacter }
    for byte in content {
      guard let digit = byte.hexadecimalDigit, isHexadecimal || digit < 8 else {
        throw .notOneCharacter
      }
      value = value * (isHexadecimal ? 16 : 8) + digit
      if value > 255 { throw .notOneCharacter }
    }
    self.init(Int64(Int8(truncatingIfNeeded: value)))
  }
}

/// What follows an integer constant's digits: `u`, `L`, `ull`, `LLU`.
private struct IntegerSuffix {
  var rank = IntegerConstant.Rank.int
  var isUnsigned = false

  /// Reads a suffix; nil where C has none that is spelled so.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        if isUnsigned { return nil }
        isUnsigned = true
      case UInt8(ascii: "l"), UInt8(ascii: "L"):
        if rank != .int { return nil }
        rank = .long
        if rest.first == byte {
          rest = rest.dropFirst()
          rank = .longLong
        }
      default:
        return nil
      }
    }
  }
}

extension UInt8 {
  /// The value of this byte as a hexadecimal digit.
  fileprivate var hexadecimalDigit: Int64? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int64(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int64(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int64(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// What this byte stands for after a backslash.
  fileprivate var simpleEscape: Int64? {
    switch self {
    case UInt8(ascii: "a"): 7
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "v"): 11
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "e"): 27
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"):
      Int64(self)
    default: nil
    }
  }
}
