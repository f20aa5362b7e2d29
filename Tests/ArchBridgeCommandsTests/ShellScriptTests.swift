import Foundation
import Testing

/// Scripts on the standard input of the tool itself.
@Suite(.enabled(if: Fixtures.areThere)) struct ShellScriptTests {
  private func run(_ library: String, _ script: String, _ options: [String] = []) throws -> Program
  {
    try Program(
      "archbridge", ["shell", library] + options + Fixtures.options("i386"), input: script)
  }

  @Test func `results are printed, and nothing else`() throws {
    let run = try run(
      "adder",
      """
      # Adds twice.
      int add(int a, int b);
      sum = add(1,
                2)   # kept
      add(sum, 10)

      quit
      add(nobody, reads, this)
      """)
    #expect(run.output == "13\n" && run.error.isEmpty && run.exitCode == 0)
  }

  @Test(arguments: [
    ("int add(int a, int b);\nadd(1, 2)\nadd(1)\nadd(3, 4)\n", "3\n", "line 3: "),
    ("\n\nadd(1,\n2)\n", "", "line 3: add is not declared"),
    ("add(1,\n2\n", "", "line 1: a bracket is open"),
  ])
  func `the first error ends it, with its line`(
    _ script: String, _ output: String, _ message: String
  ) throws {
    let run = try run("adder", script)
    #expect(run.exitCode == 1 && run.output == output)
    #expect(run.error.hasPrefix("error: " + message), "\(run.error)")
  }

  @Test func `a helper that dies ends it`() throws {
    let run = try run("instrument", "int raise(int s);\nraise(11)\n1\n")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(run.error.hasPrefix("error: line 2: raise: the helper ended: signal 11"))
  }

  @Test func `declarations come from a file`() throws {
    let file = Fixtures.folder.appending(path: "shell.h")
    try Data("int add(int a, int b);\n".utf8).write(to: file, options: .atomic)
    let options = ["--declarations", file.path]
    #expect(try run("adder", "add(1, 2)\n", options).output == "3\n")
    try Data("int add(\nint a int b);\n".utf8).write(to: file, options: .atomic)
    let broken = try run("adder", "", options)
    #expect(broken.exitCode == 1 && broken.error.contains("shell.h, line 2, column 7"))
  }

  @Test func `a header gives declarations and constants`() throws {
    let run = try Program(
      "archbridge", ["shell", "libz.so.1", "--header", "zlib.h"],
      input: "crc32(0, \"hello\", 5)\nhelp Z_DATA_ERROR\nhelp crc32\n")
    #expect(
      run.output.hasPrefix("907060870\nZ_DATA_ERROR = -3\n") && run.error.isEmpty, "\(run.error)")
  }

  @Test func `there is one source of declarations`() throws {
    let run = try run("adder", "", ["--declarations", "a.h", "--header", "b.h"])
    #expect(run.exitCode == 64 && run.error.contains("--header"))
  }
}
