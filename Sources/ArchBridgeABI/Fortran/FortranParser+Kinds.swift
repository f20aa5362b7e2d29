/// The kinds of constants: `kind(1.0d0)`, `selected_real_kind(15, 307)` and their like.
extension FortranParser {
  /// The value of `selected_int_kind(9)` and `selected_real_kind(15, 307)`.
  func kindInquiry(
    _ name: String, _ arguments: [FortranExpression], _ keywords: [String?]
  ) -> FortranExpression? {
    switch name {
    case "selected_int_kind":
      guard let digits = arguments.first?.constant else { return nil }
      return .integer(
        digits <= 2 ? 1 : digits <= 4 ? 2 : digits <= 9 ? 4 : digits <= 18 ? 8 : 16)
    case "selected_real_kind":
      var (digits, range) = (0, 0)
      for (index, argument) in arguments.enumerated() {
        guard let value = argument.constant else { return nil }
        switch keywords[index] ?? (index == 0 ? "p" : "r") {
        case "p": digits = value
        case "r": range = value
        default: break
        }
      }
      if digits <= 6, range <= 37 { return .integer(4) }
      if digits <= 15, range <= 307 { return .integer(8) }
      return .integer(digits <= 18 && range <= 4931 ? 10 : 16)
    default: return nil
    }
  }

  /// The kind of a literal or of something declared; nil where it is not known.
  func kind(of operand: FortranToken) -> Int? {
    switch operand.kind {
    case .text: return 1
    case .number(let text): return kind(ofNumber: text)
    case .word(let name):
      for unit in units.reversed() {
        let type = meaning(of: name, in: unit) { unit, name in
          unit.entities[name].flatMap {
            $0.type ?? ($0.isConstant ? unit.implicitType(of: name) : nil)
          }
        }
        if let type { return type.kind }
        if unit.constants[name] != nil { return 4 }
      }
      // The kinds of the language's own modules are `integer`.
      return dataModel.fortranKind(named: name) == nil ? nil : 4
    default: return nil
    }
  }

  /// The kind of `1`, `1_8`, `1.0`, `1d0`, `1.0_wp`.
  private func kind(ofNumber text: String) -> Int? {
    var bytes = [UInt8](text.utf8)[...]
    if let mark = bytes.firstIndex(of: UInt8(ascii: "_")) {
      let kind = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
      if let number = Int(kind) { return number }
      if case .integer(let number) = named(kind) { return number }
      return nil
    }
    bytes = bytes.drop { $0.isDigit || $0 == UInt8(ascii: ".") }
    switch bytes.first {
    case UInt8(ascii: "d"): return 8
    case UInt8(ascii: "q"): return 16
    default: return 4
    }
  }
}

extension FortranType {
  /// The kind of an intrinsic type.
  fileprivate var kind: Int? {
    switch self {
    case .integer(let kind), .real(let kind), .complex(let kind), .logical(let kind),
      .character(let kind, _):
      kind
    default: nil
    }
  }
}
