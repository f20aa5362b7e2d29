extension FunctionDeclaration {
  /// This declaration with the names and annotations that another of the same function adds.
  func merged(with other: FunctionDeclaration) -> FunctionDeclaration {
    var merged = self
    merged.annotations.addMissing(other.annotations)
    for (index, parameter) in other.type.parameters.enumerated() {
      let name = merged.type.parameters[index].name
      merged.type.parameters[index].name = name ?? parameter.name
      merged.type.parameters[index].annotations.addMissing(parameter.annotations)
    }
    return merged
  }
}

extension CVariable {
  /// This declaration with the length that another of the same variable adds, or nil where they
  /// differ.
  func merged(with other: CVariable) -> CVariable? {
    guard isConst == other.isConst else { return nil }
    if type.isSameType(as: other.type) { return self }
    guard case .array(let left, let leftCount) = type.resolved,
      case .array(let right, let rightCount) = other.type.resolved,
      leftCount == nil || rightCount == nil, left.isSameType(as: right)
    else { return nil }
    return leftCount == nil ? other : self
  }
}

extension [String] {
  /// Adds those of `others` that are not among these.
  fileprivate mutating func addMissing(_ others: [String]) {
    for other in others where !contains(other) { append(other) }
  }
}
