package import ArchBridgeABI
internal import ArchBridgeHelper
internal import ArchBridgeLibraryFiles
internal import ArchBridgeTransport
internal import CArchBridgeShims
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// Where the helper of an architecture comes from: a path that is given, the environment, or the
/// program itself, in this order.
package enum HelperProgram {
  /// One sealed file in memory for each architecture, made once and kept while the program runs.
  private static let images = Mutex<[String: Int32]>([:])

  static func find(
    _ configuration: LibraryClient.Configuration
  ) throws(BridgeError) -> HelperLaunch.Program {
    let architecture = configuration.architecture
    if let path = configuration.helperPath { return try file(path, "the configuration names") }
    if let program = configuration.server?.program {
      if case .file(let path) = program.source { return try file(path, "the server is") }
      return .image(try image(architecture, of: program))
    }
    if let path = namedPath(configuration) {
      return try file(path, "\(environmentVariable(architecture)) names")
    }
    return .image(try image(architecture, of: nil))
  }

  /// The helper that the configuration or the environment names, if any.
  static func namedPath(_ configuration: LibraryClient.Configuration) -> String? {
    if let path = configuration.helperPath { return path }
    if let program = configuration.server?.program {
      if case .file(let path) = program.source { return path }
      return nil
    }
    let architecture = configuration.architecture
    return environment(environmentVariable(architecture)).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the file of the helper in use can be read; nil where it has not been used.
  static func readablePath(_ configuration: LibraryClient.Configuration) -> String? {
    if let path = namedPath(configuration) { return LibraryLocator.absolute(path) }
    let key = key(configuration.architecture, configuration.server?.program)
    return images.withLock { $0[key] }.map { "/proc/self/fd/\($0)" }
  }

  /// What an image is kept by.
  private static func key(_ architecture: Architecture, _ program: ServerProgram?) -> String {
    program.map { "\(architecture.name)/\($0.name)" } ?? architecture.name
  }

  /// The variable that names a helper: `ARCHBRIDGE_HELPER_I386`.
  package static func environmentVariable(_ architecture: Architecture) -> String {
    "ARCHBRIDGE_HELPER_\(architecture.name.uppercased())"
  }

  /// Why this machine runs no program of the architecture, and what to do.
  static func advice(_ architecture: Architecture) -> String {
    let add =
      architecture == .x86_64 ? "" : "dpkg --add-architecture \(architecture.debianName) && "
    return "as root: \(add)apt-get update && apt-get install libc6:\(architecture.debianName)"
  }

  private static func file(
    _ path: String, _ who: String
  ) throws(BridgeError) -> HelperLaunch.Program {
    guard !path.utf8.contains(0), unsafe access(path, X_OK) == 0 else {
      throw BridgeError(
        .helperNotFound, "\(who) \(path), which is not there or cannot be executed")
    }
    // The helper may have another working directory than this program.
    return .file(LibraryLocator.absolute(path))
  }

  private static func environment(_ name: String) -> String? {
    // Safe: the text is copied before anything can change the environment on this thread.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  private static func image(
    _ architecture: Architecture, of program: ServerProgram?
  ) throws(BridgeError) -> Int32 {
    let key = key(architecture, program)
    let result = images.withLock { images -> Result<Int32, BridgeError> in
      if let descriptor = images[key] { return .success(descriptor) }
      let image = program.map { $0.image(architecture) } ?? HelperImage.named(architecture.name)
      guard let image else {
        return .failure(
          BridgeError(
            .helperNotFound,
            "this program carries no \(architecture.name) helper"
              + (program.map { " of the server \($0.name)" } ?? "")))
      }
      let bytes = image.bytes
      // Safe: the bytes outlive the call.
      let descriptor = unsafe ab_make_sealed_file("archbridge-helper", bytes, bytes.count)
      guard descriptor >= 0 else {
        return .failure(
          BridgeError(
            .system, "the helper cannot be put into memory: \(Errno(rawValue: -descriptor))"))
      }
      images[key] = descriptor
      return .success(descriptor)
    }
    return try result.get()
  }
}
