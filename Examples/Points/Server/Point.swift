import ArchBridgeServer

/// A point in a plane.
public struct Point: Codable, Equatable, Sendable {
  /// To the right.
  public let x: Double
  /// Upwards.
  public let y: Double

  /// Makes a point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
