import ArchBridge
import Testing

/// Exceptions and signatures where a session is more than calls.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct ExceptionSurroundingsTests {
  @Test func `a recording answers with the exception, and knows the signatures`() throws {
    let recording = Recording()
    try recording.twice("vendor") { lib in
      let largest: Int = try lib.call("int vendor::largest<int>(int, int)", 3, 5)
      let missing = thrown { let _: Int = try lib.call("int vendor::none(int)", 3) }
      try lib.load(Fixture.path("exceptions", .i386))
      let error = thrown { let _: Int = try lib.throw_fault(7) }
      return [
        "\(largest)", missing?.message, error?.description, error?.exception?.typeName,
        error?.exception?.message,
      ]
    }
  }

  @Test func `an interrupt may throw`() throws {
    try withFixture("exceptions") { lib in
      var inside: BridgeError?
      let result: Int = try lib.call_back(
        Callback { (value: Int32) -> Int32 in
          inside = thrown { let _: Int = try lib.interrupt("throw_fault", 5) }
          return value
        }, 3)
      let aside = thrown { let _: Int = try lib.interrupt("throw_fault", 6) }
      let sum: Int = try lib.add(1, 2)
      #expect(inside?.exception?.message == "fault 5")
      #expect(aside?.exception?.message == "fault 6")
      #expect((result, sum) == (4, 3))
    }
  }

  @Test(arguments: [true, false])
  func `guarded calls throw as others do`(_ isGuarded: Bool) throws {
    try withFixture("exceptions", configuration: .init(guardsBuffers: isGuarded)) { lib in
      for _ in 0..<3 {
        let error = thrown { let _: String = try lib.throw_for_text("abc") }
        #expect(error?.exception?.message == "abc")
      }
    }
  }

  @Test func `confined helpers catch as well`() throws {
    try withFixture("exceptions", configuration: .init(confinement: .strict)) { lib in
      let error = thrown { let _: Int = try lib.throw_again() }
      #expect(error?.exception?.message == "fault 11")
      let left: Int = try lib.uncaught()
      #expect(left == 0)
    }
  }
}
