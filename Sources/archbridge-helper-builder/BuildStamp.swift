import Foundation

/// What a helper was built from: the command, and each file's size and time of change.
///
/// SwiftPM runs the builder again whenever it has linked it anew, which is more often than there
/// is anything to do.
struct BuildStamp {
  private let text: String

  init(arguments: [String], folders: [URL]) throws {
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
  func isUpToDate(_ output: URL, stamp: URL) -> Bool {
    FileManager.default.fileExists(atPath: output.path)
      && (try? String(contentsOf: stamp, encoding: .utf8)) == text
  }

  func write(to stamp: URL) throws { try Data(text.utf8).write(to: stamp) }

  /// Every file below a folder, in the order of their paths.
  static func files(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
  }
}
