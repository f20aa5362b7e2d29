internal import Glibc

/// One call as a trace has it, when it is done.
///
///     configuration.trace = { print($0) }
///
/// prints `libm.so.6: cos(1.0) = 0.5403023058681398 (21.4 µs, thread 4711)`.
public struct CallTrace: Sendable, CustomStringConvertible {
  /// What was done.
  public enum Kind: Sendable {
    /// A call of a function of the library's.
    case call
    /// Several calls in one exchange; each is one of the arguments, and they have one result.
    case batch
    /// The library's memory was read or written.
    case memory
    /// A library was loaded, a function looked up or prepared, a closure registered or removed.
    case preparation
    /// The library called a closure of this program's.
    case callback
  }

  /// What was done.
  public let kind: Kind
  /// The client's name.
  public let client: String
  /// The library that the client was made for.
  public let library: String
  /// The function's symbol, `memory.read` and its like, or the closure's number.
  public let function: String
  /// The arguments as text; what is long is cut.
  public let arguments: [String]
  /// The result, then the memory that came back; empty for nothing, nil where there is an error.
  public let result: String?
  /// What went wrong instead.
  public let error: String?
  /// How long it took, with all that happened meanwhile.
  public let duration: Duration
  /// The kernel's number of this program's thread that it happened on.
  public let thread: Int32
  /// How many closures were running, one in another.
  public let depth: Int

  /// The trace in one line.
  public var description: String {
    let outcome =
      error.map { " failed: \($0)" } ?? (result.flatMap { $0.isEmpty ? nil : " = \($0)" } ?? "")
    let (seconds, attoseconds) = duration.components
    let tenths = (seconds * 1_000_000_000 + attoseconds / 1_000_000_000) / 100
    let indent = String(repeating: "  ", count: min(depth, 32))
    return "\(client): \(indent)\(function)(\(arguments.joined(separator: ", ")))\(outcome) "
      + "(\(tenths / 10).\(tenths % 10) µs, thread \(thread))"
  }
}

extension CallTrace {
  /// Prints a trace to standard error, in one piece.
  static let print: @Sendable (CallTrace) -> Void = { trace in
    let line = [UInt8]("archbridge: \(trace)\n".utf8)
    // Safe: as many bytes are there as are written; where nobody can read them nothing is lost.
    _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whether the environment asks for traces: `ARCHBRIDGE_TRACE=1`.
  static let isWanted: Bool = {
    // Safe: the text is copied before anything can change the environment on this thread.
    guard let value = unsafe getenv("ARCHBRIDGE_TRACE").map({ unsafe String(cString: $0) }) else {
      return false
    }
    return !value.isEmpty && value != "0"
  }()
}
