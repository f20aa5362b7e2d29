internal import ArchBridgeWire

/// Numbers that stay where Swift has them until they are copied to where they are needed.
class LentNumbers: @unchecked Sendable {
  // Sendable: subclasses hold an array of Sendable numbers, which never changes.

  /// How many bytes they have.
  var byteCount: Int { 0 }

  /// Gives `body` the numbers' bytes.
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// The bits of a number that has so many bytes.
  func bits(at index: Int, byteCount: Int) -> UInt64 { 0 }
}

/// An array of numbers as it is.
final class LentArray<Element: LibraryScalar>: LentNumbers, @unchecked Sendable {
  let elements: [Element]

  init(_ elements: [Element]) { self.elements = elements }

  override var byteCount: Int { elements.count * MemoryLayout<Element>.stride }

  override func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    // Safe: read as bytes only, and lent elements have no padding.
    unsafe elements.withUnsafeBytes { unsafe body($0) }
  }

  override func bits(at index: Int, byteCount: Int) -> UInt64 {
    byteCount == MemoryLayout<Element>.stride ? elements[index].scalarBits : 0
  }
}

extension ScalarArray {
  /// As short as this, numbers are copied at once: a copy costs less than a box.
  static let lendingByteCount = LargeMemory.threshold

  /// Copies numbers of a type out of memory, to where Swift will have them.
  ///
  /// Safe: whatever the bytes are, they are numbers of these types; they are read once.
  @unsafe init(type: WireType, copying bytes: UnsafeRawBufferPointer) {
    func array<Element: LibraryScalar & BitwiseCopyable>(_: Element.Type) -> LentNumbers {
      let count = bytes.count / MemoryLayout<Element>.stride
      return unsafe LentArray(
        [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
          unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
            from: UnsafeRawBufferPointer(
              rebasing: bytes.prefix(count * MemoryLayout<Element>.stride)))
          initialized = count
        })
    }
    switch type {
    case .int16: self.init(type: type, lent: array(Int16.self))
    case .uint16: self.init(type: type, lent: array(UInt16.self))
    case .int32: self.init(type: type, lent: array(Int32.self))
    case .uint32: self.init(type: type, lent: array(UInt32.self))
    case .int64: self.init(type: type, lent: array(Int64.self))
    case .uint64: self.init(type: type, lent: array(UInt64.self))
    case .float32: self.init(type: type, lent: array(Float.self))
    case .float64: self.init(type: type, lent: array(Double.self))
    default: unsafe self.init(type: type, isPlain: false, bytes: [UInt8](bytes))
    }
  }
}
