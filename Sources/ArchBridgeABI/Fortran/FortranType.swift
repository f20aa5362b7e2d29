/// A Fortran type with its kind, independent of any architecture.
///
/// A kind is what gfortran calls it: the number of bytes, which for `complex` is that of one part.
public indirect enum FortranType: Hashable, Sendable {
  /// `integer(kind)`.
  case integer(kind: Int)
  /// `real(kind)`.
  case real(kind: Int)
  /// `complex(kind)`.
  case complex(kind: Int)
  /// `logical(kind)`.
  case logical(kind: Int)
  /// `character(kind, length)`.
  case character(kind: Int, length: FortranLength)
  /// `type(name)`.
  case derived(String)
  /// `class(name)`, and `class(*)` by the name `*`.
  case polymorphic(String)
  /// `type(*)`.
  case assumed
  /// A procedure as an argument; nil where nothing but `external` tells of it.
  case procedure(FortranProcedure?)

  /// `integer`.
  public static let defaultInteger = FortranType.integer(kind: 4)
  /// `real`.
  public static let defaultReal = FortranType.real(kind: 4)
  /// `double precision`.
  public static let doublePrecision = FortranType.real(kind: 8)
  /// `logical`.
  public static let defaultLogical = FortranType.logical(kind: 4)

  /// Whether this is a procedure.
  public var isProcedure: Bool {
    if case .procedure = self { true } else { false }
  }

  /// Whether this is `character`, whose length is an argument of its own.
  public var isCharacter: Bool {
    if case .character = self { true } else { false }
  }
}

/// How long a `character` is.
public enum FortranLength: Hashable, Sendable {
  /// `character(8)`, `character(n)`.
  case fixed(FortranExpression)
  /// `character(*)`: as long as the argument.
  case assumed
  /// `character(:)`: as long as it was allocated.
  case deferred
}

/// The kinds that gfortran has of a type.
enum FortranKinds {
  /// The kinds of the intrinsic type of this name; nil where there is none.
  static func of(_ name: String) -> [Int]? {
    switch name {
    case "integer", "logical": [1, 2, 4, 8, 16]
    case "real", "complex": [4, 8, 10, 16]
    case "character": [1, 4]
    default: nil
    }
  }
}
