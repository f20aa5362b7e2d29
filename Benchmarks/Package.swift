// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever depends on ArchBridge does not resolve it.
let package = Package(
  name: "ArchBridgeBenchmarks",
  dependencies: [.package(name: "ArchBridge", path: "..")],
  targets: [
    .target(
      name: "CFloor",
      cSettings: [
        .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),
    .executableTarget(
      name: "archbridge-bench",
      dependencies: ["CFloor", .product(name: "ArchBridge", package: "ArchBridge")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "archbridge-soak",
      dependencies: [.product(name: "ArchBridge", package: "ArchBridge")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
