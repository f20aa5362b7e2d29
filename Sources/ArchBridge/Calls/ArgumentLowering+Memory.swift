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

  /// How long memory is, which must fit the library's addresses.
  func byteCount(_ count: Int, of elementByteCount: Int = 1) throws(BridgeError) -> Int {
    let (byteCount, overflow) = count.multipliedReportingOverflow(by: elementByteCount)
    let limit = context.dataModel.pointerByteCount == 4 ? Int(UInt32.max) : Int.max >> 16
    guard !overflow, byteCount <= limit else {
      throw context.error(
        .tooLarge,
        "\(label) has \(count) elements of \(elementByteCount) bytes; the library's addresses "
          + "reach \(limit) bytes")
    }
    return byteCount
  }

  /// A pointer to memory, which goes into the message where it is short.
  ///
  /// What `contents` lacks up to `byteCount` is zero.
  func pointer(
    to contents: ScalarArray, byteCount: Int, tag: TypedArrayTag? = nil,
    comesBack: ReturnedPointer? = nil
  ) -> Lowered {
    let mode: WireBuffer.Mode = comesBack == nil ? .input : .whole
    guard byteCount >= LargeMemory.threshold else {
      let buffer = WireBuffer(
        mode: mode, byteCount: UInt32(byteCount), bytes: contents.bytes, elements: tag)
      return Lowered(argument: .buffer(buffer), comesBack: comesBack)
    }
    return Lowered(
      argument: .scalar(WireScalar(type: .pointer, bits: 0)), comesBack: comesBack,
      large: LargeMemory(
        label: label, contents: contents, byteCount: byteCount, mode: mode, tag: tag))
  }

  func input(_ memory: ScalarArray, endsWithNUL: Bool = false) throws(BridgeError) -> Lowered {
    // One zero more than asked for: a function that takes the bytes for a string ends there.
    let count = try byteCount(memory.byteCount) + (endsWithNUL ? 1 : 0)
    return pointer(to: memory, byteCount: count, tag: memory.type.arrayTag)
  }

  func input(text: [UInt8]) throws(BridgeError) -> Lowered {
    let contents = ScalarArray(type: .uint8, isPlain: false, bytes: text)
    return pointer(to: contents, byteCount: try byteCount(text.count))
  }

  /// Memory for `count` elements that comes back as an array like `array`.
  func output(
    _ memory: ScalarArray, as array: ScalarArray, count: Int, isBytes: Bool,
    _ pointer: any PointerArgument
  ) throws(BridgeError) -> Lowered {
    let empty = ScalarArray(type: array.type, isPlain: array.isPlain, bytes: [])
    let isBytes =
      isBytes && memory.type.storedByteCount == 1 && array.type.storedByteCount == 1
    return self.pointer(
      to: pointer.goesIn ? memory : empty,
      byteCount: try byteCount(count, of: memory.type.storedByteCount), tag: memory.type.arrayTag,
      comesBack: ReturnedPointer(
        pointer: pointer, label: label,
        content: .scalars(isBytes ? array.type : memory.type, as: empty)))
  }

  func output(
    _ text: String, capacity: Int?, _ encoding: TextEncoding?, _ pointer: any PointerArgument
  ) throws(BridgeError) -> Lowered {
    let bytes = pointer.goesIn ? try context.bytes(of: text, encoding, for: label) : []
    let encoding = encoding ?? context.types.encoding
    // A capacity counts characters' units.
    let capacity =
      try capacity.map { (capacity) throws(BridgeError) in
        try byteCount(capacity, of: encoding.unitByteCount)
      } ?? bytes.count
    guard bytes.count <= capacity else {
      throw context.error(
        .tooLarge,
        "\(label) has \(bytes.count) bytes with its NUL, and room for \(capacity)")
    }
    // Only where a character is a byte does the helper look for the end.
    let buffer = WireBuffer(
      mode: encoding.unitByteCount == 1 ? .text : .whole,
      byteCount: try LargeMemory.messageByteCount(capacity, label, context), bytes: bytes)
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
