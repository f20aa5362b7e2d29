extension ELFFile {
  /// How many bytes of notes are looked at; what a linker writes is some hundred bytes.
  private static let noteByteLimit: UInt64 = 65_536

  /// The build ID (`NT_GNU_BUILD_ID`), by which separate debug information is found.
  ///
  /// Only the first 64 KiB of notes are looked at.
  public var buildID: [UInt8]? {
    get throws(ObjectFileError) {
      var allowance = Self.noteByteLimit
      for segment in image.segments where segment.kind == .note && allowance > 0 {
        let byteCount = min(segment.byteCount, allowance)
        allowance -= byteCount
        let bytes = try image.read(.notes, at: segment.offset, byteCount: byteCount)
        let isWhole = byteCount == segment.byteCount
        let alignment = segment.alignment == 8 ? 8 : 4
        if let found = try buildID(in: bytes, isWhole: isWhole, alignment: alignment) {
          return found
        }
      }
      return nil
    }
  }

  /// The build ID among the notes in `bytes`; a note may go on behind them unless they are whole.
  func buildID(
    in notes: ELFBytes, isWhole: Bool, alignment: Int
  ) throws(ObjectFileError) -> [UInt8]? {
    var index = 0
    let end = notes.bytes.count
    while end - index >= 12 {
      let nameByteCount = Int(try notes.uint32(at: index))
      let descriptionByteCount = Int(try notes.uint32(at: index + 4))
      let type = try notes.uint32(at: index + 8)
      let name = index + 12
      let description = Self.aligned(name + nameByteCount, to: alignment)
      guard description <= end, descriptionByteCount <= end - description else {
        if isWhole { throw .outOfBounds(.notes, offset: notes.offset) }
        return nil
      }
      if type == 3, notes.bytes[name..<name + nameByteCount].elementsEqual("GNU\0".utf8) {
        return [UInt8](notes.bytes[description..<description + descriptionByteCount])
      }
      index = Self.aligned(description + descriptionByteCount, to: alignment)
    }
    return nil
  }

  /// `index`, which is the sum of at most three 32-bit numbers, rounded up.
  private static func aligned(_ index: Int, to alignment: Int) -> Int {
    (index + alignment - 1) / alignment * alignment
  }
}
