internal import ArchBridge

/// A literal that has become an argument, and what is printed of it after the call.
struct LiteralValue: Sendable {
  /// The parameter's name, or `argument1`.
  let name: String
  /// The argument; nil for the null pointer.
  let argument: (any LibraryArgument)?
  /// What came back, where something can.
  let returned: (@Sendable () -> PrintedValue)?

  init(_ name: String, _ argument: (any LibraryArgument)?) {
    self.name = name
    self.argument = argument
    returned = nil
  }

  /// A pointer to one number that comes back.
  init<Scalar: PrintableScalar>(_ name: String, reference value: Scalar) {
    let pointer = InOut(value)
    self.name = name
    argument = pointer
    returned = { pointer.value.printed }
  }

  /// A pointer to numbers that come back.
  init<Scalar: PrintableScalar>(_ name: String, elements: [Scalar]) {
    let pointer = InOut(elements)
    self.name = name
    argument = pointer
    returned = { .array(pointer.value.map(\.printed)) }
  }

  /// Bytes that come back as text, up to their NUL; as numbers where they are no text.
  init(_ name: String, text bytes: [UInt8], _ encoding: TextEncoding) {
    let pointer = InOut(bytes)
    self.name = name
    argument = pointer
    returned = {
      let bytes = pointer.value
      let text = encoding.decode([UInt8](bytes.prefix { $0 != 0 }))
      return text.map(PrintedValue.text) ?? .array(bytes.map(\.printed))
    }
  }

  /// The same argument, of which nothing is printed; a null pointer is printed as such.
  init(_ name: String, nullPointerComingBack isPrinted: Bool) {
    self.name = name
    argument = nil
    if isPrinted {
      returned = { PrintedValue.null }
    } else {
      returned = nil
    }
  }
}
