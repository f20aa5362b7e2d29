import ArchBridge

// A C++ library without a line of C: overloads, objects, templates, and what it throws.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: cplusplus-example FOLDER-OF-THE-FIXTURES")
}
let folder = CommandLine.arguments[1]

/// A `vendor::Gauge`.
struct Gauge: LibraryObject {
  static let className = "vendor::Gauge"
  static let byteCount: Int? = 36
  let address: RemoteAddress
}

final class Vendor: LibraryClient, @unchecked Sendable {
  init(from folder: String) throws(BridgeError) {
    try super.init("vendor", configuration: Configuration(searchPaths: [folder]))
    try declare("struct Point { double x, y; };")
  }

  func gauge(_ name: String, scale: Double) throws(BridgeError) -> Gauge {
    try Gauge.new(in: self, "(const char*, double)", name, scale)
  }

  func read(_ gauge: Gauge, _ raw: Double) throws(BridgeError) -> Double {
    try call("double vendor::Gauge::read(double) const", gauge, raw)
  }

  func read(_ gauge: Gauge, _ raw: Int) throws(BridgeError) -> Double {
    try call("double vendor::Gauge::read(int) const", gauge, raw)
  }
}

/// What the library throws, and what it does not have.
func failures(_ lib: Vendor, _ gauge: Gauge) throws {
  do {
    _ = try lib.gauge("furnace", scale: 0)
  } catch {
    print(error)
    print(error.exception?.typeName ?? "", "-", error.exception?.message ?? "")
  }
  print("still there:", try lib.read(gauge, 10.0))

  do {
    let value: Double = try lib.call("vendor::Gauge::read", gauge, 1.0)
    print(value)
  } catch {
    print(error.code)
  }
}

try withSession(Vendor(from: folder)) { lib in
  let gauge = try lib.gauge("boiler", scale: 2.5)
  print("read:", try lib.read(gauge, 4.0), try lib.read(gauge, 4))

  try lib.call("void vendor::Gauge::calibrate(const double&)", gauge, 1.5)
  let name: String = try lib.call("const char* vendor::Gauge::name() const", gauge)
  print(name, "reads", try lib.read(gauge, 4.0))

  let count: Int = try lib.call("static int vendor::Gauge::count()")
  let largest: Int = try lib.call("int vendor::largest<int>(int, int)", 3, 5)
  print("alive:", count, "largest:", largest)

  let point = try lib.structure("struct Point", ["x": 3, "y": 4])
  let length: Double = try lib.call("double vendor::length(vendor::Point)", point)
  print("length:", length)

  try failures(lib, gauge)

  let read = try lib.function(
    "double vendor::Gauge::read(double) const", as: ((Gauge, Double) -> Double).self)
  print("sum:", try (1...4).reduce(0) { sum, number in sum + (try read(gauge, Double(number))) })

  try gauge.delete(in: lib)
  let left: Int = try lib.call("static int vendor::Gauge::count()")
  print("left:", left)
}
