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

/// What a function of a library can take or return: a number of fixed width, or a pointer.
public protocol NativeValue {
  /// Its form.
  static var nativeType: WireType { get }
  /// Its bits, extended to 64.
  var nativeBits: UInt64 { get }
  /// Makes the value that has these low bits.
  init(nativeBits: UInt64)
}

extension ServerLibrary {
  /// Calls a function that has a calling convention which Swift does not know.
  ///
  ///     let sum: Int32 = try library.call("add", .stdcall, a, b)
  ///
  /// The types are believed, as those of `function(_:as:)`.
  ///
  /// - Throws: where the library has no such symbol, or this machine no such convention: only i386 has.
  @unsafe public func call<Result: NativeValue, each Argument: NativeValue>(
    _ symbol: String, _ convention: CallConvention, _ arguments: repeat each Argument
  ) throws(ServerError) -> Result {
    var types: [ab_type] = []
    var slots: [UInt64] = []
    for argument in repeat each arguments {
      types.append(ab_type(WireForm(argument.form)))
      slots.append(argument.nativeBits)
    }
    let address = unsafe UInt(bitPattern: try address(of: symbol))
    var bits: UInt64 = 0
    var errno: Int32 = 0
    let count = UInt32(slots.count)
    slots.append(0)
    // Safe as far as the types are true.
    let status = unsafe ab_call(
      address, convention.number, ab_type(WireForm(Result.nativeType)), count, types, &slots, &bits,
      nil, &errno)
    guard status == 0 else {
      throw ServerError(
        status == AB_THREW
          ? symbol + " has thrown a C++ exception"
          : symbol + " cannot be called so on this architecture")
    }
    return Result(nativeBits: bits)
  }
}

extension NativeValue {
  /// The form. Embedded Swift cannot take the type of a value in a parameter pack.
  fileprivate var form: WireType { Self.nativeType }
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
  public init(nativeBits: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: nativeBits)) }
}

extension Double: NativeValue {
  public init(nativeBits: UInt64) { self.init(bitPattern: nativeBits) }
}

extension Optional: @unsafe NativeValue where Wrapped == UnsafeMutableRawPointer {
  public static var nativeType: WireType { .pointer }
  public var nativeBits: UInt64 { UInt64(UInt(bitPattern: self)) }
  public init(nativeBits: UInt64) {
    unsafe self = UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: nativeBits))
  }
}
