internal import ArchBridgeWire

/// A value that `Out` and `InOut` can hold: a number, an address, an array of them, or a string.
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
    /// A text, and the memory's length; nil for as long as the text and its NUL.
    case text(String, capacity: Int?, encoding: TextEncoding?)
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// This value in memory that is as long, and encoded, as a text's was before.
  func keepingText(of before: PointerContents) -> PointerContents {
    guard case .text(let text, _, _) = content,
      case .text(_, let capacity, let encoding) = before.content
    else { return self }
    return PointerContents(.text(text, capacity: capacity, encoding: encoding))
  }

  /// The numbers of a scalar or array; none for a text.
  var scalars: ScalarArray {
    switch content {
    case .scalar(let array), .array(let array): array
    case .zeros(let kind, let count):
      ScalarArray(
        type: kind.type, isPlain: kind.isPlain,
        bytes: [UInt8](repeating: 0, count: count * kind.type.storedByteCount))
    case .text: ScalarArray(type: .uint8, isPlain: false, bytes: [])
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

extension Array: PointerValue where Element: LibraryScalar {
  /// The elements as a pointer's memory.
  public var pointerContents: PointerContents { PointerContents(.array(scalarArray)) }

  /// Makes the array that is in a pointer's memory.
  public init(pointerContents: PointerContents) { self.init(pointerContents.scalars) }

  var scalarArray: ScalarArray {
    let kind = Element.scalarKind
    var array = ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: [])
    if Self.elementsAreBytes {
      // Safe: read as bytes only, and these element types have no padding.
      unsafe withUnsafeBytes { unsafe array.bytes.append(contentsOf: $0) }
    } else {
      for element in self { array.append(bits: element.scalarBits) }
    }
    return array
  }

  init(_ scalars: ScalarArray) {
    guard Self.elementsAreBytes, scalars.type == Element.scalarKind.type else {
      self = (0..<scalars.count).map { Element(scalarBits: scalars.bits(at: $0)) }
      return
    }
    // Safe: there is room for all the bytes, and any bytes are numbers of these types.
    unsafe self.init(unsafeUninitializedCapacity: scalars.count) { buffer, initialized in
      unsafe scalars.bytes.withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: $0.prefix(buffer.count * MemoryLayout<Element>.stride)))
      }
      initialized = scalars.count
    }
  }

  /// Whether the elements lie in memory as they cross: Swift's own numbers do.
  ///
  /// A type of somebody else's may call itself any of them, and be laid out in its own way.
  private static var elementsAreBytes: Bool {
    switch Element.self {
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
