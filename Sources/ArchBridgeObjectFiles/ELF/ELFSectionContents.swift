/// A section's bytes: in the file, or in memory where they are compressed in the file.
struct ELFSectionContents: Sendable {
  let image: ELFImage
  let region: ELFRegion

  /// Decompresses a stream to so many bytes, or answers `nil`.
  typealias Decompression = @Sendable ([UInt8], SectionCompression, Int) -> [UInt8]?

  /// Finds a section by its name, such as `.debug_line`; `nil` is a file that does not have it.
  ///
  /// - Throws: `ObjectFileError.notDecompressed` where `decompress` cannot, and
  ///   `.decompressesToTooMuch` where the allowance does not reach.
  init?(
    _ name: String, _ part: ObjectFilePart, of sections: ELFSections, in image: ELFImage,
    allowance: inout DecompressionAllowance, decompress: Decompression
  ) throws(ObjectFileError) {
    if let section = sections.named(name) {
      let region = section.region(part)
      guard section.isCompressed else {
        self.init(image: image, region: region)
        return
      }
      let is64 = image.layout.is64
      let head = try image.read(try region.prefix(is64 ? 24 : 12))
      guard let compression = SectionCompression(rawValue: try head.uint32(at: 0)) else {
        throw .notDecompressed(offset: region.offset)
      }
      try self.init(
        stream: try region.dropFirst(is64 ? 24 : 12), compression,
        byteCount: try head.word(at: is64 ? 8 : 4), in: image, &allowance, decompress)
    } else if let section = sections.named(".z" + name.dropFirst()) {
      // The old way: a mark, the length with its highest byte first, the stream.
      let region = section.region(part)
      let head = try image.read(try region.prefix(12)).bytes
      guard head.starts(with: "ZLIB".utf8) else { throw .notDecompressed(offset: region.offset) }
      try self.init(
        stream: try region.dropFirst(12), .zlib,
        byteCount: head[4...].reduce(0) { $0 << 8 | UInt64($1) }, in: image, &allowance, decompress)
    } else {
      return nil
    }
  }

  private init(
    stream: ELFRegion, _ compression: SectionCompression, byteCount: UInt64, in image: ELFImage,
    _ allowance: inout DecompressionAllowance, _ decompress: Decompression
  ) throws(ObjectFileError) {
    try allowance.take(byteCount)
    // The stream is inside the file where it can be read.
    guard byteCount / compression.greatestRatio <= stream.byteCount,
      let bytes = decompress(try image.read(stream).bytes, compression, Int(byteCount)),
      UInt64(bytes.count) == byteCount
    else {
      throw compression == .zlib
        ? .notDecompressed(offset: stream.offset)
        : .notDecompressedByZstandard(offset: stream.offset)
    }
    self.init(
      image: ELFImage(part: bytes, layout: image.layout),
      region: ELFRegion(part: stream.part, offset: 0, byteCount: byteCount))
  }

  private init(image: ELFImage, region: ELFRegion) {
    self.image = image
    self.region = region
  }

  /// Bytes that must be inside the section.
  func bytes(at offset: UInt64, byteCount: UInt64) throws(ObjectFileError) -> ELFBytes {
    try image.read(try region.dropFirst(offset).prefix(byteCount))
  }

  /// At most `limit` bytes from `offset` on, fewer at the section's end.
  func bytes(at offset: UInt64, limit: UInt64) throws(ObjectFileError) -> ELFBytes {
    let rest = try region.dropFirst(offset)
    return try image.read(try rest.prefix(min(rest.byteCount, limit)))
  }

  /// The string that starts at `offset`, of 64 KiB at most.
  func string(at offset: UInt64) throws(ObjectFileError) -> String {
    var table = ELFStringTable(image, region, stringByteLimit: 65_536)
    return try table.string(at: offset)
  }
}
