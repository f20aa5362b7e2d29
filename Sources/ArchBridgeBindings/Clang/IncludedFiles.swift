/// Which of the files that a preprocessor went through the bindings are made for.
///
/// These are the headers that were named, those in their folders that they include, and the pieces
/// that the C library keeps its headers' contents in (`bits/mathcalls.h`).
struct IncludedFiles {
  private let headers: Set<String>
  private let folders: [String]
  /// Whether each file that is open belongs, the innermost last.
  private var open: [(name: String, isOwn: Bool)] = []

  init(headers: [String]) {
    self.headers = Set(headers)
    folders = headers.map(Self.folder)
  }

  /// Whether the file that is being read belongs.
  var isOwn: Bool { open.last?.isOwn ?? false }

  /// Follows a line marker, without its `#`: `12 "/usr/include/a.h" 1 3`.
  mutating func read(marker: String) {
    let parts = marker.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return }
    let name = parts[1..<parts.count - 1].joined(separator: "\"")
    let flags = (parts.last ?? "").split(separator: " ")
    if flags.contains("1") || open.isEmpty {
      open.append((name, isOwn(name, isSystem: flags.contains("3"))))
    } else if flags.contains("2") {
      while open.count > 1, open.last?.name != name { open.removeLast() }
    }
  }

  private func isOwn(_ name: String, isSystem: Bool) -> Bool {
    if headers.contains(name) { return true }
    if isOwn, name.contains("/bits/") { return true }
    return !isSystem && folders.contains { name.hasPrefix($0) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}

/// The alignments that `#pragma pack` sets, saves and restores.
struct PackStack {
  private var saved: [Int?] = []
  /// The alignment in force; nil is the architecture's own.
  private(set) var alignment: Int?

  /// Follows a pragma, and returns whether it was one of these.
  mutating func read(_ pragma: Substring) -> Bool {
    guard pragma.hasPrefix("pack"), let open = pragma.firstIndex(of: "("),
      let close = pragma.lastIndex(of: ")"), open < close
    else { return false }
    let words = pragma[pragma.index(after: open)..<close].split(separator: ",")
      .map(ByteText.trimmed)
    let number = words.lazy.compactMap { Int($0) }.first
    switch words.first {
    case "push":
      saved.append(alignment)
      if let number { alignment = number }
    case "pop":
      if let last = saved.popLast() { alignment = last }
    default:
      alignment = number
    }
    return true
  }
}
