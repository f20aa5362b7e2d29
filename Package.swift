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

let cSettings: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .enableWarning("conversion"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "ArchBridge",
  products: [
    .library(name: "ArchBridge", targets: ["ArchBridge"]),
    .library(name: "ArchBridgeServer", targets: ["ArchBridgeServer"]),
    .library(name: "ArchBridgeTesting", targets: ["ArchBridgeTesting"]),
    .executable(name: "archbridge", targets: ["archbridge"]),
    .plugin(name: "ArchBridgeBindingsPlugin", targets: ["ArchBridgeBindingsPlugin"]),
    .plugin(name: "ArchBridgeServerPlugin", targets: ["ArchBridgeServerPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    .target(name: "ArchBridgeWire", swiftSettings: embeddableSettings),
    .target(name: "ArchBridgeABI", swiftSettings: embeddableSettings),
    .target(name: "CArchBridgeShims", cSettings: cSettings),
    .target(
      name: "CArchBridgeCalls", dependencies: ["CArchBridgeShims"], cSettings: cSettings,
      linkerSettings: [.linkedLibrary(":libffi.a")]),
    .target(
      name: "ArchBridgeServer",
      dependencies: ["ArchBridgeWire", "CArchBridgeShims", "CArchBridgeCalls"],
      swiftSettings: embeddableSettings),
    .target(name: "ArchBridgeBuilder", swiftSettings: settings),
    .target(
      name: "ArchBridgeServerBuilder",
      dependencies: ["ArchBridgeBuilder", "ArchBridgeServerGenerator"], swiftSettings: settings),
    .executableTarget(
      name: "archbridge-helper-builder", dependencies: ["ArchBridgeBuilder"],
      swiftSettings: settings),
    .executableTarget(
      name: "archbridge-server-builder",
      dependencies: ["ArchBridgeBuilder", "ArchBridgeServerBuilder"],
      swiftSettings: settings),
    .plugin(
      name: "ArchBridgeServerPlugin", capability: .buildTool(),
      dependencies: ["archbridge-server-builder"]),
    .plugin(
      name: "ArchBridgeHelperPlugin", capability: .buildTool(),
      dependencies: ["archbridge-helper-builder"]),
    .target(
      name: "ArchBridgeHelper", dependencies: ["CArchBridgeShims"], exclude: ["Entry"],
      swiftSettings: librarySettings, plugins: ["ArchBridgeHelperPlugin"]),
    .target(
      name: "ArchBridgeCodable",
      dependencies: ["ArchBridgeWire"],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeObjectFiles",
      dependencies: ["ArchBridgeABI"],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeLibraryFiles",
      dependencies: [
        "ArchBridgeABI", "ArchBridgeObjectFiles",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeTransport",
      dependencies: [
        "ArchBridgeWire", "CArchBridgeShims",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridge",
      dependencies: [
        "ArchBridgeWire", "ArchBridgeABI", "ArchBridgeCodable", "ArchBridgeTransport",
        "ArchBridgeObjectFiles", "ArchBridgeLibraryFiles", "ArchBridgeHelper", "CArchBridgeShims",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeBindings",
      dependencies: ["ArchBridgeABI"],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeGenerator",
      dependencies: [
        "ArchBridgeABI", "ArchBridgeBindings", "ArchBridgeLibraryFiles", "ArchBridgeObjectFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeServerGenerator",
      dependencies: [
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeTesting",
      dependencies: [
        "ArchBridge", "ArchBridgeTransport", "ArchBridgeWire", "ArchBridgeServer",
      ],
      swiftSettings: librarySettings),
    .target(
      name: "ArchBridgeCommands",
      dependencies: [
        "ArchBridge", "ArchBridgeBuilder", "ArchBridgeGenerator", "ArchBridgeLibraryFiles",
        "ArchBridgeObjectFiles", "ArchBridgeServerBuilder", "CArchBridgeShims",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: librarySettings),
    .target(
      name: "CArchBridgeLines", cSettings: cSettings,
      linkerSettings: ["edit", "bsd", "md", "tinfo"].map { .linkedLibrary(":lib\($0).a") }),
    .executableTarget(
      name: "archbridge", dependencies: ["ArchBridgeCommands", "CArchBridgeLines"],
      swiftSettings: settings),
    // What it depends on is built without the helper, which build tools do not get: not ArchBridge.
    .executableTarget(
      name: "archbridge-bindings-builder", dependencies: ["ArchBridgeGenerator"],
      swiftSettings: settings),
    .plugin(
      name: "ArchBridgeBindingsPlugin", capability: .buildTool(),
      dependencies: ["archbridge-bindings-builder"]),

    .executableTarget(
      name: "first-program", dependencies: ["ArchBridge"], path: "Examples/FirstProgram",
      swiftSettings: settings),
    .executableTarget(
      name: "adder-example", dependencies: ["ArchBridge"], path: "Examples/Adder",
      swiftSettings: settings),
    .executableTarget(
      name: "sqlite-example", dependencies: ["ArchBridge"], path: "Examples/SQLite",
      exclude: ["SQLite.apinotes"], swiftSettings: settings),
    .executableTarget(
      name: "nlopt-example", dependencies: ["ArchBridge"], path: "Examples/NLopt",
      exclude: ["NLopt.apinotes"], swiftSettings: settings),
    .executableTarget(
      name: "lapack-example", dependencies: ["ArchBridge"], path: "Examples/LAPACK",
      exclude: ["lapack.f90"], swiftSettings: settings),
    .executableTarget(
      name: "sweep-example", dependencies: ["ArchBridge"], path: "Examples/Sweep",
      swiftSettings: settings),
    .executableTarget(
      name: "archbridge-demo", dependencies: ["ArchBridge"], path: "Examples/Demo",
      swiftSettings: settings),
    .executableTarget(
      name: "large-data-example", dependencies: ["ArchBridge"], path: "Examples/LargeData",
      swiftSettings: settings),
    .executableTarget(
      name: "speed-example", dependencies: ["ArchBridge"], path: "Examples/Speed",
      swiftSettings: settings),
    .executableTarget(
      name: "types-example", dependencies: ["ArchBridge"], path: "Examples/Types",
      swiftSettings: settings),
    .executableTarget(
      name: "cplusplus-example", dependencies: ["ArchBridge"], path: "Examples/CPlusPlus",
      swiftSettings: settings),
    .executableTarget(
      name: "failures-example", dependencies: ["ArchBridge"], path: "Examples/Failures",
      swiftSettings: settings),
    .executableTarget(
      name: "guarding-example", dependencies: ["ArchBridge"], path: "Examples/Guarding",
      swiftSettings: settings),
    .executableTarget(
      name: "warm-example", dependencies: ["ArchBridge"], path: "Examples/WarmStart",
      swiftSettings: settings),

    .executableTarget(
      name: "recording-example",
      dependencies: [
        "ArchBridge",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "CoreMetrics", package: "swift-metrics"),
      ], path: "Examples/Recording", swiftSettings: settings),

    .target(
      name: "EchoServer", dependencies: ["ArchBridgeServer"], path: "Examples/Echo/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "echo-example", dependencies: ["ArchBridge", "EchoServer"],
      path: "Examples/Echo/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .target(
      name: "LabVIEWServer", dependencies: ["ArchBridgeServer"], path: "Examples/LabVIEW/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "labview-example", dependencies: ["ArchBridge", "LabVIEWServer"],
      path: "Examples/LabVIEW/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .target(
      name: "StdcallServer", dependencies: ["ArchBridgeServer"], path: "Examples/Stdcall/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "stdcall-example", dependencies: ["ArchBridge", "StdcallServer"],
      path: "Examples/Stdcall/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .systemLibrary(name: "CPoints", path: "Examples/Points/CPoints"),
    .target(
      name: "PointsServer", dependencies: ["ArchBridgeServer", "CPoints"],
      path: "Examples/Points/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "points-example", dependencies: ["ArchBridge", "PointsServer"],
      path: "Examples/Points/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .target(
      name: "InstrumentsServer", dependencies: ["ArchBridgeServer"],
      path: "Examples/Instruments/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "instruments-example", dependencies: ["ArchBridge", "InstrumentsServer"],
      path: "Examples/Instruments/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .target(
      name: "FortranServer", dependencies: ["ArchBridgeServer"], path: "Examples/Fortran/Server",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .executableTarget(
      name: "fortran-example", dependencies: ["ArchBridge", "FortranServer"],
      path: "Examples/Fortran/Client",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "TestServer", dependencies: ["ArchBridgeServer"], path: "Tests/TestServer",
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .testTarget(
      name: "ServerProgramTests",
      dependencies: ["ArchBridge", "ArchBridgeServer", "ArchBridgeTesting", "TestServer"],
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .target(
      name: "UnrulyServer", dependencies: ["ArchBridgeServer"], path: "Tests/UnrulyServer",
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeHelperTests", dependencies: ["ArchBridge", "ArchBridgeHelper"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeCommandsTests",
      dependencies: [
        "ArchBridgeCommands", "ArchBridgeGenerator", "archbridge", "first-program", "adder-example",
        "archbridge-demo", "types-example", "sqlite-example", "nlopt-example",
        "lapack-example", "sweep-example", "warm-example", "failures-example",
        "large-data-example", "speed-example", "recording-example", "cplusplus-example",
        "echo-example", "points-example", "fortran-example", "labview-example", "stdcall-example",
        "instruments-example",
      ],
      swiftSettings: settings),
    .target(
      name: "LaboratoryClient", dependencies: ["ArchBridge"], path: "fixtures/headers/laboratory",
      exclude: ["input.h"], swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeBindingsTests",
      dependencies: [
        "ArchBridgeBindings", "ArchBridgeGenerator", "ArchBridgeCommands", "ArchBridge",
        "LaboratoryClient",
      ],
      swiftSettings: settings),
    .target(
      name: "ServerValues", dependencies: ["ArchBridgeServer"], path: "fixtures/servers/values",
      swiftSettings: settings),
    .target(
      name: "GaugeServer", dependencies: ["ArchBridgeServer"], path: "fixtures/servers/gauge",
      exclude: ["client"], swiftSettings: settings),
    .target(
      name: "Gauge", dependencies: ["ArchBridge", "ArchBridgeServer", "GaugeServer"],
      path: "fixtures/servers/gauge/client", swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeServerGeneratorTests",
      dependencies: [
        "ArchBridgeServerGenerator", "ArchBridge", "ArchBridgeBuilder", "ArchBridgeCodable",
        "ArchBridgeServerBuilder",
        "ArchBridgeServer", "ArchBridgeWire", "Gauge", "GaugeServer", "ServerValues",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeTests",
      dependencies: [
        "ArchBridge", "ArchBridgeHelper", "ArchBridgeWire", "TestSupport", "UnrulyServer",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "MetricsTestKit", package: "swift-metrics"),
      ],
      swiftSettings: settings, plugins: ["ArchBridgeServerPlugin"]),
    .testTarget(
      name: "ArchBridgeWireTests", dependencies: ["ArchBridgeWire", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeABITests", dependencies: ["ArchBridgeABI", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeCodableTests",
      dependencies: ["ArchBridgeCodable", "ArchBridgeWire", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeObjectFilesTests",
      dependencies: [
        "ArchBridgeObjectFiles", "ArchBridgeLibraryFiles", "ArchBridgeABI", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeServerTests",
      dependencies: ["ArchBridgeServer", "ArchBridgeWire", "CArchBridgeCalls", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ArchBridgeTransportTests",
      dependencies: [
        "ArchBridgeTransport", "ArchBridgeWire", "ArchBridgeTesting", "ArchBridge",
        "ArchBridgeHelper", "CArchBridgeShims", "TestSupport",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
  ]
)
