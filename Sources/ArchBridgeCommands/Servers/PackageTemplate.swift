internal import ArchBridgeServerBuilder

/// The files of a new package.
struct PackageTemplate {
  let name: PackageName
  let dependency: PackageDependency

  private var module: String { name.module }

  /// The server's program, as the plugin calls it.
  private var program: String { ServerBuild.memberName("\(module)Server") }

  /// Every file: its path and its text.
  var files: [(path: String, text: String)] {
    [
      ("Package.swift", manifest), (".gitignore", ".build/\n"), ("README.md", readme),
      ("Headers/\(name.text).h", header),
      ("Sources/\(module)Server/\(module)Server.swift", server),
      ("Sources/\(module)/\(module)Client.swift", client),
      ("Tests/\(module)Tests/\(module)Tests.swift", tests),
    ]
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(name.text)",
      products: [.library(name: "\(module)", targets: ["\(module)"])],
      dependencies: [
        \(dependency.declaration)
      ],
      targets: [
        // Runs in the 32-bit process; it is compiled for 64 bits too. The plugin lets its types cross.
        .target(
          name: "\(module)Server",
          dependencies: [.product(name: "ArchBridgeServer", package: "\(dependency.package)")],
          plugins: [.plugin(name: "ArchBridgeServerPlugin", package: "\(dependency.package)")]),
        // Starts the server and calls it. The plugin builds the server's program into it.
        .target(
          name: "\(module)",
          dependencies: [
            "\(module)Server", .product(name: "ArchBridge", package: "\(dependency.package)"),
          ],
          plugins: [.plugin(name: "ArchBridgeServerPlugin", package: "\(dependency.package)")]),
        .testTarget(
          name: "\(module)Tests",
          dependencies: [
            "\(module)", "\(module)Server",
            .product(name: "ArchBridgeTesting", package: "\(dependency.package)"),
          ]),
      ]
    )

    """
  }

  private var header: String {
    """
    /* What the server calls in its library, libm.so.6: put your library's own header here. */

    /** The square root of x * x + y * y. */
    double hypot(double x, double y);

    """
  }

  private var server: String {
    #"""
    import ArchBridgeServer

    /// Runs in the 32-bit process, next to the library: put in its place what your library needs.
    public final class \#(module)Server: LibraryServer {
      public required init(_ arguments: ServerArguments) throws(ServerError) {
        try super.init(library: "libm.so.6", arguments)
        // The type is that of Headers/\#(name.text).h, and is believed.
        let hypot = try library.function(
          "hypot", as: (@convention(c) (Double, Double) -> Double).self)

        // What stays between the calls.
        var scale: Double = try arguments.optional("scale") ?? 1
        register(
          property: "scale", help: "What lengths are multiplied by; above 0.", get: { scale },
          set: { (value: Double) throws(ServerError) in
            guard value > 0 else {
              throw ServerError("ScaleError", "the scale must be above 0")
            }
            scale = value
          })

        // One request, any number of calls.
        register("length", parameters: ["values"], help: "The length of a vector, scaled.") {
          (values: [Double]) in
          var length = 0.0
          for value in values { length = hypot(length, value) }
          return length * scale
        }
      }
    }

    """#
  }

  private var client: String {
    """
    public import ArchBridge

    /// The client of `\(module)Server`, which it starts in a 32-bit process of its own.
    public final class \(module)Client: Sendable {
      /// The client of the server's process, which ends with it.
      public let client: LibraryClient

      /// Starts the server.
      public init(scale: Double = 1) throws(BridgeError) {
        client = try LibraryClient(server: .\(program), arguments: ["scale": scale])
      }

      /// The length of a vector, times the scale.
      public func length(of values: [Double]) throws(BridgeError) -> Double {
        try client.server.length(values: values)
      }

      /// What lengths are multiplied by.
      public var scale: Double {
        get throws(BridgeError) { try client.server.scale }
      }

      /// Sets the scale, which must be above 0.
      public func setScale(_ scale: Double) throws(BridgeError) {
        try client.server.scale.set(scale)
      }
    }

    """
  }

  private var tests: String {
    """
    import ArchBridge
    import ArchBridgeTesting
    import Foundation
    import \(module)
    import \(module)Server
    import Testing

    @Test func `a function of the server is called`() throws {
      let client = try \(module)Client()
      #expect(try client.length(of: [3, 4, 12]) == 13)
    }

    @Test func `a property is read and set`() throws {
      let client = try \(module)Client(scale: 10)
      #expect(try client.scale == 10)
      try client.setScale(0.5)
      #expect(try client.length(of: [3, 4]) == 2.5)
    }

    @Test func `an error of the server has its name, and the server goes on`() throws {
      let client = try \(module)Client()
      let error = #expect(throws: BridgeError.self) { try client.setScale(-1) }
      #expect(error?.serverErrorName == "ScaleError")
      #expect(try client.scale == 1)
    }

    @Test func `the server runs in the test's own process too`() throws {
      try withSession(LibraryClient(server: \(module)Server.self, in: .process)) { client in
        let length: Double = try client.server.length([3.0, 4.0])
        #expect(length == 5)
      }
    }

    @Test func `the library's own functions can be called too`() throws {
      let header = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Headers/\(name.text).h").standardizedFileURL
      let library = try \(module)Client().client
      try library.declare(String(contentsOf: header, encoding: .utf8))
      let length: Double = try library.hypot(3.0, 4.0)
      #expect(length == 5)
    }

    """
  }

  private var readme: String {
    """
    # \(name.text)

    Calls a 32-bit library from 64-bit Swift, with ArchBridge:

    - `Sources/\(module)Server` is the server. It runs in a 32-bit process next to the library, which it
      loads by its name: replace `libm.so.6` by yours.
    - `Sources/\(module)` is the client, for 64-bit programs.
    - `Headers/\(name.text).h` declares what the server calls in the library.
    - `Tests/\(module)Tests` runs both.

    ```sh
    swift test
    ```

    Whatever the server registers, `client.server.help()` lists.

    """
  }
}
