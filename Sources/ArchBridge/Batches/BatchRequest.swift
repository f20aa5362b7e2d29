internal import ArchBridgeWire

/// A `batch` in the making: calls one behind the other, as the wire has them.
struct BatchRequest {
  private(set) var bytes: [UInt8]
  private(set) var calls: [CallPlan] = []

  init() {
    bytes = [UInt8](repeating: 0, count: BatchBody.headByteCount)
  }

  /// How many calls there are.
  var count: Int { calls.count }

  /// Adds a call whose arguments `write` writes; false where they cannot go in a batch.
  mutating func add(
    _ plan: CallPlan, _ write: (inout PreparedArguments) -> Void
  ) -> Bool {
    var needed = CallPlan.requestByteCount
    while true {
      let written = unsafe withUnsafeTemporaryAllocation(byteCount: needed, alignment: 16) {
        memory in
        var arguments = unsafe PreparedArguments(count: plan.parameterCount, in: memory)
        arguments.bufferLimit = EnvelopeHeader.bodyLimit - 65_536
        write(&arguments)
        guard arguments.finish(plan, inBatch: true) else {
          return arguments.isComplete && arguments.isTooLong ? arguments.byteCount : 0
        }
        let body = unsafe UnsafeRawBufferPointer(
          rebasing: memory[EnvelopeHeader.byteCount..<arguments.byteCount])
        let references = arguments.references?.list ?? []
        append(UInt32(body.count), UInt32(references.count))
        for reference in references { append(reference.slot, reference.call) }
        unsafe bytes.append(contentsOf: body)
        return -1
      }
      guard written > needed else {
        if written < 0 { calls.append(plan) }
        return written < 0
      }
      needed = written
    }
  }

  /// What crosses.
  mutating func finish() -> [UInt8] {
    for index in 0..<4 { bytes[index] = UInt8(truncatingIfNeeded: count >> (8 * index)) }
    return bytes
  }

  private mutating func append(_ first: UInt32, _ second: UInt32) {
    let word = (UInt64(first) | UInt64(second) << 32).littleEndian
    // Safe: read as bytes only.
    unsafe withUnsafeBytes(of: word) { unsafe bytes.append(contentsOf: $0) }
  }
}

extension StatusRule {
  /// What the helper can judge by itself, so that nothing more is called.
  var invokeRule: InvokeBody.Rule {
    switch success {
    case .zero: .zero
    case .nonzero, .nonnull: .nonzero
    case .nonnegative: .nonnegative
    case .positive: .positive
    case .among: .none
    }
  }
}
