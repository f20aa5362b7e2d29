internal import ArchBridgeGenerator
internal import FoundationEssentials

/// A checkout of ArchBridge: what servers are built from, and packages depend on.
struct Checkout {
  let folder: URL

  /// The one in this folder, or else the one that the running tool was built in.
  init(_ path: String?) throws(CommandFailure) {
    if let path {
      let folder = URL(filePath: path).standardizedFileURL
      guard Self.isCheckout(folder) else {
        throw CommandFailure(
          "\(path) is no checkout of ArchBridge; give the folder of its Package.swift")
      }
      self.folder = folder
      return
    }
    guard let folder = Self.aboveTool else {
      throw CommandFailure(
        "this tool runs outside of any checkout of ArchBridge; say where one is with --archbridge")
    }
    self.folder = folder
  }

  private static func isCheckout(_ folder: URL) -> Bool {
    ["Package.swift", "Sources/ArchBridgeServer", "Sources/ArchBridgeHelper/Entry"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
  }

  private static var aboveTool: URL? {
    var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder = folder.deletingLastPathComponent()
      if isCheckout(folder) { return folder }
    }
    return nil
  }
}
