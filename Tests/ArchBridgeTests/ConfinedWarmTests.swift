import ArchBridge
import Glibc
import Testing

/// Clients whose helpers are forked from one that is confined.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct ConfinedWarmTests {
  private func withWarm(
    _ architecture: Architecture, _ configuration: LibraryClient.Configuration,
    _ body: (WarmHelper, String) throws -> Void
  ) throws {
    var configuration = configuration
    configuration.architecture = architecture
    let library = Fixture.path("escape", architecture)
    let warm = try WarmHelper(library, configuration: configuration)
    defer { warm.close() }
    #expect(warm.isWarm)
    try body(warm, library)
  }

  @Test(arguments: Architecture.all)
  func `a session that starts warm is confined as one that starts cold`(
    _ architecture: Architecture
  ) throws {
    let limits = LibraryClient.Configuration.Limits(openFileCount: 20)
    let configuration = LibraryClient.Configuration(confinement: .strict, limits: limits)
    try withWarm(architecture, configuration) { warm, path in
      let library = try LibraryClient(path, configuration: warm.configuration)
      defer { library.close() }
      var expected = ConfinementTests.expected(3)
      expected["own_limits"] = EPERM
      let found = try EscapeFixture().attempts(library)
      #expect(found.filter { $0.value != expected[$0.key] } == [:])
      #expect(found.count == expected.count)
      #expect(library.refusals.contains { $0.systemCall.hasPrefix("socket") })
    }
  }

  @Test func `a session cannot reach its siblings`() throws {
    try withWarm(.i386, .init(confinement: .noNetwork)) { warm, path in
      let library = try LibraryClient(path, configuration: warm.configuration)
      let sibling = try LibraryClient(path, configuration: warm.configuration)
      defer { library.close() }
      defer { sibling.close() }
      try library.declare(EscapeFixture.declarations)
      for process in [sibling.helperProcessID, try #require(warm.processID)] {
        try library.set_targets("/tmp", process, 1) as Void
        for name in ["other_signal", "other_memory", "other_trace"] {
          let code: Int32 = try library.attempt(name)
          #expect(code == EPERM)
        }
      }
    }
  }

  @Test func `a client that is confined otherwise does not fit`() throws {
    try withWarm(.i386, .init(confinement: .noNetwork)) { warm, path in
      var configuration = warm.configuration
      configuration.confinement = .none
      expect(.warmHelperMismatch, "confinement") {
        _ = try LibraryClient(path, configuration: configuration)
      }
      configuration = warm.configuration
      configuration.limits.processorSeconds = 5
      expect(.warmHelperMismatch, "limits") {
        _ = try LibraryClient(path, configuration: configuration)
      }
    }
  }
}
