import Foundation
import TestSupport
import Testing

/// One example of RFC 8949, Appendix A, as `fixtures/wire/appendix-a.txt` states it.
struct AppendixAExample: CustomTestStringConvertible, Sendable {
  let hex: String
  let diagnostic: String
  let roundTrips: Bool

  var bytes: [UInt8] { TestSupport.bytes(hex: hex) }
  var testDescription: String { "\(hex) is \(diagnostic)" }

  /// All examples; none where the fixture is missing.
  static let all: [AppendixAExample] = {
    let fixture = URL(filePath: #filePath).appending(path: "../../../fixtures/wire/appendix-a.txt")
    let text = (try? String(contentsOf: fixture.standardized, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.components(separatedBy: " | ")
      guard columns.count == 3 else { return nil }
      return AppendixAExample(
        hex: columns[0], diagnostic: columns[1], roundTrips: columns[2] == "same")
    }
  }()
}
