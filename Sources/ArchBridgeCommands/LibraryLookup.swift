internal import ArchBridge

/// Finds the file of a library that a command was given.
struct LibraryLookup {
  /// A path, a soname or a short name.
  let library: String
  /// The architectures to look for, in this order.
  let architectures: [Architecture]
  let searchPaths: [String]

  /// The library's file.
  ///
  /// - Throws: `.libraryNotFound` where there is none.
  func path() throws(BridgeError) -> String {
    guard !library.isEmpty else {
      throw BridgeError(.libraryNotFound, "a library needs a name")
    }
    if library.contains("/") { return LibraryLocator.absolute(library) }
    for architecture in architectures {
      let locator = LibraryLocator(architecture: architecture, searchPaths: searchPaths)
      if let path = locator.likelyFile(named: library) { return path }
    }
    throw BridgeError(
      .libraryNotFound,
      "no library \(library) for \(architectures.map(\.name).joined(separator: " or ")) is in the "
        + "loader's folders; give its path, or its folder with --search-path", library: library)
  }
}
