/// A protocol that a server and its client share, marked as one.
///
///     public protocol Powermeter: ServerInterface {
///       var range: Double { get set }
///       func readVoltage(samples: Int32) throws(ServerError) -> Double
///     }
///
/// Every public protocol whose requirements can all cross is such a protocol. One that says so is
/// an error at the requirement that cannot.
public protocol ServerInterface {}

#if hasFeature(Embedded)
  /// The keys of a `Codable` type, which the helper's values have been generated with.
  public protocol CodingKey {}
#endif
