internal import ArchBridge
public import ArgumentParser
internal import FoundationEssentials

/// The command line `archbridge`, as a library that tests can run.
public struct ArchBridgeTool: ParsableCommand {
  /// What the tool is called, and what it can do.
  public static let configuration = CommandConfiguration(
    commandName: "archbridge",
    abstract: "Calls native libraries of another architecture.",
    subcommands: [
      CallCommand.self, ShellCommand.self, InspectCommand.self, GenerateCommand.self,
      DoctorCommand.self,
    ])

  /// Makes the command.
  public init() {}

  /// Runs the tool and returns its exit code: 0, 1 for an error, 64 for wrong usage.
  ///
  /// - Parameters:
  ///   - arguments: the arguments, without the program's name.
  ///   - console: where it prints.
  public static func run(_ arguments: [String], console: Console = .standard) -> Int32 {
    do {
      var command = try parseAsRoot(NegativeNumbers.marked(arguments))
      if let command = command as? any ConsoleCommand {
        try command.run(console)
      } else {
        try command.run()
      }
      return 0
    } catch let error as BridgeError {
      console.printError("error: \(error)")
      return 1
    } catch let error as CommandFailure {
      if !error.message.isEmpty { console.printError("error: \(error.message)") }
      return 1
    } catch {
      return report(error, console)
    }
  }

  /// Prints what the parser of arguments has to say: help, or what is wrong with the usage.
  private static func report(_ error: any Error, _ console: Console) -> Int32 {
    let code = exitCode(for: error).rawValue
    let message = NegativeNumbers.unmarked(fullMessage(for: error))
    if code == 0 {
      try? console.print(message)
    } else {
      let prefix = "Error: "
      console.printError(
        message.hasPrefix(prefix) ? "error: " + message.dropFirst(prefix.count) : message)
    }
    return code
  }
}

/// A command that prints to a console that it is given.
protocol ConsoleCommand: ParsableCommand {
  func run(_ console: Console) throws
}

/// Why a command does not do what it was told, in words; none where it has said so already.
struct CommandFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
