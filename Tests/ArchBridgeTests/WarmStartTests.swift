import ArchBridge
import Glibc
import Testing

/// Clients whose helpers are forked from one that has loaded the library.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct WarmStartTests {
  @Test(arguments: Architecture.all)
  func `a client's helper is forked from the warm one`(_ architecture: Architecture) throws {
    try withWarm("surroundings", architecture) { warm in
      let parent: Int32 = try warm.use { try $0.parent_id() }
      #expect(warm.helper.isWarm)
      #expect(parent == warm.helper.processID)
    }
  }

  @Test(arguments: Architecture.all)
  func `the library is loaded once for all clients`(_ architecture: Architecture) throws {
    try withWarm("warm", architecture) { warm in
      for _ in 0..<3 {
        let (loading, own) = try warm.use { lib -> (Int32, Int32) in
          (try lib.loading_process(), try lib.own_process())
        }
        #expect(loading == warm.helper.processID)
        #expect(own != loading)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `each client has memory of its own`(_ architecture: Architecture) throws {
    try withWarm("warm", architecture) { warm in
      let first = try warm.client()
      let second = try warm.client()
      for _ in 0..<3 { let _: Int = try first.count_up() }
      let counts: (Int, Int) = (try first.count_up(), try second.count_up())
      #expect(counts == (4, 1))
    }
  }

  @Test(arguments: Architecture.all)
  func `what was prepared is there in each client`(_ architecture: Architecture) throws {
    let warm = try WarmHelper(
      Fixture.path("warm", architecture), configuration: .init(architecture: architecture)
    ) { lib in
      try lib.call("read_tables", as: Void.self)
    }
    for _ in 0..<2 {
      let state: String = try withLibrary(
        Fixture.path("warm", architecture), configuration: warm.configuration
      ) { try $0.table_state() }
      #expect(state == "read")
    }
  }

  @Test func `the client that prepared cannot be used any more`() throws {
    var kept: LibraryClient?
    let warm = try WarmHelper(Fixture.path("adder", .i386)) { kept = $0 }
    expect(.sessionClosed) { let _: Int? = try kept?.add(1, 2) }
    kept = nil
    #expect(warm.isWarm)
  }

  @Test func `an error in what is prepared is thrown`() throws {
    expect(.symbolNotFound, "nothing_like_it") {
      _ = try WarmHelper(Fixture.path("adder", .i386)) { lib in
        try lib.call("nothing_like_it", as: Void.self)
      }
    }
  }

  @Test func `handlers of the library's run at the fork`() throws {
    try withWarm("warm") { warm in
      let handled: [Int] = try (0..<2).map { _ in try warm.use { try $0.fork_handlers() } }
      #expect(handled == [12, 12])
    }
  }

  @Test(arguments: [LibraryClient.Configuration.ChannelKind.sharedMemory, .pipe])
  func `a warm client works over every channel`(
    _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withWarm("adder") { warm in
      var configuration = warm.helper.configuration
      configuration.channel = channel
      let sums: [Int] = try withLibrary(warm.library, configuration: configuration) { lib in
        try (0..<5).map { try lib.add($0, 1) }
      }
      #expect(sums == [1, 2, 3, 4, 5])
    }
  }

  @Test func `a subclass that passes its configuration on starts warm`() throws {
    try withWarm("adder") { warm in
      let adder = try Adder(warm.helper.configuration)
      #expect(try adder.sum(20, 22) == 42)
      #expect(try parentID(of: adder.helperProcessID) == warm.helper.processID)
    }
  }

  @Test func `a second library can be loaded into a warm client`() throws {
    try withWarm("adder") { warm in
      try warm.use { lib in
        try lib.load(Fixture.path("values", .i386))
        let sum: Int = try lib.add(1, 2)
        #expect(sum == 3)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `closures are called from a warm client's threads`(_ architecture: Architecture) throws {
    try withWarm("callbacks", architecture) { warm in
      try warm.use { lib in
        try lib.declare(
          "int apply_on_threads(int (*function)(int), int thread_count, int count);")
        let sum: Int = try lib.apply_on_threads(
          Callback { (value: Int32) -> Int32 in value * 2 }, 4, 3)
        #expect(sum == 60)
      }
    }
  }

  @Test func `a time limit ends a warm client alone`() throws {
    try withWarm("sleeper") { warm in
      var configuration = warm.helper.configuration
      configuration.timeout = .milliseconds(20)
      configuration.output = OutputCapture().destination
      try withLibrary(warm.library, configuration: configuration) { lib in
        expect(.timedOut, "sleep_forever") { let _: Int = try lib.sleep_forever() }
        #expect(!processExists(lib.helperProcessID))
      }
      let slept: Int = try warm.use { try $0.sleep_milliseconds(1) }
      #expect(slept == 1)
    }
  }

  @Test func `a pool's helpers are forked, and stay for the next jobs`() async throws {
    let warm = try WarmFixture("warm")
    let pool = try LibraryPool(
      warm.library, count: 2, configuration: warm.helper.configuration)
    let helpers = try await pool.map(0..<40) { lib, _ in lib.helperProcessID }
    let parents = try Set(helpers).map { try parentID(of: $0) }
    #expect(parents.count <= 2 && parents.allSatisfy { $0 == warm.helper.processID })
    pool.close()
  }

  @Test func `clients of one warm helper are made on many threads`() async throws {
    let warm = try WarmHelper(Fixture.path("adder", .i386))
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<32 {
        group.addTask {
          let configuration = warm.configuration
          return try await withLibrary(Fixture.path("adder", .i386), configuration: configuration) {
            try await $0.add(number, 1)
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 32 * 31 / 2 + 32)
  }
}

private final class Adder: LibraryClient, @unchecked Sendable {
  init(_ configuration: Configuration) throws(BridgeError) {
    try super.init(Fixture.path("adder", .i386), configuration: configuration)
    try declare("int add(int a, int b);")
  }

  func sum(_ a: Int, _ b: Int) throws(BridgeError) -> Int { try library.add(a, b) }
}
