import ArchBridgeServer

/// A structure with a structure, enumerations, an array and an optional in it.
public struct Sample: Codable, Equatable, Sendable {
  /// How good a sample is: an enumeration of raw values.
  public enum Quality: String, Codable, Sendable {
    case good, doubtful, bad
  }

  /// What has started it: an enumeration with values.
  public enum Trigger: Codable, Equatable, Sendable {
    case none
    case level(Double)
    case edge(rising: Bool, after: Double)
  }

  /// Where it was taken.
  public struct Position: Codable, Equatable, Sendable {
    /// The row.
    public var row: Int32
    /// The column.
    public var column: Int32

    /// Makes a position.
    public init(row: Int32, column: Int32) {
      self.row = row
      self.column = column
    }
  }

  /// Its label, if it has one.
  public var label: String?
  /// Where it was taken.
  public var position: Position
  /// How good it is.
  public var quality: Quality
  /// What has started it.
  public var trigger: Trigger
  /// What was read.
  public var values: [Double]

  /// Makes a sample.
  public init(
    label: String?, position: Position, quality: Quality, trigger: Trigger, values: [Double]
  ) {
    self.label = label
    self.position = position
    self.quality = quality
    self.trigger = trigger
    self.values = values
  }
}
