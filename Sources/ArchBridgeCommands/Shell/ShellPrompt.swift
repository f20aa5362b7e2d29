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

  /// Reads and runs statements up to `quit` or the end of input.
  func run() throws {
    let completion = LatestCompletion()
    editor.start(separators: ShellCompletion.separators) { line, start in
      completion.value.withLock { $0 }.candidates(line, from: start)
    }
    prepareHelper()
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

  /// Has Ctrl-C end the helper while a call is under way, and nothing at the prompt; the terminal
  /// sends the signal to this program alone.
  private func prepareHelper() {
    editor.interruptsEnd(processID: session.client.helperProcessID)
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
      for line in try session.run(statement) { try console.print(line) }
    } catch {
      console.printError("error: \(ShellFailure.text(error))")
      guard ShellFailure.endsHelper(error) else { return true }
      let lost = try session.restart()
      prepareHelper()
      console.printError(
        "A fresh helper has been started; handles and addresses of the old one mean nothing now"
          + (lost.isEmpty ? "" : ". Variables gone with it: \(lost.joined(separator: ", "))"))
    }
    return true
  }
}

/// What the prompt and the completion share.
private final class LatestCompletion: Sendable {
  let value = Mutex(ShellCompletion())
}
