internal import ArchBridgeWire

/// An array in memory that the program and the library's helper share: it is never copied.
///
///     let samples = try SharedBuffer<Double>(count: 10_000_000, in: client)
///     for index in 0..<samples.count { samples[index] = Double(index) }
///     let sum: Double = try client.sum(samples, samples.count)
///
/// Given to a function it is a pointer to the first element, which stays the same as long as the
/// buffer, so that a library may keep it. The memory is the session's: no other client takes it.
///
/// It lives as long as something refers to the buffer, also after the helper's end; then the next
/// buffer of the session gets its place. A library that keeps the pointer for longer reads or
/// writes what belongs to others.
///
/// A buffer may be used from any thread, and so may its elements, which are plain memory: whoever
/// writes one while another thread or the library reads it decides nothing about what is read.
@safe
public final class SharedBuffer<Element: SharedElement>: LibraryArgument, @unchecked Sendable {
  /// How many elements there are.
  public let count: Int
  private let block: SharedBlock
  private let memory: UnsafeMutableBufferPointer<Element>
  let token: SessionToken

  /// Makes a buffer of zeros, none of which takes memory before it is touched.
  ///
  /// - Throws: `.valueOutOfRange` for a negative count; `.tooLarge` where no free piece of the helper's addresses is so long; `.system` where
  ///   the client shares no memory with its helper, as over `.pipe`; what ended the session.
  public convenience init(count: Int, in client: LibraryClient) throws(BridgeError) {
    try self.init(zeros: count, in: client.session.ready())
  }

  /// Makes a buffer whose elements are all the same.
  public convenience init(
    repeating element: Element, count: Int, in client: LibraryClient
  ) throws(BridgeError) {
    try self.init(empty: count, in: client.session.ready())
    unsafe memory.update(repeating: element)
  }

  /// Makes a buffer of an array's elements.
  public convenience init(_ elements: [Element], in client: LibraryClient) throws(BridgeError) {
    try self.init(empty: elements.count, in: client.session.ready())
    copy(from: elements)
  }

  private convenience init(zeros count: Int, in session: HelperSession) throws(BridgeError) {
    try self.init(count, in: session)
    // What has been used before has other values.
    if !block.isFresh { unsafe memory.update(repeating: Element(scalarBits: 0)) }
  }

  /// All of it is going to be written.
  private convenience init(empty count: Int, in session: HelperSession) throws(BridgeError) {
    try self.init(count, in: session)
    try block.populate(count * MemoryLayout<Element>.stride)
  }

  private init(_ count: Int, in session: HelperSession) throws(BridgeError) {
    guard count >= 0 else {
      throw BridgeError(.valueOutOfRange, "a buffer of \(count) elements cannot be")
    }
    guard ScalarArray.areBytes(Element.self) else {
      throw BridgeError(.typeMismatch, "\(Element.self) is no number of Swift's")
    }
    guard let arena = session.arena else {
      throw BridgeError(
        .system,
        session.archive == nil
          ? "this client shares no memory with its helper; its channel is '.pipe', or the "
            + "system had none to share"
          : "a session that is recorded or replayed shares no memory; give the call an array, or "
            + "write to memory by its address")
    }
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow else {
      throw BridgeError(.tooLarge, "\(count) elements of \(Element.self) fit no helper's addresses")
    }
    let block = try arena.take(byteCount, in: session)
    self.block = block
    self.count = count
    token = session.types.token
    // Safe: the block is as long as this object, has as many bytes, and begins with a page; any
    // bytes are numbers of these types.
    unsafe memory = UnsafeMutableBufferPointer(
      start: block.bytes.baseAddress?.assumingMemoryBound(to: Element.self), count: count)
  }

  /// The element at `index`, which must be one of the buffer's.
  public subscript(index: Int) -> Element {
    get {
      check(index)
      // Safe: the index has been checked, and the memory lives as long as `self`.
      return withExtendedLifetime(self) { unsafe memory[index] }
    }
    set {
      check(index)
      withExtendedLifetime(self) { unsafe memory[index] = newValue }
    }
  }

  private func check(_ index: Int) {
    precondition(index >= 0 && index < count, "index \(index) is none of \(count) elements")
  }

  // MARK: All elements

  /// Gives `body` the elements to read; while it runs, nothing should write them.
  public func withSpan<Result, Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(unsafe UnsafeBufferPointer(memory).span)
  }

  /// Gives `body` the elements to read and write.
  public func withMutableSpan<Result, Failure: Error>(
    _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    var span = unsafe memory.mutableSpan
    return try body(&span)
  }

  /// Gives `body` the elements as memory, for code of C's; it is valid until `body` returns.
  @unsafe public func withUnsafeMutableBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try unsafe body(memory)
  }

  /// A copy of all elements.
  public var elements: [Element] { elements(in: 0..<count) }

  /// A copy of some elements, all of which must be the buffer's.
  public func elements(in range: Range<Int>) -> [Element] {
    check(range)
    return withExtendedLifetime(self) { unsafe [Element](memory[range]) }
  }

  /// Replaces the elements from `index` on by an array's, all of which must have a place.
  public func copy(from elements: [Element], at index: Int = 0) {
    check(index..<index + elements.count)
    guard !elements.isEmpty else { return }
    withExtendedLifetime(self) {
      // Safe: there is a place for each.
      _ = unsafe UnsafeMutableBufferPointer(rebasing: memory[index...]).update(
        fromContentsOf: elements)
    }
  }

  private func check(_ range: Range<Int>) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count,
      "elements \(range) are not all of \(count)")
  }

  // MARK: In the library

  /// Where the helper has the first element, as long as the buffer lives.
  public var address: RemoteAddress { RemoteAddress(rawValue: block.address) }

  /// Where the helper has an element, or what follows the last: to give a function a part.
  ///
  /// An address keeps nothing alive: the buffer has to outlive the call.
  public func address(of index: Int) -> RemoteAddress {
    precondition(index >= 0 && index <= count, "index \(index) is none of \(count) elements")
    return address.advanced(by: index * MemoryLayout<Element>.stride)
  }

  /// A pointer to the first element.
  public var argumentValue: ArgumentValue { ArgumentValue(.shared(self)) }
}

extension SharedBuffer: SharedArgument {
  var elementType: WireType { Element.scalarKind.type }
  var byteCount: Int { count * MemoryLayout<Element>.stride }
}

/// Shared memory as an argument, which lives at least as long as the call.
protocol SharedArgument: AnyObject, Sendable {
  var elementType: WireType { get }
  var byteCount: Int { get }
  var address: RemoteAddress { get }
  /// The session that has it.
  var token: SessionToken { get }
}
