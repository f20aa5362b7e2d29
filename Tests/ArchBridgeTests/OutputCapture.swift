import ArchBridge
import Dispatch
import Logging
import Synchronization

/// Keeps what a library prints, and tells when a text has come.
final class OutputCapture: Sendable {
  private struct Contents {
    var byteCount = 0
    var output: [UInt8] = []
    var error: [UInt8] = []
  }

  private let contents = Mutex(Contents())
  private let arrived = DispatchSemaphore(value: 0)
  /// Whether bytes are only counted.
  private let isCounting: Bool

  init(isCounting: Bool = false) { self.isCounting = isCounting }

  /// Takes what is printed.
  var destination: LibraryOutput {
    .handler { chunk in
      self.contents.withLock { contents in
        contents.byteCount += chunk.bytes.count
        guard !self.isCounting else { return }
        if chunk.isError { contents.error += chunk.bytes } else { contents.output += chunk.bytes }
      }
      self.arrived.signal()
    }
  }

  var byteCount: Int { contents.withLock { $0.byteCount } }
  var output: String { contents.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { contents.withLock { String(decoding: $0.error, as: UTF8.self) } }

  /// Waits until standard output has had this text.
  func wait(for text: String) {
    while !output.contains(text) { arrived.wait() }
  }
}

/// Keeps what is logged.
struct LogCapture: LogHandler {
  final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func append(_ line: String) { lines.withLock { $0.append(line) } }
  }

  let lines = Lines()
  var metadata = Logger.Metadata()
  var logLevel = Logger.Level.trace

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { lines.append("\(event.level): \(event.message)") }
}
