import ArchBridge
import Foundation
import Synchronization

/// A way in which a helper ends while it is called.
struct Death: Sendable {
  let name: String
  /// What is called before.
  var prepare: @Sendable (LibraryClient) throws -> Void = { _ in }
  /// A call during which the helper ends.
  let die: @Sendable (LibraryClient) throws -> Void
  let library: String
  /// What the report's text must have.
  let told: [String]
  /// Whether somebody else ends the helper while it is called.
  var isKilled = false

  /// How long it may be from a death to the error, in half of the cases.
  static let limit = 0.010

  static func all(_ plan: Plan) -> [Death] {
    func call(_ name: String, _ arguments: Int32...) -> @Sendable (LibraryClient) throws -> Void {
      { lib in
        let _: Int32 =
          if let first = arguments.first { try lib.call(name, first) } else { try lib.call(name) }
      }
    }
    let lines = ["inner+0x", "middle+0x", "outer+0x", "at crashes.c:", "\"abc\""]
    return [
      Death(
        name: "SIGSEGV, source lines",
        die: { lib in let _: Int32 = try lib.outer(1, 2.5, "abc", [1.0, 2.0], 2) },
        library: plan.library("crashes"), told: lines + ["SIGSEGV, address not mapped: 0x10"]),
      Death(
        name: "SIGSEGV, 7 MB of LAPACK",
        prepare: { lib in try lib.declare("int dgetrf_(int, int, int, int, int, int);") },
        die: { lib in let _: Int32 = try lib.dgetrf_(8, 8, 8, 8, 8, 8) },
        library: "liblapack.so.3", told: ["dgetrf_+0x"]),
      Death(
        name: "stack overflow",
        // What takes long is to fill it for the first time.
        prepare: { lib in let _: Int32 = try lib.fill_stack(Int32(1_900)) },
        die: call("die_by_recursion"),
        library: plan.library("deaths"), told: ["stack overflow", "recurse+0x"]),
      Death(
        name: "abort", die: call("die_by_abort"),
        library: plan.library("deaths"), told: ["SIGABRT", "at deaths.c:"]),
      Death(
        name: "exit", die: call("die_by_exit", 3),
        library: plan.library("deaths"), told: ["exit status 3", "at deaths.c:"]),
      Death(
        name: "_exit", die: call("die_by_quick_exit", 3),
        library: plan.library("deaths"), told: ["exit status 3"]),
      Death(
        name: "killed from outside",
        die: { lib in let _: UInt32 = try lib.call("sleep", 60 as UInt32) },
        library: "libc.so.6", told: ["SIGKILL"], isKilled: true),
    ]
  }

  /// Lets helpers die so, one after another.
  func measured(_ count: Int, _ findings: Findings) -> DeathRow {
    var row = DeathRow(name: name)
    for _ in 0..<count {
      do {
        let lib = try LibraryClient(library, configuration: .init(output: .handler { _ in }))
        defer { lib.close() }
        try prepare(lib)
        try measure(lib, &row, findings)
      } catch {
        findings.add("start: \(error)")
      }
    }
    if row.median(row.errors) > Self.limit { findings.add("time: \(name) took too long") }
    return row
  }

  private func measure(
    _ lib: LibraryClient, _ row: inout DeathRow, _ findings: Findings
  ) throws {
    let began = Mutex(ContinuousClock.now)
    let killed = DispatchSemaphore(value: 0)
    let process = lib.helperProcessID
    if isKilled {
      Thread.detachNewThread {
        // The call is under way by then.
        usleep(5_000)
        began.withLock { $0 = .now }
        kill(process, SIGKILL)
        killed.signal()
      }
    }
    defer { if isKilled { killed.wait() } }
    do {
      try die(lib)
      findings.add("answer: \(name) returned")
    } catch let error as BridgeError {
      let thrown = ContinuousClock.now
      let report = error.crash?.report ?? ""
      let told = ContinuousClock.now
      let start = began.withLock { $0 }
      row.errors.append((thrown - start) / .seconds(1))
      row.reports.append((told - start) / .seconds(1))
      for text in self.told where !report.contains(text) {
        findings.add("report: \(text) is not in \(error)\n\(report)")
      }
    }
  }
}

/// How long it took from each death to its error, and to the whole report.
struct DeathRow {
  let name: String
  var errors: [Double] = []
  var reports: [Double] = []

  init(name: String) { self.name = name }

  func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  private static let widths = [34, 9, 15, 9, 15, 9]

  static let head = text(["", "deaths", "error in ms", "longest", "report in ms", "longest"])

  var line: String {
    func milliseconds(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1_000) }
    return Self.text([
      name, "\(errors.count)", milliseconds(median(errors)), milliseconds(errors.max() ?? 0),
      milliseconds(median(reports)), milliseconds(reports.max() ?? 0),
    ])
  }

  private static func text(_ columns: [String]) -> String {
    TextTable.line(columns, widths: widths)
  }
}
