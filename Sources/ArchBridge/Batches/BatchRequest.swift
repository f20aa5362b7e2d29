internal import ArchBridgeWire

/// What tells a batch from any other.
@usableFromInline final class BatchIdentity: Sendable {}

/// A `batch` in the making: calls one behind the other, as the wire has them.
struct BatchRequest {
  let identity = BatchIdentity()
  /// Room for an envelope's header, then the body.
  private var bytes: [UInt8]
  private(set) var count = 0

  init() {
    bytes = [UInt8](repeating: 0, count: EnvelopeHeader.byteCount + BatchBody.headByteCount)
  }

  /// Adds a call; false where its arguments cannot go in a batch.
  mutating func add(_ plan: CallPlan, _ values: [(any LibraryArgument)?]) -> Bool {
    var needed = CallPlan.requestByteCount
    while true {
      let written = unsafe withUnsafeTemporaryAllocation(
        byteCount: needed, alignment: 16
      ) { memory in
        var arguments = unsafe PreparedArguments(count: plan.parameterCount, in: memory)
        arguments.bufferLimit = EnvelopeHeader.bodyLimit - 65_536
        arguments.batch = identity
        PreparedArguments.write(values, to: &arguments)
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
        if written < 0 { count += 1 }
        return written < 0
      }
      needed = written
    }
  }

  /// Makes the calls; returns what they gave, in order, and what `errno` was after the last one.
  mutating func run(
    on session: HelperSession
  ) throws(BridgeError) -> (results: [UInt64], errno: Int32) {
    let head = EnvelopeHeader.byteCount + ResultsBody.headByteCount
    for index in 0..<4 {
      bytes[EnvelopeHeader.byteCount + index] = UInt8(truncatingIfNeeded: count >> (8 * index))
    }
    var reply = [UInt64](repeating: 0, count: head / 8 + max(count, 4))
    let count = count
    // Safe: both are used while the call lasts.
    let outcome = unsafe bytes.withUnsafeMutableBytes { request in
      unsafe reply.withUnsafeMutableBytes { reply in
        Result { () throws(BridgeError) in
          unsafe try session.runBatch(request, reply, count)
        }
      }
    }
    let made = try outcome.get()
    let errno = Int32(truncatingIfNeeded: reply[EnvelopeHeader.byteCount / 8] >> 32)
    return (Array(reply[(head / 8)..<(head / 8 + made)]), errno)
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
