import Foundation
import Testing

@Suite(.enabled(if: Fixtures.areThere)) struct OutputTests {
  @Test func `JSON holds the result and the arguments that came back`() throws {
    let run = Tool(
      [
        "call", "pointers",
        "int minmax(const double *values, int count, double *lowest, double *highest)",
        "[3, -1, 2]", "3", "out:1", "out:1", "--json",
      ] + Fixtures.options("i386"))
    let arguments = try #require(run.json["arguments"] as? [String: [Double]])
    #expect(arguments == ["lowest": [-1], "highest": [3]])
  }

  @Test func `JSON has null for what returns nothing`() {
    let run = Tool(
      ["call", "adder", "void increment(void)", "--json"] + Fixtures.options("i386"))
    #expect(run.output == "{\"result\":null}\n")
  }

  @Test func `JSON holds an error`() throws {
    let run = Tool("call", "libc.so.6", "int abs(int j)", "2147483648", "--json")
    #expect(run.exitCode == 1 && run.error.isEmpty)
    let error = try #require(run.json["error"] as? [String: Any])
    #expect(error["code"] as? String == "valueOutOfRange")
    #expect((error["message"] as? String)?.contains("2147483648") == true)
    #expect(error["crash"] == nil && run.json["result"] == nil)
  }

  @Test func `JSON holds all that is known of a crash`() throws {
    let library = Fixtures.folder.appending(path: "i386/libcrashes.so").path
    let run = Tool("call", library, "int dive(int depth)", "1", "--json")
    #expect(run.exitCode == 1 && run.error.isEmpty)
    let error = try #require(run.json["error"] as? [String: Any])
    #expect(error["code"] as? String == "helperEnded")
    let crash = try #require(error["crash"] as? [String: Any])
    #expect(crash["signal"] as? String == "SIGSEGV" && crash["signalNumber"] as? Int == 11)
    #expect(crash["address"] as? String == "0x10" && crash["isOnMainThread"] as? Bool == true)
    #expect(crash["function"] as? String == "dive" && crash["arguments"] as? [String] == ["1"])
    let frames = try #require(crash["frames"] as? [[String: Any]])
    #expect(frames.map { $0["symbol"] as? String } == ["inner", "middle", "dive", "dive"])
    #expect(frames.allSatisfy { $0["module"] as? String == library })
    #expect(frames.allSatisfy { ($0["moduleOffset"] as? String)?.hasPrefix("0x") == true })
  }

  @Test(arguments: [("nan", "nan"), ("inf", "inf"), ("-inf", "-inf")])
  func `what JSON has no number for is a string`(_ literal: String, _ expected: String) {
    let run = Tool(
      ["call", "scalars", "double echo_double(double v)", literal, "--json"]
        + Fixtures.options("i386"))
    #expect(run.json["result"] as? String == expected)
  }

  @Test func `addresses are hexadecimal`() {
    let run = Tool(
      ["call", "pointers", "void *echo_address(void *address)", "0xdeadbeef"]
        + Fixtures.options("i386"))
    #expect(run.lines.first == "0xdeadbeef")
  }

  @Test func `nothing is printed for void`() {
    let run = Tool(["call", "adder", "void increment(void)"] + Fixtures.options("i386"))
    #expect(run.exitCode == 0 && run.output.isEmpty && run.error.isEmpty)
  }

  @Test func `text is read in the encoding that is asked for`() {
    let run = Tool(
      ["call", "strings", "const char *latin1_greeting(void)", "--encoding", "latin-1"]
        + Fixtures.options("i386"))
    #expect(run.output == "Grüß\n")
  }

  @Test func `bytes that are no text are printed as numbers, and nothing is lost`() {
    let run = Tool(
      ["call", "strings", "void broken_text(char *to)", "out:3"] + Fixtures.options("i386"))
    #expect(run.output == "to = [255, 0, 0]\n")
  }

  @Test func `variable arguments are what they look like`() {
    let run = Tool(
      ["call", "variadic", "double sum_all(int count, ...)", "2", "1.5", "2.25"]
        + Fixtures.options("i386"))
    #expect(run.output == "3.75\n")
  }

  @Test func `types may stand before the prototype`() {
    let run = Tool("call", "libc.so.6", "typedef int whole; whole abs(whole j)", "-3")
    #expect(run.output == "3\n")
  }

  @Test func `a variable reaches the library`() {
    let run = Tool(
      [
        "call", "surroundings", "const char *variable(const char *name)", "WORD", "--env",
        "WORD=a=b",
      ]
        + Fixtures.options("i386"))
    #expect(run.output == "a=b\n")
  }
}
