/// How a function of i386 is called.
public enum CCallingConvention: Hashable, Sendable {
  /// C's own, also of C++ methods with the object first.
  case c
  /// As C's, but the function takes its arguments from the stack itself.
  case stdcall
  /// The first two integers go in registers.
  case fastcall
  /// The first integer goes in a register, which is a method's object.
  case thiscall
  /// So many of the first integers, 1 to 3, go in registers.
  case regparm(Int)

  /// What stands between the parentheses of `__attribute__((…))`.
  public var attribute: String {
    switch self {
    case .c: "cdecl"
    case .stdcall: "stdcall"
    case .fastcall: "fastcall"
    case .thiscall: "thiscall"
    case .regparm(let count): "regparm(\(count))"
    }
  }

  /// The convention that a word such as `__stdcall` or `fastcall` names.
  init?(word: Substring) {
    switch word.drop(while: { $0 == "_" }) {
    case "stdcall": self = .stdcall
    case "fastcall": self = .fastcall
    case "thiscall": self = .thiscall
    default: return nil
    }
  }
}
