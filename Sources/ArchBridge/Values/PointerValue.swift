internal import ArchBridgeWire

/// A value that `Out` and `InOut` can hold: a number, an address, a structure, an array of them, or
/// a string.
public protocol PointerValue: Sendable {
  /// The value as a pointer's memory.
  var pointerContents: PointerContents { get }
  /// Makes the value that is in a pointer's memory.
  init(pointerContents: PointerContents)
}

/// What a pointer's memory holds, on its way into or out of a call.
public struct PointerContents: Sendable {
  enum Content: Sendable {
    case scalar(ScalarArray)
    case array(ScalarArray)
    /// That many zeros, which take no memory before a call fills them.
    case zeros(ScalarKind, count: Int)
    /// That many values of zeros, which take no memory before a call fills them.
    case zeroValues(any LibraryAggregate, count: Int)
    /// Values of many bytes.
    case values([any LibraryAggregate], isArray: Bool)
    /// A text, and the memory's length; nil for as long as the text and its NUL.
    case text(String, capacity: Int?, encoding: TextEncoding?)
  }

  let content: Content
  /// The extents, where it is an array that has several.
  var shape: [Int]?

  init(_ content: Content) { self.content = content }

  /// These elements in the shape that others had.
  func keepingShape(of before: PointerContents) -> PointerContents {
    var contents = self
    if contents.shape == nil { contents.shape = before.shape }
    return contents
  }

  /// This value in memory that is as long, and encoded, as a text's was before.
  func keepingText(of before: PointerContents) -> PointerContents {
    guard case .text(let text, _, _) = content,
      case .text(_, let capacity, let encoding) = before.content
    else { return self }
    return PointerContents(.text(text, capacity: capacity, encoding: encoding))
  }

  /// Whether these are several values, or could be.
  var isArray: Bool {
    switch content {
    case .scalar, .text: false
    case .array, .zeros, .zeroValues: true
    case .values(_, let isArray): isArray
    }
  }

  /// The numbers of a scalar or array; none for a text, and for zeros that no memory could hold.
  var scalars: ScalarArray {
    switch content {
    case .scalar(let array), .array(let array): array
    case .zeros(let kind, let count):
      ScalarArray(
        type: kind.type, isPlain: kind.isPlain,
        bytes: [UInt8](
          repeating: 0,
          count: count <= Int(UInt32.max) ? count * kind.type.storedByteCount : 0))
    case .text, .values, .zeroValues: ScalarArray(type: .uint8, isPlain: false, bytes: [])
    }
  }
}

extension LibraryScalar {
  /// The value as a pointer's memory.
  public var pointerContents: PointerContents { PointerContents(.scalar(scalarArray)) }

  /// Makes the value that is in a pointer's memory.
  public init(pointerContents: PointerContents) {
    let scalars = pointerContents.scalars
    self.init(scalarBits: scalars.count > 0 ? scalars.bits(at: 0) : 0)
  }
}

extension ScalarArray {
  /// Makes the array of these numbers.
  init<Element: LibraryScalar>(_ elements: [Element]) {
    let kind = Element.scalarKind
    self.init(type: kind.type, isPlain: kind.isPlain, bytes: [])
    if Element.self == UInt8.self, let own = (elements as Any) as? [UInt8] {
      bytes = own
    } else if Self.areBytes(Element.self),
      elements.count * MemoryLayout<Element>.stride >= Self.lendingByteCount
    {
      self.init(type: kind.type, isPlain: kind.isPlain, lent: LentArray(elements))
    } else if Self.areBytes(Element.self) {
      // Safe: read as bytes only, and these element types have no padding.
      unsafe elements.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    } else {
      for element in elements { append(bits: element.scalarBits) }
    }
  }

  /// The numbers as Swift's.
  func elements<Element: LibraryScalar>() -> [Element] {
    if let lent = lent as? LentArray<Element>, type == Element.scalarKind.type {
      return lent.elements
    }
    guard Self.areBytes(Element.self), type == Element.scalarKind.type else {
      return (0..<count).map { Element(scalarBits: bits(at: $0)) }
    }
    // Safe: there is room for all the bytes, and any bytes are numbers of these types.
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe withBytes {
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: $0.prefix(buffer.count * MemoryLayout<Element>.stride)))
      }
      initialized = count
    }
  }

  /// Whether the elements lie in memory as they cross: Swift's own numbers do.
  ///
  /// A type of somebody else's may call itself any of them, and be laid out in its own way.
  static func areBytes<Element>(_ type: Element.Type) -> Bool {
    switch type {
    case is Int8.Type, is UInt8.Type, is Int16.Type, is UInt16.Type, is Int32.Type, is UInt32.Type,
      is Int64.Type, is UInt64.Type, is Int.Type, is UInt.Type, is Float.Type, is Double.Type:
      true
    default: false
    }
  }
}

extension String: PointerValue {
  /// The text as a pointer's memory.
  public var pointerContents: PointerContents {
    PointerContents(.text(self, capacity: nil, encoding: nil))
  }

  /// Makes the text that is in a pointer's memory.
  public init(pointerContents: PointerContents) {
    if case .text(let text, _, _) = pointerContents.content { self = text } else { self = "" }
  }
}
