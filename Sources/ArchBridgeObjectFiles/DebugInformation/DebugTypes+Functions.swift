internal import ArchBridgeABI

extension DebugTypes {
  /// The type of a function, or of what a pointer to one leads to.
  mutating func function(
    _ entry: DebugEntry, hint: String, depth: Int
  ) throws(Undeclarable) -> CFunctionType {
    let chain = try read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    if let convention = chain.lazy.compactMap({ $0.number(.callingConvention) }).first,
      let name = Self.convention(convention)
    {
      throw Undeclarable("its calling convention is \(name)")
    }
    let children = try parameters(of: chain)
    let language = try language(of: (chain.last ?? entry).reference)
    let hasPrototype =
      language != .c || chain.contains { $0.isSet(.prototyped) }
    let isDefinition =
      entry.tag == .subprogram && !chain.contains { $0.isSet(.declaration) }
    if !hasPrototype, !isDefinition {
      throw Undeclarable("a function without a prototype")
    }
    var parameters: [CFunctionType.Parameter] = []
    var isVariadic = false
    var names: Set<String> = []
    for child in children {
      switch child.tag {
      case .unspecifiedParameters: isVariadic = true
      case .parameterPack: throw Undeclarable("it takes any number of arguments of any type")
      default:
        if parameters.count >= Self.parameterLimit { throw Undeclarable("too many parameters") }
        var parameter = try self.parameter(
          child, index: parameters.count, hint: hint, depth: depth)
        // Such a function is called with what it would be without a prototype.
        if !hasPrototype { parameter.type = Self.promoted(parameter.type) }
        if let name = parameter.name, !names.insert(name).inserted { parameter.name = nil }
        parameters.append(parameter)
      }
    }
    let resultOwner = chain.first { $0[.type] != nil }
    let result = try resultOwner.map { owner throws(Undeclarable) in
      try type(typeReference(of: owner), hint: "\(hint)_result", depth: depth).type
    }
    if isVariadic, parameters.isEmpty {
      throw Undeclarable("it takes arguments of which none is named")
    }
    return CFunctionType(parameters: parameters, result: result ?? .void, isVariadic: isVariadic)
  }

  private static let parameterLimit = 1024

  /// The entries of a function's parameters; a copy of a function has what it is a copy of.
  func parameters(of chain: [DebugEntry]) throws(Undeclarable) -> [DebugEntry] {
    let tags: Set<DWARFTag> = [.parameter, .unspecifiedParameters, .parameterPack]
    guard let first = chain.first else { return [] }
    let isCopy = first[.abstractOrigin] != nil
    for entry in isCopy ? chain.dropFirst() : chain[...] {
      let found = try read { () throws(ObjectFileError) in
        try entries.children(of: entry, tags)
      }
      if !found.isEmpty { return found }
    }
    return try read { () throws(ObjectFileError) in try entries.children(of: first, tags) }
  }

  private mutating func parameter(
    _ entry: DebugEntry, index: Int, hint: String, depth: Int
  ) throws(Undeclarable) -> CFunctionType.Parameter {
    let chain = try read { () throws(ObjectFileError) in try entries.chain(from: entry) }
    if chain.contains(where: { $0.isSet(.artificial) }) {
      throw Undeclarable("it is a method")
    }
    var name: String?
    for entry in chain where name == nil { name = try self.name(of: entry) }
    guard let owner = chain.first(where: { $0[.type] != nil }) else {
      throw Undeclarable("the type of its parameter \(index + 1) is not known")
    }
    let shown = name.flatMap { CDeclarations.canName($0) ? $0 : nil }
    var type: DebugType
    do throws(Undeclarable) {
      type = try self.type(
        typeReference(of: owner), hint: "\(hint)_\(shown ?? "\(index + 1)")", depth: depth)
    } catch {
      throw Undeclarable(
        "its parameter \(shown.map { "'\($0)'" } ?? "\(index + 1)" ) is \(error.reason)")
    }
    switch type.type.resolved {
    case .array(let element, _): type.type = .pointer(to: element, isConst: type.isConst)
    case .function: type.type = .pointer(to: type.type, isConst: false)
    default: break
    }
    return CFunctionType.Parameter(name: shown, type: type.type)
  }

  /// What C makes of an argument where there is no prototype.
  private static func promoted(_ type: CType) -> CType {
    switch type.resolved {
    case .scalar(.float): .scalar(.double)
    case .scalar(.bool), .scalar(.char), .scalar(.signedChar), .scalar(.unsignedChar),
      .scalar(.short), .scalar(.unsignedShort):
      .scalar(.int)
    default: type
    }
  }

  /// The name of a convention other than C's own.
  private static func convention(_ number: UInt64) -> String? {
    switch number {
    case 0, 1, 2: nil
    case 3: "not the usual one"
    case 0xB0: "safecall"
    case 0xB1: "stdcall"
    case 0xB2: "pascal"
    case 0xB3: "fastcall"
    case 0xB5: "thiscall"
    case 0xB6: "fastcall"
    case 0xC0: "vectorcall"
    default: "0x\(String(number, radix: 16))"
    }
  }
}
