internal import ArchBridgeABI

/// What a header declares.
///
/// Types are there from every header that it includes, since its own refer to them; functions,
/// variables and constants only from those that bindings are made for.
package struct Header: Sendable {
  package var functions: [HeaderFunction] = []
  package var variables: [HeaderVariable] = []
  package var constants: [HeaderConstant] = []
  package var records: [String: HeaderRecord] = [:]
  package var enumerations: [String: HeaderEnumeration] = [:]
  package var typedefs: [String: HeaderTypedef] = [:]
  /// The keys of the records, then of the enumerations, in order of their declaration.
  package var recordOrder: [String] = []
  package var enumerationOrder: [String] = []
  package var typedefOrder: [String] = []
  /// What bindings leave out whatever the rest of the header is.
  package var omissions: [Omission] = []

  package init() {}

  /// The type with every `typedef` at its top replaced, and what they say of null kept.
  func resolved(_ type: HeaderType) -> HeaderType {
    var type = type
    var nullability: Nullability?
    while true {
      if case .pointer(let pointer) = type { nullability = nullability ?? pointer.nullability }
      guard case .alias(let name) = type else { break }
      if let builtin = BuiltinTypedef(name) { return builtin.type }
      guard let typedef = typedefs[name] else { return .unsupported("'\(name)'") }
      type = typedef.type
    }
    if case .pointer(var pointer) = type {
      pointer.nullability = nullability
      type = .pointer(pointer)
    }
    return type
  }

  /// What in a type's spelling the declarations cannot have, in words; records count by their name.
  func unsupported(in type: HeaderType) -> String? {
    switch type {
    case .unsupported(let reason): return reason
    case .pointer(let pointer): return unsupported(in: pointer.pointee).map { "a pointer to \($0)" }
    case .array(let element, _): return unsupported(in: element).map { "an array of \($0)" }
    case .alias:
      let resolved = resolved(type)
      if case .alias = resolved { return "a type that is not defined" }
      return unsupported(in: resolved)
    case .function(let function):
      if let convention = function.convention { return "a '\(convention)' function" }
      if function.lacksPrototype { return "a function without a prototype" }
      if let reason = unsupported(in: function.result) {
        return "a function that returns \(reason)"
      }
      return function.parameters.lazy.compactMap { unsupported(in: $0.type) }.first
        .map { "a function with \($0)" }
    case .void, .scalar, .complex, .record, .enumeration: return nil
    }
  }

  /// Why a value of a type cannot be declared, the members of records included; nil where it can.
  func unwritable(_ type: HeaderType, within outer: Set<String> = []) -> String? {
    if let reason = unsupported(in: type) { return reason }
    switch resolved(type) {
    case .pointer(let pointer):
      // A pointer to a record says nothing of its members.
      return isRecord(pointer.pointee) ? nil : unwritable(pointer.pointee, within: outer)
    case .array(let element, _): return unwritable(element, within: outer)
    case .function(let function):
      return unwritable(function.result, within: outer)
        ?? function.parameters.lazy.compactMap { unwritable($0.type, within: outer) }.first
    case .record(let key):
      // A function in it can take one by value.
      if outer.contains(key) { return nil }
      let inner = outer.union([key])
      return records[key]?.members.lazy.compactMap { unwritable($0.type, within: inner) }.first
    default: return nil
    }
  }

  private func isRecord(_ type: HeaderType) -> Bool {
    if case .record = resolved(type) { true } else { false }
  }

  /// The structure or union that a type is, under whatever name.
  func record(_ type: HeaderType) -> HeaderRecord? {
    guard case .record(let key) = resolved(type) else { return nil }
    return records[key]
  }

  /// The enumeration that a type is, under whatever name.
  func enumeration(_ type: HeaderType) -> HeaderEnumeration? {
    guard case .enumeration(let key) = resolved(type) else { return nil }
    return enumerations[key]
  }
}

/// A name that declarations at run time know without being told, with the right width everywhere.
struct BuiltinTypedef {
  let type: HeaderType

  private static let declarations = CDeclarations()
  private static let variableArguments: Set = ["va_list", "__builtin_va_list", "__gnuc_va_list"]

  init?(_ name: String) {
    if Self.variableArguments.contains(name) {
      type = .unsupported("a 'va_list'")
      return
    }
    guard let type = Self.declarations.typedef(named: name)?.resolved else { return nil }
    switch type {
    case .scalar(let scalar): self.type = .scalar(scalar)
    case .record(_, let tag): self.type = .record(tag)
    default: return nil
    }
  }
}
