extension CxxSignature {
  /// Whether both are one function: the same name, and types that C++ takes for the same.
  public func isSame(as other: CxxSignature) -> Bool {
    guard isConst == other.isConst else { return false }
    return agrees(with: other) { left, right in left.isSameType(as: right) }
  }

  /// Whether both may be one function: `const` methods are taken for others, `size_t` for what it is
  /// on an architecture, and a class by value for a reference to it.
  public func resembles(_ other: CxxSignature, in model: DataModel) -> Bool {
    agrees(with: other, isLoose: true) { left, right in left.resembles(right, in: model) }
  }

  private func agrees(
    with other: CxxSignature, isLoose: Bool = false, _ isSame: (CType, CType) -> Bool
  ) -> Bool {
    guard name == other.name, let type, let otherType = other.type,
      type.parameters.count == otherType.parameters.count,
      type.isVariadic == otherType.isVariadic
    else { return false }
    for index in type.parameters.indices {
      let (left, right) = (type.parameters[index].type, otherType.parameters[index].type)
      let (isReference, isOtherReference) = (isReference(index), other.isReference(index))
      if isReference == isOtherReference, isSame(left, right) { continue }
      guard isLoose, isReference != isOtherReference,
        isReference ? left.isReference(to: right) : right.isReference(to: left)
      else { return false }
    }
    return true
  }

  private func isReference(_ index: Int) -> Bool {
    index < references.count && references[index]
  }
}

extension CType {
  /// Whether this points to the class that `other` is.
  fileprivate func isReference(to other: CType) -> Bool {
    guard case .record = other.resolved, case .pointer(let target, _) = resolved else {
      return false
    }
    return target.isSameType(as: other)
  }

  /// Whether both are as wide, and of one kind.
  fileprivate func resembles(_ other: CType, in model: DataModel) -> Bool {
    switch (resolved, other.resolved) {
    case (.scalar(let left), .scalar(let right)):
      model.byteCount(of: left) == model.byteCount(of: right)
        && left.isFloatingPoint == right.isFloatingPoint && left.isSigned == right.isSigned
    case (.pointer(let left, let isLeftConst), .pointer(let right, let isRightConst)):
      isLeftConst == isRightConst && left.resembles(right, in: model)
    default: isSameType(as: other)
    }
  }
}
