/// Where a library's separate debug information may be, in the order of GDB.
struct DebugFileSearch {
  /// The path of the library, absolute and without links.
  let path: String
  let library: ELFFile
  let sections: ELFSections

  private static let root = "/usr/lib/debug"

  /// A build ID has 16 or 20 bytes, and no more than this.
  private static let buildIDByteLimit = 64

  /// No path is longer.
  private static let sharedLinkByteLimit: UInt64 = 4096 + 64

  /// The first file that is there and belongs to the library.
  func first(in surroundings: some CodeMapSurroundings) -> (file: ELFFile, path: String)? {
    let buildID = (try? library.buildID).flatMap { $0 }
    if let buildID, let path = Self.path(ofBuildID: buildID) {
      if let file = file(at: path, surroundings, isRight: { (try? $0.buildID) == buildID }) {
        return (file, path)
      }
    }
    guard let link else { return nil }
    for path in paths(of: link) {
      let found = file(at: path, surroundings) { file in
        // The build ID tells it without reading the whole file.
        if let buildID, let other = (try? file.buildID).flatMap({ $0 }) { return other == buildID }
        return (try? link.matches(file)) == true
      }
      if let found { return (found, path) }
    }
    return nil
  }

  private var link: ELFDebugLink? { (try? ELFDebugLink(sections, of: library)).flatMap { $0 } }

  /// Where the file that a link names may be.
  private func paths(of link: ELFDebugLink) -> [String] {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return [] }
    let folder = path[..<slash]
    return ["\(folder)/", "\(folder)/.debug/", "\(Self.root)\(folder)/"].map { $0 + link.name }
      .filter { $0 != path }
  }

  /// Where the library's debug file may be, for messages.
  var paths: [String] {
    let buildID = (try? library.buildID).flatMap { $0 }
    return (buildID.flatMap(Self.path(ofBuildID:)).map { [$0] } ?? [])
      + (link.map(paths(of:)) ?? [])
  }

  /// The file that several debug files share what is the same in them in (`.gnu_debugaltlink`).
  ///
  /// The path and sections are those of the file that names it.
  func shared(in surroundings: some CodeMapSurroundings) -> ELFFile? {
    let folder = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
    guard let section = sections.named(".gnu_debugaltlink") else { return nil }
    let region = section.region(.debugLink)
    guard let prefix = try? region.prefix(min(region.byteCount, Self.sharedLinkByteLimit)),
      let bytes = try? library.image.read(prefix).bytes, let end = bytes.firstIndex(of: 0),
      end > 0
    else { return nil }
    let name = String(decoding: bytes[..<end], as: UTF8.self)
    let buildID = [UInt8](bytes[(end + 1)...])
    guard (2...Self.buildIDByteLimit).contains(buildID.count) else { return nil }
    let named = name.utf8.first == UInt8(ascii: "/") ? name : "\(folder)/\(name)"
    for path in [named] + (Self.path(ofBuildID: buildID).map { [$0] } ?? []) {
      if let file = file(at: path, surroundings, isRight: { $0.sharedBuildID == buildID }) {
        return file
      }
    }
    return nil
  }

  /// Where a debug file is by its build ID.
  private static func path(ofBuildID buildID: [UInt8]) -> String? {
    guard (2...buildIDByteLimit).contains(buildID.count) else { return nil }
    return "\(root)/.build-id/\(hexadecimal(buildID[..<1]))/\(hexadecimal(buildID[1...])).debug"
  }

  private func file(
    at path: String, _ surroundings: some CodeMapSurroundings, isRight: (ELFFile) -> Bool
  ) -> ELFFile? {
    guard let source = surroundings.file(at: path), let file = try? ELFFile(source),
      file.header.machine == library.header.machine,
      file.header.bitCount == library.header.bitCount, isRight(file)
    else { return nil }
    return file
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension ELFFile {
  /// The build ID of a file without program headers.
  fileprivate var sharedBuildID: [UInt8]? {
    if let found = (try? buildID).flatMap({ $0 }) { return found }
    guard let section = (try? ELFSections(self))?.named(".note.gnu.build-id"),
      let bytes = try? image.read(
        section.region(.notes).prefix(min(section.byteCount, 1024)))
    else { return nil }
    return (try? buildID(in: bytes, isWhole: true, alignment: 4)).flatMap { $0 }
  }
}
