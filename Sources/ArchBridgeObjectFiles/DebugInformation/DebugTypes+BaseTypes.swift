internal import ArchBridgeABI

extension DebugTypes {
  /// C's number that a base type is.
  func baseType(_ entry: DebugEntry) throws(Undeclarable) -> CType {
    let name = try name(of: entry) ?? ""
    let byteCount = Int(clamping: entry.number(.byteSize) ?? 0)
    let encoding = entry.number(.encoding) ?? 0
    let type: CType?
    switch encoding {
    case 0x02 where byteCount == 1: type = .scalar(.bool)
    // Fortran's are as wide as its integers.
    case 0x02: type = integer("int", byteCount: byteCount, isSigned: true).map(CType.scalar)
    case 0x03: type = complex(name, byteCount: byteCount).map(CType.complex)
    case 0x04: type = floating(name, byteCount: byteCount).map(CType.scalar)
    case 0x05: type = integer(name, byteCount: byteCount, isSigned: true).map(CType.scalar)
    case 0x06:
      type = byteCount == 1 ? .scalar(name == "signed char" ? .signedChar : .char) : nil
    case 0x07: type = integer(name, byteCount: byteCount, isSigned: false).map(CType.scalar)
    case 0x08: type = byteCount == 1 ? .scalar(.unsignedChar) : nil
    // Characters of Unicode.
    case 0x10: type = integer(name, byteCount: byteCount, isSigned: false).map(CType.scalar)
    default: type = nil
    }
    guard let type else {
      let shown = CDeclarations.canName(name.filter { $0 != " " }) ? "'\(name)'" : "a number"
      throw Undeclarable("\(shown) of \(byteCount) bytes, which has no counterpart")
    }
    return type
  }

  /// The integer of a width; where C has two, the name tells which.
  func integer(_ name: String, byteCount: Int, isSigned: Bool) -> CScalar? {
    switch byteCount {
    case 1: return isSigned ? .signedChar : .unsignedChar
    case 2: return isSigned ? .short : .unsignedShort
    case 4 where model.longByteCount == 4 && name.isLong: return isSigned ? .long : .unsignedLong
    case 4: return isSigned ? .int : .unsignedInt
    case 8 where model.longByteCount == 8 && !name.isLongLong:
      return isSigned ? .long : .unsignedLong
    case 8: return isSigned ? .longLong : .unsignedLongLong
    default: return nil
    }
  }

  private func floating(_ name: String, byteCount: Int) -> CScalar? {
    // A number of 128 bits is no wider than x86-64's `long double`.
    if name.contains("128") || name.contains("quad") { return nil }
    switch byteCount {
    case 4: return .float
    case 8: return .double
    case model.longDoubleByteCount: return .longDouble
    default: return nil
    }
  }

  private func complex(_ name: String, byteCount: Int) -> CScalar? {
    floating(name, byteCount: byteCount / 2)
  }
}

extension String {
  fileprivate var isLong: Bool { hasPrefix("long") || hasPrefix("unsigned long") }
  fileprivate var isLongLong: Bool { contains("long long") }
}
