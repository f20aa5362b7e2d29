import ArchBridge
import StdcallServer

// A library with Win32's calling convention.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: stdcall-example FOLDER-OF-LIBWINMATH")
}
let client = try LibraryClient(
  server: .stdcallServer,
  configuration: .init(searchPaths: [CommandLine.arguments[1]]))
defer { client.close() }
let math = client.server

let sum: Int32 = try math.add(40, 2)
let scaled: Double = try math.scale(1.25, by: -2)
let joined: Int64 = try math.join(high: 1, low: 2)
print(sum, scaled, joined)
let parts: [Int32] = try math.divide(47, divisor: 5)
print("47 / 5 is", parts[0], "remainder", parts[1])
let largest: Double = try math.largest([1.5, 7.25, -3])
print("largest:", largest)
try math.level.set(7)
let level: Int32 = try math.level
print("level:", level)

do {
  let none: [Int32] = try math.divide(1, divisor: 0)
  print(none)
} catch {
  print(error)
}
// A hundred thousand calls leave the stack where it was.
let add = try math.function("add", as: ((Int32, Int32) -> Int32).self)
var total: Int32 = 0
for number in 1...100_000 { total = try add(total, Int32(number % 10)) }
print("total:", total)
