import ArchBridgeCommands
import ArchBridgeGenerator
import Foundation
import Synchronization

/// One run of the command line inside the tests' own process.
struct Tool {
  let exitCode: Int32
  let output: String
  let error: String

  init(_ arguments: String...) { self.init(arguments) }

  init(_ arguments: [String]) {
    let printed = Printed()
    exitCode = ArchBridgeTool.run(arguments, console: printed.console)
    (output, error) = printed.texts.withLock { $0 }
  }

  /// The lines of what it printed.
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// What it printed, read as one JSON object.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:]
  }

  private final class Printed: Sendable {
    let texts = Mutex((output: "", error: ""))

    var console: Console {
      Console(
        output: { text in self.texts.withLock { $0.output += text } },
        error: { text in self.texts.withLock { $0.error += text } })
    }
  }
}

/// The folders of the libraries that the tests call.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".build/fixtures")

  /// A file beside the libraries' sources.
  static func source(_ name: String) -> String {
    folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "fixtures/libraries").appending(path: name).path
  }

  /// The options that let the command line find them.
  static func options(_ architecture: String) -> [String] {
    ["--arch", architecture, "--search-path", folder.appending(path: architecture).path]
  }

  /// Whether they have been built.
  ///
  /// Where `CI` is set they must be: the tests run, and fail.
  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.path)
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }
}
