/// A stretch of the file that one part must not leave.
struct ELFRegion {
  let part: ObjectFilePart
  let offset: UInt64
  let byteCount: UInt64

  /// The region's part from `start` on, counted from the region's start.
  func dropFirst(_ start: UInt64) throws(ObjectFileError) -> ELFRegion {
    guard start <= byteCount else { throw .outOfBounds(part, offset: offset) }
    return ELFRegion(part: part, offset: offset + start, byteCount: byteCount - start)
  }

  /// The region's first `count` bytes.
  func prefix(_ count: UInt64) throws(ObjectFileError) -> ELFRegion {
    guard count <= byteCount else { throw .outOfBounds(part, offset: offset) }
    return ELFRegion(part: part, offset: offset, byteCount: count)
  }
}
