/// How a value crosses by value: a type, and for a block how long it is and how C passes it.
///
/// On the wire a type alone is its number, and a block is `[byteCount, alignment, class, …]`.
public struct WireForm: Hashable, Sendable {
  /// The type.
  public let type: WireType
  /// What a block is; nil for any other type.
  public let block: WireBlock?

  /// Makes the form of a type that needs no more than its number.
  public init(_ type: WireType) {
    self.type = type
    block = nil
  }

  /// Makes the form of a block.
  public init(_ block: WireBlock) {
    type = .block
    self.block = block
  }

  /// How many bytes a value has that crosses as bytes; nil for a number or text.
  public var byteCount: Int? {
    switch type {
    case .extended: WireForm.extendedByteCount
    case .block: block.map { Int(clamping: $0.byteCount) }
    default: nil
    }
  }

  /// How many bytes an 80-bit number has, without padding.
  public static let extendedByteCount = 10

  func write(to writer: inout CBORWriter) {
    guard let block else { return writer.write(unsigned: UInt64(type.rawValue)) }
    writer.beginArray(count: 2 + block.classes.count)
    writer.write(unsigned: UInt64(block.byteCount))
    writer.write(unsigned: UInt64(block.alignment))
    for one in block.classes { writer.write(unsigned: UInt64(one.rawValue)) }
  }

  init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    guard case .array = try reader.peek() else {
      guard let type = WireType(rawValue: try reader.readUnsigned(UInt8.self)), type != .block
      else {
        throw .unexpectedItem(offset: start)
      }
      self.init(type)
      return
    }
    let count = try reader.readArray()
    guard 2...4 ~= count else { throw .unexpectedItem(offset: start) }
    let byteCount = try reader.readUnsigned(UInt32.self)
    let alignment = try reader.readUnsigned(UInt8.self)
    var classes: [WireBlock.PassingClass] = []
    for _ in 2..<count {
      guard let one = WireBlock.PassingClass(rawValue: try reader.readUnsigned(UInt8.self)) else {
        throw .unexpectedItem(offset: start)
      }
      classes.append(one)
    }
    guard let block = WireBlock(byteCount: byteCount, alignment: alignment, classes: classes) else {
      throw .unexpectedItem(offset: start)
    }
    self.init(block)
  }
}

/// A structure, union or complex number by value.
public struct WireBlock: Hashable, Sendable {
  /// Where eight bytes of a value travel that fits registers.
  public enum PassingClass: UInt8, Sendable {
    /// In an integer register.
    case integer = 1
    /// In a vector register.
    case vector = 2
    /// On the x87 stack as a result, in memory as an argument.
    case x87 = 3
    /// As `x87`, two numbers.
    case complexX87 = 4
  }

  /// How long the value is.
  public let byteCount: UInt32
  /// How the value is aligned where it lies on the stack: a power of two, at most 64.
  public let alignment: UInt8
  // No array: forms are copied with every call.
  private let first: PassingClass?
  private let second: PassingClass?

  /// The registers that it takes; none where it goes in memory.
  public var classes: [PassingClass] {
    guard let first else { return [] }
    guard let second else { return [first] }
    return [first, second]
  }

  /// The longest value that can be passed.
  public static let byteLimit: UInt32 = 65_536

  /// Makes a block; nil where no value is so long, so aligned, or passed so.
  public init?(byteCount: UInt32, alignment: UInt8, classes: [PassingClass]) {
    guard byteCount > 0, byteCount <= Self.byteLimit, alignment > 0, alignment <= 64,
      alignment & (alignment - 1) == 0
    else { return nil }
    switch classes.count {
    case 0: break
    case 1 where classes[0] == .complexX87:
      guard byteCount == 32 else { return nil }
    case 1:
      // Beyond the first eight bytes there may be padding.
      guard byteCount <= 16 else { return nil }
    case 2:
      for one in classes where one != .integer && one != .vector { return nil }
      guard byteCount > 8, byteCount <= 16 else { return nil }
    default: return nil
    }
    self.byteCount = byteCount
    self.alignment = alignment
    first = classes.count > 0 ? classes[0] : nil
    second = classes.count > 1 ? classes[1] : nil
  }
}
