/// A Swift closure as the function that a library calls, for the length of one call.
///
///     try libc.qsort(
///       numbers, 5, 4,
///       Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
///         let (left, right) = (try libc.memory.read(Int32.self, at: a), …)
///         return left < right ? -1 : 1
///       })
///
/// The closure runs on the calling thread, or where one of the library's own threads calls it on
/// another, while the calling thread waits: never two closures of one call at a time. It may call
/// the library in turn, to any depth, from the thread that it runs on.
///
/// An error that it throws is thrown by the call that the library was in, after that call has
/// returned; the library gets `fallback`, zero unless said otherwise, and the closure is not called
/// again by that call. A library that keeps the function for later needs `register`.
public final class Callback: LibraryArgument, Sendable {
  @usableFromInline let body: CallbackBody

  init(_ body: CallbackBody) { self.body = body }

  /// Makes a function of a closure.
  ///
  /// - Parameters:
  ///   - fallback: what the library gets where the closure throws; zero where it is nil.
  ///   - body: what the library calls. A `String` among its parameters is the text that a `char *`
  ///     leads to, nil for a null pointer where it is optional.
  @inlinable public init<each Parameter: LibraryResult, Result: LibraryValue>(
    returning fallback: Result? = nil,
    _ body: @escaping (repeat each Parameter) throws -> Result
  ) {
    self.body = CallbackBody(body, fallback: fallback)
  }

  /// Makes a function that returns nothing.
  @inlinable public init<each Parameter: LibraryResult>(
    _ body: @escaping (repeat each Parameter) throws -> Void
  ) {
    self.body = CallbackBody(body)
  }

  /// How the function goes into a call.
  public var argumentValue: ArgumentValue { ArgumentValue(.callback(self)) }
}
