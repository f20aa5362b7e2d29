internal import ArchBridgeABI
internal import ArchBridgeWire

/// Turns one Swift argument into what crosses, against its declared type where there is one.
struct ArgumentLowering {
  let context: CallContext
  /// The argument's name for messages: `argument 'b'` or `argument 2`.
  let label: String
  /// The parameter's C type, for messages.
  let declared: CType?
  /// Whether this is one of a variadic function's further arguments, which C promotes.
  let isPromoted: Bool

  /// An argument on its way, and where its memory comes back to.
  struct Lowered {
    var argument: CallMessage.Argument
    var comesBack: ReturnedPointer?
    /// The function that the argument is.
    var callback: CallbackEntry?
    /// What the argument points to, which has to live as long as the call.
    var shared: (any SharedArgument)?
    /// The memory that the argument points to, where it is too long for a message.
    var large: LargeMemory?
  }

  func lower(_ value: ArgumentValue) throws(BridgeError) -> Lowered {
    guard let declared else { return try lowerUndeclared(value.content) }
    switch ParameterType(declared, context.types) {
    case .scalar(let type):
      return try lower(value.content, toScalar: type)
    case .value:
      switch value.content {
      case .value(let value): return try lower(value, byValueAs: declared)
      case .scalar(let scalar) where declared.resolved == .scalar(.longDouble):
        return try lower(extended: scalar, declared)
      default:
        // What cannot be passed at all is said first.
        do throws(BridgeError) { _ = try context.types.form(of: declared) } catch {
          throw context.error(error)
        }
        throw mismatch(value.content)
      }
    case .pointer(let pointee, let isConst):
      return try lower(value.content, toPointer: pointee, isConst: isConst)
    case .void:
      throw context.error(.unsupportedType, "\(label) is declared void")
    }
  }

  // MARK: By value

  private func lower(
    _ content: ArgumentValue.Content, toScalar type: WireType
  ) throws(BridgeError) -> Lowered {
    if case .value(let value) = content, let declared {
      let memory = LibraryMemoryReader(
        try bytes(of: value, as: declared)[...], declared, context.types, label: label)
      let bits = try memory.scalar(ScalarKind(type))
      return Lowered(argument: .scalar(WireScalar(type: type, bits: bits)))
    }
    guard case .scalar(let scalar) = content,
      ScalarConversion.isPossible(from: scalar.type, to: type)
    else { throw mismatch(content) }
    let bits = try convert(scalar, to: type).bits(at: 0)
    return Lowered(argument: .scalar(WireScalar(type: type, bits: bits)))
  }

  // MARK: By pointer

  private func lower(
    _ content: ArgumentValue.Content, toPointer pointee: ParameterType.Pointee, isConst: Bool
  ) throws(BridgeError) -> Lowered {
    switch content {
    case .null:
      return Lowered(argument: .scalar(WireScalar(type: .pointer, bits: 0)))
    case .scalar(let scalar) where scalar.type == .pointer:
      return Lowered(argument: .scalar(try addressScalar(scalar)))
    case .scalar(let scalar):
      // A number where C takes a pointer to one goes by reference, as Fortran needs it.
      switch pointee {
      case .scalar(let type), .wideCharacter(let type, _):
        return try input(try elements(scalar, as: type, isBytes: false, content))
      default: throw mismatch(content)
      }
    case .array(let array):
      let type = try elementType(of: array, pointee, content)
      let isBytes = pointee.isCharacter || pointee.isAnything
      let memory = try elements(array, as: type, isBytes: isBytes, content)
      return try input(memory, endsWithNUL: isBytes)
    case .clientText(let text):
      guard let encoding = pointee.textEncoding(context.types.encoding) else {
        throw mismatch(content)
      }
      return try input(text: context.bytes(of: text, encoding, for: label))
    case .text(let text):
      guard pointee.textEncoding(context.types.encoding) != nil else { throw mismatch(content) }
      return try input(text: bytes(of: text))
    case .value(let value): return try input([value], pointee, content)
    case .values(let values): return try input(values, pointee, content)
    case .texts(let texts): return try lower(texts: texts, pointee, content)
    case .callback(let callback): return try lower(callback, pointee, content)
    case .registered(let callback): return try lower(callback, pointee)
    case .unfinished: throw unfinished
    case .shared(let shared): return try lower(shared, pointee, content)
    case .pointer(let pointer):
      guard !isConst else {
        throw context.error(
          .typeMismatch,
          "\(label) is declared \(spelled), so that nothing comes back; pass the value itself")
      }
      return try lower(pointer, content, pointee)
    }
  }

  private func lower(
    _ pointer: any PointerArgument, _ content: ArgumentValue.Content,
    _ pointee: ParameterType.Pointee
  ) throws(BridgeError) -> Lowered {
    switch pointer.contents.content {
    case .text(let text, let capacity, let encoding):
      guard let declared = pointee.textEncoding(context.types.encoding) else {
        throw mismatch(content)
      }
      return try output(text, capacity: capacity, encoding ?? declared, pointer)
    case .values(let values, let isArray):
      return try output(
        values.first, values, count: values.count, isArray: isArray, pointee, content, pointer)
    case .zeroValues(let value, let count):
      return try output(value, [], count: count, isArray: true, pointee, content, pointer)
    case .scalar(let array), .array(let array):
      let type = try elementType(of: array, pointee, content)
      // Arrays of bytes are memory; one is a number, with a sign or without.
      let isBytes = pointee.isCharacter && pointer.contents.isArray
      guard
        isBytes && array.type.storedByteCount == 1
          || ScalarConversion.isPossible(outward: stored(type), to: readable(array.type))
      else { throw mismatch(content) }
      let memory = try elements(array, as: type, isBytes: isBytes, content)
      return try output(memory, as: array, count: array.count, isBytes: isBytes, pointer)
    case .zeros(let kind, let count):
      return try lower(zeros: kind, count, pointer, content, pointee)
    }
  }

  /// As `lower` of an array, for one that need not be there before the call.
  private func lower(
    zeros kind: ScalarKind, _ count: Int, _ pointer: any PointerArgument,
    _ content: ArgumentValue.Content, _ pointee: ParameterType.Pointee
  ) throws(BridgeError) -> Lowered {
    let model = ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: [])
    let type: WireType
    if case .values(let record) = pointee, kind.type == .uint8 {
      try checkRoom(count, for: record)
      type = .uint8
    } else {
      type = try elementType(of: model, pointee, content)
    }
    let isBytes = pointee.isCharacter && kind.type.storedByteCount == 1
    guard isBytes || ScalarConversion.isPossible(outward: stored(type), to: readable(kind.type))
    else { throw mismatch(content) }
    let memory = ScalarArray(type: stored(type), isPlain: false, bytes: [])
    return try output(memory, as: model, count: count, isBytes: isBytes, pointer)
  }

  // MARK: Without a declaration

  private func lowerUndeclared(_ content: ArgumentValue.Content) throws(BridgeError) -> Lowered {
    switch content {
    case .null:
      return Lowered(argument: .scalar(WireScalar(type: .pointer, bits: 0)))
    case .scalar(let scalar) where scalar.type == .pointer:
      return Lowered(argument: .scalar(try addressScalar(scalar)))
    case .scalar(let scalar):
      let type = isPromoted ? scalar.promotedType : scalar.undeclaredType
      let bits = try convert(scalar, to: type).bits(at: 0)
      return Lowered(argument: .scalar(WireScalar(type: type, bits: bits)))
    case .array(let array):
      return try input(try elements(array, as: array.undeclaredType, isBytes: false, content))
    case .clientText(let text):
      return try input(text: context.bytes(of: text, nil, for: label))
    case .text(let text):
      return try input(text: bytes(of: text))
    case .value(let value):
      return try lower(value, byValueAs: undeclaredType(of: value))
    case .values(let values): return try input(values, .anything, content)
    case .texts(let texts): return try lower(texts: texts)
    case .callback(let callback): return try lower(callback, declared: nil)
    case .registered(let callback): return try lower(callback, .anything)
    case .unfinished: throw unfinished
    case .shared(let shared): return try lower(shared, .anything, content)
    case .pointer(let pointer):
      switch pointer.contents.content {
      case .text(let text, let capacity, let encoding):
        return try output(text, capacity: capacity, encoding, pointer)
      case .values(let values, let isArray):
        return try output(
          values.first, values, count: values.count, isArray: isArray, .anything, content, pointer)
      case .zeroValues(let value, let count):
        return try output(value, [], count: count, isArray: true, .anything, content, pointer)
      case .scalar(let array), .array(let array):
        let memory = try elements(array, as: array.undeclaredType, isBytes: false, content)
        return try output(memory, as: array, count: array.count, isBytes: true, pointer)
      case .zeros(let kind, let count):
        let model = ScalarArray(type: kind.type, isPlain: kind.isPlain, bytes: [])
        let memory = ScalarArray(
          type: stored(model.undeclaredType), isPlain: false, bytes: [])
        return try output(memory, as: model, count: count, isBytes: true, pointer)
      }
    }
  }
}
