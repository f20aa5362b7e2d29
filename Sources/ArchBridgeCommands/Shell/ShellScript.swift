internal import ArchBridge
internal import ArchBridgeGenerator

/// Runs statements that nobody types: the first error ends them.
struct ShellScript {
  let session: ShellSession
  let console: Console

  /// Runs the lines up to `quit`, and prints what `archbridge call` prints.
  func run(_ nextLine: () -> String?) throws {
    var lines = ShellLines()
    var number = 0
    var start = 1
    while let line = nextLine() {
      number += 1
      if !lines.isOpen { start = number }
      guard let text = lines.add(line) else { continue }
      do {
        let statement = try ShellParser.statement(text)
        if statement == .quit { return }
        for line in try session.run(statement) { try console.print(line) }
      } catch {
        throw CommandFailure("line \(start): \(ShellFailure.text(error))")
      }
    }
    if lines.isOpen {
      throw CommandFailure("line \(start): a bracket is open, and the script is at its end")
    }
  }
}

/// What is said of an error.
enum ShellFailure {
  static func text(_ error: any Error) -> String {
    (error as? CommandFailure)?.message ?? (error as? BridgeError)?.shown ?? "\(error)"
  }
}
