/// A set of C declarations read from text.
///
/// It knows the integer names of `<stdint.h>`, `size_t`, `FILE` and their like from the start; a
/// text may declare them itself, and is then believed. Functions, variables, typedefs, structures,
/// unions and enumerations are read. Reading the same text twice changes nothing; a function that
/// is declared again gains the names and annotations that it lacked.
///
/// `#pragma pack` holds up to the end of its text.
///
/// A text is untrusted: how deep it nests and how large a type can get are bounded, and reading
/// takes time in proportion to its length.
///
/// ```swift
/// var declarations = CDeclarations()
/// try declarations.parse("typedef struct sqlite3 sqlite3; int sqlite3_close(sqlite3 *);")
/// ```
public struct CDeclarations: Sendable {
  var names = CNames()

  /// Makes a set that knows the built-in typedefs, and no more.
  public init() {}

  /// Reads `source`, and adds what it declares.
  ///
  /// - Throws: where and why the text cannot be read; then nothing of it is added.
  public mutating func parse(_ source: String) throws(DeclarationError) {
    // The parser shares this set's tables, and is gone before they change: nothing is copied.
    names.merge(try CDeclarationParser.names(declaredBy: source, after: names))
  }

  /// Reads the one function declaration that `source` is; a `;` at its end is optional.
  ///
  /// A structure that it defines on the way, as in `struct div_t { int quot, rem; } div(int, int)`,
  /// is known by its tag alone afterwards: `parse(_:)` takes the same text, and keeps its members.
  ///
  /// - Parameters:
  ///   - source: the prototype, such as `double norm(const double *x, int n)`.
  ///   - declarations: the typedefs and constants that it may use; they stay as they are.
  /// - Throws: where and why it cannot be read, or that it is something else.
  public static func parsePrototype(
    _ source: String, knowing declarations: CDeclarations = CDeclarations()
  ) throws(DeclarationError) -> FunctionDeclaration {
    try CDeclarationParser.prototype(source, after: declarations.names)
  }

  /// The function that is declared under `name`.
  public func function(named name: String) -> FunctionDeclaration? {
    names.functions[name]
  }

  /// The names of the functions, in order of their first declaration.
  public var functionNames: [String] { names.functionNames }

  /// The variable that is declared under `name`.
  public func variable(named name: String) -> CVariable? { names.variables[name] }

  /// The names of the variables, in order of their first declaration.
  public var variableNames: [String] { names.variableNames }

  /// What `name` stands for by a `typedef`, built in or read.
  public func typedef(named name: String) -> CType? {
    names.typedefs[name]?.type ?? CBuiltinTypedef(rawValue: name)?.type
  }

  /// The value of the enumerator `name`.
  public func constant(named name: String) -> Int64? {
    names.constants[name]?.value
  }

  /// The names of all constants, in no order.
  public var constantNames: [String] { [String](names.constants.keys) }

  /// The names of an enumeration's constants in order, or nil where it is not defined.
  ///
  /// An enumeration without a tag has its first enumerator in braces for one: `{RED}`.
  public func enumerators(ofTag tag: String) -> [String]? {
    guard case .enumeration(let enumerators, _) = names.tags[tag], !enumerators.isEmpty else {
      return nil
    }
    return enumerators
  }

  /// The integer type that GCC and Clang give to an enumeration.
  ///
  /// It is `unsigned int` where no value is negative and `int` where one is, as long as these hold
  /// all values, and else `unsigned long long` or `long long`. An enumeration that is not defined
  /// counts as `int`.
  public func enumerationScalar(ofTag tag: String) -> CScalar {
    names.enumerationScalar(ofTag: tag)
  }
}
