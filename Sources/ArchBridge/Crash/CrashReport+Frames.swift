/// Frames in lines: what a recursion repeats is told once, and then how often.
extension CrashReport {
  /// How many functions that call each other in turn are taken for one recursion.
  private static let cycleLimit = 3

  static func lines(of frames: [Frame]) -> [String] {
    var lines: [String] = []
    var next = 0
    while next < frames.count {
      guard let cycle = cycle(in: frames[next...]) else {
        lines.append("  \(next)  \(frames[next])")
        next += 1
        continue
      }
      lines += (next..<next + cycle.length).map { "  \($0)  \(frames[$0])" }
      let functions = frames[next..<next + cycle.length].map { $0.symbol ?? "\($0)" }
      next += cycle.length + cycle.repeated
      // What is further out than the last frame is not known.
      let count =
        next == CrashStack.limit ? "at least \(cycle.repeated)" : "\(cycle.repeated)"
      lines.append("  …  \(count) more frames of \(functions.joined(separator: ", "))")
    }
    return lines
  }

  /// The functions that frames begin with where they are repeated: how many they are, and how many
  /// frames behind them repeat them.
  private static func cycle(in frames: ArraySlice<Frame>) -> (length: Int, repeated: Int)? {
    for length in 1...cycleLimit {
      let repeated = zip(frames, frames.dropFirst(length)).prefix { $0.isSameFunction(as: $1) }
        .count
      if repeated >= max(2 * length, 3) { return (length, repeated) }
    }
    return nil
  }
}

extension CrashReport.Frame {
  fileprivate func isSameFunction(as other: Self) -> Bool {
    symbol == nil ? address == other.address : symbol == other.symbol && module == other.module
  }
}
