/// How a function is called, where the architecture has several ways: i386.
public enum WireConvention: UInt8, Sendable {
  /// C's.
  case c = 0
  /// The function takes its arguments from the stack.
  case stdcall = 1
  /// Two integers go in registers.
  case fastcall = 2
  /// One integer goes in a register.
  case thiscall = 3
  /// One, two or three integers go in registers, GCC's way.
  case regparm1 = 4
  case regparm2 = 5
  case regparm3 = 6

  /// Appends it, where it is not C's.
  func write(to writer: inout CBORWriter) {
    if self != .c { writer.write(unsigned: UInt64(rawValue)) }
  }

  /// Reads one that is not C's.
  init(from reader: inout CBORReader) throws(CBORError) {
    let start = reader.offset
    guard let one = WireConvention(rawValue: try reader.readUnsigned(UInt8.self)), one != .c else {
      throw .unexpectedItem(offset: start)
    }
    self = one
  }
}
