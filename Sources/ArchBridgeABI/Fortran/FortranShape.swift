/// Whether something is an array, and how its extents are known.
public enum FortranShape: Hashable, Sendable {
  /// One value.
  case scalar
  /// `a(n, 0:m)`: every extent is said.
  case explicit([FortranBounds])
  /// `a(lda, *)`: all extents but the last one, which starts at `lower`.
  case assumedSize([FortranBounds], lower: FortranExpression?)
  /// `v(:, 0:)`: the extents are the argument's, which comes with a descriptor.
  ///
  /// For each dimension this is where it starts; nil for 1.
  case assumedShape([FortranExpression?])
  /// `v(:, :)` of something allocatable or a pointer.
  case deferred(rank: Int)
  /// `v(..)`.
  case assumedRank

  /// How many dimensions there are; nil where that is the argument's.
  public var rank: Int? {
    switch self {
    case .scalar: 0
    case .explicit(let bounds): bounds.count
    case .assumedSize(let bounds, _): bounds.count + 1
    case .assumedShape(let lowers): lowers.count
    case .deferred(let rank): rank
    case .assumedRank: nil
    }
  }

  /// The highest rank that Fortran 2003 has, and ArchBridge carries.
  public static let maximumRank = 7
}

/// The bounds of one dimension.
public struct FortranBounds: Hashable, Sendable {
  /// The first subscript; nil for 1.
  public var lower: FortranExpression?
  /// The last subscript.
  public var upper: FortranExpression

  /// Makes bounds.
  public init(lower: FortranExpression? = nil, upper: FortranExpression) {
    self.lower = lower
    self.upper = upper
  }

  /// How many subscripts there are, where `value` gives the bounds; never negative.
  public func extent(
    evaluating value: (FortranExpression) throws(FortranExpression.Failure) -> Int
  ) throws(FortranExpression.Failure) -> Int {
    let upper = try value(upper)
    let first = if let lower { try value(lower) } else { 1 }
    let (difference, overflow) = upper.subtractingReportingOverflow(first)
    if upper < first { return 0 }
    guard !overflow, difference < Int.max else { throw .undefined }
    return difference + 1
  }

  /// How many subscripts there are, where `value` gives those of the names; never negative.
  public func extent(_ value: (String) -> Int?) -> Int? {
    try? extent { bound throws(FortranExpression.Failure) in try bound.evaluated(value) }
  }
}

extension FortranShape: CustomStringConvertible {
  /// The shape as it stands behind a name: `(lda, *)`; nothing for a scalar.
  public var description: String {
    switch self {
    case .scalar: return ""
    case .explicit(let bounds):
      return "(\(bounds.map(\.description).joined(separator: ", ")))"
    case .assumedSize(let bounds, let lower):
      let last = lower.map { "\($0):*" } ?? "*"
      return "(\((bounds.map(\.description) + [last]).joined(separator: ", ")))"
    case .assumedShape(let lowers):
      return "(\(lowers.map { $0.map { "\($0):" } ?? ":" }.joined(separator: ", ")))"
    case .deferred(let rank):
      return "(\([String](repeating: ":", count: rank).joined(separator: ", ")))"
    case .assumedRank: return "(..)"
    }
  }
}

extension FortranBounds: CustomStringConvertible {
  /// The bounds as Fortran spells them: `n`, `0:n`.
  public var description: String { lower.map { "\($0):\(upper)" } ?? "\(upper)" }
}
