import CFloor

/// Times of two things that were measured in turn, so that the machine's moods fall on both.
struct Measurement {
  let name: String
  /// Seconds, one figure a run.
  let ours: [Double]
  let floor: [Double]

  /// Runs both `runs` times after one run that is not counted.
  init(_ name: String, runs: Int, ours: () throws -> Double, floor: () throws -> Double) rethrows {
    self.name = name
    var (oursTimes, floorTimes): ([Double], [Double]) = ([], [])
    for run in 0...runs {
      let (a, b) = (try ours(), try floor())
      if run > 0 {
        oursTimes.append(a)
        floorTimes.append(b)
      }
    }
    (self.ours, self.floor) = (oursTimes, floorTimes)
  }

  /// The middle one of the figures.
  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  var ratio: Double { Self.median(ours) / Self.median(floor) }

  /// The figures as a line of the table: medians, ratio, and how far ours spread.
  var line: String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func microseconds(_ seconds: Double) -> String { "\((seconds * 1e8).rounded() / 100)" }
    let spread = "\(microseconds(ours.min() ?? 0)) to \(microseconds(ours.max() ?? 0))"
    return name + String(repeating: " ", count: max(1, 24 - name.count))
      + column(microseconds(Self.median(ours)), 12) + column(microseconds(Self.median(floor)), 12)
      + column("\((ratio * 100).rounded() / 100)", 8) + "   " + spread
  }

  static let title =
    "row                        ours (µs)  floor (µs)   ratio   ours, lowest to highest"

  var json: String {
    "\"\(name)\": {\"ours\": \(Self.median(ours)), \"floor\": \(Self.median(floor)), "
      + "\"ratio\": \(ratio)}"
  }
}

/// How long something takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = floor_seconds()
  try body()
  return floor_seconds() - start
}

/// Keeps this process, and what it starts, on one processor; on all of them for nil.
func pin(to processor: Int?) {
  let result = floor_pin(Int32(processor ?? -1))
  precondition(result == 0, "this processor is not to be had")
}
