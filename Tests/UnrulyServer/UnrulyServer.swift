public import ArchBridgeServer

/// Does when it starts what it is told, most of which no server should.
public final class UnrulyServer: LibraryServer {
  /// Starts in the way that the argument `way` names.
  public required init(_ arguments: ServerArguments) throws(ServerError) {
    try super.init(library: "libc.so.6", arguments)
    let exit = unsafe try library.function("exit", as: (@convention(c) (Int32) -> Void).self)
    let abort = unsafe try library.function("abort", as: (@convention(c) () -> Void).self)
    let write = unsafe try library.function(
      "write", as: (@convention(c) (Int32, UnsafeRawPointer?, Int) -> Int).self)
    let way: String = try arguments.value("way")
    let another: String = try arguments.optional("library") ?? ""
    switch way {
    case "throws": throw ServerError("NoDevice", "nothing answers at /dev/ttyS9")
    case "loads": _ = try load("libnowhere.so.7")
    case "loads another": _ = try load(another)
    case "exits": exit(3)
    case "aborts": abort()
    case "traps": preconditionFailure("no way on")
    case "registers nothing": return
    case "registers twice": register("goes") { () in true }
    case "prints": print("the server starts")
    default: break
    }
    register("goes") { () in true }
    register("say", parameters: ["text"]) { (text: String) in print(text) }
    register("write", parameters: ["text", "descriptor"]) {
      (text: String, descriptor: Int32) -> Int64 in
      let bytes = [UInt8](text.utf8)
      return unsafe bytes.withUnsafeBytes {
        unsafe Int64(write(descriptor, $0.baseAddress, $0.count))
      }
    }
    register("exit", parameters: ["status"]) { (status: Int32) in exit(status) }
    register("carry", parameters: ["count"]) { (count: Int32) in
      [UInt8](repeating: 0, count: Int(count))
    }
  }
}
