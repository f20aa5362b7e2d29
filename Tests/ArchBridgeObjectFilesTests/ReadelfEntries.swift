import Foundation
import Testing

/// What `readelf` prints of the entries of debug information: another reader of the same.
struct ReadelfEntries {
  final class Entry {
    let tag: String
    var attributes: [String: String] = [:]
    var children: [Entry] = []
    init(tag: String) { self.tag = tag }

    var name: String? { attributes["DW_AT_name"].map(ReadelfEntries.text) }
    var byteCount: Int? { attributes["DW_AT_byte_size"].flatMap(ReadelfEntries.number) }
  }

  private(set) var entries: [Int: Entry] = [:]
  private(set) var units: [Entry] = []

  init(_ path: String) throws {
    let text = try Tool.run("readelf", ["--debug-dump=info", path])
    var stack: [Entry] = []
    var current: Entry?
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" <"), let end = line.firstIndex(of: ">") {
        let depth = Int(line.dropFirst(2).prefix { $0 != ">" }, radix: 16) ?? 0
        let offset = line[line.index(after: end)...].dropFirst().prefix { $0 != ">" }
        guard let open = line.lastIndex(of: "("), line.hasSuffix(")") else { continue }
        let entry = Entry(tag: String(line[open...].dropFirst().dropLast()))
        entries[Int(offset, radix: 16) ?? -1] = entry
        stack.removeLast(max(0, stack.count - depth))
        if let parent = stack.last { parent.children.append(entry) } else { units.append(entry) }
        stack.append(entry)
        current = entry
      } else if line.hasPrefix("    <"), let at = line.range(of: "DW_AT_"),
        let colon = line[at.lowerBound...].firstIndex(of: ":")
      {
        let name = line[at.lowerBound..<colon].trimmingCharacters(in: .whitespaces)
        current?.attributes[name] = String(line[line.index(after: colon)...])
          .trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// A value without what readelf says of where it is: `(indirect string, offset: 0x5): name`.
  static func text(_ value: String) -> String {
    guard value.hasPrefix("("), let end = value.range(of: "): ") else { return value }
    return String(value[end.upperBound...])
  }

  static func number(_ value: String) -> Int? {
    let word = text(value).split(whereSeparator: { " \t()".contains($0) }).first.map(String.init)
    guard let word else { return nil }
    return word.hasPrefix("0x") ? Int(word.dropFirst(2), radix: 16) : Int(word)
  }

  /// The entry that an attribute leads to.
  func target(_ entry: Entry, _ attribute: String) -> Entry? {
    guard let value = entry.attributes[attribute], let start = value.range(of: "0x") else {
      return nil
    }
    return entries[Int(value[start.upperBound...].prefix(while: \.isHexDigit), radix: 16) ?? -1]
  }

  /// The entry with what it completes or is a copy of.
  func chain(_ entry: Entry) -> [Entry] {
    var chain = [entry]
    while chain.count < 8,
      let next = target(chain[chain.count - 1], "DW_AT_abstract_origin")
        ?? target(chain[chain.count - 1], "DW_AT_specification")
    { chain.append(next) }
    return chain
  }
}
