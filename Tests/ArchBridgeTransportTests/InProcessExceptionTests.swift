import ArchBridge
import ArchBridgeTesting
import Foundation
import Testing

/// Exceptions in the tests' own process, whose frames are ordinary Swift.
@Suite struct InProcessExceptionTests {
  private static let library = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: ".build/fixtures/x86_64/libexceptions.so").path

  private static var isThere: Bool {
    FileManager.default.fileExists(atPath: library)
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  @Test(.enabled(if: isThere, "the fixtures are not built: make fixtures"))
  func `what a function throws is an error in this process too`() throws {
    let lib = try LibraryClient.inProcess(Self.library)
    defer { lib.close() }
    for _ in 0..<100 {
      let error = #expect(throws: BridgeError.self) {
        let _: Int = try lib.throw_from_below(20)
      }
      #expect(error?.exception?.description == "std::runtime_error: at the bottom")
    }
    let inside: Int = try lib.call_back(
      Callback { (value: Int32) -> Int32 in
        let error = #expect(throws: BridgeError.self) {
          let _: Int = try lib.throw_fault(Int(value))
        }
        return error?.exception?.message == "fault 3" ? 9 : 0
      }, 3)
    let (alive, left): (Int, Int) = (try lib.guards_alive(), try lib.uncaught())
    #expect(inside == 10 && alive == 0 && left == 0)
  }
}
