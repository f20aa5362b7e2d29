import TestSupport
import Testing

@testable import ArchBridgeObjectFiles

@Suite struct EditDistanceTests {
  private func distance(_ first: String, _ second: String, limit: Int = 10) -> Int? {
    var distance = EditDistance()
    return distance.between(Array(first.utf8), Array(second.utf8), limit: limit)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
    ("abc", "xabc", 1), ("abc", "acb", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
  ])
  func `counts mistyped bytes`(first: String, second: String, expected: Int) {
    #expect(distance(first, second) == expected)
    #expect(distance(second, first) == expected)
  }

  @Test func `gives nothing above the limit`() {
    #expect(distance("kitten", "sitting", limit: 2) == nil)
    #expect(distance("a", "b", limit: 0) == nil)
    #expect(distance("a", "a", limit: -1) == nil)
  }

  @Test func `agrees with the whole table whatever the limit`() {
    var random = SeededGenerator(seed: 5)
    var reused = EditDistance()
    for _ in 0..<2000 {
      let first = Self.word(&random)
      let second = Self.word(&random)
      let limit = Int.random(in: 0...6, using: &random)
      let whole = Self.wholeTable(first, second)
      #expect(reused.between(first, second, limit: limit) == (whole <= limit ? whole : nil))
    }
  }

  private static func word(_ random: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random)
    }
  }

  private static func wholeTable(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
    for row in 0...first.count {
      for column in 0...second.count {
        guard row > 0, column > 0 else {
          table[row][column] = row + column
          continue
        }
        let change = first[row - 1] == second[column - 1] ? 0 : 1
        var cost = min(table[row - 1][column], table[row][column - 1]) + 1
        cost = min(cost, table[row - 1][column - 1] + change)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[first.count][second.count]
  }
}
