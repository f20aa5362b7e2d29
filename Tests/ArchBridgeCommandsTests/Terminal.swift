import Foundation
import Glibc

/// A program at a terminal of its own, and somebody who types.
final class Terminal {
  private let process = Process()
  private var descriptor: Int32
  /// What has been printed and not been waited for.
  private var printed = ""

  /// `TIOCSPTLCK` and `TIOCGPTN`, which Swift cannot read.
  private static let setLock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  /// Starts a program that was built beside the tests; as its terminal's own where the terminal is to
  /// send it signals.
  init(
    _ name: String, _ arguments: [String], environment: [String: String], isOwn: Bool = false
  ) throws {
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard descriptor >= 0, ioctl(descriptor, Self.setLock, &lock) == 0,
      ioctl(descriptor, Self.number, &number) == 0
    else { throw POSIXError(.ENXIO) }
    let side = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let terminal = FileHandle(fileDescriptor: side, closeOnDealloc: true)
    process.executableURL = isOwn ? URL(filePath: "/usr/bin/setsid") : Program.url(name)
    process.arguments = (isOwn ? ["--ctty", "--wait", Program.url(name).path] : []) + arguments
    process.environment = environment
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try withoutBlockedSignals { try process.run() }
    try terminal.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    hangUp()
  }

  /// A shell with a library, at a terminal that is its own.
  static func shell(_ library: String, _ options: [String] = []) throws -> Terminal {
    try Terminal(
      "archbridge", ["shell", library] + options + Fixtures.options("i386"),
      environment: [
        "TERM": "xterm", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": "/dev/null",
      ], isOwn: true)
  }

  /// Closes the terminal.
  func hangUp() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  /// Types a line and returns the number that answers it.
  ///
  /// The line is typed again where nothing repeats it: what is typed while the program sets its
  /// terminal up is lost.
  func answer(_ line: String) throws -> String {
    guard wait(for: "> ") != nil else { throw POSIXError(.EPIPE) }
    for _ in 0..<6 {
      type(line + "\n")
      if wait(for: line, .seconds(10)) != nil { break }
    }
    while let printed = wait(for: "\r\n") {
      // The end of a line is one character.
      let answer = printed.dropLast()
      if Int32(answer) != nil { return String(answer) }
    }
    throw POSIXError(.EPIPE)
  }

  /// Types a text once the program asks for a line: what is typed before that may be lost.
  func type(_ text: String, at prompt: String) -> Bool {
    guard wait(for: prompt) != nil else { return false }
    type(text)
    return true
  }

  /// Types a text.
  func type(_ text: String) {
    let bytes = [UInt8](text.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// Waits until a text has been printed; returns what was up to its end, or nil where it does not
  /// come.
  func wait(for text: String, _ limit: Duration = .seconds(60)) -> String? {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      if let range = printed.range(of: text) {
        defer { printed = String(printed[range.upperBound...]) }
        return String(printed[..<range.upperBound])
      }
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 1000) >= 0 else { return nil }
      guard ready.revents != 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      printed += String(decoding: bytes[..<count], as: UTF8.self)
    }
    return nil
  }

  /// Waits for the program's end, and returns its exit code; nil where it does not end.
  ///
  /// `text` is typed again and again: what is typed while the program sets its terminal up is lost.
  func exitCode(typing text: String = "") -> Int32? {
    let end = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < end {
      // What it prints must go somewhere, or it waits for that.
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      var bytes = [UInt8](repeating: 0, count: 4096)
      if poll(&ready, 1, 100) > 0 {
        _ = read(descriptor, &bytes, bytes.count)
      } else if process.isRunning {
        type(text)
      }
    }
    return process.isRunning ? nil : process.terminationStatus
  }
}
