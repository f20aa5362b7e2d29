import ArchBridge
import Glibc
import Logging
import Testing

/// Which clients a warm helper is for, and which libraries can be kept warm.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct WarmFitTests {
  typealias Configuration = LibraryClient.Configuration

  @Test func `a client of another configuration is refused, and told what differs`() throws {
    try withWarm("adder") { warm in
      let changes: [(String, (inout Configuration) -> Void)] = [
        ("architecture", { $0.architecture = .x86_64 }),
        ("searchPaths", { $0.searchPaths = ["/tmp"] }),
        ("findsDependenciesBesideLibrary", { $0.findsDependenciesBesideLibrary = true }),
        ("loadFlags", { $0.loadFlags = .global }),
        ("environment", { $0.environment = ["BRIDGE_COLOUR": "green"] }),
        ("workingDirectory", { $0.workingDirectory = "/tmp" }),
        ("helperPath", { $0.helperPath = "/nowhere/helper" }),
      ]
      for (name, change) in changes {
        var configuration = warm.helper.configuration
        change(&configuration)
        expect(.warmHelperMismatch, "libadder.so", "another `\(name)`") {
          _ = try LibraryClient(warm.library, configuration: configuration)
        }
      }
    }
  }

  @Test func `what is a client's own may differ`() throws {
    try withWarm("adder") { warm in
      var configuration = warm.helper.configuration
      configuration.textEncoding = .latin1
      configuration.textLimit = 10
      configuration.timeout = .seconds(60)
      configuration.closeTimeout = .seconds(1)
      configuration.channel = .pipe
      let parent = try withLibrary(warm.library, configuration: configuration) {
        try parentID(of: $0.helperProcessID)
      }
      #expect(parent == warm.helper.processID)
    }
  }

  @Test func `a client of another library is refused`() throws {
    try withWarm("adder") { warm in
      expect(.warmHelperMismatch, "libadder.so", "libvalues.so") {
        _ = try LibraryClient(
          Fixture.path("values", .i386), configuration: warm.helper.configuration)
      }
    }
  }

  @Test func `the library may be named otherwise`() throws {
    let warm = try WarmHelper(
      "adder", configuration: Configuration(searchPaths: [Fixture.folder(.i386)]))
    let parent = try withLibrary(
      Fixture.path("adder", .i386), configuration: warm.configuration
    ) { try parentID(of: $0.helperProcessID) }
    #expect(parent == warm.processID)
  }

  @Test func `a warm helper is refused like a client where there is no library`() {
    expect(.libraryNotFound) { _ = try WarmHelper("/nowhere/libnothing.so") }
    expect(.helperEnded, "exit status 7") {
      _ = try WarmHelper(Fixture.path("exits_on_load", .i386))
    }
  }

  // MARK: Threads

  @Test(arguments: Architecture.all)
  func `a library with threads of its own is started cold`(_ architecture: Architecture) throws {
    try withWarm("starts_thread", architecture) { warm in
      #expect(!warm.helper.isWarm)
      try warm.use { lib in
        let ticked: Int = try lib.wait_for_tick()
        #expect(ticked == 1)
        let keeper = try #require(try parentID(of: lib.helperProcessID))
        #expect(try parentID(of: keeper) == getpid())
      }
    }
  }

  @Test func `the log says that it is`() async {
    await #expect(processExitsWith: .success) {
      let capture = LogCapture()
      let labels = LogCapture.Lines()
      LoggingSystem.bootstrap { label in
        labels.append(label)
        return capture
      }
      try withWarm("starts_thread") { warm in
        for _ in 0..<2 { let _: Int = try warm.use { try $0.wait_for_tick() } }
      }
      try #require(labels.all == ["ArchBridge"])
      try #require(capture.lines.all.count == 1)
      let line = capture.lines.all[0]
      try #require(line.hasPrefix("warning: "))
      try #require(line.contains("libstarts_thread.so starts threads"))
    }
  }

  @Test func `the log says when a warm helper has ended`() async {
    await #expect(processExitsWith: .success) {
      let capture = LogCapture()
      LoggingSystem.bootstrap { _ in capture }
      try withWarm("adder") { warm in
        kill(try #require(warm.helper.processID), SIGKILL)
        for _ in 0..<2 { let _: Int = try warm.use { try $0.add(1, 2) } }
      }
      try #require(capture.lines.all.count == 1)
      try #require(capture.lines.all[0].contains("signal 9"))
    }
  }

  @Test(.systemLibraries, arguments: ["libz.so.1", "libm.so.6", "libsqlite3.so.0"])
  func `a library without threads is kept warm`(_ name: String) throws {
    let warm = try WarmHelper(name)
    #expect(warm.isWarm)
    let client = try LibraryClient(name, configuration: warm.configuration)
    #expect(try parentID(of: client.helperProcessID) == warm.processID)
    client.close()
  }
}
