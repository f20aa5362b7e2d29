internal import ArchBridgeABI

/// A Swift type that stands for a C type by value.
struct SwiftType: Hashable {
  enum Kind: Hashable {
    case number, structure, enumeration, handle, address
    /// A `char[n]` member.
    case text
    case array
  }

  let name: String
  let kind: Kind
  /// An expression for its zero.
  let zero: String

  init(_ name: String, _ kind: Kind, zero: String) {
    self.name = name
    self.kind = kind
    self.zero = zero
  }

  static let address = SwiftType("RemoteAddress", .address, zero: ".null")

  /// The type for a C number.
  ///
  /// `long` is `Int`, so that code is the same for every architecture.
  init(_ scalar: CScalar) {
    switch scalar {
    case .bool: self.init("Bool", .number, zero: "false")
    case .char, .signedChar: self.init("Int8", .number, zero: "0")
    case .unsignedChar: self.init("UInt8", .number, zero: "0")
    case .short: self.init("Int16", .number, zero: "0")
    case .unsignedShort: self.init("UInt16", .number, zero: "0")
    case .int: self.init("Int32", .number, zero: "0")
    case .unsignedInt: self.init("UInt32", .number, zero: "0")
    case .long: self.init("Int", .number, zero: "0")
    case .unsignedLong: self.init("UInt", .number, zero: "0")
    case .longLong: self.init("Int64", .number, zero: "0")
    case .unsignedLongLong: self.init("UInt64", .number, zero: "0")
    case .float: self.init("Float", .number, zero: "0")
    case .double: self.init("Double", .number, zero: "0")
    case .longDouble: self.init("Float80", .number, zero: "0")
    }
  }

  /// Whether a null of it is a nil in Swift.
  var isPointer: Bool { kind == .handle || kind == .address }
}
