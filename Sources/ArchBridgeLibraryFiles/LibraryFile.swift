package import ArchBridgeABI
package import ArchBridgeObjectFiles
internal import SystemPackage

/// A library's file, read before any helper sees it, so that a wrong one is named as what it is.
package struct LibraryFile: Sendable {
  /// The file's path.
  package let path: String
  /// What the file says of itself.
  package let contents: ELFFile

  /// Opens the file, which must be there.
  package init(path: String) throws(LibraryFileError) {
    self.path = path
    if FileSource.isSpecial(path: path) {
      throw LibraryFileError(
        .notASharedLibrary, "\(path) is not a shared library: no regular file", library: path)
    }
    let source: FileSource
    do {
      source = try FileSource(path: FilePath(path))
    } catch {
      throw LibraryFileError(.notFound, "\(path) cannot be read: \(error)", library: path)
    }
    do throws(ObjectFileError) {
      contents = try ELFFile(source)
    } catch {
      throw LibraryFileError(
        .notASharedLibrary, "\(path) is not a shared library: \(error)", library: path)
    }
  }

  /// Throws unless the file is a shared library for `architecture`.
  package func check(for architecture: Architecture) throws(LibraryFileError) {
    let header = contents.header
    guard header.architecture == architecture else {
      let fit =
        header.architecture.map { "the \($0.name) helper fits: \($0.selection)" }
        ?? "there is no helper for that"
      throw LibraryFileError(
        .wrongArchitecture,
        "\(path) is a library for \(header.machineName) (\(header.bitCount)-bit), and this client "
          + "hosts \(architecture.name) (\(architecture.elfBitCount)-bit); \(fit)",
        library: path)
    }
    guard header.fileType == .sharedObject else {
      throw LibraryFileError(
        .notASharedLibrary, "\(path) is not a shared library but another kind of ELF file",
        library: path)
    }
    do throws(ObjectFileError) {
      try contents.checkSegments()
    } catch {
      throw LibraryFileError(
        .notASharedLibrary, "\(path) is not a whole shared library: \(error)", library: path)
    }
    let dynamic = try? contents.dynamicSection()
    if dynamic?.isPositionIndependentExecutable == true {
      throw LibraryFileError(
        .notASharedLibrary, "\(path) is a program, not a shared library", library: path)
    }
  }

  /// The names of the functions and variables that the library exports; none where its tables
  /// cannot be read.
  package var exportedNames: [String] {
    ((try? contents.exportedSymbols()) ?? []).map(\.name)
  }
}

extension Architecture {
  /// How this architecture is chosen, in Swift and on the command line.
  package var selection: String { "`architecture: .\(name)` or `--arch \(name)`" }
}
