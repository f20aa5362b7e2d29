internal import ArchBridgeABI
internal import ArchBridgeWire

/// gfortran's description of an array whose extents are not in its declaration.
///
/// The format is that of gfortran 8 and later: the address of the data, the offset of the element
/// with all subscripts 0, the element's length, a version, the rank and the type, the distance of
/// elements, and for each dimension its stride, first and last subscript.
struct FortranDescriptor {
  var elementByteCount: Int
  var typeCode: UInt8
  var shape: [Int]
  var lowerBounds: [Int]

  /// How many bytes before the data are for a descriptor.
  static let headByteCount = 256

  /// The descriptor's bytes for a model whose pointers have 4 or 8 bytes.
  func bytes(data: UInt64, _ model: DataModel) -> [UInt8] {
    let width = model.pointerByteCount
    var bytes: [UInt8] = []
    func append(_ value: Int, _ byteCount: Int) {
      let bits = UInt64(truncatingIfNeeded: value)
      for index in 0..<byteCount {
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)))
      }
    }
    var strides: [Int] = []
    var stride = 1
    for extent in shape {
      strides.append(stride)
      stride &*= extent
    }
    let offset = zip(strides, lowerBounds).reduce(0) { $0 &- $1.0 &* $1.1 }
    append(Int(truncatingIfNeeded: data), width)
    append(offset, width)
    append(elementByteCount, width)
    append(0, 4)
    append(shape.count, 1)
    append(Int(typeCode), 1)
    append(0, 2)
    append(elementByteCount, width)
    for (index, extent) in shape.enumerated() {
      append(strides[index], width)
      append(lowerBounds[index], width)
      append(lowerBounds[index] &+ extent &- 1, width)
    }
    return bytes
  }
}

/// Assumed-shape arrays.
extension FortranCall {
  /// Puts an array into the helper with its descriptor, and gives the descriptor's address.
  mutating func describe(
    _ argument: any LibraryArgument, _ shape: [Int], _ lowers: [FortranExpression?],
    _ variable: FortranVariable, _ label: String
  ) throws(BridgeError) -> any LibraryArgument {
    guard let element = try? variable.type.cType() else { return argument }
    let context = session.context(named: procedure.qualifiedName)
    let lowering = ArgumentLowering(
      context: context, label: label,
      declared: .alias("\(variable)", .pointer(to: element, isConst: variable.intent == .in)),
      isPromoted: false)
    let lowered = try lowering.lower(argument.argumentValue)
    let byteCount: Int
    var contents: [UInt8]
    if let large = lowered.large {
      byteCount = large.byteCount
      contents = large.contents.bytes
    } else if case .buffer(let buffer) = lowered.argument {
      byteCount = Int(buffer.byteCount)
      contents = buffer.bytes
    } else {
      throw error(.typeMismatch, "\(label) is declared '\(variable)'; give it an array")
    }
    let memory = RemoteMemory(session: session)
    // The data begin where any type may.
    let headByteCount = FortranDescriptor.headByteCount
    let address = try memory.allocate(byteCount: headByteCount + max(byteCount, 1))
    allocations.append(address)
    let data = address.advanced(by: headByteCount)
    let descriptor = FortranDescriptor(
      elementByteCount: try types.byteCount(of: element), typeCode: variable.type.descriptorCode,
      shape: shape, lowerBounds: [Int](repeating: 1, count: shape.count))
    var block = descriptor.bytes(data: data.rawValue, types.dataModel)
    block += [UInt8](repeating: 0, count: headByteCount - block.count)
    try memory.write(block + contents, to: address)
    if let pointer = lowered.comesBack {
      // Before what is made of it: truth values.
      returned.insert(.described(data, byteCount: byteCount, to: pointer), at: 0)
    }
    return address
  }

  /// Allocates a result that is an array behind its descriptor; gives where the data are.
  mutating func allocateResult() throws(BridgeError) -> (address: RemoteAddress, shape: [Int]) {
    guard let result = procedure.result, let element = try? result.type.cType(),
      case .explicit(let bounds) = result.shape
    else { throw error(.unsupportedType, "its result cannot cross") }
    let shape = try extents(bounds, of: result, "its result")
    let width = try types.byteCount(of: element)
    guard let count = FortranShapes.count(shape), count <= 1 << 28 else {
      throw error(.tooLarge, "its result is \(FortranShapes.text(shape)) long")
    }
    let memory = RemoteMemory(session: session)
    let head = FortranDescriptor.headByteCount
    let address = try memory.allocate(byteCount: head + max(count * width, 1))
    allocations.append(address)
    let data = address.advanced(by: head)
    let descriptor = FortranDescriptor(
      elementByteCount: width, typeCode: result.type.descriptorCode, shape: shape,
      lowerBounds: [Int](repeating: 1, count: shape.count))
    try memory.write(descriptor.bytes(data: data.rawValue, types.dataModel), to: address)
    return (data, shape)
  }

  /// A result that is an array.
  func array<Result: LibraryResult>(
    at address: RemoteAddress, _ shape: [Int], as type: Result.Type
  ) throws(BridgeError) -> Result {
    guard let variable = procedure.result, var element = try? variable.type.cType(),
      let valueType = Result.self as? any LibraryValue.Type
    else { throw error(.typeMismatch, "its result is an array; ask for a FortranArray") }
    let count = FortranShapes.count(shape) ?? 0
    let width = try types.byteCount(of: element)
    var bytes = try session.read(address, byteCount: count * width)
    if case .logical = variable.type, !(Result.self is TypedValue.Type) {
      element = .scalar(.bool)
      bytes = (0..<count).map { index in
        bytes[index * width..<(index + 1) * width].contains { $0 != 0 } ? 1 : 0
      }
    }
    let memory = LibraryMemoryReader(
      bytes[...], .array(of: element, count: count), types, label: "the result")
    do throws(BridgeError) {
      let value = try valueType.init(from: memory)
      if let shaped = (value as? any ShapedValue)?.shaped(shape) as? Result { return shaped }
      if let value = value as? Result { return value }
    } catch {
      throw self.error(error.code, error.message)
    }
    throw error(.typeMismatch, "its result is an array; ask for a FortranArray")
  }
}
