import ArchBridgeTransport
import Foundation
import Synchronization

/// A program that is open for writing, as one is that another process inherits too much of.
final class BusyProgram: Sendable {
  let launch: HelperLaunch
  private let path: String
  private let descriptor: Mutex<Int32>

  /// Writes a script that exits with 3, and leaves it open.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "busy-\(UUID().uuidString)").path
    let script = Array("#!/bin/sh\nexit 3\n".utf8)
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o700)
    guard file >= 0, write(file, script, script.count) == script.count else {
      throw POSIXError(.EIO)
    }
    descriptor = Mutex(file)
    launch = HelperLaunch(program: .file(path), environment: [])
  }

  deinit {
    finish()
    unlink(path)
  }

  /// Closes it.
  func finish() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }
}
