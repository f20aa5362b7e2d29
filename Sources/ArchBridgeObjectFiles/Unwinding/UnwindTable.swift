/// What a file says of its functions' frames: where each keeps what its caller needs.
///
/// It is what exceptions are unwound by (`.eh_frame`), and in every file that a linker made for
/// Linux. It is found by its sorted table, from which only what is asked for is read.
public struct UnwindTable: Sendable {
  private let image: ELFImage
  /// Rows of an address and where its description is.
  private let rows: UnwindRows
  let is64: Bool

  /// How long a function's description can be.
  private static let entryByteLimit: UInt64 = 1 << 20

  /// Finds the table; nil where the file has none that can be searched.
  public init?(_ file: ELFFile) {
    image = file.image
    is64 = image.layout.is64
    guard image.layout.isLittleEndian,
      let segment = image.segments.first(where: { $0.kind == .unwindTable }),
      let bytes = try? image.read(
        .unwindTable, at: segment.offset, byteCount: segment.byteCount),
      let rows = try? UnwindRows(bytes.bytes, at: segment.address, is64: is64)
    else { return nil }
    self.rows = rows
  }

  /// The description of the code at an address.
  func entry(of address: UInt64) throws(UnwindFault) -> UnwindEntry? {
    guard let place = try rows.place(of: address) else { return nil }
    var body = try record(at: place)
    let field = body.here
    let distance = try body.number(4)
    guard distance != 0 else { return nil }
    let common = try UnwindCommon(record(at: field &- distance))
    let entry = try UnwindEntry(body, common)
    return address &- entry.start < entry.byteCount ? entry : nil
  }

  /// The bytes behind a length.
  private func record(at address: UInt64) throws(UnwindFault) -> UnwindCursor {
    var head = UnwindCursor(try bytes(at: address, 4)[...], at: address, is64: is64)
    let count = try head.number(4)
    guard count > 0, count <= Self.entryByteLimit else { throw UnwindFault() }
    return UnwindCursor(
      try bytes(at: address &+ 4, count)[...], at: address &+ 4, is64: is64)
  }

  private func bytes(at address: UInt64, _ count: UInt64) throws(UnwindFault) -> [UInt8] {
    guard let region = try? image.region(.unwindTable, address: address).prefix(count),
      let bytes = try? image.read(region)
    else { throw UnwindFault() }
    return bytes.bytes
  }
}

/// The sorted table at the head of a file's unwind table.
private struct UnwindRows: Sendable {
  private let bytes: [UInt8]
  private let address: UInt64
  private let start: Int
  private let count: Int
  private let encoding: UInt8
  private let width: Int
  private let is64: Bool

  init(_ bytes: [UInt8], at address: UInt64, is64: Bool) throws(UnwindFault) {
    var cursor = UnwindCursor(bytes[...], at: address, is64: is64)
    guard try cursor.byte() == 1 else { throw UnwindFault() }
    let frames = try cursor.byte()
    let counting = try cursor.byte()
    encoding = try cursor.byte()
    _ = try cursor.pointer(frames, data: address)
    guard let count = try cursor.pointer(counting, data: address) else { throw UnwindFault() }
    switch encoding & 0x0F {
    case 0x03, 0x0B: width = 4
    case 0x04, 0x0C: width = 8
    default: throw UnwindFault()
    }
    start = cursor.index
    guard count <= UInt64((bytes.count - start) / (2 * width)) else { throw UnwindFault() }
    (self.bytes, self.address, self.count, self.is64) = (bytes, address, Int(count), is64)
  }

  private func number(_ row: Int, _ column: Int) throws(UnwindFault) -> UInt64 {
    let offset = start + (2 * row + column) * width
    var cursor = UnwindCursor(
      bytes[offset..<offset + width], at: address &+ UInt64(offset), is64: is64)
    guard let value = try cursor.pointer(encoding, data: address) else { throw UnwindFault() }
    return value
  }

  /// Where the description is whose code begins last before an address.
  func place(of address: UInt64) throws(UnwindFault) -> UInt64? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if try number(middle, 0) <= address { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : try number(low - 1, 1)
  }
}
