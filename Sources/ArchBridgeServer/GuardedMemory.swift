internal import ArchBridgeWire
internal import CArchBridgeShims

/// The memory that one call lends to the library, each part of it between pages that cannot be used.
///
/// What goes beyond a part's end is a fault at once; what is written just before its beginning is
/// found after the call.
@safe struct GuardedMemory {
  @safe private struct Part {
    var argument: Int
    var text: Int?
    var memory: ab_guarded
  }

  private let function: [UInt8]
  private var parts: [Part] = []
  /// Where the parts are that arguments point to, by the arguments' places.
  private var addresses: [UInt]

  /// So many texts of one argument are guarded each; more of them lie in one part.
  private static let textLimit = 256
  /// What C can have that is aligned most.
  private static let alignment = 64
  private static let pointerByteCount = MemoryLayout<UInt>.size

  init(for call: CallMessage) throws(FailureMessage) {
    switch call.function {
    case .symbol(_, let name): function = [UInt8](name.utf8.prefix(Int(AB_GUARD_NAME_BYTES)))
    case .address: function = []
    }
    addresses = [UInt](repeating: 0, count: call.arguments.count + 1)
    do throws(FailureMessage) {
      for (index, argument) in call.arguments.enumerated() {
        switch argument {
        case .scalar, .callback, .bytes: break
        case .buffer(let buffer): addresses[index] = try place(buffer, index)
        case .texts(let texts): addresses[index] = try place(texts, index)
        }
      }
      if Self.holdsResult(of: call), let count = call.result.byteCount {
        let index = call.arguments.count
        addresses[index] = try place(byteCount: count, lent: count, argument: index)
      }
    } catch {
      giveBack()
      throw error
    }
  }

  /// Whether a call's result is written by the function itself, to where it is told: one that is
  /// longer than any registers.
  static func holdsResult(of call: CallMessage) -> Bool { (call.result.byteCount ?? 0) > 32 }

  /// Where the part of the argument with this index is, the result's behind the last; 0 where it has
  /// none.
  func address(ofArgument index: Int) -> UInt { addresses[index] }

  // MARK: Placing

  private mutating func place(
    _ buffer: WireBuffer, _ index: Int
  ) throws(FailureMessage) -> UInt {
    // What only goes in may have zeros behind it that the library may read.
    guard let count = Int(exactly: buffer.byteCount) else { throw FailureMessage(.outOfMemory) }
    let lent = buffer.mode == .input ? buffer.bytes.count : count
    let address = try place(byteCount: count, lent: lent, argument: index)
    Self.copy(buffer.bytes, to: address)
    return address
  }

  private mutating func place(
    _ texts: [[UInt8]?], _ index: Int
  ) throws(FailureMessage) -> UInt {
    let count = Self.pointerByteCount * (texts.count + 1)
    let table = try place(byteCount: count, lent: count, argument: index)
    var next: UInt = 0
    if texts.count > Self.textLimit {
      var sum = 0
      for case let text? in texts { sum += text.count + 1 }
      next = try place(byteCount: sum, lent: sum, argument: index)
    }
    for (position, text) in texts.enumerated() {
      guard let text else { continue }
      if texts.count <= Self.textLimit {
        let count = text.count + 1
        next = try place(byteCount: count, lent: count, argument: index, text: position)
      }
      Self.copy(text, to: next)
      // Safe: the table has a place for each text.
      unsafe UnsafeMutablePointer<UInt>(bitPattern: table)?[position] = next
      next += UInt(text.count + 1)
    }
    return table
  }

  /// Places memory so that it is aligned as its length allows, which is what its elements need: a
  /// type's length is a multiple of its alignment.
  private mutating func place(
    byteCount: Int, lent: Int, argument: Int, text: Int? = nil
  ) throws(FailureMessage) -> UInt {
    let lowestBit = lent & -lent
    let alignment = lent == 0 ? 1 : lowestBit < Self.alignment ? lowestBit : Self.alignment
    var memory = unsafe ab_guarded()
    // Safe: the name has as many bytes as is said, and is copied.
    let result = unsafe function.withUnsafeBufferPointer { name in
      var owner = unsafe ab_guard_owner(
        function: name.baseAddress, function_byte_count: UInt32(name.count),
        argument: Int32(argument), text: Int32(text ?? -1))
      return unsafe ab_guard_place(&memory, byteCount, lent, UInt32(alignment), &owner)
    }
    guard result == 0 else { throw FailureMessage(.outOfMemory) }
    unsafe parts.append(Part(argument: argument, text: text, memory: memory))
    return unsafe UInt(bitPattern: memory.memory)
  }

  private static func copy(_ bytes: [UInt8], to address: UInt) {
    guard !bytes.isEmpty else { return }
    // Safe: each part was made as long as what goes into it.
    unsafe UnsafeMutableRawPointer(bitPattern: address)?.copyMemory(
      from: bytes, byteCount: bytes.count)
  }

  // MARK: After the call

  /// Throws which part's surroundings have been written.
  func check() throws(FailureMessage) {
    for part in parts {
      var damage = ab_guard_damage()
      let isDamaged = unsafe withUnsafePointer(to: part.memory) { memory in
        unsafe ab_guard_is_damaged(memory, &damage) != 0
      }
      guard isDamaged else { continue }
      // Safe: the bytes are those of a tuple, one behind the other.
      let shown = unsafe withUnsafeBytes(of: damage.shown) { unsafe [UInt8]($0) }
      let message = OverrunMessage(
        argument: UInt8(part.argument), text: part.text.map { UInt32($0) },
        byteCount: UInt64(unsafe part.memory.lent_byte_count), first: damage.first,
        last: damage.last, bytes: [UInt8](shown.prefix(Int(damage.shown_byte_count))))
      throw FailureMessage(.bufferOverrun, message.encoded)
    }
  }

  /// Ends the use of the memory; whoever touches it later is caught as long as it is kept.
  func giveBack() {
    for part in parts {
      var memory = unsafe part.memory
      unsafe ab_guard_return(&memory)
    }
  }
}

extension CallMessage.Argument {
  /// Whether the library gets a pointer to what it is.
  var isLent: Bool {
    switch self {
    case .buffer, .texts: true
    case .scalar, .bytes, .callback: false
    }
  }
}
