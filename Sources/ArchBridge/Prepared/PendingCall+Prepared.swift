internal import ArchBridgeABI
internal import ArchBridgeWire

extension PendingCall {
  /// Refuses types that no call of a function could have.
  static func checkPrepared(
    _ kinds: [PreparedKind], result kind: ResultKind?, isStated: Bool, _ context: CallContext
  ) throws(BridgeError) {
    let context = context.adapted(to: kinds.count)
    try checkCount(kinds.count, context)
    let status = try context.declaration.flatMap { (declaration) throws(BridgeError) in
      try StatusRule(declaration)
    }
    _ = try result(kind, isStated: isStated && status == nil, status, context)
    let parameters = context.declaration?.type.parameters ?? []
    for (parameter, (index, kind)) in zip(parameters, kinds.enumerated()) {
      guard let sample = kind.sample else { continue }
      let lowering = ArgumentLowering(
        context: context,
        label: parameter.name.map { "argument '\($0)'" } ?? "argument \(index + 1)",
        declared: parameter.type, isPromoted: false)
      _ = try lowering.lower(sample.argumentValue)
    }
  }
}

/// A value that stands for all others of its kind.
struct SampleArgument: LibraryArgument {
  let argumentValue: ArgumentValue
}

extension PreparedKind {
  /// A value of the kind: what is wrong with its type is wrong with all others.
  var sample: SampleArgument? { value.map { SampleArgument(argumentValue: $0) } }

  private var value: ArgumentValue? {
    switch content {
    case .scalar(let kind):
      var scalar = ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: [])
      scalar.append(bits: 0)
      return ArgumentValue(.scalar(scalar))
    case .text: return ArgumentValue(.clientText(""))
    case .array(let kind):
      return ArgumentValue(
        .array(ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: [])))
    case .general: return nil
    }
  }
}
