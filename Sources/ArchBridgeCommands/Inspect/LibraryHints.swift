internal import ArchBridgeLibraryFiles
internal import ArchBridgeObjectFiles

/// What a library without any description still tells: `inspect --hints`.
struct LibraryHints: Encodable {
  /// What is known of one function beside its name.
  struct Function: Encodable {
    let symbol: String
    /// How long its code is; nil where the file does not say.
    let byteCount: UInt64?
    /// The version of the symbol, if it has one.
    let version: String?
    /// What the end of its code makes likely.
    let likely: [String]
  }

  /// A variable, whose length tells something of its type.
  struct Variable: Encodable {
    let symbol: String
    let byteCount: UInt64
  }

  /// The languages that its symbols and needs show.
  let languages: [String]
  /// The versions that its symbols have.
  let symbolVersions: [String]
  /// Texts among its constants that name a version.
  let versionTexts: [String]
  let variables: [Variable]
  let functions: [Function]

  private static let textLimit = 8

  init(_ file: ELFFile, needed: [String]) throws(ObjectFileError) {
    let symbols = try file.exportedSymbols()
    languages = Self.languages(symbols.map(\.name), needed)
    symbolVersions = ELFFile.versions(of: symbols)
    versionTexts = try file.versionTexts(limit: Self.textLimit)
    variables = symbols.filter { $0.kind == .object || $0.kind == .threadLocal }
      .sorted { $0.name < $1.name }.map { Variable(symbol: $0.name, byteCount: $0.byteCount) }
    functions = symbols.filter { $0.kind == .function || $0.kind == .indirectFunction }
      .sorted { $0.name < $1.name }
      .map { symbol in
        Function(
          symbol: symbol.name, byteCount: symbol.byteCount > 0 ? symbol.byteCount : nil,
          version: symbol.version, likely: Self.likely((try? file.ending(of: symbol)) ?? nil))
      }
  }

  private static func languages(_ names: [String], _ needed: [String]) -> [String] {
    var languages: [String] = []
    if names.contains(where: { $0.hasPrefix("_Z") }) { languages.append("C++") }
    if names.contains(where: { $0.contains("_MOD_") })
      || needed.contains(where: { $0.hasPrefix("libgfortran") })
    {
      languages.append("Fortran")
    }
    return languages
  }

  /// What an end makes likely, in words.
  private static func likely(_ ending: FunctionEnding?) -> [String] {
    guard let ending, let popped = ending.poppedByteCount else { return [] }
    var likely: [String] = []
    switch popped {
    case 0: break
    case 4:
      likely.append("takes 4 bytes off the stack: returns a structure, or stdcall of one word")
    default: likely.append("takes \(popped) bytes off the stack: stdcall, fastcall or thiscall")
    }
    if ending.loadsReal { likely.append("returns a floating-point number") }
    return likely
  }

  /// The hints for people.
  var lines: [String] {
    var lines: [String] = []
    if !languages.isEmpty { lines.append("languages: C, \(languages.joined(separator: ", "))") }
    if !symbolVersions.isEmpty {
      lines.append("symbol versions: \(symbolVersions.joined(separator: ", "))")
    }
    if !versionTexts.isEmpty { lines.append("texts that name a version:") }
    lines += versionTexts.map { "  \($0)" }
    if !variables.isEmpty { lines.append("exports \(variables.count) variables:") }
    lines += variables.map { "  \($0.symbol)  \($0.byteCount) bytes" }
    return lines
  }
}

extension LibraryHints.Function {
  /// What stands behind the function's name.
  var text: String {
    var parts: [String] = []
    if let byteCount { parts.append("\(byteCount) bytes") }
    if let version { parts.append("version \(version)") }
    return (parts + likely).joined(separator: "; ")
  }
}
