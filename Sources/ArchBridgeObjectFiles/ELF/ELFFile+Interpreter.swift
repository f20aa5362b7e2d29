extension ELFFile {
  /// The longest path that Linux accepts, with its final NUL.
  private static let pathByteLimit: UInt64 = 4096

  /// The path of the program interpreter, the loader, which programs have and few libraries.
  public var interpreter: String? {
    get throws(ObjectFileError) {
      guard let segment = image.segments.first(where: { $0.kind == .interpreter }),
        segment.byteCount > 0
      else { return nil }
      guard segment.byteCount <= Self.pathByteLimit else {
        throw .outOfBounds(.interpreter, offset: segment.offset)
      }
      let bytes = try image.read(
        .interpreter, at: segment.offset, byteCount: segment.byteCount
      ).bytes
      guard let end = bytes.firstIndex(of: 0) else {
        throw .unterminatedString(.interpreter, offset: segment.offset)
      }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }
}
