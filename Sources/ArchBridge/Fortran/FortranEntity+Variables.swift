internal import ArchBridgeABI
internal import ArchBridgeWire

/// Variables of modules.
extension FortranEntity {
  /// Reads a module's variable.
  ///
  ///     let count: Int = try lib.fortran.geo.count.get()
  ///     let table: FortranArray<Double> = try lib.fortran.geo.table.get()
  ///
  /// - Throws: `.symbolNotFound` where no library has it, `.invalidDeclaration` where it is not
  ///   declared, `.typeMismatch` where it is of another kind.
  public func get<Value: LibraryValue>(
    as type: Value.Type = Value.self
  ) throws(BridgeError) -> Value {
    try place().get(as: type)
  }

  /// Writes a module's variable; a text is filled up with blanks.
  ///
  /// - Throws: also `.valueOutOfRange` where the variable does not hold the value.
  public func set(_ value: some LibraryValue) throws(BridgeError) {
    try place().set(value)
  }

  private func place() throws(BridgeError) -> FortranPlace {
    let session = try session.ready()
    guard let known = session.types.fortran.variable(named: name) else {
      if let omission = session.types.fortran.omission(named: name) {
        throw BridgeError(
          .invalidDeclaration,
          "its type is not known, for its declaration is not read: \(omission.reason)", symbol: name
        )
      }
      throw BridgeError(
        .invalidDeclaration,
        "its type is not known; declare it in its module, as in `declare(fortran: \"module …; integer "
          + ":: …; end module\")`", symbol: name)
    }
    let address = try session.resolve(known.linkName, in: library)
    return FortranPlace(
      session: session, address: address, variable: known.variable, name: known.qualifiedName)
  }
}

extension FortranLibrary {
  /// The common block of a name, or blank common where that is nil.
  ///
  ///     try lib.declare(fortran: """
  ///       subroutine step()
  ///         real(8) level
  ///         common /state/ level
  ///       end subroutine
  ///       """)
  ///     let level: Double = try lib.fortran.common("state").get("level")
  public func common(_ name: String? = nil) -> FortranCommon {
    FortranCommon(session: session.current, library: library, name: name?.fortranLowercased)
  }
}

/// A common block of a library, whose variables have names where it is declared.
public struct FortranCommon: Sendable {
  let session: HelperSession
  let library: UInt32
  /// The block's name in lower case; nil for blank common.
  public let name: String?

  /// Reads one of the block's variables.
  ///
  /// - Throws: `.invalidDeclaration` where the block, or the variable in it, is not declared;
  ///   `.symbolNotFound` where no library has the block.
  public func get<Value: LibraryValue>(
    _ variable: String, as type: Value.Type = Value.self
  ) throws(BridgeError) -> Value {
    try place(variable).get(as: type)
  }

  /// Writes one of the block's variables.
  public func set(_ variable: String, _ value: some LibraryValue) throws(BridgeError) {
    try place(variable).set(value)
  }

  private func place(_ variable: String) throws(BridgeError) -> FortranPlace {
    let session = try session.ready()
    let title = "/\(name ?? "")/"
    guard let block = session.types.fortran.commonBlock(named: name) else {
      if let omission = session.types.fortran.omission(named: title) {
        throw BridgeError(
          .invalidDeclaration, "its declaration is not read: \(omission.reason)", symbol: title)
      }
      throw BridgeError(
        .invalidDeclaration, "the block is not declared; declare a procedure that has it",
        symbol: title)
    }
    let wanted = variable.fortranLowercased
    var offset = 0
    for one in block.variables {
      let place = FortranPlace(
        session: session, address: RemoteAddress(rawValue: 0), variable: one,
        name: "\(title)\(one.name)")
      let (byteCount, alignment) = try place.extent()
      // gfortran aligns what is in a block by its width, also where C's structures would not.
      offset = (offset + alignment - 1) / alignment * alignment
      if one.name == wanted {
        let address = try session.resolve(block.linkName, in: library).advanced(by: offset)
        return FortranPlace(
          session: session, address: address, variable: one, name: place.name)
      }
      offset += byteCount
    }
    throw BridgeError(
      .invalidDeclaration, "the block has no variable '\(variable)'", symbol: title)
  }
}
