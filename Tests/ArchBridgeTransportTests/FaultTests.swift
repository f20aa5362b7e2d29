import ArchBridge
import ArchBridgeTesting
import ArchBridgeTransport
import Synchronization
import TestSupport
import Testing

/// Whatever becomes of envelopes on their way, a call ends with the right answer or an error.
@Suite(.timeLimit(.minutes(5)))
struct FaultTests {
  private static let limit = Duration.milliseconds(75)
  /// What a busy machine may take beyond it, and a helper that is given a second to end.
  private static let slack = Duration.seconds(20)

  private func client(
    _ kind: ChannelKind, _ faults: ChannelFaults, limit: Duration = limit
  ) throws -> (LibraryClient, FaultyChannel) {
    var configuration = LibraryClient.Configuration(
      architecture: kind.rawValue.hasPrefix("i386") ? .i386 : .x86_64)
    configuration.timeout = limit
    configuration.closeTimeout = .seconds(5)
    let channel = FaultyChannel(try kind.open(), faults)
    let client = try LibraryClient("libc.so.6", configuration: configuration, channel: channel)
    return (client, channel)
  }

  /// What goes wrong in one way; in this process, no request makes no sense.
  private func faults(
    _ fault: ChannelFaults.Fault, _ kind: ChannelKind, _ seed: UInt64
  ) -> ChannelFaults {
    ChannelFaults(
      seed: seed, probability: 0.1, faults: [fault],
      directions: kind.isInProcess && fault != .drop && fault != .delay
        ? [.replies] : [.requests, .replies], longestDelay: .milliseconds(5))
  }

  /// Makes calls until one throws; returns how many ended, and what else than an error or the right
  /// answer they ended with.
  private func run(
    _ lib: LibraryClient, seed: UInt64, _ wrong: inout [String]
  ) -> (calls: Int, error: BridgeError?) {
    var calls = 0
    do throws(BridgeError) {
      var generator = SeededGenerator(seed: seed)
      let prepared = try lib.function("abs", as: ((Int32) -> Int32).self)
      while calls < 60 {
        let start = ContinuousClock.now
        let what = Int.random(in: 0..<MixedCalls.count, using: &generator)
        defer {
          let taken = ContinuousClock.now - start
          if taken > Self.limit + Self.slack { wrong.append("\(what) took \(taken)") }
        }
        if let answer = try MixedCalls.make(what, lib, prepared, &generator) {
          wrong.append(answer)
        }
        calls += 1
      }
      return (calls, nil)
    } catch {
      return (calls, error)
    }
  }

  @Test(arguments: ChannelKind.sound, ChannelFaults.Fault.allCases)
  func `calls give the right answer or an error in time`(
    _ kind: ChannelKind, _ fault: ChannelFaults.Fault
  ) throws {
    var (wrong, calls, met): ([String], Int, Int) = ([], 0, 0)
    for seed in 1...6 as ClosedRange<UInt64> {
      // What is late only must not fail, on a busy machine either.
      let (lib, channel) = try client(
        kind, faults(fault, kind, seed), limit: fault == .delay ? .seconds(60) : Self.limit)
      defer { lib.close() }
      let (count, error) = run(lib, seed: seed, &wrong)
      calls += count
      met += channel.counts[fault] ?? 0
      // Once a session has ended, it stays so; a request that is refused ends none.
      if let error, error.code == .timedOut || error.message.contains("has been ended") {
        #expect(throws: BridgeError.self) { let _: Int32 = try lib.abs(-1) }
      }
      if fault == .delay { #expect(error == nil) }
    }
    #expect(met > 0 && calls > 0)
    // A number that was changed looks like any other, and so does a text that was shortened.
    if fault == .flip || fault == .truncate { wrong.removeAll { !$0.contains("took") } }
    // Answers of closures have no numbers: one that comes twice is that of two calls.
    if fault == .duplicate || fault == .reorder { wrong.removeAll { $0 == "qsort" } }
    #expect(wrong == [])
  }

  @Test(arguments: ChannelKind.sound)
  func `everything at once gives an answer or an error in time`(_ kind: ChannelKind) throws {
    var wrong: [String] = []
    for seed in 100...108 as ClosedRange<UInt64> {
      let faults = ChannelFaults(
        seed: seed, probability: 0.15,
        directions: kind.isInProcess ? [.replies] : [.requests, .replies],
        longestDelay: .milliseconds(5))
      let (lib, _) = try client(kind, faults)
      defer { lib.close() }
      _ = run(lib, seed: seed, &wrong)
    }
    #expect(wrong.filter { $0.contains("took") } == [])
  }

  @Test(arguments: ChannelKind.sound)
  func `a greeting or a loading that is changed begins a session or none`(
    _ kind: ChannelKind
  ) throws {
    var refused = 0
    for seed in 1...20 as ClosedRange<UInt64> {
      let faults = ChannelFaults(
        seed: seed, probability: 0.5, faults: [.flip, .truncate, .duplicate],
        directions: [.replies], leadingCount: 0)
      do {
        try client(kind, faults).0.close()
      } catch let error as BridgeError {
        #expect(error.description != "")
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test func `a client in process meets the faults that it is given`() throws {
    var configuration = LibraryClient.Configuration(architecture: .x86_64)
    configuration.timeout = .milliseconds(50)
    let lib = try LibraryClient.inProcess(
      "libc.so.6", configuration: configuration,
      faults: ChannelFaults(seed: 1, probability: 1, faults: [.drop]))
    let error = #expect(throws: BridgeError.self) { let _: Int32 = try lib.abs(-1) }
    #expect(error?.code == .timedOut)
  }
}
