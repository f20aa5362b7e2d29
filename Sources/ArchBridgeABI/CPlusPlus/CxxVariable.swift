/// A C++ variable as people write it: `int vendor::counter`, `const char* vendor::names[4]`.
///
/// Types are those of a signature: references are pointers, and a class has the layout of a structure
/// that is declared under its own name.
public struct CxxVariable: Hashable, Sendable {
  /// The variable's name with its scopes.
  public var name: CxxName
  /// Its type; nil where only the name was written.
  public var type: CType?
  /// Whether it is `const`.
  public var isConst = false

  /// Reads a variable's name, with its type or without.
  ///
  /// - Throws: where and why it cannot be read.
  public init(
    _ text: String, knowing declarations: CDeclarations = CDeclarations()
  ) throws(DeclarationError) {
    var bytes = [UInt8](text.utf8)
    while let last = bytes.last, last.isBlank || last == UInt8(ascii: ";") { bytes.removeLast() }
    let parts = CxxScanner(bytes)
    let range = parts.name.lowerBound..<Self.nameEnd(bytes, parts.name)
    guard !range.isEmpty, parts.parameters == nil else {
      throw CLexer(text).failure(
        at: range.lowerBound,
        "expected a variable, as in 'int scope::name'; a pointer to a function is declared under "
          + "its symbol")
    }
    name = CxxName(String(decoding: bytes[range], as: UTF8.self))
    var rewritten = CxxTypeText(bytes, knowing: declarations.names)
    _ = rewritten.rewrite(parts.prefix)
    guard rewritten.prefixHasType else { return }
    bytes = rewritten.bytes
    for index in range { bytes[index] = UInt8(ascii: "_") }
    let start = "extern "
    do throws(DeclarationError) {
      let added = try CDeclarationParser.names(
        declaredBy: start + String(decoding: bytes, as: UTF8.self) + ";", after: rewritten.names)
      guard let variable = added.variables.values.first else {
        throw CLexer(text).failure(at: range.lowerBound, "expected a variable")
      }
      type = variable.type.withoutPlaceholders
      isConst = variable.isConst
    } catch {
      // The text is C's, whose columns begin before.
      throw DeclarationError(
        line: error.line,
        column: max(error.column - (error.line == 1 ? start.utf8.count : 0), 1),
        message: error.message)
    }
  }

  /// Where a name ends and the extents of an array begin.
  private static func nameEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "("): index = bytes.endOfBrackets(at: index)
      case UInt8(ascii: "["):
        guard bytes[index...].starts(with: "[abi:".utf8) else { return index }
        index = bytes.endOfBrackets(at: index)
      default: index += 1
      }
    }
    return min(index, range.upperBound)
  }
}
