public import ArchBridgeServer

/// Calls a Fortran library, to which every argument goes by reference.
public final class FortranServer: LibraryServer {
  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: "libroutines.so", arguments)
    try registerIntegers()
    try registerReals()
    try registerTexts()
    try registerArrays()
    try registerMatrices()
  }

  private func registerIntegers() throws(ServerError) {
    let sum8 = try library.function(
      "sum_8bit_", as: (@convention(c) (UnsafePointer<Int8>, UnsafePointer<Int8>) -> Int8).self)
    let sum16 = try library.function(
      "sum_16bit_",
      as: (@convention(c) (UnsafePointer<Int16>, UnsafePointer<Int16>) -> Int16).self)
    let sum32 = try library.function(
      "sum_32bit_",
      as: (@convention(c) (UnsafePointer<Int32>, UnsafePointer<Int32>) -> Int32).self)
    let sum64 = try library.function(
      "sum_64bit_",
      as: (@convention(c) (UnsafePointer<Int64>, UnsafePointer<Int64>) -> Int64).self)
    // LOGICAL is an integer of 4 bytes, of which the lowest bit counts.
    let both = try library.function(
      "both_", as: (@convention(c) (UnsafePointer<Int32>, UnsafePointer<Int32>) -> Int32).self)

    register("sum8", parameters: ["a", "b"]) { (a: Int8, b: Int8) -> Int8 in
      var (a, b) = (a, b)
      return sum8(&a, &b)
    }
    register("sum16", parameters: ["a", "b"]) { (a: Int16, b: Int16) -> Int16 in
      var (a, b) = (a, b)
      return sum16(&a, &b)
    }
    register("sum32", parameters: ["a", "b"]) { (a: Int32, b: Int32) -> Int32 in
      var (a, b) = (a, b)
      return sum32(&a, &b)
    }
    register("sum64", parameters: ["a", "b"]) { (a: Int64, b: Int64) -> Int64 in
      var (a, b) = (a, b)
      return sum64(&a, &b)
    }
    register("both", parameters: ["a", "b"]) { (a: Bool, b: Bool) -> Bool in
      var (a, b): (Int32, Int32) = (a ? 1 : 0, b ? 1 : 0)
      return both(&a, &b) & 1 != 0
    }
  }

  private func registerReals() throws(ServerError) {
    let multiply32 = try library.function(
      "multiply_float32_",
      as: (@convention(c) (UnsafePointer<Float>, UnsafePointer<Float>) -> Float).self)
    let multiply64 = try library.function(
      "multiply_float64_",
      as: (@convention(c) (UnsafePointer<Double>, UnsafePointer<Double>) -> Double).self)
    let factorial = try library.function(
      "factorial_", as: (@convention(c) (UnsafePointer<Int8>) -> Double).self)
    let bessel = try library.function(
      "besselj0_", as: (@convention(c) (UnsafePointer<Double>) -> Double).self)

    register("multiply32", parameters: ["a", "b"]) { (a: Float, b: Float) -> Float in
      var (a, b) = (a, b)
      return multiply32(&a, &b)
    }
    register("multiply64", parameters: ["a", "b"]) { (a: Double, b: Double) -> Double in
      var (a, b) = (a, b)
      return multiply64(&a, &b)
    }
    register("factorial", parameters: ["n"]) { (n: Int8) throws(ServerError) -> Double in
      guard n >= 0 else { throw ServerError("ValueError", "\(n) has no factorial") }
      var n = n
      return factorial(&n)
    }
    register("besselJ0", parameters: ["x"], help: "Of the first kind and order 0.") {
      (x: Double) -> Double in
      var x = x
      return bessel(&x)
    }
  }

  private func registerTexts() throws(ServerError) {
    // The lengths of texts come after all other arguments.
    let reverse = try library.function(
      "reverse_string_",
      as: (@convention(c) (UnsafePointer<UInt8>, UnsafeMutablePointer<UInt8>, Int, Int) -> Void)
        .self)
    register("reverse", parameters: ["text"]) { (text: String) -> String in
      let original = [UInt8](text.utf8)
      var reversed = [UInt8](repeating: 0, count: original.count)
      reverse(original, &reversed, original.count, reversed.count)
      return String(decoding: reversed, as: UTF8.self)
    }
  }

  private func registerArrays() throws(ServerError) {
    let add = try library.function(
      "add_arrays_",
      as: (@convention(c) (
        UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>,
        UnsafePointer<Int32>
      ) -> Void).self)
    let deviation = try library.function(
      "standard_deviation_",
      as: (@convention(c) (UnsafePointer<Double>, UnsafePointer<Int32>) -> Double).self)

    register("addArrays", parameters: ["a", "b"]) {
      (a: [Double], b: [Double]) throws(ServerError) -> [Double] in
      guard a.count == b.count else {
        throw ServerError("ShapeError", "arrays of \(a.count) and \(b.count) numbers")
      }
      var sum = [Double](repeating: 0, count: a.count)
      var count = Int32(a.count)
      add(a, b, &sum, &count)
      return sum
    }
    register("standardDeviation", parameters: ["values"]) {
      (values: [Double]) throws(ServerError) -> Double in
      guard values.count > 1 else {
        throw ServerError("ValueError", "a standard deviation needs two values")
      }
      var count = Int32(values.count)
      return deviation(values, &count)
    }
  }
}
