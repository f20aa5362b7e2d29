/// How a library's strings spell text in bytes.
///
/// Bytes that are no text at all are `[UInt8]`.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8; bytes that are not UTF-8 are an error.
  case utf8 = "UTF-8"
  /// ISO 8859-1: each byte is the character of that number.
  case latin1 = "Latin-1"
  /// Windows code page 1252; the five bytes that it leaves open are an error.
  case windows1252 = "Windows-1252"
  /// UTF-16 in units of 16 bits, little-endian: `char16_t`.
  case utf16 = "UTF-16"
  /// UTF-32, little-endian: `wchar_t` and `char32_t`.
  case utf32 = "UTF-32"

  /// How many bytes a unit has; a text ends with a unit of zero.
  package var unitByteCount: Int {
    switch self {
    case .utf8, .latin1, .windows1252: 1
    case .utf16: 2
    case .utf32: 4
    }
  }

  /// The unit that ends a text.
  var terminator: [UInt8] { [UInt8](repeating: 0, count: unitByteCount) }

  /// The bytes before the first unit that is zero, of whole units.
  func beforeNUL(_ bytes: [UInt8]) -> [UInt8] {
    var index = 0
    while index + unitByteCount <= bytes.count {
      if bytes[index..<index + unitByteCount].allSatisfy({ $0 == 0 }) { break }
      index += unitByteCount
    }
    return [UInt8](bytes[..<index])
  }

  /// Whether one of the units is zero.
  func hasNUL(_ bytes: [UInt8]) -> Bool { beforeNUL(bytes).count < bytes.count }

  /// The text's bytes, or the first character that the encoding does not have.
  func encode(_ text: String) -> Result<[UInt8], UnencodableCharacter> {
    switch self {
    case .utf8: return .success([UInt8](text.utf8))
    case .utf16: return .success(text.utf16.flatMap { Self.bytes(UInt32($0), count: 2) })
    case .utf32:
      return .success(text.unicodeScalars.flatMap { Self.bytes($0.value, count: 4) })
    case .latin1, .windows1252: break
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let byte = byte(for: scalar) else {
        return .failure(UnencodableCharacter(character: Character(scalar)))
      }
      bytes.append(byte)
    }
    return .success(bytes)
  }

  /// The text's bytes, or nil where the encoding lacks one of its characters.
  package func encoded(_ text: String) -> [UInt8]? { try? encode(text).get() }

  /// The text that the bytes spell, or nil where they spell none.
  package func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: return String(validating: bytes, as: UTF8.self)
    case .utf16:
      return String(validating: units(bytes).map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
    case .utf32: return String(validating: units(bytes), as: UTF32.self)
    case .latin1, .windows1252: break
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = scalar(for: byte) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  /// Whole units, little-endian.
  private func units(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count / unitByteCount * unitByteCount, by: unitByteCount).map {
      start in
      (0..<unitByteCount).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
  }

  private static func bytes(_ unit: UInt32, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
  }

  private func byte(for scalar: Unicode.Scalar) -> UInt8? {
    let isSpecial = self == .windows1252 && (0x80...0x9F).contains(scalar.value)
    if scalar.value < 0x100 && !isSpecial { return UInt8(scalar.value) }
    guard self == .windows1252, let code = UInt16(exactly: scalar.value), code != 0xFFFF else {
      return nil
    }
    return Self.windows1252Specials.firstIndex(of: code).map { UInt8($0 + 0x80) }
  }

  private func scalar(for byte: UInt8) -> Unicode.Scalar? {
    guard self == .windows1252, (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let special = Self.windows1252Specials[Int(byte) - 0x80]
    return special == 0xFFFF ? nil : Unicode.Scalar(special)
  }

  /// What code page 1252 has at 0x80 to 0x9F; 0xFFFF where it has nothing.
  private static let windows1252Specials: [UInt16] = [
    0x20AC, 0xFFFF, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFF, 0x017D, 0xFFFF,
    0xFFFF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFF, 0x017E, 0x0178,
  ]
}

/// A character that an encoding does not have.
struct UnencodableCharacter: Error {
  let character: Character
}
