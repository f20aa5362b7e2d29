import ArchBridge
import Foundation
import Testing

/// What a library that cannot be loaded says.
@Suite(.fixtures)
struct LoadErrorTests {
  private func load(
    _ name: String, _ architecture: Architecture,
    _ configuration: LibraryClient.Configuration = .init()
  ) throws {
    var configuration = configuration
    configuration.architecture = architecture
    try withLibrary(name, configuration: configuration) { _ = $0 }
  }

  @Test(arguments: Architecture.all)
  func `a path without a file is named`(_ architecture: Architecture) {
    expect(.libraryNotFound, "/nowhere/libnothing.so") {
      try load("/nowhere/libnothing.so", architecture)
    }
  }

  @Test(arguments: Architecture.all)
  func `a soname that no loader finds is named with what to do`(_ architecture: Architecture) {
    expect(.libraryNotFound, "libnothing.so.9", architecture.name, "search path") {
      try load("libnothing.so.9", architecture)
    }
  }

  @Test(arguments: Architecture.all)
  func `a short name that no folder has is named with the folders`(_ architecture: Architecture) {
    expect(.libraryNotFound, "libnothing.so", "/first", "/second") {
      try load("nothing", architecture, .init(searchPaths: ["/first", "/second"]))
    }
  }

  @Test(arguments: ["/tmp", "/dev/null", "/dev/zero"])
  func `what is no regular file is not opened`(_ path: String) {
    expect(.notASharedLibrary, path, "no regular file") { try load(path, .i386) }
  }

  @Test(arguments: Architecture.all)
  func `a later library's dependency beside it is named with what to do`(
    _ architecture: Architecture
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["needs_beside", "beside"] {
      try FileManager.default.copyItem(
        atPath: Fixture.path(name, architecture), toPath: "\(folder.path)/lib\(name).so")
    }
    try withLibrary(
      "libm.so.6",
      configuration: .init(architecture: architecture, findsDependenciesBesideLibrary: true)
    ) { lib in
      expect(.dependencyMissing, "libbeside.so", "give that folder as a search path") {
        try lib.load("\(folder.path)/libneeds_beside.so")
      }
    }
  }

  @Test(arguments: ["", "a\0b"])
  func `a name that is none is refused`(_ name: String) {
    expect(.libraryNotFound, "name") { try load(name, .i386) }
  }

  @Test func `a 64-bit library is refused by a 32-bit client, with the client that fits`() {
    expect(
      .wrongArchitecture, Fixture.path("adder", .x86_64), "64-bit", "i386 (32-bit)",
      "architecture: .x86_64"
    ) { try load(Fixture.path("adder", .x86_64), .i386) }
  }

  @Test func `a 32-bit library is refused by a 64-bit client, with the client that fits`() {
    expect(
      .wrongArchitecture, Fixture.path("adder", .i386), "32-bit", "x86_64 (64-bit)",
      "architecture: .i386"
    ) { try load(Fixture.path("adder", .i386), .x86_64) }
  }

  @Test func `a library of another architecture in the search folders is told of`() {
    expect(.wrongArchitecture, Fixture.path("adder", .x86_64), "architecture: .x86_64") {
      try load("adder", .i386, .init(searchPaths: [Fixture.folder(.x86_64)]))
    }
  }

  @Test func `a further library of another architecture is refused`() throws {
    try withFixture("adder") { lib in
      expect(.wrongArchitecture, "64-bit") { try lib.load(Fixture.path("shared_a", .x86_64)) }
    }
  }

  @Test(arguments: Architecture.all)
  func `a text is no library`(_ architecture: Architecture) {
    expect(.notASharedLibrary, "text.so", "not a shared library") {
      try load(Fixture.folder + "/text.so", architecture)
    }
  }

  @Test(arguments: Architecture.all)
  func `an empty file is no library`(_ architecture: Architecture) {
    expect(.notASharedLibrary, "empty.so", "not a shared library") {
      try load(Fixture.folder(architecture) + "/empty.so", architecture)
    }
  }

  @Test func `a folder is no library`() {
    expect(.notASharedLibrary, Fixture.folder) { try load(Fixture.folder, .i386) }
  }

  @Test func `a program is no library`() {
    expect(.notASharedLibrary, "/usr/bin/env", "a program") { try load("/usr/bin/env", .x86_64) }
  }

  @Test func `a device is no library, and is not waited for`() {
    expect(.notASharedLibrary, "/dev/zero") { try load("/dev/zero", .i386) }
  }

  @Test(arguments: Architecture.all)
  func `half a library is no library`(_ architecture: Architecture) throws {
    let whole = try Data(contentsOf: URL(filePath: Fixture.path("adder", architecture)))
    let half = try TemporaryFile(whole.prefix(whole.count / 2), name: "libhalf.so")
    expect(.notASharedLibrary, half.path) { try load(half.path, architecture) }
  }

  @Test(arguments: Architecture.all)
  func `a dependency that is nowhere is named`(_ architecture: Architecture) {
    expect(.dependencyMissing, "libmissing.so", "needs_missing", architecture.name) {
      try load(Fixture.path("needs_missing", architecture), architecture)
    }
  }

  @Test func `the error has the library's name`() {
    let error = #expect(throws: BridgeError.self) { try load("libnothing.so.9", .i386) }
    #expect(error?.library == "libnothing.so.9")
  }

  // MARK: Functions

  @Test(arguments: Architecture.all)
  func `a function that is not there is named with those near it`(
    _ architecture: Architecture
  ) throws {
    try withFixture("adder", architecture) { lib in
      expect(.symbolNotFound, "subtrackt", "did you mean subtract?") {
        let _: Int = try lib.subtrackt(1, 2)
      }
    }
  }

  @Test func `a declared function that is not there is named`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int no_such_function(void);")
      expect(.symbolNotFound, "no_such_function", "libadder.so") {
        let _: Int = try lib.no_such_function()
      }
    }
  }

  @Test func `the address of a function that is not there is an error`() throws {
    try withFixture("adder") { lib in
      expect(.symbolNotFound, "incremnt", "increment") { _ = try lib.incremnt.address() }
    }
  }

  @Test(arguments: Architecture.all)
  func `the session goes on after a function that is not there`(
    _ architecture: Architecture
  ) throws {
    let sum: Int = try withFixture("adder", architecture) { lib in
      let _: Int? = try? lib.no_such_function()
      return try lib.add(1, 2)
    }
    #expect(sum == 3)
  }
}
