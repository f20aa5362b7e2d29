import Foundation

/// A run of a program that was built beside the tests.
struct Program {
  let exitCode: Int32
  let output: String
  let error: String

  /// Runs the program with a text as its standard input.
  init(_ name: String, _ arguments: [String], input: String) throws {
    let process = Process()
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.executableURL = Self.url(name)
    process.arguments = arguments
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    // Less than a pipe holds.
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    output = String(
      decoding: try stdout.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    error = String(decoding: try stderr.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    exitCode = process.terminationStatus
  }

  /// Where the program is.
  static func url(_ name: String) -> URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: name)
  }
}
