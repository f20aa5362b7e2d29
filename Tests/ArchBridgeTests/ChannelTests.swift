import ArchBridge
import Foundation
import Glibc
import Testing

/// The pipe between a program and its helper, under load and at its worst.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct ChannelTests {
  /// Bytes without a short period.
  private func bytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        buffer[index] = UInt8(truncatingIfNeeded: state >> 56)
      }
      initialized = count
    }
  }

  @Test(arguments: Architecture.all)
  func `20 MB go in and come back`(_ architecture: Architecture) throws {
    let sent = bytes(20_000_000)
    let memory = InOut(sent)
    let count: UInt32 = try withFixture("pointers", architecture) { lib in
      try lib.declare("unsigned add_one(unsigned char *bytes, unsigned count);")
      return try lib.add_one(memory, sent.count)
    }
    #expect(count == 20_000_000)
    let received = memory.value
    let isRight = received.withUnsafeBufferPointer { received in
      sent.withUnsafeBufferPointer { sent in
        received.count == sent.count
          && sent.indices.allSatisfy { received[$0] == sent[$0] &+ 1 }
      }
    }
    #expect(isRight)
  }

  @Test(arguments: Architecture.all)
  func `1 MB of doubles go in and come back`(_ architecture: Architecture) throws {
    let values = InOut((0..<131_072).map(Double.init))
    try withFixture("pointers", architecture) { lib in
      try lib.declare("void scale(double *values, int count, double factor);")
      try lib.scale(values, 131_072, 0.5)
    }
    #expect(values.value == (0..<131_072).map { Double($0) / 2 })
  }

  @Test(arguments: Architecture.all)
  func `20 MB of text come back`(_ architecture: Architecture) throws {
    let text: [UInt8] = try withFixture(
      "strings", architecture, configuration: .init(textLimit: 20_000_000)
    ) { try $0.long_text(20_000_000) }
    #expect(text.count == 20_000_000)
  }

  @Test(arguments: [65_535, 65_536, 65_537, 1_048_575, 1_048_576, 1_048_577])
  func `memory comes back whole at a buffer's limits`(_ count: Int) throws {
    let sent = bytes(count)
    let received = try withFixture("adder") { lib in
      let memory = try lib.memory.allocate(byteCount: count)
      try lib.memory.write(sent, to: memory)
      return try lib.memory.read(memory, byteCount: count)
    }
    #expect(received == sent)
  }

  @Test func `more than a 32-bit helper has is an error, and it lives on`() throws {
    try withFixture("pointers") { lib in
      try lib.declare("unsigned add_one(unsigned char *bytes, unsigned count);")
      let error = #expect(throws: BridgeError.self) {
        let _: UInt32 = try lib.add_one(Out<[UInt8]>(count: 4_200_000_000), 1)
      }
      #expect(error?.code == .tooLarge)
      let count: UInt32 = try lib.add_one([1, 2], 2)
      #expect(count == 2)
    }
  }

  // MARK: Children that a library leaves behind

  @Test(arguments: Architecture.all)
  func `a helper's death is noticed at once although a child holds the pipe`(
    _ architecture: Architecture
  ) throws {
    try withFixture(
      "forker", architecture, configuration: .init(output: OutputCapture().destination)
    ) { lib in
      let start = ContinuousClock.now
      expect(.helperEnded, "leave_child_and_exit", "exit status 5") {
        let _: Int = try lib.leave_child_and_exit(4, 5)
      }
      #expect(ContinuousClock.now - start < .seconds(1))
    }
  }

  @Test(arguments: Architecture.all)
  func `a session ends at once although a child holds the pipe`(
    _ architecture: Architecture
  ) throws {
    let lib = try LibraryClient(
      Fixture.path("forker", architecture),
      configuration: .init(architecture: architecture, output: OutputCapture().destination))
    let child: Int32 = try lib.leave_child(30)
    let start = ContinuousClock.now
    lib.close()
    #expect(ContinuousClock.now - start < .seconds(1))
    kill(child, SIGKILL)
  }

  @Test func `a child that a library leaves behind does not disturb the next call`() throws {
    try withFixture("forker", configuration: .init(output: OutputCapture().destination)) { lib in
      let child: Int32 = try lib.leave_child(30)
      let next: Int32 = try lib.leave_child(0)
      #expect(child > 0 && next > 0)
      kill(child, SIGKILL)
    }
  }

  // MARK: Many sessions

  @Test func `200 sessions leave no descriptor and no thread`() async {
    await #expect(processExitsWith: .success) {
      // What is made once and stays: the helpers' images, the thread that starts them, the pools.
      for index in 0..<20 { try await Sessions.run(index) }
      let (descriptors, threads) = (try Sessions.count("fd"), try Sessions.count("task"))
      for index in 0..<200 { try await Sessions.run(index) }
      try await Sessions.expect(descriptors, orLess: "fd")
      try await Sessions.expect(threads, orLess: "task")
    }
  }

  @Test func `sessions that fail leave no descriptor`() async {
    await #expect(processExitsWith: .success) {
      Sessions.fail()
      let before = try Sessions.count("fd")
      for _ in 0..<20 { Sessions.fail() }
      try await Sessions.expect(before, orLess: "fd")
    }
  }
}

/// Sessions one after another, in a process that has no others.
private enum Sessions {
  /// How many entries a folder of this process in `/proc` has.
  static func count(_ folder: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/" + folder).count
  }

  /// Expects a folder to come down to `count` entries: a thread that has been told to end, or that
  /// is the last to let go of a session, may take a moment.
  static func expect(
    _ count: Int, orLess folder: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(5)
    while try Self.count(folder) > count, ContinuousClock.now < deadline { await Task.yield() }
    #expect(try Self.count(folder) <= count, sourceLocation: sourceLocation)
  }

  /// A session that ends well; every other one is asynchronous.
  static func run(_ index: Int) async throws {
    let architecture = Architecture.all[index % 2]
    let configuration = LibraryClient.Configuration(output: OutputCapture().destination)
    let sum =
      index % 4 < 2
      ? try add(index, architecture, configuration)
      : try await withFixture("adder", architecture, configuration: configuration) { lib in
        try await lib.add(index, 1) as Int
      }
    #expect(sum == index + 1)
  }

  private static func add(
    _ index: Int, _ architecture: Architecture, _ configuration: LibraryClient.Configuration
  ) throws -> Int {
    try withFixture("adder", architecture, configuration: configuration) { try $0.add(index, 1) }
  }

  /// Sessions that do not come about, each for another reason.
  static func fail() {
    let configuration = LibraryClient.Configuration(output: OutputCapture().destination)
    _ = try? withLibrary("libnothing.so.9", configuration: configuration) { _ = $0 }
    var wrong = configuration
    wrong.helperPath = "/bin/false"
    _ = try? withLibrary("libm.so.6", configuration: wrong) { _ = $0 }
    wrong.helperPath = nil
    wrong.workingDirectory = "/nowhere"
    _ = try? withLibrary("libm.so.6", configuration: wrong) { _ = $0 }
    _ = try? withFixture("exits_on_load", configuration: configuration) { _ = $0 }
  }
}
