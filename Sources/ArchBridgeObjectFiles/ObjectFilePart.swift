/// A part of an object file, as errors name it.
public enum ObjectFilePart: String, Hashable, Sendable {
  /// The first sixteen bytes, which say how the others are read.
  case identification
  /// The ELF header.
  case header
  /// The program headers, which say what is loaded where.
  case programHeaders = "program headers"
  /// What is loaded into memory from the file.
  case segment
  /// The path of the program interpreter.
  case interpreter
  /// The dynamic section, which the loader works by.
  case dynamicSection = "dynamic section"
  /// The dynamic string table.
  case stringTable = "string table"
  /// The dynamic symbol table.
  case symbolTable = "symbol table"
  /// The symbol hash table of the System V ABI (`DT_HASH`).
  case hashTable = "hash table"
  /// The symbol hash table of GNU (`DT_GNU_HASH`).
  case gnuHashTable = "GNU hash table"
  /// The version of each dynamic symbol (`DT_VERSYM`).
  case symbolVersions = "symbol versions"
  /// The versions that the file defines (`DT_VERDEF`).
  case versionDefinitions = "version definitions"
  /// The notes, of which one is the build ID.
  case notes
  /// The section headers, which linkers and debuggers work by.
  case sectionHeaders = "section headers"
  /// A section, as its header places it.
  case section
  /// Where separate debug information is (`.gnu_debuglink`).
  case debugLink = "debug link"
  /// The compile units, with what they declare and define (`.debug_info`).
  case debugInformation = "debug information"
  /// The names in the debug information (`.debug_str`).
  case debugStrings = "debug strings"
  /// The file with the debug information that several libraries share (`.gnu_debugaltlink`).
  case sharedDebugFile = "shared debug file"
  /// How the entries of the debug information are encoded (`.debug_abbrev`).
  case abbreviations
  /// Which addresses each compile unit covers (`.debug_aranges`).
  case addressRanges = "address ranges"
  /// Which lines the addresses belong to (`.debug_line`).
  case lineTable = "line table"
  /// What says how functions keep what their callers need (`.eh_frame`).
  case unwindTable = "unwind table"
}
