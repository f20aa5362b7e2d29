/// A C type as a declaration spells it, independent of any architecture.
public indirect enum CType: Hashable, Sendable {
  /// `void`.
  case void
  /// An arithmetic type.
  case scalar(CScalar)
  /// A complex number; its two parts are of a floating-point type.
  case complex(CScalar)
  /// An enumeration.
  case enumeration(tag: String)
  /// A structure or union, by its tag; `CDeclarations` knows its members.
  case record(RecordKind, tag: String)
  /// A pointer. `isConst` says that what it points to is `const`.
  case pointer(to: CType, isConst: Bool)
  /// An array; as a parameter's type it has become a pointer already.
  case array(of: CType, count: Int?)
  /// A function; reached through a pointer only.
  case function(CFunctionType)
  /// A name that a `typedef` gave to a type.
  case alias(String, CType)

  /// This type with every `typedef` name at its top replaced by what it stands for.
  public var resolved: CType {
    var type = self
    while case .alias(_, let underlying) = type { type = underlying }
    return type
  }

  /// What an array of arrays is made of in the end; any other type itself, resolved.
  var element: CType {
    var type = resolved
    while case .array(let inner, _) = type { type = inner.resolved }
    return type
  }
}

/// The two kinds of record.
public enum RecordKind: String, Hashable, Sendable {
  /// `struct`.
  case structure = "struct"
  /// `union`.
  case union
}

/// A function's type: what goes in, and what comes out.
public struct CFunctionType: Hashable, Sendable {
  /// One parameter.
  public struct Parameter: Hashable, Sendable {
    /// The parameter's name, where the declaration gives one.
    public var name: String?
    /// The parameter's type, arrays and functions having become pointers.
    public var type: CType
    /// What its annotations say, in order.
    public var annotations: [String]

    /// Makes a parameter.
    public init(name: String?, type: CType, annotations: [String] = []) {
      self.name = name
      self.type = type
      self.annotations = annotations
    }
  }

  /// The parameters in order.
  public var parameters: [Parameter]
  /// What is returned.
  public var result: CType
  /// Whether `...` ends the parameters.
  public var isVariadic: Bool
  /// How it is called.
  public var convention: CCallingConvention

  /// Makes a function type.
  public init(
    parameters: [Parameter], result: CType, isVariadic: Bool = false,
    convention: CCallingConvention = .c
  ) {
    self.parameters = parameters
    self.result = result
    self.isVariadic = isVariadic
    self.convention = convention
  }
}
