internal import ArchBridgeABI
internal import ArchBridgeLibraryFiles

/// What the helper's loader says when it refuses a library, and what that means.
struct LoadFailure {
  /// The loader's text.
  let text: String
  /// The path or soname that it was asked for.
  let requested: LibraryLocator.Location
  /// The library as the caller named it.
  let name: String
  let locator: LibraryLocator
  /// Whether the session was started to find dependencies beside its first library.
  let findsDependenciesBesideLibrary: Bool

  var error: BridgeError {
    let architecture = locator.architecture
    if let missing = text.components(before: ": cannot open shared object file") {
      if missing == requested.name { return notFound }
      let advice = dependencyAdvice(missing)
      return BridgeError(
        .dependencyMissing, "\(name) needs \(missing), which is not there; \(advice)",
        library: name)
    }
    if text.contains("wrong ELF class") {
      return BridgeError(
        .wrongArchitecture, "\(text); this client hosts \(architecture.name)", library: name)
    }
    if text.contains("invalid ELF header") || text.contains("file too short") {
      return BridgeError(.notASharedLibrary, "\(text)", library: name)
    }
    return BridgeError(.libraryNotLoaded, "\(name) cannot be loaded: \(text)", library: name)
  }

  private var notFound: BridgeError {
    let architecture = locator.architecture
    var message =
      "no \(architecture.name) library \(requested.name) is in "
      + (locator.searchPaths.isEmpty ? "" : "\(locator.searchPaths.joined(separator: ", ")) or ")
      + "the loader's folders"
    if LibraryLocator.exists(LibraryLocator.absolute(name)) {
      message += "; for the one in the working directory write ./\(name)"
    } else if let version = locator.versions(of: requested.name).first {
      message += "; \(version) is there: name that one"
    } else {
      message += otherArchitectures(of: requested.name)
    }
    return BridgeError(.libraryNotFound, message, library: name)
  }

  private func otherArchitectures(of soname: String) -> String {
    for other in Architecture.all where other != locator.architecture {
      let elsewhere = LibraryLocator(architecture: other, searchPaths: locator.searchPaths)
      if let path = elsewhere.likelyFile(forSoname: soname) {
        return "; \(path) is there for \(other.name): use \(other.selection), or "
          + "install the package's :\(locator.architecture.debianName) variant"
      }
    }
    return "; give its path, or its folder as a search path"
  }

  private func dependencyAdvice(_ missing: String) -> String {
    if case .file(let path) = requested {
      let beside = path.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(missing)"
      if LibraryLocator.exists(beside) {
        guard HelperStart.canSearch(beside) else {
          return "it lies beside the library, in a folder with ':' or ';' in its name, which no "
            + "loader searches"
        }
        // That option is about the library that a client is made for, and not about later ones.
        return findsDependenciesBesideLibrary
          ? "it lies beside the library: give that folder as a search path"
          : "it lies beside the library: use `findsDependenciesBesideLibrary: true`"
      }
    }
    return "install its \(locator.architecture.name) package, or give its folder as a search path"
  }
}

extension String {
  /// What stands before the first `separator`, or nil where there is none.
  fileprivate func components(before separator: String) -> String? {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) }
  }

  private func firstRange(of other: String) -> Range<Index>? {
    guard !other.isEmpty else { return nil }
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) {
        return start..<index(start, offsetBy: other.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
