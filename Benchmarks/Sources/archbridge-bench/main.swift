import ArchBridge
import Glibc

// archbridge-bench FLOOR-PROGRAM REPORT.json
//
// Prints a table of what ArchBridge takes beside a C program that does no more than it must, each
// pair measured in one run, and writes the same as JSON.

guard CommandLine.arguments.count == 3 else {
  fatalError("usage: archbridge-bench FLOOR-PROGRAM REPORT.json")
}
let floorProgram = CommandLine.arguments[1]
let library = "libm.so.6"

func startOurs() throws -> Double {
  var client: LibraryClient?
  let time = try seconds {
    let new = try LibraryClient(library)
    let _: Double = try new.cos(1.0)
    client = new
  }
  client?.close()
  return time
}

func startFloor() -> Double {
  var floor: Floor?
  let time = seconds {
    let new = Floor(program: floorProgram, library: library, symbol: "cos")
    new.call()
    floor = new
  }
  floor?.end()
  return time
}

let callCount = 2_000

func callsOurs() throws -> Double {
  try withLibrary(library) { lib in
    try lib.declare("double cos(double x);")
    return try seconds { for _ in 0..<callCount { let _: Double = try lib.cos(1.0) } }
      / Double(callCount)
  }
}

func callsFloor() -> Double {
  let floor = Floor(program: floorProgram, library: library, symbol: "cos")
  defer { floor.end() }
  floor.call()
  return seconds { for _ in 0..<callCount { floor.call() } } / Double(callCount)
}

/// What the kernel says of a process's resident memory, in bytes.
func residentBytes(_ process: Int32) -> Int? {
  guard let file = fopen("/proc/\(process)/status", "r") else { return nil }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, 256, file) != nil {
    let text = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard text.hasPrefix("VmRSS:") else { continue }
    return text.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 * 1024 }
  }
  return nil
}

var rows: [Measurement] = []
print(Measurement.title)
for (suffix, processor) in [("", nil), ("_same_core", 0)] as [(String, Int?)] {
  pin(to: processor)
  for row in [
    try Measurement("start\(suffix)", runs: 101, ours: startOurs, floor: startFloor),
    try Measurement("pipe_call\(suffix)", runs: 21, ours: callsOurs, floor: callsFloor),
  ] {
    print(row.line)
    rows.append(row)
  }
}
pin(to: nil)
try withLibrary(library) { lib in
  let _: Double = try lib.cos(1.0)
  if let bytes = residentBytes(lib.helperProcessID) {
    print("helper resident: \(bytes / 1024) kB")
  }
}
let report = "{\n  " + rows.map(\.json).joined(separator: ",\n  ") + "\n}\n"
guard let file = fopen(CommandLine.arguments[2], "w") else {
  fatalError("\(CommandLine.arguments[2]) cannot be written")
}
fputs(report, file)
fclose(file)
