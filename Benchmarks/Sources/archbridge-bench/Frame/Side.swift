import CFloor

/// One side of a row, set up and ready to be measured.
struct Side {
  /// Takes one figure, in seconds.
  let measure: () throws -> Double
  /// Ends what was set up.
  let end: () -> Void

  /// A side that measures itself.
  init(measure: @escaping () throws -> Double, end: @escaping () -> Void = {}) {
    (self.measure, self.end) = (measure, end)
  }

  /// Something that is done as often as makes it long enough for the clock; a figure is the seconds
  /// of one.
  ///
  /// - Parameters:
  ///   - unit: how many of what the row is about one repetition is.
  ///   - body: does it as often as it is told, in a loop of its own.
  init(
    repeating body: @escaping (Int) throws -> Void, unit: Int = 1,
    end: @escaping () -> Void = {}
  ) throws {
    var count = 1
    while true {
      let time = try seconds { try body(count) }
      if time > Self.shortestTime { break }
      count = time < Self.shortestTime / 16 ? count * 8 : count * 2
    }
    let repetitions = count
    self.init(
      measure: {
        // The other side was measured meanwhile, and this one's processes sleep.
        try body(max(1, repetitions / 64))
        return try seconds { try body(repetitions) } / Double(repetitions * unit)
      }, end: end)
  }

  /// How long a figure takes at least.
  private static let shortestTime = 0.02
}

/// How long something takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = floor_seconds()
  try body()
  return floor_seconds() - start
}

/// Ends the program where a call has not answered what it must: a figure of it would say nothing.
@inline(__always)
func expect<Value: Equatable>(_ value: Value, _ expected: Value) {
  precondition(value == expected, "a call has answered something else")
}
