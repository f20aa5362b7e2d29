/// A string table, of which as much is read as the strings that are asked for need.
struct ELFStringTable {
  private let image: ELFImage
  private let region: ELFRegion
  /// The part of the table that has been read last.
  private var window: [UInt8] = []
  /// Where in the table the window starts.
  private var windowStart: UInt64 = 0
  /// How many more bytes of strings may be given: strings overlap in few files, and then little.
  private var allowance: UInt64

  /// A table of which one string is asked for, of no more than `limit` bytes.
  init(_ image: ELFImage, _ region: ELFRegion, stringByteLimit limit: UInt64) {
    self.init(image, region)
    allowance = limit
  }

  private static let firstReadByteCount: UInt64 = 256
  private static let overlapFactor: UInt64 = 8
  private static let leastAllowance: UInt64 = 65_536

  init(_ image: ELFImage, _ entries: ELFDynamicEntries) throws(ObjectFileError) {
    guard let address = entries[.stringTable], let byteCount = entries[.stringTableByteCount] else {
      throw .missing(.stringTable)
    }
    self.init(image, try image.region(.stringTable, address: address).prefix(byteCount))
  }

  init(_ image: ELFImage, _ region: ELFRegion) {
    self.image = image
    self.region = region
    // The region is inside the file, and no file is so long that this overflows.
    allowance = max(Self.leastAllowance, region.byteCount &* Self.overlapFactor)
  }

  /// Reads the whole table at once, for many strings.
  mutating func readAll() throws(ObjectFileError) {
    window = try image.read(region).bytes
    windowStart = 0
  }

  /// The string that starts at `offset` of the table.
  mutating func string(at offset: UInt64) throws(ObjectFileError) -> String {
    guard offset < region.byteCount else { throw .outOfBounds(.stringTable, offset: region.offset) }
    var readByteCount = Self.firstReadByteCount
    while true {
      if let found = try stringInWindow(at: offset) { return found }
      let windowEnd = windowStart + UInt64(window.count)
      let reachesEnd = windowStart <= offset && windowEnd == region.byteCount
      guard !reachesEnd else {
        throw .unterminatedString(.stringTable, offset: region.offset + offset)
      }
      guard windowStart != offset || UInt64(window.count) <= allowance else {
        throw .stringsTooLong(.stringTable)
      }
      let count = min(readByteCount, region.byteCount - offset)
      window = try image.read(.stringTable, at: region.offset + offset, byteCount: count).bytes
      windowStart = offset
      readByteCount = readByteCount &* 2
    }
  }

  /// The string at `offset`, or `nil` where the window does not hold it and its end.
  private mutating func stringInWindow(at offset: UInt64) throws(ObjectFileError) -> String? {
    guard offset >= windowStart, offset - windowStart < UInt64(window.count) else { return nil }
    let rest = window[Int(offset - windowStart)...]
    guard let end = rest.firstIndex(of: 0) else { return nil }
    let byteCount = UInt64(end - rest.startIndex)
    guard byteCount <= allowance else { throw .stringsTooLong(.stringTable) }
    allowance -= byteCount
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
