internal import ArchBridgeWire

/// An array's numbers as one slot of every row, and results as an array: without a call for each.
extension BatchRows {
  /// Writes the elements from `start` on into the slot of as many rows; returns how many could be.
  func write<Element: LibraryArgument>(_ values: [Element], from start: Int, slot: Int, count: Int)
    -> Int
  {
    guard let scalar = Element.self as? any LibraryScalar.Type, ScalarArray.areBytes(Element.self)
    else { return writeEach(values, from: start, slot: slot, count: count) }
    // Safe: these types are read as bytes of their own width, `start + count` of which there are.
    return unsafe values.withUnsafeBytes { bytes in
      switch scalar.scalarKind.type {
      case .int8: unsafe copy(bytes, from: start, slot, count, as: Int8.self)
      case .uint8: unsafe copy(bytes, from: start, slot, count, as: UInt8.self)
      case .int16: unsafe copy(bytes, from: start, slot, count, as: Int16.self)
      case .uint16: unsafe copy(bytes, from: start, slot, count, as: UInt16.self)
      case .int32: unsafe copy(bytes, from: start, slot, count, as: Int32.self)
      case .uint32, .float32: unsafe copy(bytes, from: start, slot, count, as: UInt32.self)
      default: unsafe copy(bytes, from: start, slot, count, as: UInt64.self)
      }
      return count
    }
  }

  @unsafe private func copy<Number: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ slot: Int, _ count: Int,
    as type: Number.Type
  ) {
    let numbers = unsafe bytes.assumingMemoryBound(to: Number.self)
    var place = unsafe row(0).baseAddress.map { unsafe $0 + PreparedArguments.head + 8 * slot }
    for index in start..<start + count {
      unsafe place?.storeBytes(of: UInt64(truncatingIfNeeded: numbers[index]), as: UInt64.self)
      unsafe place = place.map { unsafe $0 + rowByteCount }
    }
  }

  /// A type of the caller's own writes itself, as a number or not.
  private func writeEach<Element: LibraryArgument>(
    _ values: [Element], from start: Int, slot: Int, count: Int
  ) -> Int {
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { memory in
      for index in 0..<count {
        var argument = unsafe PreparedArguments(count: 1, in: memory)
        values[start + index].write(to: &argument)
        guard argument.areNumbers else { return index }
        let bits = unsafe memory.load(fromByteOffset: PreparedArguments.head, as: UInt64.self)
        unsafe row(index).storeBytes(
          of: bits, toByteOffset: PreparedArguments.head + 8 * slot, as: UInt64.self)
      }
      return count
    }
  }

  /// Appends what calls gave, as numbers of a type that has just these bits; false for another type.
  func append<Value: LibraryResult>(to values: inout [Value], count: Int) -> Bool {
    guard ScalarArray.areBytes(Value.self) else { return false }
    switch MemoryLayout<Value>.size {
    case 1: append(UInt8.self, to: &values, count)
    case 2: append(UInt16.self, to: &values, count)
    case 4: append(UInt32.self, to: &values, count)
    default: append(UInt64.self, to: &values, count)
    }
    return true
  }

  private func append<Value, Bits: FixedWidthInteger>(
    _ type: Bits.Type, to values: inout [Value], _ count: Int
  ) {
    unsafe withUnsafeTemporaryAllocation(of: Bits.self, capacity: count) { bits in
      for index in 0..<count { unsafe bits[index] = Bits(truncatingIfNeeded: result(index)) }
      // Safe: Swift's own numbers of this width, of which any bits are one.
      unsafe UnsafeBufferPointer(bits).withMemoryRebound(to: Value.self) {
        unsafe values.append(contentsOf: $0)
      }
    }
  }
}
