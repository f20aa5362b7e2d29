internal import ArchBridgeABI
internal import ArchBridgeWire

/// Arguments of many bytes: structures, complex and 80-bit numbers, by value and by pointer.
extension ArgumentLowering {
  /// A value as the bytes of a type.
  func bytes(of value: any LibraryValue, as type: CType) throws(BridgeError) -> [UInt8] {
    do throws(BridgeError) {
      // A structure may have more bytes than its type: those of the array at its end.
      var place = try LibraryMemoryWriter(
        type, context.types, label: label,
        minimumByteCount: (value as? Structure)?.byteCount ?? 0)
      try value.write(to: &place)
      return [UInt8](place.bytes)
    } catch {
      throw context.error(error)
    }
  }

  /// The type that a value has where no declaration gives one.
  func undeclaredType(of value: any LibraryAggregate) throws(BridgeError) -> CType {
    // A structure knows its type, which need not have a name.
    if let structure = value as? Structure { return structure.type }
    return try context.types.type(spelled: value.undeclaredType)
  }

  func lower(
    _ value: any LibraryAggregate, byValueAs type: CType
  ) throws(BridgeError) -> Lowered {
    let bytes = try bytes(of: value, as: type)
    do throws(BridgeError) {
      return Lowered(argument: .bytes(bytes, as: try context.types.form(of: type)))
    } catch {
      throw context.error(error)
    }
  }

  /// A number where the declaration has a `long double`.
  func lower(extended scalar: ScalarArray, _ type: CType) throws(BridgeError) -> Lowered {
    let bits = scalar.bits(at: 0)
    let value: Float80
    switch scalar.type.kind {
    case .signed: value = Float80(Int64(bitPattern: bits))
    case .unsigned where scalar.type != .pointer && scalar.type != .bool: value = Float80(bits)
    case .floating where scalar.type == .float64: value = Float80(Double(bitPattern: bits))
    case .floating:
      value = Float80(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    default: throw mismatch(.scalar(scalar))
    }
    return try lower(value, byValueAs: type)
  }

  /// Values behind a pointer that only goes in.
  func input(
    _ values: [any LibraryAggregate], _ pointee: ParameterType.Pointee,
    _ content: ArgumentValue.Content
  ) throws(BridgeError) -> Lowered {
    guard let first = values.first else { return try input(text: []) }
    let type = try elementType(first, pointee, content)
    let memory = try memory(values, type)
    return pointer(
      to: ScalarArray(type: .uint8, isPlain: false, bytes: memory),
      byteCount: try byteCount(memory.count), tag: tag(of: type))
  }

  /// What the numbers in memory of a type are; nil where they are none, or could be text.
  private func tag(of type: CType) -> TypedArrayTag? {
    if case .array(let element, _) = type.resolved { return tag(of: element) }
    guard let number = context.types.wireType(inMemory: type) else { return nil }
    return number.storedByteCount == 1 ? nil : stored(number).arrayTag
  }

  /// Values behind a pointer whose memory comes back.
  func output(
    _ first: (any LibraryAggregate)?, _ values: [any LibraryAggregate], count: Int, isArray: Bool,
    _ pointee: ParameterType.Pointee, _ content: ArgumentValue.Content,
    _ pointer: any PointerArgument
  ) throws(BridgeError) -> Lowered {
    guard let first, count > 0 else { return try input(text: []) }
    let type = try elementType(first, pointee, content)
    let stride = try context.types.byteCount(of: type)
    let bytes = pointer.goesIn ? try memory(values, type) : []
    return self.pointer(
      to: ScalarArray(type: .uint8, isPlain: false, bytes: bytes),
      byteCount: max(try byteCount(count, of: stride), bytes.count), tag: tag(of: type),
      comesBack: ReturnedPointer(
        pointer: pointer, label: label,
        content: .values(
          type, as: Swift.type(of: first), count: count, isArray: isArray)))
  }

  private func elementType(
    _ value: any LibraryAggregate, _ pointee: ParameterType.Pointee,
    _ content: ArgumentValue.Content
  ) throws(BridgeError) -> CType {
    // Such a value has been made for the place.
    if let value = value as? TypedValue { return value.type }
    switch pointee {
    case .values(let type): return type
    case .anything: return try undeclaredType(of: value)
    default: throw mismatch(content)
    }
  }

  private func memory(
    _ values: [any LibraryAggregate], _ type: CType
  ) throws(BridgeError) -> [UInt8] {
    let stride = try context.types.byteCount(of: type)
    _ = try byteCount(values.count, of: stride)
    var memory: [UInt8] = []
    for value in values {
      let bytes = try bytes(of: value, as: type)
      guard values.count == 1 || bytes.count == stride else {
        throw context.error(
          .typeMismatch,
          "\(label) holds several of '\(type)', and one of them has an array at its end")
      }
      memory += bytes
    }
    _ = try byteCount(memory.count)
    return memory
  }

  /// Strings behind a pointer to pointers.
  func lower(
    texts: [String?], _ pointee: ParameterType.Pointee, _ content: ArgumentValue.Content
  ) throws(BridgeError) -> Lowered {
    switch pointee {
    case .address(isText: true), .anything: return try lower(texts: texts)
    default: throw mismatch(content)
    }
  }

  func lower(texts: [String?]) throws(BridgeError) -> Lowered {
    var lowered: [[UInt8]?] = []
    for (index, text) in texts.enumerated() {
      lowered.append(
        try text.map { (text) throws(BridgeError) in
          try [UInt8](context.bytes(of: text, nil, for: "\(label), text \(index),").dropLast())
        })
    }
    return Lowered(argument: .texts(lowered))
  }
}

extension CallMessage.Argument {
  /// A value by value: the padding of an 80-bit number does not cross.
  static func bytes(_ bytes: [UInt8], as form: WireForm) -> CallMessage.Argument {
    .bytes(form, [UInt8](bytes.prefix(form.byteCount ?? bytes.count)))
  }
}
