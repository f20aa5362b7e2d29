/// What a `CodeMap` may need besides a file itself; the caller does the input and output.
public protocol CodeMapSurroundings: Sendable {
  /// The regular file at a path, or `nil` where there is none that can be read.
  func file(at path: String) -> (any ObjectFileSource)?

  /// A stream, which is not to be trusted, decompressed to exactly `byteCount` bytes.
  ///
  /// `nil` is a stream that is broken or of another length, or a machine that cannot decompress it.
  func decompressed(
    _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
  ) -> [UInt8]?
}

/// Nothing but the file itself.
struct NoSurroundings: CodeMapSurroundings {
  func file(at path: String) -> (any ObjectFileSource)? { nil }
  func decompressed(
    _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
  ) -> [UInt8]? { nil }
}
