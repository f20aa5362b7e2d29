import ArchBridge
import Foundation
import Testing

@Suite(.fixtures)
struct LibraryLookupTests {
  private func add(
    _ name: String, _ architecture: Architecture,
    _ configure: (inout LibraryClient.Configuration) -> Void = { _ in }
  ) throws -> Int {
    var configuration = LibraryClient.Configuration(architecture: architecture)
    configure(&configuration)
    return try withLibrary(name, configuration: configuration) { try $0.add(1, 2) }
  }

  @Test(arguments: Architecture.all)
  func `a path is that file`(_ architecture: Architecture) throws {
    #expect(try add(Fixture.path("adder", architecture), architecture) == 3)
  }

  @Test(arguments: Architecture.all)
  func `a path need not be tidy`(_ architecture: Architecture) throws {
    let path = Fixture.folder(architecture) + "/../\(architecture.name)/./libadder.so"
    #expect(try add(path, architecture) == 3)
  }

  @Test(arguments: ["adder", "libadder.so"], Architecture.all)
  func `a name is looked for in the search folders`(
    _ name: String, _ architecture: Architecture
  ) throws {
    #expect(try add(name, architecture) { $0.searchPaths = [Fixture.folder(architecture)] } == 3)
  }

  @Test func `a search folder without the library is passed over`() throws {
    #expect(
      try add("adder", .i386) { $0.searchPaths = ["/nowhere", "/tmp", Fixture.folder(.i386)] } == 3)
  }

  @Test(arguments: Architecture.all)
  func `a search folder of another architecture is passed over`(
    _ architecture: Architecture
  ) throws {
    let folders = Architecture.all.map { Fixture.folder($0) }
    #expect(try add("adder", architecture) { $0.searchPaths = folders + folders } == 3)
  }

  @Test(arguments: Architecture.all)
  func `a soname is found by the helper's own loader`(_ architecture: Architecture) throws {
    let cosine: Double = try withLibrary(
      "libm.so.6", configuration: .init(architecture: architecture)
    ) { try $0.cos(1.234) }
    #expect(cosine == 0.33046510807172985)
  }

  @Test(arguments: Architecture.all)
  func `the file that was loaded is known`(_ architecture: Architecture) throws {
    let path = try withFixture("adder", architecture) { $0.library.libraryPath }
    #expect(path == Fixture.path("adder", architecture))
  }

  @Test func `the library has the name that it was asked for by`() throws {
    let name = try withLibrary("libm.so.6") { $0.library.libraryName }
    #expect(name == "libm.so.6")
  }

  // MARK: Dependencies

  private func answer(
    _ architecture: Architecture, _ configuration: LibraryClient.Configuration
  ) throws -> Int {
    try withFixture("needs_beside", architecture, configuration: configuration) { try $0.answer() }
  }

  @Test(arguments: Architecture.all)
  func `a dependency is found beside the library where that is asked for`(
    _ architecture: Architecture
  ) throws {
    #expect(try answer(architecture, .init(findsDependenciesBesideLibrary: true)) == 42)
  }

  @Test(arguments: Architecture.all)
  func `a dependency is found in the search folders`(_ architecture: Architecture) throws {
    #expect(try answer(architecture, .init(searchPaths: [Fixture.folder(architecture)])) == 42)
  }

  @Test(arguments: Architecture.all)
  func `a dependency beside the library is not found unasked, with what to do`(
    _ architecture: Architecture
  ) throws {
    expect(.dependencyMissing, "libbeside.so", "findsDependenciesBesideLibrary: true") {
      _ = try answer(architecture, .init())
    }
  }

  @Test(arguments: Architecture.all)
  func `a dependency of a further library is found in the search folders`(
    _ architecture: Architecture
  ) throws {
    let configuration = LibraryClient.Configuration(searchPaths: [Fixture.folder(architecture)])
    let answer: Int = try withFixture("adder", architecture, configuration: configuration) { lib in
      try lib.load("needs_beside").answer()
    }
    #expect(answer == 42)
  }

  // MARK: Flags

  @Test(arguments: Architecture.all)
  func `an undefined symbol keeps a library from loading, by name`(
    _ architecture: Architecture
  ) throws {
    expect(.libraryNotLoaded, "nobody_defines_this") {
      try withFixture("undefined", architecture) { _ = $0 }
    }
  }

  @Test(arguments: Architecture.all)
  func `a lazy library loads in spite of an undefined symbol`(_ architecture: Architecture) throws {
    let result: Int = try withFixture(
      "undefined", architecture, configuration: .init(loadFlags: .lazy)
    ) { try $0.defined(41) }
    #expect(result == 42)
  }

  @Test(arguments: Architecture.all)
  func `an undefined symbol that is called ends the helper with an error`(
    _ architecture: Architecture
  ) throws {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(
      loadFlags: .lazy, output: capture.destination)
    try withFixture("undefined", architecture, configuration: configuration) { lib in
      expect(.helperEnded, "undefined", "exit status 127") { let _: Int = try lib.undefined(1) }
    }
  }
}
