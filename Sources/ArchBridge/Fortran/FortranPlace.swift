internal import ArchBridgeABI
internal import ArchBridgeWire

/// A variable where it lies in the helper.
struct FortranPlace {
  let session: HelperSession
  let address: RemoteAddress
  let variable: FortranVariable
  let name: String

  private func error(_ code: BridgeError.Code, _ message: String) -> BridgeError {
    BridgeError(code, message, symbol: name)
  }

  /// The C type of the whole, and the shape of an array.
  private func type() throws(BridgeError) -> (CType, shape: [Int]?) {
    if variable.isAllocatable || variable.isPointer {
      throw error(
        .unsupportedType,
        "'\(variable)' is where the library has put it; write a function that gives it")
    }
    var element: CType
    do throws(FortranRefusal) { element = try variable.type.cType() } catch {
      throw self.error(.unsupportedType, error.message)
    }
    if case .character(_, let length) = variable.type {
      guard case .fixed(let count) = length, let count = count.constant, (0...1 << 28) ~= count
      else {
        throw error(.unsupportedType, "'\(variable)' has no length that is known")
      }
      element = .array(of: .scalar(.unsignedChar), count: count)
    }
    guard variable.shape != .scalar else { return (element, nil) }
    guard case .explicit(let bounds) = variable.shape else {
      throw error(.unsupportedType, "'\(variable)' has no extents that are known")
    }
    var shape: [Int] = []
    for bound in bounds {
      guard let extent = bound.extent({ _ in nil }) else {
        throw error(.unsupportedType, "'\(variable)' has no extents that are known")
      }
      shape.append(extent)
    }
    guard let count = FortranShapes.count(shape), count <= 1 << 28 else {
      throw error(.tooLarge, "'\(variable)' is longer than the helper's memory")
    }
    return (.array(of: element, count: count), shape)
  }

  /// How long the variable is, and how a block aligns it.
  func extent() throws(BridgeError) -> (byteCount: Int, alignment: Int) {
    let (type, _) = try type()
    let byteCount = try session.types.byteCount(of: type)
    let alignment =
      switch variable.type {
      case .integer(let kind), .logical(let kind), .real(let kind), .complex(let kind):
        kind == 10 ? session.types.dataModel.longDoubleAlignment : kind
      default: 1
      }
    return (byteCount, alignment)
  }

  func get<Value: LibraryValue>(as: Value.Type) throws(BridgeError) -> Value {
    let (type, shape) = try type()
    let types = session.types
    var bytes = try session.read(address, byteCount: types.byteCount(of: type))
    var memoryType = type
    if variable.type.isCharacter, Value.self == String.self, shape == nil {
      while let last = bytes.last, last == UInt8(ascii: " ") || last == 0 { bytes.removeLast() }
      bytes.append(0)
      memoryType = .array(of: .scalar(.char), count: bytes.count)
    }
    let memory = LibraryMemoryReader(bytes[...], memoryType, types, label: "the variable")
    do throws(BridgeError) {
      if case .logical = variable.type, shape == nil {
        guard Value.self == Bool.self else { throw memory.mismatch("\(Value.self)") }
        let number = try Int(from: memory)
        if let value = (number != 0) as? Value { return value }
      }
      let value = try Value(from: memory)
      if let shape, let shaped = (value as? any ShapedValue)?.shaped(shape) as? Value {
        return shaped
      }
      return value
    } catch {
      throw named(error)
    }
  }

  func set(_ value: some LibraryValue) throws(BridgeError) {
    let (type, shape) = try type()
    let types = session.types
    if let given = (value as? any ShapedArgument)?.shape, let shape, given.count > 1,
      given != shape
    {
      throw error(
        .typeMismatch,
        "'\(variable)' is \(FortranShapes.text(shape)), and got \(FortranShapes.text(given))")
    }
    do throws(BridgeError) {
      var place = try LibraryMemoryWriter(type, types, label: "the variable")
      if variable.type.isCharacter, shape == nil, let text = value as? String {
        guard let bytes = types.encoding.encoded(text), types.encoding.unitByteCount == 1 else {
          throw place.error(.invalidText, "cannot be spelled in \(types.encoding.rawValue)")
        }
        let room = place.bytes.count
        guard bytes.count <= room else {
          throw place.error(.tooLarge, "has room for \(room) characters, and got \(bytes.count)")
        }
        place.store(bytes + [UInt8](repeating: UInt8(ascii: " "), count: room - bytes.count))
      } else if case .logical = variable.type, shape == nil {
        guard let flag = value as? Bool else { throw place.mismatch("\(Swift.type(of: value))") }
        try (flag ? 1 : 0).write(to: &place)
      } else {
        guard !(value is Bool) else { throw place.mismatch("Bool") }
        try value.write(to: &place)
      }
      try session.write([UInt8](place.bytes), to: address)
    } catch {
      throw named(error)
    }
  }

  private func named(_ error: BridgeError) -> BridgeError {
    var error = error
    if error.symbol == nil { error.symbol = name }
    return error
  }
}
