import ArchBridge
import Glibc
import TestSupport
import Testing

/// A library that writes into the memory which its helper shares with the controller, at any time.
///
/// What numbers it then gives is its own affair; each call ends, with a number or an error.
@Suite(.fixtures, .timeLimit(.minutes(3)))
struct ScribblerTests {
  private static let slack = Duration.seconds(20)
  private static let modes = 0...10

  private func configuration(_ limit: Duration) -> LibraryClient.Configuration {
    var configuration = LibraryClient.Configuration()
    configuration.timeout = limit
    return configuration
  }

  /// Makes one call of many forms.
  private func call(_ lib: LibraryClient, _ what: Int) throws(BridgeError) {
    switch what % 6 {
    case 0: let _: Int32 = try lib.scribbler_add(20, 22)
    case 1: let _: String = try lib.scribbler_text()
    case 2:
      let bytes = Out<[UInt8]>(count: 100_000)
      try lib.call("scribbler_fill", bytes, 100_000, 7, as: Void.self)
      #expect(bytes.value.count == 100_000)
    case 3:
      let _: Int32 = try lib.scribbler_call(Callback { (value: Int32) -> Int32 in value }, 4)
    case 4:
      let add = try lib.function("scribbler_add", as: ((Int32, Int32) -> Int32).self)
      #expect(try add.map([1, 2, 3, 4], [1, 2, 3, 4]).count == 4)
    default:
      do {
        let sum = try lib.withBatch { batch in
          let first: BatchResult<Int32> = try batch.scribbler_add(1, 2)
          let second: BatchResult<Int32> = try batch.scribbler_add(first, 3)
          return second
        }
        _ = try sum.value
      } catch let error as BridgeError {
        throw error
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  @Test(arguments: Architecture.all, modes)
  func `calls end while the library writes into shared memory`(
    _ architecture: Architecture, mode: Int
  ) throws {
    let limit = Duration.milliseconds(100)
    var late: [Int] = []
    for round in 0..<4 {
      do {
        try withFixture("scribbler", architecture, configuration: configuration(limit)) { lib in
          let pause = [0, 1_000, 20_000, 200_000][round]
          let found: Int32 = try lib.scribbler_find()
          #expect(found == 0)
          let _: Int32 = try lib.scribbler_begin(Int32(mode), UInt32(round + 1), UInt32(pause))
          for index in 0..<30 {
            let start = ContinuousClock.now
            defer { if ContinuousClock.now - start > limit + Self.slack { late.append(index) } }
            try call(lib, index)
          }
        }
      } catch is BridgeError {
        // The session has ended, as it should.
      }
    }
    #expect(late == [])
  }

  @Test(arguments: Architecture.all, [1, 2, 3, 4, 5, 7])
  func `who waits burns no processor, whatever the words say`(
    _ architecture: Architecture, mode: Int
  ) throws {
    var taken = Duration.zero
    try withFixture(
      "scribbler", architecture, configuration: configuration(.seconds(1))
    ) { lib in
      let found: Int32 = try lib.scribbler_find()
      #expect(found == 0)
      // What the words say may end the session at once.
      guard (try? lib.call("scribbler_begin", Int32(mode), 1, 1_000, as: Int32.self)) != nil else {
        return
      }
      let before = threadTime()
      // The lowest bit once made a wait ask again and again.
      _ = try? lib.call("scribbler_wait", UInt32(400), as: Int32.self)
      taken = threadTime() - before
    }
    #expect(taken < .milliseconds(200), "\(taken)")
  }

  @Test(arguments: Architecture.all)
  func `a batch's place is within it, whatever the helper says`(
    _ architecture: Architecture
  ) throws {
    struct Refusal: Error {}
    for seed in 1...8 {
      do {
        try withFixture(
          "scribbler", architecture, configuration: configuration(.seconds(1))
        ) { lib in
          let found: Int32 = try lib.scribbler_find()
          #expect(found == 0)
          let _: Int32 = try lib.scribbler_begin(5, UInt32(seed), 0)
          let refuse = try lib.register { (value: Int32) -> Int32 in
            // The place is asked for when the closure throws.
            usleep(2_000)
            throw Refusal()
          }
          try lib.withBatch { batch in
            let _: BatchResult<Int32> = try batch.scribbler_add(1, 2)
            let _: BatchResult<Int32> = try batch.scribbler_call(refuse.address, 3)
            let _: BatchResult<Int32> = try batch.scribbler_add(1, 2)
          }
          Issue.record("a closure threw, and the batch did not")
        }
      } catch let error as BridgeError {
        #expect([.callbackFailed, .protocolViolation, .timedOut].contains(error.code), "\(error)")
      }
    }
  }

  /// The processor time that the caller's thread has taken.
  private func threadTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
