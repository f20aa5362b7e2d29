/// A word that is no identifier, by what it does to a declaration.
enum CKeyword: Equatable {
  case typedef
  case extern
  case `static`
  case const
  /// `volatile`, `restrict`, `inline` and others that change no call.
  case dropped
  /// `_Nullable`, `__cdecl` and others that stand where attributes stand, and change no call.
  case droppedAttribute
  case attribute
  /// `__counted_by` and others that stand where attributes stand, and say how far a pointer goes.
  case bounds
  case void
  case bool
  case char
  case short
  case int
  case long
  case float
  case double
  case signed
  case unsigned
  case structure
  case union
  case enumeration
  case complex
  case alignas
  case sizeof
  case asm
  case staticAssert
  case pragma
  /// A type or storage that is known and not supported.
  case refused
  /// `__stdcall` and others that stand where attributes stand, and say how a function is called.
  case convention
  /// A calling convention that is known and not supported.
  case refusedConvention

  /// Makes the keyword that is spelled so, or nil for an identifier.
  init?(_ spelling: String) {
    switch spelling {
    case "int": self = .int
    case "const", "__const", "__const__": self = .const
    case "char": self = .char
    case "void": self = .void
    case "double": self = .double
    case "unsigned": self = .unsigned
    case "long": self = .long
    case "extern": self = .extern
    case "struct": self = .structure
    case "typedef": self = .typedef
    case "float": self = .float
    case "short": self = .short
    case "enum": self = .enumeration
    case "union": self = .union
    case "static": self = .static
    case "signed", "__signed", "__signed__": self = .signed
    case "_Bool": self = .bool
    case "volatile", "__volatile", "__volatile__", "restrict", "__restrict", "__restrict__",
      "inline", "__inline", "__inline__", "register", "__extension__", "_Noreturn":
      self = .dropped
    case "_Nullable", "_Nonnull", "_Null_unspecified", "_Nullable_result", "__cdecl", "_cdecl":
      self = .droppedAttribute
    case "__attribute__", "__attribute": self = .attribute
    case "sizeof", "_Alignof", "__alignof__", "alignof": self = .sizeof
    case "asm", "__asm", "__asm__": self = .asm
    case "_Static_assert", "static_assert": self = .staticAssert
    case "_Pragma": self = .pragma
    case "_Complex", "__complex", "__complex__": self = .complex
    case "_Alignas", "alignas": self = .alignas
    case "__counted_by", "__counted_by_or_null", "__sized_by", "__sized_by_or_null",
      "__null_terminated":
      self = .bounds
    case "_Imaginary", "__int128", "__int128_t",
      "__uint128_t", "__float128", "__float80", "__ibm128", "_Float16", "_Float32", "_Float64",
      "_Float128", "_Float32x", "_Float64x", "_Decimal32", "_Decimal64", "_Decimal128", "_BitInt",
      "_Atomic", "_Thread_local", "thread_local", "__thread", "auto", "__auto_type", "typeof",
      "typeof_unqual", "__typeof", "__typeof__", "constexpr", "__int64":
      self = .refused
    case "__stdcall", "_stdcall", "__fastcall", "_fastcall", "__thiscall": self = .convention
    case "__vectorcall", "__pascal", "__declspec":
      self = .refusedConvention
    default: return nil
    }
  }

  /// Whether a declaration or a parameter can start with this.
  var startsType: Bool {
    switch self {
    case .droppedAttribute, .attribute, .bounds, .sizeof, .asm, .staticAssert, .pragma,
      .refusedConvention, .convention:
      false
    default: true
    }
  }
}
