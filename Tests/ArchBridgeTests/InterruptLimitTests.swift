import ArchBridge
import Dispatch
import Foundation
import Synchronization
import Testing

/// Time limits and cancelled tasks that name a function to call first.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct InterruptLimitTests {
  private static let channels: [LibraryClient.Configuration.ChannelKind] = [.sharedMemory, .pipe]
  private static let stop = Interrupt("stop", grace: .seconds(30))

  @Test(arguments: channels)
  func `a call that returns in time after it costs nothing but itself`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let output = OutputCapture().destination
    try withControl(.init(output: output, channel: channel)) { lib in
      let process = lib.helperProcessID
      let prepared = try lib.function("run_until_stopped", as: (() -> Int32).self)
      let ways: [() throws -> Int32] = [
        { try lib.run_until_stopped.timeout(.milliseconds(50), interrupt: Self.stop)() },
        { try prepared.timeout(.milliseconds(50), interrupt: Self.stop)() },
        {
          try lib.withTimeout(.milliseconds(50), interrupt: Self.stop) {
            try $0.run_until_stopped()
          }
        },
        {
          try lib.withTimeout(.milliseconds(50), interrupt: Self.stop) { lib in
            try lib.withBatch { batch in
              let result: BatchResult<Int32> = try batch.run_until_stopped()
              return result
            }.value
          }
        },
      ]
      for way in ways {
        expect(.timedOut, "took longer than 0.05 seconds", "stop was called", "the helper goes on")
        {
          _ = try way()
        }
        let state: Int = try lib.get_state()
        #expect(state == 0)
      }
      #expect(lib.helperProcessID == process)
    }
  }

  @Test func `a limit passes where the program's other threads are all taken`() throws {
    let gate = DispatchSemaphore(value: 0)
    for _ in 0..<600 { DispatchQueue.global().async { gate.wait() } }
    defer { for _ in 0..<600 { gate.signal() } }
    try withControl { lib in
      expect(.timedOut, "stop was called", "the helper goes on") {
        let _: Int = try lib.run_until_stopped.timeout(
          .milliseconds(50), interrupt: Self.stop)()
      }
    }
  }

  @Test func `the configuration may name it`() throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, timeout: .milliseconds(50), interrupt: Self.stop)
    try withControl(configuration) { lib in
      let process = lib.helperProcessID
      expect(.timedOut, "stop was called", "the helper goes on") {
        let _: Int = try lib.run_until_stopped()
      }
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
      #expect(lib.helperProcessID == process)
    }
  }

  @Test(arguments: channels)
  func `what goes on after it is ended with the helper`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, channel: channel, recovery: .automatic)
    try withControl(configuration) { lib in
      let stop = Interrupt("stop", grace: .milliseconds(100))
      expect(
        .timedOut, "run_for_ever took longer", "stop was called", "went on for 0.1 seconds",
        "the helper has been ended"
      ) {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(50), interrupt: stop)()
      }
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
    }
  }

  @Test func `what hangs itself does not keep the helper`() throws {
    try withControl { lib in
      let hang = Interrupt("hang", grace: .milliseconds(100))
      expect(.timedOut, "run_for_ever took longer", "the helper has been ended") {
        let _: Int = try lib.run_for_ever.timeout(.milliseconds(50), interrupt: hang)()
      }
    }
  }

  @Test func `what hangs after the call has returned is ended at the grace's end`() throws {
    try withControl { lib in
      let hang = Interrupt("hang", grace: .milliseconds(600))
      expect(.timedOut, "add_later took longer", "hang was called, and did not return within") {
        let _: Int = try lib.add_later.timeout(.milliseconds(50), interrupt: hang)(300, 1, 2)
      }
      #expect(!processExists(lib.helperProcessID))
    }
  }

  @Test func `a wrong one is an error before the call`() throws {
    try withControl { lib in
      expect(.symbolNotFound, "stopp") {
        try lib.call("set_state", 1, as: Void.self)
        let _: Int = try lib.run_until_stopped.timeout(.seconds(60), interrupt: .init("stopp"))()
      }
      try lib.declare("void set_state(int);")
      expect(.argumentCount, "set_state") {
        let _: Int = try lib.run_until_stopped.timeout(
          .seconds(60), interrupt: .init("set_state"))()
      }
      let state: Int = try lib.get_state()
      #expect(state == 1)
    }
  }

  @Test func `a call that ends in time is not interrupted, nor is the next one`() throws {
    try withControl { lib in
      for _ in 0..<200 {
        let sum: Int = try lib.add_later.timeout(.milliseconds(60_000), interrupt: Self.stop)(
          0, 1, 2)
        #expect(sum == 3)
      }
      // Whether it comes in time or not, it never meets another call.
      var ends = [0, 0]
      for _ in 0..<100 {
        do throws(BridgeError) {
          let _: Int = try lib.add_later.timeout(.milliseconds(2), interrupt: Self.stop)(2, 1, 2)
          ends[0] += 1
        } catch {
          #expect(error.code == .timedOut && error.message.contains("goes on"))
          ends[1] += 1
        }
        // The fixture keeps that it was stopped: nothing else may read it.
        let _: Int = try lib.call("add", 1, 2)
      }
      #expect(ends[0] + ends[1] == 100)
    }
  }

  @Test func `the time of closures does not count`() throws {
    try withControl { lib in
      let result: Int = try lib.withTimeout(.milliseconds(100), interrupt: Self.stop) { lib in
        try lib.call(
          "call",
          Callback { (value: Int32) -> Int32 in
            Thread.sleep(forTimeInterval: 0.3)
            return value + 1
          }, 4)
      }
      #expect(result == 5)
    }
  }

  @Test func `a call that a closure makes has its own limit`() throws {
    try withControl { lib in
      let result: Int = try lib.withTimeout(.milliseconds(50), interrupt: Self.stop) { lib in
        try lib.call(
          "call",
          Callback { (value: Int32) -> Int32 in
            expect(.timedOut, "run_until_stopped", "stop was called", "goes on") {
              let _: Int = try lib.run_until_stopped()
            }
            return value + 1
          }, 4)
      }
      #expect(result == 5)
    }
  }

  @Test func `a cancelled task interrupts its call`() async throws {
    let capture = OutputCapture()
    try await withControl(.init(output: capture.destination)) { lib in
      let process = lib.helperProcessID
      let task = Task { () async throws -> Int in
        try await lib.withTimeout(.seconds(600), interrupt: Self.stop) {
          try await $0.run_until_stopped()
        }
      }
      while !capture.output.contains("begun") { await Task.yield() }
      task.cancel()
      let error = await #expect(throws: BridgeError.self) { try await task.value }
      #expect(error?.code == .cancelled)
      #expect(error?.message.contains("stop was called, and run_until_stopped returned") == true)
      #expect(lib.helperProcessID == process && processExists(process))
    }
  }

  @Test func `SQLite ends a query at its limit, and the connection goes on`() throws {
    try withLibrary("libsqlite3.so.0") { sqlite in
      try sqlite.declare(
        """
        typedef struct sqlite3 sqlite3;
        int sqlite3_open(const char *name, sqlite3 **database);
        int sqlite3_exec(sqlite3 *database, const char *statement, void *row, void *context,
                         char **message);
        void sqlite3_interrupt(sqlite3 *database);
        int sqlite3_changes(sqlite3 *database);
        int sqlite3_close(sqlite3 *database);
        """)
      let place = Out<RemoteAddress>()
      #expect(try sqlite.sqlite3_open(":memory:", place) == Int32(0))
      let database = place.value
      let endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
      let stop = Interrupt("sqlite3_interrupt", database, grace: .seconds(60))
      expect(.timedOut, "sqlite3_exec took longer", "sqlite3_interrupt was called", "goes on") {
        let _: Int32 = try sqlite.sqlite3_exec.timeout(.milliseconds(200), interrupt: stop)(
          database, endless, nil, nil, nil)
      }
      let status: Int32 = try sqlite.sqlite3_exec(database, "CREATE TABLE t(x)", nil, nil, nil)
      #expect(status == 0)
      #expect(try sqlite.sqlite3_close(database) == Int32(0))
    }
  }
}
