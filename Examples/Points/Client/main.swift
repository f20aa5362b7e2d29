import ArchBridge
import PointsServer

// A C++ library: numbers, texts, and structures of points.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: points-example FOLDER-OF-LIBPOINTS")
}
let client = try LibraryClient(
  server: .pointsServer,
  configuration: .init(searchPaths: [CommandLine.arguments[1]]))
defer { client.close() }
let server = client.server

let sum: Int32 = try server.add(41, 1)
let difference: Float = try server.subtract(1.5, 4)
print(sum, difference)

let text = "hello world!"
let returned: String = try server.reverse(text)
let written: String = try server.reverseInto(text)
print(returned, written)

let corners = [Point(x: 0, y: 0), Point(x: 0, y: 1), Point(x: 1, y: 1), Point(x: 1, y: 0)]
let byReference: Double = try server.distance4(corners)
let byValue: Double = try server.distance4ByValue(points: corners)
print("around the square:", byReference, byValue)

let middle: Point = try server.middle(corners[0], b: Point(x: 3, y: -1))
print("in the middle:", middle.x, middle.y)
let length: Double = try server.pathLength((0..<101).map { Point(x: Double($0), y: 0) })
print("a path of 101 points:", length)

do {
  let wrong: Double = try server.distance4([Point]())
  print(wrong)
} catch {
  print(error)
}
print(try server.help("middle"))
