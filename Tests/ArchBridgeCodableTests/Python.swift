import Foundation

/// The Python that `Scripts/setup-python.sh` sets up, with cbor2.
enum Python {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let howToSetUp = "no .build/python with cbor2: run Scripts/setup-python.sh"

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let interpreter = root.appending(path: ".build/python/bin/python3").path

  static var isSetUp: Bool { FileManager.default.isExecutableFile(atPath: interpreter) }

  /// Whether a test that needs Python shall run: where CI is, a missing Python is a failure.
  static var isWanted: Bool {
    isSetUp || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// Runs `Tests/Python/roundtrip.py` and returns the columns of each line that it writes.
  static func roundTrip(_ mode: String, input: [String] = []) throws -> [[String]] {
    guard isSetUp else { throw Failure(description: howToSetUp) }
    let process = Process()
    process.executableURL = URL(filePath: interpreter)
    process.arguments = [
      root.appending(path: "Tests/Python/roundtrip.py").path, mode,
    ]
    let (standardInput, standardOutput) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    try process.run()
    // The script reads a line before it writes one, so that what it has not read is what waits
    // in a pipe; a thread of its own writes, so that neither end waits for the other.
    let text = input.map { "\($0)\n" }.joined()
    let writer = Thread {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try? standardInput.fileHandleForWriting.close()
    }
    writer.start()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "roundtrip.py \(mode) ends with \(process.terminationStatus)")
    }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map { line in
      line.components(separatedBy: "\t")
    }
  }
}
