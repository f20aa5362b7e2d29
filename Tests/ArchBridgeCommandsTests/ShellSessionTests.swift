import ArchBridge
import Foundation
import Testing

@testable import ArchBridgeCommands

/// The shell's language against the fixtures.
@Suite(.enabled(if: Fixtures.areThere)) struct ShellSessionTests {
  private typealias C = ValueDeclarations

  @Test(arguments: [Architecture.i386, .x86_64])
  func `a handle lives as long as the session`(_ architecture: Architecture) throws {
    let shell = try Shell("instrument", C.instrument, architecture)
    #expect(
      try shell.run(
        "m = instrument_open(\"/dev/ttyS0\")", "instrument_arm(m, 1)",
        "volts = instrument_read(m)", "volts", "instrument_set_level(m, 2.5)",
        "instrument_read(m, out v)", "v", "instrument_read_samples(m, out s[3], 3)", "s", "s[1]",
        "instrument_set_mode(m, INSTRUMENT_AMPERES)", "instrument_mode(m)",
        "instrument_close(m)", "instrument_open_count()")
        == [
          "0", "0.125", "0", "0", "2.625", "3", "[2.5, 3.5, 4.5]", "3.5", "2 (INSTRUMENT_AMPERES)",
          "0",
        ])
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `members are read and set`(_ architecture: Architecture) throws {
    let shell = try Shell("instrument", C.instrument, architecture)
    #expect(
      try shell.run(
        "m = instrument_open(\"/dev/ttyS0\")", "instrument_get_info(m, out info)", "info.model",
        "info.serial = 7", "info.channel_count = 3", "info", "read m 1 struct instrument_info",
        "again = read m struct instrument_info", "again.serial")
        == [
          "0", "AB-100",
          "{model: \"AB-100\", serial: 7, calibration: 0.125, is_armed: 0, channel_count: 3}",
          "[{model: \"AB-100\", serial: 4242, calibration: 0.125, is_armed: 0, channel_count: 8}]",
          "4242",
        ])
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `structures go in and come back`(_ architecture: Architecture) throws {
    let shell = try Shell(
      "values",
      C.point + """
        struct point point_scaled(struct point p, double f);
        void point_scale(struct point *p, double f);
        double points_sum(const struct point *points, int count);
        """, architecture)
    #expect(
      try shell.run(
        "p = point_scaled({1, 2}, 2)", "p", "point_scale(p, 2)", "p",
        "point_scaled(point_scaled(p, 2), 0.5)", "point_scale({1, 1}, 3)",
        "points_sum([p, {x: 1}], 2)", "q = [p, p]", "points_sum(q, 2)")
        == [
          "{x: 2.0, y: 4.0}", "{x: 4.0, y: 8.0}", "{x: 4.0, y: 8.0}", "p = {x: 3.0, y: 3.0}",
          "13.0", "24.0",
        ])
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `the library's variables are read and set`(_ architecture: Architecture) throws {
    let shell = try Shell(
      "values",
      C.point + """
        extern int counter; int counter_value(void); extern char title[16];
        extern struct point corner; extern const char *const names[3]; extern const double table[4];
        void point_scale(struct point *p, double f);
        """, architecture)
    #expect(
      try shell.run(
        "counter", "counter = 7", "counter_value()", "corner.x = 9", "point_scale(&corner, 2)",
        "corner", "title = \"abc\"", "title", "names", "table[3]", "read &table 2 double")
        == [
          "41", "7", "{x: 18.0, y: 4.0}", "abc", "[\"one\", \"two\", null]", "4.5", "[1.5, 2.5]",
        ])
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `another library shares the helper`(_ architecture: Architecture) throws {
    let shell = try Shell("adder", nil, architecture)
    #expect(
      try shell.run(
        "load libc.so.6", "int abs(int j); char *strdup(const char *s); int add(int a, int b);",
        "add(abs(-3), 4)", "size_t strlen(const char *s); void *malloc(size_t n);",
        "void *memcpy(void *to, const void *from, size_t n);", "m = malloc(8)",
        "m = memcpy(m, \"text\", 5)", "read m text", "strlen(m)", "read m 2 char",
        "void free(void *p);", "free(m)") == ["7", "text", "4", "te"])
  }

  @Test func `help tells of names`() throws {
    let shell = try Shell("instrument", C.instrument + "extern int counter;", .i386)
    #expect(
      try shell.run("help instrument_arm") == [
        "int instrument_arm(struct instrument *instrument, int is_armed);"
      ])
    #expect(try shell.run("help counter") == ["int counter;"])
    #expect(try shell.run("help INSTRUMENT_VOLTS") == ["INSTRUMENT_VOLTS = 1"])
    #expect(try shell.run("help instrument_info").first == "struct instrument_info, 32 bytes")
    #expect(
      try shell.run("help instrument") == ["struct instrument, whose contents are not declared"])
    #expect(try shell.run("x = 3", "help x") == ["x = 3"])
    #expect(try shell.run("help").contains { $0.hasPrefix("load LIBRARY") })
    #expect(try shell.run("help instrument_free")[0].contains("not declared"))
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `C++ is called by its signatures`(_ architecture: Architecture) throws {
    let shell = try Shell("vendor", "struct Point { double x; double y; };", architecture)
    #expect(
      try shell.run(
        "g = vendor::Gauge* vendor::make(int)(5)",
        "double vendor::Gauge::read(double) const(g, 2.5)",
        "double vendor::Gauge::read(int) const (g, 2)",
        "int vendor::kind_of(const vendor::Gauge&)(g);",
        "const char* vendor::Gauge::name(g)",
        "double vendor::Gauge::operator()(int) const(g, 1)",
        "int vendor::largest<int>(int, int)(3, 5)", "double area(double)(2)",
        "static int vendor::Gauge::count()()",
        "old = 4", "void vendor::Gauge::calibrate(double*)(g, old)", "old",
        "double vendor::length(vendor::Point)({3, 4})")
        == [
          "2.5", "2.5", "12", "meter", "11.0", "5", "12.0", "1", "1.0", "25.0",
        ])
  }

  @Test(arguments: [Architecture.i386, .x86_64])
  func `C++ variables are read and set`(_ architecture: Architecture) throws {
    let shell = try Shell("vendor", "struct Point { double x; double y; };", architecture)
    #expect(
      try shell.run(
        "int vendor::counter", "int vendor::counter = 9", "n = int vendor::counter", "n",
        "const char* vendor::motto", "vendor::Point vendor::origin",
        "vendor::Point vendor::origin = {x: 4}", "vendor::Point vendor::origin;",
        "a = &vendor::counter", "read a 1 int")
        == ["7", "9", "steady", "{x: 1.0, y: 2.0}", "{x: 4.0, y: 0.0}", "[9]"])
  }

  @Test(arguments: [
    ("vendor::counter", ["int vendor::counter"]),
    ("vendor::nosuch(1)", ["no function vendor::nosuch"]),
    ("vendor::Gauge::read(1, 2)", ["write which", "read(int) const"]),
    ("int vendor::largest<int>(int, int)", ["'int'", "behind the signature"]),
    ("vendor::sign(int)(3)", ["write the type before the name"]),
  ])
  func `what C++ cannot be is said`(_ line: String, _ words: [String]) throws {
    let shell = try Shell("vendor", nil, .i386)
    #expect {
      try shell.run(line)
    } throws: { error in
      words.allSatisfy { ShellFailure.text(error).contains($0) }
    }
  }

  @Test(arguments: [
    ("nosuch", ["'nosuch'", "quotes"]),
    ("instrument_arn(m)", ["instrument_arn", "instrument_arm"]),
    ("instrument_report(null)", ["not declared", "prototype"]),
    ("instrument_arm", ["is a function"]),
    ("instrument_free", ["exported", "not declared"]),
    ("instrument_arm(1)", ["1 argument where 2 belong"]),
    ("instrument_open(\"/tmp\")", ["no instrument at this port"]),
    ("instrument_arm(null, 1e3)", ["'is_armed'", "1e3"]),
    ("x = instrument_close(null)", ["returns nothing"]),
    ("instrument_open(hello, out m)", ["'hello'", "\"hello\""]),
    ("instrument_arm = 3", ["is a function"]),
    ("nosuch.x = 3", ["nosuch"]),
    ("read 0x10 4 int", ["0x10"]),
    ("read 0x10 4", ["type"]),
    ("read 0x10 4 nosuch", ["nosuch"]),
    ("load nosuch", ["nosuch"]),
    ("int f(;", ["column"]),
    ("help nosuch", ["nosuch"]),
    ("instrument_read(null, out 3)", ["out 3"]),
  ])
  func `what cannot be is said`(_ line: String, _ words: [String]) throws {
    let shell = try Shell("instrument", C.instrument, .i386)
    #expect {
      try shell.run(line)
    } throws: { error in
      words.allSatisfy { ShellFailure.text(error).contains($0) }
    }
  }

  @Test func `a fresh helper keeps what holds no address`() throws {
    let shell = try Shell("instrument", C.instrument, .i386)
    _ = try shell.run(
      "load libc.so.6", "int raise(int s);", "m = instrument_open(\"/dev/ttyS0\")",
      "instrument_get_info(m, out info)", "n = 3", "all = [m]")
    #expect(throws: BridgeError.self) { try shell.run("raise(11)") }
    #expect(shell.session.client.isAtEnd)
    #expect(try shell.session.restart() == ["all", "m"])
    #expect(try shell.run("info.serial", "n", "instrument_open_count()") == ["4242", "3", "0"])
  }
}

/// A shell's session on a fixture.
private struct Shell {
  let session: ShellSession

  init(_ library: String, _ declarations: String?, _ architecture: Architecture) throws {
    let folder = Fixtures.folder.appending(path: architecture.name).path
    session = try ShellSession(
      LibraryClient(
        library, configuration: .init(architecture: architecture, searchPaths: [folder])),
      declarations: declarations)
  }

  @discardableResult
  func run(_ lines: String...) throws -> [String] {
    try lines.flatMap { try session.run(ShellParser.statement($0)) }
  }
}
