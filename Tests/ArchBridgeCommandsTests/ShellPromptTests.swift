import Foundation
import Testing

/// The shell at a terminal.
@Suite(.enabled(if: Fixtures.areThere)) struct ShellPromptTests {
  private let state = FileManager.default.temporaryDirectory
    .appending(path: "archbridge-\(UUID().uuidString)")

  private func terminal(_ library: String, _ environment: [String: String] = [:]) throws -> Terminal
  {
    let environment = environment.merging(
      ["TERM": "xterm", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]) { own, _ in own }
    return try Terminal(
      "archbridge", ["shell", library] + Fixtures.options("i386"), environment: environment)
  }

  @Test func `a tab completes a name, and the line runs`() throws {
    defer { try? FileManager.default.removeItem(at: state) }
    let shell = try terminal("adder", ["XDG_STATE_HOME": state.path])
    #expect(
      shell.type(
        "int add_doubles(int a, int b); double add_doubles(double a, double b);\n", at: "> "))
    #expect(shell.wait(for: "error: ") != nil)
    #expect(shell.type("double add_doubles(double a, double b);\n", at: "> "))
    #expect(shell.type("add_d\t", at: "\n> "))
    #expect(shell.wait(for: "oubles(") != nil)
    shell.type("1.5, 2)\n")
    #expect(shell.wait(for: "3.5\r\n") != nil)
    #expect(shell.type("nosuch\n", at: "> "))
    #expect(shell.wait(for: "error: ") != nil)
    #expect(shell.type("add_doubles(\n", at: "> "))
    #expect(shell.type("1, 1)\n", at: "... "))
    #expect(shell.wait(for: "2.0\r\n") != nil)
    #expect(shell.type("quit\n", at: "> "))
    #expect(shell.exitCode() == 0)

    let history = state.appending(path: "archbridge/history")
    let attributes = try FileManager.default.attributesOfItem(atPath: history.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try String(contentsOf: history, encoding: .utf8).contains("add_doubles("))
  }

  @Test func `a fresh helper takes the place of one that died`() throws {
    let shell = try terminal("instrument")
    #expect(shell.type("void *malloc(unsigned n); int raise(int s); int abs(int j);\n", at: "> "))
    #expect(shell.type("p = malloc(4)\n", at: "\n> "))
    #expect(shell.type("raise(11)\n", at: "\n> "))
    #expect(shell.wait(for: "error: raise: the helper ended: signal 11") != nil)
    #expect(shell.wait(for: "fresh helper") != nil)
    #expect(shell.wait(for: "gone with it: p") != nil)
    #expect(shell.type("abs(-23)\n", at: "\n> "))
    #expect(shell.wait(for: "23\r\n") != nil)
    #expect(shell.wait(for: "> ") != nil)
    #expect(shell.exitCode(typing: "\u{4}") == 0)
  }

  @Test func `Ctrl-C stops the call that runs, and the prompt goes on`() throws {
    let shell = try Terminal.shell("control")
    #expect(shell.type("int run_for_ever(void); int add(int a, int b);\n", at: "> "))
    #expect(shell.type("n = add(1, 2)\n", at: "\n> "))
    #expect(shell.type("run_for_ever()\n", at: "\n> "))
    #expect(shell.wait(for: "begun") != nil)
    shell.type("\u{3}")
    #expect(
      shell.wait(for: "stopped by Ctrl-C: run_for_ever was cancelled after it had run for ") != nil)
    #expect(shell.wait(for: "the helper has been ended") != nil)
    #expect(shell.wait(for: "fresh helper") != nil)
    #expect(shell.type("add(n, 4)\n", at: "\n> "))
    #expect(shell.wait(for: "7\r\n") != nil)
    #expect(shell.type("quit\n", at: "> "))
    #expect(shell.exitCode() == 0)
  }

  @Test func `Ctrl-C calls the function that interrupts first, and the helper goes on`() throws {
    let shell = try Terminal.shell("control", ["--interrupt", "stop"])
    #expect(
      shell.type("int run_until_stopped(void); int was_stopped_aside(void);\n", at: "> "))
    #expect(shell.type("run_until_stopped()\n", at: "\n> "))
    #expect(shell.wait(for: "begun") != nil)
    shell.type("\u{3}")
    #expect(
      shell.wait(for: "stop was called, and run_until_stopped returned; the helper goes on") != nil)
    #expect(shell.type("was_stopped_aside()\n", at: "\n> "))
    #expect(shell.wait(for: "1\r\n") != nil)
    #expect(shell.type("quit\n", at: "> "))
    #expect(shell.exitCode() == 0)
  }
}
