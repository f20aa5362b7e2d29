import ArchBridgeServer
import ArchBridgeWire
import Glibc

/// Requests to the helper's code, in this process.
///
/// A request may call any address and write to any: what would is left out, or led to a function that
/// does nothing and to memory of its own.
extension FuzzTarget {
  static let requests = FuzzTarget(name: "requests") { bytes in
    let server = RequestServer(machine: 62)
    _ = server.reply(to: HelloMessage().envelope(version: 0, sequence: 1))
    _ = server.reply(
      to: LoadMessage(name: Array("libm.so.6".utf8), flags: .now).envelope(version: 1, sequence: 2))
    var rest = bytes[...]
    var sequence: UInt64 = 3
    // kind, two bytes of length, body; again
    while let kind = rest.popFirst(), let low = rest.popFirst(), let high = rest.popFirst() {
      let body = [UInt8](rest.prefix(Int(low) | Int(high) << 8))
      rest = rest.dropFirst(body.count)
      sequence += 1
      guard
        let request = harmless(
          Envelope(
            kind: EnvelopeKind(rawValue: UInt16(kind)), version: 1, sequence: sequence, body: body))
      else { continue }
      let reply = server.reply(to: request)
      require(reply.sequence == sequence && reply.version == 1, "a reply to another request")
      require(reply.body.count <= 1 << 24, "a reply of \(reply.body.count) bytes")
    }
  }

  private static let scratch = UInt64(
    UInt(bitPattern: UnsafeMutableRawPointer.allocate(byteCount: 65_536, alignment: 4_096)))
  private static let functions: Set<String> = ["abs", "labs", "toupper", "cos", "hypot", "cbrtf"]

  private static func harmless(_ request: Envelope) -> Envelope? {
    var request = request
    switch request.kind {
    case .call:
      guard let call = try? CallMessage(decoding: request.body) else { return request }
      return isHarmless(call.function) ? request : nil
    case .prepare:
      guard let message = try? PrepareMessage(decoding: request.body) else { return request }
      return isHarmless(message.function) ? request : nil
    case .load:
      guard let message = try? LoadMessage(decoding: request.body) else { return request }
      return message.name == Array("libm.so.6".utf8) ? request : nil
    case .writeMemory:
      guard var message = try? WriteMemoryMessage(decoding: request.body) else { return request }
      guard message.bytes.count <= 32_768 else { return nil }
      message.address =
        message.address < 4_096
        ? message.address : scratch + message.address % 32_768
      request.body = message.encoded
      return request
    default: return request
    }
  }

  private static func isHarmless(_ function: CallMessage.Function) -> Bool {
    if case .symbol(_, let name) = function { return functions.contains(name) }
    return false
  }
}
