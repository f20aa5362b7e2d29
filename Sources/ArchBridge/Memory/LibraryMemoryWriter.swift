package import ArchBridgeABI
internal import ArchBridgeWire

/// A value's place in what becomes the library's memory, with the C type that it has there.
///
/// A `LibraryValue` writes itself into one.
public struct LibraryMemoryWriter: Sendable {
  /// What is in the place, its first bytes where it is one of a bit-field's.
  var bytes: ArraySlice<UInt8>
  package let type: CType
  package let context: TypeContext
  /// What is written, for messages.
  package let label: String
  /// Where a bit-field is in its bytes.
  var bits: BitRange?

  init(
    _ bytes: ArraySlice<UInt8>, _ type: CType, _ context: TypeContext, label: String,
    bits: BitRange? = nil
  ) {
    self.bytes = bytes
    self.type = type
    self.context = context
    self.label = label
    self.bits = bits
  }

  /// A place of a type's length that holds zeros; at least of `minimumByteCount`, for a structure
  /// whose array at its end has no length of its own.
  package init(
    _ type: CType, _ context: TypeContext, label: String, minimumByteCount: Int = 0
  ) throws(BridgeError) {
    let byteCount = max(try context.byteCount(of: type), minimumByteCount)
    self.init([UInt8](repeating: 0, count: byteCount)[...], type, context, label: label)
  }

  /// The type as C spells it.
  public var cType: String { "\(type)" }

  /// An error about this place.
  package func error(_ code: BridgeError.Code, _ message: String) -> BridgeError {
    BridgeError(code, "\(label) \(message)")
  }

  func mismatch(_ swiftName: String) -> BridgeError {
    error(.typeMismatch, "is declared '\(type)', and got \(swiftName)")
  }

  /// Writes a number or address.
  mutating func write(
    _ scalar: ScalarArray, named swiftName: String
  ) throws(BridgeError) {
    guard let target = context.wireType(inMemory: type),
      ScalarConversion.isPossible(from: scalar.type, to: target)
    else { throw mismatch(swiftName) }
    let stored = target == .pointer ? context.dataModel.pointerWireType : target
    var source = scalar
    if source.type == .pointer { source.type = .uint64 }
    let converted: ScalarArray
    do throws(ScalarConversion.Failure) {
      converted = try ScalarConversion.convert(source, to: stored)
    } catch {
      throw self.error(
        .valueOutOfRange,
        "is \(error.value); '\(type)' holds "
          + (bits?.range(isSigned: stored.kind == .signed) ?? ScalarConversion.range(of: stored)))
    }
    if let bits {
      let value = converted.bits(at: 0)
      let isSigned = stored.kind == .signed
      guard bits.holds(value, isSigned: isSigned) else {
        throw error(
          .valueOutOfRange,
          "is \(ScalarConversion.text(value, stored)); its \(bits.count) bits hold "
            + bits.range(isSigned: isSigned))
      }
      bits.store(value, in: &bytes)
    } else {
      store(converted.bytes)
    }
  }

  /// Writes bytes at the beginning of the place.
  package mutating func store(_ value: [UInt8]) {
    bytes.replaceSubrange(bytes.startIndex..<bytes.startIndex + value.count, with: value)
  }

  /// Writes an array's elements, which must be as many as it has.
  mutating func writeElements(_ elements: [some LibraryValue]) throws(BridgeError) {
    guard case .array(let element, let count) = type.resolved else { throw mismatch("an array") }
    let byteCount = try context.byteCount(of: element)
    let available = count ?? (byteCount > 0 ? bytes.count / byteCount : 0)
    guard elements.count == available else {
      throw error(.typeMismatch, "has \(available) elements, and got \(elements.count)")
    }
    for (index, value) in elements.enumerated() {
      let start = bytes.startIndex + index * byteCount
      var place = LibraryMemoryWriter(
        bytes[start..<start + byteCount], element, context, label: "\(label), element \(index),")
      try value.write(to: &place)
      bytes.replaceSubrange(start..<start + byteCount, with: place.bytes)
    }
  }
}
