internal import ArchBridgeABI
internal import ArchBridgeWire
internal import Synchronization

/// How one function is called with arguments of certain Swift types, decided once: what the helper
/// knows it by, and what becomes of each argument and of the result.
@usableFromInline final class CallPlan: Sendable {
  let context: CallContext
  /// The helper's number of the function.
  let id: UInt32
  /// Which of its client's helpers that is.
  let generation: Int
  /// The same plan for a later helper.
  private let later = Mutex<CallPlan?>(nil)
  let parameters: [PreparedParameter]
  /// How many there are.
  @usableFromInline let parameterCount: Int
  /// Whether any argument is memory that exists for the length of the call.
  let lendsMemory: Bool
  /// Whether any argument is another number to C than to Swift.
  let converts: Bool
  let result: ResultLowering
  /// Whether the result is what Swift asks for, bit by bit.
  let givesBits: Bool
  /// When the function has failed.
  let status: StatusRule?
  let reportsErrno: Bool
  /// How many bytes a reply's body can have.
  let replyLimit: Int

  /// What the helper is asked to prepare.
  struct Draft {
    let context: CallContext
    let parameters: [PreparedParameter]
    let result: ResultLowering
    let status: StatusRule?
    let convention: WireConvention

    var message: PrepareMessage {
      PrepareMessage(
        function: context.function, result: result.form.type,
        textLimit: UInt32(clamping: context.textLimit), parameters: parameters.map(\.type),
        convention: convention)
    }
  }

  /// Plans calls with arguments of these kinds, nil for null pointers; nil where they need more
  /// than a prepared call has.
  ///
  /// `kind` is nil where nobody wants the result, which `isStated` as `Void` or not.
  static func draft(
    _ kinds: [PreparedKind?], result kind: ResultKind?, isStated: Bool, _ context: CallContext
  ) throws(BridgeError) -> Draft? {
    guard kinds.count <= CallMessage.argumentLimit else { return nil }
    let context = context.adapted(to: kinds.count)
    let declaration = context.declaration
    let convention = try context.convention()
    // Its arguments are placed anew for each call.
    if case .regparm = declaration?.type.convention { return nil }
    let status = try declaration.flatMap { (declaration) throws(BridgeError) in
      try StatusRule(declaration)
    }
    let declared = declaration?.type.parameters ?? []
    if let declaration {
      let isVariadic = declaration.type.isVariadic
      guard kinds.count == declared.count || isVariadic && kinds.count > declared.count else {
        return nil
      }
      // A text that the caller frees takes another call.
      if declaration.freeFunction != nil { return nil }
    }
    var parameters: [PreparedParameter] = []
    for (index, kind) in kinds.enumerated() {
      let type = index < declared.count ? declared[index].type : nil
      guard
        let parameter = PreparedParameter(
          kind, declared: type, isPromoted: type == nil && declaration != nil, context.types)
      else { return nil }
      parameters.append(parameter)
    }
    let result = try PendingCall.result(kind, isStated: isStated, status, context)
    switch result.form.type.kind {
    case .bytes, .reference: return nil
    case .none, .signed, .unsigned, .floating, .text: break
    }
    guard result.kind?.content != .declared else { return nil }
    return Draft(
      context: context, parameters: parameters, result: result, status: status,
      convention: convention)
  }

  init(_ draft: Draft, id: UInt32, generation: Int) {
    context = draft.context
    self.id = id
    self.generation = generation
    parameters = draft.parameters
    parameterCount = draft.parameters.count
    lendsMemory = draft.parameters.contains(where: \.isMemory)
    converts = !draft.parameters.allSatisfy(\.isSame)
    result = draft.result
    switch (draft.result.form.type.kind, draft.result.kind?.content) {
    case (.signed, .scalar(let asked)?), (.unsigned, .scalar(let asked)?),
      (.floating, .scalar(let asked)?):
      givesBits = draft.result.form.type == asked.type
    default: givesBits = false
    }
    status = draft.status
    reportsErrno = draft.status?.usesErrno == true
    replyLimit =
      ResultBody.headByteCount
      + (draft.result.form.type.kind == .text ? draft.context.textLimit : 0)
  }

  /// This plan for the helper of another session, which has prepared the function then.
  func moved(to session: HelperSession) throws(BridgeError) -> CallPlan {
    guard session.generation != generation else { return self }
    if let known = later.withLock({ $0 }), known.generation == session.generation { return known }
    let draft = Draft(
      context: context, parameters: parameters, result: result, status: status,
      convention: try context.convention())
    let message = draft.message
    let id = try session.plans.id(message) { () throws(BridgeError) in
      try session.prepare(message, symbol: context.name)
    }
    let plan = CallPlan(draft, id: id, generation: session.generation)
    later.withLock { $0 = plan }
    return plan
  }

  /// The value that a result's number is.
  func value<Value: LibraryResult>(
    bits: UInt64, text: @autoclosure () -> [UInt8]?, as type: Value.Type
  ) throws(BridgeError) -> Value {
    let form = result.form.type
    if form.kind != .text, case .scalar(let asked)? = result.kind?.content,
      let converted = form == asked.type
        ? bits : ScalarConversion.convert(bits, from: form, to: asked.type),
      let value = Value(resultValue: ResultValue(.bits(converted)))
    {
      return value
    }
    return try result.value(wireValue(bits, text()), as: type)
  }

  /// The result as the ordinary way has it.
  func wireValue(_ bits: UInt64, _ text: [UInt8]?) -> CallValue {
    switch result.form.type.kind {
    case .text: bits == 0 ? .text(nil) : .text(text)
    case .none: .void
    default: .scalar(WireScalar(type: result.form.type, bits: bits))
    }
  }
}
