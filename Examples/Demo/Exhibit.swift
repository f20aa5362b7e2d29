import Foundation

/// Prints lines of this program's own source beside what they give.
enum Exhibit {
  private static let source: [Substring] =
    ((try? String(
      contentsOfFile: #filePath.replacing("Exhibit.swift", with: "main.swift"), encoding: .utf8))
    ?? "").split(separator: "\n", omittingEmptySubsequences: false)

  /// A heading.
  static func section(_ title: String) { print("\n\(title)") }

  /// Prints the source of the call that ends at `line`, then its value, which is returned.
  @discardableResult
  static func show<Value>(_ value: Value, line: Int = #line) -> Value {
    print("  \(text(at: line))")
    print("    → \(value is Void ? "nothing is returned" : "\(value)")")
    return value
  }

  private static func text(at line: Int) -> String {
    guard source.indices.contains(line - 1) else { return "(this program's source is not here)" }
    var text = source[line - 1].trimmingCharacters(in: .whitespaces)
    for prefix in ["Exhibit.show(", "show("] where text.hasPrefix(prefix) {
      text = String(text.dropFirst(prefix.count).dropLast())
    }
    return text
  }

  /// A duration in the unit that suits it.
  static func time(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    return microseconds < 1000
      ? String(format: "%.1f µs", microseconds) : String(format: "%.2f ms", microseconds / 1000)
  }
}
