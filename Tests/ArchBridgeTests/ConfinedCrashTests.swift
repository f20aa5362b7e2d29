import ArchBridge
import Testing

/// What is known of a confined helper that its library ended: as much as of any other.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct ConfinedCrashTests {
  typealias ChannelKind = LibraryClient.Configuration.ChannelKind

  private let functions = ["inner", "middle", "outer"]

  private func crash(_ lib: LibraryClient) throws {
    try lib.declare("int outer(int, double, const char *, const double *, int);")
    let _: Int = try lib.outer(1, 2.5, "abc", [1.0, 2.0], 2)
  }

  private func expectFrames(_ error: BridgeError?, sourceLocation: SourceLocation) throws {
    let crash = try #require(error?.crash, sourceLocation: sourceLocation)
    #expect(crash.frames.map(\.symbol) == functions, sourceLocation: sourceLocation)
    #expect(
      crash.frames.allSatisfy { $0.line != nil && $0.module?.hasSuffix("/libcrashes.so") == true },
      sourceLocation: sourceLocation)
    #expect(crash.codeText == "address not mapped", sourceLocation: sourceLocation)
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `a strictly confined helper tells every function on the way`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let error = thrown {
      try withFixture(
        "crashes", architecture, configuration: .init(channel: channel, confinement: .strict)
      ) { try crash($0) }
    }
    try expectFrames(error, sourceLocation: #_sourceLocation)
  }

  @Test(arguments: Architecture.all, [ChannelKind.sharedMemory, .pipe])
  func `so does one that starts warm`(
    _ architecture: Architecture, _ channel: ChannelKind
  ) throws {
    let library = Fixture.path("crashes", architecture)
    let warm = try WarmHelper(
      library,
      configuration: .init(architecture: architecture, channel: channel, confinement: .strict))
    defer { warm.close() }
    #expect(warm.isWarm)
    for _ in 0..<2 {
      let client = try LibraryClient(library, configuration: warm.configuration)
      defer { client.close() }
      let error = thrown { try crash(client) }
      try expectFrames(error, sourceLocation: #_sourceLocation)
    }
  }

  @Test(arguments: Architecture.all)
  func `the kernel's code and an overflowed stack are told there too`(
    _ architecture: Architecture
  ) throws {
    let library = Fixture.path("deaths", architecture)
    let warm = try WarmHelper(
      library, configuration: .init(architecture: architecture, confinement: .strict))
    defer { warm.close() }
    func crash(_ function: String) throws -> CrashReport {
      let client = try LibraryClient(library, configuration: warm.configuration)
      defer { client.close() }
      let error = thrown { let _: Int32 = try client.call(function) }
      return try #require(error?.crash)
    }
    let aborted = try crash("die_by_abort")
    #expect(aborted.frames.map(\.symbol).suffix(2) == ["abort", "die_by_abort"])
    #expect(aborted.signalName == "SIGABRT")
    let overflowed = try crash("die_by_recursion")
    #expect(overflowed.codeText == "stack overflow" && overflowed.frames.count == 64)
  }

  @Test(arguments: Architecture.all)
  func `a library that has taken every descriptor is told of as well`(
    _ architecture: Architecture
  ) throws {
    let error = thrown {
      try withFixture(
        "crashes", architecture,
        configuration: .init(confinement: .strict, limits: .init(openFileCount: 12))
      ) { lib in
        for _ in 0..<20 { let _: Int32 = try lib.dup(0) }
        try crash(lib)
      }
    }
    try expectFrames(error, sourceLocation: #_sourceLocation)
  }
}
