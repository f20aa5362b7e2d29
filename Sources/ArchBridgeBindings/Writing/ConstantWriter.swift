internal import ArchBridgeABI

/// Writes the constants of a client.
struct ConstantWriter {
  private let types: TypePlan
  private var scope: NameScope

  /// Makes a writer that keeps clear of the names of types.
  init(_ types: TypePlan, taken: Set<String>) {
    self.types = types
    scope = NameScope(taken.union(SwiftName.clientMembers))
  }

  mutating func write(_ constant: HeaderConstant, to code: inout CodeText) {
    let (type, value) = Self.swift(constant.value)
    write(
      constant.swiftName ?? constant.name, type: type, value: value, comment: constant.comment,
      cName: constant.name, to: &code)
  }

  /// Writes the constants of an enumeration that nothing names.
  mutating func write(_ enumeration: HeaderEnumeration, to code: inout CodeText) {
    for enumerator in enumeration.enumerators {
      let type =
        Int32(exactly: enumerator.value) != nil
        ? "Int32" : UInt32(exactly: enumerator.value) != nil ? "UInt32" : "Int64"
      write(
        enumerator.swiftName ?? enumerator.name, type: type,
        value: SwiftLiteral.integer(enumerator.value), comment: enumerator.comment,
        cName: enumerator.name, to: &code)
    }
  }

  private mutating func write(
    _ name: String, type: String, value: String, comment: String?, cName: String,
    to code: inout CodeText
  ) {
    code.separate()
    code.document(TypeWriter(types: types).constantDocumentation(comment, cName))
    let member = SwiftName.escaped(scope.claim(name))
    code.add("public static var \(member): \(type)", body: value)
  }

  private static func swift(_ value: HeaderConstant.Value) -> (type: String, value: String) {
    switch value {
    case .integer(.bool, let value): ("Bool", value == 0 ? "false" : "true")
    case .integer(let scalar, let value): (SwiftType(scalar).name, SwiftLiteral.integer(value))
    case .large(let value): ("UInt64", SwiftLiteral.integer(value))
    case .float(let value): ("Float", SwiftLiteral.float(value))
    case .double(let value): ("Double", SwiftLiteral.double(value))
    case .text(let value): ("String", SwiftLiteral.text(value))
    case .address(let value):
      ("RemoteAddress", "RemoteAddress(rawValue: 0x\(String(value, radix: 16)))")
    }
  }
}
