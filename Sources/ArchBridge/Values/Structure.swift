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
  private var value: TypedValue
  let layout: CRecordLayout

  var type: CType { value.type }
  var bytes: [UInt8] { value.bytes }

  init(_ type: CType, _ context: TypeContext) throws(BridgeError) {
    layout = try context.layout(of: type)
    value = try TypedValue(type, context)
  }

  /// The structure whose place this is, with what the place holds.
  package init(in memory: LibraryMemoryWriter) throws(BridgeError) {
    try self.init(
      from: LibraryMemoryReader(memory.bytes, memory.type, memory.context, label: memory.label))
  }

  /// Makes the structure that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    guard memory.type.isRecord else { throw memory.mismatch("structure") }
    layout = try memory.context.layout(of: memory.type)
    value = try TypedValue(from: memory)
  }

  /// Puts the structure into memory, which must be one of its own type.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    guard memory.type.isRecord, memory.type.resolved == type.resolved else {
      throw memory.mismatch("'\(type)'")
    }
    // Another client may have declared another structure under that name.
    guard try memory.context.layout(of: memory.type) == layout else {
      throw memory.error(
        .typeMismatch, "is declared as another '\(type)' than the one that it got")
    }
    guard bytes.count <= memory.bytes.count else {
      throw memory.error(
        .tooLarge,
        "has \(memory.bytes.count) bytes, without its array's elements; it got \(bytes.count)")
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
    try Value(from: value.reader(at: path))
  }

  /// Sets the member at a path.
  ///
  /// - Throws: `.typeMismatch` where there is no such member, or the value is of another kind;
  ///   `.valueOutOfRange` where the member does not hold it. Nothing has changed then.
  public mutating func set(_ path: String, _ value: some LibraryValue) throws(BridgeError) {
    try self.value.set(path, value)
  }

  /// Whether both are of one type and have the same bytes, those between members included.
  public static func == (left: Structure, right: Structure) -> Bool {
    left.value == right.value
  }

  /// The members in C's order: `{quot: 3, rem: 2}`.
  public var description: String {
    value.description
  }

  /// Refuses a structure that is not of this type.
  func require(_ cType: String, _ label: String) throws(BridgeError) {
    guard try value.context.type(spelled: cType).resolved == type.resolved else {
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
