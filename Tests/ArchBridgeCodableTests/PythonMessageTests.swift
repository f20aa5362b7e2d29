import Foundation
import Testing

/// What an implementation of its own (Python's cbor2) makes of the envelopes' bodies.
@Suite(.enabled(if: Python.isWanted, "\(Python.howToSetUp)"))
struct PythonMessageTests {
  private static let headerByteCount = 24

  /// Name, bytes and notation of each envelope in `fixtures/wire/messages.txt`.
  private static let fixture: [[String]] = {
    let file = URL(filePath: #filePath).appending(path: "../../../fixtures/wire/messages.txt")
    let text = (try? String(contentsOf: file.standardized, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.components(separatedBy: " | ") }
      // Numbers at fixed places are no CBOR.
      .filter { !$0[2].hasPrefix("numbers ") && !$0[2].hasPrefix("prepared ") }
  }()

  @Test func `Python reads every body as its notation says`() throws {
    let bodies = Self.fixture.map { "\($0[0])\t\($0[1].dropFirst(Self.headerByteCount * 2))" }
    let replies = try Python.roundTrip("diagnose", input: bodies)
    #expect(replies == Self.fixture.map { [$0[0], $0[2]] })
  }

  @Test func `there are envelopes to read`() {
    #expect(Self.fixture.count >= 20)
  }
}
