public import ArchBridgeServer

/// What `stdev` gives.
public struct Statistics: Codable, Equatable, Sendable {
  /// The mean of the values.
  public let mean: Double
  /// Their variance.
  public let variance: Double
  /// Their standard deviation.
  public let deviation: Double
}

/// Calls a library that LabVIEW built.
public final class LabVIEWServer: LibraryServer {
  // double values[], int32 count, uint16 weighting, and three results.
  private typealias StandardDeviation =
    @convention(c) (
      UnsafePointer<Double>, Int32, UInt16, UnsafeMutablePointer<Double>,
      UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    ) -> Int32

  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: "libstdev.so", arguments)
    let stdev = try library.function("stdev", as: StandardDeviation.self)
    register(
      "stdev", parameters: ["values", "weighting"],
      help: "Mean, variance and standard deviation; weighting 0 is of a sample, 1 of all there is."
    ) { (values: [Double], weighting: UInt16) throws(ServerError) -> Statistics in
      var mean = 0.0
      var variance = 0.0
      var deviation = 0.0
      let status = stdev(
        values, Int32(values.count), weighting, &mean, &variance, &deviation)
      guard status == 0 else {
        throw ServerError("LabVIEWError", "stdev returned \(status): there are too few values")
      }
      return Statistics(mean: mean, variance: variance, deviation: deviation)
    }
  }
}
