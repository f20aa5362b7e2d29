public import ArchBridgeABI
public import CoreMetrics
public import Logging

extension LibraryClient {
  /// How a client's helper is started, and how its library is found, loaded and read.
  public struct Configuration: Sendable {
    /// The library's architecture.
    public var architecture: Architecture
    /// Folders in which the library, and what it needs, is looked for before anywhere else.
    public var searchPaths: [String]
    /// Whether libraries that the library needs are also looked for in its own folder.
    public var findsDependenciesBesideLibrary: Bool
    /// How the library is loaded.
    public var loadFlags: LoadFlags
    /// Variables of the helper's environment, on top of the program's own.
    public var environment: [String: String]
    /// The helper's working directory; the program's own where it is nil.
    public var workingDirectory: String?
    /// Where the types of the library's functions come from, besides `declare`.
    public var signatures: Signatures
    /// The encoding of strings of `char` that name no other; one whose units are bytes.
    public var textEncoding: TextEncoding
    /// How many bytes a returned string can have before it is taken for garbage.
    public var textLimit: Int
    /// Where what the library prints goes.
    public var output: LibraryOutput
    /// How long a call may take before the helper is ended; nil, and anything above 20 days, for
    /// as long as it takes.
    ///
    /// The time for which a call waits for its turn counts. `withTimeout` and `timeout` set another
    /// limit.
    public var timeout: Duration?
    /// What is called beside a call that is late or cancelled, before the helper is ended; nil for none.
    ///
    /// `withTimeout` and `timeout` set another one. Calls cost some microseconds more with it.
    public var interrupt: Interrupt?
    /// How long the library's clean-up may take when the session ends, before it is cut short.
    public var closeTimeout: Duration
    /// What carries requests and replies.
    public var channel: ChannelKind
    /// A helper to use instead of the one that the program carries, by path.
    public var helperPath: String?
    /// Where the helper comes from.
    public var start: Start
    /// A file that the session is written to, or answered from.
    public var archive: SessionArchive?
    /// What the log, the traces and the metrics call the client; the library as it was named where
    /// it is nil.
    public var name: String?
    /// Where the session's start, its end and the helper's death are logged; nowhere where it is nil.
    public var logger: Logger?
    /// Is given every call when it is done, on the thread that it was made on; must not call the library.
    ///
    /// Such a client is slower. `ARCHBRIDGE_TRACE=1` in the environment prints traces without code.
    public var trace: (@Sendable (CallTrace) -> Void)?
    /// What counts calls and helpers, such as `MetricsSystem.factory`; nothing where it is nil.
    ///
    /// Such a client is slower.
    public var metrics: (any MetricsFactory)?
    /// What the library is kept from doing.
    public var confinement: Confinement
    /// How much the helper's process may use.
    public var limits: Limits
    /// What happens when the helper has ended by itself.
    public var recovery: Recovery
    /// Whether what a call lends to the library is guarded, so that an error names the argument that
    /// the library has used beyond its ends: for debugging, since such calls cost more.
    ///
    /// See `Documentation/guarding.md`.
    public var guardsBuffers: Bool
    /// The server of the user's own that is started in the helper; nil for none.
    var server: ServerStart?

    /// Makes a configuration; what is not named is as its documentation says.
    public init(
      architecture: Architecture = .i386, searchPaths: [String] = [],
      findsDependenciesBesideLibrary: Bool = false, loadFlags: LoadFlags = [],
      environment: [String: String] = [:], workingDirectory: String? = nil,
      signatures: Signatures = .declarations, textEncoding: TextEncoding = .utf8,
      textLimit: Int = 16_777_216,
      output: LibraryOutput = .passThrough, timeout: Duration? = nil,
      interrupt: Interrupt? = nil, closeTimeout: Duration = .seconds(2),
      channel: ChannelKind = .sharedMemory,
      helperPath: String? = nil, start: Start = .cold, recovery: Recovery = .manual,
      confinement: Confinement = .none, limits: Limits = Limits(), guardsBuffers: Bool = false,
      archive: SessionArchive? = nil, name: String? = nil, logger: Logger? = nil,
      trace: (@Sendable (CallTrace) -> Void)? = nil, metrics: (any MetricsFactory)? = nil
    ) {
      self.architecture = architecture
      self.searchPaths = searchPaths
      self.findsDependenciesBesideLibrary = findsDependenciesBesideLibrary
      self.loadFlags = loadFlags
      self.environment = environment
      self.workingDirectory = workingDirectory
      self.signatures = signatures
      self.textEncoding = textEncoding
      self.textLimit = textLimit
      self.output = output
      self.timeout = timeout
      self.interrupt = interrupt
      self.closeTimeout = closeTimeout
      self.channel = channel
      self.helperPath = helperPath
      self.start = start
      self.archive = archive
      self.name = name
      self.logger = logger
      self.trace = trace
      self.metrics = metrics
      self.confinement = confinement
      self.limits = limits
      self.recovery = recovery
      self.guardsBuffers = guardsBuffers
    }

    /// Where a client's helper comes from.
    public enum Start: Sendable {
      /// It is started, and loads the library.
      case cold
      /// It is forked from one that has loaded the library.
      case warm(WarmHelper)
    }

    /// What happens when a client's helper has ended by itself: a crash, a time limit, a cancelled
    /// call.
    public enum Recovery: Hashable, Sendable {
      /// Everything throws the first cause until `restart()`.
      case manual
      /// The next call starts a fresh helper, sets it up as `restart()` does, and is made there. The
      /// call that failed is never repeated. After three starts in a row that fail calls throw the
      /// last reason, until `restart()`.
      case automatic
    }

    /// The time limit as nanoseconds, −1 for none; years are none.
    var timeoutNanoseconds: Int64 { timeout.map { CallLimit($0).nanoseconds } ?? -1 }

    /// Where the types of a library's functions come from.
    public enum Signatures: Hashable, Sendable {
      /// From what the client declares, and else from each call.
      case declarations
      /// From the debug information of the library that the client is made for, too: as though the
      /// client had declared what that says when it started.
      ///
      /// See `Documentation/debug-information.md`.
      case debugInformation
    }

    /// What can carry requests and replies.
    public enum ChannelKind: Hashable, Sendable {
      /// Memory that the program and the helper share; pipes where there is none to share.
      case sharedMemory
      /// Pipes: slower, and without a file in memory.
      case pipe
    }

    /// Refuses what cannot be.
    func check() throws(BridgeError) {
      guard textEncoding.unitByteCount == 1 else {
        throw BridgeError(
          .invalidText,
          "\(textEncoding.rawValue) is no encoding of 'char'; declare the parameters as wchar_t or "
            + "char16_t, or give a Text that names it")
      }
      if let timeout, timeout <= .zero {
        throw BridgeError(
          .valueOutOfRange,
          "the configuration's `timeout` is \(timeout), within which nothing can be called; nil is for "
            + "as long as it takes")
      }
      for (name, time) in [("closeTimeout", closeTimeout), ("interrupt.grace", interrupt?.grace)] {
        guard let time, time < .zero else { continue }
        throw BridgeError(
          .valueOutOfRange, "the configuration's `\(name)` is \(time): less than no time")
      }
      if let server, case .warm = start {
        throw BridgeError(
          .warmHelperMismatch,
          "the server \(server.program.name) cannot be started warm: leave out the configuration's "
            + "`start`")
      }
      try limits.check()
    }
  }
}
