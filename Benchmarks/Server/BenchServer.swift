import ArchBridgeServer

/// The server of the rows about servers: it adds as the library does.
final class BenchServer: LibraryServer {
  required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: arguments.value("library"), arguments)
    let add = try library.function("add", as: (@convention(c) (Int32, Int32) -> Int32).self)
    register("add", parameters: ["a", "b"]) { (a: Int32, b: Int32) in add(a, b) }
  }
}
