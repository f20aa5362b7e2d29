/// One Swift source file of a server.
public struct ServerSource: Sendable, Hashable {
  /// The file's name, as diagnostics give it.
  public var name: String
  /// What the file says.
  public var text: String

  /// Makes a source from its name and text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
