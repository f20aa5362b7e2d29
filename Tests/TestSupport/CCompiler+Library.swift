import Foundation

extension CCompiler {
  /// Compiles a shared library into `path`.
  public func makeLibrary(of source: String, at path: String) throws {
    let text = path + ".c"
    let object = path + ".o"
    try Data(source.utf8).write(to: URL(filePath: text))
    defer {
      try? FileManager.default.removeItem(atPath: text)
      try? FileManager.default.removeItem(atPath: object)
    }
    for arguments in [
      command + ["-w", "-O1", "-fPIC", "-c", text, "-o", object],
      linkCommand + ["-shared", object, "-o", path],
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = arguments
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw CCompilerFailure(
          description: "\(arguments) ended with \(process.terminationStatus)")
      }
    }
  }
}
