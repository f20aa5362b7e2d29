import ArchBridge
import Foundation
import Testing

/// Guarded calls in every kind of session, and on every way of calling.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct GuardedSessionTests {
  @Test(arguments: Architecture.all)
  func `memory that is used after its call names that call`(_ architecture: Architecture) {
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', 8 bytes) of an earlier call of keep was written at byte 5, when the "
        + "call had returned", architecture
    ) { lib in
      try lib.keep(Out<[UInt8]>(count: 8))
      let _: Int = try lib.add(1, 2)
      let _: Int = try lib.poke_kept(5, 1)
    }
  }

  @Test func `memory of calls that have returned is bounded`() throws {
    func addresses(of process: Int32) throws -> Int {
      let text = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
      return try #require(text.split(separator: " ").first.flatMap { Int($0) }) * 4_096
    }
    try OverrunFixture.use { lib in
      let before = try addresses(of: lib.helperProcessID)
      for _ in 0..<2_000 { let _: Int = try lib.fill(Out<[UInt8]>(count: 10), 10) }
      #expect(try addresses(of: lib.helperProcessID) - before <= 66 << 20)
    }
  }

  @Test(arguments: Architecture.all)
  func `calls inside of calls are told apart`(_ architecture: Architecture) throws {
    try OverrunFixture.use(architecture) { lib in
      let outer = Out<[UInt8]>(count: 16)
      let result: Int = try lib.poke_after(
        outer, 3,
        Callback { (offset: Int32) throws -> Int32 in
          try lib.poke(Out<[UInt8]>(count: 4), offset, 9)
        })
      #expect(result == 3 && outer.value[3] == 1)
      expect(.bufferOverrun, "poke: argument 1 ('buffer', 4 bytes)", "at byte -2: 09") {
        let _: Int = try lib.poke_after(
          outer, 3,
          Callback { (_: Int32) throws -> Int32 in try lib.poke(Out<[UInt8]>(count: 4), -2, 9) })
      }
    }
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', 16 bytes) of poke_after was written 2 bytes past its end",
      architecture
    ) { lib in
      let _: Int = try lib.poke_after(
        Out<[UInt8]>(count: 16), 3,
        Callback { (_: Int32) throws -> Int32 in try lib.poke_kept(18, 9) })
    }
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', 16 bytes) was written right past its end", architecture
    ) { lib in
      let _: Int = try lib.poke_after(
        Out<[UInt8]>(count: 16), 16,
        Callback { (_: Int32) throws -> Int32 in try lib.poke(Out<[UInt8]>(count: 32), 31, 9) })
    }
  }

  @Test(arguments: Architecture.all)
  func `prepared functions, calls over arrays and batches are guarded`(
    _ architecture: Architecture
  ) throws {
    let message = "argument 1 ('values', 16 bytes) was read right past its end"
    OverrunFixture.expectEnd(message, architecture) { lib in
      let sum = try lib.function("sum", as: (([Double], Int32) -> Double).self)
      for _ in 0..<3 { #expect(try sum([1, 2], 2) == 3) }
      _ = try sum([1, 2], 3)
    }
    OverrunFixture.expectEnd(message, architecture) { lib in
      for _ in 0..<4 { let _: Double = try lib.sum([1.0, 2.0], 2) }
      let _: Double = try lib.sum([1.0, 2.0], 3)
    }
    let inArrays = thrown {
      try OverrunFixture.use(architecture) { lib in
        let sum = try lib.function("sum", as: (([Double], Int32) -> Double).self)
        #expect(try sum.map([[1, 2], [3]], [2, 1]) == [3, 3])
        _ = try sum.map([[1, 2], [1, 2]], [2, 3])
      }
    }
    #expect(inArrays?.inputIndex == 1 && inArrays?.message.hasPrefix(message) == true)
    OverrunFixture.expectEnd("in call 2 of 2: " + message, architecture) { lib in
      let three = try lib.withBatch { batch -> BatchResult<Double> in
        let count: BatchResult<Int32> = try batch.add(1, 1)
        let sum: BatchResult<Double> = try batch.sum([1.0, 2.0], count)
        return sum
      }
      #expect(try three.value == 3)
      try lib.withBatch { batch in
        let _: BatchResult<Double> = try batch.sum([1.0, 2.0], 2)
        let _: BatchResult<Double> = try batch.sum([1.0, 2.0], 3)
      }
    }
  }

  @Test func `a helper that takes another's place guards as well`() throws {
    var configuration = OverrunFixture.configuration()
    configuration.recovery = .automatic
    try withFixture("overruns", configuration: configuration) { lib in
      try lib.declare(OverrunFixture.declarations)
      for _ in 0..<2 {
        expect(.helperEnded, "poke: argument 1 ('buffer', 2 bytes) was written right past its end")
        {
          let _: Int = try lib.poke(Out<[UInt8]>(count: 2), 2, 1)
        }
      }
      expect(.bufferOverrun, "at byte -1: 01") {
        let _: Int = try lib.poke(Out<[UInt8]>(count: 2), -1, 1)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `helpers that are forked from a warm one guard as well`(
    _ architecture: Architecture
  ) throws {
    var configuration = OverrunFixture.configuration()
    configuration.architecture = architecture
    let library = Fixture.path("overruns", architecture)
    let warm = try WarmHelper(library, configuration: configuration)
    defer { warm.close() }
    #expect(warm.isWarm)
    for _ in 0..<2 {
      let lib = try LibraryClient(library, configuration: warm.configuration)
      defer { lib.close() }
      try lib.declare(OverrunFixture.declarations)
      expect(.bufferOverrun, "at byte -1: 01") {
        let _: Int = try lib.poke(Out<[UInt8]>(count: 2), -1, 1)
      }
      expect(.helperEnded, "poke: argument 1 ('buffer', 2 bytes) was written right past its end") {
        let _: Int = try lib.poke(Out<[UInt8]>(count: 2), 2, 1)
      }
    }
    configuration = warm.configuration
    configuration.guardsBuffers = false
    expect(.warmHelperMismatch, "`guardsBuffers`") {
      _ = try LibraryClient(library, configuration: configuration)
    }
  }

  @Test(arguments: Architecture.all)
  func `a session that is replayed fails as the recorded one did`(
    _ architecture: Architecture
  ) throws {
    try Recording().twice(
      "overruns", architecture, configuration: OverrunFixture.configuration()
    ) { lib in
      try lib.declare(OverrunFixture.declarations)
      let damage = thrown { let _: Int = try lib.poke(Out<[UInt8]>(count: 2), -1, 1) }
      let end = thrown { let _: Int = try lib.poke(Out<[UInt8]>(count: 2), 2, 1) }
      #expect(damage?.code == .bufferOverrun)
      #expect(end?.message.hasPrefix("argument 1 ('buffer', 2 bytes) was written right") == true)
      #expect(
        end?.crash?.overrun == "argument 1 ('buffer', 2 bytes) was written right past its end")
      return [damage, end]
    }
  }

  @Test func `a helper with little memory gives up what it keeps`() throws {
    var configuration = OverrunFixture.configuration()
    configuration.limits.memoryByteCount = 150 << 20
    try withFixture("overruns", configuration: configuration) { lib in
      try lib.declare(OverrunFixture.declarations)
      for _ in 0..<1_000 { let _: Int = try lib.fill(Out<[UInt8]>(count: 10), 10) }
      let count: Int = try lib.fill(Out<[UInt8]>(count: 20_000_000), 20_000_000)
      #expect(count == 20_000_000)
      let end = thrown { let _: Int = try lib.poke(Out<[UInt8]>(count: 2), 2, 1) }
      // Its limit has nothing to do with that.
      #expect(end?.code == .helperEnded && end?.message.contains("limited") == false)
    }
  }

  @Test func `what is not guarded goes its way`() throws {
    try OverrunFixture.use { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      #expect(try add.map([1, 2], [3, 4]) == [4, 6])
      let shared = try SharedBuffer<UInt8>(count: 4, in: lib)
      let _: Int = try lib.poke(shared, 3, 7)
      #expect(shared[3] == 7)
    }
  }
}
