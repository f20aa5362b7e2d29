internal import Foundation

/// A folder that is gone with everything in it when its scope ends.
package struct TemporaryFolder: ~Copyable {
  private let url: URL

  package init() throws(CommandFailure) {
    url = FileManager.default.temporaryDirectory
      .appending(path: "archbridge-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    } catch {
      throw CommandFailure("no temporary folder can be made: \(error.localizedDescription)")
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, and returns its path.
  func write(_ name: String, _ contents: [UInt8]) throws(CommandFailure) -> String {
    let path = path(name)
    guard FileManager.default.createFile(atPath: path, contents: Data(contents)) else {
      throw CommandFailure("\(path) cannot be written")
    }
    return path
  }
}
