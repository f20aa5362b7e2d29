internal import CArchBridgeShims
internal import Glibc

/// The file at whose end a helper leaves a report of its own.
final class ReportFile: Sendable {
  /// The file, as a helper gets it.
  let descriptor: Int32

  /// Takes over a file that the helper shares.
  init(taking descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Makes a file for a report alone; nil where the system has nothing left for one.
  static func make() -> ReportFile? {
    let byteCount = UInt64(AB_REPORT_BYTES)
    guard ab_shared_byte_limit() >= byteCount else { return nil }
    let descriptor = unsafe ab_make_shared_file("archbridge-report", byteCount)
    return descriptor < 0 ? nil : ReportFile(taking: descriptor)
  }

  /// Reads the report, if there is one.
  func read() -> HelperReport? {
    var file = ab_shared_file()
    guard unsafe ab_shared_look(descriptor, &file) == 0,
      file.byte_count >= UInt64(AB_REPORT_BYTES)
    else { return nil }
    let start = Int(file.byte_count) - Int(AB_REPORT_BYTES)
    return HelperReport { offset, count in
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Safe: the buffer has room for `count` bytes.
        initialized = unsafe max(
          pread(self.descriptor, buffer.baseAddress, count, off_t(start + offset)), 0)
      }
      return bytes.count == count ? bytes : []
    }
  }
}
