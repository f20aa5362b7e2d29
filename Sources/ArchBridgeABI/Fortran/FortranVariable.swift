/// Something that has a type and can have a shape: an argument, a function's result, a variable.
public struct FortranVariable: Hashable, Sendable {
  /// What a procedure does with an argument.
  public enum Intent: String, Hashable, Sendable {
    /// `intent(in)`.
    case `in`
    /// `intent(out)`.
    case out
    /// `intent(inout)`.
    case `inout`
  }

  /// The name, in lower case.
  public var name: String
  /// The type.
  public var type: FortranType
  /// Whether it is an array, and of which extents.
  public var shape: FortranShape
  /// What the procedure does with an argument, where that is said.
  public var intent: Intent?
  /// Whether an argument can be left out.
  public var isOptional: Bool
  /// Whether an argument goes by value.
  public var isValue: Bool
  /// Whether this is `allocatable`.
  public var isAllocatable: Bool
  /// Whether this is a `pointer`.
  public var isPointer: Bool
  /// Whether an array is `contiguous`.
  public var isContiguous: Bool

  /// Makes a variable.
  public init(
    name: String, type: FortranType, shape: FortranShape = .scalar, intent: Intent? = nil,
    isOptional: Bool = false, isValue: Bool = false, isAllocatable: Bool = false,
    isPointer: Bool = false, isContiguous: Bool = false
  ) {
    self.name = name
    self.type = type
    self.shape = shape
    self.intent = intent
    self.isOptional = isOptional
    self.isValue = isValue
    self.isAllocatable = isAllocatable
    self.isPointer = isPointer
    self.isContiguous = isContiguous
  }
}
