import Foundation
import Glibc
import Synchronization
import Testing

/// What a program has of the system, and that it has no more of it after some work.
///
/// For a process that does nothing else meanwhile.
struct Litter: Equatable, CustomStringConvertible {
  /// How many descriptors are open, and what each stands for, without numbers.
  var descriptors: [String]
  var threadCount: Int
  /// The children, those included that have ended and were not removed.
  var children: [Int32]
  /// What is in the folders for temporary files that is this process's own.
  var files: [String]

  /// What there is now.
  init() throws {
    let manager = FileManager.default
    descriptors = try manager.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { number in
      let target = try? manager.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
      return target.map { String($0.prefix { $0 != "[" }) }
    }.sorted()
    threadCount = try manager.contentsOfDirectory(atPath: "/proc/self/task").count
    children = try ArchBridgeTests.children(of: getpid())
    // Other programs make files meanwhile; what is made here has this process's number in its name or
    // in its folder for temporary files.
    files = try ["/tmp", "/dev/shm"].flatMap { folder in
      try manager.contentsOfDirectory(atPath: folder).filter { $0.contains("\(getpid())") }
    }
    if let folder = Self.ownFolder { files += try manager.contentsOfDirectory(atPath: folder) }
  }

  /// A folder for temporary files that nobody else has.
  private static let ownFolder: String? = {
    var name = Array("/tmp/litter-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    setenv("TMPDIR", folder, 1)
    return folder
  }()

  /// Whether it is the same, with no more threads: the system's own end when they have nothing to do.
  private func isNoMore(than other: Litter) -> Bool {
    descriptors == other.descriptors && threadCount <= other.threadCount
      && children == other.children && files == other.files
  }

  var description: String {
    "\(descriptors.count) descriptors \(descriptors), \(threadCount) threads, children \(children), "
      + "files \(files)"
  }

  /// The memory that this process has, in bytes.
  static var residentByteCount: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
  }

  /// Does some work many times, and throws where more is left than after a few times.
  ///
  /// `byteLimit` is how much more memory there may be: allocators keep some, and sanitizers much.
  static func require(
    after count: Int, byteLimit: Int = 16 << 20, _ work: (Int) throws -> Void
  ) throws {
    for number in 0..<5 { try work(number) }
    let before = try settled(as: nil)
    let bytes = residentByteCount
    for number in 0..<count { try work(number) }
    let after = try settled(as: before)
    let more = residentByteCount - bytes
    if let folder = ownFolder { rmdir(folder) }
    try #require(after.isNoMore(than: before), "before: \(before); after: \(after)")
    try #require(more < byteLimit, "\(more) bytes more after \(count) times")
  }

  /// What there is once it stays as it is: threads end a moment after they have been told to.
  private static func settled(as expected: Litter?) throws -> Litter {
    let end = ContinuousClock.now + .seconds(2)
    var last = try Litter()
    while ContinuousClock.now < end {
      usleep(50_000)
      let next = try Litter()
      if expected.map(next.isNoMore) ?? (next == last) { return next }
      last = next
    }
    return last
  }

  /// What a program has open that this process starts, with nothing closed for it; `ls` itself has one
  /// for the folder.
  static func inheritedDescriptors() throws -> String {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var arguments = [strdup("ls"), strdup("/proc/self/fd"), nil]
    var process: pid_t = 0
    let error = posix_spawn(&process, "/bin/ls", &actions, nil, &arguments, environ)
    posix_spawn_file_actions_destroy(&actions)
    for argument in arguments { free(argument) }
    close(ends[1])
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    try #require(error == 0)
    let bytes = try output.readToEnd() ?? Data()
    waitpid(process, nil, 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Tells a thread to end, and waits for it.
  final class Flag: Sendable {
    private let value = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
    func confirm() { ended.signal() }
    func waitForConfirmation() { ended.wait() }
  }
}
