/// What an `invoke` holds, which is no CBOR: numbers in little-endian order at fixed places.
///
///     0  function    UInt32   its number
///     4  buffers     UInt16   how many follow the slots
///     6  flags       UInt16   1 where `errno` is cleared before the call, and comes back; in a batch
///                             plus twice the number of the rule that its result has to keep
///     8  slots       8 bytes for each argument
///
/// A buffer is what a pointer argument leads to while the call lasts:
///
///     0  argument    UInt32   the argument's place
///     4  byte count  UInt32   followed by as many bytes, 9 zeros, and more up to a multiple of 8
public enum InvokeBody {
  /// The bytes before the slots.
  public static let headByteCount = 8
  /// The bytes before a buffer's.
  public static let bufferHeadByteCount = 8
  /// The flag that asks for `errno`.
  public static let reportsErrno: UInt16 = 1

  /// What a call's result has to be for the next one of a batch to be made.
  public enum Rule: UInt16, Sendable {
    /// Anything.
    case none = 0
    /// 0.
    case zero = 1
    /// Anything but 0.
    case nonzero = 2
    /// No negative number.
    case nonnegative = 3
    /// A number above 0.
    case positive = 4

    /// The rule as flags.
    public var flags: UInt16 { rawValue << 1 }
  }

  /// What so many bytes and the zeros behind them take: they are moved there to where they are aligned.
  public static func padded(_ byteCount: Int) -> Int { (byteCount + 16) & ~7 }
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

/// What a `batch` holds.
///
///     0  calls       UInt32
///     4  zero        UInt32
///
/// and for each call:
///
///     0  byte count  UInt32   of its `invoke`, a multiple of 8
///     4  references  UInt32   how many follow
///     8  references  8 bytes each: the slot (UInt32) that gets the result of a call before (UInt32)
///        the `invoke`
public enum BatchBody {
  /// The bytes before the calls.
  public static let headByteCount = 8
  /// The bytes before a call's references.
  public static let callHeadByteCount = 8
  /// The bytes of a reference.
  public static let referenceByteCount = 8
}

/// What a `results` holds.
///
///     0  calls       UInt32   how many were made
///     4  errno       Int32    what it was after the last one; 0 where that did not ask
///     8  results     8 bytes each
public enum ResultsBody {
  /// The bytes before the results.
  public static let headByteCount = 8
}
