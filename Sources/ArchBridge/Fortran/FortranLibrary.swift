internal import ArchBridgeABI
internal import ArchBridgeWire

/// A library's procedures and variables by the names that Fortran has for them.
///
///     try lapack.declare(fortran: """
///       integer function ilaenv(integer ispec, character(*) name, character(*) opts, &
///         integer n1, integer n2, integer n3, integer n4)
///       """)
///     let blockSize: Int = try lapack.fortran.ilaenv(1, "DGETRF", " ", 100, 100, -1, -1)
///
/// A module's are behind its name: `try lib.fortran.geo.area(2.0)`. Case does not matter.
@dynamicMemberLookup
public struct FortranLibrary: Sendable {
  let session: HelperSession
  let library: UInt32

  /// The procedure, or the module, of this name.
  public subscript(dynamicMember name: String) -> FortranEntity { self[name] }

  /// The procedure or variable of this name: `dgesv`, `geo.area`.
  public subscript(name: String) -> FortranEntity {
    FortranEntity(session: session.current, library: library, name: name.fortranLowercased)
  }

  /// A Swift closure as a procedure argument: Fortran gives it addresses, and it gets what is there.
  ///
  ///     let area: Double = try lib.fortran.integrate(lib.fortran.callback { (x: Double) in x * x }, 0, 1)
  ///
  /// A number is read where its address leads; an `Int` is an `integer`, a `Bool` a `logical`. A
  /// `RemoteAddress` is the address itself, for an array or for what the closure writes.
  public func callback<each Parameter: LibraryScalar, Result: LibraryValue>(
    _ body: @escaping (repeat each Parameter) throws -> Result
  ) -> Callback {
    Callback(CallbackBody(reading: body, in: session))
  }

  /// A Swift closure as a subroutine argument.
  public func callback<each Parameter: LibraryScalar>(
    _ body: @escaping (repeat each Parameter) throws -> Void
  ) -> Callback {
    Callback(CallbackBody(reading: body, in: session))
  }
}

/// What a closure gets for an argument that goes by reference.
struct FortranReference<Value: LibraryScalar>: LibraryResult {
  let address: RemoteAddress

  static var resultKind: ResultKind { RemoteAddress.resultKind }

  init?(resultValue: ResultValue) {
    guard let address = RemoteAddress(resultValue: resultValue) else { return nil }
    self.address = address
  }

  /// What is at the address.
  func value(in session: HelperSession) throws(BridgeError) -> Value {
    let kind = Value.scalarKind
    if kind.type == .pointer { return Value(scalarBits: address.rawValue) }
    let memory = RemoteMemory(session: session.current)
    // Fortran's own INTEGER and LOGICAL have 4 bytes.
    guard kind.isPlain || kind.type == .bool else {
      return try memory.read(Value.self, at: address)
    }
    let number = try memory.read(Int32.self, at: address)
    return Value(scalarBits: kind.type == .bool ? (number == 0 ? 0 : 1) : number.scalarBits)
  }
}

extension LibraryClient {
  /// The library's procedures and variables by their Fortran names.
  public final var fortran: FortranLibrary { FortranLibrary(session: session, library: 0) }

  /// Reads Fortran declarations, against which calls through `fortran` are checked from then on.
  ///
  ///     try lib.declare(fortran: "subroutine scale(integer n, real(8) factor, real(8) x(n))")
  ///
  /// A text has interfaces in this compact spelling, or as Fortran has them, with declarations on
  /// lines of their own; a source with its statements is one too, in free or in fixed form.
  ///
  /// - Throws: `.invalidDeclaration`, with the line and column; nothing of the text is kept then.
  public final func declare(
    fortran declarations: String, form: FortranForm = .automatic
  ) throws(BridgeError) {
    do throws(DeclarationError) {
      try session.declare(fortran: declarations, form: form)
    } catch {
      throw BridgeError(error)
    }
  }
}

extension Library {
  /// This library's procedures and variables by their Fortran names.
  public var fortran: FortranLibrary {
    FortranLibrary(session: session.current, library: number)
  }
}

extension CallbackBody {
  /// A closure that gets what is at the addresses that the library gives.
  fileprivate init<each Parameter: LibraryScalar, Result: LibraryValue>(
    reading body: @escaping (repeat each Parameter) throws -> Result, in session: HelperSession
  ) {
    var references: [ScalarKind] = []
    for type in repeat (each Parameter).self { references.append(type.scalarKind) }
    self.init(
      parameters: references.map { _ in RemoteAddress.resultKind }, references: references,
      result: Result.self,
      run: { arguments in
        try body(
          repeat try arguments.next(FortranReference<each Parameter>.self).value(in: session))
      },
      runNumbers: { arguments in
        let result = try body(
          repeat try arguments.next(FortranReference<each Parameter>.self).value(in: session))
        return try arguments.bits(of: result)
      })
  }

  /// A subroutine that gets what is at the addresses that the library gives.
  fileprivate init<each Parameter: LibraryScalar>(
    reading body: @escaping (repeat each Parameter) throws -> Void, in session: HelperSession
  ) {
    var references: [ScalarKind] = []
    for type in repeat (each Parameter).self { references.append(type.scalarKind) }
    self.init(
      parameters: references.map { _ in RemoteAddress.resultKind }, references: references,
      result: nil,
      run: { arguments in
        try body(
          repeat try arguments.next(FortranReference<each Parameter>.self).value(in: session))
        return nil
      },
      runNumbers: { arguments in
        try body(
          repeat try arguments.next(FortranReference<each Parameter>.self).value(in: session))
        return 0
      })
  }
}
