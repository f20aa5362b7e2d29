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

  @Test(arguments: Architecture.all)
  func `a library with a runtime of its own is no different`(_ architecture: Architecture) throws {
    try withFixture("exceptions_alone", architecture) { lib in
      for code in 1...100 {
        let fault = thrown { let _: Int = try lib.throw_fault(code) }
        #expect(fault?.exception?.description == "vendor::Fault: fault \(code)")
      }
      let deep = thrown { let _: Int = try lib.throw_deep() }
      let again = thrown { let _: Int = try lib.throw_again() }
      let pointer = thrown { let _: Int = try lib.throw_pointer() }
      #expect(
        [deep, again, pointer].map { $0?.exception?.message } == [
          "fault 99", "fault 11", "fault 5",
        ])
      let alive: Int = try lib.guards_alive()
      #expect(alive == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `two runtimes in one helper are kept apart`(_ architecture: Architecture) throws {
    try withFixture("exceptions_alone", architecture) { lib in
      let other = try lib.load(Fixture.path("exceptions", architecture))
      for library in [lib.library, other, lib.library, other] {
        let error = thrown { let _: Int = try library.throw_fault(4) }
        #expect(error?.exception?.message == "fault 4")
      }
      let left: Int = try other.uncaught()
      #expect(left == 0)
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

  @Test func `an interrupt may be a C++ function`() throws {
    try withFixture("vendor") { lib in
      let largest: Int = try lib.interrupt("int vendor::largest<int>(int, int)", 3, 5)
      #expect(largest == 5)
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
