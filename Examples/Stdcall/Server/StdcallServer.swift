public import ArchBridgeServer

/// Calls a library whose functions are `stdcall`.
public final class StdcallServer: LibraryServer {
  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: "libwinmath.so", arguments)
    let library = try library

    register("add", parameters: ["a", "b"]) { (a: Int32, b: Int32) throws(ServerError) -> Int32 in
      try library.call("add", .stdcall, .number(a), .number(b))
    }
    register("scale", parameters: ["value", "by"]) {
      (value: Double, factor: Int16) throws(ServerError) -> Double in
      try library.call("scale", .stdcall, .number(value), .number(factor))
    }
    register("join", parameters: ["high", "low"]) {
      (high: UInt32, low: UInt32) throws(ServerError) -> Int64 in
      try library.call("join", .stdcall, .number(high), .number(low))
    }
    register(
      "divide", parameters: ["dividend", "divisor"], help: "The quotient and the remainder."
    ) { (dividend: Int32, divisor: Int32) throws(ServerError) -> [Int32] in
      var quotient: Int32 = 0
      var remainder: Int32 = 0
      let status = try withUnsafeMutablePointer(to: &quotient) {
        (quotient) throws(ServerError) -> Int32 in
        try withUnsafeMutablePointer(to: &remainder) { (remainder) throws(ServerError) -> Int32 in
          try library.call(
            "divide", .stdcall, .number(dividend), .number(divisor), .pointer(quotient),
            .pointer(remainder))
        }
      }
      guard status == 0 else { throw ServerError("DivisionByZero", "\(dividend) divided by 0") }
      return [quotient, remainder]
    }
    register("largest", parameters: ["values"]) {
      (values: [Double]) throws(ServerError) -> Double in
      guard !values.isEmpty else { throw ServerError("NoValues", "there is no largest of none") }
      return try values.withUnsafeBufferPointer { (values) throws(ServerError) -> Double in
        try library.call(
          "largest", .stdcall, .pointer(values.baseAddress), .number(Int32(values.count)))
      }
    }
    register(
      property: "level",
      get: { () throws(ServerError) -> Int32 in try library.call("get_level", .stdcall) },
      set: { (level: Int32) throws(ServerError) in
        try library.call("set_level", .stdcall, .number(level))
      })
  }
}
