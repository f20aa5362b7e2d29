extension CType {
  /// Whether C takes both for one type: `typedef` and parameter names make no difference.
  package func isSameType(as other: CType) -> Bool {
    switch (resolved, other.resolved) {
    case (.pointer(let left, let isLeftConst), .pointer(let right, let isRightConst)):
      isLeftConst == isRightConst && left.isSameType(as: right)
    case (.array(let left, let leftCount), .array(let right, let rightCount)):
      leftCount == rightCount && left.isSameType(as: right)
    case (.function(let left), .function(let right)):
      left.isSameType(as: right)
    case (let left, let right):
      left == right
    }
  }
}

extension CFunctionType {
  /// Whether C takes both for one type: `typedef` and parameter names make no difference.
  func isSameType(as other: CFunctionType) -> Bool {
    guard parameters.count == other.parameters.count, isVariadic == other.isVariadic,
      convention == other.convention,
      result.isSameType(as: other.result)
    else { return false }
    for (left, right) in zip(parameters, other.parameters)
    where !left.type.isSameType(as: right.type) {
      return false
    }
    return true
  }
}
