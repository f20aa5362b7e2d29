import ArchBridge
import Testing

/// What a library uses beyond what a call lends it, of every kind.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct GuardingTests {
  typealias ChannelKind = LibraryClient.Configuration.ChannelKind

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a write past the end names the argument and the distance`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) {
    for (distance, place) in [
      (0, "right past its end"), (1, "1 byte past its end"), (4, "4 bytes past its end"),
      (5_000, "5000 bytes past its end"), (60_000, "60000 bytes past its end"),
    ] {
      OverrunFixture.expectEnd(
        "argument 1 ('buffer', 16 bytes) was written \(place)", architecture, over: channel
      ) { lib in
        let _: Int = try lib.poke(Out<[UInt8]>(count: 16), 16 + distance, 65)
      }
    }
  }

  @Test(arguments: Architecture.all, [1, 13, 4_095, 4_096, 4_097, 100_000])
  func `memory of any length ends where it ends`(_ architecture: Architecture, _ count: Int) {
    let size = count == 1 ? "1 byte" : "\(count) bytes"
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', \(size)) was written right past its end", architecture
    ) { lib in
      let last: Int = try lib.poke(Out<[UInt8]>(count: count), count - 1, 65)
      #expect(last == count - 1)
      let _: Int = try lib.poke(Out<[UInt8]>(count: count), count, 65)
    }
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a write before the beginning is found after the call`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    try OverrunFixture.expectDamage(
      "argument 1 ('buffer', 16 bytes) was written before its beginning, at byte -1: 41",
      architecture, over: channel
    ) { lib in
      let _: Int = try lib.poke(InOut([UInt8](repeating: 1, count: 16)), -1, 65)
    }
  }

  @Test func `a write far before the beginning ends the helper`() {
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', 16 bytes) was written 4097 bytes before its beginning"
    ) { lib in
      let _: Int = try lib.poke(Out<[UInt8]>(count: 16), -4_097, 65)
    }
  }

  @Test func `what was written before the beginning is not brought back`() throws {
    let buffer = InOut([UInt8](repeating: 1, count: 4))
    try OverrunFixture.use { lib in
      expect(.bufferOverrun, "argument 2 ('second', 8 bytes)", "at byte -8: 02") {
        let _: Int = try lib.poke_two(buffer, Out<[UInt8]>(count: 8), -8)
      }
    }
    #expect(buffer.value == [1, 1, 1, 1])
  }

  @Test(arguments: Architecture.all)
  func `a read past the end names the argument`(_ architecture: Architecture) {
    OverrunFixture.expectEnd(
      "argument 1 ('values', 24 bytes) was read right past its end", architecture
    ) { lib in
      let values = [1.0, 2.0, 3.0]
      let sum: Double = try lib.sum(values, 3)
      #expect(sum == 6)
      let _: Double = try lib.sum(values, 4)
    }
  }

  @Test(arguments: Architecture.all)
  func `a NUL too many is found`(_ architecture: Architecture) {
    OverrunFixture.expectEnd(
      "argument 1 ('text', 8 bytes) was written right past its end", architecture
    ) { lib in
      let text = Out<String>(capacity: 8)
      try lib.label(text, 7)
      #expect(text.value == "aaaaaaa")
      try lib.label(text, 8)
    }
  }

  @Test(arguments: Architecture.all)
  func `a string that is written longer is found`(_ architecture: Architecture) {
    OverrunFixture.expectEnd(
      "argument 1 ('text', 6 bytes) was written right past its end", architecture
    ) { lib in
      let _: Int = try lib.append("hello", 33)
    }
  }

  @Test(arguments: Architecture.all)
  func `the strings of an array and their table are guarded each`(_ architecture: Architecture)
    throws
  {
    let names = ["one", "two", "three"]
    OverrunFixture.expectEnd(
      "argument 1, text 1 ('names', 4 bytes) was written right past its end", architecture
    ) { lib in
      let sum: Int = try lib.lengths(names, 3)
      #expect(sum == 11)
      let _: Int = try lib.poke_name(names, 1, 4)
    }
    try OverrunFixture.expectDamage(
      "argument 1, text 2 ('names', 6 bytes) was written before its beginning, at byte -3: 7a",
      architecture
    ) { lib in
      let _: Int = try lib.poke_name(names, 2, -3)
    }
    let width = architecture == .i386 ? 4 : 8
    OverrunFixture.expectEnd(
      "argument 1 ('names', \(4 * width) bytes) was written 3 bytes past its end", architecture
    ) { lib in
      let _: Int = try lib.poke_names(names, 4 * width + 3)
    }
  }

  @Test func `many strings are guarded together`() {
    let names = (0..<1_000).map { "name \($0)" }
    let count = names.reduce(0) { $0 + $1.utf8.count + 1 }
    OverrunFixture.expectEnd(
      "argument 1 ('names', \(count) bytes) was written 2 bytes past its end"
    ) { lib in
      let sum: Int = try lib.lengths(names, 1_000)
      #expect(sum == count - 1_000)
      let _: Int = try lib.poke_name(names, 999, 11)
    }
  }

  @Test(arguments: Architecture.all)
  func `a structure behind a pointer is guarded`(_ architecture: Architecture) throws {
    let count = architecture == .i386 ? 52 : 56
    OverrunFixture.expectEnd(
      "argument 1 ('reading', \(count) bytes) was written 7 bytes past its end", architecture
    ) { lib in
      let reading = InOut(try lib.structure("struct reading"))
      let _: Int = try lib.poke_reading(reading, count - 1)
      #expect(try reading.value.get("id", as: Int.self) == 7)
      let _: Int = try lib.poke_reading(reading, count + 7)
    }
  }

  @Test(arguments: Architecture.all)
  func `a result that is longer than declared is found`(_ architecture: Architecture) {
    let count = architecture == .i386 ? 52 : 56
    let error = thrown {
      try OverrunFixture.use(architecture) { lib in
        let some: Structure = try lib.read_some(4)
        #expect(try some.get("id", as: Int.self) == 4)
        let _: Structure = try lib.read_all(4)
      }
    }
    #expect(error?.code == .helperEnded)
    #expect(error?.message.hasPrefix("the result (\(count) bytes) was written ") == true)
  }

  @Test(arguments: Architecture.all)
  func `an argument that is not declared has its number`(_ architecture: Architecture) {
    let error = thrown {
      try withFixture("overruns", architecture, configuration: OverrunFixture.configuration()) {
        let _: Int32 = try $0.call("poke", Out<[UInt8]>(count: 3), Int32(3), Int32(1))
      }
    }
    #expect(error?.message.hasPrefix("argument 1 (3 bytes) was written right past its end") == true)
  }

  @Test func `an array of no elements is no memory`() {
    OverrunFixture.expectEnd(
      "argument 1 ('buffer', 0 bytes) was written right past its end"
    ) { lib in
      let _: Int = try lib.poke(Out<[UInt8]>(count: 0), 0, 65)
    }
  }

  /// Bytes for `void *` end with a NUL that may be read, and what is behind it is found later.
  @Test func `bytes that end with a NUL are aligned as their elements`() throws {
    try OverrunFixture.expectDamage(
      "argument 1 ('buffer', 24 bytes) was written past its end, at byte 25: 41"
    ) { lib in
      let values = [1.0, 2.0, 3.0]
      let zero: Int = try lib.peek(values, 24)
      #expect(zero == 0)
      let _: Int = try lib.poke(values, 25, 65)
    }
  }

  @Test(arguments: Architecture.all)
  func `a correct library gives the same`(_ architecture: Architecture) throws {
    func results(_ isGuarded: Bool) throws -> [String] {
      let configuration = LibraryClient.Configuration(guardsBuffers: isGuarded)
      return try withFixture("overruns", architecture, configuration: configuration) { lib in
        try lib.declare(OverrunFixture.declarations)
        let text = Out<String>(capacity: 16)
        let values = InOut([1.0, 2.5])
        let count: Int = try lib.correct(text, 16, values, 2, "%d values")
        let large = InOut([Double](repeating: 1, count: 100_000))
        let more: Int = try lib.correct(text, 16, large, 100_000, "%d values")
        let some: Structure = try lib.read_some(4)
        return ["\(count) \(text.value) \(values.value) \(more) \(some)", "\(large.value)"]
      }
    }
    #expect(try results(true) == results(false))
  }
}
