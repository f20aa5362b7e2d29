internal import ArchBridge

/// A literal that has become an argument, and what came back of it after the call.
struct CallArgument: Sendable {
  /// The parameter's name, or `argument1`.
  let name: String
  /// The argument; nil for the null pointer.
  let argument: (any LibraryArgument)?
  /// What came back, where something can.
  let returned: (@Sendable () -> Literal)?

  init(
    _ name: String, _ argument: (any LibraryArgument)?,
    returned: (@Sendable () -> Literal)? = nil
  ) {
    self.name = name
    self.argument = argument
    self.returned = returned
  }

  /// A pointer to a value; to one that comes back unless it is `const`.
  init(_ name: String, pointingTo value: TypedValue, isConst: Bool) {
    if isConst {
      self.init(name, value)
    } else {
      let pointer = InOut(value)
      self.init(name, pointer, returned: { .value(pointer.value) })
    }
  }

  /// A pointer to zeros that the function fills.
  init(_ name: String, filling value: TypedValue) {
    let pointer = Out(like: value)
    self.init(name, pointer, returned: { .value(pointer.value) })
  }
}
