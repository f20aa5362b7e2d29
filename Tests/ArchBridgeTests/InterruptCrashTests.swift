import ArchBridge
import Dispatch
import Glibc
import Synchronization
import Testing

/// Helpers that end while a call runs and another is made beside it: each error says in which it was.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct InterruptCrashTests {
  private static let ways: [(Architecture, LibraryClient.Configuration.ChannelKind)] = [
    (.i386, .sharedMemory), (.i386, .pipe), (.x86_64, .sharedMemory), (.x86_64, .pipe),
  ]

  /// How the helper ends.
  private static let crash = "the helper ended: signal 6 (Aborted), in die (control.c:"

  /// What each of the two throws where one runs and the other is called beside it, and what the client
  /// throws from then on.
  private func errors(
    _ running: String, _ interrupt: String, _ architecture: Architecture,
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws -> [BridgeError] {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(output: capture.destination, channel: channel)
    return try withFixture("control", architecture, configuration: configuration) { lib in
      let ended = DispatchSemaphore(value: 0)
      let result = Mutex<BridgeError?>(nil)
      DispatchQueue.global().async {
        let error = thrown { let _: Int = try lib.call(running) }
        result.withLock { $0 = error }
        ended.signal()
      }
      capture.wait(for: "begun")
      let aside = thrown { try lib.interrupt(interrupt) }
      ended.wait()
      let later = thrown { let _: Int = try lib.add(1, 2) }
      return try [#require(result.withLock { $0 }), #require(aside), #require(later)]
    }
  }

  @Test(arguments: ways)
  func `a crash of the interrupt is the interrupt's`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    // Either of the two may meet it first.
    for _ in 0..<10 {
      let errors = try errors("run_for_ever", "die", architecture, channel)
      #expect(errors.allSatisfy { $0.code == .helperEnded })
      #expect(errors[0].symbol == "run_for_ever" && errors[1].symbol == "die")
      #expect(
        errors[0].message.hasPrefix("die was called beside it, and in it \(Self.crash)"))
      #expect(errors[1].message.hasPrefix(Self.crash))
      #expect(errors[2].message.hasPrefix("die ended the session earlier: \(Self.crash)"))
      for crash in errors.compactMap(\.crash) {
        #expect(crash.function == "die" && crash.isInInterrupt && crash.isOnMainThread == false)
        #expect(crash.report.contains("on the thread of interrupts, from"))
      }
    }
  }

  @Test(arguments: ways)
  func `a crash of the call is the call's`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    for _ in 0..<10 {
      let errors = try errors("die_when_stopped", "stop_and_hang", architecture, channel)
      #expect(errors.allSatisfy { $0.code == .helperEnded })
      #expect(errors[0].symbol == "die_when_stopped" && errors[1].symbol == "stop_and_hang")
      #expect(errors[0].message.hasPrefix("the helper ended: signal 6 (Aborted), in die_when_"))
      #expect(errors[2].message.hasPrefix("die_when_stopped ended the session earlier: "))
      for crash in errors.compactMap(\.crash) {
        #expect(crash.function == "die_when_stopped" && !crash.isInInterrupt)
      }
    }
  }

  @Test(arguments: ways)
  func `where a limit had passed both are said`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, channel: channel)
    for _ in 0..<5 {
      let aside = try withFixture("control", architecture, configuration: configuration) { lib in
        thrown {
          let _: Int = try lib.run_for_ever.timeout(
            .milliseconds(100), interrupt: Interrupt("die"))()
        }
      }
      let error = try #require(aside)
      #expect(error.code == .helperEnded && error.symbol == "run_for_ever")
      #expect(
        error.message.hasPrefix(
          "run_for_ever took longer than 0.1 seconds: die was called, and in it \(Self.crash)"),
        "\(error)")
      #expect(error.crash?.function == "die" && error.crash?.isInInterrupt == true)
      let main = try withFixture("control", architecture, configuration: configuration) { lib in
        thrown {
          let _: Int = try lib.die_when_stopped.timeout(
            .milliseconds(100), interrupt: Interrupt("stop_and_hang", grace: .seconds(60)))()
        }
      }
      #expect(
        main?.message.hasPrefix(
          "die_when_stopped took longer than 0.1 seconds: stop_and_hang was called, and the helper "
            + "ended: signal 6 (Aborted), in die_when_stopped (control.c:") == true,
        "\(main as Any)")
      #expect(main?.crash?.function == "die_when_stopped")
    }
  }

  @Test func `a crash of an interrupt is replayed as that`() throws {
    let recording = Recording()
    func message(_ lib: LibraryClient) throws -> String {
      let error = thrown {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(100), interrupt: Interrupt("die"))()
      }
      let crash = try #require(error?.crash)
      return "\(error as Any) \(crash.isInInterrupt) \(crash.report)"
    }
    try recording.twice("control", .i386, message)
  }
}
