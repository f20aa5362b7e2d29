import CArchBridgeShims
import Glibc
import Testing

/// Names of C++ that a library may have, as they are read.
struct DemanglingTests {
  private func demangled(_ symbol: String) -> String? {
    guard let text = unsafe ab_demangle(symbol) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  @Test(arguments: [
    ("_ZN6vendor5Gauge4readEd", "vendor::Gauge::read(double)"),
    ("_Z1fIJidEEvDpT_", "void f<int, double>(int, double)"),
  ])
  func `a name is read`(_ symbol: String, _ text: String) {
    #expect(demangled(symbol) == text)
  }

  @Test func `a name that means more than any memory holds is left as it is`() {
    // 400 types, repeated for each of them, for each of them, and once more.
    let types = String(repeating: "i", count: 400)
    let expansion = (0..<3).reduce("DpT_") { inner, _ in "Dp1AIT_" + inner + "E" }
    #expect(demangled("_Z1fIJ\(types)EEv\(expansion)") == nil)
    #expect(demangled("_Z" + String(repeating: "S_", count: 40)) == nil)
    #expect(demangled("_Z" + String(repeating: "1f", count: 2_000)) == nil)
  }
}
