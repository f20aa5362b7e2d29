/// How the entries of a unit are encoded: what each code stands for.
struct DWARFAbbreviationTable {
  /// One attribute of the entries with one code.
  struct Attribute {
    let name: DWARFAttributeName
    let form: UInt16
    /// The value, where the form says that it stands here.
    let constant: Int64
  }

  /// The entries with one code.
  struct Shape {
    let tag: DWARFTag
    let hasChildren: Bool
    let attributes: Range<Int>
    /// How many bytes the attributes have, where that is always the same.
    let byteCount: Int?
  }

  private(set) var attributes: [Attribute] = []
  private var shapes: [Shape] = []
  /// Where in the shapes a code is, unless it is one less than the code.
  private var indices: [UInt64: Int] = [:]

  /// What the lengths of forms depend on.
  struct Key: Hashable {
    let offset: UInt64
    let addressByteCount: Int
    let isWide: Bool
    let version: UInt16
  }

  /// Reads a table; `allowance` is how many bytes of tables may still be read.
  init(_ bytes: ELFBytes, _ key: Key, allowance: inout Int) throws(ObjectFileError) {
    guard let start = Int(exactly: key.offset), start < bytes.bytes.count else {
      throw .outOfBounds(bytes.part, offset: bytes.offset)
    }
    var cursor = DWARFCursor(bytes, at: start)
    var form = DWARFForm(
      number: 0, addressByteCount: key.addressByteCount, isWide: key.isWide, version: key.version)
    while true {
      let code = try cursor.uleb()
      guard code != 0 else { break }
      let tag = DWARFTag(rawValue: UInt16(clamping: try cursor.uleb()))
      let hasChildren = try cursor.uint8() != 0
      let first = attributes.count
      var byteCount: Int? = 0
      while true {
        let (name, number) = (try cursor.uleb(), try cursor.uleb())
        let constant = number == 0x21 ? Int64(bitPattern: try cursor.sleb()) : 0
        guard name != 0 || number != 0 else { break }
        form.number = number
        byteCount = form.fixedByteCount.flatMap { one in byteCount.map { $0 + one } }
        attributes.append(
          Attribute(
            name: DWARFAttributeName(rawValue: UInt16(clamping: name)),
            form: UInt16(clamping: number), constant: constant))
      }
      if code != UInt64(shapes.count + 1) { indices[code] = shapes.count }
      shapes.append(
        Shape(
          tag: tag, hasChildren: hasChildren, attributes: first..<attributes.count,
          byteCount: byteCount))
      guard cursor.position - start <= allowance else { throw cursor.error }
    }
    allowance -= cursor.position - start
  }

  /// What a code stands for.
  func shape(_ code: UInt64) -> Shape? {
    if let index = indices[code] { return shapes[index] }
    guard code >= 1, code <= UInt64(shapes.count) else { return nil }
    let index = Int(code) - 1
    return shapes[index]
  }
}
