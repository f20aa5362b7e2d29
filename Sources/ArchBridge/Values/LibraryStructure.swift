/// A Swift structure that stands for a structure or union of C's, member by member.
///
///     struct Division: LibraryStructure {
///       static let cType = "div_t"
///       var quotient: Int32 = 0, remainder: Int32 = 0
///
///       init() {}
///       init(fields: Structure) throws(BridgeError) {
///         quotient = try fields.quot
///         remainder = try fields.rem
///       }
///       func write(to fields: inout Structure) throws(BridgeError) {
///         try fields.set("quot", quotient)
///         try fields.set("rem", remainder)
///       }
///     }
///
/// The C type is the one that the client has declared under that name: its layout is the library's,
/// and what Swift's own layout is makes no difference.
public protocol LibraryStructure: LibraryAggregate {
  /// The C type's name: `struct tm`, `div_t`.
  static var cType: String { get }
  /// Makes a structure of zeros.
  init()
  /// Makes the structure that C's members are.
  init(fields: Structure) throws(BridgeError)
  /// Sets C's members; those that are not set keep what they have, zero in a new one.
  func write(to fields: inout Structure) throws(BridgeError)
}

extension LibraryStructure {
  /// The C type's name.
  public var undeclaredType: String { Self.cType }
  /// The C type's name.
  public static var undeclaredType: String? { cType }

  /// Makes the structure that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    let fields = try Structure(from: memory)
    try fields.require(Self.cType, memory.label)
    try self.init(fields: fields)
  }

  /// Puts the structure into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    var fields = try Structure(in: memory)
    try fields.require(Self.cType, memory.label)
    try write(to: &fields)
    memory.store(fields.bytes)
  }
}
