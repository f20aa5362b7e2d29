internal import ArchBridgeABI
internal import ArchBridgeWire

/// A call of a Fortran procedure, which becomes one of the C function that gfortran makes of it.
struct FortranCall {
  let procedure: FortranProcedure
  let session: HelperSession
  let library: UInt32
  let types: TypeContext
  /// What the caller gave, with nil for what is left out at the end.
  let values: [(any LibraryArgument)?]
  /// The integers among the arguments, which extents and lengths are made of.
  let integers: [String: Int]
  /// The C function, whose messages name the procedure.
  private var function: LibraryFunction
  /// What the C function gets.
  private var arguments: [(any LibraryArgument)?] = []
  /// What comes back otherwise than C's pointers bring it.
  var returned: [Returned] = []
  /// The memory for a result of characters.
  private var resultMemory: ConvertedPointer?
  /// Where a result that is an array lies.
  private var resultArray: (address: RemoteAddress, shape: [Int])?
  /// What exists in the helper for the length of the call.
  var allocations: [RemoteAddress] = []

  /// Checks the arguments against the declaration, or takes them for it where there is none.
  init(
    _ entity: FortranEntity, _ values: [(any LibraryArgument)?], result: ResultKind?
  ) throws(BridgeError) {
    session = try entity.session.ready()
    library = entity.library
    types = session.types
    if let known = types.fortran.procedure(named: entity.name) {
      procedure = known
      self.values = try Self.completed(values, for: known)
    } else if let omission = types.fortran.omission(named: entity.name) {
      throw BridgeError(
        .invalidDeclaration,
        "what it takes is not known, for its declaration is not read: \(omission.reason)",
        symbol: entity.name)
    } else {
      self.values = values
      procedure = try FortranProcedure(
        implicitly: entity.name, symbol: entity.symbol(types.fortran), values, result: result)
    }
    integers = Self.integers(procedure, self.values)
    let signature: FortranSignature
    do throws(FortranRefusal) {
      signature = try types.signature(of: procedure)
    } catch {
      throw BridgeError(.unsupportedType, error.message, symbol: procedure.qualifiedName)
    }
    function = LibraryFunction(
      session: session, library: entity.library, symbol: procedure.linkName,
      as: FunctionDeclaration(name: procedure.qualifiedName, type: signature.type))
    do throws(BridgeError) {
      try bind(signature.roles)
    } catch {
      free()
      throw error
    }
  }

  /// The arguments with nil for the optional ones that are left out at the end.
  private static func completed(
    _ values: [(any LibraryArgument)?], for procedure: FortranProcedure
  ) throws(BridgeError) -> [(any LibraryArgument)?] {
    let expected = procedure.arguments.count
    guard values.count <= expected,
      procedure.arguments.dropFirst(values.count).allSatisfy(\.isOptional)
    else {
      let given = "\(values.count) argument\(values.count == 1 ? "" : "s")"
      throw BridgeError(
        .argumentCount,
        "\(given) where \(expected) belong\(expected == 1 ? "s" : ""): \(procedure)",
        symbol: procedure.qualifiedName)
    }
    return values + [(any LibraryArgument)?](repeating: nil, count: expected - values.count)
  }

  /// The values of the scalar integers that go in.
  private static func integers(
    _ procedure: FortranProcedure, _ values: [(any LibraryArgument)?]
  ) -> [String: Int] {
    var integers: [String: Int] = [:]
    for (variable, value) in zip(procedure.arguments, values) {
      guard case .integer = variable.type, variable.shape == .scalar else { continue }
      integers[variable.name] = value?.argumentValue.integer
    }
    return integers
  }

  private mutating func bind(_ roles: [FortranParameter.Role]) throws(BridgeError) {
    var lengths: [Int: Int] = [:]
    for role in roles {
      switch role {
      case .argument(let index):
        let bound = try bind(procedure.arguments[index], values[index], index)
        lengths[index] = bound.length
        arguments.append(bound.value)
      case .length(let index): arguments.append(UInt(lengths[index] ?? 0))
      case .presence(let index): arguments.append(values[index] != nil)
      case .resultArray:
        let array = try allocateResult()
        resultArray = array
        arguments.append(array.address.advanced(by: -FortranDescriptor.headByteCount))
      case .resultMemory:
        let memory = ConvertedPointer(.zeros(ScalarKind(.uint8), count: try resultLength()))
        resultMemory = memory
        arguments.append(memory)
      case .resultLength: arguments.append(UInt(try resultLength()))
      }
    }
  }

  /// How many characters the result has.
  private func resultLength() throws(BridgeError) -> Int {
    guard let result = procedure.result, case .character(_, let length) = result.type,
      case .fixed(let count) = length
    else {
      throw error(
        .unsupportedType,
        "how long its result is cannot be known; declare a length, as in 'character(8)'")
    }
    let value = try value(of: count, "the length", of: result, "its result")
    guard value <= 1 << 28 else { throw error(.tooLarge, "its result has \(value) characters") }
    return max(0, value)
  }

  // MARK: Calls

  /// Makes the call for a function's result.
  mutating func perform<Result: LibraryResult>() throws(BridgeError) -> Result {
    if let resultMemory {
      try function.call(arguments, isStated: true)
      try finish()
      return try text(resultMemory.received, as: Result.self)
    }
    if let resultArray {
      try function.call(arguments, isStated: true)
      try finish()
      return try array(at: resultArray.address, resultArray.shape, as: Result.self)
    }
    if case .logical? = procedure.result?.type, Result.resultKind.content != .declared {
      guard Result.self == Bool.self else {
        throw error(.typeMismatch, "the result is declared 'logical'; ask for Bool")
      }
      let number: Int64 = try function.call(arguments)
      try finish()
      if let value = Result(resultValue: ResultValue(.bits(number == 0 ? 0 : 1))) { return value }
    }
    let value: Result = try function.call(arguments)
    try finish()
    return value
  }

  /// Makes the call of a subroutine.
  mutating func perform() throws(BridgeError) {
    if procedure.result?.type.isCharacter == true || procedure.isArrayFunction {
      throw error(
        .typeMismatch, "it is a function; take its result, as in `let result: String = try …`")
    }
    try function.call(arguments, isStated: !procedure.isFunction)
    try finish()
  }

  /// Memory that means something else to Fortran than to C.
  enum Returned {
    /// Integers that are truth values.
    case logicals(ConvertedPointer, to: any PointerArgument)
    /// Characters.
    case text(
      ConvertedPointer, to: any PointerArgument, capacity: Int, TextEncoding?, label: String)
    /// An array behind a descriptor.
    case described(RemoteAddress, byteCount: Int, to: ReturnedPointer)
  }

  /// Gives the caller's pointers what came back.
  private func finish() throws(BridgeError) {
    for one in returned {
      switch one {
      case .logicals(let memory, let pointer):
        guard let received = memory.received else { continue }
        pointer.receive(PointerContents(.array(received.scalars.truthValues)))
      case .text(let memory, let pointer, let capacity, let encoding, let label):
        let text = try text(memory.received?.scalars.bytes ?? [], label, encoding)
        pointer.receive(PointerContents(.text(text, capacity: capacity, encoding: encoding)))
      case .described(let data, let byteCount, let pointer):
        let bytes = try RemoteMemory(session: session).read(data, byteCount: byteCount)
        try pointer.receive(
          ScalarArray(type: .uint8, isPlain: false, bytes: bytes),
          in: session.context(named: procedure.qualifiedName))
      }
    }
  }

  /// Gives back what was allocated in the helper.
  mutating func free() {
    let memory = RemoteMemory(session: session)
    for address in allocations { try? memory.free(address) }
    allocations = []
  }

  /// The characters of a result.
  private func text<Result: LibraryResult>(
    _ contents: PointerContents?, as type: Result.Type
  ) throws(BridgeError) -> Result {
    let bytes = contents?.scalars.bytes ?? []
    let value: Result?
    switch Result.resultKind.content {
    case .bytes: value = Result(resultValue: ResultValue(.bytes(bytes)))
    case .text: value = Result(resultValue: ResultValue(.text(try text(bytes, "the result"))))
    default: value = nil
    }
    guard let value else {
      throw error(.typeMismatch, "the result is declared 'character'; ask for String")
    }
    return value
  }

  // MARK: Errors

  /// An error about this call.
  func error(_ code: BridgeError.Code, _ message: String) -> BridgeError {
    BridgeError(code, message, symbol: procedure.qualifiedName)
  }
}
