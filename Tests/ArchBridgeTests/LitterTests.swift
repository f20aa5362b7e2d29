import ArchBridge
import Foundation
import Glibc
import Testing

/// What sessions leave in the program: nothing.
///
/// `ARCHBRIDGE_SOAK_SESSIONS` says how many there are in a row, instead of a few hundred.
@Suite(.fixtures, .timeLimit(.minutes(60)))
struct LitterTests {
  private static let count =
    ProcessInfo.processInfo.environment["ARCHBRIDGE_SOAK_SESSIONS"].flatMap { Int($0) } ?? 200

  @Test func `sessions leave nothing behind`() async {
    await #expect(processExitsWith: .success) {
      try Litter.require(after: Self.count) { _ in
        try withFixture("family") { lib in let _: Int = try lib.own_group() }
      }
    }
  }

  @Test func `sessions with processes of the library leave nothing behind`() async {
    await #expect(processExitsWith: .success) {
      try Litter.require(after: max(Self.count / 10, 10)) { _ in
        try withFixture(
          "family", configuration: .init(output: OutputCapture().destination)
        ) { lib in _ = try Family.start(in: lib) }
      }
    }
  }

  @Test func `sessions whose helpers crash leave nothing behind`() async {
    await #expect(processExitsWith: .success) {
      try Litter.require(after: max(Self.count / 2, 10)) { number in
        try withFixture(
          "deaths",
          configuration: .init(
            output: OutputCapture().destination, channel: number % 2 == 0 ? .pipe : .sharedMemory)
        ) { lib in
          if (try? lib.call("die_by_abort", as: Int.self)) != nil { throw POSIXError(.EINVAL) }
        }
      }
    }
  }

  @Test func `warm sessions leave nothing behind`() async {
    await #expect(processExitsWith: .success) {
      let warm = try WarmFixture("family")
      try Litter.require(after: Self.count) { _ in
        try warm.use { lib in let _: Int = try lib.own_group() }
      }
      warm.helper.close()
    }
  }

  // MARK: Descriptors

  @Test func `no program that is started meanwhile inherits a descriptor`() async {
    await #expect(processExitsWith: .success) {
      let expected = try Litter.inheritedDescriptors()
      let isEnded = Litter.Flag()
      let starter = Thread {
        while !isEnded.isSet {
          _ = try? withFixture(
            "family", configuration: .init(output: OutputCapture().destination)
          ) { lib in try lib.own_group() as Int }
          if let warm = try? WarmFixture("family") {
            for _ in 0..<5 { _ = try? warm.use { try $0.own_group() as Int } }
            warm.helper.close()
          }
        }
        isEnded.confirm()
      }
      starter.start()
      for _ in 0..<200 { try #require(try Litter.inheritedDescriptors() == expected) }
      isEnded.set()
      isEnded.waitForConfirmation()
    }
  }
}
