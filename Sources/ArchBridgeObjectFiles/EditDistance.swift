/// Counts how many bytes were mistyped between two names.
///
/// This is the distance of Damerau and Levenshtein in its restricted form: an insertion, a
/// deletion, a substitution and an exchange of neighbours each count one, and no place is changed
/// twice. Only what can stay below the limit is computed (Ukkonen's band).
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The distance of two names, or `nil` where it exceeds `limit`.
  mutating func between(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
    guard limit >= 0, abs(first.count - second.count) <= limit else { return nil }
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    let tooFar = limit + 1
    reserve(second.count + 1)
    for column in 0...second.count { last[column] = min(column, tooFar) }
    for row in 1...first.count {
      let from = max(1, row - limit)
      let to = min(second.count, row + limit)
      guard from <= to else { return nil }
      current[from - 1] = from == 1 ? min(row, tooFar) : tooFar
      var least = current[from - 1]
      for column in from...to {
        let isSame = first[row - 1] == second[column - 1]
        var cost = last[column - 1] + (isSame ? 0 : 1)
        cost = min(cost, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current[column] = min(cost, tooFar)
        least = min(least, cost)
      }
      if to < second.count { current[to + 1] = tooFar }
      if least > limit { return nil }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }

  private mutating func reserve(_ count: Int) {
    guard last.count < count else { return }
    beforeLast = [Int](repeating: 0, count: count)
    last = beforeLast
    current = beforeLast
  }
}
