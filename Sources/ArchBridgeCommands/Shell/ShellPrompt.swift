internal import ArchBridge
internal import ArchBridgeGenerator
internal import Glibc
internal import Synchronization

/// Runs statements that somebody types: an error is told, and the prompt goes on.
struct ShellPrompt {
  let session: ShellSession
  let console: Console
  let editor: any LineEditor
  let history: ShellHistory?
  private let running = RunningStatement()

  /// Reads and runs statements up to `quit` or the end of input.
  func run() throws {
    let completion = LatestCompletion()
    editor.start(separators: ShellCompletion.separators) { line, start in
      completion.value.withLock { $0 }.candidates(line, from: start)
    }
    editor.whenInterrupted { [running] in running.stop() }
    if let history { editor.readHistory(history.path, limit: ShellHistory.limit) }
    try console.print(
      "\(session.client.library.libraryPath) in process \(session.client.helperProcessID); "
        + "`help` tells what can be typed")
    var lines = ShellLines()
    while true {
      let current = session.completion
      completion.value.withLock { $0 = current }
      switch editor.read(prompt: lines.isOpen ? "... " : "> ") {
      case .end:
        try console.print("")
        return
      case .interrupted: lines.drop()
      case .line(let line):
        remember(line)
        guard let text = lines.add(line) else { continue }
        if try !run(text) { return }
      }
    }
  }

  private func remember(_ line: String) {
    guard !line.trimmed.isEmpty else { return }
    editor.addToHistory(line)
    if let history { history.write { editor.writeHistory($0) } }
  }

  /// Runs a statement; returns whether the prompt goes on.
  private func run(_ text: String) throws -> Bool {
    do {
      let statement = try ShellParser.statement(text)
      if statement == .quit { return false }
      let lines = try running.run(on: session.client) { try session.run(statement) }
      for line in lines { try console.print(line) }
    } catch {
      let isStopped = (error as? BridgeError)?.code == .cancelled
      console.printError(
        "\(isStopped ? "stopped by Ctrl-C" : "error"): \(ShellFailure.text(error))")
      guard session.client.isAtEnd else { return true }
      let lost = try session.restart()
      console.printError(
        "A fresh helper has been started; handles and addresses of the old one mean nothing now"
          + (lost.isEmpty ? "" : ". Variables gone with it: \(lost.joined(separator: ", "))"))
    }
    return true
  }
}

/// The statement that runs, whose call Ctrl-C stops; the terminal sends the signal to this program
/// alone.
private final class RunningStatement: Sendable {
  private let cancellation = Mutex<CallCancellation?>(nil)

  func run<Value>(on client: LibraryClient, _ body: () throws -> Value) throws -> Value {
    let cancellation = CallCancellation()
    self.cancellation.withLock { $0 = cancellation }
    defer { self.cancellation.withLock { $0 = nil } }
    return try client.withCancellation(cancellation, body)
  }

  func stop() { cancellation.withLock { $0 }?.cancel() }
}

/// What the prompt and the completion share.
private final class LatestCompletion: Sendable {
  let value = Mutex(ShellCompletion())
}
