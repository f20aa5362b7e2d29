extension RandomRecordGenerator {
  /// The types of members that are no records.
  var scalars: [String] {
    var types = [
      "_Bool", "char", "signed char", "unsigned char", "short", "unsigned short", "int",
      "unsigned", "long", "unsigned long", "long long", "unsigned long long", "float", "double",
      "enum few", "enum negative", "enum great", "enum wide",
    ]
    if features.contains(.longDouble) { types.append("long double") }
    if features.contains(.complex) {
      types += ["_Complex float", "_Complex double"]
      if features.contains(.longDouble) { types.append("_Complex long double") }
    }
    return types
  }

  /// The types of bit-fields, with the widths that both data models have.
  var bitFieldTypes: [(type: String, bitCount: Int)] {
    [
      ("_Bool", 1), ("char", 8), ("signed char", 8), ("unsigned char", 8), ("short", 16),
      ("unsigned short", 16), ("int", 32), ("unsigned", 32), ("int", 32), ("unsigned", 32),
      ("long", 32), ("unsigned long", 32), ("long long", 64), ("unsigned long long", 64),
      ("enum few", 32), ("enum negative", 32), ("enum wide", 64), ("enum wide_negative", 64),
    ]
  }

  /// The lengths of arrays.
  var lengths: [Int] { features.contains(.empty) ? [1, 2, 3, 5, 0] : [1, 2, 3, 5] }

  /// What stands after a record's `}`.
  mutating func attributes() -> String {
    var text = ""
    if features.contains(.packed), chance(1, in: 6) { text += " __attribute__((packed))" }
    if features.contains(.aligned), chance(1, in: 10) {
      text += " __attribute__((aligned(\(pick([1, 2, 4, 8, 16, 32])))))"
    }
    return text
  }

  /// What stands after a member.
  mutating func memberAttributes() -> String {
    var text = ""
    if features.contains(.packed), chance(1, in: 15) { text += " __attribute__((packed))" }
    if features.contains(.aligned), chance(1, in: 15) {
      text +=
        chance(1, in: 8)
        ? " __attribute__((aligned))" : " __attribute__((aligned(\(pick([1, 2, 4, 8, 16])))))"
    }
    return text
  }

  /// What stands after a bit-field; compilers agree on large alignments without `#pragma pack`.
  mutating func bitFieldAttributes() -> String {
    var text = ""
    if features.contains(.packed), chance(1, in: 15) { text += " __attribute__((packed))" }
    if features.contains(.aligned), !isPragmaPacked, chance(1, in: 12) {
      text += " __attribute__((aligned(\(pick([8, 16])))))"
    }
    return text
  }
}
