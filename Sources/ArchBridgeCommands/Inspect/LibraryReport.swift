internal import ArchBridge
internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles
internal import CArchBridgeShims
internal import Glibc

/// What `inspect` prints.
struct LibraryReport: Encodable {
  struct Needed: Encodable {
    let name: String
    /// Where it is; nil where it is missing.
    let path: String?

    enum CodingKeys: CodingKey { case name, path }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(path, forKey: .path)
    }
  }

  struct Function: Encodable {
    let symbol: String
    /// The C++ name, where the symbol is one.
    let name: String?
  }

  let path: String
  let architecture: String
  let wordBits: Int
  let soname: String?
  let buildID: String?
  let needed: [Needed]
  let functions: [Function]
  /// What else can be known, where it was asked for.
  let hints: LibraryHints?

  init(_ file: LibraryFile, searchPaths: [String], withHints: Bool = false) throws {
    let header = file.contents.header
    path = file.path
    architecture = header.machineName
    wordBits = header.bitCount
    do throws(ObjectFileError) {
      let dynamic = try file.contents.dynamicSection()
      soname = dynamic?.soname
      // As `call` does, beside the library too.
      let folder = Self.folder(of: file.path)
      let folders = searchPaths + (dynamic?.searchFolders(origin: folder) ?? []) + [folder]
      let locator = header.architecture.map {
        LibraryLocator(architecture: $0, searchPaths: folders)
      }
      needed = (dynamic?.neededLibraries ?? []).map {
        Needed(name: $0, path: locator?.likelyFile(forSoname: $0))
      }
      buildID = try file.contents.buildID.map { bytes in
        bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
      }
      functions = try file.contents.exportedSymbols()
        .filter { $0.kind == .function || $0.kind == .indirectFunction }
        .map(\.name).uniqued().sorted()
        .map { Function(symbol: $0, name: Self.demangled($0)) }
      hints =
        withHints
        ? try LibraryHints(file.contents, needed: dynamic?.neededLibraries ?? []) : nil
    } catch {
      throw BridgeError(
        .notASharedLibrary, "\(file.path) is damaged: \(error)", library: file.path)
    }
  }

  /// The report for people.
  var lines: [String] {
    var lines = [
      "\(path)",
      "architecture: \(architecture), \(wordBits)-bit",
      "soname: \(soname ?? "none")",
      "build id: \(buildID ?? "none")",
      "needs:\(needed.isEmpty ? " nothing" : "")",
    ]
    lines += needed.map { "  \($0.name)\($0.path.map { " => \($0)" } ?? " MISSING")" }
    lines += hints?.lines ?? []
    lines.append("exports \(functions.count) function\(functions.count == 1 ? "" : "s"):")
    let known = Dictionary(
      (hints?.functions ?? []).map { ($0.symbol, $0.text) }, uniquingKeysWith: { one, _ in one })
    for function in functions {
      lines.append("  \(function.symbol)\(function.name.map { "  \($0)" } ?? "")")
      if let text = known[function.symbol], !text.isEmpty { lines.append("    \(text)") }
    }
    return lines
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { "/\($0)" }.joined()
  }

  private static func demangled(_ symbol: String) -> String? {
    // Safe: the text is the C++ runtime's own allocation, copied and given back.
    guard let name = unsafe ab_demangle(symbol) else { return nil }
    defer { unsafe free(name) }
    return unsafe String(cString: name)
  }
}

extension Array where Element: Hashable {
  fileprivate func uniqued() -> [Element] { [Element](Set(self)) }
}
