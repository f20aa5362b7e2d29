import ArchBridge
import FortranServer

// A Fortran library: numbers of every width, texts, arrays, matrices.

guard CommandLine.arguments.count == 2 else {
  fatalError("usage: fortran-example FOLDER-OF-LIBROUTINES")
}
let client = try LibraryClient(
  server: .fortranServer,
  configuration: .init(searchPaths: [CommandLine.arguments[1]]))
defer { client.close() }
let server = client.server

let sum8: Int8 = try server.sum8(-50, 110)
let sum16: Int16 = try server.sum16(2, -32768)
let sum32: Int32 = try server.sum32(123_456_788, 1)
let sum64: Int64 = try server.sum64(Int64.max, -1)
print("sums:", sum8, sum16, sum32, sum64)

let product32: Float = try server.multiply32(1e30, 0.25e-30)
let product64: Double = try server.multiply64(1e300, 0.25e-300)
print("products:", product32, product64)
let factorial: Double = try server.factorial(127)
print("factorial:", factorial)
let bessel: Double = try server.besselJ0(8.6)
print("Bessel:", bessel)

let both: Bool = try server.both(true, b: true)
let notBoth: Bool = try server.both(true, b: false)
print("logicals:", both, notBoth)
let reversed: String = try server.reverse("hello world!")
print("reversed:", reversed)

let sums: [Double] = try server.addArrays([1.0, 2, 3], [10.0, 20, 30])
print("arrays:", sums)
let deviation: Double = try server.standardDeviation((0..<10).map(Double.init))
print("standard deviation:", deviation)
let product: [[Double]] = try server.matrixMultiply(
  [[1.0, 2, 3], [4, 5, 6]], [[1.0, 2], [3, 4], [5, 6]])
print("matrices:", product)

do {
  let wrong: [[Double]] = try server.matrixMultiply([[1.0, 2]], [[1.0, 2]])
  print(wrong)
} catch {
  print(error)
}
do {
  let wrong: Int8 = try server.sum8(100, 1000)
  print(wrong)
} catch {
  print("refused:", error)
}
