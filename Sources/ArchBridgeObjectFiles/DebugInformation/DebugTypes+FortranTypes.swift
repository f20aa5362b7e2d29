internal import ArchBridgeABI

extension DebugTypes {
  /// What has a name, a type and a shape, from its entry and what that is a copy of.
  mutating func variable(
    _ chain: [DebugEntry], named name: String
  ) throws(Undeclarable) -> FortranVariable {
    guard let owner = chain.first(where: { $0[.type] != nil }),
      let reference = try typeReference(of: owner)
    else { throw Undeclarable("the type of '\(name)' is not known") }
    var variable = FortranVariable(name: name, type: .assumed)
    do throws(Undeclarable) {
      try describe(&variable, try entry(at: reference), depth: 0)
    } catch {
      throw Undeclarable("'\(name)' is \(error.reason)")
    }
    return variable
  }

  private mutating func describe(
    _ variable: inout FortranVariable, _ entry: DebugEntry, depth: Int
  ) throws(Undeclarable) {
    guard depth < 16 else { throw Undeclarable("a type that nests too deep") }
    switch entry.tag {
    case .const, .restrict, .volatile, .reference, .typedef:
      guard let reference = try typeReference(of: entry) else {
        variable.type = .assumed
        return
      }
      try describe(&variable, try self.entry(at: reference), depth: depth + 1)
    case .pointer:
      guard let reference = try typeReference(of: entry) else {
        variable.type = .derived("c_ptr")
        return
      }
      let target = try self.entry(at: reference)
      if target.tag == .subroutineType {
        variable.type = .procedure(nil)
        return
      }
      // An argument that the library can let point elsewhere, or allocate.
      variable.isPointer = true
      try describe(&variable, target, depth: depth + 1)
    case .array: try describe(array: entry, &variable, depth: depth)
    case .string: variable.type = try fortranText(entry)
    case .structure:
      let type = try type(entry.reference, hint: variable.name).type
      guard case .record(_, let tag) = type.resolved else { throw Undeclarable("of no known type") }
      try requireValue(type)
      try derive(entry, tag)
      variable.type = .derived(tag)
    case .baseType: variable.type = try number(entry)
    case .subroutineType: variable.type = .procedure(nil)
    default: throw Undeclarable("of a type that is not known")
    }
  }

  /// Keeps what a structure is as a derived type.
  private mutating func derive(_ entry: DebugEntry, _ tag: String) throws(Undeclarable) {
    guard derivedTypes[tag] == nil, derivationDepth < 32 else { return }
    derivationDepth += 1
    defer { derivationDepth -= 1 }
    // A component may point to its own type.
    derivedTypes[tag] = FortranDerivedType(name: tag, components: [])
    let members = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.member])
    }
    var components: [FortranVariable] = []
    for member in members {
      guard let name = try name(of: member), CDeclarations.canName(name) else { return }
      components.append(try variable([member], named: name))
    }
    derivedTypes[tag] = FortranDerivedType(name: tag, components: components)
  }

  private mutating func describe(
    array entry: DebugEntry, _ variable: inout FortranVariable, depth: Int
  ) throws(Undeclarable) {
    guard let reference = try typeReference(of: entry) else { throw Undeclarable("damaged") }
    let isPointer = variable.isPointer
    try describe(&variable, try self.entry(at: reference), depth: depth + 1)
    let ranges = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.subrange, .genericSubrange])
    }
    guard ranges.count <= 15, !ranges.isEmpty, variable.shape == .scalar else {
      throw Undeclarable("an array of a strange kind")
    }
    if ranges.contains(where: { $0.tag == .genericSubrange }) {
      variable.shape = .assumedRank
      return
    }
    if entry[.dataLocation] != nil {
      variable.isAllocatable = entry[.allocated] != nil
      variable.isPointer = isPointer || entry[.associated] != nil
      variable.shape =
        variable.isAllocatable || variable.isPointer
        ? .deferred(rank: ranges.count) : .assumedShape(ranges.map { _ in nil })
      return
    }
    variable.shape = shape(ranges)
  }

  /// The shape of an array that comes without a descriptor.
  private func shape(_ ranges: [DebugEntry]) -> FortranShape {
    var bounds: [FortranBounds] = []
    for (index, range) in ranges.enumerated() {
      let lower = range[.lowerBound].map(\.bound) ?? 1
      guard let lower, let upper = range[.upperBound]?.bound else {
        // An extent that depends on another argument is not known, nor where elements lie then.
        let isLast = index == ranges.count - 1
        return .assumedSize(
          isLast ? bounds : [], lower: isLast && lower != 1 ? lower.map { .integer($0) } : nil)
      }
      bounds.append(
        FortranBounds(lower: lower == 1 ? nil : .integer(lower), upper: .integer(upper)))
    }
    return .explicit(bounds)
  }

  private func fortranText(_ entry: DebugEntry) throws(Undeclarable) -> FortranType {
    if entry[.stringLength] != nil { return .character(kind: 1, length: .assumed) }
    guard let byteCount = entry.number(.byteSize), byteCount <= UInt64(Int32.max) else {
      return .character(kind: 1, length: .assumed)
    }
    return .character(kind: 1, length: .fixed(.integer(Int(byteCount))))
  }

  /// The type of a number, whose kind its name has: `real(kind=10)`.
  private func number(_ entry: DebugEntry) throws(Undeclarable) -> FortranType {
    let name = try name(of: entry) ?? ""
    let byteCount = Int(clamping: entry.number(.byteSize) ?? 0)
    let digits = name.split(separator: "=").last?.prefix { ("0"..."9").contains($0) } ?? ""
    let encoding = entry.number(.encoding) ?? 0
    let kind = Int(digits) ?? (encoding == 3 ? byteCount / 2 : byteCount)
    guard [1, 2, 4, 8, 10, 16].contains(kind) else {
      throw Undeclarable("of a kind that is not known")
    }
    switch encoding {
    case 0x02: return .logical(kind: kind)
    case 0x03: return .complex(kind: kind)
    case 0x04: return .real(kind: kind)
    case 0x05: return .integer(kind: kind)
    case 0x06, 0x07, 0x08, 0x10:
      return name.hasPrefix("character")
        ? .character(kind: kind, length: .fixed(.integer(1))) : .integer(kind: kind)
    default: throw Undeclarable("of a type that is not known")
    }
  }
}
