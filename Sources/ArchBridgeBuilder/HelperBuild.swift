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
  /// Where the maps of the C headers are that the program imports besides.
  let moduleMaps: URL?
  /// What is built, in words.
  let product: String

  /// Describes a build; the compiler is the toolchain's `swiftc`.
  package init(
    platform: HelperPlatform, compiler: URL, work: URL, folders: [URL], program: [URL],
    moduleMaps: URL? = nil, product: String = "helper"
  ) {
    self.platform = platform
    self.compiler = compiler
    self.work = work
    self.folders = folders
    self.program = program
    self.moduleMaps = moduleMaps
    self.product = product
  }

  /// Builds the helper and returns its executable.
  ///
  /// The modules that have not changed are not compiled again.
  ///
  /// - Parameter warn: takes what the compiler has to say of the program, if it compiles.
  package func run(warn: (String) throws -> Void = { _ in }) throws -> Data {
    let compiler = try HelperCompiler(platform: platform, compiler: compiler)
    let modules = HelperModules(folders: folders, compiler: compiler, otherwise: work)
    return try modules.withCompiled { objects in
      let printed = try compiler.compileSwift(
        "HelperProgram", program, in: work,
        importing: [modules.folder] + (moduleMaps.map { [$0] } ?? []),
        isProgram: true,
        to: "compiling the \(product) for \(platform.name)")
      if !printed.isEmpty { try warn(printed) }
      let executable = work.appending(path: "helper")
      try link(objects + [work.appending(path: "HelperProgram.o")], compiler, to: executable)
      return try Data(contentsOf: executable)
    }
  }

  private func link(_ objects: [URL], _ compiler: HelperCompiler, to executable: URL) throws {
    let library = compiler.library
    let start = library.startFiles
    var inputs: [String] = objects.map(\.path) + [compiler.unicodeTables.path]
    inputs += library.libraryFolders.map { "-L\($0.path)" }
    inputs += [
      library.libffi.path, "-lc", "--as-needed", "-lm", library.libgcc.path,
      start.appending(path: "crtn.o").path,
    ]
    try compiler.tool("ld.lld").run(
      // At a fixed address, so that the largest part of 32 bits of addresses stays in one piece.
      [
        "-m", platform.emulation, "-no-pie", "--hash-style=gnu", "--eh-frame-hdr",
        "-dynamic-linker", platform.loader, "--gc-sections", "--strip-all",
        "-z", "now", "-z", "noexecstack", "-o", executable.path,
        start.appending(path: "crt1.o").path, start.appending(path: "crti.o").path,
      ] + inputs,
      in: work, to: "linking the \(product) for \(platform.name)")
  }
}
