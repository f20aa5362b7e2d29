import ArchBridgeWire

/// A type whose values are written without an encoder of their own.
protocol DirectlyEncodable: Encodable {
  func write(to contents: inout EncodedContents)
}

extension DirectlyEncodable {
  /// Writes a value that is known to be of this type.
  static func write(any value: some Encodable, to contents: inout EncodedContents) {
    if let value = value as? Self { value.write(to: &contents) }
  }
}

/// `null`, as a value.
struct NullItem: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { contents.writer.writeNull() }
}

extension Bool: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { contents.writer.write(bool: self) }
}

extension String: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { contents.writer.write(text: self) }
}

extension Double: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { contents.writer.write(shortest: self) }
}

extension Float: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { contents.writer.write(shortest: Double(self)) }
}

extension SignedInteger where Self: FixedWidthInteger {
  func write(to contents: inout EncodedContents) {
    contents.writer.write(signed: Int64(truncatingIfNeeded: self))
  }
}

extension UnsignedInteger where Self: FixedWidthInteger {
  func write(to contents: inout EncodedContents) {
    contents.writer.write(unsigned: UInt64(truncatingIfNeeded: self))
  }
}

extension Int: DirectlyEncodable {}
extension Int8: DirectlyEncodable {}
extension Int16: DirectlyEncodable {}
extension Int32: DirectlyEncodable {}
extension Int64: DirectlyEncodable {}
extension UInt: DirectlyEncodable {}
extension UInt8: DirectlyEncodable {}
extension UInt16: DirectlyEncodable {}
extension UInt32: DirectlyEncodable {}
extension UInt64: DirectlyEncodable {}

extension UInt128: DirectlyEncodable {
  func write(to contents: inout EncodedContents) { write(to: &contents, negative: false) }

  /// Writes this integer, or −1 − this integer: a head where 64 bits hold it, else a bignum.
  fileprivate func write(to contents: inout EncodedContents, negative: Bool) {
    if let small = UInt64(exactly: self) {
      negative ? contents.writer.write(negative: small) : contents.writer.write(unsigned: small)
      return
    }
    let byteCount = (128 - leadingZeroBitCount + 7) / 8
    contents.writer.write(tag: negative ? 3 : 2)
    contents.writer.write(
      bytes: (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) })
  }
}

extension Int128: DirectlyEncodable {
  func write(to contents: inout EncodedContents) {
    UInt128(truncatingIfNeeded: self < 0 ? ~self : self)
      .write(to: &contents, negative: self < 0)
  }
}

extension Array: DirectlyEncodable where Element: TypedArrayElement {
  func write(to contents: inout EncodedContents) {
    let bytes = Element.packed(self)
    if Element.tag != .uint8 { contents.writer.write(tag: Element.tag.rawValue) }
    contents.writer.beginBytes(count: bytes.count)
    contents.append(raw: bytes)
  }
}
