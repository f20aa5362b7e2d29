import Foundation

/// A file in a folder of its own, which is removed with it.
final class TemporaryFile: Sendable {
  private let folder: URL
  let path: String

  init(_ contents: Data, name: String, permissions: Int = 0o644) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "archbridge-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    path = file.path
    try contents.write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
