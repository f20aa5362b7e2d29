import ArchBridge
import Synchronization
import Testing

/// Calls whose closures take and give numbers alone: nested, failing, removed, slow.
@Suite(.fixtures) struct NumberCallbackCallTests {
  private struct Stop: Error {}

  @Test(arguments: Architecture.all)
  func `closures of every kind take turns in one call`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let sum: Int = try lib.sum_of(
        Callback { (value: Int32) -> Int32 in
          switch value % 3 {
          case 0: return value
          case 1: return try lib.call("abs", -value)
          default:
            return try lib.sum_of(Callback { (inner: Int32) -> Int32 in inner - 1 }, 2) + value + 1
          }
        }, 100)
      #expect(sum == 4_950)
    }
  }

  @Test func `a closure that throws in the middle is not run again`() throws {
    try withNumbers { lib in
      var count = 0
      expect(.callbackFailed) {
        let _: Int = try lib.sum_of(
          Callback(returning: 7) { (value: Int32) -> Int32 in
            count += 1
            if value == 3 { throw Stop() }
            return value
          }, 10)
      }
      #expect(count == 4)
      let sum: Int = try lib.sum_of(Callback { (value: Int32) -> Int32 in value }, 10)
      #expect(sum == 45)
    }
  }

  @Test func `a registered closure that throws is run again`() throws {
    try withNumbers { lib in
      let count = Atomic(0)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        throw Stop()
      }
      try lib.keep(handle)
      let prepared = try lib.function("call_kept", as: ((Int32) -> Int32).self)
      expect(.callbackFailed) { _ = try prepared(1) }
      #expect(count.load(ordering: .relaxed) == 2)
    }
  }

  @Test(arguments: Architecture.all)
  func `a prepared call runs closures`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let handle = try lib.register { (value: Int32) -> Int32 in value + 1 }
      try lib.keep(handle)
      let prepared = try lib.function("call_kept", as: ((Int32) -> Int32).self)
      for value in 0..<Int32(100) {
        let result = try prepared(value)
        #expect(result == 2 * (value + 1))
      }
      try handle.remove()
      expect(.callbackFailed, "removed") { _ = try prepared(1) }
    }
  }

  @Test func `a batch runs closures`() throws {
    try withNumbers { lib in
      let handle = try lib.register { (value: Int32) -> Int32 in value + 1 }
      try lib.keep(handle)
      let results = try lib.withBatch { batch in
        try (0..<Int32(50)).map { value -> BatchResult<Int32> in try batch.call_kept(value) }
      }
      let values = try results.map { result in try result.value }
      #expect(values == (0..<50).map { 2 * ($0 + 1) })
    }
  }

  @Test func `a closure that removes itself is not run again`() throws {
    try withNumbers { lib in
      let count = Atomic(0)
      let own: Mutex<RegisteredCallback?> = Mutex(nil)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        try own.withLock { $0 }?.remove()
        return value
      }
      own.withLock { $0 = handle }
      try lib.keep(handle)
      expect(.callbackFailed, "removed") { let _: Int = try lib.call_kept(1) }
      #expect(count.load(ordering: .relaxed) == 1)
    }
  }

  @Test(arguments: Architecture.all)
  func `a child of the library's own gets zero`(_ architecture: Architecture) throws {
    try withNumbers(architecture) { lib in
      let status: Int = try lib.called_in_child(
        Callback { (_: Int32) -> Int32 in
          Issue.record("a child asked")
          return 1
        }, 5)
      #expect(status == 0)
      let sum: Int = try lib.sum_of(Callback { (value: Int32) -> Int32 in value }, 10)
      #expect(sum == 45)
    }
  }

  @Test func `the time of many closures does not count`() throws {
    try withNumbers(configuration: .init(timeout: .milliseconds(300))) { lib in
      let sum: Int = try lib.sum_of(
        Callback { (value: Int32) -> Int32 in
          let end = ContinuousClock.now + .milliseconds(100)
          while ContinuousClock.now < end {}
          return value
        }, 6)
      #expect(sum == 15)
    }
  }

  @Test func `the library's own time counts, however often it calls back`() throws {
    try withNumbers(configuration: .init(timeout: .milliseconds(200))) { lib in
      let start = ContinuousClock.now
      expect(.timedOut) {
        let _: Int = try lib.sum_of(
          Callback { (value: Int32) -> Int32 in value }, Int32.max)
      }
      #expect(ContinuousClock.now - start < .seconds(60))
    }
  }
}
