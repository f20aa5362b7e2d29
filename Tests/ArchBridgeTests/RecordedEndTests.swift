import ArchBridge
import Dispatch
import Testing

/// Recorded sessions whose helpers end, are ended, and are started again.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct RecordedEndTests {
  private func configuration(
    _ recovery: LibraryClient.Configuration.Recovery = .manual
  ) -> LibraryClient.Configuration {
    .init(output: OutputCapture().destination, recovery: recovery)
  }

  @Test func `as many restarts come back as there were`() throws {
    try Recording().twice("control", configuration: configuration()) { lib in
      var states: [Int] = []
      for round in 1...5 {
        try lib.call("set_state", round, as: Void.self)
        states.append(try lib.get_state())
        try lib.restart()
        states.append(try lib.get_state())
      }
      #expect(states == [1, 0, 2, 0, 3, 0, 4, 0, 5, 0])
      return states
    }
  }

  @Test func `as many deaths come back as there were`() throws {
    try Recording().twice("control", configuration: configuration(.automatic)) { lib in
      var told: [String] = []
      for round in 1...4 {
        told.append("\(thrown { try lib.call("die", as: Void.self) }?.message ?? "")")
        let sum: Int = try lib.add(round, 1)
        told.append("\(sum)")
      }
      #expect(told[1] == "2" && told[7] == "5")
      return told
    }
  }

  @Test func `a call that an interrupt did not end comes back with its reason`() throws {
    try Recording().twice("control", configuration: configuration(.automatic)) { lib in
      let stop = Interrupt("stop", grace: .milliseconds(50))
      let error = thrown {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(50), interrupt: stop)()
      }
      #expect(error?.code == .timedOut && error?.message.contains("stop was called") == true)
      let sum: Int = try lib.add(1, 2)
      return ["\(error?.message ?? "")", "\(sum)"]
    }
  }

  @Test func `a call that an interrupt ended comes back with its reason`() throws {
    try Recording().twice("control", configuration: configuration()) { lib in
      let stop = Interrupt("stop", grace: .seconds(30))
      let error = thrown {
        let _: Int = try lib.run_until_stopped.timeout(.milliseconds(50), interrupt: stop)()
      }
      #expect(error?.message.contains("the helper goes on") == true)
      let sum: Int = try lib.add(1, 2)
      return ["\(error?.message ?? "")", "\(sum)"]
    }
  }
}
