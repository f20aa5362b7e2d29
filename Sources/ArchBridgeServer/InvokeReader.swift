internal import ArchBridgeWire
internal import CArchBridgeShims

/// What an `invoke` brings for a function of so many arguments, checked.
struct InvokeReader {
  private let body: [UInt8]
  private var buffers: [Buffer] = []
  private var arenaByteCount = 0
  /// The arguments, of which pointers to buffers are still 0.
  private(set) var slots: [UInt64] = []

  /// A pointer argument's memory: where its bytes are in the body, and where they go.
  private struct Buffer {
    let argument: Int
    let offset: Int
    let byteCount: Int
    let place: Int
  }

  /// What C can have that is aligned most.
  private static let alignment = 64

  init(_ body: [UInt8], argumentCount: Int) throws(FailureMessage) {
    self.body = body
    var offset = InvokeBody.headByteCount
    guard body.count >= offset + 8 * argumentCount else { throw Self.malformed }
    slots.reserveCapacity(argumentCount)
    for _ in 0..<argumentCount {
      slots.append(Self.number(body, offset, 8))
      offset += 8
    }
    for _ in 0..<Self.number(body, 4, 2) {
      guard body.count - offset >= InvokeBody.bufferHeadByteCount else { throw Self.malformed }
      let argument = Self.number(body, offset, 4)
      let byteCount = Self.number(body, offset + 4, 4)
      offset += InvokeBody.bufferHeadByteCount
      guard argument < UInt64(argumentCount),
        byteCount + 9 <= UInt64(body.count - offset)
      else {
        throw Self.malformed
      }
      buffers.append(
        Buffer(
          argument: Int(argument), offset: offset, byteCount: Int(byteCount), place: arenaByteCount)
      )
      // One more, so that a text ends, and also no bytes have an address.
      arenaByteCount += (Int(byteCount) / Self.alignment + 1) * Self.alignment
      offset += InvokeBody.padded(Int(byteCount))
    }
    guard offset == body.count else { throw Self.malformed }
  }

  /// The function's number; nil where there is none.
  static func function(_ body: [UInt8]) -> UInt32? {
    guard body.count >= InvokeBody.headByteCount else { return nil }
    return UInt32(truncatingIfNeeded: number(body, 0, 4))
  }

  /// Whether `errno` is cleared before the call, and comes back.
  var reportsErrno: Bool {
    UInt16(truncatingIfNeeded: Self.number(body, 6, 2)) & InvokeBody.reportsErrno != 0
  }

  /// Puts the buffers into memory of their own, and their addresses into the slots; the caller
  /// gives the memory back.
  mutating func placeBuffers() throws(FailureMessage) -> UnsafeMutableRawPointer? {
    guard !buffers.isEmpty else { return nil }
    guard let memory = unsafe ab_memory_allocate(arenaByteCount + Self.alignment) else {
      throw FailureMessage(.outOfMemory)
    }
    let alignment = UInt(Self.alignment)
    let base = (UInt(bitPattern: memory) + alignment - 1) / alignment * alignment
    for buffer in buffers {
      let address = base + UInt(buffer.place)
      // Safe: both have as many bytes there.
      unsafe body.withUnsafeBytes { bytes in
        let source = unsafe UnsafeRawBufferPointer(
          rebasing: bytes[buffer.offset..<buffer.offset + buffer.byteCount])
        unsafe UnsafeMutableRawBufferPointer(
          start: UnsafeMutableRawPointer(bitPattern: address), count: buffer.byteCount
        ).copyMemory(from: source)
      }
      slots[buffer.argument] = UInt64(address)
    }
    return unsafe memory
  }

  private static var malformed: FailureMessage {
    FailureMessage(.malformedRequest, .init("the request's body cannot be read".utf8))
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ byteCount: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<byteCount { value |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    return value
  }
}
