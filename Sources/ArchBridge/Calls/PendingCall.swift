internal import ArchBridgeABI
internal import ArchBridgeObjectFiles
internal import ArchBridgeWire

/// A call whose arguments are checked and ready to cross.
struct PendingCall {
  let context: CallContext
  /// As the caller gave them.
  let arguments: [(any LibraryArgument)?]
  /// The closures among its arguments.
  let callbacks: [CallbackEntry]
  /// When it has failed.
  let status: StatusRule?
  /// Those that cross; what is large has no address yet.
  let lowered: [CallMessage.Argument]
  /// The memory that is too long for a message, by its arguments' places.
  let large: [(index: Int, memory: LargeMemory)]
  /// What has to live as long as the call.
  private let shared: [any SharedArgument]
  private let result: ResultLowering
  private let returned: [ReturnedPointer]
  private let reportsErrno: Bool
  private let convention: WireConvention

  /// Checks the arguments, and what is asked for, against the declaration if there is one.
  ///
  /// `isStated` tells that the caller wrote `Void` as the result.
  init(
    _ arguments: [(any LibraryArgument)?], result kind: ResultKind?, isStated: Bool = false,
    reportsErrno: Bool = false, _ context: CallContext
  ) throws(BridgeError) {
    let context = context.adapted(to: arguments.count)
    self.context = context
    self.arguments = arguments
    try Self.checkCount(arguments.count, context)
    convention = try context.convention()
    status = try context.declaration.flatMap { (declaration) throws(BridgeError) in
      try StatusRule(declaration)
    }
    self.reportsErrno = reportsErrno || status?.usesErrno == true
    result = try Self.result(kind, isStated: isStated, status, context)
    var lowered: [CallMessage.Argument] = []
    var returned: [ReturnedPointer] = []
    var callbacks: [CallbackEntry] = []
    var large: [(index: Int, memory: LargeMemory)] = []
    var shared: [any SharedArgument] = []
    let parameters = context.declaration?.type.parameters ?? []
    for (index, argument) in arguments.enumerated() {
      let parameter = index < parameters.count ? parameters[index] : nil
      let lowering = ArgumentLowering(
        context: context,
        label: parameter?.name.map { "argument '\($0)'" } ?? "argument \(index + 1)",
        declared: parameter?.type,
        isPromoted: parameter == nil && context.declaration != nil)
      let value = argument?.argumentValue ?? ArgumentValue(.null)
      let one = try lowering.lower(value)
      lowered.append(one.argument)
      if let pointer = one.comesBack {
        // Each parameter has memory of its own: what comes back of one would be lost.
        if let other = returned.first(where: { $0.isSame(as: pointer) }) {
          throw context.error(
            .typeMismatch,
            "\(pointer.label) and \(other.label) are one \(Swift.type(of: pointer.pointer)); where the "
              + "function wants the same memory twice, give it a SharedBuffer or an address")
        }
        returned.append(pointer)
      }
      if let callback = one.callback { callbacks.append(callback) }
      if var memory = one.large {
        memory.returnedType = one.comesBack?.elementType
        large.append((index, memory))
      }
      if let buffer = one.shared { shared.append(buffer) }
    }
    try Self.checkByteCount(lowered, context)
    self.returned = returned
    self.callbacks = callbacks
    self.lowered = lowered
    self.large = large
    self.shared = shared
  }

  /// A status is the call's to judge: where it says no more than success, nobody need ask for it.
  static func result(
    _ kind: ResultKind?, isStated: Bool, _ status: StatusRule?, _ context: CallContext
  ) throws(BridgeError) -> ResultLowering {
    let declared = context.declaredResult
    guard kind == nil, status != nil, let declared, declared.resolved != .void else {
      return try ResultLowering(kind, declared: declared, isStated: isStated, context)
    }
    let isPointer = context.types.wireType(inMemory: declared) == .pointer
    let asked = isPointer ? RemoteAddress.resultKind : ResultKind(.scalar(ScalarKind(.int64)))
    return try ResultLowering(asked, declared: declared, isStated: false, context)
  }

  /// What crosses, where the closures have these numbers and the large memory is there.
  func message(callbackIDs: [UInt32], _ staging: Staging) -> CallMessage {
    var arguments = lowered
    for (place, argument) in zip(large, staging.arguments) { arguments[place.index] = argument }
    if !callbacks.isEmpty { number(&arguments, callbackIDs) }
    return CallMessage(
      function: context.function, result: result.form,
      textLimit: UInt32(clamping: context.textLimit), arguments: arguments,
      reportsErrno: reportsErrno, convention: convention)
  }

  private func number(_ arguments: inout [CallMessage.Argument], _ callbackIDs: [UInt32]) {
    var next = callbackIDs.makeIterator()
    for index in arguments.indices {
      if case .callback(var callback) = arguments[index], let id = next.next() {
        callback.id = id
        arguments[index] = .callback(callback)
      }
    }
  }

  /// Returns the result, once the pointers have what came back.
  func value<Value: LibraryResult>(
    of reply: ReturnedMessage, as type: Value.Type
  ) throws(BridgeError) -> Value {
    try result.value(reply.result, as: type)
  }

  /// Gives the pointers what came back.
  func receive(_ outcome: CallOutcome) throws(BridgeError) {
    for (pointer, memory) in zip(returned, outcome.memory) {
      try pointer.receive(memory, in: context)
    }
  }

  /// Refuses what no request can carry before it is copied into one.
  private static func checkByteCount(
    _ arguments: [CallMessage.Argument], _ context: CallContext
  ) throws(BridgeError) {
    var byteCount = 0
    for argument in arguments {
      switch argument {
      case .buffer(let buffer): byteCount += buffer.bytes.count
      case .bytes(_, let bytes): byteCount += bytes.count
      case .texts(let texts): byteCount += texts.reduce(0) { $0 + ($1?.count ?? 0) + 9 }
      case .scalar, .callback: break
      }
    }
    guard byteCount <= EnvelopeHeader.bodyLimit else {
      throw context.error(
        .tooLarge,
        "its arguments have \(byteCount) bytes; one call can carry \(EnvelopeHeader.bodyLimit)")
    }
  }

  static func checkCount(_ count: Int, _ context: CallContext) throws(BridgeError) {
    guard count <= CallMessage.argumentLimit else {
      throw context.error(
        .argumentCount, "\(count) arguments; a call can have \(CallMessage.argumentLimit)")
    }
    guard let declaration = context.declaration else { return }
    let expected = declaration.type.parameters.count
    let isVariadic = declaration.type.isVariadic
    guard count == expected || (isVariadic && count > expected) else {
      let given = "\(count) argument\(count == 1 ? "" : "s")"
      let wanted = "\(isVariadic ? "at least " : "")\(expected) belong\(expected == 1 ? "s" : "")"
      throw context.error(
        .argumentCount,
        "\(given) where \(wanted): \("\(declaration)".abridged())"
          + declaration.advice(onCount: count))
    }
  }
}
