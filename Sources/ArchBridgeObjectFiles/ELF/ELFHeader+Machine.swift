public import ArchBridgeABI

extension ELFHeader {
  /// The architecture that can host the file, or `nil` where no helper can.
  public var architecture: Architecture? {
    guard byteOrder == .littleEndian else { return nil }
    return Architecture.all.first { $0.elfMachine == machine && $0.elfBitCount == bitCount }
  }

  /// The machine's usual name, such as `i386` or `aarch64`, for messages.
  ///
  /// A number without a name here gives `machine 123`.
  public var machineName: String {
    let isLittle = byteOrder == .littleEndian
    let is64 = bitCount == 64
    return switch machine {
    case 2: "sparc"
    case 3: "i386"
    case 4: "m68k"
    case 8: is64 ? (isLittle ? "mips64el" : "mips64") : (isLittle ? "mipsel" : "mips")
    case 15: "hppa"
    case 18: "sparc"
    case 20: "ppc"
    case 21: isLittle ? "ppc64le" : "ppc64"
    case 22: is64 ? "s390x" : "s390"
    case 40: isLittle ? "arm" : "armeb"
    case 42: "sh4"
    case 43: "sparc64"
    case 50: "ia64"
    case 62: is64 ? "x86_64" : "x32"
    case 183: is64 ? (isLittle ? "aarch64" : "aarch64_be") : "aarch64_ilp32"
    case 243: is64 ? "riscv64" : "riscv32"
    case 258: is64 ? "loongarch64" : "loongarch32"
    case Self.alpha: "alpha"
    default: "machine \(machine)"
    }
  }

  /// The number of Alpha, which was never an official one.
  static let alpha: UInt16 = 0x9026
  /// The number of IBM S/390.
  static let s390: UInt16 = 22
}
