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
    _ architecture: Architecture, path: String?
  ) throws(BridgeError) -> HelperLaunch.Program {
    if let path { return try file(path, "the configuration names") }
    if let path = namedPath(architecture, path: nil) {
      return try file(path, "\(environmentVariable(architecture)) names")
    }
    return .image(try image(architecture))
  }

  /// The helper that the configuration or the environment names, if any.
  static func namedPath(_ architecture: Architecture, path: String?) -> String? {
    path ?? environment(environmentVariable(architecture)).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the file of the helper in use can be read; nil where it has not been used.
  static func readablePath(_ architecture: Architecture, path: String?) -> String? {
    if let path = namedPath(architecture, path: path) { return LibraryLocator.absolute(path) }
    return images.withLock { $0[architecture.name] }.map { "/proc/self/fd/\($0)" }
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

  private static func image(_ architecture: Architecture) throws(BridgeError) -> Int32 {
    let result = images.withLock { images -> Result<Int32, BridgeError> in
      if let descriptor = images[architecture.name] { return .success(descriptor) }
      guard let image = HelperImage.named(architecture.name) else {
        return .failure(
          BridgeError(.helperNotFound, "this program carries no \(architecture.name) helper"))
      }
      let bytes = image.bytes
      // Safe: the bytes outlive the call.
      let descriptor = unsafe ab_make_sealed_file("archbridge-helper", bytes, bytes.count)
      guard descriptor >= 0 else {
        return .failure(
          BridgeError(
            .system, "the helper cannot be put into memory: \(Errno(rawValue: -descriptor))"))
      }
      images[architecture.name] = descriptor
      return .success(descriptor)
    }
    return try result.get()
  }
}
