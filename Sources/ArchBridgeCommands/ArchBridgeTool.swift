internal import ArchBridge
public import ArchBridgeGenerator
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
      NewCommand.self, BuildServerCommand.self, DoctorCommand.self,
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
      console.printError("error: \(error.shown)")
      return 1
    } catch {
      return console.report(error, of: Self.self, edit: NegativeNumbers.unmarked)
    }
  }
}
