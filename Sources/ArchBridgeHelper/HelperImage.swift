internal import CArchBridgeShims

/// A helper's executable, carried inside the program as text.
package struct HelperImage: Sendable {
  private let base64: StaticString

  package init(base64: StaticString) {
    self.base64 = base64
  }

  /// The helper that is carried for the architecture of this name.
  package static func named(_ architectureName: String) -> HelperImage? {
    switch architectureName {
    case "i386": i386
    case "x86_64": x86_64
    default: nil
    }
  }

  /// The executable's bytes.
  package var bytes: [UInt8] {
    // Safe: a static string has `utf8CodeUnitCount` bytes, and the buffer has 3 for each 4 of them.
    unsafe [UInt8](unsafeUninitializedCapacity: base64.utf8CodeUnitCount / 4 * 3) {
      buffer, initialized in
      guard let base = buffer.baseAddress else { return }
      let count = base64.withUTF8Buffer { text in
        guard let start = text.baseAddress else { return 0 }
        return unsafe start.withMemoryRebound(to: CChar.self, capacity: text.count) {
          unsafe Int(ab_base64_decode($0, text.count, base))
        }
      }
      initialized = max(count, 0)
    }
  }
}
