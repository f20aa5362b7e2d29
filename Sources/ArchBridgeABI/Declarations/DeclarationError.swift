/// Why a text of declarations cannot be read, and where.
public struct DeclarationError: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// What is wrong there, and what was expected: one sentence without its place.
  public var message: String
  /// Whether it concerns one declaration, which a text of others can do without.
  var isLocal = false

  /// Makes an error.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}
