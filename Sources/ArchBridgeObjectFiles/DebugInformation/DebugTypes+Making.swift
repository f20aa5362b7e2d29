internal import ArchBridgeABI

extension DebugTypes {
  /// The type that an entry is.
  ///
  /// - Parameter hint: what a type without a name is called after.
  mutating func type(
    _ reference: EntryReference?, hint: String, depth: Int = 0
  ) throws(Undeclarable) -> DebugType {
    guard let reference else { return DebugType(type: .void) }
    if let known = known[reference] { return known }
    guard depth < Self.depthLimit else { throw Undeclarable("a type that nests too deep") }
    let made = try make(try entry(at: reference), hint: hint, depth: depth + 1)
    guard made.type.isWithinLimits else { throw Undeclarable("a type that is too large") }
    known[reference] = made
    return made
  }

  private mutating func make(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> DebugType {
    switch entry.tag {
    case .baseType: return DebugType(type: try baseType(entry))
    case .const:
      var type = try type(typeReference(of: entry), hint: hint, depth: depth)
      // A function has nothing that could be written to.
      if case .function = type.type.resolved { return type }
      type.isConst = true
      return type
    case .volatile, .restrict, .atomic, .packed:
      return try type(typeReference(of: entry), hint: hint, depth: depth)
    case .pointer, .reference, .rightReference: return try pointer(entry, hint: hint, depth: depth)
    case .typedef: return try typedef(entry, hint: hint, depth: depth)
    case .structure, .union, .classType:
      return DebugType(type: try record(entry, hint: hint, depth: depth))
    case .enumeration: return DebugType(type: try enumeration(entry, hint: hint, depth: depth))
    case .array: return try array(entry, hint: hint, depth: depth)
    case .subroutineType:
      return DebugType(type: .function(try function(entry, hint: hint, depth: depth)))
    case .unspecifiedType: return DebugType(type: .pointer(to: .void, isConst: false))
    case .subrange: return try type(typeReference(of: entry), hint: hint, depth: depth)
    case .string: return DebugType(type: try characters(entry))
    case .memberPointer: throw Undeclarable("a pointer to a member")
    default: throw Undeclarable("a type that C does not have")
    }
  }

  private mutating func pointer(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> DebugType {
    if let byteCount = entry.number(.byteSize), byteCount != UInt64(model.pointerByteCount) {
      throw Undeclarable("a pointer of \(byteCount) bytes")
    }
    if let pointee = try typeReference(of: entry), try isVariableArguments(pointee) {
      throw Undeclarable("a 'va_list'")
    }
    // What cannot be declared can still be pointed to.
    let pointee: DebugType
    do throws(Undeclarable) {
      pointee = try type(typeReference(of: entry), hint: hint, depth: depth)
    } catch {
      pointee = DebugType(type: .void)
    }
    let pointer = CType.pointer(to: pointee.type, isConst: pointee.isConst)
    guard pointer.isWithinLimits else {
      return DebugType(type: .pointer(to: .void, isConst: pointee.isConst))
    }
    return DebugType(type: pointer)
  }

  private mutating func typedef(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> DebugType {
    let name = try name(of: entry)
    if let name, Self.variableArguments.contains(name) { throw Undeclarable("a 'va_list'") }
    let target = try typeReference(of: entry)
    if let name, let target, let builtin = CDeclarations.builtinTypedef(name),
      let number = try number(behind: target), isSame(builtin, DebugType(type: number))
    {
      builtins[name] = builtin
      return DebugType(type: .alias(name, builtin))
    }
    let type = try type(target, hint: name ?? hint, depth: depth)
    guard let name, CDeclarations.canName(name), !type.type.isFunction else { return type }
    let alias = DebugType(type: .alias(name, type.type), isConst: type.isConst)
    if let earlier = typedefs[name] {
      // One name for two types, each in its own source: one of them goes without.
      return earlier.isConst == type.isConst && earlier.type.isSameType(as: type.type)
        ? alias : type
    }
    if let builtin = CDeclarations.builtinTypedef(name) {
      guard isSame(builtin, type) else { return type }
      builtins[name] = builtin
      return DebugType(type: .alias(name, builtin), isConst: type.isConst)
    }
    do throws(Undeclarable) {
      try declare("typedef \(type.type.declared(as: name, isConst: type.isConst));")
    } catch {
      return type
    }
    typedefs[name] = type
    return alias
  }

  private static let variableArguments: Set = ["va_list", "__builtin_va_list", "__gnuc_va_list"]

  /// Whether a pointer to a type is what x86-64 makes of a `va_list`.
  private func isVariableArguments(_ reference: EntryReference) throws(Undeclarable) -> Bool {
    let entry = try entry(at: reference)
    guard entry.tag == .structure else { return false }
    return try name(of: entry) == "__va_list_tag"
  }

  /// The number that a type is, under whatever names; nil where it is something else, or `const`.
  private func number(behind reference: EntryReference) throws(Undeclarable) -> CType? {
    var entry = try entry(at: reference)
    for _ in 0..<8 where entry.tag == .typedef {
      guard let next = try typeReference(of: entry) else { return nil }
      entry = try self.entry(at: next)
    }
    return entry.tag == .baseType ? try baseType(entry) : nil
  }

  /// Whether a name that declarations know by themselves is the same number or record here.
  private func isSame(_ builtin: CType, _ type: DebugType) -> Bool {
    switch (builtin.resolved, type.type.resolved) {
    case (.scalar(let left), .scalar(let right)):
      model.byteCount(of: left) == model.byteCount(of: right) && left.isSigned == right.isSigned
        && left.isFloatingPoint == right.isFloatingPoint && (left == .bool) == (right == .bool)
    case (let left, let right): left == right
    }
  }

  private mutating func array(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> DebugType {
    if entry.isSet(.vector) { throw Undeclarable("a vector") }
    var type = try type(typeReference(of: entry), hint: hint, depth: depth)
    let ranges = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.subrange, .enumeration])
    }
    guard ranges.count <= 16, !type.type.isFunction else {
      throw Undeclarable("an array of a strange kind")
    }
    let isFortran = try language(of: entry.reference) == .fortran
    // Fortran's first extent is that of what lies closest.
    for (index, range) in (isFortran ? ranges.reversed() : ranges).enumerated().reversed() {
      let count = try elementCount(range, lowerBound: isFortran ? 1 : 0)
      // Only the outermost length can be left out.
      if count == nil, index > 0 { throw Undeclarable("an array whose length varies") }
      type.type = .array(of: type.type, count: count)
    }
    if ranges.isEmpty { type.type = .array(of: type.type, count: nil) }
    return type
  }

  /// How many elements a dimension has; `nil` where it does not say, as at a structure's end.
  private func elementCount(
    _ range: DebugEntry, lowerBound: Int
  ) throws(Undeclarable) -> Int? {
    guard range.tag == .subrange else { throw Undeclarable("an array by an enumeration") }
    if let count = range[.count] {
      guard let number = count.bound else { throw Undeclarable("an array whose length varies") }
      return try Self.count(number)
    }
    guard let upper = range[.upperBound] else { return nil }
    guard let last = upper.bound, let first = range[.lowerBound].map(\.bound) ?? lowerBound else {
      throw Undeclarable("an array whose length varies")
    }
    return try Self.count(max(0, last - first + 1))
  }

  private static func count(_ count: Int) throws(Undeclarable) -> Int {
    guard (0...Int(Int32.max)).contains(count) else {
      throw Undeclarable("an array of \(count) elements")
    }
    return count
  }

  /// Fortran's text of a fixed length.
  private func characters(_ entry: DebugEntry) throws(Undeclarable) -> CType {
    guard entry[.stringLength] == nil, let byteCount = entry.number(.byteSize) else {
      throw Undeclarable("a text whose length varies")
    }
    return .array(of: .scalar(.char), count: try Self.count(Int(clamping: byteCount)))
  }
}

extension CType {
  var isFunction: Bool { if case .function = resolved { true } else { false } }
}

extension DWARFValue {
  /// A bound of an array; `nil` is one that is known at run time alone.
  var bound: Int? {
    switch self {
    // One less than the first, as compilers write it where there are no elements.
    case .number(0xFFFF_FFFF), .number(.max): -1
    case .number(let value) where value <= UInt64(Int32.max): Int(value)
    case .signed(let value) where Int64(Int32.min)...Int64(Int32.max) ~= value: Int(value)
    default: nil
    }
  }
}
