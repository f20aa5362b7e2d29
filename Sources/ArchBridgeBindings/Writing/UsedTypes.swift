internal import ArchBridgeABI

/// The types that a client's functions and variables need, in the order of the header.
struct UsedTypes {
  private let types: TypePlan
  private(set) var handles: [String] = []
  private(set) var records: [String] = []
  private(set) var enumerations: [String] = []
  private(set) var wrappers: [String] = []
  private var seen: Set<HeaderType> = []

  private var header: Header { types.header }

  /// Finds what the functions and variables refer to, and all that the headers themselves define.
  init(_ types: TypePlan, functions: [HeaderFunction], variables: [HeaderVariable]) {
    self.types = types
    for function in functions {
      visit(function.result)
      for parameter in function.parameters { visit(parameter.type) }
    }
    for variable in variables { visit(variable.type) }
    for key in header.recordOrder where header.records[key]?.isOwn ?? false {
      if !types.isOpaque(key) { visit(.record(key)) }
    }
    for key in header.enumerationOrder where header.enumerations[key]?.isOwn ?? false {
      visit(.enumeration(key))
    }
    let flattened = Set(header.records.values.flatMap(anonymousMembers))
    records = order(records.filter { !flattened.contains($0) }, by: header.recordOrder)
    enumerations = order(enumerations, by: header.enumerationOrder)
    wrappers = order(wrappers, by: header.typedefOrder)
  }

  private func order(_ keys: [String], by order: [String]) -> [String] {
    let keys = Set(keys)
    return order.filter(keys.contains)
  }

  /// The records whose members stand beside another's, so that they are no types in Swift.
  private func anonymousMembers(of record: HeaderRecord) -> [String] {
    record.members.compactMap { member in
      guard member.name == nil, member.bitCount == nil, let inner = header.record(member.type),
        record.kind == .union || types.anonymousName(inner.key, in: record) == nil
      else { return nil }
      return inner.key
    }
  }

  private mutating func visit(_ type: HeaderType) {
    guard seen.insert(type).inserted else { return }
    switch type {
    case .alias(let name):
      if types.wrapper(type) == name { wrappers.append(name) }
      if let builtin = BuiltinTypedef(name) {
        visit(builtin.type)
      } else if let typedef = header.typedefs[name] {
        visit(typedef.type)
      }
    case .pointer(let pointer): visit(pointer.pointee)
    case .array(let element, _): visit(element)
    case .function(let function):
      visit(function.result)
      for parameter in function.parameters { visit(parameter.type) }
    case .enumeration(let key):
      if types.swiftName(ofEnumeration: key) != nil { enumerations.append(key) }
    case .record(let key):
      if types.isOpaque(key) {
        handles.append(key)
      } else if types.unrepresentable[key] == nil {
        records.append(key)
        for member in header.records[key]?.members ?? [] { visit(member.type) }
      }
    case .void, .scalar, .complex, .unsupported: break
    }
  }
}
