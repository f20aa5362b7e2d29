internal import ArchBridgeTransport
internal import Glibc
internal import Synchronization

/// How a helper ended during a session, and what is known of why.
///
/// What the library left of itself is read when it is asked for, once; a library that has damaged
/// everything leaves less, and never anything that hurts the program.
public struct CrashReport: Sendable, CustomStringConvertible {
  /// A place in the code, from the innermost on: the first is where it went wrong, each further one
  /// where the one before was called.
  public struct Frame: Hashable, Sendable {
    /// The address in the helper.
    public var address: RemoteAddress
    /// The path of the file that the code is of, if it is of one.
    public var module: String?
    /// The address as the file counts them, for `addr2line` and the like.
    public var moduleOffset: UInt64 = 0
    /// The function, if the file says; of C++ as it is written.
    public var symbol: String?
    /// How far behind the function's beginning the address is.
    public var symbolOffset: UInt64 = 0
    /// The source file, where the library has line numbers.
    public var file: String?
    /// The line there, counted from 1.
    public var line: Int?
  }

  let storage: Storage

  /// How it ended.
  public var status: HelperExitStatus { storage.status }

  /// The signal's name, such as `SIGSEGV`; nil where it was none.
  public var signalName: String? { storage.signal.flatMap(CrashSignal.name) }

  /// What the system says about the signal, such as `address not mapped`; nil where it was none, or
  /// where the helper left no report.
  public var codeText: String? { storage.codeText }

  /// The address that could not be used; nil where none is the reason.
  public var faultAddress: RemoteAddress? { storage.faultAddress }

  /// The argument that was used beyond its ends, or after its call, and where, in words: `argument 1
  /// ('buffer', 16 bytes) was written 4 bytes past its end`.
  ///
  /// Nil where it was something else, and where `guardsBuffers` is not set.
  public var overrun: String? { storage.overrun.withLock { $0 } }

  /// The function that was being called, if any.
  public var function: String? { storage.call.withLock { $0.function } }

  /// The arguments that it was called with, each as a text of bounded length: `1`, `"abc"`,
  /// `[Double] of 3`.
  public var arguments: [String] { storage.call.withLock { $0.arguments ?? [] } }

  /// Whether it happened on the helper's main thread; nil where the helper left no report.
  public var isOnMainThread: Bool? { storage.isOnMainThread }

  /// Whether it happened in a function that was called beside another one: an interrupt.
  public var isInInterrupt: Bool { storage.isInInterrupt }

  /// Where it happened, from the innermost function on; none where the helper left no report.
  ///
  /// The helper's own functions at the outer end are left out.
  public var frames: [Frame] { storage.frames }

  /// The last lines that came over standard error, at most 20 of them and 4 KiB.
  public var standardError: [String] { storage.standardError }

  /// What makes a report, shared by every copy of an error.
  final class Storage: Sendable {
    let status: HelperExitStatus
    let standardError: [String]
    /// Whether the program's own standard error has had those lines.
    let isPassedOn: Bool
    private let report: HelperReport?
    /// What was being called; of the arguments the first that are known stay.
    let call = Mutex<(function: String?, arguments: [String]?)>((nil, nil))
    /// What the end has to do with guarded memory.
    let overrun = Mutex<String?>(nil)
    private let stack: CrashStack?
    /// What a recording says in place of a report.
    private let facts: CrashFacts?

    /// A report that is read when it is asked for.
    init(
      _ status: HelperExitStatus, _ report: HelperReport?, helperPath: String?,
      standardError: [UInt8], isPassedOn: Bool
    ) {
      self.status = status
      self.report = report
      self.standardError = Self.lines(of: standardError)
      self.isPassedOn = isPassedOn
      stack = report.map { CrashStack($0, helperPath: helperPath) }
      facts = nil
    }

    /// One that was read when it was recorded.
    init(_ status: HelperExitStatus, _ facts: CrashFacts) {
      self.status = status
      standardError = facts.standardError
      isPassedOn = false
      self.facts = facts
      (report, stack) = (nil, nil)
    }

    /// The signal that ended the helper.
    var signal: Int32? {
      switch status {
      case .signalled(let signal): signal
      case .exited: nil
      case .unknown: facts.map(\.signal) ?? report?.signal
      }
    }

    var codeText: String? {
      if let facts { return facts.codeText }
      guard let signal else { return nil }
      guard let report else { return CrashSignal.textWithoutCode(signal) }
      guard report.signal == signal else { return nil }
      return CrashSignal.text(report)
    }

    var faultAddress: RemoteAddress? {
      if let facts { return facts.faultAddress }
      guard let report, report.signal == signal, CrashSignal.hasAddress(report) else { return nil }
      return report.faultAddress.map { RemoteAddress(rawValue: $0) }
    }

    /// Whether the last thing that the system refused to the thread was memory.
    var lackedMemory: Bool { report?.errorNumber == ENOMEM }
    /// The guarded memory that was used wrongly, as the helper says.
    var guarded: HelperReport.Overrun? { facts.map(\.guarded) ?? report?.overrun }
    var isOnMainThread: Bool? { facts.map(\.isOnMainThread) ?? report?.isMainThread }
    var isInInterrupt: Bool { facts?.isInInterrupt ?? report?.isAside ?? false }
    var frames: [Frame] { facts?.frames ?? stack?.frames ?? [] }
    var innermost: Frame? { facts.map(\.innermost) ?? stack?.innermost }

    /// Says what the end has to do with guarded memory.
    func note(overrun text: String) { overrun.withLock { $0 = text } }

    /// Says what was being called, unless that is known.
    func note(function: String?) {
      guard let function else { return }
      call.withLock { if $0.function == nil { $0.function = function } }
    }

    /// Says what the function that was being called got.
    func note(arguments: @autoclosure () -> [String], of function: String) {
      let isNews = call.withLock { $0.function == function && $0.arguments == nil }
      guard isNews else { return }
      let texts = arguments()
      call.withLock { if $0.arguments == nil { $0.arguments = texts } }
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
      let newline = UInt8(ascii: "\n")
      var lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines.suffix(20).map { line in
        printable(line.last == UInt8(ascii: "\r") ? [UInt8](line.dropLast()) : [UInt8](line))
      }
    }
  }
}

/// How a helper ended, as errors carry it: one reference.
final class HelperEnd: Sendable {
  let status: HelperExitStatus
  let crash: CrashReport.Storage?

  init(_ status: HelperExitStatus, crash: CrashReport.Storage? = nil) {
    self.status = status
    self.crash = crash
  }
}
