internal import ArchBridgeWire

/// The controller's functions that the library can call, by the numbers that they have there.
struct CallbackTable {
  /// In the order of their numbers: hashing would take the helper a library more to load.
  private var closures: [CallbackClosure] = []
  /// Those whose call has ended, the oldest first: a library that calls one all the same is told
  /// apart from one that calls what has its place now.
  private var retired: [UInt32] = []

  /// How many functions are kept after their calls.
  private static let retiredLimit = 1_024

  /// The function with this number.
  func callback(_ id: UInt32) -> WireCallback? {
    let index = place(of: id)
    guard index < closures.count, closures[index].callback.id == id else { return nil }
    return closures[index].callback
  }

  /// Makes a function, and returns where it is called.
  mutating func make(
    _ callback: WireCallback, for server: RequestServer
  ) throws(FailureMessage) -> UInt {
    guard self.callback(callback.id) == nil else {
      throw FailureMessage(.unexpectedRequest, .init("a callback's number is taken".utf8))
    }
    let closure = try CallbackClosure(callback, for: server)
    closures.insert(closure, at: place(of: callback.id))
    return closure.address
  }

  /// Ends functions: nobody should call them any more.
  mutating func retire(_ ids: [UInt32]) {
    for id in ids where callback(id) != nil { retired.append(id) }
    while retired.count > Self.retiredLimit {
      let id = retired.removeFirst()
      if callback(id) != nil { closures.remove(at: place(of: id)) }
    }
  }

  /// Gives all memory back.
  mutating func removeAll() {
    closures = []
    retired = []
  }

  /// Where the function with this number is, or would be.
  private func place(of id: UInt32) -> Int {
    var (low, high) = (0, closures.count)
    while low < high {
      let middle = (low + high) / 2
      if closures[middle].callback.id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
