internal import Synchronization

/// A pointer whose memory goes into a function and comes back: `T *` with a value.
///
///     let b = InOut([3.0, 5.0])
///     try lapack.dgesv_(2, 1, a, 2, pivots, b, 2, info)
///     print(b.value)
public final class InOut<Value: PointerValue>: LibraryArgument, PointerArgument {
  private let storage: Mutex<PointerContents>

  private init(contents: PointerContents) {
    storage = Mutex(contents)
  }

  /// Makes a pointer to a value: a number, an address or an array.
  public convenience init(_ value: Value) {
    self.init(contents: value.pointerContents)
  }

  /// What goes into the next call; after a call what it left there.
  public var value: Value {
    get { storage.withLock { Value(pointerContents: $0) } }
    set { storage.withLock { $0 = newValue.pointerContents.keepingText(of: $0) } }
  }

  /// How the pointer goes into a call.
  public var argumentValue: ArgumentValue { ArgumentValue(.pointer(self)) }

  var goesIn: Bool { true }
  var contents: PointerContents { storage.withLock { $0 } }
  func receive(_ contents: PointerContents) {
    storage.withLock { $0 = contents.keepingShape(of: $0) }
  }
}

extension InOut where Value == String {
  /// Makes a `char *` to `capacity` bytes that start with `text` and its NUL.
  ///
  /// A `wchar_t *` or `char16_t *` has as many of its own units. `encoding` is the declaration's, or
  /// the client's, where it is nil.
  public convenience init(_ text: String, capacity: Int, encoding: TextEncoding? = nil) {
    precondition(capacity > 0, "a text needs room for its NUL")
    self.init(contents: PointerContents(.text(text, capacity: capacity, encoding: encoding)))
  }
}
