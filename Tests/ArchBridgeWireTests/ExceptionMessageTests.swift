import ArchBridgeWire
import TestSupport
import Testing

/// What a failure says of an exception, and how functions are called.
@Suite struct ExceptionMessageTests {
  private static let examples = [
    ExceptionMessage(type: Array("i".utf8), text: Array("-7".utf8), callCount: 2),
    ExceptionMessage(type: []),
    ExceptionMessage(
      type: [UInt8](repeating: 65, count: ExceptionMessage.typeByteLimit),
      text: [UInt8](repeating: 66, count: ExceptionMessage.textByteLimit), callCount: .max),
  ]

  @Test(arguments: examples)
  func `a message is read as it was written`(_ message: ExceptionMessage) throws {
    #expect(try ExceptionMessage(decoding: message.encoded) == message)
    let failure = FailureMessage(.exceptionThrown, message.encoded)
    #expect(failure.encoded.count <= FailureMessage.byteLimit)
  }

  @Test(arguments: examples.prefix(2))
  func `a message cut short, or with a byte too many, is refused`(_ message: ExceptionMessage) {
    for byteCount in 0..<message.encoded.count {
      #expect(throws: CBORError.self) {
        try ExceptionMessage(decoding: [UInt8](message.encoded.prefix(byteCount)))
      }
    }
    #expect(throws: CBORError.trailingBytes(byteCount: 1)) {
      try ExceptionMessage(decoding: message.encoded + [0xF6])
    }
  }

  @Test func `names and texts that are too long are refused`() {
    let type = ExceptionMessage(
      type: [UInt8](repeating: 65, count: ExceptionMessage.typeByteLimit + 1))
    let text = ExceptionMessage(
      type: [], text: [UInt8](repeating: 65, count: ExceptionMessage.textByteLimit + 1))
    for message in [type, text] {
      #expect(throws: CBORError.self) { try ExceptionMessage(decoding: message.encoded) }
    }
  }

  @Test func `mutated messages are read or refused`() {
    var generator = SeededGenerator(seed: 13)
    for index in 0..<20_000 {
      let bytes = generator.mutated(Self.examples[index % 2].encoded)
      guard let message = try? ExceptionMessage(decoding: bytes) else { continue }
      #expect(throws: Never.self) { try ExceptionMessage(decoding: message.encoded) }
    }
  }

  // MARK: Conventions

  private static let conventions: [WireConvention] = [
    .c, .stdcall, .fastcall, .thiscall, .regparm1, .regparm2, .regparm3,
  ]

  @Test(arguments: conventions)
  func `every message keeps its convention`(_ convention: WireConvention) throws {
    for reportsErrno in [false, true] {
      let call = CallMessage(
        function: .address(1), result: WireForm(.int32), textLimit: 0, arguments: [],
        reportsErrno: reportsErrno, convention: convention)
      #expect(try CallMessage(decoding: call.encoded) == call)
    }
    let prepare = PrepareMessage(
      function: .address(1), result: .int32, textLimit: 0, parameters: [.int32],
      convention: convention)
    #expect(try PrepareMessage(decoding: prepare.encoded) == prepare)
    let register = RegisterMessage(
      callback: WireCallback(
        id: 1, result: WireForm(.int32), textLimit: 0, parameters: [WireForm(.float64)],
        convention: convention))
    #expect(try RegisterMessage(decoding: register.encoded) == register)
  }

  @Test func `conventions that there are not are refused`() {
    let prepare = PrepareMessage(
      function: .address(1), result: .int32, textLimit: 0, parameters: [], convention: .stdcall)
    for number: UInt8 in [0, 7, 23] {
      #expect(throws: CBORError.self) {
        try PrepareMessage(decoding: prepare.encoded.dropLast() + [number])
      }
    }
    let call = CallMessage(
      function: .address(1), result: WireForm(.int32), textLimit: 0, arguments: [],
      convention: .stdcall)
    for flags: UInt8 in [0, 14, 15, 23] {
      #expect(throws: CBORError.self) {
        try CallMessage(decoding: call.encoded.dropLast() + [flags])
      }
    }
  }
}
