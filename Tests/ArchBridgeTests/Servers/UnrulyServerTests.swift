import ArchBridge
import ArchBridgeHelper
import ArchBridgeWire
import Foundation
import Testing

/// Servers that cannot start, or do what no server should.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct UnrulyServerTests {
  private let output = OutputCapture()

  private func client(
    _ way: String, _ architecture: Architecture = .i386, library: String = ""
  ) throws -> LibraryClient {
    try LibraryClient(
      server: .unrulyServer, arguments: ["way": way, "library": library],
      configuration: .init(architecture: architecture, output: output.destination))
  }

  private func start(_ path: String, _ architecture: Architecture = .i386) throws {
    _ = try LibraryClient(
      server: ServerProgram(path: path),
      configuration: .init(architecture: architecture, output: output.destination))
  }

  /// The server's program as a file.
  private func file(_ architecture: Architecture) throws -> TemporaryFile {
    let client = try client("goes", architecture)
    let program = try Data(contentsOf: URL(filePath: "/proc/\(client.helperProcessID)/exe"))
    client.close()
    return try TemporaryFile(program, name: "unruly_server", permissions: 0o755)
  }

  // MARK: Starting

  @Test(arguments: Architecture.all)
  func `what a server throws when it starts has its name and message`(
    _ architecture: Architecture
  ) {
    let error = thrown { _ = try client("throws", architecture) }
    #expect(error?.code == .serverError && error?.serverErrorName == "NoDevice")
    #expect(error?.description.contains("nothing answers at /dev/ttyS9") == true)
  }

  @Test(arguments: Architecture.all)
  func `a library that is not there is named, with the loader's words`(
    _ architecture: Architecture
  ) {
    expect(.serverError, "libnowhere.so.7", "No such file or directory") {
      _ = try client("loads", architecture)
    }
  }

  @Test func `a library of the other architecture is named, with the loader's words`() {
    let library = Fixture.path("adder", .x86_64)
    expect(.serverError, library, "wrong ELF class") {
      _ = try client("loads another", library: library)
    }
  }

  @Test func `a server that registers nothing is told what to do`() {
    expect(.serverError, "registered nothing", "register") {
      _ = try client("registers nothing")
    }
  }

  @Test func `a name that is taken is refused`() {
    expect(.serverError, "'goes' is registered twice") { _ = try client("registers twice") }
  }

  @Test func `an argument that is not given is named`() {
    expect(.serverError, "needs the argument 'way', which is not given; given is none") {
      _ = try LibraryClient(server: .unrulyServer)
    }
    expect(.serverError, "needs the argument 'way'", "given is 'wya'") {
      _ = try LibraryClient(server: .unrulyServer, arguments: ["wya": "goes"])
    }
  }

  @Test func `an argument that the server does not ask for is named`() {
    expect(
      .serverError, "does not ask for the argument 'libary'", "it asks for 'way', 'library'"
    ) {
      _ = try LibraryClient(
        server: .unrulyServer, arguments: ["way": "goes", "libary": "libm.so.6"])
    }
  }

  @Test func `an argument of another type is named`() {
    expect(.serverError, "'way' is no String") {
      _ = try LibraryClient(server: .unrulyServer, arguments: ["way": 1])
    }
  }

  @Test func `a server that exits when it starts is told with its status`() {
    expect(.helperEnded, "UnrulyServer", "exit status 3") { _ = try client("exits") }
  }

  @Test func `a server that aborts when it starts is told with its signal`() {
    expect(.helperEnded, "UnrulyServer", "signal 6") { _ = try client("aborts") }
  }

  @Test(arguments: Architecture.all)
  func `a server that traps when it starts is told with its signal`(_ architecture: Architecture) {
    expect(.helperEnded, "UnrulyServer", "signal 4") { _ = try client("traps", architecture) }
  }

  // MARK: Programs

  @Test func `a server is a file`() throws {
    let file = try file(.i386)
    let client = try LibraryClient(
      server: ServerProgram(path: file.path), arguments: ["way": "goes"])
    let goes: Bool = try client.server.goes()
    #expect(goes)
    client.close()
  }

  @Test(arguments: [(Architecture.i386, Architecture.x86_64), (.x86_64, .i386)])
  func `a server for another architecture is told so`(
    _ built: Architecture, _ wanted: Architecture
  ) throws {
    let file = try file(built)
    expect(.helperIncompatible, "unruly_server", "another architecture", wanted.name) {
      try start(file.path, wanted)
    }
  }

  @Test func `a server that is not there is named`() {
    expect(.helperNotFound, "the server is /nowhere/my_server32", "not there") {
      try start("/nowhere/my_server32")
    }
  }

  @Test func `a program that ends at once is no server`() {
    expect(.helperNotStarted, "/bin/true", "exit status 0") { try start("/bin/true") }
  }

  @Test func `a helper without a server is told so`() throws {
    let image = try #require(HelperImage.named("i386"))
    let file = try TemporaryFile(Data(image.bytes), name: "helper", permissions: 0o755)
    expect(.helperIncompatible, "without a server", "build-server") { try start(file.path) }
  }

  @Test func `a server of another version is told so`() throws {
    let welcome = WelcomeMessage(
      oldestVersion: 7, newestVersion: 9, version: 0, machine: 3, pointerByteCount: 4)
    let bytes = welcome.envelope(version: 0, sequence: 1).encoded
    let script =
      "#!/bin/sh\nprintf '\(bytes.map { "\\" + String($0, radix: 8) }.joined())' >&4; exec cat <&3\n"
    let file = try TemporaryFile(Data(script.utf8), name: "old_server32", permissions: 0o755)
    expect(.helperIncompatible, "old_server32", "protocol 7 to 9", "from one version of ArchBridge")
    {
      try start(file.path)
    }
  }

  // MARK: Output

  @Test(arguments: Architecture.all)
  func `what a server prints is output, and spoils no reply`(
    _ architecture: Architecture
  ) throws {
    let client = try client("prints", architecture)
    for number in 1...50 {
      try client.server.say("line \(number)")
      let goes: Bool = try client.server.goes()
      #expect(goes)
    }
    client.close()
    let lines = ["the server starts"] + (1...50).map { "line \($0)" }
    #expect(output.output == lines.map { $0 + "\n" }.joined())
  }

  @Test func `what a server writes to standard error is output`() throws {
    let client = try client("goes")
    let count: Int64 = try client.server.write(text: "careful\n", descriptor: 2)
    client.close()
    #expect(count == 8 && output.error == "careful\n")
  }

  @Test func `what a server printed before it failed is with the error`() throws {
    let client = try client("goes")
    try client.server.say("last words")
    expect(.helperEnded, "exit status 4") { try client.server.exit(4 as Int32) }
    client.close()
    #expect(output.output == "last words\n")
  }

  // MARK: Replies

  @Test func `a reply that cannot be carried is an error, and the server goes on`() throws {
    let client = try client("goes")
    expect(.tooLarge, "carry", "no memory left") {
      let _: [UInt8] = try client.server.carry(1 << 30)
    }
    let goes: Bool = try client.server.goes()
    #expect(goes)
    client.close()
  }
}
