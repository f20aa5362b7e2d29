internal import SwiftSyntax

extension SourceTable {
  /// Why no value of this type can be coded, and what to write; nil where it may be.
  ///
  /// A name that these sources do not declare may be coded: the compiler knows.
  func refusal(of type: TypeSyntax, in scope: [String]) -> String? {
    let type = resolved(type, in: scope)
    if let wrapped = wrapped(type, in: scope) { return refusal(of: wrapped, in: scope) }
    if let array = type.as(ArrayTypeSyntax.self) { return refusal(of: array.element, in: scope) }
    if let dictionary = type.as(DictionaryTypeSyntax.self) {
      return refusal(of: dictionary.key, in: scope) ?? refusal(of: dictionary.value, in: scope)
    }
    for name in ["Array", "Dictionary"] {
      if let arguments = generic(name, type) {
        return arguments.lazy.compactMap { refusal(of: $0, in: scope) }.first
      }
    }
    if type.is(IdentifierTypeSyntax.self) || type.is(MemberTypeSyntax.self) {
      guard let declared = declared(type, in: scope) else { return nil }
      return switch declared.kind {
      case .reference: "objects of a class cannot cross; make \(declared.qualifiedName) a struct"
      case .interface: "a protocol's values cannot cross; write a struct or an enum"
      case .structure, .enumeration, .alias: nil
      }
    }
    if type.is(FunctionTypeSyntax.self) { return "a function cannot cross; write a value's type" }
    if type.is(TupleTypeSyntax.self) { return "a tuple cannot cross; write a struct" }
    if type.is(SomeOrAnyTypeSyntax.self) || type.is(CompositionTypeSyntax.self) {
      return "a protocol's values cannot cross; write a struct or an enum"
    }
    return "a value of type \(type.trimmedDescription) cannot cross; write a struct or an enum"
  }

  /// A type's text for an expression that makes its value: `T!` is written as `T?`.
  func constructor(of type: TypeSyntax, in scope: [String]) -> String {
    guard let optional = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self) else {
      return spelling(of: type, in: scope)
    }
    return spelling(of: optional.wrappedType, in: scope) + "?"
  }
}
