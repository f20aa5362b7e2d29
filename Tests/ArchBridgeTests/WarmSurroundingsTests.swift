import ArchBridge
import Glibc
import Testing

/// What a library finds around it in a helper that was forked.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct WarmSurroundingsTests {
  @Test(arguments: Architecture.all)
  func `no descriptor is there but the standard ones and the channel`(
    _ architecture: Architecture
  ) throws {
    let leak = open("/dev/null", O_RDONLY)
    defer { close(leak) }
    try withWarm("surroundings", architecture) { warm in
      let others = [try warm.client(output: OutputCapture().destination), try warm.client()]
      for output in [LibraryOutput.passThrough, OutputCapture().destination] {
        let open: UInt32 = try warm.use(output: output) { try $0.open_descriptors() }
        #expect(String(open, radix: 2) == "11111111")
      }
      for other in others { other.close() }
    }
  }

  @Test func `over pipes they are the same`() throws {
    try withWarm("surroundings") { warm in
      var configuration = warm.helper.configuration
      configuration.channel = .pipe
      let open: UInt32 = try withLibrary(warm.library, configuration: configuration) {
        try $0.open_descriptors()
      }
      #expect(String(open, radix: 2) == "11111111")
    }
  }

  @Test func `the warm helper keeps no descriptor of its clients`() throws {
    try withWarm("surroundings") { warm in
      let process = try #require(warm.helper.processID)
      let before = descriptors(of: process)
      let client = try warm.client(output: OutputCapture().destination)
      let _: Int32 = try client.process_id()
      // It gives them up as soon as it has answered: the next answer comes after that.
      let after = try warm.use { _ in descriptors(of: process) }
      #expect(before.isSubset(of: ["0", "1", "2", "3", "4", "5", "6", "7"]))
      #expect(after.subtracting(before).count <= 7)
      client.close()
      #expect(descriptors(of: process) == before)
    }
  }

  @Test func `a descriptor of the library's own stays open`() throws {
    try withWarm("warm") { warm in
      let isOpen: Int = try warm.use { try $0.own_descriptor_is_open() }
      #expect(isOpen == 1)
    }
  }

  @Test(arguments: Architecture.all)
  func `no signal is blocked or ignored`(_ architecture: Architecture) throws {
    try withWarm("surroundings", architecture) { warm in
      let count: Int = try warm.use { try $0.blocked_signals() }
      #expect(count == 0)
    }
  }

  @Test func `environment and working directory are the warm helper's`() throws {
    let library = Fixture.path("surroundings", .i386)
    let warm = try WarmHelper(
      library,
      configuration: .init(environment: ["BRIDGE_COLOUR": "green"], workingDirectory: "/usr/share"))
    try withLibrary(library, configuration: warm.configuration) { lib in
      let colour: String = try lib.library.variable("BRIDGE_COLOUR")
      let folder: String = try lib.working_directory()
      #expect((colour, folder) == ("green", "/usr/share"))
    }
  }

  // MARK: Output

  @Test(arguments: Architecture.all)
  func `what is printed at load is printed once, and where the warm helper prints`(
    _ architecture: Architecture
  ) throws {
    let (own, first, second) = (OutputCapture(), OutputCapture(), OutputCapture())
    let warm = try WarmFixture("warm", architecture, output: own.destination)
    for capture in [first, second] {
      let _: Int = try warm.use(output: capture.destination) { try $0.count_up() }
    }
    warm.helper.close()
    #expect([own.output, first.output, second.output] == ["loaded;", "", ""])
  }

  @Test(arguments: Architecture.all)
  func `each client's output arrives where it says`(_ architecture: Architecture) throws {
    try withWarm("printer", architecture) { warm in
      let captures = [OutputCapture(), OutputCapture()]
      let clients = try captures.map { try warm.client(output: $0.destination) }
      for (index, client) in clients.enumerated() {
        let _: Int = try client.print_part("client \(index)")
        let _: Int = try client.print_error("error \(index)")
      }
      for client in clients { client.close() }
      #expect(captures.map(\.output) == ["client 0", "client 1"])
      #expect(captures.map(\.error) == ["error 0\n", "error 1\n"])
    }
  }

  @Test(arguments: Architecture.all)
  func `clean-up runs in each client`(_ architecture: Architecture) throws {
    try withWarm("cleanup", architecture) { warm in
      for _ in 0..<2 {
        let capture = OutputCapture()
        try warm.use(output: capture.destination) { _ in }
        #expect(capture.output == "cleaned up\n")
      }
    }
  }

  private func descriptors(of process: Int32) -> Set<String> {
    var names: Set<String> = []
    for number in 0..<64 where Fixture.exists("/proc/\(process)/fd/\(number)") {
      names.insert("\(number)")
    }
    return names
  }
}
