import Foundation

/// A C compiler with the target that it compiles for.
public struct CCompiler: CustomStringConvertible, Sendable {
  /// What compiles, with its options.
  public let command: [String]
  /// What links; Clang has no start files and libraries of another architecture.
  let linkCommand: [String]
  /// Whether the programs are for i386; else they are for x86-64.
  public let isI386: Bool

  /// GCC for i386.
  public static let gccI386 = CCompiler(["gcc", "-m32"], link: ["gcc", "-m32"], isI386: true)
  /// GCC for x86-64.
  public static let gcc = CCompiler(["gcc"], link: ["gcc"], isI386: false)
  /// Clang for i386.
  public static let clangI386 = CCompiler(
    ["clang", "--target=i386-linux-gnu"], link: ["gcc", "-m32"], isI386: true)
  /// Clang for x86-64.
  public static let clang = CCompiler(
    ["clang", "--target=x86_64-linux-gnu"], link: ["gcc"], isI386: false)

  /// Those compilers that the layouts of records are compared with.
  public static let all = [gccI386, gcc, clangI386, clang]

  private init(_ command: [String], link linkCommand: [String], isI386: Bool) {
    self.command = command
    self.linkCommand = linkCommand
    self.isI386 = isI386
  }

  /// The command as it is typed.
  public var description: String { command.joined(separator: " ") }

  /// Whether the compiler is installed.
  ///
  /// Where `CI` is set it must be: the tests run, and fail.
  public var isThere: Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ProcessInfo.processInfo.environment["CI"] == "true"
      || folders.contains { folder in
        FileManager.default.isExecutableFile(atPath: "\(folder)/\(command[0])")
      }
  }

  /// Compiles a program, runs it, and gives what it prints.
  ///
  /// - Throws: what the compiler says, or how the program ended.
  public func output(of source: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (text, object, program) = (
      folder.appending(path: "program.c").path, folder.appending(path: "program.o").path,
      folder.appending(path: "program").path
    )
    try Data(source.utf8).write(to: URL(filePath: text))
    _ = try CCompiler.run(
      command + ["-w", "-Wno-packed-bitfield-compat", "-c", text, "-o", object])
    _ = try CCompiler.run(linkCommand + [object, "-o", program])
    return try CCompiler.run([program])
  }

  private static func run(_ command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CCompilerFailure(
        description: "\(command) ended with \(process.terminationStatus): \(text.prefix(2000))")
    }
    return text
  }
}

/// What went wrong when a program was compiled or run.
public struct CCompilerFailure: Error, CustomStringConvertible {
  /// The command, its status, and what it printed.
  public let description: String
}
