/// What every client can do whatever its class: make many calls in one exchange.
extension LibrarySession where Self: LibraryClient {
  /// Collects calls, and makes them in one exchange when the closure has returned.
  ///
  ///     let sum = try lib.withBatch { batch in
  ///       let first: BatchResult<Int32> = try batch.add(1, 2)
  ///       let second: BatchResult<Int32> = try batch.add(first, 3)
  ///       return second
  ///     }
  ///     print(try sum.value)
  ///
  /// The calls are made in order. The first that its declared status says has failed is the last,
  /// unless the rule is a list (`in(…)`), which is judged when all have been made. A time limit counts
  /// for the whole batch.
  ///
  /// - Throws: what the closure throws, and then nothing is called; what a call fails with, saying
  ///   which it was.
  public func withBatch<Value>(_ body: (Batch) throws -> Value) throws -> Value {
    let batch = try Batch(self)
    let value = try body(batch)
    try batch.run()
    return value
  }
}
