import ArchBridgeServer
import ArchBridgeWire
import Foundation
import TestSupport
import Testing

/// What the document shows of prepared calls and batches, said to a server.
@Suite struct PreparedRequestTests {
  /// The lines of `fixtures/wire/messages.txt`, as envelopes by their names.
  private static let fixtures: [String: Envelope] = {
    let file = URL(filePath: #filePath).appending(path: "../../../fixtures/wire/messages.txt")
    var envelopes: [String: Envelope] = [:]
    for line in ((try? String(contentsOf: file.standardized, encoding: .utf8)) ?? "").split(
      separator: "\n")
    {
      let columns = line.components(separatedBy: " | ")
      guard columns.count == 3 else { continue }
      let bytes = TestSupport.bytes(hex: columns[1])
      guard let header = try? EnvelopeHeader(decoding: bytes) else { continue }
      envelopes[columns[0]] = Envelope(
        header: header, body: Array(bytes.dropFirst(EnvelopeHeader.byteCount)))
    }
    return envelopes
  }()

  private static let conversation = [
    ("prepare", "prepared"), ("invoke", "result"), ("prepare, a pointer", nil),
    ("invoke, a buffer", "result, with errno"), ("batch", "results"),
  ]

  @Test func `a server answers as the document shows`() throws {
    let session = try ServerSession()
    try session.load("libc.so.6")
    for (request, answer) in Self.conversation {
      let reply = session.server.reply(to: try #require(Self.fixtures[request]))
      if let answer { #expect(reply == Self.fixtures[answer], "\(request)") }
    }
  }

  @Test(arguments: ["invoke", "invoke, a buffer", "batch"])
  func `a body that is cut short, or too long, is refused`(_ name: String) throws {
    let session = try ServerSession()
    try session.load("libc.so.6")
    for request in ["prepare", "prepare, a pointer"] {
      _ = session.server.reply(to: try #require(Self.fixtures[request]))
    }
    let whole = try #require(Self.fixtures[name])
    for count in 0..<whole.body.count {
      var envelope = whole
      envelope.body = Array(whole.body.prefix(count))
      #expect(session.server.reply(to: envelope).kind == .failure, "\(count) bytes")
    }
    var longer = whole
    longer.body.append(0)
    #expect(session.server.reply(to: longer).kind == .failure)
  }

  @Test func `a number that no function has, and a result that is to come, are refused`() throws {
    let session = try ServerSession()
    try session.load("libc.so.6")
    #expect(session.server.reply(to: try #require(Self.fixtures["invoke"])).kind == .failure)
    _ = session.server.reply(to: try #require(Self.fixtures["prepare"]))
    var batch = try #require(Self.fixtures["batch"])
    // The second call's reference leads to itself.
    batch.body[44] = 1
    #expect(session.server.reply(to: batch).kind == .failure)
    // Or goes beyond its arguments.
    batch.body[44] = 0
    batch.body[40] = 1
    #expect(session.server.reply(to: batch).kind == .failure)
  }
}
