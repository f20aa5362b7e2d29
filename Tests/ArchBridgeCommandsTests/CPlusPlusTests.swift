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

  @Test func `structures of a signature come from declarations`() {
    let run = call(
      "i386", "vendor", "double vendor::length(vendor::Point)", "{3, 4}", "--declarations",
      Fixtures.source("point.h"))
    #expect(run.output == "25.0\n", "\(run.error)")
  }
}
