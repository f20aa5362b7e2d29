internal import ArchBridgeABI
internal import ArchBridgeWire

/// A pointer argument whose memory comes back, and how that memory is read.
struct ReturnedPointer {
  enum Content {
    /// Numbers of a type, for an array of Swift's.
    case scalars(WireType, as: ScalarArray)
    /// Values of many bytes.
    case values(CType, as: any LibraryAggregate.Type, count: Int, isArray: Bool)
    /// A text.
    case text(capacity: Int, TextEncoding?)
  }

  let pointer: any PointerArgument
  let label: String
  let content: Content

  /// Whether both bring their memory back to the same place.
  func isSame(as other: ReturnedPointer) -> Bool { pointer === other.pointer }

  /// What the memory's elements are.
  var elementType: WireType {
    if case .scalars(let type, _) = content { type } else { .uint8 }
  }

  func receive(_ received: ScalarArray, in context: CallContext) throws(BridgeError) {
    switch content {
    case .text(let capacity, let encoding):
      let bytes = received.bytes
      let end = (encoding ?? context.types.encoding).beforeNUL(bytes)
      let text = try context.text(of: end, encoding, for: label)
      pointer.receive(PointerContents(.text(text, capacity: capacity, encoding: encoding)))
    case .values(let cType, let type, let count, let isArray):
      // One that is alone may have more bytes than its type.
      let bytes = received.bytes
      let stride = count == 1 ? bytes.count : try context.types.byteCount(of: cType)
      var values: [any LibraryAggregate] = []
      for start in (0..<count).map({ $0 * stride }) {
        do throws(BridgeError) {
          values.append(
            try type.init(
              from: LibraryMemoryReader(
                bytes[start..<start + stride], cType, context.types, label: label)))
        } catch {
          throw context.error(error)
        }
      }
      pointer.receive(PointerContents(.values(values, isArray: isArray)))
    case .scalars(let type, let model):
      var memory = received
      memory.type = type
      var result: ScalarArray
      if model.type == .pointer {
        memory = try converted(memory, to: .uint64, context)
        result = memory
        result.type = .pointer
      } else {
        result = try converted(memory, to: model.type, context)
      }
      result.isPlain = model.isPlain
      pointer.receive(PointerContents(.array(result)))
    }
  }

  private func converted(
    _ memory: ScalarArray, to type: WireType, _ context: CallContext
  ) throws(BridgeError) -> ScalarArray {
    do throws(ScalarConversion.Failure) {
      return try ScalarConversion.convert(memory, to: type)
    } catch {
      throw context.error(
        .valueOutOfRange,
        "\(label) came back as \(error.value), which \(type.swiftName) does not hold")
    }
  }
}
