internal import Synchronization

/// A pointer whose memory a function fills: `T *` with a value that comes back.
///
///     let count = Out<Int32>(), samples = Out<[Double]>(count: 100), name = Out<String>(capacity: 64)
///     try meter.read(samples, 100, count)
///     print(samples.value, count.value)
///
/// The memory is zeroed before the call, and `value` is zero, empty or null until then.
public final class Out<Value: PointerValue>: LibraryArgument, PointerArgument {
  private let storage: Mutex<PointerContents>
  private let initial: PointerContents

  init(initial: PointerContents) {
    self.initial = initial
    storage = Mutex(initial)
  }

  /// What the last call wrote.
  public var value: Value { storage.withLock { Value(pointerContents: $0) } }

  /// How the pointer goes into a call.
  public var argumentValue: ArgumentValue { ArgumentValue(.pointer(self)) }

  var goesIn: Bool { false }
  var contents: PointerContents { initial }
  func receive(_ contents: PointerContents) {
    storage.withLock { $0 = contents.keepingShape(of: $0) }
  }

  /// Makes a pointer to one number or address.
  public convenience init() where Value: LibraryScalar {
    self.init(initial: Value(scalarBits: 0).pointerContents)
  }

  /// Makes a pointer to `count` elements.
  public convenience init<Element: LibraryScalar>(count: Int) where Value == [Element] {
    precondition(count >= 0, "an array has no negative count")
    self.init(initial: PointerContents(.zeros(Element.scalarKind, count: count)))
  }
}

extension Out where Value: LibraryStructure {
  /// Makes a pointer to one structure.
  public convenience init() { self.init(initial: Value().pointerContents) }
}

extension Out where Value: LibraryAggregate & AdditiveArithmetic {
  /// Makes a pointer to one `long double` or complex number.
  public convenience init() { self.init(initial: Value.zero.pointerContents) }
}

extension Out {
  /// Makes a pointer to `count` structures.
  public convenience init<Element: LibraryStructure>(count: Int) where Value == [Element] {
    precondition(count >= 0, "an array has no negative count")
    self.init(initial: PointerContents(.zeroValues(Element(), count: count)))
  }

  /// Makes a pointer to `count` `long double` or complex numbers.
  public convenience init<Element: LibraryAggregate & AdditiveArithmetic>(
    count: Int
  ) where Value == [Element] {
    precondition(count >= 0, "an array has no negative count")
    self.init(initial: PointerContents(.zeroValues(Element.zero, count: count)))
  }
}

extension Out where Value == String {
  /// Makes a `char *` to `capacity` bytes, the NUL that ends the text included.
  ///
  /// A `wchar_t *` or `char16_t *` has as many of its own units. `encoding` is the declaration's, or
  /// the client's, where it is nil.
  public convenience init(capacity: Int, encoding: TextEncoding? = nil) {
    precondition(capacity > 0, "a text needs room for its NUL")
    self.init(initial: PointerContents(.text("", capacity: capacity, encoding: encoding)))
  }
}

extension Out where Value == TypedValue {
  /// Makes a pointer to zeroed memory of a value's type.
  package convenience init(like value: TypedValue) {
    self.init(initial: value.pointerContents)
  }
}
