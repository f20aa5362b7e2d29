internal import ArchBridgeABI

/// A variable that a library exports, by its name, with the type that its declaration gives it.
///
///     try libc.declare("extern int optind; extern char *optarg;")
///     let index: Int32 = try libc.variable("optind").get()
///     try libc.variable("optind").set(1)
///
/// A C++ variable is named with its scopes, and its type before them: `"int vendor::counter"`.
///
/// Numbers, addresses, structures, arrays and, for an array of characters, strings can be read and
/// written; the text that a `char *` leads to can be read; a `const` variable can be read.
public struct LibraryVariable: Sendable {
  let session: HelperSession
  let library: UInt32
  /// The variable's symbol, or how C++ spells it.
  public let name: String

  /// Reads the variable.
  ///
  /// - Throws: `.symbolNotFound` where no library has it, `.invalidDeclaration` where it is not
  ///   declared, `.typeMismatch` where it is of another kind.
  public func get<Value: LibraryValue>(
    as type: Value.Type = Value.self
  ) throws(BridgeError) -> Value {
    let session = try session.ready()
    let (context, variable) = try declaration()
    let bytes = try session.read(address(), byteCount: try context.byteCount(of: variable.type))
    do throws(BridgeError) {
      let memory = LibraryMemoryReader(
        bytes[...], variable.type, context, label: "the variable")
      if Value.self == String.self, let text = try text(memory) as? Value { return text }
      return try Value(from: memory)
    } catch {
      throw named(error)
    }
  }

  /// The text that a `char *` leads to, where that is what the variable is.
  private func text(_ memory: LibraryMemoryReader) throws(BridgeError) -> String? {
    guard case .pointer(let character, _) = memory.type.resolved,
      let encoding = character.textEncoding(memory.context.encoding)
    else { return nil }
    let address = try RemoteAddress(from: memory)
    guard !address.isNull else {
      throw memory.error(.unexpectedNull, "is a null pointer; take it as RemoteAddress")
    }
    return try RemoteMemory(session: session.current).readText(
      address, limit: session.configuration.textLimit, encoding: encoding)
  }

  /// Writes the variable.
  ///
  /// - Throws: also `.typeMismatch` where the variable is `const`, `.valueOutOfRange` where it does
  ///   not hold the value.
  public func set(_ value: some LibraryValue) throws(BridgeError) {
    let (context, variable) = try declaration()
    guard !variable.isConst else {
      throw BridgeError(.typeMismatch, "the variable is const", symbol: name)
    }
    do throws(BridgeError) {
      var place = try LibraryMemoryWriter(variable.type, context, label: "the variable")
      try value.write(to: &place)
      try session.ready().write([UInt8](place.bytes), to: address())
    } catch {
      throw named(error)
    }
  }

  /// Where the variable is.
  ///
  /// - Throws: `.symbolNotFound`.
  public func address() throws(BridgeError) -> RemoteAddress {
    let session = try session.ready()
    guard HelperSession.isCxxVariable(name) else { return try session.resolve(name, in: library) }
    let found = try session.cxxVariable(name, in: library)
    return try session.resolve(found.symbol, in: found.library)
  }

  /// The variable's type.
  ///
  /// - Throws: as `get` does.
  package func type() throws(BridgeError) -> CType { try declaration().1.type }

  private func declaration() throws(BridgeError) -> (TypeContext, CVariable) {
    let context = session.types
    if HelperSession.isCxxVariable(name) {
      let found = try session.ready().cxxVariable(name, in: library)
      let declared = context.declarations.variable(named: found.symbol)
      guard let type = found.type ?? declared?.type else {
        throw BridgeError(
          .invalidDeclaration,
          "its type is not known; write it before the name, as in 'int \(name)', or use its "
            + "`address()`", symbol: name)
      }
      let isConst = found.type == nil ? declared?.isConst == true : found.isConst
      return (context, CVariable(name: found.symbol, type: type, isConst: isConst))
    }
    guard let variable = context.declarations.variable(named: name) else {
      throw BridgeError(
        .invalidDeclaration,
        "its type is not known; declare it, as in `declare(\"extern int \(name);\")`, or use its "
          + "`address()`", symbol: name)
    }
    return (context, variable)
  }

  private func named(_ error: BridgeError) -> BridgeError {
    var error = error
    if error.symbol == nil { error.symbol = name }
    return error
  }
}

extension LibraryClient {
  /// The variable of this name, from one library, or from whichever has it first.
  public final func variable(_ name: String, in library: Library? = nil) -> LibraryVariable {
    LibraryVariable(session: session, library: library?.number ?? 0, name: name)
  }

  /// The function of a type that is at an address, such as a function pointer that the library
  /// returned.
  ///
  ///     let square = try lib.functionPointer(at: address, as: "double (*)(double)")
  ///     let nine: Double = try square(3)
  ///
  /// - Parameter type: the C type, of the function or of a pointer to it.
  /// - Throws: `.invalidDeclaration`, or `.typeMismatch` where the type is no function.
  public final func functionPointer(
    at address: RemoteAddress, as type: String
  ) throws(BridgeError) -> LibraryFunction {
    guard let function = try session.types.type(spelled: type).functionType else {
      throw BridgeError(.typeMismatch, "'\(type)' is no function")
    }
    return LibraryFunction(session: session, address: address, type: function)
  }

  /// A structure or union of zeros, of a type that the client has declared.
  ///
  ///     var time = try libc.structure("struct tm")
  public final func structure(_ type: String) throws(BridgeError) -> Structure {
    let context = session.types
    let spelled = try context.type(spelled: type)
    guard spelled.isRecord else {
      throw BridgeError(.typeMismatch, "'\(type)' is no structure or union")
    }
    return try Structure(spelled, context)
  }

  /// A structure or union with these members set, the others zero.
  ///
  ///     let time = try libc.structure("struct tm", ["tm_year": 100, "tm_mday": 1])
  public final func structure(
    _ type: String, _ members: KeyValuePairs<String, any LibraryValue>
  ) throws(BridgeError) -> Structure {
    var structure = try structure(type)
    for (name, value) in members { try structure.set(name, value) }
    return structure
  }
}
