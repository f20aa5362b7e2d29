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
    let draft = folder.appending(path: "draft")
    try contents.write(to: draft)
    // A child that another test starts may hold what this process writes, and no such file can be
    // executed: another process writes this one.
    let copy = try Process.run(
      URL(filePath: "/bin/cp"), arguments: [draft.path, path], terminationHandler: nil)
    copy.waitUntilExit()
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
