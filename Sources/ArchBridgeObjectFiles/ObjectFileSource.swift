/// Random access to an object file's bytes; the caller does the input and output.
public protocol ObjectFileSource: Sendable {
  /// How many bytes the file has.
  var byteCount: UInt64 { get }

  /// The `count` bytes that start at `offset`.
  ///
  /// A reader asks only for bytes inside `byteCount`, and treats an answer of another length as
  /// unreadable.
  ///
  /// - Throws: `ObjectFileError.unreadable` where not all of them can be had.
  func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8]
}
