import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import Synchronization

/// A helper whose answers are bytes.
///
/// Each answer is three bytes and a body: what is wrong with its header, if anything, its kind, and
/// how long it is.
private final class ByteChannel: Channel {
  private struct State {
    var rest: ArraySlice<UInt8>
    var sequence: UInt64 = 0
    var waiting: [Envelope] = []
  }

  private let state: Mutex<State>
  /// What its server says that it offers; nil for an answer like the others.
  private let members: [ServerMember]?

  init(_ bytes: ArraySlice<UInt8>, offers members: [ServerMember]? = nil) {
    state = Mutex(State(rest: bytes))
    self.members = members
  }

  var processID: Int32 { 0 }

  func send(_ envelope: Envelope, deadline: ContinuousClock.Instant?) throws(ChannelError) {
    state.withLock { state in
      switch envelope.kind {
      case .hello:
        state.waiting.append(
          WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4)
            .envelope(version: 0, sequence: envelope.sequence))
      case .load:
        state.waiting.append(
          LoadedMessage(library: 1, path: Array("/nowhere".utf8))
            .envelope(version: 1, sequence: envelope.sequence))
      case .startServer where members != nil:
        state.waiting.append(
          ServerStartedMessage(libraryPath: [], members: members ?? [])
            .envelope(version: 1, sequence: envelope.sequence))
      case .calledBack, .calledBackNumbers: break
      default: state.sequence = envelope.sequence
      }
    }
  }

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    // Nothing comes from the library's own threads.
    guard lane == .main else { throw .closed }
    let next = state.withLock { state -> Envelope? in
      if !state.waiting.isEmpty { return state.waiting.removeFirst() }
      return Self.next(&state)
    }
    guard let next else { throw .ended(.exited(0)) }
    let limit = bodyLimit()
    guard next.body.count <= limit else {
      throw .notAnEnvelope(.tooLarge(byteCount: UInt32(next.body.count), limit: limit))
    }
    return next
  }

  func exchange(
    _ request: UnsafeRawBufferPointer, reply: UnsafeMutableRawBufferPointer, nanoseconds: Int64
  ) throws(ChannelError) -> Int? {
    guard let header = EnvelopeHeader(loading: request) else {
      throw .notAnEnvelope(.notAnEnvelope)
    }
    try send(
      Envelope(header: header, body: [UInt8](request[EnvelopeHeader.byteCount...])), deadline: nil)
    return state.withLock { state -> Int? in
      // One in four is received in the other way.
      guard let first = state.rest.first, first & 3 != 3 else { return nil }
      let before = state
      guard let bytes = Self.next(&state)?.encoded, bytes.count <= reply.count else {
        state = before
        return nil
      }
      reply.copyBytes(from: bytes)
      if first & 0x10 != 0 { reply[Int(first) % bytes.count] ^= first }
      return first & 0x20 != 0 ? max(bytes.count - Int(first & 15), 24) : bytes.count
    }
  }

  private static func next(_ state: inout State) -> Envelope? {
    guard let how = state.rest.popFirst(), let kind = state.rest.popFirst(),
      let count = state.rest.popFirst()
    else { return nil }
    let body = [UInt8](state.rest.prefix(Int(count)))
    state.rest = state.rest.dropFirst(body.count)
    let isCallback = kind == 18 || kind == 26
    return Envelope(
      kind: EnvelopeKind(rawValue: UInt16(kind)), version: how & 4 != 0 ? 2 : 1,
      sequence: how & 8 != 0 ? UInt64(how) : isCallback ? 0 : state.sequence, body: body,
      thread: how & 0x40 != 0 ? 1 : 0)
  }

  func close(grace: Duration) -> HelperExitStatus { .exited(0) }
}

extension FuzzTarget {
  /// A client whose helper answers with anything: every call gives a value or an error.
  static let replies = FuzzTarget(name: "replies") { bytes in
    guard let choice = bytes.first else { return }
    do {
      let client = try LibraryClient(
        "libx.so.1", configuration: .init(), channel: ByteChannel(bytes.dropFirst()))
      defer { client.close() }
      for step in 0..<8 {
        try call(client, (Int(choice) &+ step) % 9, mayListen: choice & 0x80 != 0)
      }
    } catch is BridgeError {
      return
    } catch {
      fatalError("another error: \(error)")
    }
  }

  /// A client whose server answers with anything, also when it is to say what it offers.
  static let serverReplies = FuzzTarget(name: "server-replies") { bytes in
    guard let choice = bytes.first else { return }
    do {
      let client = try LibraryClient(
        server: "x", arguments: ["a": 1], configuration: .init(),
        channel: ByteChannel(bytes.dropFirst(), offers: choice & 1 == 0 ? members : nil))
      defer { client.close() }
      _ = try client.server.help()
      for step in 0..<6 { try ask(client.server, (Int(choice >> 1) &+ step) % 6) }
    } catch is BridgeError {
      return
    } catch {
      fatalError("another error: \(error)")
    }
  }

  private static let members = [
    ServerMember(
      number: 0, kind: .function, name: "add",
      parameters: [
        .init(label: "", type: "Int32", slotType: .int32),
        .init(label: "to", type: "Int32", slotType: .int32),
      ], result: .init(label: "", type: "Int32", slotType: .int32), help: ""),
    ServerMember(
      number: 1, kind: .function, name: "names", parameters: [],
      result: .init(label: "", type: "[String]", slotType: nil), help: "All of them."),
    ServerMember(
      number: 2, kind: .variable, name: "table", parameters: [],
      result: .init(label: "", type: "[String: [Double]]", slotType: nil), help: ""),
  ]

  private static func ask(_ server: ServerProxy, _ what: Int) throws {
    switch what {
    case 0: let _: Int32 = try server.add(1, to: 2)
    case 1:
      let names: [String] = try server.names()
      require(names.count <= 1 << 20, "\(names.count) names")
    case 2: let _: [String: [Double]] = try server.table
    case 3: try server.table.set(["a": [1.5]])
    case 4:
      let add = try server.function("add", as: ((Int32, Int32) -> Int32).self)
      require(try add.map([1, 2], [3, 4]).count == 2, "another number of results")
    default: let _: [UInt8]? = try server.request("names")
    }
  }

  private static func call(_ lib: LibraryClient, _ what: Int, mayListen: Bool) throws {
    switch what {
    case 0: let _: Int32 = try lib.abs(-1)
    case 1:
      let text: String = try lib.text()
      require(text.utf8.count <= 3 * 65_536, "a text of \(text.utf8.count) bytes")
    case 2:
      let (numbers, text) = (Out<[Int16]>(count: 5), Out<String>(capacity: 9))
      let _: Double = try lib.fill(numbers, text, InOut([1.5, 2.5]))
      require(numbers.value.count == 5 && text.value.utf8.count <= 27, "memory of another length")
    case 3:
      let double = try lib.function("twice", as: ((Int32) -> Int32).self)
      require(try double.map([1, 2, 3]).count == 3, "another number of results")
    case 4:
      let sum = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.abs(1)
        let second: BatchResult<Int32> = try batch.abs(first)
        return second
      }
      _ = try sum.value
    case 5:
      let address = try lib.memory.allocate(copying: [1.5])
      require(try lib.memory.read(Double.self, at: address, count: 4).count == 4, "another count")
      _ = try lib.memory.readText(address)
    case 6 where mayListen:
      let _: Int32 = try lib.apply(Callback { (value: Int32) -> Int32 in value }, 1)
    case 7:
      try lib.declare("struct p { int x; double y; }; struct p point(int);")
      let _: Structure = try lib.point(1)
    default:
      let name = try lib.function("name", as: ((Int32) -> String?).self)
      _ = try name(7)
    }
  }
}
