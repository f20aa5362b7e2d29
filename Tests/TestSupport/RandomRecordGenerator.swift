/// Makes up structures and unions, the same ones for each seed.
///
/// Those that come later can have members of those that came before, so that a program needs all
/// definitions in order, after the `preamble`. GCC and Clang compile each of them.
public struct RandomRecordGenerator {
  /// The enumerations that the definitions use.
  public static let preamble = """
    enum few { FEW_A, FEW_B, FEW_C };
    enum negative { NEGATIVE_A = -1, NEGATIVE_B = 1 };
    enum great { GREAT_A = 0xFFFFFFFF };
    enum wide { WIDE_A = 0x100000000 };
    enum wide_negative { WIDE_NEGATIVE_A = -1, WIDE_NEGATIVE_B = 0xFFFFFFFF };

    """

  let features: RandomRecordFeatures
  var random: SeededGenerator
  private var count = 0
  private var memberCount = 0
  /// Whether the record that is being made stands between `#pragma pack` lines.
  private(set) var isPragmaPacked = false
  /// What later records can have for members.
  private var known: [String] = []

  /// Starts the sequence that this seed gives.
  public init(seed: UInt64, features: RandomRecordFeatures = .all) {
    random = SeededGenerator(seed: seed)
    self.features = features
  }

  /// Makes up the next record.
  public mutating func next() -> RandomRecord {
    let keyword = features.contains(.unions) && chance(1, in: 5) ? "union" : "struct"
    let spelling = "\(keyword) r\(count)"
    count += 1
    memberCount = 0
    var record = RandomRecord(
      spelling: spelling, definition: "", members: [], hasFlexibleArray: false)
    isPragmaPacked = features.contains(.pragmaPack) && chance(1, in: 6)
    let body = body(of: &record, keyword, depth: 0)
    record.definition = "\(spelling) {\n\(body)}\(attributes());\n"
    if isPragmaPacked {
      record.definition =
        "#pragma pack(push, \(pick([1, 2, 4, 8, 16])))\n\(record.definition)#pragma pack(pop)\n"
    }
    if !record.hasFlexibleArray { known.append(spelling) }
    return record
  }

  /// The members of a record, one a line.
  private mutating func body(
    of record: inout RandomRecord, _ keyword: String, depth: Int
  ) -> String {
    var text = ""
    let isEmpty = features.contains(.empty) && chance(1, in: 40)
    let lineCount = isEmpty ? 0 : Int.random(in: 1...(depth == 0 ? 7 : 3), using: &random)
    for index in 0..<lineCount {
      if depth < 3, chance(1, in: 12) {
        text += nested(in: &record, depth: depth)
      } else if features.contains(.bitFields), chance(1, in: 3) {
        for _ in 0..<Int.random(in: 1...4, using: &random) { text += bitField(in: &record) }
      } else if features.contains(.flexibleArrays), depth == 0, keyword == "struct",
        !record.members.isEmpty, index == lineCount - 1, chance(1, in: 8)
      {
        let name = name(in: &record)
        record.hasFlexibleArray = true
        text += "  \(pick(scalars)) \(name)[];\n"
      } else {
        text += member(in: &record)
      }
    }
    return text
  }

  /// A record inside another, with a name or without.
  private mutating func nested(in record: inout RandomRecord, depth: Int) -> String {
    let keyword = features.contains(.unions) && chance(1, in: 2) ? "union" : "struct"
    if chance(1, in: 2) {
      let members = body(of: &record, keyword, depth: depth + 1)
      // GCC has no anonymous records without members that can be named.
      return "\(keyword) {\n\(members)  char \(name(in: &record));\n}\(attributes());\n"
    }
    var inner = record
    let members = body(of: &inner, keyword, depth: depth + 1)
    let name = name(in: &record)
    return "\(keyword) {\n\(members)}\(attributes()) \(name)\(chance(1, in: 4) ? "[2]" : "");\n"
  }

  private mutating func member(in record: inout RandomRecord) -> String {
    let name = name(in: &record)
    let declared: String
    switch Int.random(in: 0..<12, using: &random) {
    case 0: declared = "void *\(name)"
    case 1: declared = "int (*\(name))(\(record.spelling) *, double)"
    case 2: declared = "\(record.spelling) *const \(name)"
    case 3: declared = "\(pick(scalars)) \(name)[\(pick(lengths))][2]"
    case 4, 5: declared = "\(pick(scalars)) \(name)[\(pick(lengths))]"
    case 6 where !known.isEmpty, 7 where !known.isEmpty:
      let type = pick(Array(known.suffix(30)))
      declared = "\(type) \(name)\(chance(1, in: 4) ? "[\(pick(lengths))]" : "")"
    default: declared = "\(chance(1, in: 6) ? "const " : "")\(pick(scalars)) \(name)"
    }
    return "  \(declared)\(memberAttributes());\n"
  }

  private mutating func bitField(in record: inout RandomRecord) -> String {
    let (type, width) = pick(bitFieldTypes)
    let bitCount = Int.random(in: 1...width, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "  \(type) : 0\(bitFieldAttributes());\n"
    case 1: return "  \(type) : \(bitCount)\(bitFieldAttributes());\n"
    case 2:
      let name = name(in: &record, bitCount: width)
      return "  \(type) \(name) : \(width)\(bitFieldAttributes());\n"
    default:
      let name = name(in: &record, bitCount: bitCount)
      return "  \(type) \(name) : \(bitCount)\(bitFieldAttributes());\n"
    }
  }

  private mutating func name(in record: inout RandomRecord, bitCount: Int? = nil) -> String {
    memberCount += 1
    record.members.append(.init(name: "m\(memberCount)", bitCount: bitCount))
    return "m\(memberCount)"
  }

  // MARK: Chance

  /// Whether something happens that does so this often.
  mutating func chance(_ hits: Int, in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) < hits
  }

  /// One of several.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
}
