internal import Glibc

/// The machine's zlib, opened when the first compressed section is read.
///
/// Every Debian has `libz.so.1`, as `dpkg` needs it; neither building nor linking needs anything.
enum Zlib {
  /// `uncompress` of zlib.h, whose `uLong` is C's `unsigned long`.
  private typealias Uncompress =
    @convention(c) @Sendable (
      UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt>?, UnsafePointer<UInt8>?, UInt
    ) -> Int32

  private static let uncompress: Uncompress? = {
    guard let library = unsafe dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL),
      let symbol = unsafe dlsym(library, "uncompress")
    else { return nil }
    // Safe: the version in the library's name promises this function with this type.
    return unsafe unsafeBitCast(symbol, to: Uncompress.self)
  }()

  /// A stream decompressed; `nil` is a broken one, one of another length, or a missing zlib.
  static func inflated(_ stream: [UInt8], byteCount: Int) -> [UInt8]? {
    guard let uncompress = unsafe uncompress, byteCount > 0 else { return nil }
    var count = UInt(byteCount)
    var status: Int32 = -1
    // Safe: zlib writes no more bytes than `count` says, and it is told how many there are to read.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      status = unsafe uncompress(buffer.baseAddress, &count, stream, UInt(stream.count))
      filled = status == 0 ? Int(count) : 0
    }
    return status == 0 && bytes.count == byteCount ? bytes : nil
  }
}
