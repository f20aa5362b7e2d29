/// What is wrong at one place of a server's sources, and what to write there.
public struct ServerDiagnostic: Error, Sendable, Hashable {
  /// The file's name, as its source gave it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes as the compiler counts them.
  public var column: Int
  /// What is wrong and what to write, without a full stop.
  public var message: String
}

extension ServerDiagnostic: CustomStringConvertible {
  /// The line that a compiler would print, which build systems and editors understand.
  public var description: String { "\(place): error: \(message)" }

  /// File, line and column, as compilers print them.
  var place: String { "\(file):\(line):\(column)" }
}
