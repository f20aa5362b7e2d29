extension CType: CustomStringConvertible {
  /// The type as C spells it: `const char *`, `int (*)(void *, int)`; an alias by its name.
  public var description: String { declared(as: "", isConst: false) }

  /// The declaration of `inner` with this type, where `inner` is a name or what is around one.
  package func declared(as inner: String, isConst: Bool) -> String {
    switch self {
    case .pointer(let pointee, let isPointeeConst):
      let star = !isConst ? "*" : inner.isEmpty ? "*const" : "*const "
      return switch pointee {
      case .array, .function: pointee.declared(as: "(\(star)\(inner))", isConst: isPointeeConst)
      default: pointee.declared(as: star + inner, isConst: isPointeeConst)
      }
    case .array(let element, let count):
      let length = if let count { "\(inner)[\(count)]" } else { "\(inner)[]" }
      return element.declared(as: length, isConst: isConst)
    case .function(let type):
      let convention =
        type.convention == .c ? "" : " __attribute__((\(type.convention.attribute)))"
      return type.result.declared(
        as: "\(inner)(\(type.parameterText))\(convention)", isConst: false)
    case .void, .scalar, .complex, .enumeration, .record, .alias:
      let base = isConst ? "const \(baseName)" : baseName
      return inner.isEmpty ? base : "\(base) \(inner)"
    }
  }

  /// The words that name a type without declarator.
  private var baseName: String {
    switch self {
    case .scalar(let scalar): scalar.rawValue
    case .complex(let part): "_Complex \(part.rawValue)"
    case .enumeration(let tag): "enum \(tag)"
    case .record(let kind, let tag): "\(kind.rawValue) \(tag)"
    case .alias(let name, _): name
    case .void, .pointer, .array, .function: "void"
    }
  }
}

extension CFunctionType {
  /// What stands between the parentheses.
  fileprivate var parameterText: String {
    var text = ""
    for parameter in parameters {
      if !text.isEmpty { text += ", " }
      text += parameter.type.declared(as: parameter.name ?? "", isConst: false)
    }
    if isVariadic { return text.isEmpty ? "..." : text + ", ..." }
    return text.isEmpty ? "void" : text
  }
}

extension FunctionDeclaration: CustomStringConvertible {
  /// The prototype as C spells it, without `;`: `double norm(const double *x, int n)`.
  public var description: String { CType.function(type).declared(as: name, isConst: false) }
}
