/// Finds the known word that a mistyped one is nearest to.
struct SpellingSuggestion {
  private let word: [UInt8]
  private var bestDistance: Int
  /// The nearest word so far; of equally near ones the first in the alphabet.
  private(set) var best: String?

  /// Longer words are not looked at, for the comparison takes the product of both lengths.
  private static let maximumByteCount = 40

  init(for word: String) {
    self.word = [UInt8](word.utf8)
    bestDistance = self.word.count < 8 ? 1 : 2
  }

  /// Takes `candidate` if it is nearer than the best so far.
  mutating func consider(_ candidate: String) {
    let difference = candidate.utf8.count - word.count
    guard word.count <= SpellingSuggestion.maximumByteCount,
      (-bestDistance...bestDistance).contains(difference), candidate.utf8.count > 2
    else { return }
    let distance = distance(to: [UInt8](candidate.utf8))
    if distance > bestDistance { return }
    if distance == bestDistance, let best, best < candidate { return }
    bestDistance = distance
    best = candidate
  }

  /// The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
  private func distance(to other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = [Int](0...other.count)
    for (row, byte) in word.enumerated() {
      var current = [row + 1]
      for (column, otherByte) in other.enumerated() {
        var cost = min(
          last[column] + (byte == otherByte ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == other[column - 1], word[row - 1] == otherByte {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
