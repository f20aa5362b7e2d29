import ArchBridgeObjectFiles

/// A library of one exported function, `tiny`, with debug information that is written byte by byte.
struct TinyDebugLibrary {
  /// What a code stands for: its tag, whether it has children, its attributes with their forms.
  typealias Shape = (
    code: UInt8, tag: UInt64, hasChildren: Bool, attributes: [(name: UInt64, form: UInt64)]
  )

  static let compileUnit: Shape = (1, 0x11, true, [(0x13, 0x0B)])
  /// Address, name, type.
  static let function: Shape = (
    2, 0x2E, true, [(0x11, 0x01), (0x03, 0x08), (0x49, 0x13), (0x27, 0x0C), (0x3F, 0x0C)]
  )
  static let parameter: Shape = (3, 0x05, false, [(0x03, 0x08), (0x49, 0x13)])
  /// Name, byte count, encoding.
  static let baseType: Shape = (4, 0x24, false, [(0x03, 0x08), (0x0B, 0x0B), (0x3E, 0x0B)])
  static let typedef: Shape = (5, 0x16, false, [(0x03, 0x08), (0x49, 0x13)])
  static let structure: Shape = (6, 0x13, true, [(0x03, 0x08), (0x0B, 0x0F)])
  static let member: Shape = (7, 0x0D, false, [(0x03, 0x08), (0x49, 0x13), (0x38, 0x0F)])
  static let pointer: Shape = (8, 0x0F, false, [(0x49, 0x13)])
  static let array: Shape = (9, 0x01, true, [(0x49, 0x13)])
  static let range: Shape = (10, 0x21, false, [(0x37, 0x0F)])
  static let usual = [
    compileUnit, function, parameter, baseType, typedef, structure, member, pointer, array, range,
  ]

  var shapes = usual
  /// The entries behind the compile unit's own.
  var entries: [UInt8] = []
  /// How much longer the unit says that it is.
  var excess: UInt64 = 0
  /// The units of `.debug_types`.
  var types: [UInt8] = []
  /// What stands for the abbreviations that the shapes give.
  var abbreviations: [UInt8]?

  /// Where the first entry behind the compile unit's own is, counted from the unit's start.
  static let first = 13

  var bytes: [UInt8] {
    let unit = little(4, 2) + little(0, 4) + [8] + [1, 0x0C] + entries + [0]
    let information = little(UInt64(unit.count) &+ excess, 4) + unit
    let table = abbreviations ?? shapes.flatMap(Self.bytes) + [0]
    return Self.library(
      [(".debug_info", information), (".debug_abbrev", table)]
        + (types.isEmpty ? [] : [(".debug_types", types)]))
  }

  func read() throws(ObjectFileError) -> DebugDeclarations {
    try DebugDeclarations(ObjectFileBytes(bytes), path: "/a/b.so", surroundings: Nothing())
  }

  struct Nothing: CodeMapSurroundings {
    func file(at path: String) -> (any ObjectFileSource)? { nil }
    func decompressed(
      _ stream: [UInt8], _ compression: SectionCompression, byteCount: Int
    ) -> [UInt8]? { nil }
  }

  static func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }

  /// `tiny` with one parameter of a type, and the same type for its result.
  static func tiny(_ name: String = "n", type: Int) -> [UInt8] {
    [2] + little(0x40, 8) + text("tiny") + little(UInt64(type), 4) + [1, 1]
      + [3] + text(name) + little(UInt64(type), 4) + [0]
  }

  static let int: [UInt8] = [4] + text("int") + [4, 5]

  private static func bytes(_ shape: Shape) -> [UInt8] {
    let attributes = shape.attributes + [(0, 0)]
    return [shape.code] + uleb(shape.tag) + [shape.hasChildren ? 1 : 0]
      + attributes.flatMap { uleb($0.name) + uleb($0.form) }
  }

  static func uleb(_ value: UInt64) -> [UInt8] {
    value < 0x80
      ? [UInt8(value)] : [UInt8(truncatingIfNeeded: value) | 0x80] + uleb(value >> 7)
  }

  /// A tiny library with section headers behind it.
  static func library(_ sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file = TinyELF().bytes
    var names: [UInt8] = [0]
    var headers = [UInt8](repeating: 0, count: 64)
    let all = sections + [(".shstrtab", [])]
    for (name, bytes) in all {
      let place = names.count
      names += text(name)
      let content = name == ".shstrtab" ? names : bytes
      headers += little(UInt64(place), 4) + little(1, 4) + little(0, 16)
      headers += little(UInt64(file.count), 8) + little(UInt64(content.count), 8)
      headers += little(0, 8) + little(1, 8) + little(0, 8)
      file += content
    }
    file.replaceSubrange(0x28..<0x30, with: little(UInt64(file.count), 8))
    file.replaceSubrange(0x3A..<0x3C, with: little(64, 2))
    file.replaceSubrange(0x3C..<0x3E, with: little(UInt64(all.count + 1), 2))
    file.replaceSubrange(0x3E..<0x40, with: little(UInt64(all.count), 2))
    return file + headers
  }
}
