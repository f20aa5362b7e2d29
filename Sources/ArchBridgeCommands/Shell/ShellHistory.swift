internal import FoundationEssentials
internal import Glibc

/// The file of the lines that have been typed, which its owner alone can read.
struct ShellHistory {
  /// The file's path.
  let path: String

  /// How many lines are kept.
  static let limit = 1000

  /// Finds the file's place, and makes its folder; nil where there is no place for it.
  init?(environment: [String: String]) {
    let folder: String
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = state
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.local/state"
    } else {
      return nil
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder + "/archbridge", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      return nil
    }
    path = folder + "/archbridge/history"
  }

  /// Has the file written; it is there, and nobody else's to read, before anything is in it.
  func write(_ body: (String) -> Void) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    fchmod(descriptor, 0o600)
    close(descriptor)
    body(path)
  }
}
