/// Builds ELF images of a few hundred bytes, sound ones and, by overrides, unsound ones.
///
/// One segment loads the whole file at `baseAddress`.
struct TinyELF {
  struct Symbol {
    var name: String
    var information: UInt8 = 0x12  // a global function
    var other: UInt8 = 0
    var section: UInt16 = 7
    var value: UInt64 = 0x40
    var byteCount: UInt64 = 4
    var version: UInt16 = 1
  }

  enum Hash: CaseIterable { case systemV, gnu, both, none }

  static let baseAddress: UInt64 = 0x1000

  var is64 = true
  var isLittleEndian = true
  var machine: UInt16 = 62
  var fileType: UInt16 = 3
  var hash = Hash.gnu
  var soname: String? = "libtiny.so.1"
  var needed = ["libc.so.6", "libm.so.6"]
  var runpath: String?
  var rpath: String?
  var symbols = [Symbol(name: "tiny")]
  /// The names of the versions 2, 3 and so on.
  var versions: [String] = []
  var hasWideHash = false
  var notes: [UInt8]?
  var noteAlignment: UInt64 = 4
  var interpreter: [UInt8]?
  /// More entries of the dynamic section, which replace those with the same tag.
  var dynamic: [(tag: UInt64, value: UInt64)] = []
  /// The tags of entries that are left out of the dynamic section.
  var omittedTags: Set<UInt64> = []

  /// The file, with where its parts are.
  struct Image {
    var bytes: [UInt8]
    var offsets: [String: Int]
    let isLittleEndian: Bool

    func offset(_ part: String) -> Int { offsets[part] ?? 0 }

    /// The same with a number of `byteCount` bytes replaced.
    func with(_ value: UInt64, byteCount: Int, at offset: Int) -> [UInt8] {
      var copy = bytes
      let encoded = encode(value, byteCount, isLittleEndian)
      copy.replaceSubrange(offset..<offset + byteCount, with: encoded)
      return copy
    }
  }

  var bytes: [UInt8] { image.bytes }

  var image: Image {
    var strings: [UInt8] = [0]
    func string(_ text: String) -> UInt64 {
      defer { strings += Array(text.utf8) + [0] }
      return UInt64(strings.count)
    }
    let parts = sections(string)
    let word = is64 ? 8 : 4
    var offset = is64 ? 64 : 52
    var offsets = ["programHeaders": offset]
    let segmentCount = 2 + (notes == nil ? 0 : 1) + (interpreter == nil ? 0 : 1)
    offset += segmentCount * (is64 ? 56 : 32)

    var entries: [(tag: UInt64, value: UInt64)] = needed.map { (1, string($0)) }
    if let soname { entries.append((14, string(soname))) }
    if let rpath { entries.append((15, string(rpath))) }
    if let runpath { entries.append((29, string(runpath))) }
    var body: [UInt8] = []
    for (name, tag, part) in parts + [("strings", 5, strings)] {
      while (offset + body.count) % 8 != 0 { body.append(0) }
      offsets[name] = offset + body.count
      if tag != 0 { entries.append((tag, UInt64(offset + body.count) + Self.baseAddress)) }
      body += part
    }
    entries += [(10, UInt64(strings.count)), (11, is64 ? 24 : 16)]
    if !versions.isEmpty { entries.append((0x6FFF_FFFD, UInt64(versions.count + 1))) }
    entries.removeAll { entry in
      omittedTags.contains(entry.tag) || dynamic.contains { $0.tag == entry.tag }
    }
    entries += dynamic
    while (offset + body.count) % 8 != 0 { body.append(0) }
    offsets["dynamic"] = offset + body.count
    let table = (entries + [(0, 0)]).flatMap { number($0.tag, word) + number($0.value, word) }
    body += table

    let byteCount = UInt64(offset + body.count)
    var headers = segment(1, offset: 0, byteCount: byteCount)
    headers += segment(2, offset: offsets["dynamic"] ?? 0, byteCount: UInt64(table.count))
    if let interpreter {
      headers += segment(
        3, offset: offsets["interpreter"] ?? 0, byteCount: UInt64(interpreter.count))
    }
    if let notes {
      headers += segment(4, offset: offsets["notes"] ?? 0, byteCount: UInt64(notes.count))
    }
    let bytes = header(segmentCount: segmentCount) + headers + body
    return Image(bytes: bytes, offsets: offsets, isLittleEndian: isLittleEndian)
  }

  private func header(segmentCount: Int) -> [UInt8] {
    let word = is64 ? 8 : 4
    var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, is64 ? 2 : 1, isLittleEndian ? 1 : 2, 1]
    bytes += [UInt8](repeating: 0, count: 9)
    bytes += number(UInt64(fileType), 2) + number(UInt64(machine), 2) + number(1, 4)
    bytes += number(0, word) + number(is64 ? 64 : 52, word) + number(0, word)
    bytes += number(0, 4) + number(is64 ? 64 : 52, 2) + number(is64 ? 56 : 32, 2)
    bytes += number(UInt64(segmentCount), 2) + number(0, 6)
    return bytes
  }

  private func segment(_ kind: UInt64, offset: Int, byteCount: UInt64) -> [UInt8] {
    let word = is64 ? 8 : 4
    let address = UInt64(offset) + Self.baseAddress
    let flags = number(4, 4)
    let places =
      number(UInt64(offset), word) + number(address, word) + number(address, word)
      + number(byteCount, word) + number(byteCount, word)
    let alignment = number(kind == 4 ? noteAlignment : 8, word)
    return is64
      ? number(kind, 4) + flags + places + alignment : number(kind, 4) + places + flags + alignment
  }

  func number(_ value: UInt64, _ byteCount: Int) -> [UInt8] {
    encode(value, byteCount, isLittleEndian)
  }
}

private func encode(_ value: UInt64, _ byteCount: Int, _ isLittleEndian: Bool) -> [UInt8] {
  let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  return isLittleEndian ? bytes : bytes.reversed()
}
