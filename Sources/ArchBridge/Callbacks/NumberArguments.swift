/// The numbers that a closure is called with, handed out one after another where they arrived.
@safe @usableFromInline struct NumberArguments {
  /// A slot of 8 bytes for each parameter.
  @usableFromInline let slots: UnsafeRawBufferPointer
  /// Whoever runs the closure holds it.
  @usableFromInline unowned(unsafe) let callback: NumberCallback
  @usableFromInline var index = 0

  /// Begins with the first; there are as many slots as the callback has parameters.
  @unsafe init(_ slots: UnsafeRawBufferPointer, of callback: NumberCallback) {
    unsafe self.slots = slots
    unsafe self.callback = callback
  }

  @inlinable mutating func next<Value: LibraryResult>(
    _ type: Value.Type
  ) throws(BridgeError) -> Value {
    precondition(
      unsafe index < callback.parameterCount, "a closure has as many parameters as it says")
    // Safe: the index is within the slots.
    let bits = unsafe slots.loadUnaligned(fromByteOffset: 8 &* index, as: UInt64.self)
    index &+= 1
    if unsafe callback.isExact, let value = Value(resultValue: ResultValue(.bits(bits))) {
      return value
    }
    return unsafe try callback.value(bits, index - 1, as: type)
  }

  /// What the library gets for a closure's result.
  @inlinable func bits<Value: LibraryValue>(of value: Value) throws(BridgeError) -> UInt64 {
    if unsafe callback.isExactResult, let bits = value.numberBits,
      unsafe callback.resultRange.holds(bits)
    {
      return bits
    }
    return unsafe try callback.bits(of: value)
  }
}

/// Which 64 bits are a number of a certain width and sign.
@usableFromInline struct NumberRange: Sendable {
  @usableFromInline let unusedBitCount: Int64
  @usableFromInline let isSigned: Bool

  @usableFromInline init(unusedBitCount: Int64, isSigned: Bool) {
    self.unusedBitCount = unusedBitCount
    self.isSigned = isSigned
  }

  @inlinable func holds(_ bits: UInt64) -> Bool {
    if isSigned {
      let value = Int64(bitPattern: bits)
      return (value &<< unusedBitCount) &>> unusedBitCount == value
    }
    let unused = UInt64(truncatingIfNeeded: unusedBitCount)
    return (bits &<< unused) &>> unused == bits
  }
}
