internal import ArchBridgeLibraryFiles
package import ArgumentParser

/// A command that prints to a console that it is given.
package protocol ConsoleCommand: ParsableCommand {
  func run(_ console: Console) throws
}

/// Why a command does not do what it was told, in words; none where it has said so already.
package struct CommandFailure: Error {
  package let message: String

  package init(_ message: String) { self.message = message }
}

extension ConsoleCommand {
  /// Runs the command as a tool of its own, and returns its exit code.
  package static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
    do {
      try parse(arguments).run(console)
      return 0
    } catch {
      return console.report(error, of: Self.self)
    }
  }
}

extension Console {
  /// Prints why a command failed, or the help that was asked for, and returns the exit code.
  ///
  /// - Parameters:
  ///   - error: what the command threw, or the parser of its arguments.
  ///   - command: the root command.
  ///   - edit: changes what the parser has to say.
  package func report(
    _ error: any Error, of command: (some ParsableCommand).Type,
    edit: (String) -> String = { $0 }
  ) -> Int32 {
    switch error {
    case let failure as CommandFailure:
      if !failure.message.isEmpty { printError("error: \(failure.message)") }
      return 1
    case let failure as LibraryFileError:
      printError("error: \(failure.message)")
      return 1
    default:
      let code = command.exitCode(for: error).rawValue
      let message = edit(command.fullMessage(for: error))
      if code == 0 {
        try? print(message)
      } else {
        let prefix = "Error: "
        printError(
          message.hasPrefix(prefix) ? "error: " + message.dropFirst(prefix.count) : message)
      }
      return code
    }
  }
}
