/// What a `CodeMap` may need besides a file itself; the caller does the input and output.
public protocol CodeMapSurroundings: Sendable {
  /// The regular file at a path, or `nil` where there is none that can be read.
  func file(at path: String) -> (any ObjectFileSource)?

  /// A stream of zlib, which is not to be trusted, decompressed to exactly `byteCount` bytes.
  ///
  /// `nil` is a stream that is broken or of another length, or a machine that has no zlib.
  func inflated(_ stream: [UInt8], byteCount: Int) -> [UInt8]?
}

/// Nothing but the file itself.
struct NoSurroundings: CodeMapSurroundings {
  func file(at path: String) -> (any ObjectFileSource)? { nil }
  func inflated(_ stream: [UInt8], byteCount: Int) -> [UInt8]? { nil }
}
