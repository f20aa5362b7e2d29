/// What makes a file unreadable as an object file.
///
/// Offsets count from the start of the file, addresses are those that the file asks to be loaded
/// at.
public enum ObjectFileError: Error, Equatable, Sendable {
  /// The file is something else, and this is what it looks like.
  case notAnObjectFile(ObjectFileResemblance)
  /// The file at `path` cannot be opened, or is none that can be read.
  case notOpened(path: String)
  /// The source did not give `byteCount` bytes at `offset`, which are inside the file.
  case unreadable(offset: UInt64, byteCount: Int)
  /// The file ends inside a part that starts at `offset`, or before it.
  case truncated(ObjectFilePart, offset: UInt64)
  /// The identification's class is neither 32 nor 64 bits.
  case unknownClass(UInt8)
  /// The identification's byte order is neither little nor big endian.
  case unknownByteOrder(UInt8)
  /// The version of the format is not 1.
  case unknownVersion(UInt32)
  /// The entries of a table do not have the length that the format gives them.
  case wrongEntryByteCount(ObjectFilePart, byteCount: UInt64)
  /// There are more program headers than the ELF header can count, as only core files have.
  case tooManyProgramHeaders
  /// The file refers to a part that is not there, or does not say how long it is.
  case missing(ObjectFilePart)
  /// The part's address is in none of the segments that are loaded from the file.
  case unmappedAddress(ObjectFilePart, address: UInt64)
  /// Something in a part, or its own length, leads out of the table or segment at `offset`.
  case outOfBounds(ObjectFilePart, offset: UInt64)
  /// The string at `offset` does not end inside its table.
  case unterminatedString(ObjectFilePart, offset: UInt64)
  /// The strings of a part are longer than any linker makes them, together or one of them.
  case stringsTooLong(ObjectFilePart)
  /// The part is of a kind, or says something, that is not known here.
  case unknownEncoding(ObjectFilePart, offset: UInt64)
  /// The compressed section at `offset` cannot be decompressed.
  case notDecompressed(offset: UInt64)
  /// The section at `offset`, which Zstandard compressed, cannot be decompressed.
  case notDecompressedByZstandard(offset: UInt64)
  /// The compressed sections are longer together than a file of its length may have them.
  case decompressesToTooMuch(limit: UInt64)
  /// The part is larger, or asks for more reading, than any linker makes it.
  case tooMuch(ObjectFilePart)
  /// There is no debug information: not in the file itself, and not in any that were looked for.
  case noDebugInformation(lookedFor: [String])
  /// The file is for a machine of which is not known what C's types are there.
  case unknownArchitecture(String)
  /// The debug information is in files of its own, of which one is named.
  case splitDebugInformation(file: String)
}

extension ObjectFileError: CustomStringConvertible {
  /// One clause for people, without the file's name.
  public var description: String {
    switch self {
    case .notAnObjectFile(let resemblance):
      "not an ELF file: \(resemblance)"
    case .notOpened(let path):
      "\(path) cannot be opened for reading, or is no regular file"
    case .unreadable(let offset, let byteCount):
      "\(byteCount) bytes at offset \(offset) cannot be read"
    case .truncated(let part, let offset):
      "the file ends before its \(part.rawValue) at offset \(offset) does"
    case .unknownClass(let value):
      "class \(value) is neither 32 nor 64 bits"
    case .unknownByteOrder(let value):
      "byte order \(value) is neither little nor big endian"
    case .unknownVersion(let value):
      "version \(value) of the format is not known"
    case .wrongEntryByteCount(let part, let byteCount):
      "an entry of its \(part.rawValue) cannot have \(byteCount) bytes"
    case .tooManyProgramHeaders:
      "it has too many program headers"
    case .missing(let part):
      "it lacks its \(part.rawValue), or the length of it"
    case .unmappedAddress(let part, let address):
      "the address 0x\(String(address, radix: 16)) of its \(part.rawValue) is not loaded"
    case .outOfBounds(let part, let offset):
      "its \(part.rawValue) leads out of what is at offset \(offset)"
    case .unterminatedString(let part, let offset):
      "the string at offset \(offset) of its \(part.rawValue) does not end"
    case .stringsTooLong(let part):
      "the strings of its \(part.rawValue) are too long"
    case .unknownEncoding(let part, let offset):
      "its \(part.rawValue) at offset \(offset) is of no known kind"
    case .notDecompressed(let offset):
      "the compressed section at offset \(offset) cannot be decompressed"
    case .notDecompressedByZstandard(let offset):
      "the section at offset \(offset), compressed by Zstandard, cannot be decompressed: it is "
        + "damaged, or libzstd.so.1 (Debian's libzstd1) is not installed"
    case .decompressesToTooMuch(let limit):
      "its compressed debug sections are longer together than the \(limit >> 20) MiB that a file of "
        + "its length may take; 'objcopy --decompress-debug-sections' makes one of their own length"
    case .tooMuch(let part):
      "its \(part.rawValue) is larger than can be read, or leads round in circles"
    case .noDebugInformation(let paths):
      "it has no debug information; compile it with -g, or install the package of its debug "
        + "symbols (NAME-dbgsym)"
        + (paths.isEmpty ? "" : "; looked for \(paths.joined(separator: ", "))")
    case .unknownArchitecture(let machine):
      "it is for \(machine), and what C's types are there is not known"
    case .splitDebugInformation(let file):
      "its debug information is split into files that are not read, such as \(file); compile it "
        + "without -gsplit-dwarf"
    }
  }
}
