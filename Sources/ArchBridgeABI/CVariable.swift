/// A variable that a declaration names.
public struct CVariable: Hashable, Sendable {
  /// The variable's name, which is its symbol in the library.
  public var name: String
  /// Its type.
  public var type: CType
  /// Whether it is `const`, so that only the library writes to it.
  public var isConst: Bool

  /// Makes a variable.
  public init(name: String, type: CType, isConst: Bool = false) {
    self.name = name
    self.type = type
    self.isConst = isConst
  }
}
