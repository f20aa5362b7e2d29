internal import ArchBridgeABI

extension DebugTypes {
  /// The procedure that an entry of a Fortran source is, by its symbol.
  mutating func fortranProcedure(
    _ entry: DebugEntry, as symbol: String
  ) throws(Undeclarable) -> FortranProcedure {
    let chain = try read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    var own: String?
    for entry in chain where own == nil { own = try name(of: entry) }
    guard let own = Self.fortranName(own) else {
      throw Undeclarable("it is gfortran's own, or has a name that Fortran does not allow")
    }
    let known = FortranProcedure.procedure(ofSymbol: symbol)
    let isPlain = known?.name == own
    let children = try parameters(of: chain)
    var arguments: [FortranVariable] = []
    var result: FortranVariable?
    for child in children {
      let chain = try read { () throws(ObjectFileError) in try entries.chain(from: child) }
      var name: String?
      for entry in chain where name == nil { name = try self.name(of: entry) }
      guard let name else { throw Undeclarable("one of its arguments has no name") }
      let isHidden = chain.contains { $0.isSet(.artificial) }
      if isHidden, name == "__result" {
        result = try variable(chain, named: own)
      } else if isHidden, name.hasPrefix(".") || name.hasPrefix("_") {
        // A length, or whether a value is there.
        let base = String(name.dropFirst())
        if let index = arguments.firstIndex(where: { $0.name == base }),
          !arguments[index].type.isCharacter
        {
          arguments[index].isOptional = true
        }
      } else {
        guard let shown = Self.fortranName(name) else {
          throw Undeclarable("one of its arguments has a name that Fortran does not allow")
        }
        var argument = try variable(chain, named: shown)
        argument.isValue = try goesByValue(argument, child)
        arguments.append(argument)
      }
    }
    if let owner = chain.first(where: { $0[.type] != nil }) {
      result = try variable([owner], named: own)
    }
    return FortranProcedure(
      name: own, module: isPlain ? known?.module : nil, linkName: symbol, arguments: arguments,
      result: result, isBindC: !isPlain)
  }

  /// A name in lower case; `nil` is none that Fortran's sources can have.
  private static func fortranName(_ name: String?) -> String? {
    guard let name, let first = name.utf8.first, name.utf8.count <= 63 else { return nil }
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isName, first != UInt8(ascii: "_"), !(0x30...0x39).contains(first) else { return nil }
    return String(
      decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether an argument itself is where its procedure looks, and not its address.
  ///
  /// The type does not tell: what gfortran says is where the value is.
  private func goesByValue(
    _ argument: FortranVariable, _ entry: DebugEntry
  ) throws(Undeclarable) -> Bool {
    guard argument.shape == .scalar, !argument.type.isProcedure, !argument.isPointer else {
      return false
    }
    let bytes = try read { () throws(ObjectFileError) in try entries.firstLocation(of: entry) }
    guard let operation = bytes.first else { return false }
    // What is behind the number that follows.
    let rest = bytes.dropFirst().drop { $0 & 0x80 != 0 }.dropFirst()
    switch operation {
    case 0x50...0x6F, 0x90: return true  // in a register
    case 0x91: return rest.first != 0x06  // on the stack, and not at an address that is there
    case 0x70...0x8F: return rest.first == 0x9F  // at an address in a register, or that number
    default: return false
    }
  }

  /// A module's variable, by its symbol.
  mutating func fortranVariable(
    _ entry: DebugEntry, as symbol: String
  ) throws(Undeclarable) -> FortranModuleVariable {
    let chain = try read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    var own: String?
    for entry in chain where own == nil { own = try name(of: entry) }
    guard let own = Self.fortranName(own), let known = FortranProcedure.procedure(ofSymbol: symbol),
      let module = known.module, known.name == own
    else { throw Undeclarable("it is gfortran's own, or no variable of a module") }
    return FortranModuleVariable(
      module: module, variable: try variable(chain, named: own), linkName: symbol)
  }

  /// A common block, by its symbol.
  mutating func fortranCommonBlock(
    _ entry: DebugEntry, as symbol: String
  ) throws(Undeclarable) -> FortranCommonBlock {
    let children = try read { () throws(ObjectFileError) in
      try entries.children(of: entry, [.variable, .member])
    }
    guard children.count <= 4096 else { throw Undeclarable("it has too many variables") }
    var variables: [FortranVariable] = []
    for child in children {
      guard let name = Self.fortranName(try name(of: child)) else {
        throw Undeclarable("one of its variables has a name that Fortran does not allow")
      }
      variables.append(try variable([child], named: name))
    }
    guard !variables.isEmpty else { throw Undeclarable("its variables are not known") }
    let name = symbol == "__BLNK__" ? nil : FortranProcedure.procedure(ofSymbol: symbol)?.name
    return FortranCommonBlock(name: name, variables: variables, linkName: symbol)
  }
}
