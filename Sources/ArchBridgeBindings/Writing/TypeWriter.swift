internal import ArchBridgeABI

/// Writes the Swift types that stand for a library's own.
struct TypeWriter {
  let types: TypePlan

  private var header: Header { types.header }

  // MARK: Handles

  func writeHandle(_ name: String, spelling: String, comment: String?, to code: inout CodeText) {
    code.separate()
    code.document(documentation(comment, "A `\(spelling) *` that the library gave out."))
    code.add("public struct \(name): LibraryHandle {")
    code.indent()
    code.document(["The address in the helper."])
    code.add("public let address: RemoteAddress")
    code.separate()
    code.document(["Makes the handle that has this address."])
    code.add("public init(address: RemoteAddress) { self.address = address }")
    code.outdent()
    code.add("}")
  }

  /// Writes the Swift type of a `typedef` that its notes make one of its own.
  func writeWrapper(_ typedef: HeaderTypedef, to code: inout CodeText) throws(Omission) {
    guard let name = types.swiftName(ofWrapper: typedef.name) else { return }
    if case .pointer = header.resolved(typedef.type) {
      code.separate()
      code.document(
        documentation(typedef.comment, "A `\(typedef.name)` that the library gave out."))
      code.add("public struct \(name): LibraryHandle {")
      code.indent()
      code.document(["The address in the helper."])
      code.add("public let address: RemoteAddress")
      code.separate()
      code.document(["Makes the handle that has this address."])
      code.add("public init(address: RemoteAddress) { self.address = address }")
      code.outdent()
      code.add("}")
      return
    }
    var plain = header
    plain.typedefs[typedef.name]?.isWrapped = false
    let raw = try TypePlan(plain, client: types.client).value(typedef.type)
    code.separate()
    code.document(documentation(typedef.comment, "C's `\(typedef.name)`."))
    writeRawRepresentable(name, raw: raw.name, conformance: "LibraryEnumeration", to: &code) { _ in
    }
  }

  private func writeRawRepresentable(
    _ name: String, raw: String, conformance: String, to code: inout CodeText,
    _ members: (inout CodeText) -> Void
  ) {
    code.add("public struct \(name): \(conformance) {")
    code.indent()
    code.document(["The value in C."])
    code.add("public let rawValue: \(raw)")
    code.separate()
    code.document(["Makes the value that is this one in C; it need not be one with a name."])
    code.add("public init(rawValue: \(raw)) { self.rawValue = rawValue }")
    members(&code)
    code.outdent()
    code.add("}")
  }

  // MARK: Enumerations

  func writeEnumeration(_ key: String, to code: inout CodeText) {
    guard let enumeration = header.enumerations[key],
      let name = types.swiftName(ofEnumeration: key)
    else { return }
    let isLarge = enumeration.enumerators.contains { $0.value > Int64(UInt32.max) }
    let raw =
      if isLarge {
        enumeration.scalar.isSigned ? "Int64" : "UInt64"
      } else {
        SwiftType(enumeration.scalar).name
      }
    code.separate()
    code.document(documentation(enumeration.comment, "C's `\(enumeration.spelling)`."))
    writeRawRepresentable(
      name, raw: raw,
      conformance: enumeration.isFlags ? "OptionSet, LibraryEnumeration" : "LibraryEnumeration",
      to: &code
    ) { code in
      var scope = NameScope()
      let names = SwiftName.enumerators(enumeration.enumerators.map(\.name), of: key)
      for (enumerator, name) in zip(enumeration.enumerators, names) {
        let unreserved = SwiftName.unreserved(
          enumerator.swiftName ?? name, SwiftName.typeMembers)
        let member = SwiftName.escaped(scope.claim(unreserved))
        code.separate()
        code.document(constantDocumentation(enumerator.comment, enumerator.name))
        let value = SwiftLiteral.integer(enumerator.value)
        if enumeration.isFlags, enumerator.value == 0 {
          code.add("public static let \(member): Self = []")
        } else {
          code.add("public static let \(member) = Self(rawValue: \(value))")
        }
      }
    }
  }

  // MARK: Documentation

  func documentation(_ comment: String?, _ fallback: String) -> [String] {
    let comment = HeaderComment(comment)
    return [comment.summary ?? fallback] + comment.paragraphs
      + (comment.summary == nil ? [] : [fallback])
  }

  func constantDocumentation(_ comment: String?, _ name: String) -> [String] {
    let comment = HeaderComment(comment)
    guard let summary = comment.summary else {
      return ["`\(name)` of the header."] + comment.paragraphs
    }
    return [summary] + comment.paragraphs + ["`\(name)` of the header."]
  }
}
