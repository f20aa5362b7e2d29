/// Memory that an argument points to while a call lasts.
public struct WireBuffer: Equatable, Sendable {
  /// What comes back after the call.
  public enum Mode: UInt8, Sendable {
    /// Nothing.
    case input = 0
    /// All of the memory.
    case whole = 1
    /// The memory up to its first NUL, or all of it where there is none.
    case text = 2
  }

  /// What comes back.
  public var mode: Mode
  /// How long the memory is.
  public var byteCount: UInt32
  /// What it holds before the call; what is missing up to `byteCount` is zero.
  public var bytes: [UInt8]
  /// What the elements are, where they are numbers.
  public var elements: TypedArrayTag?

  /// Makes a buffer that is as long as its contents unless `byteCount` says otherwise.
  public init(
    mode: Mode = .input, byteCount: UInt32? = nil, bytes: [UInt8], elements: TypedArrayTag? = nil
  ) {
    self.mode = mode
    self.byteCount = byteCount ?? UInt32(clamping: bytes.count)
    self.bytes = bytes
    self.elements = elements
  }

  func write(to writer: inout CBORWriter) {
    let isPlain = mode == .input && Int(clamping: byteCount) == bytes.count
    if !isPlain {
      writer.beginArray(count: 3)
      writer.write(unsigned: UInt64(mode.rawValue))
      writer.write(unsigned: UInt64(byteCount))
    }
    if let elements { writer.write(tag: elements.rawValue) }
    writer.write(bytes: bytes)
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    var declared: (Mode, UInt32)?
    if case .array = try reader.peek() {
      try reader.readArray(count: 3)
      guard let mode = Mode(rawValue: try reader.readUnsigned(UInt8.self)) else {
        throw .unexpectedItem(offset: start)
      }
      declared = (mode, try reader.readUnsigned(UInt32.self))
    }
    elements = nil
    if case .tag(let number) = try reader.peek() {
      _ = try reader.next()
      guard let tag = TypedArrayTag(rawValue: number) else { throw .unexpectedItem(offset: start) }
      elements = tag
    }
    bytes = try reader.readBytes()
    if let elements, bytes.count % elements.elementByteCount != 0 {
      throw .unexpectedItem(offset: start)
    }
    (mode, byteCount) = declared ?? (.input, UInt32(clamping: bytes.count))
    guard bytes.count <= Int(clamping: byteCount) else { throw .unexpectedItem(offset: start) }
  }
}
