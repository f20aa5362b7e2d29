internal import ArchBridgeWire
internal import Synchronization

/// A recording that is read: where each record is, and what is in it when it is asked for.
///
/// Nothing in the file is trusted: every length is held against the file's before it is used.
final class ArchiveReader: Sendable {
  /// A record's place.
  struct Entry {
    let kind: ArchiveRecord.Kind
    let checksum: UInt32
    let offset: Int
    let byteCount: Int
    /// The helper's thread that an envelope is of.
    let thread: UInt32
    /// What an envelope is.
    let envelopeKind: EnvelopeKind
  }

  let path: String
  let header: ArchiveHeader
  let entries: [Entry]
  /// Whether the file ends inside a record, or before the session was closed.
  let isCutShort: Bool
  private let file: Mutex<ArchiveFile>

  /// How many records a recording can have.
  static let recordLimit = 20_000_000

  /// Opens a recording, and finds its records.
  init(path: String) throws(BridgeError) {
    let file = try ArchiveFile.reading(path)
    do throws(ArchiveDamage) {
      guard let byteCount = file.byteCount else { throw ArchiveDamage("it is no plain file") }
      let head = file.read(at: 0, count: ArchiveHeader.headByteCount)
      let bodyByteCount = try ArchiveHeader.bodyByteCount(head)
      let body = file.read(at: head.count, count: bodyByteCount)
      guard body.count == bodyByteCount else { throw ArchiveDamage("it ends in its head") }
      header = try ArchiveHeader(decoding: body)
      (entries, isCutShort) = try Self.index(file, from: head.count + bodyByteCount, byteCount)
    } catch {
      throw error.error(path)
    }
    self.path = path
    self.file = Mutex(file)
  }

  private static func index(
    _ file: borrowing ArchiveFile, from start: Int, _ end: Int
  ) throws(ArchiveDamage) -> ([Entry], Bool) {
    var entries: [Entry] = []
    var offset = start
    while offset < end {
      let head = file.read(at: offset, count: min(ArchiveRecord.headByteCount, end - offset))
      // A program that ended while it wrote leaves the beginning of a record.
      guard head.count >= ArchiveRecord.headByteCount else { return (entries, true) }
      let first = head.number(at: 0, byteCount: 8)
      let byteCount = head.number(at: 8, byteCount: 8)
      guard let kind = ArchiveRecord.Kind(rawValue: UInt8(truncatingIfNeeded: first)),
        first & 0xFFFF_FF00 == 0, byteCount <= UInt64(ArchiveRecord.byteLimit)
      else { throw ArchiveDamage("it is damaged at byte \(offset)") }
      let contents = offset + ArchiveRecord.headByteCount
      guard Int(byteCount) <= end - contents else { return (entries, true) }
      let checksum = UInt32(truncatingIfNeeded: first >> 32)
      let whole = file.read(at: contents, count: Int(byteCount))
      guard whole.count == Int(byteCount),
        ArchiveRecord.checksum(kind.rawValue, whole) == checksum
      else { throw ArchiveDamage("it is damaged at byte \(offset)") }
      var envelope: EnvelopeHeader?
      if kind == .sent || kind == .received {
        envelope = try? EnvelopeHeader(decoding: whole)
        guard let envelope, Int(envelope.bodyByteCount) + EnvelopeHeader.byteCount == Int(byteCount)
        else { throw ArchiveDamage("it is damaged at byte \(offset)") }
      }
      guard entries.count < recordLimit else {
        throw ArchiveDamage("it has more than \(recordLimit) records")
      }
      entries.append(
        Entry(
          kind: kind, checksum: checksum, offset: contents,
          byteCount: Int(byteCount), thread: envelope?.thread ?? 0,
          envelopeKind: envelope?.kind ?? EnvelopeKind(rawValue: 0)))
      offset = contents + Int(byteCount)
    }
    return (entries, entries.last?.kind != .end)
  }

  /// A record's bytes.
  func bytes(_ entry: Entry) throws(ArchiveDamage) -> [UInt8] {
    let bytes = file.withLock { $0.read(at: entry.offset, count: entry.byteCount) }
    guard bytes.count == entry.byteCount,
      ArchiveRecord.checksum(entry.kind.rawValue, bytes) == entry.checksum
    else {
      throw ArchiveDamage(
        "it is damaged at byte \(entry.offset - ArchiveRecord.headByteCount)")
    }
    return bytes
  }

  /// The envelope that a record is.
  func envelope(_ entry: Entry) throws(ArchiveDamage) -> Envelope {
    let bytes = try bytes(entry)
    do throws(EnvelopeError) {
      return Envelope(
        header: try EnvelopeHeader(decoding: bytes),
        body: [UInt8](bytes[EnvelopeHeader.byteCount...]))
    } catch {
      throw ArchiveDamage("it is damaged at byte \(entry.offset)")
    }
  }

  /// What kinds other than envelopes hold.
  func value(_ entry: Entry) throws(ArchiveDamage) -> CBORValue {
    guard let value = try? CBORValue(decoding: try bytes(entry)) else {
      throw ArchiveDamage("it is damaged at byte \(entry.offset)")
    }
    return value
  }
}
