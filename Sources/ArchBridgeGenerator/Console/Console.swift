internal import ArchBridgeObjectFiles
internal import FoundationEssentials
internal import SystemPackage

/// Where a command prints.
public struct Console: Sendable {
  private let output: @Sendable (String) throws -> Void
  private let error: @Sendable (String) -> Void
  /// What reads lines where standard input is a terminal; without it they are read as a script.
  public var editor: (any LineEditor)?

  /// Makes a console that hands each text over, its line's end included.
  public init(
    output: @escaping @Sendable (String) throws -> Void, error: @escaping @Sendable (String) -> Void
  ) {
    self.output = output
    self.error = error
  }

  /// The process's own standard output and standard error.
  public static let standard = Console(
    output: { text in
      do {
        try FileDescriptor.standardOutput.writeAll(text.utf8)
      } catch {
        throw CommandFailure("standard output cannot be written: \(error)")
      }
    },
    error: { _ = try? FileDescriptor.standardError.writeAll($0.utf8) })

  package func print(_ line: String) throws { try output(line + "\n") }
  /// Prints to standard error, without what would change how the rest is shown.
  package func printError(_ line: String) { error(line.shown(keepsLines: true) + "\n") }

  /// Prints a value as JSON on one line.
  package func print(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
