/// The bytes that a text of hexadecimal digits spells; spaces between bytes are passed over.
public func bytes(hex text: String) -> [UInt8] {
  let digits = text.utf8.filter { $0 != UInt8(ascii: " ") }.compactMap { digit in
    Character(UnicodeScalar(digit)).hexDigitValue
  }
  return stride(from: 0, to: digits.count - 1, by: 2).map { index in
    UInt8(digits[index] << 4 | digits[index + 1])
  }
}

/// The hexadecimal digits of `bytes`.
public func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
