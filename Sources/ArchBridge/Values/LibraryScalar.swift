internal import ArchBridgeWire

/// A number, truth value or address that C has by value: what arrays and pointers can hold.
public protocol LibraryScalar: LibraryArgument, LibraryResult, PointerValue, LibraryValue,
  PointerElement
{
  /// The type's place among the types that can cross; it has no members of its own.
  static var scalarKind: ScalarKind { get }
  /// The value's bits, extended to 64 by their sign.
  var scalarBits: UInt64 { get }
  /// Makes the value that has these bits.
  init(scalarBits: UInt64)
}

/// Which of C's types a Swift type stands for.
public struct ScalarKind: Hashable, Sendable {
  let type: WireType
  /// Whether this is `Int` or `UInt`, whose C type the call decides.
  let isPlain: Bool

  init(_ type: WireType, isPlain: Bool = false) {
    self.type = type
    self.isPlain = isPlain
  }
}

extension LibraryScalar {
  /// How the value goes into a call.
  public var argumentValue: ArgumentValue { ArgumentValue(.scalar(scalarArray)) }

  /// A number or an address; a type that hands out another `argumentValue` goes by that.
  public static var preparedKind: PreparedKind {
    let probe = Self(scalarBits: 3)
    guard case .scalar(let array) = probe.argumentValue.content, array == probe.scalarArray else {
      return .general
    }
    return PreparedKind(.scalar(scalarKind))
  }

  /// Puts the number or address into a prepared call.
  @inlinable public func write(to arguments: inout PreparedArguments) {
    arguments.write(bits: scalarBits)
  }

  var scalarArray: ScalarArray {
    var array = ScalarArray(type: Self.scalarKind.type, isPlain: Self.scalarKind.isPlain, bytes: [])
    array.append(bits: scalarBits)
    return array
  }
}

extension LibraryScalar where Self: FixedWidthInteger {
  /// The value's bits, extended to 64 by their sign.
  @inlinable public var scalarBits: UInt64 { UInt64(truncatingIfNeeded: self) }
  /// Makes the value that has these bits.
  @inlinable public init(scalarBits: UInt64) { self.init(truncatingIfNeeded: scalarBits) }
}

extension Int8: LibraryScalar {
  /// C's `signed char`.
  public static var scalarKind: ScalarKind { ScalarKind(.int8) }
}
extension UInt8: LibraryScalar {
  /// C's `unsigned char`.
  public static var scalarKind: ScalarKind { ScalarKind(.uint8) }
}
extension Int16: LibraryScalar {
  /// C's `short`.
  public static var scalarKind: ScalarKind { ScalarKind(.int16) }
}
extension UInt16: LibraryScalar {
  /// C's `unsigned short`.
  public static var scalarKind: ScalarKind { ScalarKind(.uint16) }
}
extension Int32: LibraryScalar {
  /// C's `int`.
  public static var scalarKind: ScalarKind { ScalarKind(.int32) }
}
extension UInt32: LibraryScalar {
  /// C's `unsigned int`.
  public static var scalarKind: ScalarKind { ScalarKind(.uint32) }
}
extension Int64: LibraryScalar {
  /// C's `long long`.
  public static var scalarKind: ScalarKind { ScalarKind(.int64) }
}
extension UInt64: LibraryScalar {
  /// C's `unsigned long long`.
  public static var scalarKind: ScalarKind { ScalarKind(.uint64) }
}
extension Int: LibraryScalar {
  /// The declaration's integer type, or C's `int` without one.
  public static var scalarKind: ScalarKind { ScalarKind(.int64, isPlain: true) }
}
extension UInt: LibraryScalar {
  /// The declaration's integer type, or C's `unsigned int` without one.
  public static var scalarKind: ScalarKind { ScalarKind(.uint64, isPlain: true) }
}
extension Float: LibraryScalar {
  /// C's `float`.
  public static var scalarKind: ScalarKind { ScalarKind(.float32) }
  /// The value's bits.
  @inlinable public var scalarBits: UInt64 { UInt64(bitPattern) }
  /// Makes the value that has these bits.
  public init(scalarBits: UInt64) {
    self.init(bitPattern: UInt32(truncatingIfNeeded: scalarBits))
  }
}
extension Double: LibraryScalar {
  /// C's `double`.
  public static var scalarKind: ScalarKind { ScalarKind(.float64) }
  /// The value's bits.
  @inlinable public var scalarBits: UInt64 { bitPattern }
  /// Makes the value that has these bits.
  @inlinable public init(scalarBits: UInt64) { self.init(bitPattern: scalarBits) }
}
extension Bool: LibraryScalar {
  /// C's `_Bool`.
  public static var scalarKind: ScalarKind { ScalarKind(.bool) }
  /// 1 for true.
  public var scalarBits: UInt64 { self ? 1 : 0 }
  /// Makes true of all but 0.
  public init(scalarBits: UInt64) { self = scalarBits != 0 }
}
extension RemoteAddress: LibraryScalar {
  /// A pointer of the helper's.
  public static var scalarKind: ScalarKind { ScalarKind(.pointer) }
  /// The address.
  public var scalarBits: UInt64 { rawValue }
  /// Makes the address of this number.
  public init(scalarBits: UInt64) { self.init(rawValue: scalarBits) }
}
