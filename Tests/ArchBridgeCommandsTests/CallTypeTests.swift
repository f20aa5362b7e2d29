import Foundation
import Testing

/// Calls from the command line with every type of C's.
@Suite(.enabled(if: Fixtures.areThere)) struct CallTypeTests {
  private typealias C = ValueDeclarations

  @Test(arguments: ["i386", "x86_64"])
  func `a structure by value`(_ architecture: String) {
    let run = Tool(
      "call", "libc.so.6", "struct div_t { int quot; int rem; } div(int a, int b)", "17", "5",
      "--arch", architecture)
    #expect(run.output == "{quot: 3, rem: 2}\n")
  }

  @Test(arguments: [
    (C.point + "double point_length_squared(struct point p)", ["{3, 4.5}"], "29.25"),
    (C.point + "double point_length_squared(struct point p)", ["{y: 4.5}"], "20.25"),
    (C.point + "double points_sum(const struct point *p, int n)", ["[{1,2},{3,4}]", "2"], "10.0"),
    (
      C.point + "void points_fill(struct point *p, int n)", ["out:2", "2"],
      "p = [{x: 0.0, y: 0.0}, {x: 1.0, y: -1.0}]"
    ),
    (C.point + "void points_fill(struct point *p, int n)", ["out", "1"], "p = {x: 0.0, y: 0.0}"),
    (
      C.point + "void point_scale(struct point *p, double f)", ["{1, 2}", "3"],
      "p = {x: 3.0, y: 6.0}"
    ),
    (
      C.mixed + "struct mixed mixed_changed(struct mixed m)",
      ["{tag: 1, counts: [1, 2, 3], origin: {1}}"],
      "{tag: 2, value: 0.0, counts: [-1, -2, -3], origin: {x: 2.0, y: 0.0}}"
    ),
    (
      C.flags + "struct flags flags_changed(struct flags f)", ["{1, middle: -3}"],
      "{low: 2, middle: 3, high: 1099511627775}"
    ),
    (C.number + "int number_bits(union number n)", ["{f: 1}"], "1065353216"),
    (C.number + "int number_bits(union number n)", ["{7}"], "7"),
    (
      "struct five { char bytes[5]; } five_reversed(struct five f)", ["{abcd}"],
      "{bytes: \"\"}"
    ),
    (
      "struct five { char bytes[5]; } five_reversed(struct five f)", ["{[1, 2, 3, 4, 5]}"],
      "{bytes: \"\u{5}\u{4}\u{3}\u{2}\u{1}\"}"
    ),
    (
      "long double extended_twice(long double v)", ["1.00000000000000000123"],
      "2.0000000000000000024"
    ),
    ("void extended_halves(long double *v, int n)", ["[1, 2.5]", "2"], "v = [0.5, 1.25]"),
    ("double _Complex complex_conjugate(double _Complex z)", ["1.5+2i"], "(1.5, -2.0)"),
    ("double _Complex complex_conjugate(double _Complex z)", ["(1e-3, -2)"], "(0.001, 2.0)"),
    ("float _Complex complex_float_conjugate(float _Complex z)", ["-2i"], "(0.0, 2.0)"),
    ("double complex_sum(const double _Complex *z, int n)", ["[1+2i, (3, 4)]", "2"], "10.0"),
    ("int count_texts(char *const *texts)", ["[one, two]"], "2"),
    ("int texts_length(const char **texts, int n)", ["[\"a,\", null, b]", "3"], "103"),
    ("int wide_length(const wchar_t *text)", ["Grüße"], "5"),
    ("const wchar_t *wide_greeting(void)", [], "Grüße 😀"),
    ("const char16_t *utf16_greeting(void)", [], "Grüße 😀"),
    ("void wide_copy(wchar_t *to, const wchar_t *from, int n)", ["out:8", "ü", "8"], "to = ü"),
    (
      "enum large { LOW = 1, HIGH = 0xF0000000u } large_next(enum large v)", ["0xEFFFFFFF"],
      "4026531840 (HIGH)"
    ),
    ("enum large { LOW = 1, NONE } large_next(enum large v)", ["NONE"], "3"),
    ("extern int counter", [], "41"),
    ("extern struct point { double x, y; } corner", [], "{x: 1.0, y: 2.0}"),
    ("extern char title[16]", [], "untitled"),
    ("extern const double table[4]", [], "[1.5, 2.5, 3.5, 4.5]"),
    ("extern const char *const names[3]", [], "[\"one\", \"two\", null]"),
  ])
  func `a literal becomes what its type says, and comes back`(
    _ prototype: String, _ literals: [String], _ expected: String
  ) {
    for architecture in ["i386", "x86_64"] {
      let run = Tool(["call", "values", prototype] + literals + Fixtures.options(architecture))
      #expect(run.output == expected + "\n" && run.error.isEmpty, "\(architecture): \(run.error)")
    }
  }

  @Test(arguments: [
    (
      C.mixed + "struct mixed mixed_changed(struct mixed m)", ["{tag: 1}"],
      "{\"result\":{\"counts\":[0,0,0],\"origin\":{\"x\":1,\"y\":0},\"tag\":2,\"value\":0}}"
    ),
    (
      C.flags + "struct flags flags_changed(struct flags f)", ["{1, 2}"],
      "{\"result\":{\"high\":1099511627775,\"low\":2,\"middle\":-2}}"
    ),
    (
      "long double extended_twice(long double v)", ["1.00000000000000000123"],
      "{\"result\":\"2.0000000000000000024\"}"
    ),
    (
      "double _Complex complex_conjugate(double _Complex z)", ["1.5+2i"], "{\"result\":[1.5,-2]}"
    ),
    ("enum large { HIGH = 9 } large_next(enum large v)", ["8"], "{\"result\":9}"),
    ("extern const char *const names[3]", [], "{\"result\":[\"one\",\"two\",null]}"),
  ])
  func `JSON has the same`(_ prototype: String, _ literals: [String], _ expected: String) {
    let run = Tool(["call", "values", prototype, "--json"] + literals + Fixtures.options("i386"))
    #expect(run.output == expected + "\n", "\(run.error)")
  }

  @Test(arguments: [
    (C.flags + "void flags_set(struct flags *f)", ["{9}"], ["'low'", "9", "0 to 7"]),
    (C.point + "void point_scale(struct point *p, double f)", ["{z: 1}", "2"], ["z", "x, y"]),
    (C.point + "void point_scale(struct point *p, double f)", ["{1, 2, 3}", "2"], ["'3'"]),
    (C.point + "void point_scale(struct point *p, double f)", ["{1", "2"], ["'}'", "'{1'"]),
    (C.number + "int number_bits(union number n)", ["{1, 2}"], ["'2'"]),
    (C.mixed + "struct mixed mixed_changed(struct mixed m)", ["{counts: [1]}"], ["3", "1"]),
    (
      "struct five { char bytes[5]; } five_reversed(struct five f)", ["{abcde}"], ["bytes", "room"]
    ),
    ("double _Complex complex_conjugate(double _Complex z)", ["1+xi"], ["'z'", "'x'"]),
    ("long double extended_twice(long double v)", ["1e5000"], ["1e5000"]),
    ("void f(void (*g)(int))", ["main"], ["'g'", "'main'", "null or an address"]),
    ("extern int counter", ["3"], ["counter", "no arguments"]),
    ("struct point { double x; };", [], ["no function"]),
  ])
  func `what cannot be is said`(_ prototype: String, _ literals: [String], _ words: [String]) {
    let run = Tool(["call", "values", prototype] + literals + Fixtures.options("i386"))
    #expect(run.exitCode == 1 && run.output.isEmpty)
    for word in words { #expect(run.error.contains(word), "\(run.error)") }
  }

  @Test func `errno comes with its text`() {
    let arguments = ["call", "libc.so.6", "int open(const char *path, int flags)", "/none", "0"]
    #expect(
      Tool(arguments + ["--errno"]).lines == ["-1", "errno = 2 (No such file or directory)"])
    let json = Tool(arguments + ["--errno", "--json"]).json
    #expect(json["errno"] as? Int == 2)
    #expect(json["errnoText"] as? String == "No such file or directory")
  }

  @Test func `a failing status is an error with the library's message`() throws {
    let file = Fixtures.folder.appending(path: "instrument.h")
    try Data(C.instrument.utf8).write(to: file, options: .atomic)
    let options = ["--declarations", file.path] + Fixtures.options("i386")
    let failed = Tool(["call", "instrument", "instrument_open", "/tmp"] + options)
    #expect(failed.exitCode == 1)
    #expect(
      failed.error
        == "error: instrument_open: no instrument at this port (it returned -1)\n")
    let opened = Tool(["call", "instrument", "instrument_open", "/dev/ttyS0"] + options)
    #expect(opened.exitCode == 0 && opened.output.hasPrefix("0x"), "\(opened.error)")
  }
}
