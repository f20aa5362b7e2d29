import Foundation

/// A program of the toolchain.
struct Tool {
  let url: URL

  /// Runs it in `folder`, and returns what it printed, or throws it where it fails.
  @discardableResult func run(
    _ arguments: [String], in folder: URL, to describe: String
  ) throws(BuildFailure) -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    do {
      try process.run()
    } catch {
      throw BuildFailure("\(url.path) does not start: \(error.localizedDescription)")
    }
    let printed = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    let text = String(decoding: printed, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw BuildFailure("\(describe) failed", output: text)
    }
    return text
  }
}
