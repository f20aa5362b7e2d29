/// Reads the lines that somebody types at a terminal.
///
/// The program brings one along; this module, which build tools use too, needs no library for it.
public protocol LineEditor: Sendable {
  /// Prepares for the terminal.
  ///
  /// - Parameters:
  ///   - separators: the characters that end a word.
  ///   - completions: what the word may become that begins at an offset in UTF-8 of a line.
  func start(
    separators: String, completions: @escaping @Sendable (_ line: String, _ start: Int) -> [String])

  /// Has Ctrl-C run `action` on a thread of its own, unless a line is being read.
  func whenInterrupted(_ action: @escaping @Sendable () -> Void)

  /// Reads a line.
  func read(prompt: String) -> TypedLine

  /// Offers the lines of a file to be called back, and at most so many.
  func readHistory(_ path: String, limit: Int)

  /// Offers a line to be called back.
  func addToHistory(_ line: String)

  /// Writes what can be called back to a file.
  func writeHistory(_ path: String)
}

/// What came of reading a line.
public enum TypedLine: Sendable {
  /// A line.
  case line(String)
  /// The line was dropped with Ctrl-C.
  case interrupted
  /// There will be no more.
  case end
}
