public import Logging

/// Where what a library prints goes.
///
/// Whatever it prints, and however much, disturbs nothing.
public struct LibraryOutput: Sendable {
  /// What takes each piece.
  typealias Handler = @Sendable (Chunk) -> Void

  enum Destination: Sendable {
    case passThrough
    case standardError
    case handler(Handler)
    case log(Logger)
  }

  /// A piece of what a library printed.
  public struct Chunk: Sendable {
    /// Whether it was printed to standard error; else to standard output.
    public let isError: Bool
    /// The bytes, which may begin and end anywhere in a line.
    public let bytes: [UInt8]

    /// The bytes as UTF-8, what is none of it replaced.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let destination: Destination

  /// The program's own standard output and standard error.
  ///
  /// The default.
  public static let passThrough = LibraryOutput(destination: .passThrough)

  /// The program's standard error, for both.
  public static let standardError = LibraryOutput(destination: .standardError)

  /// A closure, which gets every piece as it comes, on a thread of its own.
  ///
  /// All that a library printed has been handed over when its session has ended. The closure must
  /// not call the library: the library may be waiting for it.
  public static func handler(_ handler: @escaping @Sendable (Chunk) -> Void) -> LibraryOutput {
    LibraryOutput(destination: .handler(handler))
  }

  /// A log: one message a line, `info` for standard output and `warning` for standard error.
  ///
  /// Its metadata are `client`, `library` and `helper`, which is the helper's process id.
  public static func log(_ logger: Logger) -> LibraryOutput {
    LibraryOutput(destination: .log(logger))
  }

  /// What takes the output of one session; nil where that is nobody of this program.
  func handler(_ observer: SessionObserver) -> Handler? {
    switch destination {
    case .passThrough, .standardError: return nil
    case .handler(let handler): return handler
    case .log(let logger):
      let lines = OutputLines(logger: logger, observer)
      return { lines.take($0) }
    }
  }
}
