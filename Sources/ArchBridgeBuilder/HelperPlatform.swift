import Foundation

/// What differs between the helpers: names for the compilers, and where the C library lies.
package struct HelperPlatform: Sendable {
  /// The architecture's name.
  package let name: String
  /// Embedded Swift's name for it.
  let swiftTriple: String
  /// Clang's name for it.
  let clangTriple: String
  /// Debian's name for it, as in `/usr/include/i386-linux-gnu` .
  let multiarchName: String
  /// Debian's suffix of its packages.
  let debianName: String
  /// The linker's name for its files.
  let emulation: String
  /// The program interpreter.
  let loader: String
  /// ELF's number for its machine.
  let elfMachine: UInt16
  /// Where Debian's other way to provide its headers and start files puts them, where it has one.
  let multilibHeaders: String?
  let multilibLibraries: String?

  package static let all = [
    HelperPlatform(
      name: "i386", swiftTriple: "i686-unknown-none-elf",
      clangTriple: "i686-unknown-linux-gnu", multiarchName: "i386-linux-gnu",
      debianName: "i386", emulation: "elf_i386", loader: "/lib/ld-linux.so.2", elfMachine: 3,
      multilibHeaders: "/usr/include/x86_64-linux-gnu", multilibLibraries: "/usr/lib32"),
    HelperPlatform(
      name: "x86_64", swiftTriple: "x86_64-unknown-linux-gnu",
      clangTriple: "x86_64-unknown-linux-gnu", multiarchName: "x86_64-linux-gnu",
      debianName: "amd64", emulation: "elf_x86_64", loader: "/lib64/ld-linux-x86-64.so.2",
      elfMachine: 62, multilibHeaders: nil, multilibLibraries: nil),
  ]

  /// The platform of this name.
  package static func named(_ name: String) -> HelperPlatform? { all.first { $0.name == name } }

  /// The packages that building this helper needs.
  var packages: [String] { ["libc6-dev:\(debianName)", "libffi-dev:\(debianName)"] }

  /// The one command that installs what building any of the helpers lacks.
  static var installCommand: String {
    let lacking = all.filter { (try? CLibrary(for: $0)) == nil }
    let foreign = lacking.filter { $0.debianName != "amd64" }
    return foreign.map { "dpkg --add-architecture \($0.debianName) && " }.joined()
      + "apt-get update && apt-get install "
      + lacking.flatMap(\.packages).joined(separator: " ")
  }
}
