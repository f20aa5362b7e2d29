/// A value that an array given to a library can hold.
///
/// Its members serve arrays; a type has them by being a number, a structure, or a string.
public protocol LibraryElement: Sendable {
  /// How an array of such values goes into a call.
  static func argumentValue(of elements: [Self]) -> ArgumentValue
}

/// A value that an array can hold whose memory comes back from a call.
public protocol PointerElement: LibraryElement {
  /// An array of such values as a pointer's memory.
  static func pointerContents(of elements: [Self]) -> PointerContents
  /// The array that is in a pointer's memory.
  static func elements(in contents: PointerContents) -> [Self]
}

extension Array: LibraryArgument where Element: LibraryElement {
  /// A pointer to the elements, which live as long as the call.
  public var argumentValue: ArgumentValue { Element.argumentValue(of: self) }

  /// Swift's own numbers go as they are.
  public static var preparedKind: PreparedKind {
    guard let scalar = Element.self as? any LibraryScalar.Type, ScalarArray.areBytes(Element.self)
    else { return .general }
    return PreparedKind(.array(scalar.scalarKind))
  }

  /// Puts the numbers into a prepared call.
  public func write(to arguments: inout PreparedArguments) {
    guard ScalarArray.areBytes(Element.self) else { return arguments.fail() }
    // Safe: read as bytes only, and these element types have no padding.
    unsafe withUnsafeBytes { unsafe arguments.write(elements: $0) }
  }
}

extension Array: PointerValue where Element: PointerElement {
  /// The elements as a pointer's memory.
  public var pointerContents: PointerContents { Element.pointerContents(of: self) }

  /// Makes the array that is in a pointer's memory.
  public init(pointerContents: PointerContents) { self = Element.elements(in: pointerContents) }
}

extension LibraryScalar {
  /// A pointer to the numbers.
  public static func argumentValue(of elements: [Self]) -> ArgumentValue {
    ArgumentValue(.array(ScalarArray(elements)))
  }

  /// The numbers as a pointer's memory.
  public static func pointerContents(of elements: [Self]) -> PointerContents {
    PointerContents(.array(ScalarArray(elements)))
  }

  /// The numbers that are in a pointer's memory.
  public static func elements(in contents: PointerContents) -> [Self] {
    contents.scalars.elements()
  }
}

extension String: LibraryElement {
  /// A pointer to pointers to the strings, with a null pointer at the end: `char **`.
  public static func argumentValue(of elements: [String]) -> ArgumentValue {
    ArgumentValue(.texts(elements))
  }
}

extension Optional: LibraryElement where Wrapped == String {
  /// A pointer to pointers to the strings, null where one is nil, with a null pointer at the end.
  public static func argumentValue(of elements: [String?]) -> ArgumentValue {
    ArgumentValue(.texts(elements))
  }
}
