internal import SwiftSyntax

/// What a type does by hand of what would be generated for it.
struct OwnWitnesses {
  private(set) var name = false
  private(set) var writes = false
  private(set) var reads = false
  /// `encode(to:)` and `init(from:)` of `Codable`, which the helper does not have.
  private(set) var encoding: TokenSyntax?
  private(set) var decoding: TokenSyntax?

  init(_ type: DeclaredType) {
    for member in type.allMembers {
      if let function = member.declaration.as(FunctionDeclSyntax.self) {
        let parameter = Self.onlyParameter(function.signature)
        guard parameter?.label == "to" else { continue }
        if function.name.text == "encode", parameter?.type == "Encoder" {
          encoding = function.name
        } else if function.name.text == "write", parameter?.type == "CBORWriter" {
          writes = true
        }
      } else if let initializer = member.declaration.as(InitializerDeclSyntax.self) {
        let parameter = Self.onlyParameter(initializer.signature)
        guard parameter?.label == "from" else { continue }
        if parameter?.type == "Decoder" { decoding = initializer.initKeyword }
        if parameter?.type == "CBORReader" { reads = true }
      } else if let variable = member.declaration.as(VariableDeclSyntax.self) {
        let names = variable.bindings.map(\.pattern.trimmedDescription)
        if variable.modifiers.contains(.static), names.contains("wireName") { name = true }
      }
    }
  }

  /// The one parameter's label and the last name in its type.
  private static func onlyParameter(
    _ signature: FunctionSignatureSyntax
  ) -> (label: String, type: String)? {
    let parameters = signature.parameterClause.parameters
    guard parameters.count == 1, let parameter = parameters.first else { return nil }
    let words = parameter.type.trimmedDescription.split { " .".contains($0) }
    return (parameter.firstName.text, words.last.map(String.init) ?? "")
  }
}
