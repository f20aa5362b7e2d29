internal import ArchBridgeGenerator
internal import FoundationEssentials

/// What a new package depends on for ArchBridge.
struct PackageDependency {
  /// The dependency in `Package.swift`.
  let declaration: String
  /// The package's name where its products are named.
  let package: String

  /// Reads the option: a checkout's folder or a repository's URL; nil is the tool's own checkout.
  init(_ text: String?) throws(CommandFailure) {
    guard let text, text.contains("://") || text.hasPrefix("git@") else {
      let checkout = try Checkout(text)
      let path = Self.literal(checkout.folder.path)
      declaration = ".package(name: \"ArchBridge\", path: \(path))"
      package = "ArchBridge"
      return
    }
    // SwiftPM calls a package as the last part of its URL.
    let last = text.split(whereSeparator: { "/:".contains($0) }).last ?? ""
    let name = last.hasSuffix(".git") ? last.dropLast(4) : last
    guard !name.isEmpty else { throw CommandFailure("\(text) is no URL of a repository") }
    declaration = ".package(url: \(Self.literal(text)), branch: \"main\")"
    package = String(name)
  }

  /// A text as Swift spells it.
  private static func literal(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
