import Foundation
import Testing

/// The code in the documentation is that of the examples, which are run.
struct DocumentationTests {
  private static let package = Fixtures.folder.deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let typePages: [String] = {
    let folder = package.appending(path: "Documentation/types").path
    let pages = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return pages.sorted().map { "Documentation/types/\($0)" }
  }()

  private static let documents =
    [
      "README.md", "Documentation/pools.md", "Documentation/warm-starts.md",
      "Documentation/large-data.md", "Documentation/failures.md", "Documentation/performance.md",
      "Documentation/recording.md", "Documentation/observing.md", "Documentation/fortran.md",
      "Documentation/cplusplus.md",
    ] + serverPages + typePages

  private static let serverPages =
    ["Echo", "Fortran", "Instruments", "LabVIEW", "Points", "Stdcall"].map {
      "Examples/\($0)/README.md"
    }

  /// The lines of the examples, one text for each file.
  private static let examples: [String] = {
    let files = FileManager.default.enumerator(
      at: package.appending(path: "Examples"), includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
      .map { "\n" + plain($0).joined(separator: "\n") + "\n" }
  }()

  /// Lines without their indentation, without those that are empty or documentation.
  private static func plain(_ text: some StringProtocol) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && !$0.hasPrefix("///") }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// A fenced block that is marked `swift`; one that is marked `swift fragment` shows what no
  /// example has.
  private static func blocks(of document: String) -> [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```swift" {
        block = []
      } else if line == "```", let lines = block {
        blocks.append(lines.joined(separator: "\n"))
        block = nil
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  @Test(arguments: documents) func `its code is an example's`(_ document: String) throws {
    for block in Self.blocks(of: try Self.text(document)) {
      let parts = block.components(separatedBy: "\n\n").map {
        "\n" + Self.plain($0).joined(separator: "\n") + "\n"
      }
      let isThere = Self.examples.contains { example in parts.allSatisfy(example.contains) }
      #expect(isThere, "no file of Examples has:\n\(block)")
    }
  }

  @Test(arguments: documents) func `its links lead somewhere`(_ document: String) throws {
    let folder = Self.package.appending(path: document).deletingLastPathComponent()
    let text = try Self.text(document)
    for match in text.matches(of: #/\]\(([^)#:]+)(#[^)]*)?\)/#) {
      let target = folder.appending(path: String(match.1)).standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: target.path), "\(match.1)")
    }
  }

  @Test func `every kind of type has a page`() {
    #expect(Self.typePages.count == 11)
  }

  @Test func `every page is in the table of types`() throws {
    let index = try Self.text("Documentation/types/README.md")
    for page in Self.typePages where !page.hasSuffix("README.md") {
      #expect(index.contains("](\(page.split(separator: "/").last ?? ""))"), "\(page)")
    }
  }
}
