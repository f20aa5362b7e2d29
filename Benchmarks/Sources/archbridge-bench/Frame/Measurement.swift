/// The figures of a row.
struct Measurement {
  let row: Row
  /// Seconds, one figure a run.
  var ours: [Double] = []
  var floor: [Double] = []

  init(row: Row) { self.row = row }

  /// The pair of runs, one of each side right after the other, of which the ratio is the median.
  ///
  /// The processors are near each other for seconds and then far apart: the medians of each side
  /// alone may be of different times.
  private var middle: (ours: Double, floor: Double)? {
    let pairs = zip(ours, floor).sorted { $0.0 / $0.1 < $1.0 / $1.1 }
    return pairs.isEmpty ? nil : pairs[pairs.count / 2]
  }

  /// How many times the floor's time ours is; nil where there is no side of ours.
  var ratio: Double? { middle.map { $0.ours / $0.floor } }

  static let title = TextTable.line([
    "row", "ours", "floor", "ratio", "goal", "", "ours, lowest to highest",
    "floor, lowest to highest",
  ])

  /// The figures as a line of the table, times in µs.
  var line: String {
    let verdict =
      if let goal = row.goal, let ratio { ratio <= goal ? "met" : "MISSED" } else { "" }
    return TextTable.line([
      row.name, middle.map { TextTable.microseconds($0.ours) } ?? "",
      TextTable.microseconds(middle?.floor ?? floor.sorted()[floor.count / 2]),
      ratio.map { TextTable.number($0) } ?? "",
      row.goal.map { TextTable.number($0) } ?? "", verdict, Self.spread(ours), Self.spread(floor),
    ])
  }

  private static func spread(_ values: [Double]) -> String {
    guard let lowest = values.min(), let highest = values.max() else { return "" }
    return "\(TextTable.microseconds(lowest)) to \(TextTable.microseconds(highest))"
  }

  /// The figures as a member of a JSON object; nil where there is no side of ours.
  var json: String? {
    middle.map {
      "\"\(row.name)\": {\"ours\": \($0.ours), \"floor\": \($0.floor), "
        + "\"ratio\": \($0.ours / $0.floor)}"
    }
  }
}
