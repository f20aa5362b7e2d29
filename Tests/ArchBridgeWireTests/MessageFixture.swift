import Foundation
import TestSupport
import Testing

/// One line of `fixtures/wire/messages.txt`: an envelope that the protocol's document shows.
struct MessageFixture: CustomTestStringConvertible, Sendable {
  let name: String
  let hex: String
  let diagnostic: String

  var bytes: [UInt8] { TestSupport.bytes(hex: hex) }
  var testDescription: String { name }
  /// Whether the body is one CBOR item; otherwise it is numbers at fixed places.
  var isCBOR: Bool { !diagnostic.hasPrefix("prepared ") && !isCallbackNumbers }
  /// Whether it is one of a closure whose values are numbers.
  var isCallbackNumbers: Bool { diagnostic.hasPrefix("numbers ") }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// All lines; none where the fixture is missing.
  static let all: [MessageFixture] = text("fixtures/wire/messages.txt")
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.components(separatedBy: " | ")
      guard columns.count == 3 else { return nil }
      return MessageFixture(name: columns[0], hex: columns[1], diagnostic: columns[2])
    }

  /// The digits of each dump in the document, without blanks and remarks.
  static let documented: [String] = {
    var dumps: [String] = []
    var isInside = false
    for line in text("Documentation/wire-format.md").components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```hex"
        if isInside { dumps.append("") }
      } else if isInside, !dumps.isEmpty {
        let digits = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
        dumps[dumps.count - 1] += digits
      }
    }
    return dumps
  }()
}
