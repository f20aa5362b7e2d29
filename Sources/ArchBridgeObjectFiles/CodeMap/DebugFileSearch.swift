/// Where a library's separate debug information may be, in the order of GDB.
struct DebugFileSearch {
  /// The path of the library, absolute and without links.
  let path: String
  let library: ELFFile
  let sections: ELFSections

  private static let root = "/usr/lib/debug"

  /// A build ID has 16 or 20 bytes, and no more than this.
  private static let buildIDByteLimit = 64

  /// The first file that is there and belongs to the library.
  func first(in surroundings: some CodeMapSurroundings) -> ELFFile? {
    let buildID = (try? library.buildID).flatMap { $0 }
    if let buildID, (2...Self.buildIDByteLimit).contains(buildID.count) {
      let path =
        "\(Self.root)/.build-id/\(hexadecimal(buildID[..<1]))/"
        + "\(hexadecimal(buildID[1...])).debug"
      if let file = file(at: path, surroundings, isRight: { (try? $0.buildID) == buildID }) {
        return file
      }
    }
    guard let link = (try? ELFDebugLink(sections, of: library)).flatMap({ $0 }),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let folder = path[..<slash]
    for place in ["\(folder)/", "\(folder)/.debug/", "\(Self.root)\(folder)/"]
    where place + link.name != path {
      let found = file(at: place + link.name, surroundings) { file in
        // The build ID tells it without reading the whole file.
        if let buildID, let other = (try? file.buildID).flatMap({ $0 }) { return other == buildID }
        return (try? link.matches(file)) == true
      }
      if let found { return found }
    }
    return nil
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

  private func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
