public import ArchBridgeServer

/// Returns what it is given, so that one sees that each type arrives as it left.
public final class EchoServer: LibraryServer {
  /// Starts the server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(arguments)
    register("bool", parameters: ["value"]) { (value: Bool) in value }
    register("int8", parameters: ["value"]) { (value: Int8) in value }
    register("int16", parameters: ["value"]) { (value: Int16) in value }
    register("int32", parameters: ["value"]) { (value: Int32) in value }
    register("int64", parameters: ["value"]) { (value: Int64) in value }
    register("uint8", parameters: ["value"]) { (value: UInt8) in value }
    register("uint16", parameters: ["value"]) { (value: UInt16) in value }
    register("uint32", parameters: ["value"]) { (value: UInt32) in value }
    register("uint64", parameters: ["value"]) { (value: UInt64) in value }
    register("float", parameters: ["value"]) { (value: Float) in value }
    register("double", parameters: ["value"]) { (value: Double) in value }
    register("string", parameters: ["value"]) { (value: String) in value }
    register("bytes", parameters: ["value"]) { (value: [UInt8]) in value }
    register("doubles", parameters: ["value"]) { (value: [Double]) in value }
    register("strings", parameters: ["value"]) { (value: [String]) in value }
    register("counts", parameters: ["value"]) { (value: [String: Int32]) in value }
    register("optional", parameters: ["value"]) { (value: Int32?) in value }
    register("int", parameters: ["value"]) { (value: Int) in value }
    register("uint", parameters: ["value"]) { (value: UInt) in value }
    register("int8s", parameters: ["value"]) { (value: [Int8]) in value }
    register("int16s", parameters: ["value"]) { (value: [Int16]) in value }
    register("int32s", parameters: ["value"]) { (value: [Int32]) in value }
    register("int64s", parameters: ["value"]) { (value: [Int64]) in value }
    register("uint16s", parameters: ["value"]) { (value: [UInt16]) in value }
    register("uint32s", parameters: ["value"]) { (value: [UInt32]) in value }
    register("uint64s", parameters: ["value"]) { (value: [UInt64]) in value }
    register("floats", parameters: ["value"]) { (value: [Float]) in value }
    register("bools", parameters: ["value"]) { (value: [Bool]) in value }
    register("rows", parameters: ["value"]) { (value: [[Double]]) in value }
    register("optionals", parameters: ["value"]) { (value: [String?]) in value }
    register("names", parameters: ["value"]) { (value: [Int: String]) in value }
    register("tables", parameters: ["value"]) { (value: [String: [Float]]) in value }
    register("sample", parameters: ["value"]) { (value: Sample) in value }
    register("samples", parameters: ["value"]) { (value: [String: [Sample]]) in value }
    register("date", parameters: ["value"]) { (value: WireDate) in value }
    register("join", parameters: ["first", "second"], help: "One text of two.") {
      (first: String, second: String) in first + second
    }
    register("add", parameters: ["a", "b"], help: "The sum.") { (a: Int32, b: Int32) in a &+ b }
    register(
      "all", parameters: ["flag", "count", "ratio", "text", "bytes", "list", "table", "none"],
      help: "Arguments of eight types; returned as a text."
    ) {
      (
        flag: Bool, count: UInt64, ratio: Float, text: String, bytes: [UInt8], list: [Int16],
        table: [String: Int32], none: Double?
      ) -> String in
      "\(flag) \(count) \(ratio) \(text) \(bytes.count) bytes, \(list.count) numbers, "
        + "one is \(table["one"] ?? 0), \(none == nil ? "none" : "some")"
    }
    register("fail", parameters: ["name", "message"]) {
      (name: String, message: String) throws(ServerError) -> Int32 in
      throw ServerError(name, message)
    }
    let greeting: String = try arguments.optional("greeting") ?? "hello"
    register(property: "greeting", help: "What the server was started with.", get: { greeting })
    let scale: Double = try arguments.value("scale")
    register(property: "scale", help: "A number to start with.", get: { scale })
    var range = 1.0
    register(
      property: "range", help: "Any number above 0.", get: { range },
      set: { (value: Double) throws(ServerError) in
        guard value > 0 else { throw ServerError("RangeError", "the range must be above 0") }
        range = value
      })
  }
}
