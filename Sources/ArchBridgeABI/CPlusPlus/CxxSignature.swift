/// A C++ function as people and demanglers write it: `double vendor::Gauge::read(double) const`.
///
/// References are pointers, and classes are known by their names; one that is declared as a structure
/// under its own name has its layout.
public struct CxxSignature: Hashable, Sendable {
  /// The function's name with its scopes.
  public var name: CxxName
  /// The parameters and the result, without the object that a method is called on; nil where only
  /// the name was written.
  public var type: CFunctionType?
  /// The type that was written before a name alone.
  public var resultOfName: CType?
  /// Which of the parameters are references.
  public var references: [Bool]
  /// Whether the result's type was written; without it it counts as `void`.
  public var statesResult: Bool
  /// Whether `static` was written.
  public var isStatic: Bool
  /// Whether it is a `const` method.
  public var isConst: Bool
  /// What its annotations say, in order.
  public var annotations: [String]

  /// Reads a signature.
  ///
  /// - Throws: where and why it cannot be read.
  public init(
    _ text: String, knowing declarations: CDeclarations = CDeclarations()
  ) throws(DeclarationError) {
    let bytes = [UInt8](text.utf8)
    let parts = CxxScanner(bytes)
    guard !parts.name.isEmpty else {
      throw CLexer(text).failure(at: parts.name.lowerBound, "expected a function's name")
    }
    name = CxxName(String(decoding: bytes[parts.name], as: UTF8.self))
    isConst = parts.suffix.contains { index in
      bytes[index...].starts(with: "const".utf8)
        && (index + 5 >= bytes.count || !bytes[index + 5].continuesWord)
    }
    statesResult = false
    references = []
    annotations = []
    var rewritten = CxxTypeText(bytes, knowing: declarations.names)
    isStatic = rewritten.rewrite(parts.prefix)
    guard let parameters = parts.parameters else {
      guard rewritten.prefixHasType else { return }
      let result = String(decoding: rewritten.bytes[parts.prefix], as: UTF8.self)
      resultOfName = try CDeclarationParser.type(result, after: rewritten.names).withoutPlaceholders
      return
    }
    _ = rewritten.rewrite(parameters)
    if let place = rewritten.memberFunction {
      throw CLexer(text).failure(
        at: place,
        "a pointer to a member function is two words that only C++ makes; no call can have one")
    }
    let prototype = CxxPrototype(rewritten, parts)
    do throws(DeclarationError) {
      let declaration = try CDeclarationParser.prototype(prototype.text, after: rewritten.names)
      type = declaration.type.withoutPlaceholders
      annotations = declaration.annotations
    } catch {
      // The text is C's, whose columns begin before.
      throw DeclarationError(
        line: error.line, column: max(error.column - (error.line == 1 ? prototype.shift : 0), 1),
        message: error.message)
    }
    statesResult = prototype.statesResult || name.isConstructor || name.isDestructor
    references = CxxSignature.references(bytes, parameters)
  }

  /// The name in a signature; nil where there is none.
  public static func name(of text: String) -> CxxName? {
    let bytes = [UInt8](text.utf8)
    let parts = CxxScanner(bytes)
    if parts.name.isEmpty { return nil }
    return CxxName(String(decoding: bytes[parts.name], as: UTF8.self))
  }

  /// Which of the parameters between these places are references themselves.
  private static func references(_ bytes: [UInt8], _ range: Range<Int>) -> [Bool] {
    var references: [Bool] = []
    var (isReference, isEmpty, index) = (false, true, range.lowerBound)
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"):
        isEmpty = false
        index = max(bytes.endOfBrackets(at: index), index + 1)
        continue
      case UInt8(ascii: ","):
        references.append(isReference)
        isReference = false
      case UInt8(ascii: "&"): isReference = true
      case let byte where byte.isBlank: break
      default: isEmpty = false
      }
      index += 1
    }
    if !isEmpty { references.append(isReference) }
    return references
  }
}

/// A rewritten signature as a prototype of C, with a name that C can read.
private struct CxxPrototype {
  let text: String
  /// How many columns were put before it.
  let shift: Int
  let statesResult: Bool

  /// What may stand behind a C++ function's parameters.
  private static let qualifiers = ["const", "volatile", "noexcept", "&", ";"]

  init(_ rewritten: CxxTypeText, _ parts: CxxScanner) {
    var bytes = rewritten.bytes
    statesResult = rewritten.prefixHasType
    for index in parts.name { bytes[index] = UInt8(ascii: "_") }
    // Behind the parameters C has attributes, and what is no C++ either is an error.
    var index = parts.suffix.lowerBound
    while index < bytes.count {
      if bytes[index...].starts(with: "__attribute__".utf8) {
        var open = index
        while open < bytes.count, bytes[open] != UInt8(ascii: "(") { open += 1 }
        index = bytes.endOfBrackets(at: open)
      } else if let word = Self.qualifiers.first(where: { bytes[index...].starts(with: $0.utf8) }) {
        for _ in word.utf8 {
          bytes[index] = UInt8(ascii: " ")
          index += 1
        }
      } else {
        index += 1
      }
    }
    let start = statesResult ? "" : "void "
    shift = start.utf8.count
    text = start + String(decoding: bytes, as: UTF8.self)
  }
}

extension CType {
  /// The type with the names that classes had for C taken out.
  var withoutPlaceholders: CType {
    switch self {
    case .alias(let name, let type):
      name.utf8.first == UInt8(ascii: "$") ? type.withoutPlaceholders : self
    case .pointer(let target, let isConst):
      .pointer(to: target.withoutPlaceholders, isConst: isConst)
    case .array(let element, let count): .array(of: element.withoutPlaceholders, count: count)
    case .function(let type): .function(type.withoutPlaceholders)
    case .void, .scalar, .complex, .enumeration, .record: self
    }
  }
}

extension CFunctionType {
  fileprivate var withoutPlaceholders: CFunctionType {
    var type = self
    type.result = result.withoutPlaceholders
    for index in parameters.indices {
      type.parameters[index].type = parameters[index].type.withoutPlaceholders
    }
    return type
  }
}
