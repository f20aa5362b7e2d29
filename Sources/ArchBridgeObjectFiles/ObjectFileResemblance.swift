/// What a file that is no object file looks like.
public enum ObjectFileResemblance: String, Hashable, Sendable, CustomStringConvertible {
  /// It has no bytes.
  case empty = "an empty file"
  /// A text that tells a linker which libraries are meant, as `libc.so` is.
  case linkerScript = "a linker script, which names the library that is meant"
  /// A program in text whose first line names its interpreter.
  case script = "a script"
  /// Another text.
  case text = "a text"
  /// A static library.
  case archive = "a static library (an ar archive)"
  /// A Windows program or DLL.
  case portableExecutable = "a Windows program or DLL"
  /// A program or library of an Apple platform.
  case machO = "a Mach-O file"
  /// Nothing that is known here.
  case unknown = "an unknown format"

  /// The name for people, with its article.
  public var description: String { rawValue }

  /// How many bytes of a file are looked at.
  static let prefixByteCount: UInt64 = 512

  /// What a file that starts with `prefix` looks like, where it is not ELF.
  init(prefix: [UInt8]) {
    guard !prefix.isEmpty else {
      self = .empty
      return
    }
    for (magic, resemblance) in Self.magics where prefix.starts(with: magic) {
      self = resemblance
      return
    }
    guard prefix.allSatisfy(Self.isText) else {
      self = .unknown
      return
    }
    let text = String(decoding: prefix, as: UTF8.self)
    self = Self.linkerScriptWords.contains { text.contains($0) } ? .linkerScript : .text
  }

  private static let magics: [([UInt8], Self)] = [
    (Array("!<arch>\n".utf8), .archive),
    (Array("!<thin>\n".utf8), .archive),
    (Array("#!".utf8), .script),
    (Array("MZ".utf8), .portableExecutable),
    ([0xFE, 0xED, 0xFA, 0xCE], .machO),
    ([0xFE, 0xED, 0xFA, 0xCF], .machO),
    ([0xCE, 0xFA, 0xED, 0xFE], .machO),
    ([0xCF, 0xFA, 0xED, 0xFE], .machO),
    ([0xCA, 0xFE, 0xBA, 0xBE], .machO),
  ]

  private static let linkerScriptWords = [
    "GNU ld script", "OUTPUT_FORMAT(", "OUTPUT_FORMAT (", "GROUP(", "GROUP (", "INPUT(", "INPUT (",
  ]

  private static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || byte >= 0x09 && byte <= 0x0D
  }
}
