/// Swift source as it is written, line by line, in the layout of the project's formatter.
struct CodeText {
  static let lineLength = 100

  private(set) var lines: [String] = []
  private var depth = 0

  private var indentation: String { String(repeating: "  ", count: depth) }

  mutating func indent() { depth += 1 }
  mutating func outdent() { depth -= 1 }

  /// Adds a line, or several, at the current indentation; an empty one stays empty.
  mutating func add(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? "" : indentation + line)
    }
  }

  /// Adds an empty line, unless there is one or a scope has just begun.
  mutating func separate() {
    if let last = lines.last, !last.isEmpty, !last.hasSuffix("{") || last.hasPrefix("///") {
      lines.append("")
    }
  }

  /// Adds documentation, of which empty lines separate paragraphs.
  mutating func document(_ paragraphs: [String]) {
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { add("///") }
      for line in Self.wrapped(paragraph, width: Self.lineLength - 4 - 2 * depth) {
        add(line.isEmpty ? "///" : "/// " + line)
      }
    }
  }

  /// Adds `head(elements)tail` on one line where it fits, else with the elements on lines of their
  /// own; `hangs` says that what follows them stands on a line of its own then.
  mutating func add(_ head: String, _ elements: [String], _ tail: String, hangs: Bool) {
    let line = "\(head)(\(elements.joined(separator: ", ")))\(tail)"
    if (fits(line) && !line.contains("\n")) || elements.isEmpty {
      add(line)
      return
    }
    add(head + "(")
    depth += 1
    var rest = Self.filled(elements, width: Self.lineLength - 2 * depth)
    if !hangs, let last = rest.popLast() {
      if fits(last + ")" + tail) {
        rest.append(last + ")" + tail)
      } else {
        rest.append(
          contentsOf: Self.filled(elements, width: Self.lineLength - 2 * depth - 2 - tail.count)
            .suffix(1))
        rest[rest.count - 1] += ")" + tail
      }
    }
    for line in rest { add(line) }
    depth -= 1
    if hangs { add(")" + tail) }
  }

  /// Adds `head { body }` on one line where it fits, else on three.
  mutating func add(_ head: String, body: String) {
    let line = "\(head) { \(body) }"
    add(fits(line) ? line : "\(head) {\n  \(body)\n}")
  }

  private func fits(_ line: String) -> Bool {
    line.split(separator: "\n").allSatisfy { indentation.count + $0.count <= Self.lineLength }
  }

  /// The elements with commas between them, as many on a line as fit.
  static func filled(_ elements: [String], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for (index, element) in elements.enumerated() {
      let text = index == elements.count - 1 ? element : element + ","
      if line.isEmpty {
        line = text
      } else if !line.contains("\n"), !text.contains("\n"), line.count + 1 + text.count <= width {
        line += " " + text
      } else {
        lines.append(line)
        line = text
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The words of a text on lines of at most `width`; lines that begin with a dash, or are indented,
  /// begin a line.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indentation = String(paragraph.prefix { $0 == " " })
      let hanging = paragraph.dropFirst(indentation.count).hasPrefix("- ") ? "  " : ""
      var line = ""
      for word in paragraph.split(separator: " ") {
        if line.isEmpty {
          line = indentation + word
        } else if line.count + 1 + word.count <= width {
          line += " " + word
        } else {
          lines.append(line)
          line = indentation + hanging + word
        }
      }
      lines.append(line)
    }
    return lines
  }
}
