public import ArchBridgeABI

/// What a library's debug information declares of the functions and variables that it exports.
///
/// DWARF 2 to 5 is read, of 32 and of 64 bits, with types in units of their own, with what several
/// files share, and compressed or not. What a library was stripped of is taken from its separate
/// debug file. Only what the library exports is given, and the types that it needs.
///
/// A structure is declared with members only where they lie, by the rules for calls, exactly where
/// the debug information has them: any other stays a name, to be used by pointer.
///
/// Nothing in a file is trusted: whatever it holds, reading ends with an answer or an error, in a
/// time and with an amount of memory that are in proportion to the file's length.
public struct DebugDeclarations: Sendable {
  /// Something that cannot be declared, and why.
  public struct Omission: Hashable, Sendable {
    /// The symbol.
    public let name: String
    /// The reason, in words.
    public let reason: String
  }

  /// The architecture that the declarations are right for.
  public let architecture: Architecture
  /// The declarations.
  public let declarations: CDeclarations
  /// The declarations as C's text, which gives the same when it is read.
  ///
  /// It needs no header, and does not go with one that declares the same.
  public let text: String
  /// What Fortran's procedures, variables and common blocks are.
  ///
  /// How a procedure uses an argument (`intent`), and whether an argument is optional, the debug
  /// information does not say, nor extents that depend on other arguments: such an array is `(*)`.
  public let fortran: FortranDeclarations
  /// The symbols that are not among the declarations.
  public let omissions: [Omission]
  /// The structures and unions of which only the name is declared though the library knows their
  /// members, with the reason for each.
  public let openRecords: [Omission]
  /// The file that the debug information is from, where that is not the library itself.
  public let debugFile: String?

  /// Reads the debug information of a file, or of its separate debug file.
  ///
  /// The debug file is looked for as `CodeMap` does.
  ///
  /// - Parameters:
  ///   - source: The file's bytes.
  ///   - path: The file's path, absolute and without links.
  ///   - surroundings: Where other files and what decompresses are had from.
  /// - Throws: `ObjectFileError.noDebugInformation` where there is none,
  ///   `.splitDebugInformation` where it is in files that are not read, and another case where the
  ///   file is not ELF, or is damaged.
  public init(
    _ source: some ObjectFileSource, path: String, surroundings: some CodeMapSurroundings
  ) throws(ObjectFileError) {
    let library = try ELFFile(source)
    guard let architecture = library.header.architecture else {
      throw .unknownArchitecture(library.header.machineName)
    }
    let found = try DebugFiles(library, path: path, surroundings)
    let symbols = try library.exportedSymbols().filter { $0.isDefault || $0.version == nil }
    let entries = try DebugEntries(found.files)
    let exported = ExportedEntries(entries, exporting: symbols)
    if exported.isEmpty, let file = exported.splitFiles.first {
      throw .splitDebugInformation(file: file)
    }
    var reader = DebugDeclarationReader(library, entries, exported, architecture)
    reader.read(symbols)
    self.architecture = architecture
    declarations = reader.types.declarations
    text = reader.types.text
    fortran = reader.fortran
    omissions = reader.omissions
    openRecords = reader.types.records.refusals.sorted { $0.key < $1.key }
      .map { Omission(name: $0.key, reason: $0.value) }
    debugFile = found.path
  }
}

/// The files that a library's debug information is in.
struct DebugFiles {
  private(set) var files: [DebugSections] = []
  /// Where they were found, if that is not the library itself.
  private(set) var path: String?

  init(
    _ library: ELFFile, path: String, _ surroundings: some CodeMapSurroundings
  ) throws(ObjectFileError) {
    var damage: ObjectFileError?
    let sections: ELFSections
    do throws(ObjectFileError) {
      sections = try ELFSections(library)
    } catch {
      sections = ELFSections(noneOf: library)
      damage = error
    }
    let decompress: ELFSectionContents.Decompression = {
      surroundings.decompressed($0, $1, byteCount: $2)
    }
    let search = DebugFileSearch(path: path, library: library, sections: sections)
    if let own = try DebugSections(library, sections, decompress: decompress) {
      files.append(own)
      try addShared(search, surroundings, decompress)
      return
    }
    guard let (file, filePath) = search.first(in: surroundings) else {
      throw damage ?? .noDebugInformation(lookedFor: search.paths)
    }
    let fileSections = try ELFSections(file)
    guard let separate = try DebugSections(file, fileSections, decompress: decompress) else {
      throw .noDebugInformation(lookedFor: search.paths)
    }
    files.append(separate)
    self.path = filePath
    let next = DebugFileSearch(path: filePath, library: file, sections: fileSections)
    try addShared(next, surroundings, decompress)
  }

  private mutating func addShared(
    _ search: DebugFileSearch, _ surroundings: some CodeMapSurroundings,
    _ decompress: @escaping ELFSectionContents.Decompression
  ) throws(ObjectFileError) {
    guard let file = search.shared(in: surroundings),
      let sections = try DebugSections(file, try ELFSections(file), decompress: decompress)
    else { return }
    files.append(sections)
  }
}
