internal import CArchBridgeShims
internal import Glibc
internal import Synchronization
internal import SystemPackage

/// A helper's process, from its start to its removal.
///
/// It is ended when nothing refers to it.
package final class HelperProcess: Sendable {
  /// The process that was started: the helper's keeper, which ends when the helper does and in the
  /// same way; or the helper itself where it was forked, or is a program without a keeper.
  private let root: Int32
  /// The helper's process id, once it is known that it has a keeper.
  private let helper = Atomic<Int32>(0)
  /// A descriptor that can be read once the process has ended; it is this object's own.
  package let endDescriptor: Int32
  /// What its keeper says its end by; −1 for a forked one.
  private let keeperLine: Int32
  private let status = Mutex<HelperExitStatus?>(nil)
  private let endAction = Mutex<(@Sendable () -> Void)?>(nil)
  /// The parent of a helper that has been forked; the program is that of any other.
  private let template: HelperTemplate?

  /// Helpers end with the thread that started them, so that one thread starts them all and stays.
  private static let starter = WorkerThread()

  /// The descriptors of a channel that a helper gets, for each lane those that it reads and writes.
  struct Descriptors {
    var requests: Int32
    var replies: Int32
    var sideRequests: Int32
    var sideReplies: Int32
    /// The file that it shares with the controller, or −1.
    var shared: Int32
  }

  /// Has `action` run once when the process has ended and that has been noticed, or now.
  func whenEnded(_ action: @escaping @Sendable () -> Void) {
    endAction.withLock { $0 = action }
    if hasEnded { noticeEnd() }
  }

  /// The process has ended.
  func noticeEnd() {
    let action = endAction.withLock { action in
      defer { action = nil }
      return action
    }
    action?()
  }

  /// Starts a helper that has these descriptors.
  init(_ launch: HelperLaunch, _ descriptors: Descriptors) throws(ChannelError) {
    if case .template(let template) = launch.program {
      let process = try template.fork(launch, descriptors)
      let descriptor = ab_process_descriptor(process)
      guard descriptor >= 0 else {
        _ = template.reap(process, isEnded: false)
        template.release()
        throw .system(Errno(rawValue: -descriptor))
      }
      (root, endDescriptor, keeperLine, self.template) = (process, descriptor, -1, template)
      return
    }
    template = nil
    guard Self.starter.isRunning else { throw .system(.resourceTemporarilyUnavailable) }
    let line = ab_keeper_line()
    guard line >= 0 else { throw .system(Errno(rawValue: -line)) }
    let result = Self.starter.sync {
      Self.start(launch, descriptors, line)
    }
    if case .failure(let error) = result {
      close(line)
      throw error
    }
    (root, endDescriptor) = try result.get()
    keeperLine = line
  }

  private static func start(
    _ launch: HelperLaunch, _ descriptors: Descriptors, _ line: Int32
  ) -> Result<(Int32, Int32), ChannelError> {
    var (path, image): (String, Int32) = ("/proc/self/fd/\(AB_IMAGE_DESCRIPTOR)", -1)
    switch launch.program {
    case .file(let file): path = file
    case .image(let descriptor): image = descriptor
    case .template: return .failure(.cannotStart(.invalidArgument))
    }
    let environment = launch.environment.flatMap { ($0 + [0]).map(CChar.init(bitPattern:)) }
    var process: Int32 = -1
    let error = unsafe path.withCString { path in
      unsafe environment.withUnsafeBufferPointer { environment in
        unsafe withOptionalCString(launch.workingDirectory) { directory in
          // Safe: every pointer lives until the call returns; no entry has a NUL inside.
          var spawn = unsafe ab_spawn(
            path: path, environment: environment.baseAddress ?? path,
            environment_byte_count: environment.count, directory: directory,
            descriptors: (
              launch.standardOutput ?? -1, launch.standardError ?? -1, descriptors.requests,
              descriptors.replies, descriptors.sideRequests, descriptors.sideReplies,
              descriptors.shared, line, image
            ))
          return unsafe ab_spawn_helper(&spawn, &process)
        }
      }
    }
    guard error == 0 else { return .failure(.cannotStart(Errno(rawValue: -error))) }
    let descriptor = ab_process_descriptor(process)
    guard descriptor >= 0 else {
      ab_process_discard(process)
      return .failure(.system(Errno(rawValue: -descriptor)))
    }
    return .success((process, descriptor))
  }

  /// The helper's process id: to look at it, not to end it.
  ///
  /// It is its keeper's until the first envelope has come.
  package var processID: Int32 {
    let helper = helper.load(ordering: .relaxed)
    return helper > 0 ? helper : root
  }

  /// Whether nothing is left to be asked about it.
  var isKnown: Bool { template != nil || helper.load(ordering: .relaxed) != 0 }

  /// Asks which process reads requests from a pipe: it says so before it sends anything.
  func learn(from requests: Int32) {
    let process = ab_helper_of(requests)
    // A program without a keeper says nothing.
    helper.store(process > 0 && process != root ? process : -1, ordering: .relaxed)
  }

  /// Whether the process has ended; its status stays for whoever takes it.
  package var hasEnded: Bool {
    if status.withLock({ $0 != nil }) { return true }
    // Safe: the array has as many descriptors as the call is told of.
    return unsafe ab_wait([endDescriptor], 1, 0, 0) > 0
  }

  /// Ends the process at once, and all that its library has started.
  package func kill() {
    status.withLock { status in
      guard status == nil else { return }
      if helper.load(ordering: .relaxed) > 0 {
        _ = ab_keeper_end(endDescriptor)
      } else {
        _ = ab_process_signal(endDescriptor, SIGKILL)
      }
    }
  }

  /// How long a helper may take to say where it is; it takes about a millisecond.
  private static let locateLimit = Duration.milliseconds(20)

  /// Has the helper leave a report of where it is, and end; one that does not goes on.
  package func locate() {
    let isAsked = status.withLock { status in
      status == nil && helper.load(ordering: .relaxed) > 0 && ab_keeper_locate(endDescriptor) == 0
    }
    // Safe: the array has as many descriptors as the call is told of.
    if isAsked { _ = unsafe ab_wait([endDescriptor], 1, 0, milliseconds(Self.locateLimit)) }
  }

  /// How long a keeper may take to end everything; it takes about a millisecond, and gives up what
  /// does not end after two seconds.
  private static let keeperLimit = Duration.seconds(5)

  /// Ends the process at once, be it a keeper that does not do what it is told.
  private func killForCertain() -> HelperExitStatus? {
    kill()
    if let ended = wait(atMost: Self.keeperLimit) { return ended }
    status.withLock { if $0 == nil { _ = ab_process_signal(endDescriptor, SIGKILL) } }
    return wait(atMost: nil)
  }

  /// Waits until the process has ended, at most `timeout`, and removes it.
  ///
  /// Returns how it ended, or nil when it has not.
  package func wait(atMost timeout: Duration?) -> HelperExitStatus? {
    if let known = status.withLock({ $0 }) { return known }
    // Only a keeper is believed. Safe: the array has as many descriptors as the call is told of.
    let line = helper.load(ordering: .relaxed) > 0 ? keeperLine : -1
    guard unsafe ab_wait([endDescriptor, line], 2, 0, milliseconds(timeout)) > 0 else { return nil }
    let (ended, isFirst, isRemoved) = status.withLock { status in
      if let status { return (status, false, true) }
      let said = HelperExitStatus.said(by: line)
      let ended = said ?? template?.reap(root, isEnded: true) ?? Self.reap(endDescriptor)
      status = ended
      return (ended, true, said == nil)
    }
    if !isRemoved { remove() }
    if isFirst { template?.release() }
    return ended
  }

  /// Has the keeper, which has said that all has ended, removed once it has ended itself.
  private func remove() {
    let descriptor = fcntl(endDescriptor, F_DUPFD_CLOEXEC, 0)
    if descriptor >= 0, endWatcher?.add(descriptor, .remove(descriptor)) != nil { return }
    if descriptor >= 0 { close(descriptor) }
    _ = Self.reap(endDescriptor)
  }

  private static func reap(_ descriptor: Int32) -> HelperExitStatus {
    var value: Int32 = 0
    return HelperExitStatus(unsafe ab_process_reap(descriptor, &value), value) ?? .unknown
  }

  /// Ends the process if it has not ended, and returns how it ended.
  @discardableResult
  package func end(grace: Duration) -> HelperExitStatus {
    if let ended = wait(atMost: grace) { return ended }
    return killForCertain() ?? .unknown
  }

  deinit {
    end(grace: .zero)
    close(endDescriptor)
    if keeperLine >= 0 { close(keeperLine) }
  }
}

extension HelperExitStatus {
  /// What a keeper has said of its helper's end; nil where it has not.
  fileprivate static func said(by line: Int32) -> HelperExitStatus? {
    guard line >= 0 else { return nil }
    var value: Int32 = 0
    return HelperExitStatus(unsafe ab_keeper_said(line, &value), value)
  }
}

private func withOptionalCString<Value>(
  _ string: String?, _ body: (UnsafePointer<CChar>?) -> Value
) -> Value {
  guard let string else { return body(nil) }
  return unsafe string.withCString { unsafe body($0) }
}
