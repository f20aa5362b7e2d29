// swift-tools-version: 6.2
import PackageDescription

// A package of its own, whose targets are those of the main one (by links), compiled so that libFuzzer
// sees which of their branches an input takes. No helper is built for it: its own is empty.
let features: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
let settings = features + [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "ArchBridge",
  dependencies: [
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(name: "ArchBridgeWire", swiftSettings: settings),
    .target(name: "ArchBridgeABI", swiftSettings: settings),
    .target(
      name: "ArchBridgeCodable", dependencies: ["ArchBridgeWire"], swiftSettings: settings),
    .target(name: "CArchBridgeShims"),
    .target(
      name: "CArchBridgeCalls", dependencies: ["CArchBridgeShims"],
      linkerSettings: [.linkedLibrary(":libffi.a")]),
    .target(
      name: "ArchBridgeServer",
      dependencies: ["ArchBridgeWire", "CArchBridgeShims", "CArchBridgeCalls"],
      swiftSettings: settings),
    .target(
      name: "ArchBridgeObjectFiles", dependencies: ["ArchBridgeABI"], swiftSettings: settings),
    .target(
      name: "ArchBridgeLibraryFiles",
      dependencies: ["ArchBridgeABI", "ArchBridgeObjectFiles", system], swiftSettings: settings),
    .target(
      name: "ArchBridgeTransport", dependencies: ["ArchBridgeWire", "CArchBridgeShims", system],
      swiftSettings: settings),
    .target(name: "ArchBridgeHelper", swiftSettings: settings),
    .target(name: "CFuzzDriver"),
    .target(
      name: "ArchBridge",
      dependencies: [
        "ArchBridgeWire", "ArchBridgeABI", "ArchBridgeCodable", "ArchBridgeTransport",
        "ArchBridgeObjectFiles",
        "ArchBridgeLibraryFiles", "ArchBridgeHelper", "CArchBridgeShims", system,
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "ArchBridge", "ArchBridgeWire", "ArchBridgeABI", "ArchBridgeObjectFiles",
        "ArchBridgeServer", "ArchBridgeTransport", "CArchBridgeShims", "CFuzzDriver",
      ],
      swiftSettings: settings, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
  ]
)
