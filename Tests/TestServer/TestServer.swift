public import ArchBridgeServer

/// A server for the tests: what it does at its start is what it is told.
public final class TestServer: LibraryServer {
  /// Makes a server.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    if let library: String = try arguments.optional("library") {
      try super.init(library: library, arguments)
      let add = unsafe try self.library.function(
        "add", as: (@convention(c) (Int32, Int32) -> Int32).self)
      register("add", parameters: ["a", "b"], help: "Adds in C.") { (a: Int32, b: Int32) in
        add(a, b)
      }
    } else {
      try super.init(arguments)
    }
    let mode: String = try arguments.optional("mode") ?? "plain"
    switch mode {
    case "throws": throw ServerError("NoDevice", "nothing answers at the port")
    case "empty": return
    case "twice":
      register("same") { 1 as Int32 }
      register("same") { 2 as Int32 }
    case "labels": register("one", parameters: ["a", "b"]) { (a: Int32) in a }
    case "removes none": remove("nothing")
    case "opens":
      let canOpen = try opener()
      let couldOpen = canOpen("/etc/passwd")
      register(property: "couldOpen", get: { couldOpen })
      register("canOpen", parameters: ["path"], canOpen)
    default: registerAll()
    }
    if mode == "prefix" {
      try withPrefix("pump_") { () throws(ServerError) in registerMeter("pump") }
      try withPrefix("signal_") { () throws(ServerError) in registerMeter("signal") }
      remove("subtract")
    }
  }

  /// What says whether a file can be read.
  private func opener() throws(ServerError) -> (String) -> Bool {
    typealias Open =
      @convention(c) (
        UnsafePointer<CChar>, UnsafePointer<CChar>
      ) -> UnsafeMutableRawPointer?
    typealias Close = @convention(c) (UnsafeMutableRawPointer) -> Int32
    let libc = try load("libc.so.6")
    let open = unsafe try libc.function("fopen", as: Open.self)
    let close = unsafe try libc.function("fclose", as: Close.self)
    return { path in
      guard let file = unsafe open(path, "r") else { return false }
      _ = unsafe close(file)
      return true
    }
  }

  private func registerMeter(_ name: String) {
    var range = 1.0
    register(property: "identity", get: { name })
    register(property: "range", get: { range }, set: { (value: Double) in range = value })
  }

  private func registerAll() {
    let arguments = arguments
    register("subtract", parameters: ["a", "b"]) { (a: Int32, b: Int32) in a &- b }
    register("divide", parameters: ["a", "b"]) {
      (a: Int32, b: Int32) throws(ServerError) -> Int32 in
      guard b != 0 else { throw ServerError("DivisionByZero", "nothing is divided by 0") }
      return a / b
    }
    register("mean", parameters: ["values"]) { (values: [Double]) throws(ServerError) -> Double in
      guard !values.isEmpty else { throw ServerError("Empty", "there is no mean of nothing") }
      return values.reduce(0, +) / Double(values.count)
    }
    let names = arguments.names
    register("names") { names }
    register("argument", parameters: ["name"]) { (name: String) throws(ServerError) -> String in
      try arguments.value(name)
    }
    register("say", parameters: ["text"]) { (text: String) in print(text) }
    register("trap") { () -> Int32 in fatalError("on purpose") }
    register("many", parameters: ["a", "b", "c", "d", "e", "f", "g", "h"]) {
      (a: Int8, b: UInt8, c: Int16, d: UInt16, e: Int64, f: UInt64, g: Float, h: Double) -> Double
      in
      let integers = Int64(a) + Int64(b) + Int64(c) + Int64(d) + e + Int64(f)
      return Double(integers) + Double(g) + h
    }
    register("scan", parameters: ["count", "values"], help: "Gives each number as it comes.") {
      (count: Int32, values: ClientStream<Double>) throws(ServerError) in
      for index in 0..<count { try values.yield(Double(index)) }
    }
    register("integrate", parameters: ["f", "steps"]) {
      (f: ClientClosure<Double, Double>, steps: Int32) throws(ServerError) -> Double in
      var sum = 0.0
      for index in 0..<steps { sum += try f((Double(index) + 0.5) / Double(steps)) }
      return sum / Double(steps)
    }
    register("each", parameters: ["names", "body"]) {
      (names: [String], body: ClientClosure<String, [String]>) throws(ServerError) -> [String] in
      var all: [String] = []
      for name in names { all += try body(name) }
      return all
    }
    offer(SimulatedPowermeter())
    register("shapes", parameters: ["shapes"]) { (shapes: [Shape]) in shapes }
    register("move", parameters: ["point", "by"]) { (point: Point, by: Double) in
      Point(x: point.x + by, y: point.y + by, label: point.label)
    }
    var count: Int32 = 0
    register("count") { () -> Int32 in
      count += 1
      return count
    }
    register("reset") { count = 0 }
    register(property: "total", help: "How often `count` was called.", get: { count })
    register(
      property: "limit", get: { Int32(10) },
      set: { (value: Int32) throws(ServerError) in
        throw ServerError("Fixed", "the limit is fixed")
      })
  }

  public override func shutDown() { print("bye") }
}
