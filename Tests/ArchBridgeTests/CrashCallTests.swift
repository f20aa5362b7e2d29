import ArchBridge
import Glibc
import Testing

/// Which call a helper's end is told with, whichever way it was made.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct CrashCallTests {
  private func crash(
    _ name: String = "crashes", sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (LibraryClient) throws -> Void
  ) throws -> CrashReport {
    let error = thrown(sourceLocation: sourceLocation) { try withFixture(name, .i386, body) }
    return try #require(error?.crash, sourceLocation: sourceLocation)
  }

  private func expectOuter(
    _ crash: CrashReport, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(crash.function == "outer", sourceLocation: sourceLocation)
    #expect(
      crash.arguments == ["1", "2.5", "\"abc\"", "[Double] of 3", "3"],
      sourceLocation: sourceLocation)
    #expect(
      crash.frames.map(\.symbol) == ["inner", "middle", "outer"], sourceLocation: sourceLocation)
  }

  private static let values = [1.0, 2.0, 3.0]

  @Test func `a call by name tells its arguments`() throws {
    expectOuter(
      try crash { lib in let _: Int32 = try lib.outer(1, 2.5, "abc", Self.values, 3) })
  }

  @Test func `a call by name that has been planned tells its arguments`() throws {
    expectOuter(
      try crash { lib in
        for number: Int32 in [-1, -1, -1, 1] {
          let _: Int32 = try lib.outer(number, 2.5, "abc", Self.values, 3 as Int32)
        }
      })
  }

  @Test func `a prepared call tells its arguments`() throws {
    expectOuter(
      try crash { lib in
        let outer = try lib.function(
          "outer", as: ((Int32, Double, String, [Double], Int32) -> Int32).self)
        _ = try outer(1, 2.5, "abc", Self.values, 3)
      })
  }

  @Test func `a call in a batch tells its arguments`() throws {
    expectOuter(
      try crash { lib in
        try lib.withBatch { batch in
          let _: BatchResult<Int32> = try batch.outer(-1 as Int32, 0.0, "x", [0.0], 1 as Int32)
          let _: BatchResult<Int32> = try batch.outer(
            1 as Int32, 2.5, "abc", Self.values, 3 as Int32)
        }
      })
  }

  @Test func `a call of a map tells its arguments`() throws {
    let error = thrown {
      try withFixture("crashes") { lib in
        let die = try lib.function("die_by_signal", as: ((Int32) -> Int32).self)
        _ = try die.map([0, 0, SIGABRT, 0])
      }
    }
    let crash = try #require(error?.crash)
    #expect(crash.function == "die_by_signal" && crash.arguments == ["\(SIGABRT)"])
    #expect(error?.inputIndex == 2)
  }

  @Test func `pointers, closures and texts are told by what they are`() throws {
    let crash = try crash { lib in
      let _: Int = try lib.call(
        "outer", InOut([1.5]), nil, Out<Int32>(), ["a", "b"],
        Callback { (number: Int32) -> Int32 in number }, true,
        String(repeating: "x", count: 100), RemoteAddress(rawValue: 16),
        [UInt8](repeating: 0, count: 9),
        1 as Int)
    }
    #expect(
      crash.arguments == [
        "InOut<Array<Double>>", "nil", "Out<Int32>", "[String] of 2", "a closure", "true",
        "\"\(String(repeating: "x", count: 64))\"…", "0x10", "[UInt8] of 9", "1",
      ])
  }

  @Test func `a call that a closure makes is the one that is told`() throws {
    let error = thrown {
      try withFixture("crashes") { lib in
        let _: Int = try lib.call_back(
          Callback { (number: Int32) -> Int32 in
            let result: Int32 = try lib.outer(1, 2.5, "abc", Self.values, 3)
            return result
          })
      }
    }
    let crash = try #require(error?.crash)
    #expect(crash.function == "outer" && crash.arguments.count == 5)
    let names = crash.frames.compactMap(\.symbol)
    #expect(names.prefix(3) == ["inner", "middle", "outer"])
    #expect(names.contains("call_back"))
  }

  @Test func `a death after a callback is the call's`() throws {
    let crash = try crash { lib in
      let _: Int = try lib.call_and_die(Callback { (number: Int32) -> Int32 in number })
    }
    #expect(crash.function == "call_and_die" && crash.arguments == ["a closure"])
    #expect(crash.frames.map(\.symbol) == ["inner", "middle", "call_and_die"])
  }

  @Test func `reading memory of a helper that is gone tells how it ended`() throws {
    let crash = try crash("adder") { lib in
      let place = try lib.memory.allocate(byteCount: 16)
      kill(lib.helperProcessID, SIGKILL)
      _ = try lib.memory.read(Double.self, at: place, count: 1)
    }
    #expect(crash.status == .signalled(SIGKILL) && crash.function == nil)
  }

  @Test func `errors that come after it have the same report`() throws {
    try withFixture("crashes") { lib in
      let first = thrown { let _: Int = try lib.dive(2) }
      let later = thrown { let _: Int = try lib.complain(7) }
      #expect(later?.crash?.function == "dive" && later?.crash?.arguments == ["2"])
      #expect(later?.crash?.frames == first?.crash?.frames)
      #expect(
        later?.message.hasPrefix("dive ended the session earlier: the helper ended: ") == true)
      #expect(first?.crash?.frames.isEmpty == false)
    }
  }

  @Test func `an asynchronous call tells as much`() async throws {
    let error = await #expect(throws: BridgeError.self) {
      try await withFixture("crashes") { lib in
        let _: Int32 = try await lib.outer(1, 2.5, "abc", Self.values, 3)
      }
    }
    expectOuter(try #require(error?.crash))
  }

  @Test func `an error that is no death has no report`() throws {
    let error = thrown { try withFixture("adder") { lib in let _: Int = try lib.no_such(1) } }
    #expect(error?.code == .symbolNotFound && error?.crash == nil)
  }

  @Test func `a report in several lines has all of it`() throws {
    let crash = try crash { lib in let _: Int = try lib.complain(2) }
    let lines = crash.report.split(separator: "\n").map(String.init)
    #expect(lines[0] == "signal 6 (Aborted), SIGABRT")
    #expect(lines[1] == "called: complain(2)")
    #expect(lines[2] == "on the main thread, from the innermost function on:")
    #expect(lines.contains { $0.contains("complain+0x") && $0.contains("(libcrashes.so+0x") })
    #expect(
      lines.suffix(4) == [
        "the last that it wrote to standard error:", "  | complaint 1", "  | complaint 2",
        "  | and no end",
      ])
  }

  @Test func `an error is there soon after the death`() throws {
    var fastest = Duration.seconds(100)
    for _ in 0..<10 {
      try withFixture("crashes") { lib in
        // What the call takes without its end is next to nothing.
        let start = ContinuousClock.now
        let error = thrown { let _: Int = try lib.dive(3) }
        fastest = min(fastest, ContinuousClock.now - start)
        #expect(error?.crash?.frames.count == 6)
      }
    }
    // A few milliseconds where nobody else is at work, and the program is optimised.
    #expect(fastest < .seconds(1))
  }
}
