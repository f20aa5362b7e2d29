internal import CArchBridgeCalls

/// How a function takes its arguments, where that is not C's own way.
public enum CallConvention: Sendable {
  /// Win32's: the function takes its arguments off the stack.
  case stdcall
  /// The first two integers go in registers.
  case fastcall
  /// A C++ method's of Microsoft's compilers: the object goes in a register.
  case thiscall

  fileprivate var number: UInt32 {
    switch self {
    case .stdcall: UInt32(AB_CONVENTION_STDCALL)
    case .fastcall: UInt32(AB_CONVENTION_FASTCALL)
    case .thiscall: UInt32(AB_CONVENTION_THISCALL)
    }
  }
}

/// What a function of a library can return: a number of fixed width, or a pointer that may be null.
public protocol NativeValue {
  /// Its form.
  static var nativeType: WireType { get }
  /// Its bits, extended to 64.
  var nativeBits: UInt64 { get }
  /// Makes the value that has these low bits.
  init(nativeBits: UInt64)
}

// Embedded Swift can do nothing with the values of a parameter pack: arguments have one type.

/// What a function of a library takes.
public struct NativeArgument {
  fileprivate let type: WireType
  fileprivate let bits: UInt64

  /// A number, which is as wide as the parameter.
  public static func number<Value: NativeValue>(_ value: Value) -> NativeArgument {
    NativeArgument(type: Value.nativeType, bits: value.nativeBits)
  }

  /// A pointer, or null for nil.
  ///
  /// What it points to has to be there until the call returns.
  @unsafe public static func pointer(_ pointer: UnsafeRawPointer?) -> NativeArgument {
    NativeArgument(type: .pointer, bits: UInt64(UInt(bitPattern: pointer)))
  }
}

extension ServerLibrary {
  /// Calls a function that has a calling convention which Swift does not know.
  ///
  ///     let sum: Int32 = try library.call("add", .stdcall, .number(a), .number(b))
  ///
  /// The types are believed, as those of `function(_:as:)`.
  ///
  /// - Throws: where the library has no such symbol, or this machine no such convention: only i386 has.
  @unsafe public func call<Result: NativeValue>(
    _ symbol: String, _ convention: CallConvention, _ arguments: NativeArgument...
  ) throws(ServerError) -> Result {
    Result(nativeBits: unsafe try call(symbol, convention, arguments, Result.nativeType))
  }

  /// Calls a function that has no result, or an integer that nobody wants.
  ///
  ///     try library.call("set_level", .stdcall, .number(level))
  ///
  /// - Throws: where the library has no such symbol, or this machine no such convention: only i386 has.
  @unsafe public func call(
    _ symbol: String, _ convention: CallConvention, _ arguments: NativeArgument...
  ) throws(ServerError) {
    _ = unsafe try call(symbol, convention, arguments, .void)
  }

  @unsafe private func call(
    _ symbol: String, _ convention: CallConvention, _ arguments: [NativeArgument],
    _ result: WireType
  ) throws(ServerError) -> UInt64 {
    let address = unsafe UInt(bitPattern: try address(of: symbol))
    let types = arguments.map { ab_type(WireForm($0.type)) }
    var slots = arguments.map { $0.bits }
    slots.append(0)
    var bits: UInt64 = 0
    var errno: Int32 = 0
    // Safe as far as the types are true.
    let status = unsafe ab_call(
      address, convention.number, ab_type(WireForm(result)), UInt32(types.count), types, &slots,
      &bits, nil, &errno)
    guard status == 0 else {
      throw ServerError(
        status == AB_THREW
          ? symbol + " has thrown a C++ exception"
          : symbol + " cannot be called so on this architecture")
    }
    return bits
  }
}

extension NativeValue where Self: WireNumber {
  /// Its form.
  public static var nativeType: WireType { slotType ?? .void }
  /// Its bits, extended to 64.
  public var nativeBits: UInt64 { slot }
}

extension NativeValue where Self: FixedWidthInteger {
  /// Makes the value that has these low bits.
  public init(nativeBits: UInt64) { self.init(truncatingIfNeeded: nativeBits) }
}

extension Int8: NativeValue {}
extension Int16: NativeValue {}
extension Int32: NativeValue {}
extension Int64: NativeValue {}
extension UInt8: NativeValue {}
extension UInt16: NativeValue {}
extension UInt32: NativeValue {}
extension UInt64: NativeValue {}

extension Float: NativeValue {
  /// Makes the value that has these low bits.
  public init(nativeBits: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: nativeBits)) }
}

extension Double: NativeValue {
  /// Makes the value that has these bits.
  public init(nativeBits: UInt64) { self.init(bitPattern: nativeBits) }
}

extension Optional: NativeValue where Wrapped: _Pointer {
  /// A pointer's.
  public static var nativeType: WireType { .pointer }
  /// The address; 0 for null.
  public var nativeBits: UInt64 { UInt64(UInt(bitPattern: self)) }
  /// Makes the pointer that has this address; nil for 0.
  public init(nativeBits: UInt64) {
    self = Wrapped(bitPattern: UInt(truncatingIfNeeded: nativeBits))
  }
}
