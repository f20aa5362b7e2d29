import ArchBridgeWire
import TestSupport
import Testing

@Suite struct CallMessageTests {
  /// The body of a call whose arguments are these.
  private func body(arguments hex: String) -> [UInt8] {
    bytes(hex: "85 01 61 66 00 00" + hex)
  }

  private func refused(_ body: [UInt8]) -> Bool {
    do throws(CBORError) {
      _ = try CallMessage(decoding: body)
      return false
    } catch .unexpectedItem {
      return true
    } catch {
      return false
    }
  }

  private func roundTrip(_ argument: CallMessage.Argument) throws -> CallMessage.Argument? {
    let call = CallMessage(
      function: .symbol(library: 1, name: "f"), result: .void, textLimit: 0, arguments: [argument])
    return try CallMessage(decoding: call.envelope(version: 1, sequence: 1).body).arguments.first
  }

  @Test(
    arguments: [
      (.int8, -128), (.int8, 127), (.uint8, 0), (.uint8, 255), (.int16, -32_768), (.int16, 32_767),
      (.uint16, 65_535), (.int32, -2_147_483_648), (.int32, 2_147_483_647),
      (.uint32, 4_294_967_295), (.int64, .min), (.int64, .max), (.uint64, -1), (.bool, 0),
      (.bool, 1), (.pointer, -1),
    ] as [(WireType, Int64)])
  func `an integer at its type's bounds comes back`(_ type: WireType, value: Int64) throws {
    let argument = CallExample.scalar(type, value)
    #expect(try roundTrip(argument) == argument)
  }

  @Test(
    arguments: [
      (.float32, 0x7F80_0000), (.float32, 0x8000_0000), (.float32, 1), (.float32, 0x7FC0_1234),
      (.float64, 0x7FF0_0000_0000_0000), (.float64, 1), (.float64, 0x7FF8_0000_0000_1234),
    ] as [(WireType, UInt64)])
  func `a floating-point number comes back bit for bit`(_ type: WireType, bits: UInt64) throws {
    let argument = CallMessage.Argument.scalar(WireScalar(type: type, bits: bits))
    #expect(try roundTrip(argument) == argument)
  }

  @Test(
    arguments: [
      WireBuffer(bytes: []), WireBuffer(bytes: [1, 2, 3]),
      WireBuffer(byteCount: 8, bytes: [1, 2, 3]), WireBuffer(mode: .whole, bytes: [1, 2]),
      WireBuffer(mode: .whole, byteCount: .max, bytes: []),
      WireBuffer(mode: .text, byteCount: 80, bytes: [65, 0]),
    ])
  func `a buffer comes back`(_ buffer: WireBuffer) throws {
    #expect(try roundTrip(.buffer(buffer)) == .buffer(buffer))
  }

  @Test(arguments: TypedArrayTag.allCases)
  func `a buffer of numbers comes back`(_ elements: TypedArrayTag) throws {
    let bytes = [UInt8](0..<UInt8(elements.elementByteCount * 2))
    let argument = CallMessage.Argument.buffer(WireBuffer(bytes: bytes, elements: elements))
    #expect(try roundTrip(argument) == argument)
  }

  @Test(
    arguments: [
      "82 01 1880", "82 01 3880", "82 02 190100", "82 02 20", "82 03 198000", "82 03 398000",
      "82 04 1a00010000", "82 05 1a80000000", "82 05 3a80000000", "82 06 1b0000000100000000",
      "82 07 1b8000000000000000", "82 07 3b8000000000000000", "82 08 20", "82 0b 02", "82 0b f5",
      "82 0c 20",
    ])
  func `a number beyond its type is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test(
    arguments: [
      "82 05 f93c00", "82 05 4101", "82 05 f6", "82 09 01", "82 0a 01", "82 0a f6", "82 0a 6131",
      "82 0c f6", "82 0c 6131",
    ])
  func `a value of another kind than its type is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test(arguments: ["82 00 f6", "82 00 00", "82 0d 4161", "82 0d f6"])
  func `an argument of a type for results is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test func `a double that no float holds is refused as one`() {
    #expect(refused(body(arguments: "82 09 fb 3ff3be76c8b43958")))
  }

  @Test(arguments: ["82 0e 00", "82 18ff 00", "82 190105 00"])
  func `an unknown type is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test func `a type without a value is refused`() {
    #expect(refused(body(arguments: "83 05 01 05")))
  }

  @Test(
    arguments: [
      "82 0c 83 03 00 40", "82 0c 83 190100 00 40", "82 0c 82 01 00", "82 0c 84 01 00 40 00",
      "82 0c 83 01 1b0000000100000000 40", "82 0c 83 01 00 60", "82 0c 9f 01 00 40 ff",
    ])
  func `a buffer of another form is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test(arguments: ["82 0c 83 00 00 4101", "82 0c 83 01 01 420102", "82 0c 83 02 02 43010203"])
  func `a buffer that is shorter than its contents is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test(arguments: ["82 0c d845 4101", "82 0c d856 47 01020304050607", "82 0c 83 01 10 d84e 4101"])
  func `a buffer that ends inside an element is refused`(_ hex: String) {
    #expect(refused(body(arguments: hex)))
  }

  @Test(arguments: ["d841", "d842", "d84c", "d850", "d854", "d857", "c2", "d818"])
  func `a buffer with another tag is refused`(_ tag: String) {
    #expect(refused(body(arguments: "82 0c \(tag) 50 00000000000000000000000000000000")))
  }

  @Test func `an address in a library is refused`() {
    #expect(refused(bytes(hex: "85 01 1a f7d41230 00 00 80")))
  }

  @Test func `bytes for a symbol's name are refused`() {
    #expect(refused(bytes(hex: "85 01 41 66 00 00 80")))
  }

  @Test func `a limit for texts of 33 bits is refused`() {
    #expect(refused(bytes(hex: "85 01 61 66 0d 1b0000000100000000 80")))
  }

  @Test func `as many arguments as there may be are taken`() throws {
    let arguments = Array(repeating: CallExample.scalar(.int32, 1), count: 127)
    let call = CallMessage(
      function: .address(1), result: .void, textLimit: 0, arguments: arguments)
    #expect(
      try CallMessage(decoding: call.envelope(version: 1, sequence: 1).body).arguments.count == 127)
  }

  @Test func `more arguments are refused`() {
    let arguments = Array(repeating: CallExample.scalar(.int32, 1), count: 128)
    let call = CallMessage(
      function: .address(1), result: .void, textLimit: 0, arguments: arguments)
    #expect(refused(call.envelope(version: 1, sequence: 1).body))
  }

  @Test func `a count of arguments that the body cannot hold is refused`() {
    #expect(throws: CBORError.lengthOutOfBounds(offset: 6)) {
      try CallMessage(decoding: body(arguments: "9b ffffffffffffffff"))
    }
  }
}
