import ArchBridgeServer
import ArchBridgeWire

/// A server that takes values of every shape.
final class ShapesServer: LibraryServer {
  private var count = 0

  required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(arguments)
    let _: Double? = try arguments.optional("scale")
    let _: [String]? = try arguments.optional("names")
    register("add", parameters: ["a", "b"]) { (a: Int32, b: Int32) in a &+ b }
    register("scale", parameters: ["values", "factor"]) { (values: [Double], factor: Float) in
      values.map { $0 * Double(factor) }
    }
    register("texts", parameters: ["texts"]) { (texts: [String: [String?]]) in texts }
    register("bytes", parameters: ["bytes", "more"]) { (bytes: [UInt8], more: [Int16]?) in
      bytes.count + (more?.count ?? 0)
    }
    register("deep", parameters: ["rows"]) { (rows: [[[Int8]]]) in rows }
    register("maybe", parameters: ["flag", "wide", "text"]) {
      (flag: Bool?, wide: UInt64, text: String) in text + "\(flag ?? false) \(wide)"
    }
    register(property: "count", get: { self.count }, set: { self.count = $0 })
    register("failing") { () throws(ServerError) in throw ServerError("Always", "it fails") }
  }
}

/// Requests to a server of the user's own, in this process.
extension FuzzTarget {
  static let servers = FuzzTarget(name: "servers") { bytes in
    let server = RequestServer(machine: 62)
    server.makeServer = { (arguments: ServerArguments) throws(ServerError) -> LibraryServer in
      try ShapesServer(arguments)
    }
    _ = server.reply(to: HelloMessage().envelope(version: 0, sequence: 1))
    var rest = bytes[...]
    // Its arguments come first, or there are none.
    let length = Int(rest.popFirst() ?? 0)
    let start = [UInt8](rest.prefix(length))
    rest = rest.dropFirst(length)
    let started = server.reply(
      to: length == 0
        ? StartServerMessage(arguments: []).envelope(version: 1, sequence: 2)
        : Envelope(kind: .startServer, version: 1, sequence: 2, body: start))
    require(started.kind == .serverStarted || started.kind == .failure, "another answer")
    require(length > 0 || started.kind == .serverStarted, "it does not start")
    var sequence: UInt64 = 2
    // two bytes of length, body; again
    while let low = rest.popFirst(), let high = rest.popFirst() {
      let body = [UInt8](rest.prefix(Int(low) | Int(high) << 8))
      rest = rest.dropFirst(body.count)
      sequence += 1
      let answer = server.reply(
        to: Envelope(kind: .request, version: 1, sequence: sequence, body: body))
      require(answer.sequence == sequence, "an answer to another request")
      switch answer.kind {
      case .answer:
        require((try? CBORValue(decoding: answer.body)) != nil, "an answer that is no value")
        require(answer.body.count <= 16 * body.count + 64, "an answer that is too long")
      case .failure:
        require(
          (try? FailureMessage(decoding: answer.body)) != nil, "a failure that cannot be read")
      default: require(false, "an answer of another kind")
      }
    }
    server.shutDownServer()
  }
}
