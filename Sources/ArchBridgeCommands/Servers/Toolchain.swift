internal import FoundationEssentials

/// The Swift toolchain of this machine.
enum Toolchain {
  /// The first `swiftc` in the folders of `PATH`.
  static var compiler: URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy
      .map { URL(filePath: "\($0)/swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
