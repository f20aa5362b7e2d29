import TestSupport
import Testing

@testable import ArchBridge

/// The bookkeeping of a region's free pieces.
@Suite struct ExtentPoolTests {
  private let page = Extent.pageByteCount

  private func extent(_ offset: Int, _ count: Int, _ address: UInt64? = nil) -> Extent {
    Extent(offset: offset * page, byteCount: count * page, address: address)
  }

  @Test func `all is free at first, in one piece`() {
    #expect(ExtentPool(byteCount: 8 * page).free == [extent(0, 8)])
    #expect(ExtentPool(byteCount: 0).free.isEmpty)
  }

  @Test func `what is taken is cut off at the front`() {
    var pool = ExtentPool(byteCount: 8 * page)
    #expect(pool.take(3 * page, mapped: false) == extent(0, 3))
    #expect(pool.free == [extent(3, 5)])
    #expect(pool.take(6 * page, mapped: false) == nil)
    #expect(pool.take(5 * page, mapped: false) == extent(3, 5))
    #expect(pool.free.isEmpty)
  }

  @Test func `the shortest piece that is long enough is taken`() {
    var pool = ExtentPool(byteCount: 0)
    for piece in [extent(0, 4), extent(10, 2), extent(20, 3), extent(30, 2, 1 << 20)] {
      pool.give(piece)
    }
    #expect(pool.take(2 * page, mapped: false) == extent(10, 2))
    #expect(pool.take(2 * page, mapped: false) == extent(20, 2))
    #expect(pool.take(2 * page, mapped: true) == extent(30, 2, 1 << 20))
    #expect(pool.take(2 * page, mapped: true) == nil)
  }

  @Test func `a mapped piece's addresses are cut with it`() {
    var pool = ExtentPool(byteCount: 0)
    pool.give(extent(0, 4, 0x10_0000))
    #expect(pool.take(page, mapped: true) == extent(0, 1, 0x10_0000))
    #expect(pool.free == [extent(1, 3, 0x10_1000)])
  }

  @Test func `neighbours become one again, in any order`() {
    for order in [[0, 1, 2], [2, 1, 0], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1]] {
      var pool = ExtentPool(byteCount: 0)
      for index in order { pool.give(extent(index, 1)) }
      #expect(pool.free == [extent(0, 3)])
    }
  }

  @Test func `neighbours stay apart whose addresses are`() {
    var pool = ExtentPool(byteCount: 0)
    for piece in [extent(0, 1), extent(1, 1, 0x10_0000), extent(2, 1, 0x20_0000)] {
      pool.give(piece)
    }
    #expect(pool.free.count == 3)
    pool.give(extent(3, 1, 0x20_1000))
    #expect(pool.free.count == 3)
    #expect(pool.mappedByteCount == 3 * page)
    #expect(pool.longest == 2 * page)
  }

  @Test func `what is mapped beyond a limit leaves, the longest first`() {
    var pool = ExtentPool(byteCount: 0)
    for piece in [extent(0, 2, 0x10_0000), extent(10, 5, 0x20_0000), extent(20, 9)] {
      pool.give(piece)
    }
    #expect(pool.trim(keeping: 7 * page).isEmpty)
    #expect(pool.trim(keeping: 4 * page) == [extent(12, 3, 0x20_2000)])
    #expect(pool.mappedByteCount == 4 * page)
    #expect(pool.trim(keeping: 0).map(\.byteCount).sorted() == [2 * page, 2 * page])
    #expect(pool.free == [extent(20, 9)])
  }

  @Test func `pieces never overlap, and all of them come back`() {
    var generator = SeededGenerator(seed: 7)
    var pool = ExtentPool(byteCount: 1_000 * page)
    var taken: [Extent] = []
    var next: UInt64 = 1 << 30
    for _ in 0..<5_000 {
      if Bool.random(using: &generator), let index = taken.indices.randomElement(using: &generator)
      {
        pool.give(taken.remove(at: index))
      } else {
        let count = Int.random(in: 1...40, using: &generator) * page
        let isMapped = Bool.random(using: &generator)
        guard var extent = pool.take(count, mapped: isMapped) else { continue }
        if !isMapped {
          extent.address = next
          next += UInt64(count)
        }
        taken.append(extent)
      }
      if Int.random(in: 0..<20, using: &generator) == 0 {
        for var piece in pool.trim(keeping: 100 * page) {
          piece.address = nil
          pool.give(piece)
        }
      }
      let all = (taken + pool.free).sorted { $0.offset < $1.offset }
      #expect(all.first?.offset == 0 && all.last?.end == 1_000 * page)
      #expect(zip(all, all.dropFirst()).allSatisfy { $0.end == $1.offset })
    }
  }
}
