public import ArchBridge
import Glibc
public import Testing

/// The libraries of `fixtures/libraries`, as `make fixtures` builds them.
enum Fixture {
  /// The package's folder.
  static let package = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  /// Where the libraries of every architecture are.
  static let folder = package + "/.build/fixtures"

  /// Where the libraries of one architecture are.
  static func folder(_ architecture: Architecture) -> String { "\(folder)/\(architecture.name)" }

  /// A library's file.
  static func path(_ name: String, _ architecture: Architecture) -> String {
    "\(folder(architecture))/lib\(name).so"
  }

  /// What must not be missing where the whole suite has to run.
  static let mustBeThere = getenv("CI").map { String(cString: $0) == "true" } ?? false

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static let areThere =
    mustBeThere || Architecture.all.allSatisfy { exists(path("variadic", $0)) }

  static let systemLibrariesAreThere =
    mustBeThere
    || Architecture.all.allSatisfy { architecture in
      ["libz.so.1", "liblapack.so.3", "libsqlite3.so.0"].allSatisfy { name in
        architecture.libraryFolders.contains { exists("\($0)/\(name)") }
      }
    }
}

extension Trait where Self == ConditionTrait {
  /// Skips where the fixtures are not built, unless nothing may be skipped.
  static var fixtures: Self {
    .enabled(if: Fixture.areThere, "the fixtures are not built: make fixtures")
  }

  /// Skips where the system's libraries are not installed, unless nothing may be skipped.
  static var systemLibraries: Self {
    .enabled(if: Fixture.systemLibrariesAreThere, "the libraries are not installed: make setup")
  }
}

extension Architecture: CustomTestStringConvertible {
  /// The name, for a test's list of arguments.
  public var testDescription: String { name }
}

/// Loads a fixture for the length of a scope.
func withFixture<Value>(
  _ name: String, _ architecture: Architecture = .i386,
  configuration: LibraryClient.Configuration = .init(),
  _ body: (LibraryClient) throws -> Value
) throws -> Value {
  var configuration = configuration
  configuration.architecture = architecture
  return try withLibrary(
    Fixture.path(name, architecture), configuration: configuration, body)
}

/// Loads a fixture for the length of an asynchronous scope.
func withFixture<Value>(
  _ name: String, _ architecture: Architecture = .i386,
  configuration: LibraryClient.Configuration = .init(),
  _ body: (LibraryClient) async throws -> Value
) async throws -> Value {
  var configuration = configuration
  configuration.architecture = architecture
  return try await withLibrary(
    Fixture.path(name, architecture), configuration: configuration, body)
}

/// The error that `body` throws, which must be one of this module's.
func thrown(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> BridgeError? {
  #expect(throws: BridgeError.self, sourceLocation: sourceLocation, performing: body)
}

/// Expects an error with this code, whose message has every one of these parts.
func expect(
  _ code: BridgeError.Code, _ parts: String..., sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () throws -> Void
) {
  let error = #expect(throws: BridgeError.self, sourceLocation: sourceLocation, performing: body)
  guard let error else { return }
  #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
  for part in parts {
    #expect(error.description.contains(part), sourceLocation: sourceLocation)
  }
}

/// Whether a process is there, ended ones that nobody has removed included.
func processExists(_ process: Int32) -> Bool { Fixture.exists("/proc/\(process)") }
