import ArchBridge
import Testing

/// Closures of clients whose helpers are forked.
@Suite(.fixtures) struct WarmCallbackTests {
  private func sorted(_ lib: LibraryClient) throws -> [Int32] {
    try lib.declare(
      "void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));"
    )
    let numbers = InOut<[Int32]>([3, 1, 2])
    try lib.qsort(
      numbers, 3, 4,
      Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
        let left = try lib.memory.read(Int32.self, at: a)
        let right = try lib.memory.read(Int32.self, at: b)
        return left - right
      })
    return numbers.value
  }

  @Test func `closures work after those of what prepared the library`() throws {
    let warm = try WarmHelper("libc.so.6") { lib in _ = try sorted(lib) }
    defer { warm.close() }
    for _ in 0..<2 {
      try withLibrary("libc.so.6", configuration: warm.configuration) { lib in
        for _ in 0..<2 {
          let numbers = try sorted(lib)
          #expect(numbers == [1, 2, 3])
        }
      }
    }
  }
}
