internal import Logging
internal import Synchronization

/// Cuts a session's output into lines, and logs each.
///
/// What is left without its end is logged when the session ends.
final class OutputLines: Sendable {
  private let logger: Logger
  private let observer: SessionObserver
  private let pending = Mutex<(output: [UInt8], error: [UInt8])>(([], []))

  /// A line that is longer is logged in pieces, so that output without end takes no memory.
  private static let byteLimit = 65_536

  init(logger: Logger, _ observer: SessionObserver) {
    self.logger = logger
    self.observer = observer
  }

  deinit {
    for isError in [false, true] { take(.init(isError: isError, bytes: [UInt8(ascii: "\n")])) }
  }

  func take(_ chunk: LibraryOutput.Chunk) {
    let lines = pending.withLock { pending in
      chunk.isError
        ? Self.split(chunk.bytes, &pending.error) : Self.split(chunk.bytes, &pending.output)
    }
    for line in lines where !line.isEmpty {
      logger.log(
        level: chunk.isError ? .warning : .info, "\(String(decoding: line, as: UTF8.self))",
        metadata: observer.metadata)
    }
  }

  private static func split(_ bytes: [UInt8], _ pending: inout [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") || pending.count >= byteLimit {
        lines.append(pending)
        pending = []
      }
      if byte != UInt8(ascii: "\n") { pending.append(byte) }
    }
    return lines
  }
}
