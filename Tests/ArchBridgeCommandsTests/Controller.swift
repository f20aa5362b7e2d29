import Foundation
import Glibc

/// A program with a library whose processes are there: `archbridge shell`, which is told by lines.
final class Controller {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var printed = ""

  /// The library's processes and its helper.
  private(set) var family: [Int32] = []

  /// The program itself.
  var processID: Int32 { process.processIdentifier }

  /// Starts the program and has the library start its processes.
  init() throws {
    process.executableURL = Program.url("archbridge")
    process.arguments = ["shell", "family"] + Fixtures.options("i386")
    process.standardInput = input
    process.standardOutput = output
    // Its own account of a crash takes seconds.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    try withoutBlockedSignals { try process.run() }
    try type(Self.declarations)
    family = try Self.startFamily {
      try self.type($0)
      return try self.line()
    }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Sends a line.
  func type(_ line: String) throws {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
  }

  private func line() throws -> String {
    while true {
      if let end = printed.firstIndex(of: "\n") {
        defer { printed = String(printed[printed.index(after: end)...]) }
        return String(printed[..<end])
      }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw POSIXError(.EPIPE) }
      printed += String(decoding: bytes, as: UTF8.self)
    }
  }

  static let declarations =
    "int start_family(int *processes); int getpid(void); int wait_long(void);"

  /// The processes that the library starts, where `ask` sends a line and returns the one that answers.
  static func startFamily(_ ask: (String) throws -> String) throws -> [Int32] {
    guard try ask("start_family(out p[6])") == "6" else { throw POSIXError(.ESRCH) }
    let numbers = try (0..<6).map { try ask("p[\($0)]") } + [try ask("getpid()")]
    return numbers.compactMap { Int32($0) }
  }

  /// Waits until every process has ended; returns how long that took, or nil where it takes longer
  /// than two seconds.
  static func end(of processes: [Int32]) -> Duration? {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(2) {
      if processes.allSatisfy(hasEnded) { return ContinuousClock.now - start }
      usleep(200)
    }
    return nil
  }

  /// Whether a process has ended, be it that nobody has taken its status.
  static func hasEnded(_ process: Int32) -> Bool {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.contains(") Z ") ?? true
  }

  /// Has a debugger that goes away take the program with it.
  func killByDebugger() {
    // `ptrace` takes what its request needs, and is seen from a thread that ends.
    typealias Trace = @convention(c) (Int, Int, Int, Int) -> Int
    let (seize, interrupt, killsAtEnd) = (0x4206, 0x4207, 0x10_0000)
    guard let symbol = dlsym(nil, "ptrace") else { return }
    let trace = unsafeBitCast(symbol, to: Trace.self)
    let process = Int(processID)
    let thread = Thread {
      _ = trace(seize, process, 0, killsAtEnd)
      _ = trace(interrupt, process, 0, 0)
      usleep(20_000)
    }
    thread.start()
  }
}

/// Starts a program that takes signals: the threads that tests run on may block them, and programs
/// inherit that.
func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
  var none = sigset_t()
  var before = sigset_t()
  sigemptyset(&none)
  pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}
