// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let librarySettings = settings + [.strictMemorySafety()]

/// Modules that the helper is built from too: what Embedded Swift lacks fails the ordinary build.
let embeddableSettings =
  librarySettings + [.treatWarning("EmbeddedRestrictions", as: .error)]

let package = Package(
  name: "ArchBridge",
  products: [],
  dependencies: [],
  targets: [
    .target(name: "ArchBridgeWire", swiftSettings: embeddableSettings),
    .target(name: "ArchBridgeABI", swiftSettings: embeddableSettings),
    .target(
      name: "ArchBridgeCodable",
      dependencies: ["ArchBridgeWire"],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeObjectFiles",
      dependencies: ["ArchBridgeABI"],
      swiftSettings: librarySettings),

    .testTarget(
      name: "ArchBridgeWireTests", dependencies: ["ArchBridgeWire"], swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeABITests", dependencies: ["ArchBridgeABI"], swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeCodableTests", dependencies: ["ArchBridgeCodable", "ArchBridgeWire"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeObjectFilesTests", dependencies: ["ArchBridgeObjectFiles"],
      swiftSettings: settings),
  ]
)
