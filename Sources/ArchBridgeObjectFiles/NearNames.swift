/// The names that somebody who wrote `name` may have meant, the likeliest first.
///
/// Names that differ only in what compilers add or ignore come first: upper and lower case, leading
/// and trailing underscores (Fortran's `dgesv_`), and the decoration of stdcall (`_name@8`). The
/// others differ in at most a third of the bytes that are left without these, and in five at most,
/// by the distance of Damerau and Levenshtein.
///
/// - Parameters:
///   - name: The name that was not found.
///   - names: The names that there are. One that occurs twice is given once.
///   - limit: How many names to give at most.
public func nearNames(to name: String, in names: [String], limit: Int) -> [String] {
  guard limit > 0 else { return [] }
  let wanted = DecoratedName(name)
  let length = wanted.plain.count
  let cutOff = min(max(length / 3, length > 1 ? 1 : 0), 5)
  let leastByteCount = length - cutOff
  let greatestByteCount = length + cutOff + DecoratedName.decorationByteLimit
  var distance = EditDistance()
  var found: [NearName] = []
  var seen: Set<String> = []
  for candidate in names {
    let byteCount = candidate.utf8.count
    guard byteCount >= leastByteCount, byteCount <= greatestByteCount else { continue }
    let decorated = DecoratedName(candidate)
    guard let plain = distance.between(wanted.plain, decorated.plain, limit: cutOff),
      seen.insert(candidate).inserted
    else { continue }
    let decoration = abs(wanted.decorationByteCount - decorated.decorationByteCount)
    found.append(
      NearName(
        name: candidate, distance: plain, decoration: decoration,
        otherCase: decorated.bytes.starts(with: wanted.bytes) ? 0 : 1))
  }
  return found.sorted().prefix(limit).map(\.name)
}

/// A name that was found, with what orders it among the others.
private struct NearName: Comparable {
  let name: String
  let distance: Int
  let decoration: Int
  let otherCase: Int

  static func < (left: NearName, right: NearName) -> Bool {
    (left.distance, left.decoration, left.otherCase, left.name)
      < (right.distance, right.decoration, right.otherCase, right.name)
  }
}

/// A name with what compilers add to it taken off.
private struct DecoratedName {
  /// How many bytes of decoration are expected, for a quick first choice.
  static let decorationByteLimit = 8

  let bytes: [UInt8]
  /// The name in lower case, without underscores around it and stdcall's decoration.
  let plain: [UInt8]

  /// How many bytes were taken off.
  var decorationByteCount: Int { bytes.count - plain.count }

  init(_ name: String) {
    bytes = Array(name.utf8)
    let folded = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    var rest = folded[...]
    if let mark = rest.lastIndex(of: UInt8(ascii: "@")), mark + 1 < rest.endIndex,
      rest[(mark + 1)...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      rest = rest[..<mark]
      if rest.first == UInt8(ascii: "@") { rest = rest.dropFirst() }
    }
    while rest.count > 1, rest.first == UInt8(ascii: "_") { rest = rest.dropFirst() }
    while rest.count > 1, rest.last == UInt8(ascii: "_") { rest = rest.dropLast() }
    plain = [UInt8](rest)
  }
}
