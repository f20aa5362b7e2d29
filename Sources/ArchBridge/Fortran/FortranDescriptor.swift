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
      stride *= extent
    }
    let offset = zip(strides, lowerBounds).reduce(0) { $0 - $1.0 * $1.1 }
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
      append(lowerBounds[index] + extent - 1, width)
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
    let headByteCount = 256
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
}
