import Foundation

/// A run of a shell's command line.
struct CommandLineRun {
  let exitCode: Int32
  let output: String
  let error: String

  init(_ commandLine: String) throws {
    let process = Process()
    let (stdout, stderr) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", commandLine]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // Less than a pipe holds.
    output = String(decoding: try stdout.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    error = String(decoding: try stderr.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    exitCode = process.terminationStatus
  }
}
