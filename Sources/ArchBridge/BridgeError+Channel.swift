internal import ArchBridgeTransport
internal import CArchBridgeShims

extension BridgeError {
  /// What a channel's failure means to a caller.
  ///
  /// `limit` is the time that the call had, of which it `waited` for its turn.
  init(
    _ error: ChannelError, limit: Duration?, waited: Duration = .zero,
    crash: CrashReport.Storage? = nil
  ) {
    switch error {
    case .ended(let status) where status == .exited(Int32(AB_EXIT_CHANNEL_LOST)):
      self.init(
        .helperEnded,
        "the helper ended: it lost its channel, as when a library closes descriptors that are not "
          + "its own (\(status))")
      end = HelperEnd(status, crash: crash)
    case .ended(let status) where status == .exited(Int32(AB_EXIT_THREAD_ENDED)):
      self.init(
        .helperEnded,
        "the helper ended: the library ended the thread that its functions are called on, as "
          + "pthread_exit does (\(status))")
      end = HelperEnd(status, crash: crash)
    case .ended(let status) where status == .exited(Int32(AB_EXIT_NO_PROCESS)):
      self.init(
        .helperEnded,
        "the helper ended: the system has no process left for it; see `ulimit -u` (\(status))")
      end = HelperEnd(status, crash: crash)
    case .hungUp(let status):
      self.init(
        .helperEnded,
        "the helper has been ended: it closed its channel and lived on, as when a library closes "
          + "descriptors that are not its own")
      end = HelperEnd(status, crash: crash)
    case .ended(let status):
      let how = crash.map { "\(CrashReport(storage: $0))" } ?? "\(status)"
      self.init(.helperEnded, "the helper ended: \(how)")
      end = HelperEnd(status, crash: crash)
    case .cannotStart(let errno):
      self.init(.helperNotStarted, "the helper cannot be started: \(errno)")
    case .notAnEnvelope(let reason):
      self.init(.protocolViolation, "the helper has been ended: it sent no envelope (\(reason))")
    case .tooLarge(let byteCount):
      self.init(.tooLarge, "\(byteCount) bytes of arguments are more than one call can carry")
    case .noSharedMemory:
      self.init(.system, "the system has no memory to share with the helper")
    case .system(let errno):
      self.init(.system, "the system refused what the channel to the helper needs: \(errno)")
    case .timedOut:
      var time = limit.map { "within \($0)" } ?? "in time"
      if let limit, waited > .zero {
        time += " (it waited \(waited) for its turn, and ran for \(limit - waited))"
      }
      self.init(.timedOut, "the call did not return \(time); the helper has been ended")
    case .closed:
      self.init(.sessionClosed, "the session has been closed")
    }
  }
}
