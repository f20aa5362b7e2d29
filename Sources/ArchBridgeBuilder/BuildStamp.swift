package import Foundation

/// What a helper was built from: the command, and each file's size and time of change.
///
/// SwiftPM runs the builder again whenever it has linked it anew, which is more often than there
/// is anything to do.
package struct BuildStamp {
  private let text: String

  package init(arguments: [String], folders: [URL]) throws {
    // The builder's own sources say how a helper is built.
    let builder = URL(filePath: #filePath).deletingLastPathComponent()
    var lines = arguments
    for file in (folders + [builder]).flatMap(Self.files) {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      let changed = attributes[.modificationDate] as? Date ?? .distantPast
      let byteCount = attributes[.size] as? Int ?? 0
      lines.append("\(file.path) \(byteCount) \(changed.timeIntervalSinceReferenceDate)")
    }
    text = lines.joined(separator: "\n")
  }

  /// Whether `output` is there, and was built from the same.
  package func isUpToDate(_ output: URL, stamp: URL) -> Bool {
    FileManager.default.fileExists(atPath: output.path)
      && (try? String(contentsOf: stamp, encoding: .utf8)) == text
  }

  /// Keeps it.
  package func write(to stamp: URL) throws { try Data(text.utf8).write(to: stamp) }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Every file below a folder, in the order of their paths; a file itself.
  package static func files(in folder: URL) -> [URL] {
    guard folder.hasDirectoryPath || isFolder(folder) else { return [folder] }
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
  }
}
