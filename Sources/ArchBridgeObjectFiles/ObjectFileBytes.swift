/// An object file that is in memory as a whole.
public struct ObjectFileBytes: ObjectFileSource {
  private let contents: [UInt8]

  /// Makes a source of a file's whole contents.
  public init(_ contents: [UInt8]) {
    self.contents = contents
  }

  /// How many bytes the file has.
  public var byteCount: UInt64 { UInt64(contents.count) }

  /// The `count` bytes that start at `offset`.
  ///
  /// - Throws: `ObjectFileError.unreadable` where they are not all inside the file.
  public func bytes(at offset: UInt64, count: Int) throws(ObjectFileError) -> [UInt8] {
    guard let start = Int(exactly: offset), count >= 0, start <= contents.count,
      count <= contents.count - start
    else { throw .unreadable(offset: offset, byteCount: count) }
    // What is asked for as a whole needs no copy.
    return count == contents.count ? contents : [UInt8](contents[start..<start + count])
  }
}
