internal import ArchBridgeWire

extension PreparedFunction where Result: LibraryResult {
  /// Calls the function for each place of arrays that are as long, in few exchanges.
  ///
  ///     let roots = try squareRoot.map(numbers)
  ///     let sums = try add.map(xs, ys)
  ///
  /// Returns the results in order. Calls are made in order, and end with the first that fails.
  ///
  /// - Throws: `.argumentCount` where the arrays are not equally long; what a call fails with, whose
  ///   place is the error's `inputIndex`.
  public func map(_ arguments: repeat [each Argument]) throws(BridgeError) -> [Result] {
    let count = try equalCount(repeat each arguments)
    var results: [Result] = []
    results.reserveCapacity(count)
    guard let plan, plan.result.form.type.kind != .text else {
      for index in 0..<count {
        results.append(try call(at: index, repeat each arguments))
      }
      return results
    }
    var index = 0
    while index < count {
      var request = BatchRequest()
      let start = index
      while index < count, request.count < Self.batchLimit,
        request.add(plan, { repeat (each arguments)[index].write(to: &$0) })
      {
        index += 1
      }
      try run(&request, plan, from: start, &results, repeat each arguments)
      // What a batch cannot carry goes by itself, or has its error there.
      if index < count, request.count < Self.batchLimit {
        results.append(try call(at: index, repeat each arguments))
        index += 1
      }
    }
    return results
  }

  /// How many calls go together: enough that the exchange costs nothing beside them.
  private static var batchLimit: Int { 1_024 }

  private func run(
    _ request: inout BatchRequest, _ plan: CallPlan, from start: Int, _ results: inout [Result],
    _ arguments: repeat [each Argument]
  ) throws(BridgeError) {
    guard request.count > 0 else { return }
    let reply: BatchReply
    do throws(BridgeError) {
      reply = try session.run(&request)
    } catch {
      throw error
    }
    for index in 0..<reply.count {
      do throws(BridgeError) {
        if plan.status != nil {
          var all: [(any LibraryArgument)?] = []
          for values in repeat each arguments { all.append(values[start + index]) }
          try plan.check(InvokeReply(bits: reply[index], errno: reply.errno), function, all)
        }
        results.append(try plan.value(bits: reply[index], text: nil, as: Result.self))
      } catch {
        throw error.at(start + index)
      }
    }
  }

  private func call(
    at index: Int, _ arguments: repeat [each Argument]
  ) throws(BridgeError) -> Result {
    do throws(BridgeError) {
      return try self(repeat (each arguments)[index])
    } catch {
      throw error.at(index)
    }
  }

  private func equalCount(_ arguments: repeat [each Argument]) throws(BridgeError) -> Int {
    var counts: [Int] = []
    for values in repeat each arguments { counts.append(values.count) }
    guard let first = counts.first else {
      throw function.context.error(.argumentCount, "it takes no argument to call it for")
    }
    guard counts.allSatisfy({ $0 == first }) else {
      let list = counts.map(String.init).joined(separator: ", ")
      throw function.context.error(
        .argumentCount, "the arrays must be equally long, and have \(list) elements")
    }
    return first
  }
}

extension BridgeError {
  fileprivate func at(_ index: Int) -> BridgeError {
    var error = self
    error.inputIndex = index
    return error
  }
}
