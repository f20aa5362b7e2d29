/// A function that a declaration names.
public struct FunctionDeclaration: Hashable, Sendable {
  /// The function's name, which is its symbol in the library.
  public var name: String
  /// Its parameters and result.
  public var type: CFunctionType

  /// Makes a declaration.
  public init(name: String, type: CFunctionType) {
    self.name = name
    self.type = type
  }
}
