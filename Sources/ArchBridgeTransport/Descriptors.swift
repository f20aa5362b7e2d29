internal import CArchBridgeShims
internal import Glibc
internal import SystemPackage

/// Makes a pipe that no other child inherits: the end to read from, and the end to write to.
func makePipe() throws(ChannelError) -> (read: Int32, write: Int32) {
  var ends: (Int32, Int32) = (-1, -1)
  let result = unsafe ab_pipe(&ends.0, &ends.1)
  guard result == 0 else { throw .system(Errno(rawValue: -result)) }
  return ends
}

/// Makes several pipes, or none.
func makePipes(count: Int) throws(ChannelError) -> [(read: Int32, write: Int32)] {
  var pipes: [(read: Int32, write: Int32)] = []
  do throws(ChannelError) {
    for _ in 0..<count { pipes.append(try makePipe()) }
  } catch {
    closeAll(pipes.flatMap { [$0.read, $0.write] })
    throw error
  }
  return pipes
}

/// Closes descriptors that the caller owns.
func closeAll(_ descriptors: [Int32]) {
  for descriptor in descriptors { Glibc.close(descriptor) }
}

/// Reads at most `limit` bytes; none are the end.
func readBytes(_ descriptor: Int32, limit: Int) -> Result<[UInt8], Errno> {
  var count = 0
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
    // Safe: the buffer has room for `limit` bytes; as many count as filled as were read.
    if let base = buffer.baseAddress { count = unsafe ab_read(descriptor, base, limit) }
    initialized = max(count, 0)
  }
  return count >= 0 ? .success(bytes) : .failure(Errno(rawValue: Int32(-count)))
}

/// The time left until a deadline, as `poll` takes it.
func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
  milliseconds(deadline.map { ContinuousClock.now.duration(to: $0) })
}

/// A time limit as `poll` takes it: rounded up, −1 for none.
func milliseconds(_ timeout: Duration?) -> Int32 {
  guard let timeout else { return -1 }
  // `poll` counts to 24 days; a longer limit is none.
  guard timeout < .seconds(2_000_000) else { return -1 }
  let (seconds, attoseconds) = timeout.components
  let milliseconds = Double(seconds) * 1e3 + Double(attoseconds) * 1e-15
  return Int32(max(milliseconds.rounded(.up), 0))
}
