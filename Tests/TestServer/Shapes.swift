public import ArchBridgeServer

/// What crosses as a user writes it.
public struct Point: Codable, Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var label: String?

  public init(x: Double, y: Double, label: String? = nil) {
    self.x = x
    self.y = y
    self.label = label
  }
}

public enum Shape: Codable, Hashable, Sendable {
  case empty
  case circle(Point, radius: Double)
  case polygon([Point])
}

public enum Unit: String, Codable, Sendable {
  case volt, ampere
}

/// A device that is at the other end of something, or is not.
public protocol Powermeter: Sendable {
  /// What it is.
  var identity: String { get throws(ServerError) }
  /// The largest value that it shows.
  var range: Double { get set }
  /// The mean of some values.
  func readVoltage(samples: Int32, unit: Unit) throws(ServerError) -> Double
}

/// One that makes its values itself.
public final class SimulatedPowermeter: Powermeter, @unchecked Sendable {
  public var range = 10.0

  public init() {}

  public var identity: String { get throws(ServerError) { "simulated" } }

  public func readVoltage(samples: Int32, unit: Unit) throws(ServerError) -> Double {
    guard samples > 0 else { throw ServerError("NoSamples", "a mean takes a sample") }
    return unit == .volt ? range / 4 : range
  }
}
