internal import ArchBridgeWire

/// A request in its caller's terms: a function and its arguments.
struct RequestText: CustomStringConvertible {
  /// One argument: how it reads, and what tells it from others.
  struct Part {
    let text: String
    let key: [UInt8]

    init(_ text: String, _ key: [UInt8]) { (self.text, self.key) = (text, key) }
    /// What is all in its text.
    init(_ text: String) { self.init(text, [UInt8](text.utf8)) }
  }

  let name: String
  let parts: [Part]

  init(_ name: String, _ parts: [Part]) { (self.name, self.parts) = (name, parts) }

  /// `add(1, 2)`.
  var description: String { "\(name)(\(parts.map(\.text).joined(separator: ", ")))" }
}

extension RequestText.Part {
  init(_ argument: CallMessage.Argument, _ wire: WireText) {
    switch argument {
    case .scalar(let scalar):
      var key = [scalar.type.rawValue]
      key.append(littleEndian: scalar.bits)
      self.init(wire.text(scalar), key)
    case .bytes(_, let bytes): self.init(wire.hex(bytes), bytes)
    case .buffer(let buffer):
      let text = wire.text(buffer)
      var key = buffer.bytes
      key.append(littleEndian: UInt64(buffer.byteCount) | UInt64(buffer.mode.rawValue) << 32)
      self.init(text, key)
    case .texts(let texts):
      let shown = texts.prefix(8).map { $0.map { wire.quoted($0) } ?? "NULL" }
      let rest = texts.count > shown.count ? ", …" : ""
      self.init(
        "[\(shown.joined(separator: ", "))\(rest)]", texts.flatMap { [0] + ($0 ?? [1, 0]) })
    case .callback(let callback):
      let types = callback.parameters.map { wire.name($0) }.joined(separator: ", ")
      self.init("closure(\(types)) -> \(wire.name(callback.result))")
    }
  }
}
