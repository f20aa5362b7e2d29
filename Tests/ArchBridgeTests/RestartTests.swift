import ArchBridge
import Dispatch
import Foundation
import Synchronization
import Testing

/// Clients that go on after the end of their helper.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct RestartTests {
  typealias Configuration = LibraryClient.Configuration

  private static let channels: [Configuration.ChannelKind] = [.sharedMemory, .pipe]

  private func configuration(
    _ recovery: Configuration.Recovery = .manual,
    _ channel: Configuration.ChannelKind = .sharedMemory
  ) -> Configuration {
    Configuration(output: OutputCapture().destination, channel: channel, recovery: recovery)
  }

  private func die(_ lib: LibraryClient) {
    expect(.helperEnded, "Aborted") { try lib.call("die", as: Void.self) }
  }

  @Test(arguments: channels)
  func `a client is usable after a restart, with all that was taken from it`(
    _ channel: Configuration.ChannelKind
  ) throws {
    try withControl(configuration(.manual, channel)) { lib in
      try lib.declare("int add(int a, int b); enum { ANSWER = 42 };")
      let adder = try lib.load(Fixture.path("adder", .i386))
      let member = lib.add
      let prepared = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      let subtract = try adder.subtract.prepared(as: ((Int32, Int32) -> Int32).self)
      let memory = lib.memory
      for _ in 0..<3 { #expect(try lib.call("add", 1, 2) == 3) }
      try lib.call("set_state", 7, as: Void.self)
      let before = lib.helperProcessID
      for round in 0..<2 {
        die(lib)
        expect(.helperEnded, "die ended the session earlier") { let _: Int = try lib.add(1, 2) }
        expect(.helperEnded, "die ended the session earlier") { _ = try prepared(1, 2) }
        try lib.restart()
        #expect(lib.helperProcessID != before && processExists(lib.helperProcessID))
        let state: Int = try lib.get_state()
        #expect(state == 0)
        for offset in 0..<3 {
          let sum: Int = try member(round, offset)
          let wide: Int = try lib.add(round, offset)
          let other: Int = try adder.add(round, offset)
          #expect(sum == round + offset && wide == sum && other == sum)
          #expect(try prepared(Int32(round), 2) == Int32(round) + 2)
          #expect(try subtract(5, Int32(round)) == 5 - Int32(round))
          #expect(try prepared.map([1, 2], [3, 4]) == [4, 6])
        }
        #expect(try lib.constant("ANSWER") == 42)
        expect(.argumentCount) { let _: Int = try lib.add(1) }
        let address = try lib.memory.allocate(byteCount: 16)
        try lib.memory.write([1, 2, 3] as [UInt8], to: address)
        // It was taken from the helper before.
        #expect(throws: BridgeError.self) { _ = try memory.read(address, byteCount: 1) }
      }
      #expect(!processExists(before))
    }
  }

  @Test func `shared memory of the helper before is refused`() throws {
    try withControl(configuration()) { lib in
      let buffer = try SharedBuffer<Int32>([5], in: lib)
      try lib.restart()
      expect(.typeMismatch, "has ended") { let _: Int = try lib.add(buffer, 1) }
      #expect(buffer.elements == [5])
    }
  }

  @Test func `a function's address of the helper before is refused`() throws {
    try withControl(configuration()) { lib in
      let address = try lib.call("add_address", as: RemoteAddress.self)
      let pointer = try lib.functionPointer(at: address, as: "int (*)(int, int)")
      try lib.restart()
      expect(.badAddress, "has ended") { let _: Int = try pointer(1, 2) }
    }
  }

  @Test func `a callback of the helper before is refused`() throws {
    try withControl(configuration()) { lib in
      let callback = try lib.register { (value: Int32) -> Int32 in value }
      try lib.restart()
      expect(.typeMismatch, "has ended") { let _: Int = try lib.call("call", callback, 1) }
      expect(.sessionClosed) { try callback.remove() }
      let other = try lib.register { (value: Int32) -> Int32 in value + 1 }
      let result: Int = try lib.call("call", other, 3)
      #expect(result == 4)
    }
  }

  @Test func `the set-up runs at once, and after each restart before any other call`() throws {
    try withControl(configuration()) { lib in
      try lib.onStart { lib in
        let state: Int = try lib.get_state()
        try lib.call("set_state", state + 10, as: Void.self)
      }
      try lib.onStart { lib in
        let state: Int = try lib.get_state()
        try lib.call("set_state", state + 1, as: Void.self)
      }
      for _ in 0..<3 {
        let state: Int = try lib.get_state()
        #expect(state == 11)
        die(lib)
        try lib.restart()
      }
    }
  }

  @Test func `an error of the set-up is thrown, and the first cause stays`() throws {
    struct Refused: Error {}
    try withControl(configuration()) { lib in
      final class Switch: Sendable { let refuses = Atomic(false) }
      let refusing = Switch()
      try lib.onStart { _ in
        if refusing.refuses.load(ordering: .relaxed) { throw Refused() }
      }
      refusing.refuses.store(true, ordering: .relaxed)
      die(lib)
      #expect(throws: Refused.self) { try lib.restart() }
      expect(.helperEnded, "die ended the session earlier") { let _: Int = try lib.add(1, 2) }
    }
  }

  @Test func `a restart cuts short what runs, and makes what waits`() throws {
    let capture = OutputCapture()
    try withControl(.init(output: capture.destination)) { lib in
      let group = DispatchGroup()
      let codes = Mutex<[BridgeError.Code?]>([])
      let sums = Mutex<[Int?]>([])
      DispatchQueue.global().async(group: group) {
        let error = thrown { let _: Int = try lib.run_for_ever() }
        codes.withLock { $0.append(error?.code) }
      }
      capture.wait(for: "begun")
      for number in 0..<3 {
        DispatchQueue.global().async(group: group) {
          let sum: Int? = try? lib.add(number, 10)
          sums.withLock { $0.append(sum) }
        }
      }
      Thread.sleep(forTimeInterval: 0.2)
      try lib.restart()
      group.wait()
      #expect(codes.withLock { $0 } == [.sessionClosed])
      #expect(sums.withLock { $0.compactMap { $0 }.sorted() } == [10, 11, 12])
    }
  }

  @Test func `a client that has been closed stays closed`() throws {
    let lib = try LibraryClient(
      Fixture.path("control", .i386), configuration: configuration(.automatic))
    die(lib)
    try lib.restart()
    let helper = lib.helperProcessID
    let prepared = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
    lib.close()
    #expect(!processExists(helper))
    expect(.sessionClosed) { try lib.restart() }
    expect(.sessionClosed) { let _: Int = try lib.add(1, 2) }
    expect(.sessionClosed) { _ = try prepared(1, 2) }
  }

  @Test func `a helper is gone with its client also after a restart`() throws {
    var lib: LibraryClient? = try LibraryClient(
      Fixture.path("control", .i386), configuration: configuration())
    try lib?.restart()
    let helper = try #require(lib?.helperProcessID)
    #expect(processExists(helper))
    lib = nil
    #expect(!processExists(helper))
  }

  @Test func `a warm client restarts warm`() throws {
    let path = Fixture.path("control", .i386)
    let warm = try WarmHelper(
      path, configuration: configuration(),
      prepare: { try $0.call("set_state", 3, as: Void.self) })
    defer { warm.close() }
    let lib = try LibraryClient(path, configuration: warm.configuration)
    defer { lib.close() }
    let adder = try lib.load(Fixture.path("adder", .i386))
    try lib.call("set_state", 9, as: Void.self)
    die(lib)
    try lib.restart()
    let state: Int = try lib.get_state()
    let difference: Int = try adder.subtract(5, 3)
    #expect(state == 3 && difference == 2)
  }

  @Test func `neither the set-up nor a closure restarts`() throws {
    try withControl(configuration()) { lib in
      let error = #expect(throws: BridgeError.self) {
        let _: Int = try lib.call(
          "call",
          Callback { (value: Int32) -> Int32 in
            try lib.restart()
            return value
          }, 1)
      }
      #expect(error?.code == .notRestartable, "\(error as Any)")
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
      final class Switch: Sendable { let restarts = Atomic(false) }
      let restarting = Switch()
      try lib.onStart { lib in
        if restarting.restarts.load(ordering: .relaxed) { try lib.restart() }
      }
      restarting.restarts.store(true, ordering: .relaxed)
      expect(.notRestartable, "set-up") { try lib.restart() }
    }
  }
}
