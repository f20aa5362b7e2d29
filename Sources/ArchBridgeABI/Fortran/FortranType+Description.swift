extension FortranType: CustomStringConvertible {
  /// The type as Fortran spells it: `real(8)`, `character(*)`.
  public var description: String {
    switch self {
    case .integer(let kind): return kind == 4 ? "integer" : "integer(\(kind))"
    case .real(let kind): return kind == 4 ? "real" : "real(\(kind))"
    case .complex(let kind): return kind == 4 ? "complex" : "complex(\(kind))"
    case .logical(let kind): return kind == 4 ? "logical" : "logical(\(kind))"
    case .character(let kind, let length):
      if kind == 1, length == .fixed(.integer(1)) { return "character" }
      return kind == 1 ? "character(\(length))" : "character(\(length), \(kind))"
    case .derived(let name): return "type(\(name))"
    case .polymorphic(let name): return "class(\(name))"
    case .assumed: return "type(*)"
    case .procedure(let procedure): return procedure.map { "\($0)" } ?? "external"
    }
  }
}

extension FortranLength: CustomStringConvertible {
  /// The length as Fortran spells it.
  public var description: String {
    switch self {
    case .fixed(let length): "\(length)"
    case .assumed: "*"
    case .deferred: ":"
    }
  }
}

extension FortranVariable: CustomStringConvertible {
  /// The variable as the compact spelling has it: `real(8), intent(in) :: a(lda, *)`, `integer n`.
  public var description: String {
    if case .procedure(let procedure) = type {
      let text = procedure.map { "\($0)" } ?? "external \(name)"
      return isOptional ? "optional, \(text)" : text
    }
    var attributes: [String] = []
    if let intent { attributes.append("intent(\(intent.rawValue))") }
    if isOptional { attributes.append("optional") }
    if isValue { attributes.append("value") }
    if isAllocatable { attributes.append("allocatable") }
    if isPointer { attributes.append("pointer") }
    if isContiguous { attributes.append("contiguous") }
    guard !attributes.isEmpty else { return "\(type) \(name)\(shape)" }
    return "\(type), \(attributes.joined(separator: ", ")) :: \(name)\(shape)"
  }
}

extension FortranProcedure: CustomStringConvertible {
  /// The procedure in the compact spelling, which `FortranDeclarations` reads:
  /// `integer function ilaenv(integer ispec, character(*) name)`.
  public var description: String {
    var text = isFunction ? "function" : "subroutine"
    if let result {
      text = "\(result.type) \(text)"
    }
    text += " \(qualifiedName)(\(arguments.map(\.description).joined(separator: ", ")))"
    if let result, !result.hasPlainSpelling(asResultOf: name) {
      text += " result(\(result.resultText))"
    }
    if isBindC {
      text += linkName == name ? " bind(C)" : " bind(C, name=\"\(linkName)\")"
    } else if linkName != FortranProcedure.linkName(name, module: module) {
      text += " link(\"\(linkName)\")"
    }
    return text
  }
}

extension FortranVariable {
  /// Whether a result is a scalar without attributes under the function's own name.
  fileprivate func hasPlainSpelling(asResultOf function: String) -> Bool {
    name == function && shape == .scalar && !isAllocatable && !isPointer
  }

  /// The result's attributes, name and shape.
  fileprivate var resultText: String {
    var text = ""
    if isAllocatable { text += "allocatable " }
    if isPointer { text += "pointer " }
    return "\(text)\(name)\(shape)"
  }
}
