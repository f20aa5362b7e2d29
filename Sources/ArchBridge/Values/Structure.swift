internal import ArchBridgeABI

/// A structure or union that is declared in C text, as a value with named members.
///
///     let division: Structure = try lib.div(17, 5)
///     let quotient: Int32 = try division.quot
///     var time = try lib.structure("struct tm")
///     try time.set("tm_year", 100)
///
/// It holds the structure's bytes as the library's architecture lays them out.
@dynamicMemberLookup
public struct Structure: LibraryAggregate, Equatable, CustomStringConvertible {
  let type: CType
  let context: TypeContext
  let layout: CRecordLayout
  var bytes: [UInt8]

  init(_ type: CType, _ context: TypeContext, bytes: [UInt8]? = nil) throws(BridgeError) {
    self.type = type
    self.context = context
    layout = try context.layout(of: type)
    self.bytes = bytes ?? [UInt8](repeating: 0, count: layout.byteCount)
  }

  /// The structure whose place this is, with what the place holds.
  init(in memory: LibraryMemoryWriter) throws(BridgeError) {
    try self.init(memory.type, memory.context, bytes: [UInt8](memory.bytes))
  }

  /// Makes the structure that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    guard memory.type.isRecord else { throw memory.mismatch("structure") }
    try self.init(memory.type, memory.context, bytes: [UInt8](memory.bytes))
  }

  /// Puts the structure into memory, which must be one of its own type.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    guard memory.type.isRecord, memory.type.resolved == type.resolved else {
      throw memory.mismatch("'\(type)'")
    }
    memory.store(bytes)
  }

  /// The C type, as its declaration spells it.
  public var undeclaredType: String { "\(type)" }
  /// Which structure a result is cannot be known without a declaration.
  public static var undeclaredType: String? { nil }
  /// The C type's name.
  public var cType: String { "\(type)" }
  /// How many bytes it has.
  public var byteCount: Int { bytes.count }
  /// The members' names in order.
  public var memberNames: [String] { layout.members.map(\.name) }

  /// The member of this name.
  ///
  /// - Throws: `.typeMismatch` where there is no such member, or it is of another kind.
  public subscript<Value: LibraryValue>(dynamicMember name: String) -> Value {
    get throws(BridgeError) { try get(name) }
  }

  /// The member at a path, such as `name`, `position.x` or `samples[3]`.
  public func get<Value: LibraryValue>(
    _ path: String, as type: Value.Type = Value.self
  ) throws(BridgeError) -> Value {
    try Value(from: reader(at: path))
  }

  /// Sets the member at a path.
  ///
  /// - Throws: `.typeMismatch` where there is no such member, or the value is of another kind;
  ///   `.valueOutOfRange` where the member does not hold it. Nothing has changed then.
  public mutating func set(_ path: String, _ value: some LibraryValue) throws(BridgeError) {
    let place = try place(at: path)
    var writer = LibraryMemoryWriter(
      bytes[place.range], place.type, context, label: "member '\(path)' of '\(type)'",
      bits: place.bits)
    try value.write(to: &writer)
    bytes.replaceSubrange(place.range, with: writer.bytes)
  }

  /// Whether both are of one type and have the same bytes, those between members included.
  public static func == (left: Structure, right: Structure) -> Bool {
    left.type.resolved == right.type.resolved && left.bytes == right.bytes
  }

  /// The members in C's order: `{quot: 3, rem: 2}`.
  public var description: String {
    "{" + layout.members.map { "\($0.name): \(text(of: $0))" }.joined(separator: ", ") + "}"
  }

  /// Refuses a structure that is not of this type.
  func require(_ cType: String, _ label: String) throws(BridgeError) {
    guard try context.type(spelled: cType).resolved == type.resolved else {
      throw BridgeError(.typeMismatch, "\(label) is declared '\(type)', which is not '\(cType)'")
    }
  }
}

extension CType {
  /// Whether this is a structure or union.
  var isRecord: Bool {
    if case .record = resolved { true } else { false }
  }
}
