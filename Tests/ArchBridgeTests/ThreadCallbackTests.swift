import ArchBridge
import Synchronization
import Testing

/// Closures that the library's own threads call.
@Suite(.fixtures) struct ThreadCallbackTests {
  private struct Stop: Error {}

  private func withCallbacks<Value>(
    _ architecture: Architecture = .i386, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("callbacks", architecture) { lib in
      try lib.declare(
        """
        int apply_on_thread(int (*function)(int), int value);
        int apply_on_threads(int (*function)(int), int thread_count, int count);
        int begin_background(int (*function)(int), int count);
        int end_background(void);
        int abs(int value);
        """)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a closure of a call is called from another thread`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      var seen: [Int32] = []
      let result: Int = try lib.apply_on_thread(
        Callback { (value: Int32) -> Int32 in
          seen.append(value)
          return value + 1
        }, 41)
      #expect(result == 42)
      #expect(seen == [41])
    }
  }

  @Test(arguments: Architecture.all)
  func `a closure on another thread may call the library`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let result: Int = try lib.apply_on_thread(
        Callback { (value: Int32) -> Int32 in try lib.abs(-value) }, 42)
      #expect(result == 42)
    }
  }

  @Test(arguments: Architecture.all)
  func `a closure may call what calls a closure on another thread`(
    _ architecture: Architecture
  ) throws {
    try withCallbacks(architecture) { lib in
      let result: Int = try lib.apply_on_thread(
        Callback { (outer: Int32) -> Int32 in
          try lib.apply_on_thread(
            Callback { (inner: Int32) -> Int32 in try lib.abs(-inner - outer) }, 40)
        }, 2)
      #expect(result == 42)
    }
  }

  @Test(arguments: Architecture.all)
  func `many threads call one closure, one at a time`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      var count = 0
      let result: Int = try lib.apply_on_threads(
        Callback { (value: Int32) -> Int32 in
          count += 1
          return try lib.abs(-value)
        }, 16, 20)
      #expect(result == 20 * 16 * 17 / 2)
      #expect(count == 320)
    }
  }

  @Test func `many threads call a registered closure at once`() throws {
    try withCallbacks { lib in
      let count = Atomic(0)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        return try lib.abs(-value)
      }
      let result: Int = try lib.apply_on_threads(handle, 16, 20)
      #expect(result == 20 * 16 * 17 / 2)
      #expect(count.load(ordering: .relaxed) == 320)
    }
  }

  @Test func `an error on another thread is thrown by the call`() throws {
    try withCallbacks { lib in
      expect(.callbackFailed, "Stop") {
        let _: Int = try lib.apply_on_thread(
          Callback { (_: Int32) -> Int32 in throw Stop() }, 1)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a thread goes on calling while no call is made, and while others are`(
    _ architecture: Architecture
  ) throws {
    try withCallbacks(architecture) { lib in
      let count = Atomic(0)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        return value
      }
      let status: Int = try lib.begin_background(handle, 500)
      #expect(status == 0)
      // It calls while nothing is asked of the helper.
      while count.load(ordering: .relaxed) < 20 {}
      for value in 0..<50 {
        let result: Int = try lib.abs(-value)
        #expect(result == value)
      }
      let sum: Int = try lib.end_background()
      #expect(sum == 500)
      #expect(count.load(ordering: .relaxed) == 500)
    }
  }

  @Test func `an error while no call is made is thrown by the next`() throws {
    try withCallbacks { lib in
      let isCalled = Atomic(false)
      let handle = try lib.register { (_: Int32) -> Int32 in
        defer { isCalled.store(true, ordering: .releasing) }
        throw Stop()
      }
      let _: Int = try lib.begin_background(handle, 1)
      while !isCalled.load(ordering: .acquiring) {}
      expect(.callbackFailed, "Stop") { let _: Int = try lib.end_background() }
    }
  }

  @Test func `closing ends a session whose library's threads call`() throws {
    try withCallbacks { lib in
      let handle = try lib.register { (value: Int32) -> Int32 in value }
      let _: Int = try lib.begin_background(handle, 1_000_000)
      lib.close()
    }
  }
}
