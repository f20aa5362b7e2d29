/// How a Fortran source is laid out on its lines.
public enum FortranForm: Hashable, Sendable {
  /// Free form, as `.f90` files have it.
  case free
  /// Fixed form, as `.f` files have it: statements in columns 7 to 72.
  ///
  /// Blanks part words there too, but for `end do` and its like.
  case fixed
  /// Whichever the text looks like.
  case automatic

  /// The form of a source by its file's name: `solver.f`, `solver.f90`.
  public init(ofFile name: String) {
    let ending = name.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }
    switch String(decoding: ending.reversed(), as: UTF8.self).fortranLowercased {
    case "f", "for", "ftn", "f77", "fpp": self = .fixed
    default: self = .free
    }
  }

  /// Whether a text is in fixed form: all of its lines could be, and one of them must be.
  static func looksFixed(_ bytes: [UInt8]) -> Bool {
    var isFixed = false
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      switch kind(of: bytes[start..<end]) {
      case .free: return false
      case .fixed: isFixed = true
      case .either: break
      }
      start = end + 1
    }
    return isFixed
  }

  private enum LineKind {
    case free
    case fixed
    case either
  }

  private static func kind(of line: ArraySlice<UInt8>) -> LineKind {
    guard let first = line.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "#") else {
      return .either
    }
    if line.last(where: { $0 != 0x20 && $0 != 0x0D }) == UInt8(ascii: "&") { return .free }
    if first == UInt8(ascii: "*") { return .fixed }
    if first == UInt8(ascii: "C") || first == UInt8(ascii: "c") {
      let second = line.dropFirst().first ?? 0x20
      return second.continuesWord || second == UInt8(ascii: "(") ? .free : .fixed
    }
    for (column, byte) in line.prefix(6).enumerated() {
      if byte == 0x09 { return .either }
      if column < 5 {
        guard byte == 0x20 || byte == 0x0D || byte.isDigit else { return .free }
      } else if byte != 0x20, byte != UInt8(ascii: "0"), byte != 0x0D {
        // Indented by five columns, a statement starts with a letter and goes on as a word.
        return byte.isLetter ? .free : .fixed
      }
    }
    return .either
  }
}

extension String {
  /// The text with ASCII's capitals made small, which is all that Fortran's names have.
  package var fortranLowercased: String {
    String(decoding: utf8.map(\.fortranLowercased), as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether this is an ASCII letter.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// The byte, an ASCII capital made small.
  var fortranLowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
