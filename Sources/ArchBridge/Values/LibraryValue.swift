package import ArchBridgeABI

/// A value that can lie in the library's memory: a structure's member, an array's element, a
/// result, what a callback gets or returns.
///
/// Numbers, `Bool`, `RemoteAddress`, `Float80`, `Complex`, `String` (for an array of characters),
/// arrays, `Structure` and every `LibraryStructure` are such values. The C type of the place says
/// what a value becomes there, exactly or not at all.
public protocol LibraryValue: Sendable {
  /// Makes the value that is in memory.
  ///
  /// - Throws: `.typeMismatch` where the C type there is of another kind, `.valueOutOfRange` where
  ///   this type does not hold the value.
  init(from memory: LibraryMemoryReader) throws(BridgeError)

  /// Puts the value into memory.
  ///
  /// - Throws: `.typeMismatch`, or `.valueOutOfRange` where the place does not hold the value.
  func write(to memory: inout LibraryMemoryWriter) throws(BridgeError)

  /// The value's bits where it is a number or address; nil for any other.
  var numberBits: UInt64? { get }
}

extension LibraryValue {
  /// None: most values are more than a number.
  @inlinable public var numberBits: UInt64? { nil }
}

extension LibraryScalar {
  /// The value's bits.
  @inlinable public var numberBits: UInt64? { scalarBits }

  /// Makes the number or address that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    self.init(scalarBits: try memory.scalar(Self.scalarKind))
  }

  /// Puts the number or address into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    try memory.write(scalarArray, named: Self.scalarKind.swiftName)
  }
}

extension Array: LibraryValue where Element: LibraryValue {
  /// Makes the array that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    var elements: [Element] = []
    for place in try memory.elements() { elements.append(try Element(from: place)) }
    self = elements
  }

  /// Puts the elements into memory: as many as the C array has.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    try memory.writeElements(self)
  }
}

extension String: LibraryValue {
  /// Makes the text that an array of characters holds up to its NUL, or to its end.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    guard case .array(let element, _) = memory.type.resolved,
      let encoding = element.textEncoding(memory.context.encoding)
    else { throw memory.mismatch("String") }
    let bytes = encoding.beforeNUL([UInt8](memory.bytes))
    guard let text = encoding.decode(bytes) else {
      throw memory.error(.invalidText, "is not \(encoding.rawValue)")
    }
    self = text
  }

  /// Puts the text into an array of characters; what it leaves is zero, at least one character.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    guard case .array(let element, _) = memory.type.resolved,
      let encoding = element.textEncoding(memory.context.encoding)
    else { throw memory.mismatch("a text") }
    guard let bytes = encoding.encoded(self) else {
      throw memory.error(.invalidText, "got a text that \(encoding.rawValue) cannot spell")
    }
    guard !encoding.hasNUL(bytes) else {
      throw memory.error(.invalidText, "got a text with a NUL inside, which would end it early")
    }
    let room = memory.bytes.count - encoding.unitByteCount
    guard bytes.count <= room else {
      throw memory.error(.tooLarge, "has \(bytes.count) bytes, and room for \(room) and a NUL")
    }
    memory.store(bytes + [UInt8](repeating: 0, count: memory.bytes.count - bytes.count))
  }
}

extension CType {
  /// How text is spelled in elements of this type; nil where they are no characters.
  package func textEncoding(_ bytes: TextEncoding) -> TextEncoding? {
    var type = self
    while case .alias(let name, let underlying) = type {
      switch name {
      case "wchar_t", "char32_t", "char16_t": return underlying.wideEncoding
      default: type = underlying
      }
    }
    switch type {
    case .scalar(.char), .scalar(.signedChar), .scalar(.unsignedChar): return bytes
    default: return nil
    }
  }

  /// How text is spelled in characters of this width, which a text may have declared by itself.
  private var wideEncoding: TextEncoding? {
    switch resolved {
    case .scalar(.short), .scalar(.unsignedShort): .utf16
    // i386's own `wchar_t` is `long`.
    case .scalar(.int), .scalar(.unsignedInt), .scalar(.long), .scalar(.unsignedLong): .utf32
    default: nil
    }
  }

  /// Whether this is `wchar_t`, `char16_t` or `char32_t`.
  package var isWideCharacter: Bool {
    textEncoding(.utf8).map { $0.unitByteCount > 1 } ?? false
  }
}
