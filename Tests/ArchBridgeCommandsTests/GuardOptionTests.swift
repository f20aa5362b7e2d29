import Testing

@Suite(.enabled(if: Fixtures.areThere)) struct GuardOptionTests {
  private func poke(_ offset: String, _ options: String..., architecture: String) -> Tool {
    Tool(
      ["call", "overruns", "int poke(char *buffer, int offset, int value)", "out:16", offset, "65"]
        + options + Fixtures.options(architecture))
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a guarded call names the argument that is overrun`(_ architecture: String) {
    let inside = poke("15", "--guard-buffers", architecture: architecture)
    #expect(inside.exitCode == 0 && inside.output.hasPrefix("15\n"))
    let past = poke("20", "--guard-buffers", architecture: architecture)
    #expect(past.exitCode == 1)
    #expect(
      past.error.hasPrefix(
        "error: poke: argument 1 ('buffer', 16 bytes) was written 4 bytes past its end; the helper "
      ))
    #expect(past.error.contains("\n  0  poke+0x"))
    let before = poke("-1", "--guard-buffers", architecture: architecture)
    #expect(before.exitCode == 1)
    #expect(before.error.contains("was written before its beginning, at byte -1: 41"))
  }

  @Test func `a call that is not guarded is not looked at`() {
    // A byte that lies in the helper's own memory, beside the buffer's.
    #expect(poke("16", architecture: "i386").error == "")
  }
}
