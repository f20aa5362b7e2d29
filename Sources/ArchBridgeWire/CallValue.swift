/// A value that a function returns, or that is given to or returned by a callback.
public enum CallValue: Hashable, Sendable {
  /// Nothing.
  case void
  /// A number or address.
  case scalar(WireScalar)
  /// A value of many bytes.
  case bytes([UInt8])
  /// A text's bytes before its NUL, or nil for a null pointer.
  case text([UInt8]?)
  /// Where a text is that cannot be read.
  case unreadableText(UInt64)

  func write(to writer: inout CBORWriter) {
    switch self {
    case .void, .text(nil): writer.writeNull()
    case .scalar(let scalar): scalar.write(to: &writer)
    case .bytes(let bytes), .text(let bytes?): writer.write(bytes: bytes)
    case .unreadableText(let address): writer.write(unsigned: address)
    }
  }

  /// Reads the value of a form; a text has at most `textLimit` bytes.
  init(
    _ form: WireForm, textLimit: UInt32, from reader: inout CBORReader
  ) throws(CBORError) {
    let start = reader.offset
    switch form.type.kind {
    case .none:
      guard try reader.readNullIfNext() else { throw .unexpectedItem(offset: start) }
      self = .void
    case .text:
      if case .unsigned(let address) = try reader.peek() {
        _ = try reader.next()
        self = .unreadableText(address)
        return
      }
      let bytes = try reader.readOptionalBytes()
      let unit = form.type.textUnitByteCount ?? 1
      if let bytes, !Self.isText(bytes, unit: unit) || bytes.count > Int(clamping: textLimit) {
        throw .unexpectedItem(offset: start)
      }
      self = .text(bytes)
    case .bytes:
      let bytes = try reader.readBytes()
      guard bytes.count == form.byteCount else { throw .unexpectedItem(offset: start) }
      self = .bytes(bytes)
    case .reference: throw .unexpectedItem(offset: start)
    case .signed, .unsigned, .floating:
      self = .scalar(try WireScalar(type: form.type, from: &reader))
    }
  }

  /// Whether the bytes are whole characters of `unit` bytes, none of them NUL.
  public static func isText(_ bytes: [UInt8], unit: Int) -> Bool {
    guard bytes.count % unit == 0 else { return false }
    var index = 0
    while index < bytes.count {
      var isZero = true
      for offset in 0..<unit where bytes[index + offset] != 0 { isZero = false }
      if isZero { return false }
      index += unit
    }
    return true
  }
}
