/// What `callbackNumbers` holds, which is no CBOR: numbers in little-endian order at fixed places.
///
///     0  function    UInt32   its number
///     4  slots       UInt32   how many there are
///     8  8 bytes for each parameter
///
/// A slot is a number as `WireScalar` has it. The controller's answer, `calledBackNumbers`, is one.
public struct CallbackNumbers: Equatable, Sendable {
  /// The bytes before the slots.
  public static let headByteCount = 8

  /// The function's number.
  public var id: UInt32
  /// What the library gives to it.
  public var slots: [UInt64]

  /// Makes the message.
  public init(id: UInt32, slots: [UInt64]) {
    self.id = id
    self.slots = slots
  }

  /// Makes the envelope that carries this message.
  public func envelope(version: UInt16, thread: UInt32) -> Envelope {
    var body: [UInt8] = []
    body.reserveCapacity(Self.headByteCount + 8 * slots.count)
    Self.append(UInt64(id) | UInt64(slots.count) << 32, to: &body)
    for slot in slots { Self.append(slot, to: &body) }
    return Envelope(
      kind: .callbackNumbers, version: version, sequence: 0, body: body, thread: thread)
  }

  /// Reads the message; nil where the body has another length than it says.
  public init?(decoding body: [UInt8]) {
    guard body.count >= Self.headByteCount else { return nil }
    let head = Self.number(body, at: 0)
    let count = Int(head >> 32)
    guard (body.count - Self.headByteCount) % 8 == 0,
      (body.count - Self.headByteCount) / 8 == count
    else { return nil }
    id = UInt32(truncatingIfNeeded: head)
    slots = []
    slots.reserveCapacity(count)
    for index in 0..<count {
      slots.append(Self.number(body, at: Self.headByteCount + 8 * index))
    }
  }

  /// Makes the envelope that carries an answer; 0 where the library is to get zeros.
  public static func answer(_ bits: UInt64, version: UInt16, thread: UInt32) -> Envelope {
    var body: [UInt8] = []
    append(bits, to: &body)
    return Envelope(
      kind: .calledBackNumbers, version: version, sequence: 0, body: body, thread: thread)
  }

  /// Reads the answer of `callback`; nil where its result is no such number.
  public static func answer(decoding body: [UInt8], from callback: WireCallback) -> UInt64? {
    guard body.count == 8 else { return nil }
    let bits = number(body, at: 0)
    return callback.result.type == .void || callback.result.type.holds(bits) ? bits : nil
  }

  private static func append(_ value: UInt64, to body: inout [UInt8]) {
    for index in 0..<8 { body.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }

  private static func number(_ body: [UInt8], at offset: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<8 { value |= UInt64(body[offset + index]) << UInt64(8 * index) }
    return value
  }
}

extension WireType {
  /// Whether this is a number or a pointer.
  public var isNumber: Bool {
    switch kind {
    case .signed, .unsigned, .floating: true
    case .none, .text, .bytes, .reference: false
    }
  }

  /// Whether these 64 bits are a number of this type.
  public func holds(_ bits: UInt64) -> Bool { isNumber && WireScalar.holds(bits, self) }
}

extension WireCallback {
  /// Whether the function is called with `callbackNumbers`: all that it takes and gives is numbers.
  public var isNumbers: Bool {
    for parameter in parameters where !parameter.type.isNumber { return false }
    return result.type == .void || result.type.isNumber
  }
}
