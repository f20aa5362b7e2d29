import ArchBridgeServer

/// A simulated powermeter: it answers as one would, and the same each time.
final class Powermeter {
  /// What the device says that it is.
  let identity: String
  private(set) var range = 1.0
  private let volts: Double
  private var noise: UInt32

  /// Opens the device on a port.
  init(port: String, serialNumber: UInt32, volts: Double) throws(ServerError) {
    guard port.hasPrefix("/dev/") else {
      throw ServerError("PortError", "no device is on \(port)")
    }
    identity = "Simulated Powermeter, serial number \(serialNumber), on \(port)"
    self.volts = volts
    noise = serialNumber
  }

  /// Chooses the largest voltage that the device can read.
  func setRange(_ range: Double) throws(ServerError) {
    guard range >= 0.01, range <= 100 else {
      throw ServerError("RangeError", "the range \(range) is not between 0.01 and 100 volts")
    }
    self.range = range
  }

  /// Reads the voltage a number of times.
  func readVoltage(samples: Int32) throws(ServerError) -> [Double] {
    guard samples > 0, samples <= 1_000_000 else {
      throw ServerError("ValueError", "\(samples) samples cannot be read")
    }
    return (0..<samples).map { _ in
      noise = noise &* 1_664_525 &+ 1_013_904_223
      let part = Double(noise >> 16) / 65536 - 0.5
      return min(volts + part * range / 100, range)
    }
  }
}
