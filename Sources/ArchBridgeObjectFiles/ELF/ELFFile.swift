/// An ELF file, of 32 or 64 bits and either byte order, read as little as a question needs.
///
/// Nothing in the file is trusted: whatever it holds, a reader answers or throws, in a time and
/// with an amount of memory that are in proportion to the file's length. The dynamic symbols are
/// found as the loader finds them, so that a file without section headers gives the same answers.
///
/// Strings that are not UTF-8 are given with U+FFFD in place of what is not.
public struct ELFFile: Sendable {
  /// What the identification and header say.
  public let header: ELFHeader
  let image: ELFImage

  /// Reads the identification, the header and the program headers of a file.
  ///
  /// - Throws: `ObjectFileError.notAnObjectFile` with what the file looks like where it is not ELF,
  ///   and another case where it breaks a rule of the format.
  public init(_ source: some ObjectFileSource) throws(ObjectFileError) {
    var image = try ELFImage(source)
    let layout = image.layout
    let bytes = try image.read(.header, at: 0, byteCount: UInt64(layout.headerByteCount))
    let version = try bytes.uint32(at: 20)
    guard version == 1 else { throw .unknownVersion(version) }
    let word = layout.wordByteCount
    let afterWords = 24 + 3 * word
    header = ELFHeader(
      machine: try bytes.uint16(at: 18),
      bitCount: layout.is64 ? 64 : 32,
      byteOrder: layout.isLittleEndian ? .littleEndian : .bigEndian,
      fileType: ELFHeader.FileType(number: try bytes.uint16(at: 16)),
      flags: try bytes.uint32(at: afterWords))
    image.segments = try Self.segments(
      of: image, at: try bytes.word(at: 24 + word),
      entryByteCount: Int(try bytes.uint16(at: afterWords + 6)),
      count: Int(try bytes.uint16(at: afterWords + 8)))
    self.image = image
  }

  /// Throws unless the file is long enough for everything that is loaded from it.
  ///
  /// A loader does not look: a file that was cut off ends the process that it is loaded into.
  ///
  /// - Throws: `ObjectFileError.truncated` with the first segment that is not whole.
  public func checkSegments() throws(ObjectFileError) {
    for segment in image.segments where segment.kind == .load && segment.byteCount > 0 {
      guard segment.offset <= image.byteCount,
        segment.byteCount <= image.byteCount - segment.offset
      else { throw .truncated(.segment, offset: segment.offset) }
    }
  }

  /// Reads the program headers that matter here.
  private static func segments(
    of image: ELFImage, at offset: UInt64, entryByteCount: Int, count: Int
  ) throws(ObjectFileError) -> [ELFSegment] {
    guard count > 0 else { return [] }
    guard count < 0xFFFF else { throw .tooManyProgramHeaders }
    guard entryByteCount == image.layout.programHeaderByteCount else {
      throw .wrongEntryByteCount(.programHeaders, byteCount: UInt64(entryByteCount))
    }
    let bytes = try image.read(
      .programHeaders, at: offset, byteCount: UInt64(count * entryByteCount))
    var segments: [ELFSegment] = []
    for index in 0..<count {
      guard let segment = try ELFSegment(bytes, at: index * entryByteCount) else { continue }
      segments.append(segment)
    }
    return segments
  }
}
