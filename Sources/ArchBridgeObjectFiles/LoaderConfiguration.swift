/// What a text in the form of `/etc/ld.so.conf` says: folders, and other texts to include.
///
/// Every text has a meaning: as for `ldconfig`, a line is a folder unless it is something else.
public struct LoaderConfiguration: Hashable, Sendable {
  /// What one word of the text says.
  public enum Entry: Hashable, Sendable {
    /// A folder with libraries.
    case folder(String)
    /// A pattern of paths (`glob`) of texts that stand in this place.
    ///
    /// One that does not start with a slash counts from the folder of the text that holds it.
    case include(pattern: String)
  }

  /// What the text says, first to last, which is the order of the search.
  public let entries: [Entry]

  /// Reads a text.
  public init(_ text: String) {
    var entries: [Entry] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let content = Self.trimmed(line.prefix { $0 != UInt8(ascii: "#") })
      if let patterns = Self.operand(of: "include", in: content) {
        for pattern in patterns.split(whereSeparator: Self.isBlank) {
          entries.append(.include(pattern: String(Substring(pattern))))
        }
      } else if Self.operand(of: "hwcap", in: content) == nil {
        let folder = Self.folder(content)
        if !folder.isEmpty { entries.append(.folder(folder)) }
      }
    }
    self.entries = entries
  }

  /// The folders that the text itself names, first to last.
  public var folders: [String] {
    entries.compactMap { if case .folder(let folder) = $0 { folder } else { nil } }
  }

  /// The patterns of the texts that it includes, first to last.
  public var includePatterns: [String] {
    entries.compactMap { if case .include(let pattern) = $0 { pattern } else { nil } }
  }

  /// What follows `keyword` and a blank, if `line` starts with them.
  private static func operand(
    of keyword: String, in line: Substring.UTF8View
  ) -> Substring.UTF8View? {
    guard line.starts(with: keyword.utf8) else { return nil }
    let rest = line.dropFirst(keyword.utf8.count)
    guard let next = rest.first, isBlank(next) else { return nil }
    return rest
  }

  /// The folder of a line, without the library type that may follow it, and final slashes.
  private static func folder(_ line: Substring.UTF8View) -> String {
    var name = trimmed(line.prefix { $0 != UInt8(ascii: "=") })
    while name.count > 1, name.last == UInt8(ascii: "/") { name = name.dropLast() }
    return String(Substring(name))
  }

  private static func trimmed(_ line: Substring.UTF8View) -> Substring.UTF8View {
    var rest = line.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0x09 && byte <= 0x0D
  }
}
