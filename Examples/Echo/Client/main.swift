import ArchBridge
import EchoServer
import Foundation

// Each value crosses to the 32-bit process and back, and is compared with what it was.

let client = try LibraryClient(
  server: .echoServer, arguments: ["greeting": "\"Größe\"\n\0 😀", "scale": 2.5])
defer { client.close() }
let echo = client.server

/// Sends each value, without a label and with one.
func check<Value: Codable & Equatable & Sendable>(_ name: String, _ values: Value...) throws {
  for value in values {
    let returned: Value = try echo.request(name, value)
    let labelled: Value = try echo.call(name, ["value": value])
    guard returned == value, labelled == value else {
      print("\(name): \(value) came back as \(returned) and \(labelled)")
      continue
    }
  }
  print("\(name): \(values.count)")
}

try check("bool", true, false)
try check("int8", Int8.min, -1, 0, .max)
try check("int16", Int16.min, -1, 0, .max)
try check("int32", Int32.min, -1, 0, .max)
try check("int64", Int64.min, -1, 0, .max)
try check("uint8", UInt8.min, .max)
try check("uint16", UInt16.min, .max)
try check("uint32", UInt32.min, .max)
try check("uint64", UInt64.min, .max)
try check("int", Int(Int32.min), Int(Int32.max))
try check("uint", UInt(UInt32.max))
try check(
  "float", Float.pi, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, 0.1)
try check(
  "double", Double.pi, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.infinity, 0.1)
try check("string", "", "naïve 😀", "a\0b", String(repeating: "long ", count: 100_000))
try check("bytes", [UInt8](), [0, 127, 255], [UInt8](repeating: 7, count: 1_000_000))
try check("date", Date(timeIntervalSince1970: 0), .distantFuture, Date())

try check("int8s", [Int8](), [.min, .max])
try check("int16s", [Int16](), [.min, .max])
try check("int32s", [Int32](), [.min, .max])
try check("int64s", [Int64](), [.min, .max])
try check("uint16s", [UInt16](), [.min, .max])
try check("uint32s", [UInt32](), [.min, .max])
try check("uint64s", [UInt64](), [.min, .max])
try check("floats", [Float](), [1.5, -.infinity])
try check("doubles", [Double](), [1.5, -.infinity], (0..<100_000).map(Double.init))
try check("bools", [Bool](), [true, false])
try check("strings", [String](), ["", "one", "zwei"])
try check("rows", [[Double]](), [[1, 2], [], [3]])
try check("optional", Int32?.none, 5)
try check("optionals", [String?](), ["one", nil, ""])
try check("counts", [String: Int32](), ["one": 1, "": -1])
try check("names", [Int: String](), [-1: "minus one", 1: "one"])
try check("tables", ["empty": [Float](), "some": [1, 2]])

let sample = Sample(
  label: nil, position: .init(row: -1, column: 7), quality: .doubtful,
  trigger: .edge(rising: true, after: 0.25), values: [1, 2.5])
var labelled = sample
(labelled.label, labelled.trigger) = ("second", .level(3))
var plain = sample
(plain.trigger, plain.quality) = (.none, .bad)
try check("sample", sample, labelled, plain)
try check("samples", ["all": [sample, labelled], "none": []])

let nan: Double = try echo.double(Double.nan)
let minusZero: Double = try echo.double(-0.0)
print("not a number: \(nan.isNaN), below zero: \(minusZero.sign == .minus)")

// Arguments by their names, in any order, after those without.
let all: String = try echo.all(
  true, UInt64.max, text: "text", ratio: Float(0.5), none: Double?.none, table: ["one": 1],
  list: [-1, 1], bytes: [0, 255])
print(all)

// What the server was started with.
let greeting: String = try echo.greeting
let scale: Double = try echo.scale
print(greeting == "\"Größe\"\n\0 😀", scale)

// A property is written and read; what the server refuses is its own error.
try echo.range.set(3.5)
let range: Double = try echo.range
print("range:", range)
do {
  try echo.range.set(-1.0)
} catch {
  print(error)
}

// What does not fit is refused. The server's Int has 32 bits.
for (name, wrong) in [("int8", 128), ("uint64", -1), ("int", Int.max)] {
  do {
    try echo.call(name, ["value": wrong])
  } catch {
    print("refused:", error)
  }
}
do {
  try echo.join(first: "a", third: "b")
} catch {
  print("refused:", error)
}
print(try echo.help("join"))
