internal import SwiftParser
internal import SwiftSyntax

/// The keys that a type's `CodingKeys` give its properties or cases, in the order of coding.
struct CodingKeyNames {
  enum Key: Equatable {
    case text(String)
    case integer(Int)
  }

  /// The name that is coded, and its key.
  let entries: [(name: String, key: Key)]
  /// The `CodingKeys` that the user wrote, if there are any.
  let declaration: DeclaredType?

  /// The key of `name`, or nil where it is not coded.
  func key(of name: String) -> Key? { entries.first { $0.name == name }?.key }

  /// Whether all keys are integers.
  var areIntegers: Bool {
    !entries.isEmpty
      && entries.allSatisfy {
        if case .integer = $0.key { true } else { false }
      }
  }

  /// The keys of `names`, which the enum called `keys` within `type` may choose from and rename.
  init(
    _ names: [String], of type: DeclaredType, called keys: String = "CodingKeys",
    in table: SourceTable
  ) throws(ServerDiagnostic) {
    guard let declaration = table[type.path + [keys]] else {
      entries = names.map { ($0, .text($0)) }
      declaration = nil
      return
    }
    guard let enumeration = declaration.declaration.as(EnumDeclSyntax.self) else {
      throw table.diagnostic(
        declaration.name,
        "\(keys) has to be an enum for the helper; write `enum \(keys): String, CodingKey`")
    }
    let raw = enumeration.inheritanceClause?.inheritedTypes.first.flatMap {
      table.standardName($0.type, in: declaration.path)
    }
    var entries: [(name: String, key: Key)] = []
    var next = 0
    for member in declaration.members {
      guard let cases = member.declaration.as(EnumCaseDeclSyntax.self) else { continue }
      if !member.conditions.isEmpty {
        throw table.diagnostic(
          cases, "a key within #if, and both sides have to agree; write it outside of #if")
      }
      for element in cases.elements {
        let name = element.name.plainText
        guard names.contains(name) else { continue }
        let value = element.rawValue?.value
        if raw == "Int" {
          if let value {
            guard let number = Int(value.trimmedDescription.filter { $0 != "_" && $0 != " " })
            else { throw table.diagnostic(value, "write a coding key's number in decimal digits") }
            next = number
          }
          entries.append((name, .integer(next)))
          next += 1
        } else if let value {
          guard let text = value.as(StringLiteralExprSyntax.self)?.representedLiteralValue else {
            throw table.diagnostic(value, "write a coding key as a string literal")
          }
          entries.append((name, .text(text)))
        } else {
          entries.append((name, .text(name)))
        }
      }
    }
    self.entries = entries
    self.declaration = declaration
  }
}
