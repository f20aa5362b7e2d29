internal import ArchBridgeLibraryFiles
internal import ArchBridgeWire

/// The memory of a client's helper, by address.
///
/// Every access names its bounds. An address that is not the helper's own is an error and hurts
/// nobody; one that is, and belongs to somebody else, is the caller's mistake to make.
public struct RemoteMemory: Sendable {
  let session: HelperSession

  /// Reads `byteCount` bytes.
  ///
  /// - Throws: `.badAddress` where not all of them can be read.
  public func read(_ address: RemoteAddress, byteCount: Int) throws(BridgeError) -> [UInt8] {
    try session.read(address, byteCount: byteCount)
  }

  /// Reads `count` numbers or addresses that lie one behind the other.
  public func read<Element: LibraryScalar>(
    _ type: Element.Type, at address: RemoteAddress, count: Int
  ) throws(BridgeError) -> [Element] {
    let memory = try memoryType(type)
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: memory.storedByteCount)
    guard count >= 0, !overflow else {
      throw BridgeError(.tooLarge, "\(count) elements cannot be read at once")
    }
    let bytes = try read(address, byteCount: byteCount)
    return ScalarArray(type: memory, isPlain: false, bytes: bytes).elements()
  }

  /// Reads one number or address.
  public func read<Element: LibraryScalar>(
    _ type: Element.Type, at address: RemoteAddress
  ) throws(BridgeError) -> Element {
    try read(type, at: address, count: 1)[0]
  }

  /// Reads a string up to its NUL, which must come within `limit` bytes.
  ///
  /// - Parameter encoding: the client's where it is nil.
  /// - Throws: `.tooLarge` where there is no NUL, `.invalidText` where the bytes are no text.
  public func readText(
    _ address: RemoteAddress, limit: Int = 65_536, encoding: TextEncoding? = nil
  ) throws(BridgeError) -> String {
    let encoding = encoding ?? session.configuration.textEncoding
    let bytes = try session.read(address, byteCount: limit, textUnit: encoding.unitByteCount)
    guard let text = encoding.decode(bytes) else {
      throw BridgeError(.invalidText, "the text at \(address) is not \(encoding.rawValue)")
    }
    return text
  }

  /// Writes bytes.
  ///
  /// - Throws: `.badAddress` where not all of them can be written; some may have been then.
  public func write(_ bytes: [UInt8], to address: RemoteAddress) throws(BridgeError) {
    try session.write(bytes, to: address)
  }

  /// Writes numbers or addresses one behind the other.
  public func write<Element: LibraryScalar>(
    _ elements: [Element], to address: RemoteAddress
  ) throws(BridgeError) {
    let type = try memoryType(Element.self)
    var source = ScalarArray(elements)
    if source.type == .pointer { source.type = .uint64 }
    let memory: ScalarArray
    do throws(ScalarConversion.Failure) {
      memory = try ScalarConversion.convert(source, to: type)
    } catch {
      let address = RemoteAddress(rawValue: elements[error.index].scalarBits)
      throw BridgeError(.valueOutOfRange, "\(address) is wider than the helper's pointers")
    }
    try write(memory.bytes, to: address)
  }

  /// Takes zeroed memory from the library's C allocator, for what must outlive a call.
  ///
  /// The caller gives it back with `free`, unless the library does.
  public func allocate(byteCount: Int) throws(BridgeError) -> RemoteAddress {
    guard let count = UInt32(exactly: byteCount) else {
      throw BridgeError(.tooLarge, "\(byteCount) bytes cannot be allocated at once")
    }
    let width = session.configuration.architecture.dataModel.pointerWireType
    let one: any LibraryArgument = width == .uint32 ? UInt32(1) : UInt64(1)
    let size: any LibraryArgument = width == .uint32 ? count : UInt64(count)
    let address = try allocator("calloc") { (calloc) throws(BridgeError) -> RemoteAddress in
      try calloc.call([one, size])
    }
    guard !address.isNull else {
      throw BridgeError(.tooLarge, "the helper has no \(byteCount) bytes left")
    }
    return address
  }

  /// Gives memory back to the library's C allocator.
  public func free(_ address: RemoteAddress) throws(BridgeError) {
    try allocator("free") { (free) throws(BridgeError) in try free.call([address], isStated: true) }
  }

  /// Calls a function of the allocator that the libraries use; the C library's where none of them
  /// uses one.
  private func allocator<Value>(
    _ name: String, _ call: (LibraryFunction) throws(BridgeError) -> Value
  ) throws(BridgeError) -> Value {
    let session = try session.ready()
    do throws(BridgeError) {
      return try call(LibraryFunction(session: session, library: 0, name: name))
    } catch {
      guard error.code == .symbolNotFound else { throw error }
    }
    let (number, _) = try session.load("libc.so.6", at: .soname("libc.so.6"), flags: [])
    return try call(LibraryFunction(session: session, library: number, name: name))
  }

  /// The elements' type in the helper's memory.
  func memoryType(_ type: any LibraryScalar.Type) throws(BridgeError) -> WireType {
    let kind = type.scalarKind
    guard !kind.isPlain else {
      throw BridgeError(.typeMismatch, "memory has no plain Int; name its width, as in Int32")
    }
    return kind.type == .pointer
      ? session.configuration.architecture.dataModel.pointerWireType : kind.type
  }
}
