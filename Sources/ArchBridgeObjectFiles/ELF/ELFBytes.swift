/// Bytes of one part of an ELF file, from which numbers are read with a check of the bounds.
struct ELFBytes {
  let part: ObjectFilePart
  /// Where the bytes start in the file.
  let offset: UInt64
  let layout: ELFLayout
  let bytes: [UInt8]

  func uint8(at index: Int) throws(ObjectFileError) -> UInt8 {
    UInt8(truncatingIfNeeded: try number(at: index, byteCount: 1))
  }

  func uint16(at index: Int) throws(ObjectFileError) -> UInt16 {
    UInt16(truncatingIfNeeded: try number(at: index, byteCount: 2))
  }

  func uint32(at index: Int) throws(ObjectFileError) -> UInt32 {
    UInt32(truncatingIfNeeded: try number(at: index, byteCount: 4))
  }

  /// An address, an offset or a length.
  func word(at index: Int) throws(ObjectFileError) -> UInt64 {
    try number(at: index, byteCount: layout.wordByteCount)
  }

  func number(at index: Int, byteCount: Int) throws(ObjectFileError) -> UInt64 {
    guard index >= 0, byteCount <= bytes.count, index <= bytes.count - byteCount else {
      throw .outOfBounds(part, offset: offset)
    }
    var value: UInt64 = 0
    if layout.isLittleEndian {
      for shift in 0..<byteCount { value |= UInt64(bytes[index + shift]) << UInt64(8 * shift) }
    } else {
      for position in index..<index + byteCount { value = value << 8 | UInt64(bytes[position]) }
    }
    return value
  }
}
