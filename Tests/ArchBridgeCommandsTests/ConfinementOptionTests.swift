import Testing

@Suite(.enabled(if: Fixtures.areThere)) struct ConfinementOptionTests {
  private func attempt(_ name: String, _ options: String...) -> Tool {
    Tool(
      ["call", "escape", "int attempt(const char *name)", name] + options
        + Fixtures.options("i386"))
  }

  @Test func `a confined call is refused what its level says`() {
    #expect(attempt("socket_inet").output == "0\n")
    #expect(attempt("socket_inet", "--confine", "no-network").output == "1\n")
    #expect(attempt("process_fork", "--confine", "read-only-files").output == "0\n")
    let strict = attempt("process_fork", "--confine", "strict", "--limit", "memory=512M")
    #expect(strict.output == "1\n")
  }

  @Test(arguments: ["memory", "memory=", "memory=5T", "time=3", "cpu=-1", "files=99999999999G"])
  func `a limit that makes no sense is refused`(_ text: String) {
    let run = attempt("socket_inet", "--limit=\(text)")
    #expect(run.exitCode == 64 && run.error.contains("is no limit"))
  }

  @Test func `paths are refused where nothing is confined to them`() {
    #expect(attempt("socket_inet", "--writable", "/tmp").exitCode == 64)
    #expect(attempt("socket_inet", "--readable", "/tmp", "--confine", "no-network").exitCode == 64)
  }
}
