/// An ELF file's bytes with the segments by which addresses become offsets.
struct ELFImage: Sendable {
  let source: any ObjectFileSource
  let byteCount: UInt64
  private(set) var layout: ELFLayout
  var segments: [ELFSegment] = []

  init(_ source: any ObjectFileSource) throws(ObjectFileError) {
    self.source = source
    byteCount = source.byteCount
    layout = .identification
    let prefixCount = min(byteCount, ObjectFileResemblance.prefixByteCount)
    let prefix = try read(.identification, at: 0, byteCount: prefixCount)
    guard prefix.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else {
      throw .notAnObjectFile(ObjectFileResemblance(prefix: prefix.bytes))
    }
    guard prefix.bytes.count >= ELFLayout.identificationByteCount else {
      throw .truncated(.identification, offset: 0)
    }
    layout = try ELFLayout(identification: prefix)
  }

  /// The bytes of one part alone, in the layout of the file that it comes from.
  init(part: [UInt8], layout: ELFLayout) {
    source = ObjectFileBytes(part)
    byteCount = UInt64(part.count)
    self.layout = layout
  }

  /// Reads bytes that must be inside the file.
  func read(
    _ part: ObjectFilePart, at offset: UInt64, byteCount count: UInt64
  ) throws(ObjectFileError) -> ELFBytes {
    guard offset <= byteCount, count <= byteCount - offset, let exact = Int(exactly: count) else {
      throw .truncated(part, offset: offset)
    }
    let bytes = exact == 0 ? [] : try source.bytes(at: offset, count: exact)
    guard bytes.count == exact else { throw .unreadable(offset: offset, byteCount: exact) }
    return ELFBytes(part: part, offset: offset, layout: layout, bytes: bytes)
  }

  /// Reads a region as a whole.
  func read(_ region: ELFRegion) throws(ObjectFileError) -> ELFBytes {
    try read(region.part, at: region.offset, byteCount: region.byteCount)
  }

  /// Where in the file the loaded segment that holds `address` goes on from there.
  func region(_ part: ObjectFilePart, address: UInt64) throws(ObjectFileError) -> ELFRegion {
    for segment in segments where segment.kind == .load && address >= segment.address {
      let distance = address - segment.address
      guard distance < segment.byteCount else { continue }
      let (offset, overflow) = segment.offset.addingReportingOverflow(distance)
      guard !overflow, offset <= byteCount else { throw .truncated(part, offset: segment.offset) }
      let rest = min(segment.byteCount - distance, byteCount - offset)
      return ELFRegion(part: part, offset: offset, byteCount: rest)
    }
    throw .unmappedAddress(part, address: address)
  }
}
