extension ELFFile {
  /// The address, as the file counts them, of what is at an offset of the file and loaded from there.
  public func address(atOffset offset: UInt64) -> UInt64? {
    for segment in image.segments where segment.kind == .load && offset >= segment.offset {
      let distance = offset - segment.offset
      if distance < segment.byteCount { return segment.address &+ distance }
    }
    return nil
  }
}
