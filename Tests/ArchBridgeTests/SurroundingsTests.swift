import ArchBridge
import Foundation
import Glibc
import Testing

/// What a library finds around it in its helper.
@Suite(.fixtures)
struct SurroundingsTests {
  private func ask<Result: LibraryResult>(
    _ function: String, _ argument: String? = nil, _ architecture: Architecture,
    _ configuration: LibraryClient.Configuration = .init()
  ) throws -> Result {
    try withFixture("surroundings", architecture, configuration: configuration) { lib in
      if let argument { try lib.call(function, argument) } else { try lib.call(function) }
    }
  }

  @Test(arguments: Architecture.all)
  func `the helper is of the library's architecture`(_ architecture: Architecture) throws {
    let bitCount: Int = try ask("pointer_bits", nil, architecture)
    #expect(bitCount == architecture.elfBitCount)
  }

  @Test(arguments: Architecture.all)
  func `variables are added to the environment`(_ architecture: Architecture) throws {
    let value: String? = try ask(
      "variable", "BRIDGE_COLOUR", architecture, .init(environment: ["BRIDGE_COLOUR": "grün=1"]))
    #expect(value == "grün=1")
  }

  @Test func `the program's own environment is inherited`() throws {
    let path: String? = try ask("variable", "PATH", .i386)
    #expect(path == getenv("PATH").map { String(cString: $0) })
  }

  @Test func `a variable takes the place of the program's own`() throws {
    let path: String? = try ask("variable", "PATH", .i386, .init(environment: ["PATH": "/mine"]))
    #expect(path == "/mine")
  }

  @Test func `search folders come before the program's own`() throws {
    let path: String? = try ask(
      "variable", "LD_LIBRARY_PATH", .i386,
      .init(searchPaths: ["/first"], environment: ["LD_LIBRARY_PATH": "/second"]))
    #expect(path == "/first:/second")
  }

  @Test(arguments: ["", "A=B"])
  func `a name that no variable can have is refused`(_ name: String) throws {
    expect(.helperNotStarted, "'\(name)'", "environment variable") {
      let _: Int = try ask("pointer_bits", nil, .i386, .init(environment: [name: "1"]))
    }
  }

  @Test(arguments: Architecture.all)
  func `the working directory is the one that is asked for`(_ architecture: Architecture) throws {
    let folder: String = try ask(
      "working_directory", nil, architecture, .init(workingDirectory: "/usr/share"))
    #expect(folder == "/usr/share")
  }

  @Test func `the working directory is the program's own otherwise`() throws {
    let folder: String = try ask("working_directory", nil, .i386)
    #expect(folder == FileManager.default.currentDirectoryPath)
  }

  @Test func `a relative library is found from the program's working directory`() throws {
    let own = FileManager.default.currentDirectoryPath.split(separator: "/").count
    let relative =
      String(repeating: "../", count: own) + Fixture.path("surroundings", .i386).dropFirst()
    let folder: String = try withLibrary(
      relative, configuration: .init(workingDirectory: "/usr/share")
    ) { try $0.working_directory() }
    #expect(folder == "/usr/share")
  }

  @Test func `a working directory that is not there is named`() throws {
    expect(.helperNotStarted, "/nowhere", "working directory") {
      let _: Int = try ask("pointer_bits", nil, .i386, .init(workingDirectory: "/nowhere"))
    }
  }

  @Test(arguments: Architecture.all)
  func `standard input is at its end`(_ architecture: Architecture) throws {
    let isAtEnd: Int = try ask("input_is_at_end", nil, architecture)
    #expect(isAtEnd == 1)
  }

  @Test(arguments: Architecture.all)
  func `no descriptor is inherited but the standard ones and the channel`(
    _ architecture: Architecture
  ) throws {
    // One that every other child of this program would inherit.
    let leak = open("/dev/null", O_RDONLY)
    defer { close(leak) }
    let descriptors: UInt32 = try ask("open_descriptors", nil, architecture)
    #expect(String(descriptors, radix: 2) == "11111111")
  }

  @Test func `no descriptor of another session is inherited`() throws {
    let descriptors: UInt32 = try withFixture("surroundings") { _ in
      try ask("open_descriptors", nil, .i386, .init(output: OutputCapture().destination))
    }
    #expect(String(descriptors, radix: 2) == "11111111")
  }

  @Test(arguments: Architecture.all)
  func `no signal is blocked or ignored`(_ architecture: Architecture) throws {
    let count: Int = try ask("blocked_signals", nil, architecture)
    #expect(count == 0)
  }

  @Test(arguments: Architecture.all)
  func `floating-point numbers are rounded as C expects`(_ architecture: Architecture) throws {
    let roundsToNearest: Int = try ask("rounds_to_nearest", nil, architecture)
    #expect(roundsToNearest == 1)
  }

  @Test(arguments: Architecture.all)
  func `the helper is a grandchild of this program`(_ architecture: Architecture) throws {
    try withFixture("surroundings", architecture) { lib in
      let keeper: Int32 = try lib.parent_id()
      #expect(try parentID(of: keeper) == getpid())
      let own: Int32 = try lib.process_id()
      #expect(own == lib.helperProcessID)
    }
  }

  @Test func `the helper's keeper holds one descriptor, which the helper does not have`() throws {
    try withFixture("surroundings") { lib in
      let keeper: Int32 = try lib.parent_id()
      #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/\(keeper)/fd") == ["8"])
      let kept = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(keeper)/fd/8")
      #expect(kept == "anon_inode:[eventfd]")
      let helper = "/proc/\(lib.helperProcessID)/fd"
      for name in try FileManager.default.contentsOfDirectory(atPath: helper) {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(helper)/\(name)")
        #expect(own != kept)
      }
    }
  }
}
