/// What an ELF file's identification and header say.
public struct ELFHeader: Hashable, Sendable {
  /// The order of the bytes of a number.
  public enum ByteOrder: Hashable, Sendable {
    /// The lowest byte comes first.
    case littleEndian
    /// The highest byte comes first.
    case bigEndian
  }

  /// What a file is for.
  public enum FileType: Hashable, Sendable {
    /// Code to be linked (`ET_REL`), a `.o` file.
    case relocatable
    /// A program at a fixed address (`ET_EXEC`).
    case executable
    /// A library, or a position independent program (`ET_DYN`).
    case sharedObject
    /// The memory of a process that died (`ET_CORE`).
    case core
    /// Another type, by its number.
    case other(UInt16)
  }

  /// The number of the machine that the file is for (`e_machine`).
  public let machine: UInt16
  /// The word size: 32 or 64.
  public let bitCount: Int
  /// The order of the bytes of its numbers.
  public let byteOrder: ByteOrder
  /// What the file is for.
  public let fileType: FileType
  /// The machine's own flags (`e_flags`).
  public let flags: UInt32
}

extension ELFHeader.FileType {
  init(number: UInt16) {
    switch number {
    case 1: self = .relocatable
    case 2: self = .executable
    case 3: self = .sharedObject
    case 4: self = .core
    default: self = .other(number)
    }
  }
}
