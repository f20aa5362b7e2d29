import Foundation
import Synchronization

/// What is run, and how much of it.
struct Plan: Sendable {
  /// Where the fixtures are.
  let folder: String
  /// How many times less than usual.
  let scale: Int
  /// What is done wrong on purpose.
  let spoilt: String?
  /// Whether the memory that is taken is this program's own.
  let countsMemory: Bool

  func library(_ name: String) -> String { "\(folder)/i386/lib\(name).so" }

  /// Does something wrong once, if it is this that is asked for.
  func spoil(_ what: String, _ body: () -> Void) { if spoilt == what { body() } }
}

/// What went wrong, from any thread.
final class Findings: Sendable {
  private let found = Mutex<[String]>([])

  func add(_ what: String) { found.withLock { $0.append(what) } }
  var all: [String] { found.withLock { $0 } }
}

/// One kind of trouble: `run` makes so much of it as it returns, and says what broke.
struct Soak: Sendable {
  let name: String
  let run: @Sendable (Plan, Findings) -> Int
}

/// Lines of a table whose first column is a name, and whose others are figures.
enum TextTable {
  static func line(_ columns: [String], widths: [Int]) -> String {
    zip(columns, widths).enumerated().map { index, column in
      let space = String(repeating: " ", count: max(column.1 - column.0.count, 1))
      return index == 0 ? column.0 + space : space + column.0
    }.joined()
  }
}

/// A row of the table.
struct Row {
  let name: String
  let count: Int
  let seconds: Double
  let before: Resources
  let after: Resources
  let violations: [String]

  private static let widths = [34, 9, 9, 14, 12, 16, 12, 11]

  static let head = text([
    "", "rounds", "seconds", "descriptors", "threads", "memory in MB", "processes", "violations",
  ])

  var line: String {
    Self.text([
      name, "\(count)", String(format: "%.1f", seconds),
      "\(before.descriptors) > \(after.descriptors)", "\(before.threads) > \(after.threads)",
      "\(before.megabytes) > \(after.megabytes)", "\(before.processes) > \(after.processes)",
      "\(violations.count)",
    ])
  }

  private static func text(_ columns: [String]) -> String {
    TextTable.line(columns, widths: widths)
  }

  /// Runs a soak, a little of it before its resources are counted: what is made once stays.
  static func measured(_ plan: Plan, _ soak: Soak) -> Row {
    let findings = Findings()
    _ = soak.run(
      Plan(folder: plan.folder, scale: plan.scale * 20, spoilt: nil, countsMemory: false), findings)
    let before = Resources.settled(like: nil)
    let start = ContinuousClock.now
    let count = soak.run(plan, findings)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let spoils = Spoils(plan)
    let after = Resources.settled(like: before)
    withExtendedLifetime(spoils) {}
    for violation in after.excess(over: before)
    where plan.countsMemory || !violation.hasPrefix("memory") {
      findings.add(violation)
    }
    return Row(
      name: soak.name, count: count, seconds: seconds, before: before, after: after,
      violations: findings.all)
  }
}
