/// An architecture whose libraries a helper can host.
///
/// A new one is a new row here.
public struct Architecture: Hashable, Sendable {
  /// The name that users write and read: `i386`, `x86_64`.
  public let name: String
  /// What C's types are on it.
  public let dataModel: DataModel
  /// The machine number in its ELF files.
  public let elfMachine: UInt16
  /// The word size in bits in its ELF files.
  public let elfBitCount: Int
  /// Debian's name of the architecture, as in `libc6:i386`.
  public let debianName: String
  /// The program interpreter of its executables.
  public let loaderPath: String
  /// The folders that its loader searches when nothing else is said, first to last.
  public let libraryFolders: [String]
  /// The rules by which its calls take records by value.
  let passingRules: PassingRules

  /// Intel 80386 and later, 32 bits.
  public static let i386 = Architecture(
    name: "i386", dataModel: .i386, elfMachine: 3, elfBitCount: 32, debianName: "i386",
    loaderPath: "/lib/ld-linux.so.2",
    libraryFolders: ["/lib/i386-linux-gnu", "/usr/lib/i386-linux-gnu", "/lib32", "/usr/lib32"],
    passingRules: .i386)

  /// AMD64, 64 bits.
  public static let x86_64 = Architecture(
    name: "x86_64", dataModel: .x86_64, elfMachine: 62, elfBitCount: 64, debianName: "amd64",
    loaderPath: "/lib64/ld-linux-x86-64.so.2",
    libraryFolders: [
      "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib",
      "/usr/lib",
    ], passingRules: .x86_64)

  /// Every architecture that has a helper.
  public static let all: [Architecture] = [.i386, .x86_64]
}
