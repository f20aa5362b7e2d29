internal import ArchBridgeABI
internal import ArchBridgeWire

/// The memory behind pointers: which type its elements have, and what it holds.
extension ArgumentLowering {
  /// The type of the elements that this array becomes.
  func elementType(
    of array: ScalarArray, _ pointee: ParameterType.Pointee, _ content: ArgumentValue.Content
  ) throws(BridgeError) -> WireType {
    switch pointee {
    case .scalar(let type), .character(let type), .wideCharacter(let type, _):
      guard array.type != .pointer else { throw mismatch(content) }
      return type
    case .address:
      guard array.type == .pointer else { throw mismatch(content) }
      return .pointer
    case .anything:
      guard !array.isPlain else {
        throw context.error(
          .typeMismatch,
          "\(label) is declared \(spelled), which does not say how wide an Int is there; "
            + "write Int32 or Int64")
      }
      return array.type
    case .values(let type):
      // The bytes of a value, or of many.
      guard array.type == .uint8 else { throw mismatch(content) }
      try checkRoom(array.count, for: type)
      return array.type
    case .opaque:
      // What is unknown can still be so many bytes, which the library makes sense of.
      guard array.type == .uint8 else { throw mismatch(content) }
      return array.type
    case .function: throw mismatch(content)
    }
  }

  /// Refuses bytes that are fewer than the structure that a function takes them for.
  func checkRoom(_ count: Int, for type: CType) throws(BridgeError) {
    let needed = try context.types.byteCount(of: type)
    guard count >= needed else {
      throw context.error(
        .typeMismatch, "\(label) has \(count) bytes, and '\(type)' has \(needed)")
    }
  }

  /// The array as the helper's memory; bytes cross to any kind of `char` as they are.
  func elements(
    _ array: ScalarArray, as type: WireType, isBytes: Bool, _ content: ArgumentValue.Content
  ) throws(BridgeError) -> ScalarArray {
    var source = array
    if isBytes && array.type.storedByteCount == 1 && type.storedByteCount == 1 {
      source.type = type
      return source
    }
    guard ScalarConversion.isPossible(from: array.type, to: type) else { throw mismatch(content) }
    // In memory an address is an integer of the helper's width.
    if type == .pointer { source.type = .uint64 }
    return try convert(source, to: stored(type))
  }

  /// A type as it lies in the helper's memory.
  func stored(_ type: WireType) -> WireType {
    type == .pointer ? context.dataModel.pointerWireType : type
  }

  func addressScalar(_ scalar: ScalarArray) throws(BridgeError) -> WireScalar {
    var number = scalar
    number.type = .uint64
    let bits = try convert(number, to: context.dataModel.pointerWireType).bits(at: 0)
    return WireScalar(type: .pointer, bits: bits)
  }

  /// The type that memory of this type is compared with: an address is an integer there.
  func readable(_ type: WireType) -> WireType { type == .pointer ? .uint64 : type }

  /// A buffer's length, which must fit the address space of 32 bits.
  func byteCount(_ count: Int, of elementByteCount: Int = 1) throws(BridgeError) -> UInt32 {
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: elementByteCount)
    guard !overflow, byteCount <= 0x7FFF_FFFF else {
      throw context.error(
        .tooLarge,
        "\(label) has \(count) elements of \(elementByteCount) bytes; one argument can have "
          + "\(0x7FFF_FFFF) bytes")
    }
    return UInt32(byteCount)
  }

  func input(_ memory: ScalarArray, endsWithNUL: Bool = false) throws(BridgeError) -> Lowered {
    // One zero more than asked for: a function that takes the bytes for a string ends there.
    let count = try byteCount(memory.bytes.count) + (endsWithNUL ? 1 : 0)
    return Lowered(
      argument: .buffer(
        WireBuffer(byteCount: count, bytes: memory.bytes, elements: memory.type.arrayTag)))
  }

  func input(text: [UInt8]) throws(BridgeError) -> Lowered {
    Lowered(argument: .buffer(WireBuffer(byteCount: try byteCount(text.count), bytes: text)))
  }

  /// Memory for `count` elements that comes back as an array like `array`.
  func output(
    _ memory: ScalarArray, as array: ScalarArray, count: Int, isBytes: Bool,
    _ pointer: any PointerArgument
  ) throws(BridgeError) -> Lowered {
    let buffer = WireBuffer(
      mode: .whole, byteCount: try byteCount(count, of: memory.type.storedByteCount),
      bytes: pointer.goesIn ? memory.bytes : [], elements: memory.type.arrayTag)
    let isBytes =
      isBytes && memory.type.storedByteCount == 1 && array.type.storedByteCount == 1
    return Lowered(
      argument: .buffer(buffer),
      comesBack: ReturnedPointer(
        pointer: pointer, label: label,
        content: .scalars(
          isBytes ? array.type : memory.type,
          as: ScalarArray(type: array.type, isPlain: array.isPlain, bytes: []))))
  }

  func output(
    _ text: String, capacity: Int?, _ encoding: TextEncoding?, _ pointer: any PointerArgument
  ) throws(BridgeError) -> Lowered {
    let bytes = pointer.goesIn ? try context.bytes(of: text, encoding, for: label) : []
    let encoding = encoding ?? context.types.encoding
    // A capacity counts characters' units.
    let capacity =
      try capacity.map { (capacity) throws(BridgeError) in
        Int(try byteCount(capacity, of: encoding.unitByteCount))
      } ?? bytes.count
    guard bytes.count <= capacity else {
      throw context.error(
        .tooLarge,
        "\(label) has \(bytes.count) bytes with its NUL, and room for \(capacity)")
    }
    // Only where a character is a byte does the helper look for the end.
    let buffer = WireBuffer(
      mode: encoding.unitByteCount == 1 ? .text : .whole, byteCount: try byteCount(capacity),
      bytes: bytes)
    return Lowered(
      argument: .buffer(buffer),
      comesBack: ReturnedPointer(
        pointer: pointer, label: label,
        content: .text(capacity: capacity / encoding.unitByteCount, encoding)))
  }

  func bytes(of text: Text.Content) throws(BridgeError) -> [UInt8] {
    switch text {
    case .string(let string, let encoding):
      return try context.bytes(of: string, encoding, for: label)
    case .bytes(let bytes): return bytes + [0]
    }
  }
}

extension ScalarArray {
  /// The type that the elements have where no declaration gives one: `Int` is C's `int`.
  var undeclaredType: WireType {
    guard isPlain else { return type }
    return type == .int64 ? .int32 : .uint32
  }

  /// The type that C promotes the elements to where `...` takes them.
  var promotedType: WireType {
    switch undeclaredType {
    case .float32: .float64
    case .int8, .uint8, .int16, .uint16, .bool: .int32
    case let type: type
    }
  }
}
