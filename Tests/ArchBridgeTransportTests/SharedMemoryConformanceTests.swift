import ArchBridgeTransport
import ArchBridgeWire
import Testing

/// Pieces of the memory that a channel shares with its server.
@Suite(.timeLimit(.minutes(2)))
struct SharedMemoryConformanceTests {
  private static let sharing = ChannelKind.wanted.filter { !$0.isPiped }
  private static let piping = ChannelKind.wanted.filter { !sharing.contains($0) }
  private static let helpers = sharing.filter { !$0.isInProcess }

  private func map(
    _ conversation: inout Conversation, at offset: Int, _ byteCount: UInt64
  ) throws -> MappedMessage {
    let region = try #require(conversation.channel.sharedRegion)
    let message = MapMessage(offset: region.fileOffset + UInt64(offset), byteCount: byteCount)
    return try MappedMessage(decoding: conversation.ask(message).body)
  }

  @Test(arguments: sharing)
  func `what either side writes the other reads`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let region = try #require(conversation.channel.sharedRegion)
    let address = try map(&conversation, at: 1 << 20, 65_536).address
    let fill = Conversation.call(
      "memset",
      [
        Conversation.integer(.pointer, address), Conversation.integer(.int32, 7),
        Conversation.integer(.uint32, 65_536),
      ], .pointer)
    try conversation.ask(fill)
    let piece = region.bytes(at: 1 << 20, count: 65_536)
    #expect(piece.allSatisfy { $0 == 7 })
    piece[65_535] = 9
    let read = ReadMemoryMessage(address: address + 65_535, byteCount: 1)
    #expect(try MemoryMessage(decoding: conversation.ask(read).body).bytes == [9])
  }

  @Test(arguments: sharing)
  func `a piece at the very end is there`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let region = try #require(conversation.channel.sharedRegion)
    let offset = region.byteCount - 4_096
    let address = try map(&conversation, at: offset, 4_096).address
    try conversation.ask(WriteMemoryMessage(address: address + 4_095, bytes: [3]))
    #expect(region.bytes(at: offset, count: 4_096)[4_095] == 3)
  }

  @Test(arguments: sharing)
  func `a piece outside is refused`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let region = try #require(conversation.channel.sharedRegion)
    let end = region.fileOffset + UInt64(region.byteCount)
    for message in [
      MapMessage(offset: end, byteCount: 4_096), MapMessage(offset: end - 4_096, byteCount: 8_192),
      MapMessage(offset: .max - 4_095, byteCount: 4_096), MapMessage(offset: 0, byteCount: .max),
    ] {
      #expect(try conversation.failure(of: message) == .outOfRange)
    }
  }

  @Test(arguments: helpers)
  func `the messages' own memory is not mapped`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    #expect(
      try conversation.failure(of: MapMessage(offset: 0, byteCount: 4_096)) == .outOfRange)
  }

  @Test(arguments: helpers)
  func `what has been unmapped is no memory`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    let address = try map(&conversation, at: 0, 3 * 4_096).address
    // A part of a piece, as much as all of it.
    try conversation.ask(UnmapMessage(address: address + 4_096, byteCount: 4_096))
    for (page, failure) in [(0, nil), (1, FailureCode.badAddress), (2, nil)] {
      let read = ReadMemoryMessage(address: address + UInt64(page * 4_096), byteCount: 4_096)
      #expect(try conversation.failure(of: read) == failure)
    }
  }

  @Test(arguments: helpers)
  func `no piece takes another's place`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    var pieces: [Range<UInt64>] = []
    for _ in 0..<50 {
      let address = try map(&conversation, at: 0, 1 << 20).address
      pieces.append(address..<address + 1 << 20)
    }
    pieces.sort { $0.lowerBound < $1.lowerBound }
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { !$0.overlaps($1) })
  }

  @Test(.enabled(if: helpers.contains(.i386Shared)))
  func `a piece that does not fit is answered with what would`() throws {
    var conversation = try Conversation.withLibrary(.i386Shared)
    let reply = try map(&conversation, at: 0, 0xFFFF_F000)
    #expect(reply.address == 0)
    #expect(2 << 30..<4 << 30 ~= reply.room)
    #expect(try map(&conversation, at: 0, reply.room).address != 0)
  }

  @Test(arguments: piping)
  func `a pipe shares nothing`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    #expect(conversation.channel.sharedRegion == nil)
    let message = MapMessage(offset: 131_072, byteCount: 4_096)
    #expect(try conversation.failure(of: message) == .unexpectedRequest)
  }
}
