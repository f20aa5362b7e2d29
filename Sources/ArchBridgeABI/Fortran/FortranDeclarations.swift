/// A set of Fortran declarations read from text.
///
/// Procedures are read in two spellings. A source has each declaration on lines of its own, with
/// or without the statements that follow; a compact one has the types among the arguments:
///
/// ```swift
/// var declarations = FortranDeclarations()
/// try declarations.parse("integer function ilaenv(integer ispec, character(*) name)")
/// try declarations.parse(
///   """
///   subroutine dscal(n, factor, x)
///     integer, intent(in) :: n
///     real(8), intent(in) :: factor
///     real(8), intent(inout) :: x(n)
///   end subroutine
///   """)
/// ```
///
/// A module's procedures and variables have its name before theirs: `geo.scale`. What a module
/// keeps private is left out, as are procedures inside procedures. Names are in lower case.
///
/// A text is untrusted: how deep it nests is bounded, and reading takes time in proportion to its
/// length.
public struct FortranDeclarations: Sendable {
  /// The procedures in order of their first declaration.
  public private(set) var procedures: [FortranProcedure] = []
  /// The modules' variables in order.
  public private(set) var variables: [FortranModuleVariable] = []
  /// The common blocks in order.
  public private(set) var commonBlocks: [FortranCommonBlock] = []
  /// The derived types in order.
  public private(set) var derivedTypes: [FortranDerivedType] = []
  /// What was declared in a way that is not read.
  private var unread: [Omission] = []
  /// The modules that have been read, whose constants and interfaces later texts can use.
  var modules: [String: FortranUnit] = [:]
  /// Where each of them is, by its kind and name.
  var places: [String: Int] = [:]

  /// Makes an empty set.
  public init() {}

  /// Reads `source`, and adds what it declares; a procedure that is declared again replaces the
  /// earlier one.
  ///
  /// - Parameters:
  ///   - source: procedures, modules and interface blocks.
  ///   - form: how the text is laid out on its lines.
  ///   - dataModel: what `c_long` and its like are.
  /// - Throws: where and why the text cannot be read; then nothing of it is added. What concerns one
  ///   of several procedures, such as an alternate return, is among `omissions` instead.
  public mutating func parse(
    _ source: String, form: FortranForm = .automatic, on dataModel: DataModel = .i386
  ) throws(DeclarationError) {
    let found = try FortranParser.declarations(of: source, form, dataModel, after: modules)
    if found.isEmpty, let error = found.omissions.first?.error, error.line > 0 { throw error }
    modules = found.modules
    for (name, error) in found.omissions {
      let place = error.line > 0 ? "line \(error.line), column \(error.column): " : ""
      add(Omission(name: name, reason: place + error.message))
    }
    for procedure in found.procedures { add(procedure) }
    for variable in found.variables { add(variable) }
    for block in found.commonBlocks { add(block) }
    for type in found.derivedTypes { add(type) }
  }

  /// Reads the one procedure that `source` is.
  ///
  /// - Throws: where and why it cannot be read, or that it is something else.
  public static func parseProcedure(
    _ source: String, on dataModel: DataModel = .i386
  ) throws(DeclarationError) -> FortranProcedure {
    let found = try FortranParser.declarations(of: source, .automatic, dataModel, after: [:])
    if let error = found.omissions.first?.error { throw error }
    guard found.procedures.count == 1, let procedure = found.procedures.first else {
      throw DeclarationError(
        line: 1, column: 1, message: "expected the interface of exactly one procedure")
    }
    return procedure
  }

  /// Adds a procedure, in place of one of the same name.
  public mutating func add(_ procedure: FortranProcedure) {
    Self.place(procedure, in: &procedures, &places, "procedure \(procedure.qualifiedName)")
  }

  /// Adds a variable of a module, in place of one of the same name.
  public mutating func add(_ variable: FortranModuleVariable) {
    Self.place(variable, in: &variables, &places, "variable \(variable.qualifiedName)")
  }

  /// Adds a common block, in place of one of the same name.
  public mutating func add(_ block: FortranCommonBlock) {
    Self.place(block, in: &commonBlocks, &places, "block \(block.name ?? "")")
  }

  /// Adds a derived type, in place of one of the same name.
  public mutating func add(_ type: FortranDerivedType) {
    Self.place(type, in: &derivedTypes, &places, "type \(type.module ?? "").\(type.name)")
  }

  /// Adds what is not read; a procedure or variable of the name that is known stays so.
  public mutating func add(_ omission: Omission) {
    Self.place(omission, in: &unread, &places, "omission \(omission.name)")
  }

  /// What cannot be used, for it was declared in a way that is not read.
  public var omissions: [Omission] { unread.filter { omission(named: $0.name) != nil } }

  /// Why nothing is known of a procedure or variable of this name that was declared; nil where
  /// something is, or where it was not.
  public func omission(named name: String) -> Omission? {
    let name = name.fortranLowercased
    guard places["procedure \(name)"] == nil, places["variable \(name)"] == nil else { return nil }
    return places["omission \(name)"].map { unread[$0] }
  }

  private static func place<Item>(
    _ item: Item, in items: inout [Item], _ places: inout [String: Int], _ key: String
  ) {
    if let index = places[key] {
      items[index] = item
    } else {
      places[key] = items.count
      items.append(item)
    }
  }

  /// The procedure of this name, with its module before it where it has one, in any case.
  public func procedure(named name: String) -> FortranProcedure? {
    places["procedure \(name.fortranLowercased)"].map { procedures[$0] }
  }

  /// The variable of a module of this name, such as `geo.count`, in any case.
  public func variable(named name: String) -> FortranModuleVariable? {
    places["variable \(name.fortranLowercased)"].map { variables[$0] }
  }

  /// The common block of this name, in any case; blank common has none.
  public func commonBlock(named name: String?) -> FortranCommonBlock? {
    places["block \(name?.fortranLowercased ?? "")"].map { commonBlocks[$0] }
  }
}

extension FortranDeclarations {
  /// Something that was declared, and cannot be used.
  public struct Omission: Hashable, Sendable {
    /// The name with its module; a common block's between slashes.
    public var name: String
    /// The reason, with its place in the text.
    public var reason: String

    /// Makes an omission.
    public init(name: String, reason: String) {
      self.name = name.fortranLowercased
      self.reason = reason
    }
  }
}
