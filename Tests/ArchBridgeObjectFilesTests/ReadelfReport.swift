import Foundation

/// What binutils' `readelf` says about a file.
struct ReadelfReport {
  struct Symbol: Hashable {
    var name: String
    var version: String?
    var isDefault: Bool
    var type: String
    var address: UInt64
    var byteCount: UInt64
  }

  static let path = "/usr/bin/readelf"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  private(set) var lines: [String] = []
  private(set) var symbols: [Symbol] = []

  init(of file: String) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = ["-W", "-h", "-l", "-d", "-V", "-n", "--dyn-syms", file]
    process.environment = ["LC_ALL": "C"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    let versions = Set(lines.filter { $0.contains(" Rev: ") }.compactMap { $0.after("Name: ") })
    symbols = lines.compactMap { Self.symbol($0, versions) }
  }

  /// The bracketed values of the dynamic entries with a tag.
  func values(_ tag: String) -> [String] {
    lines.filter { $0.contains("(\(tag))") }
      .compactMap { $0.after("[")?.split(separator: "]", omittingEmptySubsequences: false).first }
      .map(String.init)
  }

  /// Whether the entry of flags with a tag names a flag.
  func hasFlag(_ flag: String, _ tag: String) -> Bool {
    lines.contains { $0.contains("(\(tag))") && $0.split(separator: " ").contains(Substring(flag)) }
  }

  var folders: (runpath: [String], rpath: [String]) {
    func split(_ tag: String) -> [String] {
      values(tag).flatMap {
        $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      }
    }
    return (split("RUNPATH"), split("RPATH"))
  }

  var bitCount: Int? { value("Class:").flatMap { Int($0.dropFirst(3)) } }
  var fileType: String? { value("Type:")?.split(separator: " ").first.map(String.init) }
  var buildID: String? { value("Build ID:") }

  var interpreter: String? {
    lines.compactMap { $0.after("program interpreter: ") }.first.map { String($0.dropLast()) }
  }

  private func value(_ name: String) -> String? {
    lines.compactMap { $0.after(name) }.first.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// A line of the symbol table, if it is one and the symbol is exported.
  private static func symbol(_ line: String, _ versions: Set<String>) -> Symbol? {
    // A file whose identification does not name GNU gets GNU's unique binding as a number.
    let words = line.replacing("<OS specific>: 10", with: "UNIQUE")
      .split(separator: " ").map(String.init)
    guard words.count >= 8, words[0].hasSuffix(":"), Int(words[0].dropLast()) != nil,
      let address = UInt64(words[1], radix: 16), let byteCount = number(words[2]),
      ["GLOBAL", "WEAK", "UNIQUE"].contains(words[4]), ["DEFAULT", "PROTECTED"].contains(words[5]),
      words[6] != "UND", !(words[6] == "ABS" && versions.contains(words[7]))
    else { return nil }
    let name = words[7].split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    return Symbol(
      name: name[0], version: name.count > 1 ? name[name.count - 1] : nil,
      isDefault: name.count != 2, type: words[3], address: address, byteCount: byteCount)
  }

  private static func number(_ word: String) -> UInt64? {
    word.hasPrefix("0x") ? UInt64(word.dropFirst(2), radix: 16) : UInt64(word)
  }
}

extension String {
  /// What follows the first occurrence of `text`.
  fileprivate func after(_ text: String) -> String? {
    range(of: text).map { String(self[$0.upperBound...]) }
  }
}
