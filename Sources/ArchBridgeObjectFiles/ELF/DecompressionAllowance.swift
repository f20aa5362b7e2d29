/// How much memory the compressed sections of one file may take together.
///
/// Debug sections are two to four times shorter when they are compressed, one that says the same
/// again and again some ten times; a file of zeros would be a thousand times.
struct DecompressionAllowance: Sendable {
  private let limit: UInt64
  private var rest: UInt64

  /// How many times longer than the file its sections may be, beside what any file may have.
  private static let ratio: UInt64 = 16
  private static let least: UInt64 = 16 << 20
  /// What no file's sections may be longer than.
  private static let greatest: UInt64 = 512 << 20

  init(fileByteCount: UInt64) {
    limit = min(Self.greatest, Self.least + min(Self.greatest, fileByteCount) * Self.ratio)
    rest = limit
  }

  /// Takes a section's length from what is left.
  mutating func take(_ byteCount: UInt64) throws(ObjectFileError) {
    guard byteCount <= rest else { throw .decompressesToTooMuch(limit: limit) }
    rest -= byteCount
  }
}
