internal import ArchBridgeWire

extension PreparedFunction where Result: LibraryResult {
  /// Calls the function for each place of arrays that are as long, in few exchanges.
  ///
  ///     let roots = try squareRoot.map(numbers)
  ///     let sums = try add.map(xs, ys)
  ///
  /// Returns the results in order. Calls are made in order, and end with the first that fails. A
  /// time limit counts for each exchange, of up to 1,000 calls.
  ///
  /// - Throws: `.argumentCount` where the arrays are not equally long; what a call fails with, whose
  ///   place is the error's `inputIndex`.
  public func map(_ arguments: repeat [each Argument]) throws(BridgeError) -> [Result] {
    let count = try equalCount(repeat each arguments)
    var results: [Result] = []
    results.reserveCapacity(count)
    // A list of statuses is judged here, after each call.
    let session = try session.ready()
    guard let plan = try moved(to: session), plan.givesBits,
      plan.status?.invokeRule != InvokeBody.Rule.none
    else {
      try callEach(from: 0, upTo: count, &results, repeat each arguments)
      return results
    }
    let rows = BatchRows(plan, count: min(count, BatchRows.limit))
    while results.count < count {
      let start = results.count
      let limit = min(count - start, BatchRows.limit)
      // What is no number goes by itself.
      var (written, slot) = (limit, 0)
      for values in repeat each arguments {
        written = rows.write(values, from: start, slot: slot, count: written)
        slot += 1
      }
      written = rows.fit(written)
      try run(rows, written, on: session, &results, repeat each arguments)
      if written < limit {
        let end = start + written + 1
        try callEach(from: results.count, upTo: end, &results, repeat each arguments)
      }
    }
    return results
  }

  private func run(
    _ rows: BatchRows, _ count: Int, on session: HelperSession, _ results: inout [Result],
    _ arguments: repeat [each Argument]
  ) throws(BridgeError) {
    guard count > 0 else { return }
    let start = results.count
    let made = try rows.run(count, on: session, from: start)
    if !rows.hasStatus, rows.append(to: &results, count: made) { return }
    for index in 0..<made {
      let bits = rows.result(index)
      guard rows.isSuccess(bits), let value = Result(resultValue: ResultValue(.bits(bits))) else {
        try fail(bits, rows.errno, at: start + index, repeat each arguments)
        return
      }
      results.append(value)
    }
  }

  /// Throws what a status means.
  private func fail(
    _ bits: UInt64, _ errno: Int32, at index: Int, _ arguments: repeat [each Argument]
  ) throws(BridgeError) {
    var all: [(any LibraryArgument)?] = []
    for values in repeat each arguments { all.append(values[index]) }
    do throws(BridgeError) {
      try plan?.check(InvokeReply(bits: bits, errno: errno), function, all)
      throw try function.context.error(.unexpectedNull, "the result is a null pointer")
    } catch {
      throw error.at(index)
    }
  }

  /// Calls the function by itself for some of the places.
  private func callEach(
    from start: Int, upTo end: Int, _ results: inout [Result], _ arguments: repeat [each Argument]
  ) throws(BridgeError) {
    for index in start..<end {
      do throws(BridgeError) {
        results.append(try self(repeat (each arguments)[index]))
      } catch {
        throw error.at(index)
      }
    }
  }
}

extension PreparedFunction where Result == Void {
  /// Calls the function, which returns nothing, for each place of arrays that are as long.
  ///
  /// - Throws: as the one that returns something.
  public func map(_ arguments: repeat [each Argument]) throws(BridgeError) {
    let count = try equalCount(repeat each arguments)
    var done = 0
    // Each call is judged by itself where the function gives a status.
    let session = try session.ready()
    let moved = try moved(to: session)
    let plan = moved.flatMap { $0.status == nil && $0.result.form.type == .void ? $0 : nil }
    while done < count {
      let limit = min(count - done, BatchRows.limit)
      var (written, slot) = (plan == nil ? 0 : limit, 0)
      if let plan {
        let rows = BatchRows(plan, count: limit)
        for values in repeat each arguments {
          written = rows.write(values, from: done, slot: slot, count: written)
          slot += 1
        }
        written = rows.fit(written)
        if written > 0 { _ = try rows.run(written, on: session, from: done) }
      }
      done += written
      guard written < limit else { continue }
      do throws(BridgeError) {
        try self(repeat (each arguments)[done])
      } catch {
        throw error.at(done)
      }
      done += 1
    }
  }
}

extension PreparedFunction {
  /// The plan for the helper of a session; nil where there is none.
  fileprivate func moved(to session: HelperSession) throws(BridgeError) -> CallPlan? {
    do throws(BridgeError) {
      return try plan?.moved(to: session)
    } catch {
      throw error.code == .unmade ? session.named(session.ended, name) : error
    }
  }

  fileprivate func equalCount(
    _ arguments: repeat [each Argument]
  ) throws(BridgeError) -> Int {
    var counts: [Int] = []
    for values in repeat each arguments { counts.append(values.count) }
    guard let first = counts.first else {
      throw try function.context.error(.argumentCount, "it takes no argument to call it for")
    }
    guard counts.allSatisfy({ $0 == first }) else {
      let list = counts.map(String.init).joined(separator: ", ")
      throw try function.context.error(
        .argumentCount, "the arrays must be equally long, and have \(list) elements")
    }
    return first
  }
}

extension BridgeError {
  /// This error as that of one of several inputs.
  func at(_ index: Int) -> BridgeError {
    var error = self
    error.inputIndex = index
    return error
  }
}
