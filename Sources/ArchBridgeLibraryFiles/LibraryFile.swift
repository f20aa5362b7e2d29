package import ArchBridgeABI
package import ArchBridgeObjectFiles
internal import Glibc
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
    // Opening a device may do something, and a helper's word for a path is not to be trusted.
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
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

/// A file's bytes, read as they are asked for.
private struct FileSource: ObjectFileSource {
  /// Closes the file when nothing reads it any more.
  private final class File: Sendable {
    let descriptor: FileDescriptor
    init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }
    deinit { try? descriptor.close() }
  }

  private let file: File
  let byteCount: UInt64

  init(path: FilePath) throws {
    // What has taken the file's place since it was looked at must not be waited for.
    file = File(
      try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking]))
    byteCount = UInt64(clamping: try file.descriptor.seek(offset: 0, from: .end))
  }

  func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    do {
      var filled = 0
      while filled < count {
        let more = unsafe try bytes.withUnsafeMutableBytes { buffer in
          // Safe: the part that is not filled yet lies in the buffer.
          unsafe try file.descriptor.read(
            fromAbsoluteOffset: Int64(clamping: offset) + Int64(filled),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
        }
        guard more > 0 else { throw Errno.ioError }
        filled += more
      }
      return bytes
    } catch {
      throw .unreadable(offset: offset, byteCount: count)
    }
  }
}
