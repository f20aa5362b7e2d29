import ArchBridge
import Foundation
import Testing

/// `archbridge build-server`.
struct BuildServerTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "archbridge-server-\(UUID())")

  private static let server = """
    import ArchBridgeServer

    /// Not a second one: class Other: LibraryServer
    final class MyServer: LibraryServer {
      required init(_ arguments: ServerArguments) throws(ServerError) {
        try super.init(library: "libm.so.6", arguments)
        register("add", parameters: ["a", "b"]) { (a: Int32, b: Int32) in a &+ b }
      }
    }
    """

  private func withSources(
    _ sources: [String: String], _ body: (_ path: (String) -> String) throws -> Void
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in sources {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body { folder.appending(path: $0).path }
  }

  @Test func `makes an executable of a source`() throws {
    try withSources(["MyServer.swift": Self.server]) { path in
      let run = Tool("build-server", path("MyServer.swift"), "-o", path("my_server"))
      #expect(run.exitCode == 0 && run.error.isEmpty, "\(run.error)")
      let client = try LibraryClient(server: ServerProgram(path: path("my_server")))
      let sum: Int32 = try client.server.add(1, 2)
      #expect(sum == 3)
      client.close()
    }
  }

  @Test func `a file of any name or folder, and a class in a nested comment, are no matter`() throws
  {
    let nested = "/* /* class A: LibraryServer */ class B: LibraryServer */\n" + Self.server
    try withSources(["Generated.swift": nested, "other \"one\"\n#.swift": "let other = 1"]) {
      path in
      let run = Tool(
        "build-server", path("Generated.swift"), path("other \"one\"\n#.swift"), "-o",
        path("my_server"))
      #expect(run.exitCode == 0, "\(run.error)")
    }
  }

  @Test func `a source that is no UTF-8 is named`() throws {
    try withSources([:]) { path in
      try Data(Self.server.utf8 + [0xFF]).write(to: URL(filePath: path("Latin.swift")))
      let run = Tool("build-server", path("Latin.swift"), "-o", path("my_server"))
      #expect(run.error == "error: \(path("Latin.swift")) is no text in UTF-8; save it as such\n")
    }
  }

  @Test func `a result that cannot cross is an error, and not left out`() throws {
    let wrong = Self.server.replacing("a &+ b }", with: "(a, b) }")
    try withSources(["MyServer.swift": wrong]) { path in
      let run = Tool("build-server", path("MyServer.swift"), "-o", path("my_server"))
      #expect(run.exitCode == 1)
      #expect(run.error.hasPrefix("\(path("MyServer.swift")):7:"), "\(run.error)")
      #expect(run.error.contains("what a function gives has to cross"))
    }
  }

  @Test func `an error of the compiler points into the user's file`() throws {
    let wrong = Self.server.replacing("a &+ b }", with: "a &+ missing }")
    try withSources(["MyServer.swift": wrong]) { path in
      let run = Tool("build-server", path("MyServer.swift"), "-o", path("my_server"))
      #expect(run.exitCode == 1)
      #expect(
        run.error.hasPrefix(
          "\(path("MyServer.swift")):7:76: error: cannot find 'missing' in scope"),
        "\(run.error)")
      #expect(run.error.hasSuffix("error: compiling the server MyServer for i386 failed\n"))
      #expect(!FileManager.default.fileExists(atPath: path("my_server")))
    }
  }

  @Test func `sources without a server say what to write`() throws {
    try withSources(["None.swift": "let x = 3 // class A: LibraryServer"]) { path in
      let run = Tool("build-server", path("None.swift"), "-o", path("my_server"))
      #expect(run.exitCode == 1)
      #expect(
        run.error == "error: no class in None.swift is a LibraryServer: write "
          + "`final class MyServer: LibraryServer`\n")
    }
  }

  @Test func `two servers are named`() throws {
    let other = Self.server.replacing("MyServer", with: "YourServer")
    try withSources(["A.swift": Self.server, "B.swift": other]) { path in
      let run = Tool("build-server", path("A.swift"), path("B.swift"), "-o", path("my_server"))
      #expect(run.exitCode == 1)
      #expect(
        run.error == "error: MyServer (A.swift:4) and YourServer (B.swift:4) are each a "
          + "LibraryServer; one program has one server\n")
    }
  }

  @Test func `sources and outputs that cannot be are named`() throws {
    try withSources(["MyServer.swift": Self.server]) { path in
      for (arguments, message) in [
        ([path("Gone.swift"), "-o", path("out")], "\(path("Gone.swift")) is not there"),
        ([folder.path, "-o", path("out")], "\(folder.path) is no Swift source; name the files"),
        (
          [path("MyServer.swift"), "-o", path("out"), "--archbridge", folder.path],
          "\(folder.path) is no checkout of ArchBridge"
        ),
      ] {
        let run = Tool(["build-server"] + arguments)
        #expect(run.exitCode == 1 && run.error.hasPrefix("error: \(message)"), "\(run.error)")
      }
    }
  }

  @Test func `a tool outside of a checkout, or without a toolchain, says what is missing`() throws {
    try withSources(["MyServer.swift": Self.server]) { path in
      let copy = path("archbridge")
      try FileManager.default.copyItem(atPath: Program.url("archbridge").path, toPath: copy)
      let outside = try CommandLineRun(
        "\(copy) build-server \(path("MyServer.swift")) -o \(path("out"))")
      #expect(outside.exitCode == 1 && outside.error.contains("with --archbridge"))
      let bare = try CommandLineRun(
        "PATH=/nowhere \(Program.url("archbridge").path) build-server \(path("MyServer.swift")) "
          + "-o \(path("out"))")
      #expect(bare.exitCode == 1 && bare.error.contains("no swiftc is in PATH"))
    }
  }
}
