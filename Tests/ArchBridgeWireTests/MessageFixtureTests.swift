import ArchBridgeWire
import Testing

/// The document, the fixture and the code show the same envelopes.
@Suite struct MessageFixtureTests {
  @Test func `the fixture and the code have the same examples`() {
    let examples = MessageExample.all + MessageExample.numbers
    #expect(MessageFixture.all.map(\.name).sorted() == examples.map(\.name).sorted())
  }

  @Test func `every kind of message has an example`() {
    #expect(Set(MessageExample.numbers.map(\.envelope.kind.rawValue)) == [24, 25, 26, 27, 28, 29])
    #expect(
      Set(MessageExample.all.map(\.envelope.kind.rawValue))
        == Set(1...23).union(30...33).union(36...45))
  }

  @Test func `the document shows the fixture's envelopes and no others`() {
    #expect(MessageFixture.documented.sorted() == MessageFixture.all.map(\.hex).sorted())
  }

  @Test(arguments: MessageFixture.all)
  func `an example is encoded to its bytes`(_ fixture: MessageFixture) throws {
    let example = try #require(MessageExample.named(fixture.name))
    #expect(example.envelope.encoded == fixture.bytes)
  }

  @Test(arguments: MessageFixture.all)
  func `an example's bytes are read as its envelope`(_ fixture: MessageFixture) throws {
    let example = try #require(MessageExample.named(fixture.name))
    #expect(try envelopes(in: fixture.bytes) == [example.envelope])
  }

  @Test(arguments: MessageFixture.all)
  func `an example's body is read as its message`(_ fixture: MessageFixture) throws {
    let example = try #require(MessageExample.named(fixture.name))
    #expect(try example.isHeld(Array(fixture.bytes.dropFirst(EnvelopeHeader.byteCount))))
  }

  @Test(arguments: MessageFixture.all.filter(\.isCBOR))
  func `an example's body is what its notation says`(_ fixture: MessageFixture) throws {
    let body = Array(fixture.bytes.dropFirst(EnvelopeHeader.byteCount))
    #expect(try CBORValue(decoding: body).diagnostic == fixture.diagnostic)
  }

  @Test(arguments: MessageExample.all)
  func `a body with a byte too many is refused`(_ example: MessageExample) {
    #expect(throws: CBORError.trailingBytes(byteCount: 1)) {
      try example.isHeld(example.envelope.body + [0xF6])
    }
  }

  @Test(arguments: MessageExample.all)
  func `a body cut short is refused`(_ example: MessageExample) {
    for byteCount in 0..<example.envelope.body.count {
      #expect(throws: CBORError.self) {
        try example.isHeld(Array(example.envelope.body.prefix(byteCount)))
      }
    }
  }
}
