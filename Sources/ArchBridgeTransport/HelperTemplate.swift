package import ArchBridgeWire
internal import CArchBridgeShims
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// A helper that serves at first, and is then what other helpers are forked from.
///
/// They end with it, since it is their parent: closing it waits for the last of them.
package final class HelperTemplate: Channel {
  private struct State {
    /// Where it is asked for helpers; −1 once it has been told to end.
    var socket: Int32
    /// Whether it has failed to answer, so that nothing can be asked any more.
    var isLost = false
    /// How many helpers it has forked that have not been removed.
    var helperCount = 0
    /// How long its own end may take, once it has been closed.
    var grace: Duration?
  }

  private let pipes: PipeChannel
  private let state: Mutex<State>

  /// How long it may take to answer.
  private static let answerLimit = Duration.seconds(10)

  /// The template's own process id.
  package var processID: Int32 { pipes.processID }
  /// Whether its process has ended.
  package var hasEnded: Bool { pipes.hasEnded }

  /// Starts the helper that becomes the template.
  package init(_ launch: HelperLaunch) throws(ChannelError) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = unsafe ab_template_sockets(&ends.0, &ends.1)
    guard result == 0 else { throw .system(Errno(rawValue: -result)) }
    defer { Glibc.close(ends.1) }
    do throws(ChannelError) {
      pipes = try PipeChannel(launch, sharing: ends.1, reports: nil)
    } catch {
      Glibc.close(ends.0)
      throw error
    }
    state = Mutex(State(socket: ends.0))
  }

  deinit { end(grace: .zero) }

  // MARK: Serving

  /// Sends an envelope.
  package func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    try pipes.send(envelope, deadline: deadline)
  }

  /// Waits for the next envelope.
  package func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    try pipes.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
  }

  /// Ends the helper once none is left that it has forked.
  @discardableResult
  package func close(grace: Duration) -> HelperExitStatus {
    let isInUse = state.withLock { state in
      state.grace = grace
      return state.helperCount > 0
    }
    return isInUse ? .unknown : end(grace: grace)
  }

  @discardableResult
  private func end(grace: Duration) -> HelperExitStatus {
    state.withLock { Self.close(&$0) }
    return pipes.close(grace: grace)
  }

  private static func close(_ state: inout State) {
    guard state.socket >= 0 else { return }
    Glibc.close(state.socket)
    state.socket = -1
  }

  // MARK: Forking

  /// Ends serving, and returns how many threads the template has, which can be forked from then on.
  ///
  /// Only with one are its helpers whole, since a fork has but the thread that forks.
  package func begin() throws(ChannelError) -> Int {
    _ = pipes.main.endSendingIfIdle()
    let limit = milliseconds(Self.answerLimit)
    let result = state.withLock { state in
      state.socket >= 0 ? ab_template_await(state.socket, limit) : -Errno.brokenPipe.rawValue
    }
    guard result > 0 else { throw failed(-result) }
    return Int(result)
  }

  /// Forks a helper that has these descriptors, and returns its process id.
  ///
  /// - Throws: `.closed` where the template has been closed, `.ended` or `.timedOut` where it is of
  ///   no more use.
  func fork(
    _ launch: HelperLaunch, _ descriptors: HelperProcess.Descriptors
  ) throws(ChannelError) -> Int32 {
    let handed = [
      launch.standardOutput ?? -1, launch.standardError ?? -1, descriptors.requests,
      descriptors.replies, descriptors.sideRequests, descriptors.sideReplies, descriptors.shared,
    ]
    var refusal: Int32 = 0
    let result: Int32? = state.withLock { state in
      guard state.socket >= 0, state.grace == nil else { return nil }
      guard !state.isLost else { return -Errno.timedOut.rawValue }
      // Safe: there are as many descriptors as the call takes.
      let result = unsafe ab_template_fork(
        state.socket, handed, milliseconds(Self.answerLimit), &refusal)
      if result > 0 { state.helperCount += 1 }
      return result
    }
    guard let result else { throw .closed }
    guard result <= 0 else { return result }
    guard refusal == 0 else { throw .cannotStart(Errno(rawValue: refusal)) }
    throw failed(-result)
  }

  /// What no answer means.
  ///
  /// A template that does not keep to its part forks no more.
  private func failed(_ errno: Int32) -> ChannelError {
    switch Errno(rawValue: errno) {
    case .brokenPipe: return .ended(end(grace: .zero))
    case .timedOut, .protocolError:
      // It is their parent: the helpers that it has forked would end with it.
      state.withLock { $0.isLost = true }
      close(grace: .zero)
      return .timedOut
    case let error: return .system(error)
    }
  }

  /// How one of its helpers ended, which is removed, and killed first unless `isEnded`.
  func reap(_ process: Int32, isEnded: Bool) -> HelperExitStatus {
    var value: Int32 = 0
    let result = state.withLock { state in
      guard state.socket >= 0, !state.isLost else { return Int32(AB_ENDED_UNKNOWN) }
      let result = unsafe ab_template_reap(
        state.socket, isEnded ? process : -process, milliseconds(Self.answerLimit), &value)
      if result < 0 { state.isLost = true }
      return result
    }
    return HelperExitStatus(result, value) ?? .unknown
  }

  /// One of its helpers is gone; the last ends a template that has been closed.
  func release() {
    let grace = state.withLock { state in
      state.helperCount -= 1
      return state.helperCount == 0 ? state.grace : nil
    }
    if let grace { end(grace: grace) }
  }
}
