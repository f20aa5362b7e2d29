import ArchBridgeWire
import Testing

/// One envelope that the protocol's document shows, as this code has it.
struct MessageExample: CustomTestStringConvertible, Sendable {
  let name: String
  var envelope: Envelope
  /// Whether a body reads back as the example's message.
  let isHeld: @Sendable ([UInt8]) throws -> Bool

  var testDescription: String { name }

  init(
    _ name: String, _ sequence: UInt64, version: UInt16 = 1,
    _ message: some Message & Equatable & Sendable & Sendable
  ) {
    self.name = name
    envelope = message.envelope(version: version, sequence: sequence)
    isHeld = { body in try Self.read(body, like: message) == message }
  }

  init(_ name: String, _ sequence: UInt64, _ message: ReturnedMessage, answering call: CallMessage)
  {
    self.name = name
    envelope = message.envelope(version: 1, sequence: sequence)
    isHeld = { body in try ReturnedMessage(decoding: body, answering: call) == message }
  }

  init(_ name: String, thread: UInt32, _ message: CallbackMessage, calling callback: WireCallback) {
    self.name = name
    envelope = message.envelope(version: 1, sequence: 0, thread: thread)
    isHeld = { body in try CallbackMessage(decoding: body, calling: callback) == message }
  }

  init(_ name: String, thread: UInt32, _ message: CalledBackMessage, from callback: WireCallback) {
    self.name = name
    envelope = message.envelope(version: 1, sequence: 0, thread: thread)
    isHeld = { body in try CalledBackMessage(decoding: body, from: callback) == message }
  }

  init(_ name: String, thread: UInt32, _ message: CallbackNumbers) {
    self.name = name
    envelope = message.envelope(version: 1, thread: thread)
    isHeld = { body in CallbackNumbers(decoding: body) == message }
  }

  init(_ name: String, thread: UInt32, answer bits: UInt64, from callback: WireCallback) {
    self.name = name
    envelope = CallbackNumbers.answer(bits, version: 1, thread: thread)
    isHeld = { body in CallbackNumbers.answer(decoding: body, from: callback) == bits }
  }

  /// One whose body is words in little-endian order.
  init(_ name: String, _ sequence: UInt64, _ kind: EnvelopeKind, _ words: [UInt64]) {
    self.name = name
    let body = words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }
    envelope = Envelope(kind: kind, version: 1, sequence: sequence, body: body)
    isHeld = { $0 == body }
  }

  private static func read<Value: Message>(_ body: [UInt8], like _: Value) throws -> Value {
    try Value(decoding: body)
  }
}

extension MessageExample {
  /// Those whose bodies are CBOR.
  static let all =
    handshake + libraries + calls + returns + memory + sharedMemory + callbacks + preparations
    + confinement + guarding + servers

  /// Those whose bodies are numbers at fixed places.
  static let numbers =
    [
      MessageExample("invoke", 22, .invoke, [0, UInt64(bitPattern: -5)]),
      MessageExample("result", 22, .result, [0, 5]),
      MessageExample(
        "invoke, a buffer", 24, .invoke,
        [
          1 | 1 << 32 | UInt64(InvokeBody.reportsErrno) << 48, 0, 0 | 3 << 32, 0x3234,
          0,
        ]),
      MessageExample("result, with errno", 24, .result, [0, 42]),
      MessageExample(
        "batch", 25, .batch,
        [
          2, 16, 0, UInt64(bitPattern: -7), 16 | 1 << 32, 0,
          UInt64(InvokeBody.Rule.nonzero.flags) << 48, 0,
        ]),
      MessageExample("results", 25, .results, [2, 7, 7]),
    ] + callbackNumbers

  private static let preparations = [
    MessageExample(
      "prepare", 21,
      PrepareMessage(
        function: .symbol(library: 1, name: "abs"), result: .int32, textLimit: 0,
        parameters: [.int32])),
    MessageExample("prepared", 21, PreparedMessage(id: 0)),
    MessageExample(
      "prepare, a pointer", 23,
      PrepareMessage(
        function: .symbol(library: 1, name: "atoi"), result: .int32, textLimit: 0,
        parameters: [.pointer])),
  ]

  static let callbackNumbers = [
    MessageExample(
      "callbackNumbers", thread: 0,
      CallbackNumbers(id: 7, slots: [UInt64(bitPattern: -5), 0xF7D4_1230])),
    MessageExample("callbackNumbers, of a thread", thread: 2, CallbackNumbers(id: 8, slots: [])),
    MessageExample(
      "calledBackNumbers", thread: 0, answer: UInt64(bitPattern: -1), from: CallExample.numbers),
    MessageExample(
      "calledBackNumbers, without an answer", thread: 2, answer: 0, from: CallExample.numbers),
  ]

  static func named(_ name: String) -> MessageExample? {
    (all + numbers).first { $0.name == name }
  }

  private static let handshake = [
    MessageExample("hello", 1, version: 0, HelloMessage(oldestVersion: 1, newestVersion: 1)),
    MessageExample(
      "welcome", 1, version: 0,
      WelcomeMessage(
        oldestVersion: 1, newestVersion: 1, version: 1, machine: 3, pointerByteCount: 4)),
    MessageExample(
      "welcome, no common version", 1, version: 0,
      WelcomeMessage(
        oldestVersion: 1, newestVersion: 1, version: 0, machine: 3, pointerByteCount: 4)),
  ]

  private static let libraries = [
    MessageExample("load", 2, LoadMessage(name: Array("libz.so.1".utf8), flags: [])),
    MessageExample(
      "load, with flags", 3,
      LoadMessage(name: Array("./libadder.so".utf8), flags: [.now, .global])),
    MessageExample(
      "loaded", 2, LoadedMessage(library: 1, path: Array("/lib/i386-linux-gnu/libz.so.1".utf8))),
    MessageExample("resolve", 4, ResolveMessage(library: 1, name: "crc32")),
    MessageExample("resolved", 4, ResolvedMessage(address: 0xF7D4_1230)),
    MessageExample(
      "failure", 2,
      FailureMessage(
        .libraryNotLoaded, Array("libz.so.1: cannot open shared object file".utf8))),
  ]

  private static let calls = [
    MessageExample("call", 5, CallExample.add),
    MessageExample("call, by address", 6, CallExample.byAddress),
    MessageExample("call, every type", 7, CallExample.everyType),
    MessageExample("call, buffers", 8, CallExample.buffers),
    MessageExample("call, text result", 9, CallExample.text),
    MessageExample("call, values of many bytes", 13, CallExample.values),
    MessageExample("call, references", 14, CallExample.references),
    MessageExample("call, with a convention", 31, CallExample.fastcall),
  ]

  private static let returns = [
    MessageExample(
      "returned", 5,
      ReturnedMessage(
        result: .scalar(WireScalar(type: .int32, bits: UInt64(bitPattern: -1))), buffers: []),
      answering: CallExample.add),
    MessageExample(
      "returned, nothing", 6, ReturnedMessage(result: .void, buffers: []),
      answering: CallExample.byAddress),
    MessageExample(
      "returned, float", 7,
      ReturnedMessage(
        result: .scalar(WireScalar(type: .float64, bits: 1.234.bitPattern)), buffers: []),
      answering: CallExample.everyType),
    MessageExample(
      "returned, buffers", 8,
      ReturnedMessage(
        result: .void, buffers: [CallExample.bytes([0.8, 1.4]), Array("ok".utf8)]),
      answering: CallExample.buffers),
    MessageExample(
      "returned, text", 9, ReturnedMessage(result: .text(Array("1.2.13".utf8)), buffers: []),
      answering: CallExample.text),
    MessageExample(
      "returned, value of many bytes", 13,
      ReturnedMessage(result: .bytes([3, 0, 0, 0, 2, 0, 0, 0]), buffers: []),
      answering: CallExample.values),
    MessageExample(
      "returned, errno", 14,
      ReturnedMessage(
        result: .scalar(WireScalar(type: .int32, bits: UInt64(bitPattern: -1))), buffers: [],
        errno: 2),
      answering: CallExample.references),
    MessageExample(
      "returned, null text", 9, ReturnedMessage(result: .text(nil), buffers: []),
      answering: CallExample.text),
  ]

  private static let memory = [
    MessageExample(
      "readMemory", 10, ReadMemoryMessage(address: 0xF7D4_1230, byteCount: 4)),
    MessageExample(
      "readMemory, text", 11, ReadMemoryMessage(address: 0xF7D4_1230, byteCount: 256, textUnit: 1)),
    MessageExample("memory", 10, MemoryMessage(bytes: Array("\u{7F}ELF".utf8))),
    MessageExample(
      "writeMemory", 12, WriteMemoryMessage(address: 0xF7D4_1230, bytes: [1, 0, 0, 0])),
    MessageExample("written", 12, WrittenMessage()),
    MessageExample(
      "readTexts", 15, ReadTextsMessage(address: 0xF7D4_1230, count: 2, textLimit: 4_096)),
    MessageExample("texts", 15, TextsMessage(texts: [Array("name".utf8), nil])),
  ]

  private static let sharedMemory = [
    MessageExample("map", 18, MapMessage(offset: 131_072, byteCount: 104_857_600)),
    MessageExample("mapped", 18, MappedMessage(address: 0xE000_0000)),
    MessageExample(
      "map, more than there is room for", 19,
      MapMessage(offset: 104_988_672, byteCount: 4_190_109_696)),
    MessageExample(
      "mapped, not for want of room", 19, MappedMessage(address: 0, room: 3_221_225_472)),
    MessageExample("unmap", 20, UnmapMessage(address: 0xE000_0000, byteCount: 104_857_600)),
    MessageExample("unmapped", 20, UnmappedMessage()),
  ]

  private static let confinement = [
    MessageExample(
      "confine", 26,
      ConfineMessage(
        restrictions: 31, writable: [], readable: [Array("/usr/lib".utf8)],
        limits: [536_870_912, .max, .max, .max, .max])),
    MessageExample(
      "confined", 26,
      ConfinedMessage(
        restrictions: 31, limits: [536_870_912, .max, .max, .max, .max], refusals: [])
    ),
    MessageExample("confine, nothing more", 27, ConfineMessage(restrictions: 0)),
    MessageExample(
      "confined, with what was refused", 27,
      ConfinedMessage(
        restrictions: 0, limits: [.max, .max, .max, .max, .max], refusals: [102 << 16 | 3])),
    MessageExample("standBy", 28, StandByMessage()),
    MessageExample("standingBy", 28, StandingByMessage(isThere: true)),
  ]

  private static let guarding = [
    MessageExample("guardBuffers", 28, GuardMessage(keptByteCount: 67_108_864)),
    MessageExample("guardedBuffers", 28, GuardedMessage()),
    MessageExample(
      "failure, of an overrun", 29,
      FailureMessage(
        .bufferOverrun,
        OverrunMessage(argument: 0, byteCount: 16, first: -1, last: -1, bytes: [65]).encoded)),
    MessageExample(
      "failure, of an exception", 30,
      FailureMessage(
        .exceptionThrown,
        ExceptionMessage(type: Array("i".utf8), text: Array("-7".utf8), callCount: 2).encoded)),
  ]

  private static let callbacks = [
    MessageExample("register", 16, RegisterMessage(callback: CallExample.callback)),
    MessageExample("registered", 16, RegisteredMessage(address: 0xF7F0_2010)),
    MessageExample(
      "callback", thread: 0,
      CallbackMessage(
        id: 7,
        arguments: [
          .scalar(WireScalar(type: .pointer, bits: 0)), .text(Array("ok".utf8)),
          .bytes([3, 0, 0, 0, 2, 0, 0, 0]),
        ]), calling: CallExample.callback),
    MessageExample(
      "callback, of a thread", thread: 2,
      CallbackMessage(
        id: 7,
        arguments: [
          .scalar(WireScalar(type: .pointer, bits: 0xF7D4_1230)), .unreadableText(16),
          .bytes([3, 0, 0, 0, 2, 0, 0, 0]),
        ]), calling: CallExample.callback),
    MessageExample(
      "calledBack", thread: 0,
      CalledBackMessage(
        value: .scalar(WireScalar(type: .int32, bits: UInt64(bitPattern: -1)))),
      from: CallExample.callback),
    MessageExample(
      "calledBack, without an answer", thread: 2, CalledBackMessage(value: .void),
      from: CallExample.callback),
    MessageExample("unregister", 17, UnregisterMessage(id: 7)),
    MessageExample("unregistered", 17, UnregisteredMessage()),
  ]
}
