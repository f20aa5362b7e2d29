internal import ArchBridgeABI
internal import ArchBridgeWire

/// A closure that the library may call until it is removed, or the session ends.
///
/// It stands for the function pointer as an argument, as a structure's member, or by its `address`.
/// Losing the last reference to it does not remove it: the library may still call it.
public struct RegisteredCallback: LibraryArgument, LibraryValue, Sendable {
  /// The helper ends with its client, not with what was registered in it.
  private let owner: SessionReference
  let id: UInt32
  /// The function's type, as the library was told of it.
  let wireCallback: WireCallback
  /// Where the library calls the function.
  public let address: RemoteAddress

  init(session: HelperSession, wireCallback: WireCallback, address: RemoteAddress) {
    owner = SessionReference(session: session, token: session.types.token)
    (self.id, self.wireCallback, self.address) = (wireCallback.id, wireCallback, address)
  }

  /// How the function goes into a call: as a pointer.
  public var argumentValue: ArgumentValue { ArgumentValue(.registered(self)) }

  /// Refuses another helper than the one that the function was made in, and another type than its
  /// own.
  func require(
    _ type: CFunctionType?, _ context: TypeContext, _ label: String
  ) throws(BridgeError) {
    guard owner.token === context.token else {
      throw BridgeError(
        .typeMismatch,
        "\(label) got a callback that is registered with another client, or with a helper that has "
          + "ended")
    }
    if let type, try !context.isSame(wireCallback, type) {
      throw BridgeError(
        .typeMismatch,
        "\(label) is declared '\(CType.pointer(to: .function(type), isConst: false))', and the "
          + "callback is registered as another function")
    }
  }

  /// Never made so: a function pointer in memory is a `RemoteAddress`.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    throw memory.error(.typeMismatch, "is a function pointer; take it as RemoteAddress")
  }

  /// Puts the function pointer into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    try require(memory.type.functionType, memory.context, memory.label)
    try address.write(to: &memory)
  }

  /// Ends the registration.
  ///
  /// A library that calls the function all the same gets zero, and the next call throws an error
  /// that says so.
  public func remove() throws(BridgeError) {
    guard let session = owner.session else {
      throw BridgeError(.sessionClosed, "the session has been closed")
    }
    try session.unregister(id)
  }
}

extension TypeContext {
  /// Whether C passes to and from both in the same way.
  fileprivate func isSame(
    _ callback: WireCallback, _ type: CFunctionType
  ) throws(BridgeError) -> Bool {
    func isSame(_ form: WireForm, _ type: CType) throws(BridgeError) -> Bool {
      let declared = try self.form(of: type)
      return form == declared || (form.type.kind == .text && declared.type == .pointer)
    }
    guard callback.parameters.count == type.parameters.count,
      try isSame(callback.result, type.result)
    else { return false }
    for (form, parameter) in zip(callback.parameters, type.parameters)
    where try !isSame(form, parameter.type) {
      return false
    }
    return true
  }
}

/// A session that is not kept alive, and what tells it from others.
private final class SessionReference: Sendable {
  weak let session: HelperSession?
  let token: SessionToken

  init(session: HelperSession, token: SessionToken) {
    (self.session, self.token) = (session, token)
  }
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
  /// The session keeps the closure, and a closure that refers to the client keeps the client: use
  /// `[unowned lib]` in it, or `close()` the client.
  ///
  /// - Parameters:
  ///   - declaration: the function pointer's C type, such as `"int (*)(int, void *)"`, or the name
  ///     of a `typedef` for it; what the closure's own types spell where it is nil.
  ///   - fallback: what the library gets where the closure throws; zero where it is nil.
  ///   - body: what the library calls.
  @inlinable public final func register<each Parameter: LibraryResult, Result: LibraryValue>(
    as declaration: String? = nil, returning fallback: Result? = nil,
    _ body: @escaping @Sendable (repeat each Parameter) throws -> Result
  ) throws(BridgeError) -> RegisteredCallback {
    try session.register(CallbackBody(body, fallback: fallback), as: declaration)
  }

  /// Makes a closure that returns nothing callable for the library.
  @inlinable public final func register<each Parameter: LibraryResult>(
    as declaration: String? = nil,
    _ body: @escaping @Sendable (repeat each Parameter) throws -> Void
  ) throws(BridgeError) -> RegisteredCallback {
    try session.register(CallbackBody(body), as: declaration)
  }
}
