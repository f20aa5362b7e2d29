internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import ArchBridgeTransport
internal import CArchBridgeShims
internal import Glibc

/// The code that was in a helper, and the files that it came from.
final class CrashModules {
  /// A piece of memory that could be executed.
  struct Mapping {
    let start: UInt64
    let end: UInt64
    /// Where in the file it begins.
    let offset: UInt64
    let path: String
  }

  /// A file, as far as it can be read.
  final class Module {
    let path: String
    let isHelper: Bool
    private let file: ELFFile?
    let unwindTable: UnwindTable?
    private let readPath: String?
    private lazy var codeMap: CodeMap? = readPath.flatMap { try? CodeMap(path: $0) }

    init(path: String, isHelper: Bool, readPath: String?, kernel: [UInt8]) {
      self.path = path
      self.isHelper = isHelper
      self.readPath = path == CrashModules.kernelPath ? nil : readPath
      file =
        path == CrashModules.kernelPath
        ? try? ELFFile(ObjectFileBytes(kernel))
        : readPath.flatMap { try? LibraryFile(path: $0).contents }
      unwindTable = file.flatMap { UnwindTable($0) }
    }

    /// An address as the file counts them.
    func address(of counter: UInt64, in mapping: Mapping) -> UInt64? {
      file?.address(atOffset: counter &- mapping.start &+ mapping.offset)
    }

    /// What is known of such an address, without reading more of the lines than so many bytes.
    func place(of address: UInt64, lineByteLimit: Int) -> Place? {
      guard path == CrashModules.kernelPath else {
        guard !isHelper,
          let place = codeMap?.place(of: address, lineByteLimit: lineByteLimit)
        else { return nil }
        return Place(
          function: place.function.map { demangled($0) }, functionOffset: place.functionOffset,
          file: place.file, line: place.line)
      }
      let symbols = (try? file?.exportedSymbols()) ?? []
      let symbol = symbols.last { $0.address <= address && address - $0.address < $0.byteCount }
      return symbol.map {
        Place(function: $0.name, functionOffset: address - $0.address, file: nil, line: nil)
      }
    }

    /// A place in a file's code.
    struct Place {
      let function: String?
      let functionOffset: UInt64
      let file: String?
      let line: Int?
    }
  }

  static let kernelPath = "[vdso]"

  private let mappings: [Mapping]
  private let kernel: [UInt8]
  private let helperPath: String?
  private var modules: [String: Module] = [:]

  /// `helperPath` is where the helper's own file can be read.
  init(_ report: HelperReport, helperPath: String?) {
    mappings = report.maps.split(separator: UInt8(ascii: "\n")).compactMap(Self.mapping)
      .sorted { $0.start < $1.start }
    kernel = report.kernel.bytes
    self.helperPath = helperPath
  }

  /// Reads a line of `/proc/PID/maps`: `f7d00000-f7d20000 r-xp 00001000 08:01 1234 /path`.
  private static func mapping(_ line: ArraySlice<UInt8>) -> Mapping? {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard fields.count >= 5 else { return nil }
    let range = fields[0].split(separator: UInt8(ascii: "-")).map { Self.number($0) }
    guard range.count == 2, let start = range[0], let end = range[1], start < end,
      let offset = Self.number(fields[2])
    else { return nil }
    let name = fields.count == 6 ? fields[5].drop { $0 == UInt8(ascii: " ") } : []
    return Mapping(
      start: start, end: end, offset: offset, path: String(decoding: name, as: UTF8.self))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// The code at an address.
  func mapping(at address: UInt64) -> Mapping? {
    var (low, high) = (0, mappings.count)
    while low < high {
      let middle = (low + high) / 2
      if mappings[middle].start <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0, address < mappings[low - 1].end else { return nil }
    return mappings[low - 1]
  }

  /// The file of a mapping; nil where it is of none.
  func module(of mapping: Mapping) -> Module? {
    guard !mapping.path.isEmpty else { return nil }
    if let module = modules[mapping.path] { return module }
    let isImage = mapping.path.hasPrefix("/memfd:archbridge-helper")
    let isHelper = isImage || mapping.path == helperPath
    let isFile = mapping.path.hasPrefix("/")
    let module = Module(
      path: isHelper ? "archbridge-helper" : printable([UInt8](mapping.path.utf8)),
      isHelper: isHelper, readPath: isImage ? helperPath : isFile ? mapping.path : nil,
      kernel: kernel)
    modules[mapping.path] = module
    return module
  }
}

/// A symbol as it is written, be it of C++.
func demangled(_ symbol: String) -> String {
  // Safe: the text is the caller's, copied and freed.
  guard symbol.hasPrefix("_Z"), let text = unsafe ab_demangle(symbol) else { return symbol }
  defer { unsafe free(text) }
  return unsafe String(cString: text).shown()
}
