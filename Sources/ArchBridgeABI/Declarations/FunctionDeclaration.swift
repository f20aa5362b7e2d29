/// A function that a declaration names.
public struct FunctionDeclaration: Hashable, Sendable {
  /// The function's name, which is its symbol in the library.
  public var name: String
  /// Its parameters and result.
  public var type: CFunctionType
  /// What its annotations say, in order.
  public var annotations: [String]

  /// Makes a declaration.
  public init(name: String, type: CFunctionType, annotations: [String] = []) {
    self.name = name
    self.type = type
    self.annotations = annotations
  }
}
