internal import ArchBridgeWire

/// What values of a Swift type are to a prepared call.
///
/// A type of your own need not say: its values go by their `argumentValue`.
public struct PreparedKind: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// A number, truth value or address.
    case scalar(ScalarKind)
    /// A string in the client's encoding.
    case text
    /// Swift's own numbers, one behind the other.
    case array(ScalarKind)
    /// Whatever an `argumentValue` can be.
    case general
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// Values that go by their `argumentValue`.
  public static var general: PreparedKind { PreparedKind(.general) }
}

extension LibraryArgument {
  /// Values go by their `argumentValue`.
  public static var preparedKind: PreparedKind { .general }

  /// Leaves the call to `argumentValue`.
  public func write(to arguments: inout PreparedArguments) { arguments.fail() }
}

/// The arguments of a prepared call on their way into its request: slots, then buffers.
///
/// What does not fit the function's plan is left to the ordinary way, which finds the error.
@safe public struct PreparedArguments {
  private let body: UnsafeMutableRawBufferPointer
  private let rules: [PreparedParameter]
  private var index = 0
  private var bufferCount: UInt16 = 0
  /// Where the next buffer goes.
  private(set) var byteCount: Int
  /// Whether all of them could be written, if there was room.
  private(set) var isComplete = true

  /// Begins at the start of a body, which has room for the head and the slots.
  @unsafe init(_ plan: CallPlan, in body: UnsafeMutableRawBufferPointer) {
    unsafe self.body = body
    rules = plan.parameters
    byteCount = plan.slotsEnd
    unsafe body.storeBytes(of: plan.id, as: UInt32.self)
    unsafe body.storeBytes(
      of: plan.reportsErrno ? InvokeBody.reportsErrno : 0, toByteOffset: 6, as: UInt16.self)
  }

  /// Ends the arguments; false where they cannot go this way.
  mutating func finish() -> Bool {
    unsafe body.storeBytes(of: bufferCount, toByteOffset: 4, as: UInt16.self)
    return isComplete && index == rules.count
  }

  /// Whether the body has no room for all that was written.
  var isTooLong: Bool { unsafe byteCount > body.count }

  mutating func fail() { isComplete = false }

  private mutating func store(_ bits: UInt64) {
    unsafe body.storeBytes(
      of: bits, toByteOffset: InvokeBody.headByteCount + 8 * index, as: UInt64.self)
    index += 1
  }

  /// Writes a number or an address.
  mutating func write(bits: UInt64) {
    guard index < rules.count else { return fail() }
    switch rules[index].rule {
    case .same: store(bits)
    case .converted(let source, let target):
      guard let converted = ScalarConversion.convert(bits, from: source, to: target) else {
        return fail()
      }
      store(converted)
    case .address(let limit):
      guard bits <= limit else { return fail() }
      store(bits)
    case .null, .text, .array: fail()
    }
  }

  /// Writes a null pointer.
  mutating func writeNull() {
    guard index < rules.count, rules[index].type == .pointer else { return fail() }
    store(0)
  }

  /// Writes a string and the NUL that ends it.
  mutating func write(text: String) {
    guard index < rules.count, case .text = rules[index].rule else { return fail() }
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard unsafe !bytes.contains(0) else { return false }
      unsafe write(UnsafeRawBufferPointer(bytes), zeros: 1)
      return true
    }
    if !isWritten { fail() }
  }

  /// Writes numbers.
  @unsafe mutating func write(elements: UnsafeRawBufferPointer) {
    guard index < rules.count, case .array = rules[index].rule else { return fail() }
    unsafe write(elements, zeros: 0)
  }

  @unsafe private mutating func write(_ bytes: UnsafeRawBufferPointer, zeros: Int) {
    let start = byteCount + InvokeBody.bufferHeadByteCount
    let count = bytes.count + zeros
    byteCount = start + InvokeBody.padded(count)
    guard count <= EnvelopeHeader.bodyLimit, bufferCount < .max else { return fail() }
    if !isTooLong {
      let head = start - InvokeBody.bufferHeadByteCount
      unsafe body.storeBytes(of: UInt32(index), toByteOffset: head, as: UInt32.self)
      unsafe body.storeBytes(of: UInt32(count), toByteOffset: head + 4, as: UInt32.self)
      let place = unsafe UnsafeMutableRawBufferPointer(rebasing: body[start..<byteCount])
      unsafe place.copyMemory(from: bytes)
      for offset in bytes.count..<place.count { unsafe place[offset] = 0 }
    }
    bufferCount += 1
    store(0)
  }
}
