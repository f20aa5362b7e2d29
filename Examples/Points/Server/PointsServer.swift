public import ArchBridgeServer
internal import CPoints

/// Calls a C++ library, whose structures are those of its header.
public final class PointsServer: LibraryServer {
  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: "libpoints.so", arguments)
    try registerNumbers()
    try registerTexts()
    try registerPoints()
  }

  private func registerNumbers() throws(ServerError) {
    let add = try library.function("add", as: (@convention(c) (Int32, Int32) -> Int32).self)
    let subtract = try library.function(
      "subtract", as: (@convention(c) (Float, Float) -> Float).self)
    register("add", parameters: ["a", "b"]) { (a: Int32, b: Int32) in add(a, b) }
    register("subtract", parameters: ["a", "b"]) { (a: Float, b: Float) in subtract(a, b) }
  }

  private func registerTexts() throws(ServerError) {
    let reverse = try library.function(
      "reverse_string",
      as: (@convention(c) (UnsafePointer<CChar>) -> UnsafePointer<CChar>?).self)
    let reverseInto = try library.function(
      "reverse_into",
      as: (@convention(c) (UnsafePointer<CChar>, Int32, UnsafeMutablePointer<UInt8>) -> Void).self)

    register("reverse", parameters: ["text"], help: "The library keeps the result.") {
      (text: String) throws(ServerError) -> String in
      guard let result = reverse(text) else { throw ServerError("NoText", "null was returned") }
      return String(cString: result)
    }
    register("reverseInto", parameters: ["text"], help: "The result is written into a buffer.") {
      (text: String) -> String in
      var buffer = [UInt8](repeating: 0, count: text.utf8.count + 1)
      reverseInto(text, Int32(buffer.count), &buffer)
      return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  private func registerPoints() throws(ServerError) {
    let byReference = try library.function(
      "distance_4_points", as: (@convention(c) (UnsafePointer<four_points>) -> Double).self)
    let byValue = try library.function(
      "distance_4_points_by_value", as: (@convention(c) (four_points) -> Double).self)
    let middle = try library.function(
      "middle", as: (@convention(c) (point, point) -> point).self)
    let pathLength = try library.function(
      "path_length", as: (@convention(c) (n_points) -> Double).self)

    register("distance4", parameters: ["points"], help: "Four points, by reference.") {
      (points: [Point]) throws(ServerError) -> Double in
      var points = try four_points(points)
      return byReference(&points)
    }
    register("distance4ByValue", parameters: ["points"], help: "Four points, by value.") {
      (points: [Point]) throws(ServerError) -> Double in byValue(try four_points(points))
    }
    register("middle", parameters: ["a", "b"], help: "A structure is returned.") {
      (a: Point, b: Point) -> Point in Point(middle(point(a), point(b)))
    }
    register("pathLength", parameters: ["points"], help: "An array of structures.") {
      (points: [Point]) -> Double in
      points.map { point($0) }.withUnsafeBufferPointer {
        pathLength(n_points(count: Int32($0.count), points: $0.baseAddress))
      }
    }
  }
}

extension point {
  init(_ point: Point) { self.init(x: point.x, y: point.y) }
}

extension four_points {
  init(_ points: [Point]) throws(ServerError) {
    guard points.count == 4 else {
      throw ServerError("WrongCount", "four points are needed, not \(points.count)")
    }
    self.init(points: (point(points[0]), point(points[1]), point(points[2]), point(points[3])))
  }
}

extension Point {
  init(_ point: point) { self.init(x: point.x, y: point.y) }
}
