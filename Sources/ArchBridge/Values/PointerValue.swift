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
    // Safe: read as bytes only, and these element types have no padding.
    if kind.type != .pointer && kind.type != .bool {
      unsafe withUnsafeBytes { unsafe array.bytes.append(contentsOf: $0) }
    } else {
      for element in self { array.append(bits: element.scalarBits) }
    }
    return array
  }

  init(_ scalars: ScalarArray) {
    self = (0..<scalars.count).map { Element(scalarBits: scalars.bits(at: $0)) }
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
