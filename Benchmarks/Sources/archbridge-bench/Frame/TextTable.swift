import Glibc

/// Lines of a table whose first column is a name, and whose others are figures.
enum TextTable {
  private static let widths = [24, 11, 11, 8, 6, 7, 24, 24]

  /// The columns side by side, the first to the left and the others to the right.
  static func line(_ columns: [String], widths: [Int] = widths) -> String {
    var line = ""
    for (column, width) in zip(columns, widths) {
      let space = String(repeating: " ", count: max(1, width - column.count))
      line += line.isEmpty ? column + space : space + column
    }
    return line
  }

  /// Prints a line at once, also where the output is no terminal: a row can take a while.
  static func show(_ line: String) {
    print(line)
    fflush(nil)
  }

  /// A time in µs, with three significant digits and nothing below a nanosecond.
  static func microseconds(_ seconds: Double) -> String { number(seconds * 1e6) }

  /// A number with as many digits after the point as are worth reading.
  static func number(_ value: Double) -> String {
    let digits = value < 10 ? 3 : value < 100 ? 2 : value < 1000 ? 1 : 0
    let scale = pow(10, Double(digits))
    let scaled = Int((value * scale).rounded())
    if digits == 0 { return "\(scaled)" }
    let fraction = "\(scaled % Int(scale))"
    return "\(scaled / Int(scale))."
      + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
