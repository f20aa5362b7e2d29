import ArchBridge
import Dispatch
import Glibc
import Testing

/// What a library has started ends with its session, whatever ends that.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct OrphanTests {
  private let quiet = LibraryClient.Configuration(output: OutputCapture().destination)

  private func family<Value>(
    _ architecture: Architecture = .i386, _ configuration: LibraryClient.Configuration? = nil,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("family", architecture, configuration: configuration ?? quiet, body)
  }

  // MARK: Its end

  @Test(arguments: Architecture.all)
  func `nothing is left when a session has been closed`(_ architecture: Architecture) throws {
    let processes = try family(architecture) { try Family.start(in: $0) }
    #expect(Family.hasNoneLeft(processes))
  }

  @Test func `nothing is left over pipes either`() throws {
    var configuration = quiet
    configuration.channel = .pipe
    let processes = try family(.i386, configuration) { try Family.start(in: $0) }
    #expect(Family.hasNoneLeft(processes))
  }

  @Test(arguments: [SIGSEGV, SIGKILL, SIGTERM])
  func `nothing is left of a helper that is killed`(_ signal: Int32) throws {
    try family { lib in
      let processes = try Family.start(in: lib)
      kill(lib.helperProcessID, signal)
      let error = thrown { let _: Int = try lib.own_group() }
      #expect(error?.exitStatus == .signalled(signal))
      #expect(Family.hasNoneLeft(processes))
    }
  }

  @Test func `nothing is left when the time is up`() throws {
    var configuration = quiet
    configuration.timeout = .milliseconds(300)
    try family(.i386, configuration) { lib in
      let processes = try Family.start(in: lib)
      expect(.timedOut) { let _: Int = try lib.wait_long() }
      #expect(Family.hasNoneLeft(processes))
    }
  }

  @Test func `nothing is left when a call is cut short`() throws {
    try family { lib in
      let processes = try Family.start(in: lib)
      DispatchQueue.global().async {
        usleep(50_000)
        lib.close()
      }
      expect(.sessionClosed) { let _: Int = try lib.wait_long() }
      #expect(try Family.end(of: processes) != nil)
    }
  }

  @Test func `nothing is left of a helper whose library forgets its parent`() throws {
    try family { lib in
      let processes = try Family.start(in: lib)
      let result: Int = try lib.forget_parent()
      lib.close()
      #expect(result == 0 && Family.hasNoneLeft(processes))
    }
  }

  @Test func `nothing is left where the keeper has been stopped`() throws {
    var configuration = quiet
    configuration.timeout = .milliseconds(300)
    try family(.i386, configuration) { lib in
      let processes = try Family.start(in: lib)
      kill(try #require(try parentID(of: lib.helperProcessID)), SIGSTOP)
      expect(.timedOut) { let _: Int = try lib.wait_long() }
      #expect(Family.hasNoneLeft(processes))
    }
  }

  @Test func `a deep tree is ended down to its last leaf`() throws {
    let leaf = try family { lib -> Int32 in
      let leaf: Int32 = try lib.start_tree(40)
      #expect(try !hasEnded(leaf))
      return leaf
    }
    #expect(!processExists(leaf))
  }

  @Test func `processes that replace one another are caught`() throws {
    let started = ContinuousClock.now
    try family { lib in let _: Int = try lib.start_relay() }
    #expect(ContinuousClock.now - started < .seconds(2))
  }

  @Test func `a process that ends meanwhile is no zombie`() throws {
    try family { lib in
      let processes = try Family.start(in: lib)
      let keeper = try #require(try parentID(of: lib.helperProcessID))
      let orphan = try #require(
        try processes.first { try parentID(of: $0) == keeper && $0 != lib.helperProcessID })
      kill(orphan, SIGKILL)
      let start = ContinuousClock.now
      while processExists(orphan), ContinuousClock.now - start < .seconds(2) { usleep(200) }
      #expect(!processExists(orphan))
      let group: Int32 = try lib.own_group()
      #expect(group == lib.helperProcessID)
    }
  }

  @Test(arguments: LibraryClient.Configuration.ChannelKind.all, [nil, SIGKILL])
  func `a keeper is removed when it has said that all has ended`(
    _ channel: LibraryClient.Configuration.ChannelKind, _ signal: Int32?
  ) throws {
    var configuration = quiet
    configuration.channel = channel
    let keeper = try family(.i386, configuration) { lib in
      let keeper = try #require(try parentID(of: lib.helperProcessID))
      if let signal {
        kill(lib.helperProcessID, signal)
        #expect(thrown { let _: Int = try lib.own_group() }?.exitStatus == .signalled(signal))
      }
      return keeper
    }
    let start = ContinuousClock.now
    while processExists(keeper), ContinuousClock.now - start < .seconds(10) { usleep(200) }
    #expect(!processExists(keeper))
  }

  // MARK: What a library does to others

  @Test(arguments: [SIGTERM, SIGKILL, SIGINT])
  func `a signal to its own group hits the helper alone`(_ signal: Int32) throws {
    try family { lib in
      let processes = try Family.start(in: lib)
      let error = thrown { let _: Int = try lib.end_own_group(signal) }
      #expect(error?.exitStatus == .signalled(signal))
      #expect(Family.hasNoneLeft(processes))
    }
  }

  @Test func `a library that asks for a session of its own goes on without`() throws {
    let processes = try family { lib in
      let processes = try Family.start(in: lib)
      let session: Int = try lib.own_session()
      #expect(session == -1)
      return processes
    }
    #expect(Family.hasNoneLeft(processes))
  }

  @Test(arguments: [SIGTERM, SIGKILL])
  func `a library that ends its parent ends its helper`(_ signal: Int32) throws {
    try family { lib in
      let helper = lib.helperProcessID
      let error = thrown {
        let _: Int = try lib.end_parent(signal)
        let _: Int = try lib.wait_long()
      }
      let end = try Family.end(of: [helper])
      #expect(error?.exitStatus == .signalled(SIGKILL) && end != nil)
    }
  }

  @Test(arguments: LibraryClient.Configuration.ChannelKind.all, Architecture.all)
  func `a library that becomes a daemon has ended its helper`(
    _ channel: LibraryClient.Configuration.ChannelKind, _ architecture: Architecture
  ) throws {
    var configuration = quiet
    configuration.channel = channel
    for _ in 0..<5 {
      try family(architecture, configuration) { lib in
        let error = thrown { let _: Int = try lib.become_daemon() }
        #expect(error?.code == .helperEnded && error?.exitStatus == .exited(0))
      }
    }
  }

  @Test(arguments: LibraryClient.Configuration.ChannelKind.all, Architecture.all)
  func `a child that returns from a call answers nothing`(
    _ channel: LibraryClient.Configuration.ChannelKind, _ architecture: Architecture
  ) throws {
    var configuration = quiet
    configuration.channel = channel
    try family(architecture, configuration) { lib in
      for _ in 0..<20 {
        let result: Int = try lib.return_twice()
        #expect(result == 0)
      }
      let group: Int32 = try lib.own_group()
      #expect(group == lib.helperProcessID)
    }
  }

  // MARK: Warm starts

  @Test(arguments: Architecture.all)
  func `nothing is left of a warm client`(_ architecture: Architecture) throws {
    try withWarm("family", architecture) { warm in
      let other = try warm.client()
      let others = try Family.start(in: other)
      let processes = try warm.use { try Family.start(in: $0) }
      #expect(try Family.end(of: processes) != nil)
      #expect(try others.allSatisfy { try !hasEnded($0) })
      other.close()
      #expect(try Family.end(of: others) != nil)
    }
  }

  @Test func `nothing is left of a warm client that is killed`() throws {
    try withWarm("family") { warm in
      try warm.use { lib in
        let processes = try Family.start(in: lib)
        kill(lib.helperProcessID, SIGKILL)
        expect(.helperEnded, "Killed") { let _: Int = try lib.own_group() }
        #expect(try Family.end(of: processes) != nil)
      }
    }
  }

  @Test func `what a library starts while it is warmed up ends with the warm helper`() throws {
    let library = Fixture.path("family", .i386)
    var processes: [Int32] = []
    let warm = try WarmHelper(library) { processes = try Family.start(in: $0) }
    for _ in 0..<3 {
      let group: Int32 = try withLibrary(library, configuration: warm.configuration) {
        try $0.own_group()
      }
      #expect(group > 0)
    }
    #expect(try processes.allSatisfy { try !hasEnded($0) })
    warm.close()
    #expect(Family.hasNoneLeft(processes))
  }

  @Test func `a warm client ends its own group alone`() throws {
    try withWarm("family") { warm in
      let other = try warm.client()
      let error = thrown { let _: Int = try warm.use { try $0.end_own_group(SIGTERM) } }
      #expect(error?.exitStatus == .signalled(SIGTERM))
      let group: Int32 = try other.own_group()
      #expect(group == other.helperProcessID)
      other.close()
    }
  }
}

extension LibraryClient.Configuration.ChannelKind {
  static let all: [Self] = [.sharedMemory, .pipe]
}
