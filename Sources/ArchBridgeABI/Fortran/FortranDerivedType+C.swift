extension FortranDerivedType {
  /// The C structure that the type is for gfortran; nil where a component has no counterpart.
  public var cDeclaration: String? {
    var members: [CFunctionType.Parameter] = []
    for component in components {
      guard !component.isAllocatable, !component.isPointer,
        let element = try? component.type.cType()
      else { return nil }
      var count = 1
      if case .character(_, let length) = component.type {
        guard case .fixed(let known) = length, let known = known.constant else { return nil }
        count = known
      }
      switch component.shape {
      case .scalar: break
      case .explicit(let bounds):
        for bound in bounds {
          guard let extent = bound.extent({ _ in nil }) else { return nil }
          let (product, overflow) = count.multipliedReportingOverflow(by: extent)
          guard !overflow, product < 1 << 28 else { return nil }
          count = product
        }
      default: return nil
      }
      let isArray = component.shape != .scalar || component.type.isCharacter
      members.append(
        CFunctionType.Parameter(
          name: component.name, type: isArray ? .array(of: element, count: count) : element))
    }
    guard !members.isEmpty else { return nil }
    let text = members.map { $0.type.declared(as: $0.name ?? "", isConst: false) + ";" }
    return "struct \(name) { \(text.joined(separator: " ")) };"
  }
}
