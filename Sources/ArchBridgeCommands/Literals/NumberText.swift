/// Numbers as literals spell them.
enum NumberText {
  /// A whole number in decimals, or in hexadecimal after `0x`.
  static func integer<Integer: FixedWidthInteger>(
    _ text: String, _ type: Integer.Type = Integer.self
  ) -> Integer? {
    let isNegative = text.hasPrefix("-")
    let digits = text.drop { $0 == "-" || $0 == "+" }
    let hexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
    let number = hexadecimal ? digits.dropFirst(2) : digits
    guard text.count - digits.count <= 1, number.first?.isHexDigit == true else { return nil }
    return Integer((isNegative ? "-" : "") + number, radix: hexadecimal ? 16 : 10)
  }

  /// A floating-point number; only the word for it is infinite.
  static func floating<Number: BinaryFloatingPoint & LosslessStringConvertible>(
    _ text: String, _ type: Number.Type = Number.self
  ) -> Number? {
    guard let value = Number(text) else { return nil }
    return value.isInfinite && !text.lowercased().contains("inf") ? nil : value
  }

  /// The two parts of `1.5+2i`, `2i` or `1.5`.
  static func parts(_ text: String) -> (real: String, imaginary: String) {
    guard text.hasSuffix("i") else { return (text, "0") }
    let number = text.dropLast()
    let signs = number.indices.dropFirst().filter { index in
      "+-".contains(number[index]) && !"eE".contains(number[number.index(before: index)])
    }
    guard let sign = signs.last else { return ("0", String(number)) }
    let imaginary = number[sign...]
    return (String(number[..<sign]), String(imaginary.drop { $0 == "+" }))
  }
}
