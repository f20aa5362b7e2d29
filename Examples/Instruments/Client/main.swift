import ArchBridge
import InstrumentsServer

// Two instruments of one class, hosted in the 32-bit process.

let client = try LibraryClient(
  server: .instrumentsServer,
  arguments: ["pump": "/dev/ttyACM0", "signal": "/dev/ttyACM1"])
let meters = client.server

let pump: String = try meters.pump_identity
let signal: String = try meters.signal_identity
print(pump)
print(signal)

// Each has a range of its own.
try meters.pump_range.set(5)
let ranges: [Double] = [try meters.pump_range, try meters.signal_range]
print("ranges:", ranges)

let volts: [Double] = try meters.pump_readVoltage(samples: 1000)
let mean = volts.reduce(0, +) / Double(volts.count)
print("pump:", volts.count, "samples, about", (mean * 100).rounded() / 100, "volts")
let single: [Double] = try meters.signal_readVoltage(samples: 1)
print("signal: about", (single[0] * 10).rounded() / 10, "volts")

do {
  try meters.signal_range.set(1e6)
} catch {
  print(error)
}
do {
  try meters.pump_identity.set("another")
} catch {
  print("refused:", error)
}
print(try meters.help())
client.close()

// What the server throws when it starts is thrown to the one who starts it.
do {
  _ = try LibraryClient(
    server: .instrumentsServer, arguments: ["pump": "COM1", "signal": "/dev/ttyACM1"])
} catch {
  print(error)
}
