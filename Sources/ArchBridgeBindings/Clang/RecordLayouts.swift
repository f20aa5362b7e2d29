/// The layouts of records as clang computes them for the architecture.
package struct RecordLayouts: Sendable {
  /// One record's layout.
  package struct Layout: Hashable, Sendable {
    package var byteCount = 0
    package var alignment = 0
    /// Where the members with names begin, in bits.
    package var bitOffsets: [String: Int] = [:]
  }

  /// The layouts by their record's tag, or by its place where it has none.
  private var layouts: [String: Layout] = [:]

  package init() {}

  /// C code that has clang lay out the records of a header, to be put behind the header's own.
  ///
  /// Clang can also be told to lay out every record as soon as it is complete; it has not read the
  /// attributes behind the closing brace then.
  package static func probe(_ header: Header) -> String {
    let spelled = header.recordOrder.compactMap { header.records[$0] }
      .filter { $0.isComplete && $0.hasSpelling }.map(\.spelling)
    // A record may have no name but that of a pointer to it.
    let pointed = header.typedefOrder.filter { name in
      guard case .pointer(let pointer)? = header.typedefs[name]?.type,
        case .record(let key) = pointer.pointee, let record = header.records[key]
      else { return false }
      return record.isComplete && !record.hasSpelling
    }
    let types = spelled + pointed.map { "*(\($0))0" }
    return types.enumerated().map { index, type in
      "\nint ab_layout\(index)[sizeof(\(type))];"
    }.joined() + "\n"
  }

  /// Reads what `-fdump-record-layouts` prints.
  package init(_ dump: String) {
    var key: String?
    var layout = Layout()
    for line in dump.split(separator: "\n") {
      guard let bar = line.firstIndex(of: "|") else {
        (key, layout) = (nil, Layout())
        continue
      }
      let text = line[line.index(after: bar)...]
      if text.hasPrefix(" [sizeof=") {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard let known = key, numbers.count >= 2 else { continue }
        (layout.byteCount, layout.alignment) = (numbers[0], numbers[1])
        layouts[known] = layouts[known] ?? layout
        (key, layout) = (nil, Layout())
      } else if key == nil {
        key = Self.key(ByteText.trimmed(text))
      } else if text.hasPrefix("   "), !text.hasPrefix("    "),
        let offset = Self.bitOffset(line[..<bar]), let name = text.split(separator: " ").last,
        text.last != " "
      {
        layout.bitOffsets[String(name)] = offset
      }
    }
  }

  /// The layout of a record.
  func layout(of record: HeaderRecord) -> Layout? {
    layouts[record.key] ?? layouts[record.place]
  }

  private static func key(_ text: String) -> String? {
    let words = TypeToken.tokens(of: text)
    guard words.count <= 2, case .word(let tag) = words.last else { return nil }
    return tag
  }

  /// The bit that `24` or `20:3-5` begins at.
  private static func bitOffset(_ text: Substring) -> Int? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let byte = numbers.first else { return nil }
    return byte * 8 + (numbers.count > 1 ? numbers[1] : 0)
  }
}
