package import ArchBridgeABI
package import ArchBridgeLibraryFiles

/// Finds the file of a library that a command was given.
package struct LibraryLookup {
  /// A path, a soname or a short name.
  let library: String
  /// The architectures to look for, in this order.
  let architectures: [Architecture]
  let searchPaths: [String]

  package init(library: String, architectures: [Architecture], searchPaths: [String]) {
    self.library = library
    self.architectures = architectures
    self.searchPaths = searchPaths
  }

  /// The library's file.
  ///
  /// - Throws: `.notFound` where there is none.
  package func path() throws(LibraryFileError) -> String {
    guard !library.isEmpty else {
      throw LibraryFileError(.notFound, "a library needs a name")
    }
    if library.contains("/") { return LibraryLocator.absolute(library) }
    for architecture in architectures {
      let locator = LibraryLocator(architecture: architecture, searchPaths: searchPaths)
      if let path = locator.likelyFile(named: library) { return path }
    }
    throw LibraryFileError(
      .notFound,
      "no library \(library) for \(architectures.map(\.name).joined(separator: " or ")) is in the "
        + "loader's folders; give its path, or its folder with --search-path", library: library)
  }
}
