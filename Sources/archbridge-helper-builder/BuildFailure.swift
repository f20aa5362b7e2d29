import Foundation

/// Why there is no helper, in one line that says what to do.
struct BuildFailure: Error {
  let message: String
  /// What a compiler printed, shown before the message.
  let output: String

  init(_ message: String, output: String = "") {
    self.message = message
    self.output = output
  }

  func exit() -> Never {
    FileHandle.standardError.write(Data((output + "error: " + message + "\n").utf8))
    Foundation.exit(1)
  }
}
