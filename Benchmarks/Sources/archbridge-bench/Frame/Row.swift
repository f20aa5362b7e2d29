/// A line of the table: something of ours, and the C program that does no more than it must.
struct Row {
  let name: String
  let placement: Placement
  /// How many times the floor it may take; nil where nobody has set a goal.
  let goal: Double?
  /// How many figures are taken of each side.
  var runs = 11
  /// Sets up our side; nil where ArchBridge does not have it.
  var ours: ((Placement) throws -> Side)?
  /// Sets up the floor.
  let floor: (Placement) throws -> Side

  /// The row in the placement that its goal names, and in another one.
  static func both(
    _ name: String, _ placement: Placement, goal: Double?, and other: Placement,
    otherGoal: Double? = nil, runs: Int = 11, ours: ((Placement) throws -> Side)?,
    floor: @escaping (Placement) throws -> Side
  ) -> [Row] {
    [
      Row(
        name: name, placement: placement, goal: goal, runs: runs, ours: ours, floor: floor),
      Row(
        name: name + other.suffix, placement: other, goal: otherGoal, runs: runs, ours: ours,
        floor: floor),
    ]
  }

  /// Measures both sides in turn, so that the machine's moods fall on both.
  ///
  /// One run of each is not counted.
  func measure() throws -> Measurement {
    placement.pinController()
    defer { Placement.free.pinController() }
    let floorSide = try floor(placement)
    defer { floorSide.end() }
    let ourSide = try ours?(placement)
    defer { ourSide?.end() }
    var measurement = Measurement(row: self)
    for run in 0...runs {
      let ours = try ourSide?.measure()
      let floor = try floorSide.measure()
      guard run > 0 else { continue }
      if let ours { measurement.ours.append(ours) }
      measurement.floor.append(floor)
    }
    return measurement
  }
}
