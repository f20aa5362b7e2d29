public import ArchBridgeServer

extension Statistics {
  /// The type's name.
  public static var wireName: String { "Statistics" }

  /// Reads one.
  public init(from reader: inout CBORReader) throws(CBORError) {
    var mean: Double?
    var variance: Double?
    var deviation: Double?
    try reader.readFields { (key, reader) throws(CBORError) in
      switch key {
      case "mean": mean = try Double(from: &reader)
      case "variance": variance = try Double(from: &reader)
      case "deviation": deviation = try Double(from: &reader)
      default: return false
      }
      return true
    }
    guard let mean else { throw .missingField("mean") }
    guard let variance else { throw .missingField("variance") }
    guard let deviation else { throw .missingField("deviation") }
    self.init(mean: mean, variance: variance, deviation: deviation)
  }

  /// Appends it.
  public func write(to writer: inout CBORWriter) {
    writer.beginMap(count: 3)
    writer.write(text: "mean")
    mean.write(to: &writer)
    writer.write(text: "variance")
    variance.write(to: &writer)
    writer.write(text: "deviation")
    deviation.write(to: &writer)
  }
}

#if !hasFeature(Embedded)
  extension Statistics: WireValue {}
#endif
