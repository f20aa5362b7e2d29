import ArchBridgeWire

/// An element whose arrays cross as their bytes.
protocol TypedArrayElement: DirectlyEncodable, DirectlyDecodable {
  associatedtype Bits: FixedWidthInteger & BitwiseCopyable

  static var tag: TypedArrayTag { get }
  var bits: Bits { get }
  init(bits: Bits)

  /// The array's bytes, little endian.
  static func packed(_ elements: [Self]) -> [UInt8]
  /// The elements whose little-endian bytes these are; bytes of half an element are left out.
  static func unpacked(_ bytes: ArraySlice<UInt8>) -> [Self]
  /// The elements, from numbers of another kind; throws `DecodingFault`.
  static func converted(_ numbers: NumberArray, in input: DecodingInput) throws -> [Self]
  /// The elements, from an array's items; throws `DecodingFault` or `CBORError`.
  static func read(_ cursor: ArrayCursor, in input: DecodingInput) throws -> [Self]
}

extension TypedArrayElement {
  static func packed(_ elements: [Self]) -> [UInt8] {
    let width = MemoryLayout<Bits>.size
    // Safe: the buffer has width bytes for each element, and the loop writes all of them.
    return unsafe [UInt8](unsafeUninitializedCapacity: elements.count * width) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var offset = 0
      for element in elements {
        unsafe bytes.storeBytes(
          of: element.bits.littleEndian, toByteOffset: offset, as: Bits.self)
        offset += width
      }
      count = offset
    }
  }

  static func unpacked(_ bytes: ArraySlice<UInt8>) -> [Self] {
    let width = MemoryLayout<Bits>.size
    let elementCount = bytes.count / width
    // Safe: the loop initialises elementCount elements, and reads elementCount * width bytes,
    // which is at most as many as there are.
    return unsafe [Self](unsafeUninitializedCapacity: elementCount) { buffer, count in
      unsafe bytes.withUnsafeBytes { raw in
        for index in 0..<elementCount {
          let bits = unsafe raw.loadUnaligned(fromByteOffset: index * width, as: Bits.self)
          unsafe buffer.initializeElement(at: index, to: Self(bits: Bits(littleEndian: bits)))
        }
      }
      count = elementCount
    }
  }
}

extension TypedArrayElement {
  static func converted(_ numbers: NumberArray, in input: DecodingInput) throws -> [Self] {
    var elements: [Self] = []
    elements.reserveCapacity(numbers.count)
    for index in 0..<numbers.count {
      elements.append(try element(index) { try Self(numbers[index], in: input) })
    }
    return elements
  }

  static func read(_ cursor: ArrayCursor, in input: DecodingInput) throws -> [Self] {
    var cursor = cursor
    var elements: [Self] = []
    while !cursor.isAtEnd {
      let item = try element(elements.count) {
        try Self(input.item(at: cursor.offset), in: input)
      }
      elements.append(item)
      try cursor.advance()
    }
    return elements
  }

  private static func element(_ index: Int, _ body: () throws -> Self) throws -> Self {
    do {
      return try body()
    } catch let fault as DecodingFault {
      throw DecodingFault.element(index, fault)
    }
  }
}

extension TypedArrayElement where Self: FixedWidthInteger {
  var bits: Self { self }
  init(bits: Self) { self = bits }
}

extension UInt8: TypedArrayElement {
  static var tag: TypedArrayTag { .uint8 }
  static func packed(_ elements: [UInt8]) -> [UInt8] { elements }
  static func unpacked(_ bytes: ArraySlice<UInt8>) -> [UInt8] { [UInt8](bytes) }
}

extension UInt16: TypedArrayElement { static var tag: TypedArrayTag { .uint16 } }
extension UInt32: TypedArrayElement { static var tag: TypedArrayTag { .uint32 } }
extension UInt64: TypedArrayElement { static var tag: TypedArrayTag { .uint64 } }
extension Int8: TypedArrayElement { static var tag: TypedArrayTag { .int8 } }
extension Int16: TypedArrayElement { static var tag: TypedArrayTag { .int16 } }
extension Int32: TypedArrayElement { static var tag: TypedArrayTag { .int32 } }
extension Int64: TypedArrayElement { static var tag: TypedArrayTag { .int64 } }

extension Float: TypedArrayElement {
  static var tag: TypedArrayTag { .float32 }
  var bits: UInt32 { bitPattern }
  init(bits: UInt32) { self.init(bitPattern: bits) }
}

extension Double: TypedArrayElement {
  static var tag: TypedArrayTag { .float64 }
  var bits: UInt64 { bitPattern }
  init(bits: UInt64) { self.init(bitPattern: bits) }
}
