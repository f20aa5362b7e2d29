/// What an `invoke` holds, which is no CBOR: numbers in little-endian order at fixed places.
///
///     0  function    UInt32   its number
///     4  buffers     UInt16   how many follow the slots
///     6  flags       UInt16   1 where `errno` is cleared before the call, and comes back
///     8  slots       8 bytes for each argument
///
/// A buffer is what a pointer argument leads to while the call lasts:
///
///     0  argument    UInt32   the argument's place
///     4  byte count  UInt32   followed by as many bytes, a zero, and more up to a multiple of 8
public enum InvokeBody {
  /// The bytes before the slots.
  public static let headByteCount = 8
  /// The bytes before a buffer's.
  public static let bufferHeadByteCount = 8
  /// The flag that asks for `errno`.
  public static let reportsErrno: UInt16 = 1

  /// What so many bytes and the zero behind them take.
  public static func padded(_ byteCount: Int) -> Int { (byteCount + 8) & ~7 }
}

/// What a `result` holds, in the same way.
///
///     0  errno       Int32    what it was after the call; 0 where nobody asked
///     4  is text     UInt32   1 where a text follows, else 0
///     8  result      8 bytes: the number, or where the text was
///     16 the text's bytes, without its NUL
public enum ResultBody {
  /// The bytes before a text's.
  public static let headByteCount = 16
}
