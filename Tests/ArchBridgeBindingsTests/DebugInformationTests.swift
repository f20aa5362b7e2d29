import ArchBridge
import ArchBridgeBindings
import ArchBridgeCommands
import ArchBridgeGenerator
import Foundation
import Testing

private let isDebugFixtureThere =
  ProcessInfo.processInfo.environment["CI"] == "true"
  || FileManager.default.fileExists(
    atPath: HeaderFixture.package.appending(path: ".build/fixtures/i386/liblaboratory.so").path)

/// Clients that are made from debug information, without any header.
@Suite(.enabled(if: isDebugFixtureThere, "the fixtures are not built: make fixtures"))
struct DebugInformationTests {
  private func generate(
    _ library: String, _ architecture: Architecture = .i386
  ) throws -> (text: String, notes: String) {
    let output = URL(filePath: NSTemporaryDirectory()).appending(path: "\(UUID()).swift")
    defer { try? FileManager.default.removeItem(at: output) }
    let folder = HeaderFixture.package.appending(path: ".build/fixtures/\(architecture.name)").path
    let printed = Printed()
    let code = ArchBridgeTool.run(
      [
        "generate", "--from-debug-info", "\(folder)/lib\(library).so", "--name", "Vendor",
        "--output", output.path, "--arch", architecture.name,
      ], console: Console(output: { _ in }, error: { text in printed.add(text) }))
    #expect(code == 0, "\(printed.text)")
    return (try String(contentsOf: output, encoding: .utf8), printed.text)
  }

  @Test(arguments: Architecture.all)
  func `a library gives a client that compiles`(_ architecture: Architecture) throws {
    var sources: [String: String] = [:]
    for name in ["laboratory", "values", "callbacks", "scalars", "strings"] {
      sources = [name: try generate(name, architecture).text]
      #expect(try SwiftCompiler.check(sources) == "", "\(name)")
    }
  }

  @Test func `the client has the functions that the header's has`() throws {
    func methods(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "\n").filter { $0.contains("public func lab_") }.compactMap {
          $0.split(separator: " ").dropFirst(2).first?.prefix { $0 != "(" }
        })
    }
    let header = HeaderFixture.all.first { $0.name == "laboratory" }
    let expected = methods(try #require(header).generate().text)
    let found = try generate("laboratory")
    #expect(expected.count > 25)
    #expect(methods(found.text).isSuperset(of: expected))
    #expect(found.text.hasPrefix("// Made from the debug information of liblaboratory.so"))
  }

  @Test func `a dash for the file is standard output`() {
    let library = HeaderFixture.package.appending(path: ".build/fixtures/i386/libadder.so").path
    let (printed, notes) = (Printed(), Printed())
    let code = ArchBridgeTool.run(
      ["generate", "--from-debug-info", library, "--name", "Vendor", "-o", "-"],
      console: Console(output: { printed.add($0) }, error: { notes.add($0) }))
    #expect(code == 0 && printed.text.contains("public func multiply"))
    #expect(notes.text.hasPrefix("Vendor: "))
    #expect(!FileManager.default.fileExists(atPath: "-"))
  }

  @Test func `headers and debug information exclude each other`() {
    let printed = Printed()
    let code = ArchBridgeTool.run(
      ["generate", "a.h", "--from-debug-info", "libx.so", "--name", "Vendor"],
      console: Console(output: { _ in }, error: { text in printed.add(text) }))
    #expect(code != 0)
    #expect(printed.text.contains("takes the place of headers"))
  }

  private final class Printed: @unchecked Sendable {
    private let lock = NSLock()
    private var collected = ""
    var text: String { lock.withLock { collected } }
    func add(_ more: String) { lock.withLock { collected += more } }
  }
}
