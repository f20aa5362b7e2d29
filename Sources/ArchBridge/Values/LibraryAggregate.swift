internal import ArchBridgeABI

/// A value of many bytes that C passes by value: a structure or union, a complex number, an 80-bit
/// number.
///
/// Structures of your own conform to `LibraryStructure`.
public protocol LibraryAggregate: LibraryValue, LibraryArgument, LibraryResult, PointerValue,
  PointerElement
{
  /// The C type that the value has where no declaration gives one, as C spells it.
  var undeclaredType: String { get }
  /// The C type that a result of this type has where no declaration gives one; nil where that
  /// cannot be known.
  static var undeclaredType: String? { get }
}

extension LibraryAggregate {
  /// By value; by reference where the function takes a pointer.
  public var argumentValue: ArgumentValue { ArgumentValue(.value(self)) }

  /// By value.
  public static var resultKind: ResultKind { ResultKind(.value(undeclared: undeclaredType)) }

  /// Never made so: the value needs its C type, which `init(from:)` has.
  public init?(resultValue: ResultValue) { return nil }

  /// The value as a pointer's memory.
  public var pointerContents: PointerContents { PointerContents(.values([self], isArray: false)) }

  /// Makes the value that is in a pointer's memory.
  public init(pointerContents: PointerContents) {
    guard case .values(let values, _) = pointerContents.content, let value = values.first as? Self
    else { preconditionFailure("a pointer's memory holds what it was made for") }
    self = value
  }

  /// A pointer to the values.
  public static func argumentValue(of elements: [Self]) -> ArgumentValue {
    ArgumentValue(.values(elements))
  }

  /// The values as a pointer's memory.
  public static func pointerContents(of elements: [Self]) -> PointerContents {
    PointerContents(.values(elements, isArray: true))
  }

  /// The values that are in a pointer's memory.
  public static func elements(in contents: PointerContents) -> [Self] {
    switch contents.content {
    case .values(let values, _): return values.compactMap { $0 as? Self }
    case .zeroValues(let value as Self, let count) where count <= Int(UInt32.max):
      return [Self](repeating: value, count: count)
    default: return []
    }
  }
}
