import ArchBridgeABI
import TestSupport

/// A C program that prints how its compiler lays records out, one a line.
struct LayoutProgram {
  let source: String

  init(_ records: [RandomRecord], after definitions: String) {
    var text = """
      \(definitions)
      extern int printf(const char *, ...);
      static void bits(const unsigned char *bytes, unsigned long count) {
        unsigned long first = 0, length = 0;
        for (unsigned long bit = 0; bit < 8 * count; ++bit) {
          if (!(bytes[bit / 8] >> bit % 8 & 1)) continue;
          if (length++ == 0) first = bit;
        }
        printf(" %lu:%lu", first, length);
      }
      #define PLACE(type, name) printf(" %lu", (unsigned long)__builtin_offsetof(type, name))
      #define BITS(type, name) do { \\
          type value; \\
          __builtin_memset(&value, 0, sizeof value); \\
          value.name = -1; \\
          bits((const unsigned char *)&value, sizeof value); \\
        } while (0)

      """
    for (index, record) in records.enumerated() {
      text += "static void print\(index)(void) {\n"
      text += "  printf(\"%lu %lu\", (unsigned long)sizeof(\(record.spelling)), "
      text += "(unsigned long)_Alignof(\(record.spelling)));\n"
      for member in record.members {
        let macro = member.bitCount == nil ? "PLACE" : "BITS"
        text += "  \(macro)(\(record.spelling), \(member.name));\n"
      }
      text += "  printf(\"\\n\");\n}\n"
    }
    text += "int main(void) {\n"
    for index in records.indices { text += "  print\(index)();\n" }
    source = text + "  return 0;\n}\n"
  }

  /// The line that the program prints for `record` where its compiler lays it out so.
  static func line(for record: RandomRecord, _ layout: CRecordLayout) -> String {
    var line = "\(layout.byteCount) \(layout.alignment)"
    for member in layout.members {
      line += " "
      if let bitOffset = member.bitOffset, let bitCount = member.bitCount {
        line += "\(8 * member.byteOffset + bitOffset):\(bitCount)"
      } else {
        line += "\(member.byteOffset)"
      }
    }
    return line
  }
}
