internal import ArchBridgeWire
internal import CArchBridgeShims

/// A library that a server has loaded into its own process.
public struct ServerLibrary: Sendable {
  let handle: UInt
  /// The library as the server named it.
  public let name: String

  /// Opens a library: a path, or a name that the loader finds, which looks in the client's
  /// `searchPaths` first.
  init(_ name: String) throws(ServerError) {
    let message = LoadMessage(name: [UInt8](name.utf8), flags: [])
    switch LibraryTable.open(message) {
    case .handle(let handle): (self.handle, self.name) = (handle, name)
    case .failure(let failure):
      let text = String(validating: failure.text, as: UTF8.self) ?? "unknown reason"
      throw ServerError("LibraryNotLoaded", "cannot load " + name + ": " + text)
    }
  }

  /// The address of a symbol.
  ///
  /// - Throws: where the library has no such symbol.
  @unsafe public func address(of symbol: String) throws(ServerError) -> UnsafeMutableRawPointer {
    var address: UInt = 0
    // Safe: the name lives for the length of the call, and ends with NUL.
    guard !symbol.utf8.contains(0), unsafe ab_library_symbol(handle, symbol, &address) != 0,
      let pointer = unsafe UnsafeMutableRawPointer(bitPattern: address)
    else { throw ServerError("SymbolNotFound", name + " has no symbol " + symbol) }
    return unsafe pointer
  }

  /// A function of the library, as a C function that Swift calls directly.
  ///
  ///     let add = try library.function("add", as: (@convention(c) (Int32, Int32) -> Int32).self)
  ///     add(1, 2)
  ///
  /// The type is believed: one that is not the function's ruins the process that the server is in, as
  /// a wrong prototype does in C. Only functions with C's own calling convention are called so.
  ///
  /// - Throws: where the library has no such symbol, or the type is no C function's.
  @unsafe public func function<Function>(
    _ symbol: String, as type: Function.Type
  ) throws(ServerError) -> Function {
    let address = unsafe try address(of: symbol)
    guard MemoryLayout<Function>.size == MemoryLayout<UInt>.size else {
      throw ServerError("the type of " + symbol + " is no C function: write @convention(c)")
    }
    // Safe as far as the type is true.
    return unsafe unsafeBitCast(address, to: Function.self)
  }

  /// A variable of the library.
  ///
  /// - Throws: where the library has no such symbol.
  @unsafe public func variable<Value: BitwiseCopyable>(
    _ symbol: String, as type: Value.Type
  ) throws(ServerError) -> UnsafeMutablePointer<Value> {
    unsafe try address(of: symbol).assumingMemoryBound(to: Value.self)
  }
}
