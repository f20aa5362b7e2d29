/// How a section can be compressed, by the numbers that its first bytes have for that.
public enum SectionCompression: UInt32, Sendable {
  /// A stream of zlib.
  case zlib = 1
  /// A frame of Zstandard.
  case zstandard = 2

  /// How many times shorter it makes something at most.
  var greatestRatio: UInt64 {
    switch self {
    case .zlib: 1032
    // A block of 128 KiB of one byte takes four.
    case .zstandard: 32_768
    }
  }
}
