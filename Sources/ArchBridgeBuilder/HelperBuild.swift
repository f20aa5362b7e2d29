package import Foundation

/// Compiles and links one helper.
///
/// Each folder is a module: C where it has an `include` folder, else Swift. A module may import
/// the ones before it. The program imports all, and has the entry point.
package struct HelperBuild {
  let platform: HelperPlatform
  let compiler: URL
  let work: URL
  let folders: [URL]
  /// The program's sources.
  let program: [URL]

  /// Describes a build; the compiler is the toolchain's `swiftc`.
  package init(
    platform: HelperPlatform, compiler: URL, work: URL, folders: [URL], program: [URL]
  ) {
    self.platform = platform
    self.compiler = compiler
    self.work = work
    self.folders = folders
    self.program = program
  }

  private var binaries: URL { compiler.resolvingSymlinksInPath().deletingLastPathComponent() }
  private var embeddedLibrary: URL {
    binaries.deletingLastPathComponent().appending(path: "lib/swift/embedded")
  }

  /// Builds the helper and returns its executable.
  package func run() throws -> Data {
    let module = embeddedLibrary.appending(
      path: "Swift.swiftmodule/\(platform.swiftTriple).swiftmodule")
    guard FileManager.default.fileExists(atPath: module.path) else {
      throw BuildFailure(
        "this Swift toolchain has no Embedded Swift for \(platform.swiftTriple); "
          + "install a release toolchain, 6.3 or later")
    }
    let library: CLibrary
    do throws(CLibrary.Missing) {
      library = try CLibrary(for: platform)
    } catch {
      throw BuildFailure(
        "ArchBridge needs \(error.what); as root: \(HelperPlatform.installCommand)")
    }
    var objects: [String] = []
    for folder in folders {
      objects += try compile(folder, library)
    }
    objects += try compileSwift("HelperProgram", program, library, isStrict: false)
    let executable = work.appending(path: "helper")
    try link(objects, library, to: executable)
    return try Data(contentsOf: executable)
  }

  private func compile(_ folder: URL, _ library: CLibrary) throws -> [String] {
    let name = folder.lastPathComponent
    let files = BuildStamp.files(in: folder)
    let include = folder.appending(path: "include")
    guard FileManager.default.fileExists(atPath: include.path) else {
      return try compileSwift(name, files.filter { $0.pathExtension == "swift" }, library)
    }
    let map = work.appending(path: "\(name).modulemap")
    try Data("module \(name) { umbrella header \"\(include.path)/\(name).h\" export * }".utf8)
      .write(to: map)
    return try compileC(files.filter { $0.pathExtension == "c" }, library)
  }

  /// Where the headers of all modules of C are.
  private var includes: [URL] {
    folders.map { $0.appending(path: "include") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  private func compileC(_ files: [URL], _ library: CLibrary) throws -> [String] {
    let clang = Tool(url: binaries.appending(path: "clang"))
    try clang.run(
      [
        "--target=\(platform.clangTriple)", "-std=gnu17", "-O2",
        // A call goes through small functions of several files.
        "-flto", "-c", "-DARCHBRIDGE_HELPER",
        "-ffunction-sections", "-fdata-sections", "-fasynchronous-unwind-tables",
        "-fno-pic", "-fno-pie",
      ] + includes.flatMap { ["-I", $0.path] } + library.headerOptions + files.map(\.path),
      in: work, to: "compiling the \(platform.name) helper's C")
    return files.map { $0.deletingPathExtension().lastPathComponent + ".o" }
  }

  private func compileSwift(
    _ name: String, _ files: [URL], _ library: CLibrary, isStrict: Bool = true
  ) throws -> [String] {
    // What a user has written is compiled as Swift is by default.
    let features =
      isStrict ? ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"] : []
    let headerOptions = library.headerOptions.flatMap { ["-Xcc", $0] }
    let maps = try FileManager.default.contentsOfDirectory(
      at: work, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "modulemap" }
    try Tool(url: compiler).run(
      [
        "-target", platform.swiftTriple,
        "-Xfrontend", "-clang-target", "-Xfrontend", platform.clangTriple,
        "-enable-experimental-feature", "Embedded", "-Xfrontend", "-disable-stack-protector",
        "-Xfrontend", "-function-sections",
        "-swift-version", "6", "-wmo", "-parse-as-library", "-Osize",
        // Without it LLVM keeps the stack of bare-metal triples aligned to 4 bytes only.
        "-Xcc", "-mstack-alignment=16",
        "-package-name", "archbridge", "-I", work.path,
        "-module-name", name, "-emit-module",
        "-emit-module-path", work.appending(path: "\(name).swiftmodule").path,
        "-c", "-o", "\(name).o",
      ] + features.flatMap { ["-enable-upcoming-feature", $0] }
        + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] } + headerOptions
        + files.map(\.path),
      in: work, to: "compiling the \(platform.name) helper's \(name)")
    return ["\(name).o"]
  }

  private func link(_ objects: [String], _ library: CLibrary, to executable: URL) throws {
    let start = library.startFiles
    let unicode = embeddedLibrary.appending(
      path: "\(platform.swiftTriple)/libswiftUnicodeDataTables.a")
    try Tool(url: binaries.appending(path: "ld.lld")).run(
      // At a fixed address, so that the largest part of 32 bits of addresses stays in one piece.
      [
        "-m", platform.emulation, "-no-pie", "--hash-style=gnu", "--eh-frame-hdr",
        "-dynamic-linker", platform.loader, "--gc-sections", "--strip-all",
        "-z", "now", "-z", "noexecstack", "-o", executable.path,
        start.appending(path: "crt1.o").path, start.appending(path: "crti.o").path,
      ] + objects + [unicode.path]
        + library.libraryFolders.map { "-L\($0.path)" }
        + [
          library.libffi.path, "-lc", "--as-needed", "-lm", library.libgcc.path,
          start.appending(path: "crtn.o").path,
        ],
      in: work, to: "linking the \(platform.name) helper")
  }
}
