extension CType {
  /// How deep a type may nest, aliases included: comparing or releasing it recurses that far.
  static let maximumDepth = 128
  /// How many types a type may be made of, aliases written out.
  ///
  /// A chain of function-pointer typedefs doubles with each link, so a short text could otherwise
  /// spell a type that takes years to compare.
  static let maximumNodeCount = 1024

  /// Whether this type keeps within both limits; it looks no further than they reach.
  package var isWithinLimits: Bool {
    var remaining = CType.maximumNodeCount
    return fits(depth: CType.maximumDepth, remaining: &remaining)
  }

  private func fits(depth: Int, remaining: inout Int) -> Bool {
    guard depth > 0, remaining > 0 else { return false }
    remaining -= 1
    switch self {
    case .void, .scalar, .complex, .enumeration, .record:
      return true
    case .pointer(let inner, _), .array(let inner, _), .alias(_, let inner):
      return inner.fits(depth: depth - 1, remaining: &remaining)
    case .function(let type):
      for parameter in type.parameters
      where !parameter.type.fits(depth: depth - 1, remaining: &remaining) {
        return false
      }
      return type.result.fits(depth: depth - 1, remaining: &remaining)
    }
  }
}
