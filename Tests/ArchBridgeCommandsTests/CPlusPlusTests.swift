import Testing

@Suite(.enabled(if: Fixtures.areThere)) struct CPlusPlusTests {
  private func call(_ architecture: String, _ arguments: String...) -> Tool {
    Tool(["call"] + arguments + Fixtures.options(architecture))
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a C++ function is called by its signature`(_ architecture: String) {
    let largest = call(architecture, "vendor", "int vendor::largest<int>(int, int)", "3", "5")
    #expect(largest.output == "5\n")
    let area = call(architecture, "vendor", "double area(double, double)", "2", "3")
    #expect(area.output == "6.0\n")
    let count = call(architecture, "vendor", "static int vendor::Gauge::count(int)", "-2")
    #expect(count.output == "-2\n")
  }

  @Test func `errors list the functions that there are`() {
    let read = call("i386", "vendor", "double vendor::Gauge::read(float) const", "0x10", "1")
    #expect(read.exitCode == 1)
    #expect(read.error.contains("there is vendor::Gauge::read(double) const; "))
    let plain = call("i386", "vendor", "double area(int width)", "2")
    #expect(plain.error.contains("area(double, double)"))
    let unstated = call("i386", "vendor", "vendor::sign(char)", "2")
    #expect(unstated.error.contains("write the type before the name"))
  }

  @Test func `an exception is an error`() {
    let run = call("i386", "exceptions", "int throw_fault(int code)", "7")
    #expect(run.exitCode == 1 && run.output == "")
    #expect(run.error.contains("throw_fault: threw vendor::Fault: fault 7"))
  }

  @Test func `an exception is told in JSON by its type and message`() throws {
    let json = call("i386", "exceptions", "int throw_fault(int code)", "7", "--json").json
    let error = try #require(json["error"] as? [String: Any])
    #expect(error["code"] as? String == "exceptionThrown")
    #expect(error["exceptionType"] as? String == "vendor::Fault")
    #expect(error["exceptionMessage"] as? String == "fault 7")
    let other = call("i386", "exceptions", "int nothing(int code)", "7", "--json").json
    let plain = try #require(other["error"] as? [String: Any])
    #expect(plain["exceptionType"] == nil)
  }

  @Test func `what an exception says cannot change how the terminal shows it`() {
    let run = call(
      "i386", "exceptions", "const char *throw_for_text(const char *text)", "a\u{1B}[2Jb\u{202E}c")
    #expect(run.error.contains("std::invalid_argument: a\u{FFFD}[2Jb\u{FFFD}c\n"))
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a C++ variable is printed`(_ architecture: String) {
    #expect(call(architecture, "vendor", "int vendor::counter").output == "7\n")
    #expect(call(architecture, "vendor", "const char* vendor::motto").output == "steady\n")
    let untyped = call(architecture, "vendor", "vendor::counter")
    #expect(untyped.exitCode == 1 && untyped.error.contains("as in 'int vendor::counter'"))
    let point = call(
      architecture, "vendor", "vendor::Point vendor::origin", "--declarations",
      Fixtures.source("point.h"))
    #expect(point.output == "{x: 1.0, y: 2.0}\n", "\(point.error)")
  }

  @Test func `structures of a signature come from declarations`() {
    let run = call(
      "i386", "vendor", "double vendor::length(vendor::Point)", "{3, 4}", "--declarations",
      Fixtures.source("point.h"))
    #expect(run.output == "25.0\n", "\(run.error)")
  }
}
