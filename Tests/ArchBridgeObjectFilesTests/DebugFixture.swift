import Foundation
import Testing

/// A library compiled with debug information, in a folder of its own.
struct DebugFixture: CustomStringConvertible, Sendable {
  enum Language: String, CaseIterable {
    case gcc, clang, cxx, fortran
  }

  var language: Language
  var version: Int
  var is32 = false
  var optimization = 0
  /// More options of the compiler.
  var options: [String] = []

  /// Everything that compilers of this machine make of the four sources.
  static let all: [DebugFixture] = Language.allCases.flatMap { language in
    (2...5).flatMap { version in
      [false, true].flatMap { is32 in
        [0, 2].map { optimization in
          DebugFixture(
            language: language, version: version, is32: is32, optimization: optimization)
        }
      }
    }
  }

  /// Units with offsets of 64 bits.
  ///
  /// Clang writes them from version 3 on, for x86-64 alone.
  static let wide: [DebugFixture] = (3...5).flatMap { version in
    [
      DebugFixture(language: .clang, version: version, options: ["-gdwarf64"]),
      DebugFixture(
        language: .gcc, version: version, options: ["-gdwarf64", "-gno-as-loc-support"]),
    ]
  }

  /// Sections that zlib compressed, in the new and in the old way.
  static let compressed: [DebugFixture] = [4, 5].flatMap { version in
    [false, true].flatMap { is32 in
      ["-gz=zlib", "-gz=zlib-gnu"].map {
        DebugFixture(language: .gcc, version: version, is32: is32, options: [$0])
      }
    }
  }

  var description: String {
    let words = [language.rawValue, "-gdwarf-\(version)", is32 ? "-m32" : "-m64"]
    return (words + ["-O\(optimization)"] + options).joined(separator: " ")
  }

  private var compiler: String {
    switch language {
    case .gcc: "gcc"
    case .clang: "clang"
    case .cxx: "g++"
    case .fortran: "gfortran"
    }
  }

  var isThere: Bool { Tool.isThere(compiler) && Tool.isThere("gcc") }

  private var sources: [String] {
    switch language {
    case .gcc, .clang: ["one.c", "two.c"]
    case .cxx: ["three.cpp"]
    case .fortran: ["four.f90"]
    }
  }

  /// Builds the library, and gives its path to what is done with it; then everything is removed.
  func withLibrary<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    let folder = URL(
      fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.appending(path: "sub"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for (name, text) in DebugFixtureSources.all {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let target = is32 ? "i386-linux-gnu" : "x86_64-linux-gnu"
    let width = language == .clang ? "--target=\(target)" : is32 ? "-m32" : "-m64"
    var objects: [String] = []
    for source in sources {
      objects.append(source + ".o")
      try Tool.run(
        compiler,
        [
          width, "-gdwarf-\(version)", "-O\(optimization)", "-fPIC", "-ffunction-sections", "-w",
          "-c", source, "-o", source + ".o",
        ] + options, in: folder.path)
    }
    // The linker drops a function, and leaves its lines at an address that is none. It does not
    // compress what the compiler did not.
    let linking =
      [is32 ? "-m32" : "-m64", "-shared", "-Wl,--gc-sections", "-Wl,--build-id=sha1"]
      + options.filter { $0.hasPrefix("-gz") }
    try Tool.run(
      language == .clang ? "gcc" : compiler, linking + objects + ["-o", "fixture.so"],
      in: folder.path)
    return try body(folder.appending(path: "fixture.so").path)
  }
}
