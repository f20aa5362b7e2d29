import ArchBridgeServer
import ArchBridgeWire
import Testing

/// Calls of functions that every C library has.
@Suite struct CallRequestTests {
  private let session: ServerSession

  init() throws {
    session = try ServerSession()
    try session.load("libc.so.6")
    try session.load("libm.so.6")
  }

  private func failure(
    _ function: CallMessage.Function, _ result: WireType = .int32,
    _ arguments: [CallMessage.Argument] = []
  ) -> FailureCode? {
    session.failure(
      of: CallMessage(function: function, result: result, textLimit: 16, arguments: arguments))
  }

  @Test func `an int goes in and out`() throws {
    #expect(try session.integer("abs", [.integer(.int32, -7)]) == 7)
  }

  @Test func `64 bits go in and out`() throws {
    #expect(
      try session.integer("llabs", [.integer(.int64, -0x1234_5678_9ABC)], .int64)
        == 0x1234_5678_9ABC)
  }

  @Test func `a double goes in and out`() throws {
    #expect(
      try session.bits("cos", [.double(1.234)], .float64)
        == 0.33046510807172985.bitPattern)
  }

  @Test func `a float goes in and out`() throws {
    #expect(
      try session.bits("fabsf", [.float(-1.5)], .float32) == UInt64(Float(1.5).bitPattern))
  }

  @Test func `floats and integers are mixed`() throws {
    #expect(
      try session.bits("ldexp", [.double(0.75), .integer(.int32, 3)], .float64) == 6.0.bitPattern)
  }

  @Test func `several floats keep their order`() throws {
    #expect(
      try session.bits("fmaf", [.float(2), .float(3), .float(4)], .float32)
        == UInt64(Float(10).bitPattern))
  }

  @Test(arguments: [(.int8, -56), (.uint8, 200)] as [(WireType, Int64)])
  func `a result of 8 bits is extended by its sign`(_ type: WireType, value: Int64) throws {
    #expect(try session.integer("abs", [.integer(.int32, 0x7FF_00C8)], type) == value)
  }

  @Test(arguments: [(.int16, -25_536), (.uint16, 40_000)] as [(WireType, Int64)])
  func `a result of 16 bits is extended by its sign`(_ type: WireType, value: Int64) throws {
    #expect(try session.integer("abs", [.integer(.int32, 0x7FF_9C40)], type) == value)
  }

  @Test(arguments: [(.int32, -1), (.uint32, 0xFFFF_FFFF)] as [(WireType, Int64)])
  func `a result of 32 bits is extended by its sign`(_ type: WireType, value: Int64) throws {
    #expect(try session.integer("toupper", [.integer(.int32, -1)], type) == value)
  }

  @Test(arguments: [(0, 0), (2, 1)])
  func `a Boolean result is 0 or 1`(_ value: Int64, result: Int64) throws {
    #expect(try session.integer("abs", [.integer(.int32, value)], .bool) == result)
  }

  @Test(arguments: [(UInt8(ascii: "a"), true), (UInt8(ascii: "1"), false)])
  func `an int that stands for a truth value is an int`(_ letter: UInt8, isLetter: Bool) throws {
    let result = try session.integer("isalpha", [.integer(.int32, Int64(letter))])
    #expect((result != 0) == isLetter)
  }

  @Test(
    arguments: [
      (.int8, -5), (.int16, -5), (.int32, -5), (.uint8, 5), (.uint16, 5), (.uint32, 5),
    ] as [(WireType, Int64)])
  func `a narrow argument is widened as C does`(_ type: WireType, value: Int64) throws {
    #expect(try session.integer("abs", [.integer(type, value)]) == 5)
  }

  @Test func `a text goes in`() throws {
    #expect(try session.integer("strlen", [.text("helper")], .uint64) == 6)
  }

  @Test func `pointers, text and numbers are mixed`() throws {
    #expect(
      try session.bits(
        "strtoull", [.text("18446744073709551615"), .integer(.pointer, 0), .integer(.int32, 10)],
        .uint64) == .max)
  }

  @Test func `memory comes back`() throws {
    let source = CallMessage.Argument.buffer(WireBuffer(bytes: [1, 2, 3, 4]))
    let returned = try session.call(
      "memcpy", [.out(4), source, .integer(.uint64, 4)], .pointer)
    #expect(returned.buffers == [[1, 2, 3, 4]])
  }

  @Test func `memory comes back zeroed beyond its contents`() throws {
    let buffer = WireBuffer(mode: .whole, byteCount: 6, bytes: [1, 2])
    #expect(try session.call("strlen", [.buffer(buffer)], .uint64).buffers == [[1, 2, 0, 0, 0, 0]])
  }

  @Test func `several buffers come back in their order`() throws {
    let inOut = WireBuffer(mode: .whole, bytes: [9, 0])
    let returned = try session.call(
      "strcpy", [.out(8, mode: .text), .text("abc"), .buffer(inOut)], .pointer)
    #expect(returned.buffers == [Array("abc".utf8), [9, 0]])
  }

  @Test func `a buffer of text without a NUL comes back whole`() throws {
    let returned = try session.call(
      "memset", [.out(3, mode: .text), .integer(.int32, 0x78), .integer(.uint64, 3)], .pointer)
    #expect(returned.buffers == [Array("xxx".utf8)])
  }

  @Test func `a buffer of no bytes has an address`() throws {
    #expect(
      try session.bits("memchr", [.out(0), .integer(.int32, 0), .integer(.uint64, 0)], .pointer)
        == 0)
  }

  @Test func `buffers are aligned to 16 bytes`() throws {
    let returned = try session.call(
      "strcpy", [.out(3), .text("")], .pointer)
    let other = try session.call("strcpy", [.out(1), .text(""), .out(1)], .pointer)
    #expect(
      [returned, other].allSatisfy { result in
        if case .scalar(let scalar) = result.result { scalar.bits % 16 == 0 } else { false }
      })
  }

  @Test func `a text comes out`() throws {
    let returned = try session.call("getenv", [.text("PATH")], .text, textLimit: 100_000)
    guard case .text(let text?) = returned.result else { throw Refusal.noText }
    #expect(!text.isEmpty)
  }

  @Test func `a null text comes out`() throws {
    #expect(
      try session.call("getenv", [.text("NO SUCH VARIABLE")], .text).result == .text(nil))
  }

  @Test func `a text as long as its limit comes out`() throws {
    #expect(
      try session.call("strstr", [.text("sixteen letters!"), .text("")], .text, textLimit: 16)
        .result == .text(Array("sixteen letters!".utf8)))
  }

  @Test func `a text beyond its limit is refused`() {
    #expect(
      failure(.symbol(library: 0, name: "strstr"), .text, [.text("seventeen letters"), .text("")])
        == .textTooLong)
  }

  @Test(arguments: [1, 4_096, 0x7FFF_FFFF_F000, .max])
  func `a text at no memory's address is refused`(_ address: Int64) {
    #expect(
      failure(.symbol(library: 0, name: "labs"), .text, [.integer(.int64, address)])
        == .badAddress)
  }

  @Test func `a function is called by its address`() throws {
    let address = try session.address(of: "abs")
    #expect(failure(.address(address), .int32, [.integer(.int32, 1)]) == nil)
  }

  @Test func `the null function is refused`() {
    #expect(failure(.address(0)) == .badAddress)
  }

  @Test func `a function that is not there is refused`() {
    #expect(failure(.symbol(library: 0, name: "no_such_function")) == .symbolNotFound)
  }

  @Test func `a function of a library that is not there is refused`() {
    #expect(failure(.symbol(library: 9, name: "abs")) == .noSuchLibrary)
  }

  @Test func `127 arguments are taken`() throws {
    let rest = Array(repeating: CallMessage.Argument.double(1), count: 126)
    #expect(try session.integer("abs", [.integer(.int32, -3)] + rest) == 3)
  }

  @Test func `128 arguments are refused`() {
    let arguments = Array(repeating: CallMessage.Argument.integer(.int32, 1), count: 128)
    #expect(failure(.symbol(library: 0, name: "abs"), .int32, arguments) == .malformedRequest)
  }

  @Test(arguments: [1, 127])
  func `buffers beyond all limits are refused`(_ count: Int) {
    let arguments = Array(repeating: CallMessage.Argument.out(.max), count: count)
    #expect(failure(.symbol(library: 0, name: "abs"), .int32, arguments) == .outOfMemory)
  }

  @Test func `memory that only goes in is bounded as well`() {
    let buffer = WireBuffer(mode: .input, byteCount: .max, bytes: [])
    #expect(failure(.symbol(library: 0, name: "abs"), .int32, [.buffer(buffer)]) == .outOfMemory)
  }
}
