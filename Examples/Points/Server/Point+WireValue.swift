public import ArchBridgeServer

extension Point {
  /// The type's name.
  public static var wireName: String { "Point" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var x: Double?
    var y: Double?
    try reader.readFields { (key, reader) throws(CBORError) in
      switch key {
      case "x": x = try Double(from: &reader)
      case "y": y = try Double(from: &reader)
      default: return false
      }
      return true
    }
    guard let x else { throw .missingField("x") }
    guard let y else { throw .missingField("y") }
    self.init(x: x, y: y)
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: 2)
    writer.write(text: "x")
    x.write(to: &writer)
    writer.write(text: "y")
    y.write(to: &writer)
  }
}

#if !hasFeature(Embedded)
  extension Point: WireValue {}
#endif
