import ArchBridge

/// Every row of the table.
private func allRows(_ programs: BuiltPrograms) -> [Row] {
  callRows(programs) + arrayRows(programs) + sessionRows(programs) + poolRows(programs)
    + serverRows(programs)
}

/// Measures the named rows, or all of them, and prints their table.
///
/// - Parameter report: where the figures go as JSON; nil where the floor alone is asked for.
func measureRows(_ programs: BuiltPrograms, named names: [String], report path: String?) throws {
  let rows = allRows(programs)
  for name in names where !rows.contains(where: { $0.name == name }) {
    fatalError("no row \(name); there are \(rows.map(\.name).joined(separator: ", "))")
  }
  var report = Report()
  TextTable.show(Measurement.title)
  for var row in rows where names.isEmpty || names.contains(row.name) {
    if path == nil { row.ours = nil } else if row.ours == nil { continue }
    let measurement = try row.measure()
    TextTable.show(measurement.line)
    report.measurements.append(measurement)
  }
  guard let path else { return }
  report.write(to: path)
  guard names.isEmpty else { return }
  let lib = try programs.openClient(.free)
  defer { lib.close() }
  let _: Int32 = try lib.add(1, 2)
  print("helper resident: \(residentKilobytes(lib.helperProcessID) ?? 0) kB")
}
