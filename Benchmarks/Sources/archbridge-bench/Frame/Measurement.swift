/// The figures of a row.
struct Measurement {
  let row: Row
  /// Seconds, one figure a run.
  var ours: [Double] = []
  var floor: [Double] = []

  init(row: Row) { self.row = row }

  /// The middle one of the figures.
  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// How many times the floor's time ours is; nil where there is no side of ours.
  var ratio: Double? { ours.isEmpty ? nil : Self.median(ours) / Self.median(floor) }

  static let title = TextTable.line([
    "row", "ours", "floor", "ratio", "goal", "", "ours, lowest to highest",
    "floor, lowest to highest",
  ])

  /// The figures as a line of the table, times in µs.
  var line: String {
    let verdict =
      if let goal = row.goal, let ratio { ratio <= goal ? "met" : "MISSED" } else { "" }
    return TextTable.line([
      row.name, ours.isEmpty ? "" : TextTable.microseconds(Self.median(ours)),
      TextTable.microseconds(Self.median(floor)), ratio.map { TextTable.number($0) } ?? "",
      row.goal.map { TextTable.number($0) } ?? "", verdict, Self.spread(ours), Self.spread(floor),
    ])
  }

  private static func spread(_ values: [Double]) -> String {
    guard let lowest = values.min(), let highest = values.max() else { return "" }
    return "\(TextTable.microseconds(lowest)) to \(TextTable.microseconds(highest))"
  }

  /// The figures as a member of a JSON object; nil where there is no side of ours.
  var json: String? {
    ratio.map {
      "\"\(row.name)\": {\"ours\": \(Self.median(ours)), \"floor\": \(Self.median(floor)), "
        + "\"ratio\": \($0)}"
    }
  }
}
