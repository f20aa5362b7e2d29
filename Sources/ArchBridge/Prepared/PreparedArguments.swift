internal import ArchBridgeWire

/// The arguments of a prepared call on their way into its request: slots, then buffers.
///
/// A plan was made for their types. What does not fit it is left to the ordinary way, which finds
/// the error.
@safe public struct PreparedArguments {
  /// The request: a header, the body's head, slots, buffers.
  @usableFromInline let memory: UnsafeMutableRawBufferPointer
  /// How many slots there are.
  @usableFromInline let count: Int
  @usableFromInline var index = 0
  /// Where the next buffer goes.
  @usableFromInline var byteCount: Int
  @usableFromInline var bufferCount: UInt16 = 0
  /// The slots that get results of calls before; nil where there are none, as outside of a batch.
  @usableFromInline var references: References?
  /// The batch that the call is for; nil for none.
  @usableFromInline var batch: BatchIdentity?
  /// Whether all of them could be written, if there was room.
  @usableFromInline var isComplete = true

  /// How long a buffer can be; a batch, which has no other way, takes what a message carries.
  var bufferLimit = LargeMemory.threshold - 1

  /// Where the slots begin.
  @inlinable static var head: Int { 32 }

  /// Begins a request of so many arguments in memory that has room for their slots, or none of them.
  @inlinable @unsafe init(count: Int, in memory: UnsafeMutableRawBufferPointer) {
    unsafe self.memory = memory
    let byteCount = 32 + 8 * count
    self.byteCount = byteCount
    self.count = byteCount <= memory.count ? count : 0
  }

  /// Whether these are so many numbers, and nothing else.
  @inlinable var areNumbers: Bool {
    isComplete && index == count && bufferCount == 0 && references == nil
  }

  /// Whether the memory has no room for all that was written.
  var isTooLong: Bool { unsafe byteCount > memory.count }

  @usableFromInline mutating func fail() { isComplete = false }

  /// Writes a number or an address.
  @inlinable mutating func write(bits: UInt64) {
    guard index < count else { return fail() }
    // Safe: there is room for `count` slots, aligned to 8 bytes.
    unsafe memory.storeBytes(of: bits, toByteOffset: Self.head + 8 * index, as: UInt64.self)
    index &+= 1
  }

  /// Writes values, and null pointers for nil.
  static func write(
    _ values: [(any LibraryArgument)?], to arguments: inout PreparedArguments
  ) {
    // By index: a value that is taken out of the array is copied.
    for index in values.indices where values[index]?.write(to: &arguments) == nil {
      arguments.write(bits: 0)
    }
  }

  /// Slots that get the results of calls before in a batch.
  @usableFromInline final class References {
    var list: [(slot: UInt32, call: UInt32, type: WireType)] = []
  }

  /// Leaves a number to a call before in the batch.
  mutating func write(resultOf call: Int, in batch: BatchIdentity, _ type: WireType) {
    guard self.batch === batch else { return fail() }
    let references = references ?? References()
    references.list.append((UInt32(index), UInt32(call), type))
    self.references = references
    write(bits: 0)
  }

  /// Writes a string and the NUL that ends it.
  mutating func write(text: String) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      guard unsafe !bytes.contains(0) else { return false }
      unsafe write(UnsafeRawBufferPointer(bytes), byteCount: bytes.count + 1)
      return true
    }
    if !isWritten { fail() }
  }

  /// Writes numbers.
  @unsafe mutating func write(elements: UnsafeRawBufferPointer) {
    unsafe write(elements, byteCount: elements.count)
  }

  @unsafe private mutating func write(_ bytes: UnsafeRawBufferPointer, byteCount count: Int) {
    let head = byteCount
    let start = head + InvokeBody.bufferHeadByteCount
    // What is longer the ordinary way shares with the helper.
    guard count <= bufferLimit, bufferCount < .max else { return fail() }
    byteCount = start + InvokeBody.padded(count)
    if !isTooLong {
      // Safe: all of it is within the memory, and what is padded is written too.
      unsafe memory.storeBytes(of: UInt32(index), toByteOffset: head, as: UInt32.self)
      unsafe memory.storeBytes(of: UInt32(count), toByteOffset: head + 4, as: UInt32.self)
      let place = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[start..<byteCount])
      unsafe place.copyMemory(from: bytes)
      for offset in bytes.count..<place.count { unsafe place[offset] = 0 }
    }
    bufferCount += 1
    write(bits: 0)
  }

  /// Fits the slots to a plan, and completes the body's head; false where the ordinary way is left.
  mutating func finish(_ plan: CallPlan, inBatch: Bool = false) -> Bool {
    if let references,
      !inBatch
        || !references.list.allSatisfy({
          plan.parameters[Int($0.slot)].type == $0.type
        })
    {
      return false
    }
    guard isComplete, index == plan.parameters.count, !isTooLong else { return false }
    if plan.converts {
      for (index, parameter) in plan.parameters.enumerated() {
        let offset = Self.head + 8 * index
        let bits = unsafe memory.load(fromByteOffset: offset, as: UInt64.self)
        guard let converted = parameter.convert(bits) else { return false }
        unsafe memory.storeBytes(of: converted, toByteOffset: offset, as: UInt64.self)
      }
    }
    let body = EnvelopeHeader.byteCount
    var flags = plan.reportsErrno ? InvokeBody.reportsErrno : 0
    if inBatch, let status = plan.status { flags |= status.invokeRule.flags }
    let head = UInt64(plan.id) | UInt64(bufferCount) << 32 | UInt64(flags) << 48
    unsafe memory.storeBytes(of: head.littleEndian, toByteOffset: body, as: UInt64.self)
    return true
  }
}
