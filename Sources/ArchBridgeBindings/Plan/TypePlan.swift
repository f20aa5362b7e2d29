internal import ArchBridgeABI

/// Which Swift types a header's types become.
struct TypePlan {
  let header: Header
  let client: String
  /// Why a structure or union cannot be one in Swift.
  private(set) var unrepresentable: [String: String] = [:]
  /// What the functions and variables are called in Swift, as far as they keep their names.
  let clientNames: Set<String>
  private var recordNames: [String: String] = [:]
  private var enumerationNames: [String: String] = [:]
  private var wrapperNames: [String: String] = [:]

  /// Structures that declarations at run time know by a name, and nothing of their members.
  private static let builtinRecords = ["_IO_FILE": "FILE", "__dirstream": "DIR"]

  /// Plans the types of the client of this name, of which none can have that.
  init(_ header: Header, client: String) {
    self.header = header
    self.client = client
    clientNames = Set(
      header.functions.map { Self.base($0.swiftName ?? $0.name) }
        + header.variables.map { $0.swiftName ?? $0.name })
    var scope = NameScope(SwiftName.usedTypes.union([client]))
    for name in header.typedefOrder where header.typedefs[name]?.isWrapped ?? false {
      wrapperNames[name] = scope.claim(
        header.typedefs[name]?.swiftName ?? SwiftName.type(name))
    }
    for key in header.recordOrder {
      recordNames[key] = name(ofRecord: key, in: &scope)
    }
    for (key, name) in Self.builtinRecords.sorted(by: { $0.key < $1.key })
    where recordNames[key] == nil {
      recordNames[key] = scope.claim(SwiftName.type(name), or: "Handle")
    }
    for key in header.enumerationOrder {
      guard let enumeration = header.enumerations[key], enumeration.isNamed else { continue }
      enumerationNames[key] = scope.claim(
        enumeration.swiftName ?? SwiftName.type(alias(of: .enumeration(key)) ?? key), or: "Enum")
    }
    for key in header.recordOrder where !isOpaque(key) {
      do throws(Omission) {
        _ = try members(ofRecord: key, within: [])
      } catch {
        unrepresentable[key] = error.reason
      }
    }
  }

  private static func base(_ name: String) -> String { String(name.prefix { $0 != "(" }) }

  private func name(ofRecord key: String, in scope: inout NameScope) -> String {
    if let name = header.records[key]?.swiftName { return scope.claim(name) }
    let more = isOpaque(key) ? "Handle" : header.records[key]?.kind == .union ? "Union" : "Struct"
    let known = Self.builtinRecords[key] ?? alias(of: .record(key)) ?? pointerAlias(ofRecord: key)
    return scope.claim(SwiftName.type(known ?? key), or: more)
  }

  /// The first `typedef` that is another name for a type, its own headers' before others'.
  private func alias(of type: HeaderType) -> String? {
    let names = header.typedefOrder.filter { header.typedefs[$0]?.type == type }
    return names.first { header.typedefs[$0]?.isOwn ?? false } ?? names.first
  }

  private func pointerAlias(ofRecord key: String) -> String? {
    guard isOpaque(key) else { return nil }
    return header.typedefOrder.first { name in
      guard case .pointer(let pointer)? = header.typedefs[name]?.type else { return false }
      return pointer.pointee == .record(key)
    }
  }

  /// Whether only pointers to a record are of use.
  func isOpaque(_ key: String) -> Bool {
    if Self.builtinRecords[key] != nil { return true }
    guard let record = header.records[key] else { return true }
    return !record.isComplete || record.isOpaque
  }

  func swiftName(ofRecord key: String) -> String { recordNames[key] ?? SwiftName.type(key) }

  func swiftName(ofEnumeration key: String) -> String? { enumerationNames[key] }

  /// The name of the Swift type that a `typedef`'s notes ask for.
  func swiftName(ofWrapper name: String) -> String? { wrapperNames[name] }

  /// The `typedef` with a Swift type of its own that a type is.
  func wrapper(_ type: HeaderType) -> String? {
    var type = type
    while case .alias(let name) = type, let typedef = header.typedefs[name] {
      if typedef.isWrapped { return name }
      type = typedef.type
    }
    return nil
  }

  /// The record that a pointer's type is a handle for.
  func handle(_ pointer: HeaderPointer) -> String? {
    guard case .record(let key) = header.resolved(pointer.pointee), isOpaque(key) else {
      return nil
    }
    return key
  }

  /// The Swift type of a C type by value.
  func value(_ type: HeaderType) throws(Omission) -> SwiftType {
    if let name = wrapper(type).flatMap(swiftName(ofWrapper:)) {
      if case .pointer = header.resolved(type) {
        return SwiftType(name, .handle, zero: ".init(address: .null)")
      }
      return SwiftType(name, .enumeration, zero: ".init(rawValue: 0)")
    }
    switch header.resolved(type) {
    case .scalar(let scalar):
      // Swift counts with signed numbers.
      return SwiftType(isSize(type) ? .long : scalar)
    case .complex(let scalar):
      return SwiftType("Complex<\(SwiftType(scalar).name)>", .number, zero: ".zero")
    case .enumeration(let key):
      guard let name = enumerationNames[key] else { return SwiftType(.int) }
      return SwiftType(name, .enumeration, zero: ".init(rawValue: 0)")
    case .record(let key):
      if isOpaque(key) { throw Omission("'\(spelling(ofRecord: key))', which is not defined") }
      if let reason = unrepresentable[key] {
        throw Omission("'\(spelling(ofRecord: key))', which has \(reason)")
      }
      let name = swiftName(ofRecord: key)
      return SwiftType(name, .structure, zero: ".init()")
    case .pointer(let pointer):
      guard let key = handle(pointer) else { return .address }
      let name = swiftName(ofRecord: key)
      return SwiftType(name, .handle, zero: ".init(address: .null)")
    case .unsupported(let reason): throw Omission(reason)
    case .void: throw Omission("a 'void' value")
    case .array: throw Omission("an array by value")
    case .function: throw Omission("a function by value")
    case .alias(let name): throw Omission("'\(name)', which is not defined")
    }
  }

  /// Whether a type is `size_t`, under whatever name.
  private func isSize(_ type: HeaderType) -> Bool {
    var type = type
    while case .alias(let name) = type {
      if name == "size_t" { return true }
      type = header.typedefs[name]?.type ?? .void
    }
    return false
  }

  func spelling(ofRecord key: String) -> String {
    header.records[key]?.spelling ?? "struct \(key)"
  }
}
