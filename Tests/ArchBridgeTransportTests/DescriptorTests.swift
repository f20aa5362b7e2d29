import ArchBridgeTransport
import ArchBridgeWire
import Foundation
import Testing

/// Descriptors and signals, each in a process that does nothing else at the same time.
///
/// Without a time limit, whose timer would need a descriptor where there is none left.
@Suite struct DescriptorTests {
  @Test func `a helper that comes and goes leaves no descriptor open`() async {
    await #expect(processExitsWith: .success) {
      let before = OpenDescriptors.count
      for _ in 0..<20 {
        let channel = try ChannelKind.x86_64Helper.open()
        try channel.send(HelloMessage().envelope(version: 0, sequence: 1))
        _ = try channel.receive(bodyLimit: 64, deadline: nil)
      }
      try #require(OpenDescriptors.settle(at: before))
    }
  }

  @Test func `a start that fails for want of descriptors leaves none open`() async {
    await #expect(processExitsWith: .success) {
      let launch = try ChannelKind.x86_64Helper.launch()
      try #require(OpenDescriptors.leavesNone { _ = try PipeChannel(launch) })
    }
  }

  @Test func `a start that fails for want of descriptors leaves no process`() async {
    await #expect(processExitsWith: .success) {
      let launch = try ChannelKind.x86_64Helper.launch()
      _ = OpenDescriptors.leavesNone { _ = try PipeChannel(launch) }
      try #require(waitpid(-1, nil, WNOHANG) == -1 && errno == ECHILD)
    }
  }

  @Test func `a pump that fails for want of descriptors leaves none open`() async {
    await #expect(processExitsWith: .success) {
      try #require(
        OpenDescriptors.leavesNone { try OutputPump { _, _ in }.end() })
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `signals do not prolong a wait`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGUSR1) { _ in }
      let channel = try ChannelKind.x86_64Helper.open()
      let target = pthread_self()
      let stopped = DispatchSemaphore(value: 0)
      let flag = StopFlag()
      Thread {
        while !flag.isSet { pthread_kill(target, SIGUSR1) }
        stopped.signal()
      }.start()
      #expect(throws: ChannelError.timedOut) {
        try channel.receive(bodyLimit: 64, deadline: .now + .milliseconds(50))
      }
      flag.set()
      stopped.wait()
    }
  }
}
