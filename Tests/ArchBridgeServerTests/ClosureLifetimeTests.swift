import CArchBridgeCalls
import Glibc
import Testing

struct ClosureLifetimeTests {
  /// What the closure's code is told: the closure itself, which it gives back.
  final class Own {
    var closure: OpaquePointer?
  }

  @Test func `a function that is given back while it runs returns what it was to return`() throws {
    let own = Own()
    let closure = unsafe ab_closure_make(
      0,
      ab_type(byte_count: 4, code: 5, alignment: 4, class_count: 0, classes: (0, 0)), 0, [], 1,
      { context, _, _, result, _ in
        let own = unsafe Unmanaged<Own>.fromOpaque(context).takeUnretainedValue()
        if let closure = unsafe own.closure { unsafe ab_closure_free(closure) }
        // Whoever takes memory now gets what has been given back, and writes there.
        for byteCount in stride(from: 32, to: 1_024, by: 16) {
          guard let memory = unsafe malloc(byteCount) else { continue }
          _ = unsafe memset(memory, 0xff, byteCount)
          unsafe free(memory)
        }
        unsafe result[0] = 42
      }, Unmanaged.passUnretained(own).toOpaque(), 7)
    let made = try #require(unsafe closure)
    own.closure = made
    let address = unsafe ab_closure_address(made)
    let function = unsafe unsafeBitCast(address, to: (@convention(c) () -> Int32).self)
    #expect(function() == 42)
  }
}
