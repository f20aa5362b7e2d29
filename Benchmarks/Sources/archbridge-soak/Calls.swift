import ArchBridge
import Foundation
import Synchronization

/// Calls of the C library in every form, whose answers are known.
struct Calls {
  let lib: LibraryClient
  let findings: Findings
  var random = SystemRandomNumberGenerator()

  /// Makes calls until one throws, at most so many; returns what it threw.
  mutating func run(atMost limit: Int, within time: Duration) -> BridgeError? {
    do {
      let absolute = try lib.function("abs", as: ((Int32) -> Int32).self)
      for _ in 0..<limit {
        let start = ContinuousClock.now
        let what = Int.random(in: 0..<8, using: &random)
        defer {
          let taken = ContinuousClock.now - start
          if taken > time { findings.add("time: call \(what) took \(taken)") }
        }
        try call(what, absolute)
      }
    } catch let error as BridgeError {
      return error
    } catch {
      findings.add("error: \(error)")
    }
    return nil
  }

  private mutating func call(_ what: Int, _ absolute: PreparedFunction<Int32, Int32>) throws {
    let number = Int32.random(in: 1...1_000_000, using: &random)
    switch what {
    case 0:
      let result: Int32 = try lib.abs(-number)
      check(result == number, "a scalar")
    case 1: check(try absolute(-number) == number, "a prepared call")
    case 2:
      let text = String(repeating: "x", count: Int(number % 300))
      check(try lib.call("strdup", text, as: String.self) == text, "a string")
    case 3:
      let bytes = [UInt8](repeating: UInt8(number & 0xFF), count: 70_000)
      let copy = Out<[UInt8]>(count: bytes.count)
      let _: RemoteAddress = try lib.memcpy(copy, bytes, UInt32(bytes.count))
      check(copy.value == bytes, "an array")
    case 4:
      let values = (0..<20).map { _ in Int32.random(in: -9...9, using: &random) }
      let (sorted, lib) = (InOut(values), lib)
      try lib.call(
        "qsort", sorted, 20, 4,
        Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
          try lib.memory.read(Int32.self, at: a) - lib.memory.read(Int32.self, at: b)
        }, as: Void.self)
      check(sorted.value == values.sorted(), "callbacks")
    case 5: check(try absolute.map([-number, 2, -3]) == [number, 2, 3], "a map")
    case 6:
      let sum = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.abs(-number)
        let second: BatchResult<Int32> = try batch.abs(first)
        return second
      }
      check(try sum.value == number, "a batch")
    default: check(try later(number) == number, "an asynchronous call")
    }
  }

  /// The absolute value, by an asynchronous call.
  private func later(_ number: Int32) throws -> Int32 {
    let result = Box()
    let done = DispatchSemaphore(value: 0)
    let lib = lib
    Task.detached {
      do {
        let value: Int32 = try await lib.abs(-number)
        result.set(.success(value))
      } catch {
        result.set(.failure(error))
      }
      done.signal()
    }
    done.wait()
    return try result.get()
  }

  private func check(_ isRight: Bool, _ what: String) {
    if !isRight { findings.add("answer: \(what) gave a wrong one") }
  }

  private final class Box: Sendable {
    private let value = Mutex<Result<Int32, any Error>?>(nil)
    func set(_ result: Result<Int32, any Error>) { value.withLock { $0 = result } }
    func get() throws -> Int32 {
      guard let result = value.withLock({ $0 }) else { fatalError("nothing was set") }
      return try result.get()
    }
  }
}
