internal import ArchBridgeABI

/// A procedure, a module or a module's variable of a library, by its Fortran name.
///
///     try lib.fortran.dgesv(2, 1, a, 2, pivots, b, 2, info)
///     let area: Double = try lib.fortran.geo.area(2.0)
///     let count: Int = try lib.fortran.geo.count.get()
///
/// Arguments go by reference, as Fortran has it; the length of a text goes along with it. Without a
/// declaration they are what the call spells: an `Int` is an `integer`, a `Double` a `real(8)`, a
/// `Bool` a `logical`, a `String` a `character(*)`.
@dynamicMemberLookup
public struct FortranEntity: Sendable {
  let session: HelperSession
  let library: UInt32
  /// The name in lower case, with its module before it.
  public let name: String

  /// The module's procedure or variable of this name.
  public subscript(dynamicMember member: String) -> FortranEntity {
    FortranEntity(
      session: session, library: library, name: "\(name).\(member.fortranLowercased)")
  }

  /// Calls the function and returns its result.
  ///
  /// - Throws: `BridgeError`, among them `.symbolNotFound`, `.argumentCount`, `.typeMismatch`,
  ///   `.valueOutOfRange`, `.unsupportedType` and `.helperEnded`.
  public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Result {
    try call(arguments)
  }

  /// Calls the subroutine.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) throws(BridgeError) {
    try call(arguments)
  }

  /// Calls the function on the client's own thread and returns its result.
  public func callAsFunction<Result: LibraryResult>(
    _ arguments: (any LibraryArgument)?...
  ) async throws(BridgeError) -> Result {
    try await session.callOnThread(name) { () throws(BridgeError) in try call(arguments) }
  }

  /// Calls the subroutine on the client's own thread.
  public func callAsFunction(_ arguments: (any LibraryArgument)?...) async throws(BridgeError) {
    try await session.callOnThread(name) { () throws(BridgeError) in try call(arguments) }
  }

  /// Calls the function with arguments whose number is known at run time only.
  public func call<Result: LibraryResult>(
    _ arguments: [(any LibraryArgument)?]
  ) throws(BridgeError) -> Result {
    var call = try FortranCall(self, arguments, result: Result.resultKind)
    defer { call.free() }
    return try call.perform()
  }

  /// Calls the subroutine with arguments whose number is known at run time only.
  public func call(_ arguments: [(any LibraryArgument)?]) throws(BridgeError) {
    var call = try FortranCall(self, arguments, result: nil)
    defer { call.free() }
    try call.perform()
  }

  /// The procedure's or variable's address in the helper.
  ///
  /// - Throws: `.symbolNotFound`.
  public func address() throws(BridgeError) -> RemoteAddress {
    let session = try session.ready()
    return try session.resolve(symbol(session.types.fortran), in: library)
  }

  /// The symbol that the library has it by.
  func symbol(_ declarations: FortranDeclarations) -> String {
    if let procedure = declarations.procedure(named: name) { return procedure.linkName }
    if let variable = declarations.variable(named: name) { return variable.linkName }
    let parts = name.split(separator: ".", maxSplits: 1)
    return parts.count == 2
      ? FortranProcedure.linkName(String(parts[1]), module: String(parts[0]))
      : FortranProcedure.linkName(name)
  }
}
