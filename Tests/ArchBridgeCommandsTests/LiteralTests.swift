import Foundation
import Testing

/// Each literal against a function of the fixtures that hands it back.
@Suite(.enabled(if: Fixtures.areThere)) struct LiteralTests {
  @Test(arguments: [
    ("scalars", "int echo_int(int v)", ["0x1f"], "31"),
    ("scalars", "int echo_int(int v)", ["-2147483648"], "-2147483648"),
    ("scalars", "int echo_int(int v)", ["-0x10"], "-16"),
    ("scalars", "char echo_char(char v)", ["-5"], "-5"),
    ("scalars", "unsigned char echo_unsigned_char(unsigned char v)", ["255"], "255"),
    ("scalars", "_Bool echo_bool(_Bool v)", ["true"], "true"),
    ("scalars", "_Bool echo_bool(_Bool v)", ["0"], "false"),
    (
      "scalars", "unsigned long long echo_unsigned_long_long(unsigned long long v)",
      ["18446744073709551615"], "18446744073709551615"
    ),
    ("scalars", "float echo_float(float v)", ["0.1"], "0.1"),
    ("scalars", "double echo_double(double v)", ["1e300"], "1e+300"),
    ("scalars", "double echo_double(double v)", ["-inf"], "-inf"),
    ("scalars", "double echo_double(double v)", ["3"], "3.0"),
    ("strings", "const char *echo_text(const char *text)", ["hello"], "hello"),
    ("strings", "const char *echo_text(const char *text)", ["5"], "5"),
    ("strings", "const char *echo_text(const char *text)", ["-5"], "-5"),
    ("strings", "const char *echo_text(const char *text)", ["null"], "null"),
    ("strings", "int byte_count(const char *text)", ["null"], "-1"),
    ("strings", "int byte_count(const char *text)", ["text:null"], "4"),
    ("strings", "int byte_count(const char *text)", [""], "0"),
    ("strings", "int byte_count(const char *text)", ["[97, 98]"], "2"),
    ("strings", "int byte_count(const char *text)", ["[97, b]"], "7"),
    ("pointers", "double sum_doubles(const double *values, int count)", ["[1, 2.5]", "2"], "3.5"),
    ("pointers", "long long sum_ints(const int *values, int count)", ["[]", "0"], "0"),
    ("pointers", "long long sum_ints(const int *values, int count)", ["7", "1"], "7"),
    ("pointers", "int is_null(const void *pointer)", ["null"], "1"),
    ("pointers", "int is_null(const void *pointer)", ["0x10"], "0"),
  ])
  func `a literal becomes what the prototype says`(
    _ library: String, _ prototype: String, _ literals: [String], _ expected: String
  ) {
    for architecture in ["i386", "x86_64"] {
      let run = Tool(
        ["call", library, prototype] + literals + Fixtures.options(architecture))
      #expect(run.output == expected + "\n" && run.error.isEmpty, "\(architecture): \(run.error)")
    }
  }

  @Test(arguments: ["i386", "x86_64"])
  func `pointers that are not const are printed by name`(_ architecture: String) {
    let run = Tool(
      ["call", "pointers", "int fill_ints(int *values, int, int)", "out:3", "3", "10"]
        + Fixtures.options(architecture))
    #expect(run.lines.dropFirst() == ["values = [10, 11, 12]"])
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a pointer without a name is printed by its number`(_ architecture: String) {
    let run = Tool(
      ["call", "pointers", "void twice(int *)", "21"] + Fixtures.options(architecture))
    #expect(run.output == "argument1 = 42\n")
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a char buffer is printed as text`(_ architecture: String) {
    let run = Tool(
      ["call", "strings", "void make_upper_case(char *text)", "hello"]
        + Fixtures.options(architecture))
    #expect(run.output == "text = HELLO\n")
  }

  @Test(arguments: ["i386", "x86_64"])
  func `out with a count gives a char buffer room`(_ architecture: String) {
    let run = Tool(
      [
        "call", "strings", "int copy_text(const char *from, char *to, int capacity)", "abc",
        "out:16", "16",
      ] + Fixtures.options(architecture))
    #expect(run.lines.last == "to = abc")
  }

  @Test func `a file's bytes are an argument`() throws {
    let run = Tool(
      "call", "libz.so.1",
      "unsigned long crc32(unsigned long crc, const void *buf, unsigned int len)", "0",
      "@\(#filePath)", "4")
    // The checksum of the first four bytes of this file: "impo".
    #expect(run.output == "3579263705\n")
  }

  @Test func `a name of an enumeration is an argument`() throws {
    let run = Tool(
      ["call", "scalars", "echo_enum", "GREEN", "--declarations", try declarations()]
        + Fixtures.options("i386"))
    #expect(run.output == "5 (GREEN)\n")
  }

  @Test func `the prototype comes from a file of declarations`() throws {
    let run = Tool(
      ["call", "scalars", "echo_int", "7", "--declarations", try declarations()]
        + Fixtures.options("i386"))
    #expect(run.output == "7\n")
  }

  private func declarations() throws -> String {
    let file = Fixtures.folder.appending(path: "tests.h")
    try Data(
      """
      /* Declarations that the tests of the command line read. */
      enum colour { RED, GREEN = 5, BLUE, DARKEST = -7 };
      enum colour echo_enum(enum colour value);
      int echo_int(int value);

      """.utf8
    ).write(to: file, options: .atomic)
    return file.path
  }
}
