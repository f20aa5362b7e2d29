internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles
internal import FoundationEssentials

/// Finds a header that a command was given.
struct HeaderLookup {
  private let folders: [String]

  /// Makes a lookup that goes through `folders`, then through those of the C library.
  init(_ architecture: Architecture, _ folders: [String]) {
    self.folders = folders + ["/usr/include/\(architecture.name)-linux-gnu", "/usr/include"]
  }

  /// The absolute path of a header.
  func path(of header: String) throws(CommandFailure) -> String {
    let candidates = [header] + (header.hasPrefix("/") ? [] : folders.map { "\($0)/\(header)" })
    for candidate in candidates where FileManager.default.isReadableFile(atPath: candidate) {
      return LibraryLocator.absolute(candidate)
    }
    throw CommandFailure(
      "no header \(header) is here or in \(folders.joined(separator: ", ")); "
        + "give its path, or its folder with -I")
  }
}
