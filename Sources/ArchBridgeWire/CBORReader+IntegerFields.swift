extension CBORReader {
  /// Reads a map that has integers as keys, in any order.
  ///
  /// `field` reads the value and returns true, or returns false for a key that it does not know,
  /// whose value is passed over.
  public mutating func readFields(
    _ field: (Int, inout CBORReader) throws(CBORError) -> Bool
  ) throws(CBORError) {
    var known: [Int64] = []
    try readEntries { (reader) throws(CBORError) in
      let start = reader.offset
      let key = try reader.readSigned()
      let before = reader
      guard let number = Int(exactly: key), try field(number, &reader) else {
        reader = before
        return try reader.skip()
      }
      guard !known.contains(key) else { throw .unexpectedItem(offset: start) }
      known.append(key)
    }
  }
}
