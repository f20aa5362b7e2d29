import ArchBridgeCommands
import ArchBridgeGenerator
import Testing

@Suite struct ErrorTests {
  @Test(arguments: [
    (["call", "libm.so.6", "double fabs(double x)", "-1.5", "--jsno"], "--jsno"),
    (["call", "libm.so.6"], "function"),
    (["call", "libm.so.6", "double fabs(double x)", "1", "--arch", "vax"], "vax"),
    (["call", "libm.so.6", "double fabs(double x)", "1", "--timeout", "0"], "--timeout"),
    (["call", "libm.so.6", "double fabs(double x)", "1", "--env", "X"], "--env"),
    (["frobnicate"], "frobnicate"),
  ])
  func `wrong usage is 64, and names what is wrong`(_ arguments: [String], _ word: String) {
    let run = Tool(arguments)
    #expect(run.exitCode == 64)
    #expect(run.error.hasPrefix("error: ") && run.error.contains(word))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [
    (["libm.so.6", "double fabs(doubel x)", "1"], ["column 13", "doubel", "double"]),
    (["libm.so.6", "double fabs(double x)"], ["fabs", "0 arguments where 1 belongs"]),
    (["libm.so.6", "double fabs(double x)", "1", "2"], ["2 arguments where 1 belongs"]),
    (["libm.so.6", "double fabs(double x)", "one"], ["'x'", "'one'", "number"]),
    (["libc.so.6", "int abs(int j)", "2147483648"], ["'j'", "2147483648", "-2147483648 to"]),
    (["libc.so.6", "int abs(int j)", "99999999999999999999"], ["'j'", "64 bits"]),
    (["libm.so.6", "double fabz(double x)", "1"], ["fabz", "fabs"]),
    (["libnosuch.so.1", "int f(void)"], ["libnosuch.so.1", "i386"]),
    (["./nosuch.so", "int f(void)"], ["nosuch.so"]),
    (["/etc/passwd", "int f(void)"], ["/etc/passwd", "not a shared library"]),
    (["/lib/x86_64-linux-gnu/libm.so.6", "int f(void)"], ["x86_64", "i386", "--arch x86_64"]),
    (["libc.so.6", "int sleep(int s)", "10", "--timeout", "0.05"], ["sleep", "0.05"]),
    (["libc.so.6", "int raise(int s)", "11"], ["raise", "signal 11"]),
    (["libm.so.6", "double fabs(double x)", "1e400"], ["'x'", "1e400"]),
    (["libm.so.6", "float fabsf(float x)", "16777217"], ["'x'", "16777217"]),
    (["libc.so.6", "void free(unsigned char *x)", "[1, 256]"], ["'x'", "256"]),
    (["libm.so.6", "fabs", "1"], ["fabs", "prototype", "--declarations"]),
    (["libc.so.6", "int puts(const char *s)", "out:-3"], ["out:-3"]),
    (["libm.so.6", "double fabs(double x)", "9007199254740993"], ["'x'", "9007199254740993"]),
    (["libm.so.6", "double frexp(double *x)", "[1, 1e400]"], ["'x'", "1e400"]),
    (["libm.so.6", "x", "--declarations", "/nosuch.h"], ["/nosuch.h"]),
    (["libm.so.6", "double *f(double *x)", "out:-1"], ["out:-1"]),
    (["libm.so.6", "double f(double *x)", "@/nosuch"], ["'x'", "/nosuch"]),
  ])
  func `an error is 1, and says what is wrong`(_ arguments: [String], _ words: [String]) {
    let run = Tool(["call"] + arguments)
    #expect(run.exitCode == 1)
    #expect(run.error.hasPrefix("error: "))
    #expect(run.output.isEmpty)
    for word in words { #expect(run.error.contains(word), "\(run.error)") }
  }

  @Test func `output that cannot be written is an error`() {
    struct Full: Error {}
    let code = ArchBridgeTool.run(
      ["call", "libm.so.6", "double fabs(double x)", "1"],
      console: Console(output: { _ in throw Full() }, error: { _ in }))
    #expect(code == 1)
  }

  @Test func `help is no error`() {
    let run = Tool("call", "--help")
    #expect(run.exitCode == 0 && run.error.isEmpty && run.output.contains("out:4"))
  }
}
