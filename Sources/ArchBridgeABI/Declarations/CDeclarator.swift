/// What a declarator says: a name, and how its type is derived from the specifiers' type.
struct CDeclarator {
  /// One step from the name outwards: `*p[3]` is an array of pointers.
  struct Derivation {
    enum Kind {
      case pointer(isConst: Bool)
      case array(CArrayLength)
      case function([CFunctionType.Parameter], isVariadic: Bool)
    }

    var kind: Kind
    var start: CToken
    /// What annotations say of a pointer.
    var annotations: [String] = []
  }

  var name: String?
  /// Where the name stands, or what stands instead.
  var start: CToken
  var derivations: [Derivation] = []
  var attributes = CAttributes()

  /// What annotations say of the outermost pointer: a function's is that of its result.
  var pointerAnnotations: [String] {
    guard let first = derivations.first else { return [] }
    if case .function = first.kind { return derivations.dropFirst().first?.annotations ?? [] }
    return first.annotations
  }

  /// Which of the derivations make functions.
  var functionIndices: [Int] {
    derivations.indices.filter { index in
      if case .function = derivations[index].kind { true } else { false }
    }
  }

  /// Whether this makes a function, or something that leads to one.
  var hasFunction: Bool {
    for derivation in derivations {
      if case .function = derivation.kind { return true }
    }
    return false
  }
}

/// What stands between an array's brackets.
enum CArrayLength {
  case none
  case constant(Int)
  /// A length that only a parameter can have: `[n]`, `[*]`, `[static 3]`.
  case parameterOnly
}

/// Whether a declarator must have a name.
enum CDeclaratorForm {
  case named
  case optionallyNamed
}
