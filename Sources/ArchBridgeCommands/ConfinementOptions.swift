internal import ArchBridge
internal import ArgumentParser

/// What a command keeps from the library that it calls.
struct ConfinementOptions: ParsableArguments {
  /// The levels, by name.
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case none
    case noNetwork = "no-network"
    case readOnlyFiles = "read-only-files"
    case strict
  }

  @Option(name: .customLong("confine"), help: "What the library is kept from doing.")
  var level = Level.none

  @Option(
    name: .customLong("writable"), parsing: .singleValue,
    help: ArgumentHelp("What a confined library may change; may be repeated.", valueName: "path"))
  var writable: [String] = []

  @Option(
    name: .customLong("readable"), parsing: .singleValue,
    help: ArgumentHelp("What a strictly confined one may read; may be repeated.", valueName: "path")
  )
  var readable: [String] = []

  @Option(
    name: .customLong("limit"), parsing: .singleValue,
    help: ArgumentHelp(
      "memory=512M, cpu=10 (seconds), file=1G, processes=20, files=64; may be repeated.",
      valueName: "k=v"))
  var limitTexts: [String] = []

  func validate() throws {
    for text in limitTexts { _ = try Self.read(text) }
    if !writable.isEmpty, level != .readOnlyFiles, level != .strict {
      throw ValidationError("--writable goes with --confine read-only-files or strict.")
    }
    if !readable.isEmpty, level != .strict {
      throw ValidationError("--readable goes with --confine strict.")
    }
  }

  var confinement: LibraryClient.Configuration.Confinement {
    switch level {
    case .none: .none
    case .noNetwork: .noNetwork
    case .readOnlyFiles: .readOnlyFiles(writable)
    case .strict: .strict(reading: readable, writing: writable)
    }
  }

  var limits: LibraryClient.Configuration.Limits {
    var limits = LibraryClient.Configuration.Limits()
    for text in limitTexts {
      if let (member, number) = try? Self.read(text) { limits[keyPath: member] = number }
    }
    return limits
  }

  private typealias Member = WritableKeyPath<LibraryClient.Configuration.Limits, Int?>

  private static func read(_ text: String) throws -> (Member, Int) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let member: Member? =
      switch parts.first {
      case "memory": \.memoryByteCount
      case "cpu": \.processorSeconds
      case "file": \.fileByteCount
      case "processes": \.processCount
      case "files": \.openFileCount
      default: nil
      }
    guard parts.count == 2, let member, let number = number(parts[1]) else {
      throw ValidationError(
        "'\(text)' is no limit; write memory=512M, cpu=10, file=1G, processes=20 or files=64.")
    }
    return (member, number)
  }

  /// A number with `K`, `M` or `G` for powers of 1,024.
  private static func number(_ text: String) -> Int? {
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = text.last.flatMap { shifts[$0] }
    guard let number = Int(shift == nil ? text : String(text.dropLast())), number > 0 else {
      return nil
    }
    let (product, overflow) = number.multipliedReportingOverflow(by: 1 << (shift ?? 0))
    return overflow ? nil : product
  }
}
