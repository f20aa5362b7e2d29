extension ELFFile {
  /// The texts in the library's constants that name a version, the first `limit` of them.
  ///
  /// - Throws: where the file is not whole.
  public func versionTexts(limit: Int) throws(ObjectFileError) -> [String] {
    var texts: [String] = []
    var left: UInt64 = 8 << 20
    for segment in image.segments where segment.kind == .load && !segment.isExecutable {
      let count = min(segment.byteCount, left)
      guard count > 0, segment.offset <= image.byteCount else { continue }
      left -= count
      let bytes = try image.read(
        .segment, at: segment.offset, byteCount: min(count, image.byteCount - segment.offset))
      let runs = bytes.bytes.split { !(0x20...0x7E ~= $0) }
      for run in runs where VersionText.isVersion(run) {
        let first = run.firstIndex { $0 != 0x20 } ?? run.startIndex
        let text = String(decoding: run[first...], as: UTF8.self)
        if !texts.contains(text) { texts.append(text) }
        if texts.count == limit { return texts }
      }
    }
    return texts
  }

  /// The names of the versions that exported symbols have, in order.
  public static func versions(of symbols: [ELFSymbol]) -> [String] {
    Set(symbols.compactMap(\.version)).sorted()
  }
}

/// Telling a text that names a version from any other.
enum VersionText {
  static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    guard 5...120 ~= text.count, hasNumber(text) else { return false }
    // A number alone: `3.45.1`.
    if text.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) {
      return text.contains(UInt8(ascii: ".")) && text.count <= 16
    }
    let lower = text.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    return ["version", "release", "copyright"].contains { word in
      let word = Array(word.utf8)
      return lower.indices.contains { lower[$0...].starts(with: word) }
    }
  }

  /// Whether two numbers have a point between them, and no `%` asks for one.
  private static func hasNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.contains(UInt8(ascii: "%")) else { return false }
    for index in text.indices.dropFirst().dropLast() where text[index] == UInt8(ascii: ".") {
      if text[index - 1].isDigit, text[index + 1].isDigit { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
