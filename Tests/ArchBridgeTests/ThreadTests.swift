import ArchBridge
import Foundation
import Glibc
import Synchronization
import Testing

@Suite(.fixtures, .timeLimit(.minutes(4)))
struct ThreadTests {
  @Test(arguments: Architecture.all)
  func `library calls run on the helper's main thread`(_ architecture: Architecture) throws {
    let isMain: Int = try withFixture("surroundings", architecture) { try $0.is_main_thread() }
    #expect(isMain == 1)
  }

  @Test func `asynchronous calls run on the helper's main thread`() async throws {
    let isMain: Int = try await withFixture("surroundings") { try await $0.is_main_thread() }
    #expect(isMain == 1)
  }

  @Test func `pieces of one client run on one thread`() async throws {
    let threads = try await withFixture("adder") { lib in
      var threads: Set<UInt> = []
      for _ in 0..<20 { threads.insert(await lib.run { _ in pthread_self() }) }
      return threads
    }
    #expect(threads.count == 1)
  }

  @Test func `a client is made on the thread that its pieces run on`() async throws {
    final class Noting: LibraryClient, @unchecked Sendable {
      let thread = pthread_self()
    }
    let path = Fixture.path("adder", .i386)
    try await withSession(try Noting(path)) { lib in
      let thread = await lib.run { _ in pthread_self() }
      #expect(thread == lib.thread)
    }
  }

  @Test func `a piece makes any number of calls and returns a value`() async throws {
    let sum = try await withFixture("adder") { lib in
      try await lib.run { lib in
        var sum = 0
        for number in 1...100 { sum = try lib.add(sum, number) }
        return sum
      }
    }
    #expect(sum == 5050)
  }

  @Test func `a piece's client is of its own class`() async throws {
    final class Doubling: LibraryClient, @unchecked Sendable {
      func twice(_ value: Int) throws(BridgeError) -> Int { try self.add(value, value) }
    }
    let path = Fixture.path("adder", .i386)
    let result = try await withSession(try Doubling(path)) { lib in
      try await lib.run { lib in try lib.twice(21) }
    }
    #expect(result == 42)
  }

  @Test func `a piece's error comes out`() async throws {
    let error = await #expect(throws: BridgeError.self) {
      try await withFixture("adder") { lib in
        try await lib.run { lib in let _: Int = try lib.no_such_function() }
      }
    }
    #expect(error?.code == .symbolNotFound)
  }

  @Test func `calls that wait block no cooperative thread`() async throws {
    // More calls than the pool has threads wait at once; the pool still does the rest.
    let count = ProcessInfo.processInfo.activeProcessorCount + 2
    let captures = (0..<count).map { _ in OutputCapture() }
    let clients = try captures.map { capture in
      try LibraryClient(
        Fixture.path("sleeper", .i386), configuration: .init(output: capture.destination))
    }
    let codes = await withTaskGroup(of: BridgeError.Code?.self) { group in
      for client in clients {
        group.addTask {
          do throws(BridgeError) {
            let _: Int = try await client.sleep_forever()
            return nil
          } catch {
            return error.code
          }
        }
      }
      for (client, capture) in zip(clients, captures) {
        while !capture.output.contains("asleep") { await Task.yield() }
        client.close()
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes == Array(repeating: .sessionClosed, count: count))
  }

  @Test(arguments: Architecture.all)
  func `calls from many threads all arrive`(_ architecture: Architecture) throws {
    let failures = Mutex(0)
    try withFixture("adder", architecture) { lib in
      DispatchQueue.concurrentPerform(iterations: 200) { index in
        let sum: Int? = try? lib.add(index, 1000)
        if sum != index + 1000 { failures.withLock { $0 += 1 } }
      }
    }
    #expect(failures.withLock { $0 } == 0)
  }

  @Test func `asynchronous calls of many tasks all arrive`() async throws {
    let sum = try await withFixture("adder") { lib in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<100 { group.addTask { try await lib.add(index, 1) } }
        return try await group.reduce(0, +)
      }
    }
    #expect(sum == 5050)
  }
}
