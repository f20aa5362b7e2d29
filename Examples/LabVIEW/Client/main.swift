import ArchBridge
import LabVIEWServer

// A library that LabVIEW built: an array, an int32, a uint16, and three results through pointers.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: labview-example FOLDER-OF-LIBSTDEV")
}
let client = try LibraryClient(
  server: .labVIEWServer,
  configuration: .init(searchPaths: [CommandLine.arguments[1]]))
defer { client.close() }

let values = (1...10).map(Double.init)
let sample: Statistics = try client.server.stdev(values, weighting: 0)
print("of a sample:", sample.mean, sample.variance, sample.deviation)
let whole: Statistics = try client.server.stdev(values, weighting: 1)
print("of all there is:", whole.mean, whole.variance, whole.deviation)

do {
  let none: Statistics = try client.server.stdev([Double](), weighting: 0)
  print(none)
} catch {
  print(error.serverErrorName ?? "", "-", error)
}
do {
  let wrong: Statistics = try client.server.stdev(values, weighting: -1)
  print(wrong)
} catch {
  print("refused:", error)
}
