internal import ArchBridgeABI
@_exported public import ComplexModule
@_exported public import RealModule

/// C's `float _Complex`, `double _Complex` and `long double _Complex`.
extension Complex: LibraryValue, LibraryArgument, LibraryResult, PointerValue, LibraryElement,
  PointerElement, LibraryAggregate
where RealType: LibraryValue {
  /// The complex type of these parts.
  public var undeclaredType: String { Self.cType }
  /// The complex type of these parts.
  public static var undeclaredType: String? { cType }

  private static var cType: String {
    switch RealType.self {
    case is Float.Type: "float _Complex"
    case is Double.Type: "double _Complex"
    default: "long double _Complex"
    }
  }

  /// Makes the number that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    guard case .complex(let part) = memory.type.resolved else { throw memory.mismatch("Complex") }
    let half = memory.bytes.count / 2
    func read(_ start: Int) throws(BridgeError) -> RealType {
      let first = memory.bytes.startIndex + start
      return try RealType(
        from: LibraryMemoryReader(
          memory.bytes[first..<first + half], .scalar(part), memory.context, label: memory.label))
    }
    self.init(try read(0), try read(half))
  }

  /// Puts the number into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    guard case .complex(let part) = memory.type.resolved else { throw memory.mismatch("Complex") }
    let (all, context, label) = (memory.bytes, memory.context, memory.label)
    let half = all.count / 2
    func bytes(_ value: RealType, _ start: Int) throws(BridgeError) -> ArraySlice<UInt8> {
      let first = all.startIndex + start
      var place = LibraryMemoryWriter(
        all[first..<first + half], .scalar(part), context, label: label)
      try value.write(to: &place)
      return place.bytes
    }
    // Infinity has no parts that `real` and `imaginary` tell; `rawStorage` tells them all.
    memory.store(
      [UInt8](try bytes(rawStorage.x, 0)) + [UInt8](try bytes(rawStorage.y, half)))
  }
}
