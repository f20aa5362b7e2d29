internal import ArchBridgeWire
internal import CArchBridgeShims

/// The memory that the controller shares with this process, a piece of which is mapped on request.
@safe public struct SharedMemory: Sendable {
  private enum Source {
    case file(ab_shared_file)
    /// Memory of this very process, which is there without being mapped.
    case memory(UInt, byteCount: UInt64)
  }

  private let source: Source

  /// Takes the file behind a descriptor; nil where it stands for none, as for `/dev/null`.
  public init?(file descriptor: Int32) {
    var file = ab_shared_file()
    guard unsafe ab_shared_look(descriptor, &file) == 0,
      file.byte_count >= UInt64(AB_MAILBOX_FILE_BYTES + AB_REPORT_BYTES)
    else { return nil }
    // What is behind the data is for a report of this process's end.
    file.byte_count -= UInt64(AB_REPORT_BYTES)
    source = .file(file)
  }

  /// Takes memory of this process, which is asked for as a file's would be.
  public init(address: UInt, byteCount: UInt64) {
    source = .memory(address, byteCount: byteCount)
  }

  func map(_ message: MapMessage) throws(FailureMessage) -> MappedMessage {
    switch source {
    case .memory(let address, let byteCount):
      guard message.offset <= byteCount, message.byteCount <= byteCount - message.offset else {
        throw FailureMessage(.outOfRange)
      }
      return MappedMessage(address: UInt64(address) + message.offset)
    case .file(var file):
      guard message.offset >= UInt64(AB_MAILBOX_FILE_BYTES), message.offset <= file.byte_count,
        message.byteCount <= file.byte_count - message.offset
      else { throw FailureMessage(.outOfRange) }
      guard unsafe ab_shared_is_there(&file) != 0 else {
        throw FailureMessage(.outOfRange, [UInt8]("the file is no longer open".utf8))
      }
      // Safe: a mapping of its own, where nothing else is.
      guard let memory = unsafe ab_shared_map(&file, message.offset, message.byteCount) else {
        return MappedMessage(address: 0, room: ab_shared_room(message.byteCount))
      }
      return MappedMessage(address: UInt64(UInt(bitPattern: memory)))
    }
  }

  func unmap(_ message: UnmapMessage) throws(FailureMessage) -> UnmappedMessage {
    if case .file = source, ab_shared_unmap(message.address, message.byteCount) != 0 {
      throw FailureMessage(.badAddress)
    }
    return UnmappedMessage()
  }
}
