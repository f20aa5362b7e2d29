public import ArchBridgeServer

/// Hosts two powermeters, each under names of its own.
public final class InstrumentsServer: LibraryServer {
  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(arguments)
    let pump = try Powermeter(port: arguments.value("pump"), serialNumber: 1701, volts: 3.5)
    let signal = try Powermeter(port: arguments.value("signal"), serialNumber: 74656, volts: 0.5)
    try withPrefix("pump_") { () throws(ServerError) in host(pump) }
    try withPrefix("signal_") { () throws(ServerError) in host(signal) }
  }

  private func host(_ meter: Powermeter) {
    register(property: "identity", help: "What the device says that it is.") { meter.identity }
    register(
      property: "range", help: "The largest voltage that can be read, 0.01 to 100.",
      get: { meter.range },
      set: { (range: Double) throws(ServerError) in try meter.setRange(range) })
    register(
      "readVoltage", parameters: ["samples"], help: "Reads the voltage a number of times."
    ) { (samples: Int32) throws(ServerError) -> [Double] in
      try meter.readVoltage(samples: samples)
    }
  }
}
