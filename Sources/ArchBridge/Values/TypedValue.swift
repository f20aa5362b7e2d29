package import ArchBridgeABI
internal import ArchBridgeWire

/// A value of any C type as its bytes, for a caller that has types as text only.
package struct TypedValue: LibraryAggregate, Equatable {
  /// The value's type.
  package let type: CType
  /// What its type's names mean.
  package let context: TypeContext
  /// The value as it lies in the library's memory.
  package private(set) var bytes: [UInt8]

  /// Makes a value of zeros, or of these bytes, which are as many as the type has.
  package init(
    _ type: CType, _ context: TypeContext, bytes: [UInt8]? = nil
  ) throws(BridgeError) {
    let byteCount = try context.byteCount(of: type)
    guard bytes.map({ $0.count == byteCount }) ?? true else {
      throw BridgeError(
        .typeMismatch, "\(bytes?.count ?? 0) bytes are no '\(type)', which has \(byteCount)")
    }
    self.type = type
    self.context = context
    self.bytes = bytes ?? [UInt8](repeating: 0, count: byteCount)
  }

  /// Makes what a value becomes as a type; `label` is what messages call it.
  package init(
    _ value: some LibraryValue, as type: CType, _ context: TypeContext, label: String
  ) throws(BridgeError) {
    var place = try LibraryMemoryWriter(type, context, label: label)
    try value.write(to: &place)
    try self.init(type, context, bytes: [UInt8](place.bytes))
  }

  /// Makes the value that is in memory; a bit-field becomes a number of its type.
  package init(from memory: LibraryMemoryReader) throws(BridgeError) {
    type = memory.type
    context = memory.context
    if memory.bits != nil, let wire = context.wireType(inMemory: type) {
      var number = ScalarArray(type: wire, isPlain: false, bytes: [])
      number.append(bits: try memory.scalar(ScalarKind(wire)))
      bytes = number.bytes
    } else {
      bytes = [UInt8](memory.bytes)
    }
  }

  /// Puts the value into memory of its own type; a number into that of another, if it fits.
  package func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    if memory.type.resolved == type.resolved, memory.bits == nil {
      memory.store(bytes)
    } else if type.resolved == .scalar(.longDouble) {
      try get(as: Float80.self).write(to: &memory)
    } else if let wire = context.wireType(inMemory: type) {
      try memory.write(
        ScalarArray(type: wire, isPlain: false, bytes: paddedBytes(wire)), named: "'\(type)'")
    } else {
      throw memory.mismatch("'\(type)'")
    }
  }

  /// An address crosses in 8 bytes.
  private func paddedBytes(_ wire: WireType) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: max(wire.storedByteCount - bytes.count, 0))
  }

  /// Whether both are of one type and have the same bytes.
  package static func == (left: TypedValue, right: TypedValue) -> Bool {
    left.type.resolved == right.type.resolved && left.bytes == right.bytes
  }

  /// The type as C spells it.
  package var undeclaredType: String { "\(type)" }
  /// The type comes with the declaration.
  package static var undeclaredType: String? { nil }
  /// Whatever the declaration says.
  package static var resultKind: ResultKind { ResultKind(.declared) }

  /// The value as one of Swift's types.
  package func get<Value: LibraryValue>(as: Value.Type = Value.self) throws(BridgeError) -> Value {
    try Value(from: reader)
  }

  /// An array's elements; none of anything else.
  ///
  /// Characters that are no text are bytes.
  package var elements: [TypedValue] {
    if case .array(let element, let count) = type.resolved, element.resolved == .scalar(.char) {
      let bytes = CType.array(of: .scalar(.unsignedChar), count: count)
      return (try? TypedValue(bytes, context, bytes: self.bytes))?.elements ?? []
    }
    return ((try? reader.elements()) ?? []).compactMap { try? TypedValue(from: $0) }
  }

  /// The member of a structure, or the element of an array, at a path such as `[2].x`.
  package subscript(path: String) -> TypedValue {
    get throws(BridgeError) { try TypedValue(from: reader(at: path)) }
  }

  /// Sets a member or an element.
  package mutating func set(_ path: String, _ value: some LibraryValue) throws(BridgeError) {
    let place = try place(at: path)
    var writer = LibraryMemoryWriter(
      bytes[place.range], place.type, context, label: "member '\(path)' of '\(type)'",
      bits: place.bits)
    try value.write(to: &writer)
    bytes.replaceSubrange(place.range, with: writer.bytes)
  }

  var reader: LibraryMemoryReader {
    LibraryMemoryReader(bytes[...], type, context, label: "the value")
  }
}
