import ArchBridgeABI

/// A C program for x86-64 that prints how its compiler passes records by value, one a line.
///
/// Each record is passed before a number of each kind: how many registers the record took is how
/// many the numbers were moved on by.
struct PassingProgram {
  let source: String

  init(_ spellings: [String], after definitions: String) {
    var text = """
      \(definitions)
      extern int printf(const char *, ...);
      long integers[3];
      double numbers[3];
      void capture(void);
      __asm__(
        ".pushsection .text\\n.globl capture\\ncapture:\\n"
        "movq %rdi, integers(%rip)\\nmovq %rsi, integers+8(%rip)\\nmovq %rdx, integers+16(%rip)\\n"
        "movsd %xmm0, numbers(%rip)\\nmovsd %xmm1, numbers+8(%rip)\\n"
        "movsd %xmm2, numbers+16(%rip)\\nmovq %rdi, %rax\\nret\\n.popsection\\n");
      static int integer(void) {
        for (int i = 0; i < 3; ++i) if (integers[i] == 0x1234567812345678) return i;
        return -1;
      }
      static int number(void) {
        for (int i = 0; i < 3; ++i) if (numbers[i] == 0x1.23456789p100) return i;
        return -1;
      }
      #define PASS(type) do { \\
          static type value; \\
          ((void (*)(type, long, double))capture)(value, 0x1234567812345678, 0x1.23456789p100); \\
          printf("%d integer, %d sse", integer(), number()); \\
          ((type (*)(long))capture)(0x1234567812345678); \\
          printf(", %s\\n", integer() == 1 ? "memory" : "registers"); \\
        } while (0)

      """
    for (index, spelling) in spellings.enumerated() {
      text += "static void pass\(index)(void) { PASS(\(spelling)); }\n"
    }
    text += "int main(void) {\n"
    for index in spellings.indices { text += "  pass\(index)();\n" }
    source = text + "  return 0;\n}\n"
  }

  /// The line that the program prints where its compiler passes a record so.
  static func line(for passing: CPassing) -> String {
    guard case .registers(let classes) = passing else { return "0 integer, 0 sse, memory" }
    let integerCount = classes.count { $0 == .integer }
    return "\(integerCount) integer, \(classes.count { $0 == .sse }) sse, registers"
  }
}
