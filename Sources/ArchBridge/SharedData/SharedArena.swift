internal import ArchBridgeTransport
internal import ArchBridgeWire
internal import Synchronization

/// A session's shared memory, given out in blocks.
///
/// What is given back stays mapped in the helper, and keeps its pages, up to a limit: the next block
/// of that length costs neither a request nor a page fault. What is beyond the limit loses its
/// memory at once, and its addresses with the next request.
final class SharedArena: Sendable {
  let region: SharedRegion

  private struct State {
    var pool: ExtentPool
    /// What the helper is yet to unmap.
    var leaving: [Extent] = []
  }

  private let state: Mutex<State>
  /// Whether the helper has something to unmap.
  private let isLeaving = Atomic(false)

  /// How much is kept for later.
  static let keptByteLimit = 256 << 20
  /// Short blocks are mapped many at a time.
  private static let step = 1 << 20

  init(_ region: SharedRegion) {
    self.region = region
    state = Mutex(State(pool: ExtentPool(byteCount: region.byteCount)))
  }

  /// Takes a block of at least so many bytes, which the session's helper has mapped.
  ///
  /// - Throws: `.tooLarge` where it fits nowhere; what a request throws.
  func take(_ byteCount: Int, in session: HelperSession) throws(BridgeError) -> SharedBlock {
    guard byteCount <= region.byteCount else {
      throw Self.tooLarge(byteCount, room: UInt64(state.withLock { $0.pool.longest }))
    }
    let asked = max(Extent.pages(byteCount), Extent.pageByteCount)
    if let extent = state.withLock({ $0.pool.take(asked, mapped: true) }) {
      return SharedBlock(extent, of: self, isFresh: false)
    }
    if let block = try map(asked, step: Self.step, session).block { return block }
    // What is kept for later is in the way.
    leave(keeping: 0)
    let (block, room) = try map(asked, step: asked, session)
    guard let block else { throw Self.tooLarge(byteCount, room: room) }
    return block
  }

  /// Maps a block of so many bytes; how much there is room for where it does not fit.
  private func map(
    _ asked: Int, step: Int, _ session: HelperSession
  ) throws(BridgeError) -> (block: SharedBlock?, room: UInt64) {
    try finishLeaving(in: session)
    let taken = state.withLock { state in
      state.pool.take(max(asked, step), mapped: false) ?? state.pool.take(asked, mapped: false)
    }
    guard var extent = taken else { return (nil, UInt64(state.withLock { $0.pool.longest })) }
    var isMapped = false
    defer { if !isMapped { state.withLock { $0.pool.give(extent) } } }
    let reply = try session.map(
      offset: region.fileOffset + UInt64(extent.offset), byteCount: extent.byteCount)
    guard reply.address != 0 else { return (nil, reply.room) }
    isMapped = true
    extent.address = reply.address
    let rest = extent.cut(after: asked)
    if rest.byteCount > 0 { state.withLock { $0.pool.give(rest) } }
    return (SharedBlock(extent, of: self, isFresh: true), 0)
  }

  /// Takes a block back, and never waits for the helper, which may be gone.
  fileprivate func give(_ extent: Extent) {
    state.withLock { $0.pool.give(extent) }
    leave(keeping: Self.keptByteLimit)
  }

  private func leave(keeping limit: Int) {
    let leaving = state.withLock { $0.pool.trim(keeping: limit) }
    guard !leaving.isEmpty else { return }
    for extent in leaving where !region.discard(at: extent.offset, count: extent.byteCount) {
      // Whoever takes it next finds zeros all the same.
      clear(extent)
    }
    state.withLock { $0.leaving += leaving }
    isLeaving.store(true, ordering: .releasing)
  }

  private func clear(_ extent: Extent) {
    // Safe: any bytes are a value of `UInt8`, and nobody has the extent now.
    _ = unsafe region.bytes(at: extent.offset, count: extent.byteCount)
      .initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// Has the helper unmap what has been given back.
  func finishLeaving(in session: HelperSession) throws(BridgeError) {
    guard isLeaving.load(ordering: .relaxed), isLeaving.exchange(false, ordering: .acquiring)
    else { return }
    while let extent = state.withLock({ $0.leaving.popLast() }) {
      if let address = extent.address { try session.unmap(address, byteCount: extent.byteCount) }
      state.withLock { state in
        state.pool.give(Extent(offset: extent.offset, byteCount: extent.byteCount, address: nil))
      }
    }
  }

  private static func tooLarge(_ byteCount: Int, room: UInt64) -> BridgeError {
    BridgeError(
      .tooLarge,
      "\(byteCount) bytes of shared memory do not fit; the longest free piece of the helper's "
        + "addresses has \(room)")
  }
}

/// A piece of a session's shared memory, until nothing refers to it.
@safe final class SharedBlock: Sendable {
  private let arena: SharedArena
  private let extent: Extent
  /// Whether all of it is zero, and has no pages yet.
  let isFresh: Bool

  fileprivate init(_ extent: Extent, of arena: SharedArena, isFresh: Bool) {
    self.extent = extent
    self.arena = arena
    self.isFresh = isFresh
  }

  deinit { arena.give(extent) }

  /// Where the helper has it.
  var address: UInt64 { extent.address ?? 0 }

  /// The memory, whole pages, valid as long as the block.
  @unsafe var bytes: UnsafeMutableRawBufferPointer {
    unsafe arena.region.bytes(at: extent.offset, count: extent.byteCount)
  }

  /// Makes sure that writing the first bytes cannot fail for want of memory.
  ///
  /// - Throws: `.tooLarge`.
  func populate(_ byteCount: Int) throws(BridgeError) {
    guard isFresh else { return }
    guard arena.region.populate(at: extent.offset, count: Extent.pages(byteCount)) else {
      throw BridgeError(.tooLarge, "the system has no \(byteCount) bytes of memory left to share")
    }
  }
}
