import ArchBridgeServer
import ArchBridgeWire
import Testing

/// Reading and writing memory by address: wrong ones are failures.
@Suite struct MemoryRequestTests {
  private let session: ServerSession
  /// 64 bytes of the C allocator, never given back.
  private let address: UInt64

  init() throws {
    session = try ServerSession()
    try session.load("libc.so.6")
    address = try #require(
      try session.bits("calloc", [.integer(.uint64, 64), .integer(.uint64, 1)], .pointer))
  }

  private func write(_ bytes: [UInt8]) throws {
    _ = try session.reply(
      to: WriteMemoryMessage(address: address, bytes: bytes), as: WrittenMessage.self)
  }

  private func read(_ byteCount: UInt32, isText: Bool = false) throws -> [UInt8] {
    let message = ReadMemoryMessage(
      address: address, byteCount: byteCount, textUnit: isText ? 1 : 0)
    return try session.reply(to: message, as: MemoryMessage.self).bytes
  }

  private func failure(_ address: UInt64, _ byteCount: UInt32, isText: Bool = false) -> FailureCode?
  {
    session.failure(
      of: ReadMemoryMessage(address: address, byteCount: byteCount, textUnit: isText ? 1 : 0))
  }

  @Test func `what is written is read`() throws {
    try write([1, 2, 3])
    #expect(try read(4) == [1, 2, 3, 0])
  }

  @Test func `no bytes are read anywhere`() throws {
    #expect(failure(0, 0) == nil)
  }

  @Test func `no bytes are written anywhere`() {
    #expect(session.failure(of: WriteMemoryMessage(address: 0, bytes: [])) == nil)
  }

  @Test func `a text is read up to its NUL`() throws {
    try write(Array("abc\0def".utf8))
    #expect(try read(64, isText: true) == Array("abc".utf8))
  }

  @Test func `a text as long as its limit is read`() throws {
    try write(Array("abc\0".utf8))
    #expect(try read(3, isText: true) == Array("abc".utf8))
  }

  @Test func `a text beyond its limit is refused`() throws {
    try write(Array("abcd\0".utf8))
    #expect(failure(address, 3, isText: true) == .textTooLong)
  }

  @Test(
    arguments: [0, 1, 0x7FFF_FFFF_F000, 0xFFFF_8000_0000_0000, .max] as [UInt64], [true, false])
  func `an address that is no memory is not read`(_ address: UInt64, isText: Bool) {
    #expect(failure(address, 16, isText: isText) == .badAddress)
  }

  @Test(arguments: [0, 1, 0x7FFF_FFFF_F000, 0xFFFF_8000_0000_0000, .max] as [UInt64])
  func `an address that is no memory is not written`(_ address: UInt64) {
    #expect(
      session.failure(of: WriteMemoryMessage(address: address, bytes: [1])) == .badAddress)
  }

  @Test func `memory that may not be written is not`() throws {
    let code = try session.address(of: "abs")
    #expect(session.failure(of: WriteMemoryMessage(address: code, bytes: [0])) == .badAddress)
  }

  @Test func `a length beyond the end of memory is refused`() {
    #expect(failure(.max - 8, 16) == .badAddress)
  }

  @Test(arguments: [UInt32(EnvelopeHeader.bodyLimit), .max])
  func `a length beyond any body is refused`(_ byteCount: UInt32) {
    #expect(failure(address, byteCount) == .outOfMemory)
  }
}
