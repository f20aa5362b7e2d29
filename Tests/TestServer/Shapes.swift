public import ArchBridgeServer

/// What crosses as a user writes it.
public struct Point: Codable, Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Upwards.
  public var y: Double
  /// What it is called.
  public var label: String?

  /// Makes one.
  public init(x: Double, y: Double, label: String? = nil) {
    self.x = x
    self.y = y
    self.label = label
  }
}

/// Points with a meaning.
public enum Shape: Codable, Hashable, Sendable {
  case empty
  case circle(Point, radius: Double)
  case polygon([Point])
}

/// What is measured.
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
  /// The largest value that it shows.
  public var range = 10.0

  /// Makes one.
  public init() {}

  /// What it is.
  public var identity: String { get throws(ServerError) { "simulated" } }

  /// A quarter of the range.
  public func readVoltage(samples: Int32, unit: Unit) throws(ServerError) -> Double {
    guard samples > 0 else { throw ServerError("NoSamples", "a mean takes a sample") }
    return unit == .volt ? range / 4 : range
  }
}
