internal import Synchronization

/// Turns addresses of an ELF file's code into functions and lines of the source.
///
/// Names come from the symbol table (`.symtab`), else from the dynamic symbols; lines from DWARF 2
/// to 5. What a library was stripped of is taken from its separate debug file, where there is one.
///
/// Nothing in a file is trusted: whatever it holds, a look-up ends, in a time and with an amount of
/// memory that are in proportion to the file's length; what is broken is not told. A file is read
/// in parts, and only those that the answer needs.
///
/// A map may be used from any thread; look-ups of lines wait for each other.
public struct CodeMap: Sendable {
  private let code: [Range<UInt64>]
  private let tables: [ELFFunctionTable]
  private let lines: LockedLines?

  /// Reads the headers of a file that has no others around it, and no compressed sections.
  ///
  /// - Throws: `ObjectFileError` where the file is not ELF, or its headers are broken.
  public init(_ source: some ObjectFileSource) throws(ObjectFileError) {
    try self.init(source, path: "", surroundings: NoSurroundings())
  }

  /// Reads the headers of a file, and those of its separate debug file if it needs one.
  ///
  /// The debug file is the one with the build ID of the file under `/usr/lib/debug/.build-id`, or
  /// the one that `.gnu_debuglink` names: beside the file, in `.debug` beside it, or under
  /// `/usr/lib/debug`. It must have the file's build ID, or the checksum of the link.
  ///
  /// - Parameters:
  ///   - source: The file's bytes.
  ///   - path: The file's path, absolute and without links.
  ///   - surroundings: Where other files and what decompresses are had from.
  /// - Throws: `ObjectFileError` where the file is not ELF, or its headers are broken. That there is
  ///   no debug information is no error, and neither are broken section headers.
  public init(
    _ source: some ObjectFileSource, path: String, surroundings: some CodeMapSurroundings
  ) throws(ObjectFileError) {
    let library = try ELFFile(source)
    // What is loaded needs none: packers and strippers break them.
    let sections = (try? ELFSections(library)) ?? ELFSections(noneOf: library)
    var debug: (file: ELFFile, sections: ELFSections)?
    if !sections.hasLines {
      let search = DebugFileSearch(path: path, library: library, sections: sections)
      if let file = search.first(in: surroundings)?.file, let found = try? ELFSections(file) {
        debug = (file, found)
      }
    }
    // The addresses of code that is not linked yet are none.
    let isLinked = library.header.fileType != .relocatable
    let stated = sections.code
    code = !isLinked ? [] : stated.isEmpty ? library.codeSegments : stated
    tables = [
      ELFFunctionTable(sections, of: library),
      debug.flatMap { ELFFunctionTable($0.sections, of: $0.file) },
      (try? ELFFunctionTable(dynamicSymbolsOf: library)).flatMap { $0 },
    ].compactMap { $0 }
    let (file, fileSections) = debug ?? (library, sections)
    lines =
      fileSections.hasLines
      ? LockedLines(DebugLines(file, fileSections, decompress: surroundings.decompressed)) : nil
  }

  /// What the code at an address belongs to; `nil` where nothing is known, or no code is there.
  ///
  /// The address a call returns to is behind the call: take one byte less for the call's own line.
  ///
  /// - Parameter address: An address as the file has it, which is that in memory without the one
  ///   that the file was loaded at.
  public func place(of address: UInt64) -> CodePlace? {
    place(of: address, lineByteLimit: .max)
  }

  /// The same, without the line where finding it takes reading more bytes of lines than so many.
  ///
  /// A library's lines can be hundreds of megabytes; what of them must be read depends on how they
  /// were compiled.
  package func place(of address: UInt64, lineByteLimit: Int) -> CodePlace? {
    guard let code = code.first(where: { $0.contains(address) }) else { return nil }
    let function = function(at: address, in: code)
    let line = lines?.place(of: address, byteLimit: lineByteLimit)
    guard function != nil || line != nil else { return nil }
    return CodePlace(
      function: function?.name, functionOffset: function?.offset ?? 0, file: line?.file,
      line: line?.line)
  }

  /// The function of the first table that knows one.
  private func function(
    at address: UInt64, in code: Range<UInt64>
  ) -> (name: String, offset: UInt64)? {
    for table in tables {
      if let found = try? table.function(at: address, in: code) { return found }
    }
    return nil
  }
}

/// The lines with what is remembered of them, for one thread at a time.
private final class LockedLines: Sendable {
  private let lines: Mutex<DebugLines>

  init(_ lines: DebugLines) { self.lines = Mutex(lines) }

  func place(of address: UInt64, byteLimit: Int) -> DebugLines.Place? {
    lines.withLock { $0.place(of: address, byteLimit: byteLimit) }
  }
}

extension ELFSections {
  /// Whether the file has lines, compressed or not.
  fileprivate var hasLines: Bool { named(".debug_line") != nil || named(".zdebug_line") != nil }
}

extension ELFFile {
  /// The addresses of code by what is loaded, where there are no sections.
  fileprivate var codeSegments: [Range<UInt64>] {
    image.segments.compactMap { segment in
      let (end, overflow) = segment.address.addingReportingOverflow(segment.byteCount)
      return segment.kind == .load && segment.isExecutable && !overflow
        ? segment.address..<end : nil
    }
  }
}
