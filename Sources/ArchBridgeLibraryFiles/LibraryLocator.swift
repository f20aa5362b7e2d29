package import ArchBridgeABI
internal import ArchBridgeObjectFiles
internal import Glibc
internal import SystemPackage

/// Finds the file that a library's name means, as far as that is known without a helper.
package struct LibraryLocator: Sendable {
  /// The architecture that the library must be for.
  package var architecture: Architecture
  /// Folders that are looked into first.
  package var searchPaths: [String]

  /// Makes a locator.
  package init(architecture: Architecture, searchPaths: [String]) {
    self.architecture = architecture
    self.searchPaths = searchPaths
  }

  /// What a helper is asked to load: a file that has been checked, or a soname for its loader.
  package enum Location: Equatable, Sendable {
    /// A library's file, by its absolute path.
    case file(String)
    /// A name that the helper's loader is to find.
    case soname(String)

    /// The path or soname.
    package var name: String {
      switch self {
      case .file(let name), .soname(let name): name
      }
    }
  }

  /// Finds the library.
  ///
  /// A name with a `/` is a path. Another is looked for in the search folders, as it is, as
  /// `libNAME.so` and as `NAME.so`; where none has it, the helper's own loader is to find it.
  package func find(_ name: String) throws(LibraryFileError) -> Location {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw LibraryFileError(.notFound, "a library needs a name", library: name)
    }
    if name.contains("/") {
      let path = Self.absolute(name)
      guard Self.exists(path) else {
        throw LibraryFileError(.notFound, "there is no file \(path)", library: name)
      }
      try LibraryFile(path: path).check(for: architecture)
      return .file(path)
    }
    var wrong: LibraryFileError?
    for folder in searchPaths.map(Self.absolute) {
      for candidate in Self.fileNames(for: name) {
        let path = "\(folder)/\(candidate)"
        guard Self.exists(path) else { continue }
        do throws(LibraryFileError) {
          try LibraryFile(path: path).check(for: architecture)
          return .file(path)
        } catch {
          wrong = wrong ?? error
        }
      }
    }
    if let wrong { throw wrong }
    return .soname(name.contains(".so") ? name : "lib\(name).so")
  }

  /// The file that a library's name, short or not, is likely to mean, if any.
  package func likelyFile(named name: String) -> String? {
    Self.fileNames(for: name).lazy.compactMap { likelyFile(forSoname: $0) }.first
  }

  /// The file that the architecture's loader is likely to choose for a soname, if any.
  package func likelyFile(forSoname soname: String) -> String? {
    folders.lazy.map { "\($0)/\(soname)" }.first { path in
      guard Self.exists(path), let file = try? LibraryFile(path: path) else { return false }
      return file.contents.header.architecture == architecture
    }
  }

  /// The versions of a library that are there, as `libgsl.so.27` for `libgsl.so`.
  package func versions(of soname: String) -> [String] {
    folders.flatMap { folder in
      Self.files(in: folder).filter { $0.hasPrefix(soname + ".") }
        .filter { likelyFile(forSoname: $0) != nil }
    }.sorted { $0.count < $1.count }
  }

  /// The folders that the loader searches: the caller's, the configured ones, its own.
  package var folders: [String] {
    searchPaths.map(Self.absolute) + Self.configuredFolders + architecture.libraryFolders
  }

  /// The folders that the machine's `ld.so.conf` names.
  private static let configuredFolders: [String] = {
    var folders: [String] = []
    for path in ["/etc/ld.so.conf"] + configurationFiles("/etc/ld.so.conf.d") {
      guard let text = readText(path) else { continue }
      folders += LoaderConfiguration(text).folders
    }
    return folders
  }()

  /// The names of the files that a library's short name may mean.
  static func fileNames(for name: String) -> [String] {
    name.contains(".so") ? [name] : [name, "lib\(name).so", "\(name).so"]
  }

  package static func exists(_ path: String) -> Bool {
    // Safe: the path is a string that ends with NUL.
    unsafe access(path, F_OK) == 0
  }

  /// The path from the root; a relative one starts at the working directory.
  ///
  /// Nothing else of it changes: what `..` means behind a symbolic link only the kernel knows.
  package static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    // Safe: the buffer is the C library's own allocation, copied and given back.
    guard let current = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(current) }
    let inside = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return FilePath(unsafe String(cString: current)).pushing(FilePath(inside)).string
  }

  private static func configurationFiles(_ folder: String) -> [String] {
    files(in: folder).filter { $0.hasSuffix(".conf") }.map { "\(folder)/\($0)" }
  }

  /// The names of the files in a folder, in their order; none where it cannot be read.
  private static func files(in folder: String) -> [String] {
    // Safe: the directory stream is open from `opendir` to `closedir`.
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }

  private static func readText(_ path: String) -> String? {
    guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    else { return nil }
    defer { try? file.close() }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = (try? unsafe bytes.withUnsafeMutableBytes { unsafe try file.read(into: $0) }) ?? 0
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
