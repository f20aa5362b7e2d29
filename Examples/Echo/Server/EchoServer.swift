public import ArchBridgeServer

/// Returns what it is given, so that one sees that each type arrives as it left.
public final class EchoServer: LibraryServer {
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
    register("date", parameters: ["value"]) { (value: WireDate) in value }
    register("join", parameters: ["first", "second"], help: "One text of two.") {
      (first: String, second: String) in first + second
    }
    register("add", parameters: ["a", "b"], help: "The sum.") { (a: Int32, b: Int32) in a &+ b }
    register("fail", parameters: ["name", "message"]) {
      (name: String, message: String) throws(ServerError) -> Int32 in
      throw ServerError(name, message)
    }
    let greeting: String = try arguments.optional("greeting") ?? "hello"
    register(property: "greeting", help: "What the server was started with.", get: { greeting })
    var range = 1.0
    register(
      property: "range", help: "Any number above 0.", get: { range },
      set: { (value: Double) throws(ServerError) in
        guard value > 0 else { throw ServerError("RangeError", "the range must be above 0") }
        range = value
      })
  }
}
