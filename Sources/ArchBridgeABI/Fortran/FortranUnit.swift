/// A program unit, interface or type definition that is being read.
struct FortranUnit: Sendable {
  /// What kind of unit it is.
  enum Kind: Equatable, Sendable {
    case module
    case submodule
    case program
    case blockData
    case procedure
    case interface(isAbstract: Bool)
    case derivedType
    case enumeration
  }

  /// What is known of a name so far.
  struct Entity: Sendable {
    var type: FortranType?
    var shape: FortranShape?
    var intent: FortranVariable.Intent?
    var isOptional = false
    var isValue = false
    var isAllocatable = false
    var isPointer = false
    var isContiguous = false
    var isConstant = false
    /// Whether `external` or `procedure` says that this is one.
    var isProcedure = false
    /// The interface that `procedure(name)` names.
    var interface: String?
    var linkName: String?
    var isPrivate: Bool?

    /// Adds what another declaration of the name says.
    mutating func merge(_ other: Entity) {
      type = other.type ?? type
      shape = other.shape ?? shape
      intent = other.intent ?? intent
      interface = other.interface ?? interface
      linkName = other.linkName ?? linkName
      isPrivate = other.isPrivate ?? isPrivate
      isOptional = isOptional || other.isOptional
      isValue = isValue || other.isValue
      isAllocatable = isAllocatable || other.isAllocatable
      isPointer = isPointer || other.isPointer
      isContiguous = isContiguous || other.isContiguous
      isConstant = isConstant || other.isConstant
      isProcedure = isProcedure || other.isProcedure
    }
  }

  var kind: Kind
  var name: String
  /// Where it starts.
  var start: (line: Int, column: Int)
  /// What has been declared, and in which order.
  private(set) var entities: [String: Entity] = [:]
  private(set) var names: [String] = []
  /// The integer constants.
  var constants: [String: Int] = [:]
  /// The interfaces that dummy procedures can have.
  var interfaces: [String: FortranProcedure] = [:]
  /// The modules that it uses.
  var uses: [FortranUse] = []
  var commonBlocks: [(name: String?, variables: [String])] = []
  /// What an undeclared name is by its first letter; nil where `implicit none` says so.
  var implicitTypes: [FortranType?]
  /// Whether `contains` has been read.
  var isContaining = false
  /// Whether a statement has been read that is no declaration.
  var isExecuting = false
  var isPrivateByDefault = false

  /// What is declared in a way that is not read, and why.
  var unreadable: [String: DeclarationError] = [:]
  /// Why nothing of it can be known for certain.
  var omission: DeclarationError?
  /// Whether the reason is in its heading, so that nobody knows whether an `end` follows.
  var isHeadingUnread = false

  // A procedure's own.
  var module: String?
  var arguments: [String] = []
  var resultName: String?
  var isBindC = false
  var linkName: String?
  /// Its further entries.
  var entries: [FortranEntry] = []
  /// Whether this is a body alone, whose interface a module has.
  var hasInterfaceElsewhere = false
  /// Whether all its arguments came with their types, so that it needs no `end`.
  var isCompact = false

  init(_ kind: Kind, name: String, start: (line: Int, column: Int), implicitTypes: [FortranType?]) {
    self.kind = kind
    self.name = name
    self.start = start
    self.implicitTypes = implicitTypes
  }

  /// Fortran's own rule: what starts with `i` to `n` is an `integer`, all else `real`.
  static let implicitTypes: [FortranType?] = (0..<26).map {
    (8...13).contains($0) ? .defaultInteger : .defaultReal
  }

  /// Adds what a declaration says of a name.
  mutating func declare(_ name: String, _ entity: Entity) {
    if entities[name] == nil { names.append(name) }
    entities[name, default: Entity()].merge(entity)
  }

  /// The type that a name has by its first letter.
  func implicitType(of name: String) -> FortranType? {
    guard let letter = name.utf8.first, (0x61...0x7A).contains(letter) else { return nil }
    return implicitTypes[Int(letter - 0x61)]
  }

  /// Whether other units can use what a module declares by this name.
  func isPublic(_ name: String) -> Bool { !(entities[name]?.isPrivate ?? isPrivateByDefault) }

  /// How `end` names the unit.
  var keyword: String {
    switch kind {
    case .module: "module"
    case .submodule: "submodule"
    case .program: "program"
    case .blockData: "block data"
    case .procedure: resultName == nil ? "subroutine" : "function"
    case .interface: "interface"
    case .derivedType: "type"
    case .enumeration: "enum"
    }
  }
}
