import ArchBridge
import TestSupport

/// Calls of the C library in every form, whose answers are known.
enum MixedCalls {
  static let count = 9

  /// Makes a call; returns what it gave where that is wrong.
  static func make(
    _ what: Int, _ lib: LibraryClient, _ prepared: PreparedFunction<Int32, Int32>,
    _ generator: inout SeededGenerator
  ) throws(BridgeError) -> String? {
    let number = Int32.random(in: -1_000_000...1_000_000, using: &generator)
    let letters = String(repeating: "x", count: Int.random(in: 0...200, using: &generator))
    switch what {
    case 0:
      let result: Int32 = try lib.abs(number)
      return result == number.magnitude ? nil : "abs \(result)"
    case 1:
      let result = try prepared(number)
      return result == number.magnitude ? nil : "prepared \(result)"
    case 2:
      let result = try lib.call("strdup", letters, as: String.self)
      return result == letters ? nil : "strdup \(result)"
    case 3:
      let (size, bytes) = (70_000, [UInt8](repeating: UInt8(number & 0xFF), count: 70_000))
      let copy = Out<[UInt8]>(count: size)
      let _: RemoteAddress = try lib.memcpy(copy, bytes, UInt32(size))
      return copy.value == bytes ? nil : "memcpy"
    case 4:
      let values = (0..<20).map { _ in Int32.random(in: -9...9, using: &generator) }
      let sorted = InOut(values)
      try lib.call(
        "qsort", sorted, 20, 4,
        Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
          try lib.memory.read(Int32.self, at: a) - lib.memory.read(Int32.self, at: b)
        }, as: Void.self)
      return sorted.value == values.sorted() ? nil : "qsort"
    case 5:
      let results = try prepared.map([number, -number, 7, -8])
      return results == [Int32(number.magnitude), Int32(number.magnitude), 7, 8]
        ? nil : "map \(results)"
    case 6:
      let (first, second) = try batch(lib, number)
      return first == number.magnitude && second == first ? nil : "batch \(first) \(second)"
    case 7:
      let address = try lib.memory.allocate(copying: [number, 1, 2])
      let back = try lib.memory.read(Int32.self, at: address, count: 3)
      try lib.memory.free(address)
      return back == [number, 1, 2] ? nil : "memory \(back)"
    default:
      let result: Int32 = try lib.strcmp(letters, letters + "y")
      return result < 0 ? nil : "strcmp \(result)"
    }
  }

  private static func batch(
    _ lib: LibraryClient, _ number: Int32
  ) throws(BridgeError) -> (Int32, Int32) {
    do {
      let results = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.abs(number)
        let second: BatchResult<Int32> = try batch.abs(first)
        return (first, second)
      }
      return (try results.0.value, try results.1.value)
    } catch let error as BridgeError {
      throw error
    } catch {
      fatalError("a batch throws nothing else: \(error)")
    }
  }
}
