import ArchBridgeBindings
import ArchBridgeCommands
import ArchBridgeGenerator
import Foundation
import Synchronization
import Testing

/// Whole headers of the system: every function becomes a method, or is listed with the reason.
///
/// The numbers are those of Debian 12, and stand in the documentation.
@Suite struct SystemHeaderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let header: String
    let library: String
    let functions: Int
    /// What is left out, by a part of its reason.
    let omissions: [String: Int]
    var testDescription: String { header }
  }

  static let rows = [
    Row(header: "zlib.h", library: "libz.so.1", functions: 80, omissions: ["va_list": 1]),
    Row(
      header: "sqlite3.h", library: "libsqlite3.so.0", functions: 271,
      omissions: ["va_list": 3, "does not export": 12]),
    Row(header: "nlopt.h", library: "libnlopt.so.0", functions: 80, omissions: [:]),
    Row(
      header: "math.h", library: "libm.so.6", functions: 207,
      omissions: ["reserved": 225, "does not export": 6]),
    Row(
      header: "stdlib.h", library: "libc.so.6", functions: 98,
      omissions: ["reserved": 1, "does not export": 1]),
  ]

  /// The clients, made once.
  private static let clients = Mutex<[String: (text: String, report: [Substring])]>([:])

  private static func client(_ row: Row) throws -> (text: String, report: [Substring]) {
    try clients.withLock { clients in
      if let client = clients[row.header] { return client }
      let texts = Mutex((output: "", error: ""))
      let name = row.header.prefix { $0 != "." }.capitalized
      let code = ArchBridgeTool.run(
        ["generate", row.header, "--library", row.library, "--name", name, "--allow-missing"],
        console: Console(
          output: { text in texts.withLock { $0.output += text } },
          error: { text in texts.withLock { $0.error += text } }))
      try #require(code == 0, "\(texts.withLock { $0.error })")
      let client = texts.withLock { ($0.output, $0.error.split(separator: "\n")) }
      clients[row.header] = client
      return client
    }
  }

  @Test(arguments: rows)
  func `every function is a method or listed`(_ row: Row) throws {
    let (text, report) = try Self.client(row)
    let methods = text.split(separator: "\n").count { $0.contains("  public func ") }
    let written = text.split(separator: "\n").count { $0.contains("func write(to") }
    #expect(methods - written == row.functions)
    for (reason, count) in row.omissions {
      let lines = report.filter { $0.hasPrefix("left out: ") && $0.contains(reason) }
      let listed = lines.map { line in
        line.dropFirst("left out: ".count).prefix { $0 != ":" }.split(separator: ",").count
      }.reduce(0, +)
      #expect(listed == count, "\(reason)")
    }
    let total = row.omissions.values.reduce(0, +)
    #expect(report.last?.hasSuffix("\(row.functions) functions, \(total) left out") ?? false)
  }

  @Test func `all of them compile without a warning`() throws {
    var sources: [String: String] = [:]
    for row in Self.rows { sources[row.header] = try Self.client(row).text }
    #expect(try SwiftCompiler.check(sources) == "")
  }

  @Test func `all of them are in the project's layout`() throws {
    var sources: [String: String] = [:]
    for row in Self.rows { sources[row.header] = try Self.client(row).text }
    #expect(try SwiftCompiler.lint(sources) == "")
  }
}
