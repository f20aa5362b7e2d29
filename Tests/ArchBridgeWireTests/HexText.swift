/// The bytes that a text of hexadecimal digits spells; spaces between bytes are passed over.
func bytes(hex text: String) -> [UInt8] {
  let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.compactMap { digit in
    Character(UnicodeScalar(digit)).hexDigitValue
  }
  return stride(from: 0, to: digits.count - 1, by: 2).map { index in
    UInt8(digits[index] << 4 | digits[index + 1])
  }
}
