/// How a call takes a structure, union or complex number by value, as the System V ABIs have it.
public enum CPassing: Hashable, Sendable {
  /// On the stack as an argument, and through a hidden pointer as a result.
  case memory
  /// In registers, one for each eightbyte of the value in order; on i386 only as a result.
  ///
  /// `[.x87]` and `[.complexX87]` are so as results alone: as arguments they are on the stack. On
  /// x86-64 an eightbyte that is all padding has no register: a structure of 16 bytes may have
  /// one. On i386 `[.integer]` is the pair `eax` and `edx`; as an argument such a value is on the
  /// stack.
  case registers([RegisterClass])

  /// The kinds of register, by the names that the ABI for x86-64 gives them.
  public enum RegisterClass: UInt8, Hashable, Sendable {
    /// A general-purpose register.
    case integer = 1
    /// A vector register.
    case sse = 2
    /// The top of the x87 stack.
    case x87 = 3
    /// The two topmost places of the x87 stack.
    case complexX87 = 4
  }
}

/// A set of rules for what is passed by value.
enum PassingRules {
  case i386
  case x86_64
}
