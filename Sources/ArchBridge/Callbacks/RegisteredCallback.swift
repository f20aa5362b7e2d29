/// A closure that the library may call until it is removed, or the session ends.
///
/// It stands for the function pointer as an argument, as a structure's member, or by its `address`.
/// Losing the last reference to it does not remove it: the library may still call it.
public struct RegisteredCallback: LibraryArgument, LibraryValue, Sendable {
  let session: HelperSession
  let id: UInt32
  /// Where the library calls the function.
  public let address: RemoteAddress

  init(session: HelperSession, id: UInt32, address: RemoteAddress) {
    (self.session, self.id, self.address) = (session, id, address)
  }

  /// How the function goes into a call: as a pointer.
  public var argumentValue: ArgumentValue { address.argumentValue }

  /// Never made so: a function pointer in memory is a `RemoteAddress`.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    throw memory.error(.typeMismatch, "is a function pointer; take it as RemoteAddress")
  }

  /// Puts the function pointer into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    try address.write(to: &memory)
  }

  /// Ends the registration.
  ///
  /// A library that calls the function all the same gets zero, and the next call throws an error
  /// that says so.
  public func remove() throws(BridgeError) { try session.unregister(id) }
}

extension LibraryClient {
  /// Makes a closure callable for the library until it is removed, or the session ends.
  ///
  ///     let handler = try lib.register { (code: Int32) -> Void in print("event", code) }
  ///     try lib.set_event_handler(handler)
  ///
  /// The library may call it at any time, and on any of its own threads; then the closure runs on
  /// a thread of this module's, several at a time where the library does so. An error that it
  /// throws is thrown by the call that is running, or by the next one.
  ///
  /// - Parameters:
  ///   - declaration: the function pointer's C type, such as `"int (*)(int, void *)"`, or the name
  ///     of a `typedef` for it; what the closure's own types spell where it is nil.
  ///   - fallback: what the library gets where the closure throws; zero where it is nil.
  ///   - body: what the library calls.
  public final func register<each Parameter: LibraryResult, Result: LibraryValue>(
    as declaration: String? = nil, returning fallback: Result? = nil,
    _ body: @escaping @Sendable (repeat each Parameter) throws -> Result
  ) throws(BridgeError) -> RegisteredCallback {
    try session.register(CallbackBody(body, fallback: fallback), as: declaration)
  }

  /// Makes a closure that returns nothing callable for the library.
  public final func register<each Parameter: LibraryResult>(
    as declaration: String? = nil,
    _ body: @escaping @Sendable (repeat each Parameter) throws -> Void
  ) throws(BridgeError) -> RegisteredCallback {
    try session.register(CallbackBody(body), as: declaration)
  }
}
