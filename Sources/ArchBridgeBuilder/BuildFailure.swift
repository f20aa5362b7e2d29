import Foundation

/// Why there is no helper, in one line that says what to do.
package struct BuildFailure: Error {
  package let message: String
  /// What a compiler printed, shown before the message.
  package let output: String

  package init(_ message: String, output: String = "") {
    self.message = message
    self.output = output
  }

  /// Prints it where the build shows it, and ends the program.
  package func exit() -> Never {
    FileHandle.standardError.write(Data((output + "error: " + message + "\n").utf8))
    Foundation.exit(1)
  }
}
