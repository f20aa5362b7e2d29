public import ArchBridgeServer

extension Sample {
  /// The type's name.
  public static var wireName: String { "Sample" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var label: String?
    var position: Position?
    var quality: Quality?
    var trigger: Trigger?
    var values: [Double]?
    try reader.readFields { (key, reader) throws(CBORError) in
      switch key {
      case "label": label = try String?(from: &reader)
      case "position": position = try Position(from: &reader)
      case "quality": quality = try Quality(from: &reader)
      case "trigger": trigger = try Trigger(from: &reader)
      case "values": values = try [Double](from: &reader)
      default: return false
      }
      return true
    }
    guard let position else { throw .missingField("position") }
    guard let quality else { throw .missingField("quality") }
    guard let trigger else { throw .missingField("trigger") }
    guard let values else { throw .missingField("values") }
    self.init(
      label: label, position: position, quality: quality, trigger: trigger, values: values)
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: label == nil ? 4 : 5)
    if let label {
      writer.write(text: "label")
      label.write(to: &writer)
    }
    writer.write(text: "position")
    position.write(to: &writer)
    writer.write(text: "quality")
    quality.write(to: &writer)
    writer.write(text: "trigger")
    trigger.write(to: &writer)
    writer.write(text: "values")
    values.write(to: &writer)
  }
}

extension Sample.Position {
  /// The type's name.
  public static var wireName: String { "Position" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var row: Int32?
    var column: Int32?
    try reader.readFields { (key, reader) throws(CBORError) in
      switch key {
      case "row": row = try Int32(from: &reader)
      case "column": column = try Int32(from: &reader)
      default: return false
      }
      return true
    }
    guard let row else { throw .missingField("row") }
    guard let column else { throw .missingField("column") }
    self.init(row: row, column: column)
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: 2)
    writer.write(text: "row")
    row.write(to: &writer)
    writer.write(text: "column")
    column.write(to: &writer)
  }
}

extension Sample.Quality {
  /// The type's name.
  public static var wireName: String { "Quality" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    guard let value = Self(rawValue: try String(from: &reader)) else {
      throw .invalidValue("Quality")
    }
    self = value
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) { rawValue.write(to: &writer) }
}

extension Sample.Trigger {
  /// The type's name.
  public static var wireName: String { "Trigger" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var value: Self?
    try reader.readFields { (name, reader) throws(CBORError) in
      switch name {
      case "none":
        try reader.readFields { (_, _) throws(CBORError) in false }
        value = Self.none
      case "level":
        var level: Double?
        try reader.readFields { (key, reader) throws(CBORError) in
          guard key == "_0" else { return false }
          level = try Double(from: &reader)
          return true
        }
        guard let level else { throw .missingField("_0") }
        value = .level(level)
      case "edge":
        var rising: Bool?
        var after: Double?
        try reader.readFields { (key, reader) throws(CBORError) in
          switch key {
          case "rising": rising = try Bool(from: &reader)
          case "after": after = try Double(from: &reader)
          default: return false
          }
          return true
        }
        guard let rising else { throw .missingField("rising") }
        guard let after else { throw .missingField("after") }
        value = .edge(rising: rising, after: after)
      default: throw .invalidValue("Trigger")
      }
      return true
    }
    guard let value else { throw .invalidValue("Trigger") }
    self = value
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: 1)
    switch self {
    case .none:
      writer.write(text: "none")
      writer.beginMap(count: 0)
    case .level(let level):
      writer.write(text: "level")
      writer.beginMap(count: 1)
      writer.write(text: "_0")
      level.write(to: &writer)
    case .edge(let rising, let after):
      writer.write(text: "edge")
      writer.beginMap(count: 2)
      writer.write(text: "rising")
      rising.write(to: &writer)
      writer.write(text: "after")
      after.write(to: &writer)
    }
  }
}

#if !hasFeature(Embedded)
  extension Sample: WireValue {}
  extension Sample.Position: WireValue {}
  extension Sample.Quality: WireValue {}
  extension Sample.Trigger: WireValue {}
#endif
