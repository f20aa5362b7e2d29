import Foundation

/// The toolchain's compilers, as they compile for a helper.
struct HelperCompiler {
  let platform: HelperPlatform
  let library: CLibrary
  let swift: URL

  /// - Throws: that the toolchain, or the C library, is not there for this architecture.
  init(platform: HelperPlatform, compiler: URL) throws(BuildFailure) {
    self.platform = platform
    swift = compiler
    do throws(CLibrary.Missing) {
      library = try CLibrary(for: platform)
    } catch {
      throw BuildFailure(
        "ArchBridge needs \(error.what); as root: \(HelperPlatform.installCommand)")
    }
    let module = embeddedLibrary.appending(
      path: "Swift.swiftmodule/\(platform.swiftTriple).swiftmodule")
    guard FileManager.default.fileExists(atPath: module.path) else {
      throw BuildFailure(
        "this Swift toolchain has no Embedded Swift for \(platform.swiftTriple); "
          + "install a release toolchain, 6.3 or later")
    }
  }

  private var binaries: URL { swift.resolvingSymlinksInPath().deletingLastPathComponent() }
  private var embeddedLibrary: URL {
    binaries.deletingLastPathComponent().appending(path: "lib/swift/embedded")
  }

  /// What Swift's strings need to be linked with.
  var unicodeTables: URL {
    embeddedLibrary.appending(path: "\(platform.swiftTriple)/libswiftUnicodeDataTables.a")
  }

  /// A program beside the compiler.
  func tool(_ name: String) -> Tool { Tool(url: binaries.appending(path: name)) }

  /// Compiles C files to objects in `folder`.
  func compileC(_ files: [URL], includes: [URL], in folder: URL) throws(BuildFailure) {
    try tool("clang").run(
      [
        "--target=\(platform.clangTriple)", "-std=gnu17", "-O2",
        // A call goes through small functions of several files.
        "-flto", "-c", "-DARCHBRIDGE_HELPER",
        "-ffunction-sections", "-fdata-sections", "-fasynchronous-unwind-tables",
        "-fno-pic", "-fno-pie",
      ] + includes.flatMap { ["-I", $0.path] } + library.headerOptions + files.map(\.path),
      in: folder, to: "compiling the \(platform.name) helper's C")
  }

  /// Compiles a module of Swift in `folder`, and returns what the compiler has printed.
  ///
  /// A server's sources, which the program has, are compiled as in a package of their own.
  ///
  /// - Parameter importing: where the modules are that it imports, and the maps of those of C.
  @discardableResult func compileSwift(
    _ name: String, _ files: [URL], in folder: URL, importing: [URL], isProgram: Bool = false,
    to describe: String
  ) throws -> String {
    let maps = try importing.flatMap {
      try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }.filter { $0.pathExtension == "modulemap" }
    let features =
      isProgram ? [] : ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
    var options: [String] = importing.flatMap { ["-I", $0.path] }
    options += features.flatMap { ["-enable-upcoming-feature", $0] }
    options += maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
    options += library.headerOptions.flatMap { ["-Xcc", $0] }
    // The compiler's own place is in a home that need not be there.
    options += importing.prefix(1).flatMap {
      ["-module-cache-path", $0.appending(path: "ModuleCache").path]
    }
    return try Tool(url: swift).run(
      [
        "-target", platform.swiftTriple,
        "-Xfrontend", "-clang-target", "-Xfrontend", platform.clangTriple,
        "-enable-experimental-feature", "Embedded", "-Xfrontend", "-disable-stack-protector",
        "-Xfrontend", "-function-sections",
        "-swift-version", "6", "-wmo", "-parse-as-library", "-Osize",
        // Without it LLVM keeps the stack of bare-metal triples aligned to 4 bytes only.
        "-Xcc", "-mstack-alignment=16",
        "-package-name", "archbridge",
        "-module-name", name, "-emit-module",
        "-emit-module-path", folder.appending(path: "\(name).swiftmodule").path,
        "-c", "-o", "\(name).o",
      ] + options + files.map(\.path),
      in: folder, to: describe)
  }
}
