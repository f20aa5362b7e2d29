internal import Glibc

/// The machine's Zstandard, opened when the first section that needs it is read.
///
/// Every Debian from 12 on has `libzstd.so.1`, as `apt` needs it.
enum Zstandard {
  /// `ZSTD_decompress` of zstd.h.
  private typealias Decompress =
    @convention(c) @Sendable (UnsafeMutableRawPointer?, Int, UnsafeRawPointer?, Int) -> Int

  private static let decompress: Decompress? = {
    guard let library = unsafe dlopen("libzstd.so.1", RTLD_NOW | RTLD_LOCAL),
      let symbol = unsafe dlsym(library, "ZSTD_decompress")
    else { return nil }
    // Safe: the version in the library's name promises this function with this type.
    return unsafe unsafeBitCast(symbol, to: Decompress.self)
  }()

  /// A frame decompressed; `nil` is a broken one, one of another length, or a missing library.
  static func decompressed(_ frame: [UInt8], byteCount: Int) -> [UInt8]? {
    guard let decompress = unsafe decompress, byteCount > 0 else { return nil }
    // Safe: no more bytes are written than the buffer has, and as many are read as are told.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      let count = unsafe decompress(buffer.baseAddress, byteCount, frame, frame.count)
      // An error is a number just below the greatest.
      filled = count == byteCount ? byteCount : 0
    }
    return bytes.count == byteCount ? bytes : nil
  }
}
