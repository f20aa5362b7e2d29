import Foundation
import Testing

/// Fortran on the command line.
@Suite(.enabled(if: Fixtures.areThere)) struct FortranCommandTests {
  private static let ilaenv =
    "integer function ilaenv(integer ispec, character(*) name, character(*) opts, integer n1, "
    + "integer n2, integer n3, integer n4)"

  @Test(arguments: ["i386", "x86_64"])
  func `LAPACK tells the size of its blocks`(_ architecture: String) {
    let run = Tool(
      "call", "liblapack.so.3", Self.ilaenv, "1", "DGETRF", " ", "100", "100", "-1", "-1",
      "--arch", architecture)
    #expect(run.output == "64\n")
  }

  @Test func `what goes out or has changed is printed`() {
    let run = Tool(
      "call", "liblapack.so.3",
      "subroutine dgesv(integer n, integer nrhs, real(8) a(lda, *), integer lda, "
        + "integer, intent(out) :: ipiv(n), real(8) b(ldb, *), integer ldb, integer info)", "2",
      "1", "[2, 1, 1, 3]", "2", "out", "[3, 5]", "2", "out")
    #expect(
      run.lines == ["a = [2.0, 0.5, 1.0, 2.5]", "ipiv = [1, 2]", "b = [0.8, 1.4]", "info = 0"])
  }

  @Test(arguments: [
    ("logical function kinds.not8(logical(8), intent(in) :: x)", ["true"], "false"),
    ("complex function kinds.conjugate4(complex, intent(in) :: x)", ["1.5+2i"], "(1.5, -2.0)"),
    ("character(8) function kinds.day(integer, intent(in) :: number)", ["1"], "Monday"),
    (
      "integer function kinds.shape1(real(8), intent(inout) :: v(:))", ["[1, 2]"],
      "2\nv = [2.0, 4.0]"
    ),
    (
      "subroutine kinds.greet(character(*), intent(in) :: name, character(*), intent(out) :: text, "
        + "integer, intent(out) :: length)", ["World", "out:20", "out"],
      "text = Hello, World\nlength = 5"
    ),
    (
      "subroutine kinds.invert(integer, intent(in) :: n, logical, intent(inout) :: flags(n), "
        + "logical(2), intent(out) :: all)", ["2", "[false, true]", "out"],
      "flags = [true, false]\nall = false"
    ),
  ])
  func `every kind is read and printed`(
    _ interface: String, _ arguments: [String], _ output: String
  ) {
    let run = Tool(
      ["call", "kinds", interface] + arguments + Fixtures.options("i386"))
    #expect(run.output == output + "\n", "\(run.error)")
  }

  @Test(arguments: [
    ("integer function f(integer(3) n)", "1", "the interface, column 27: there is no integer(3)"),
    ("integer function kinds.echo_i4(integer x)", "x", "'x' is not a whole number"),
    ("integer(2) function kinds.echo_i2(integer(2) x)", "40000", "'short' holds -32768 to 32767"),
    (
      "integer function kinds.echo_i4(type(point) p)", "out",
      "nothing says how many bytes it has"
    ),
    (
      "integer function kinds.echo_i4(character(9223372036854775807) s)", "abc",
      "and may have 268435456"
    ),
    (
      "integer function kinds.shape2(real v(:, :))", "[[1, 2], [3, 4]]",
      "write the elements column by column"
    ),
  ])
  func `an error says what to write`(_ interface: String, _ argument: String, _ message: String) {
    let run = Tool(["call", "kinds", interface, argument] + Fixtures.options("i386"))
    #expect(run.exitCode == 1 && run.error.contains(message), "\(run.error)")
  }

  @Test func `a source declares what is called by its name`() {
    let source = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "fixtures/libraries/kinds.f90").path
    let run = Tool(
      ["call", "kinds", "kinds.day", "1", "--declarations", source] + Fixtures.options("i386"))
    #expect(run.output == "Monday\n", "\(run.error)")
  }

  @Test func `the shell reads interfaces`() throws {
    let run = try Program(
      "archbridge", ["shell", "liblapack.so.3"],
      input: """
        logical function lsame(character ca, character cb)
        same = lsame("N", "n")
        same
        lsame("N", "t")
        """)
    #expect(run.output == "true\nfalse\n", "\(run.error)")
  }

  private static let kinds = Fixtures.folder.deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures/libraries/kinds.f90").path

  @Test func `out stands for a text that goes out, as long as it is declared`() {
    let upper = "subroutine kinds.upper(character(4), intent(inout) :: code)"
    let greet =
      "subroutine kinds.greet(character(*), intent(in) :: name, character(20), intent(out) :: text, "
      + "integer, intent(out) :: length)"
    let run = Tool(["call", "kinds", greet, "out", "out", "out"] + Fixtures.options("i386"))
    #expect(run.output == "text = Hello, out\nlength = 3\n", "\(run.error)")
    let text = Tool(["call", "kinds", upper, "text:out"] + Fixtures.options("i386"))
    #expect(text.output == "code = out\n", "\(text.error)")
    let unknown = greet.replacing("character(20)", with: "character(*)")
    let error = Tool(["call", "kinds", unknown, "out", "out", "out"] + Fixtures.options("i386"))
    #expect(error.error.contains("write out:COUNT"), "\(error.error)")
  }

  @Test func `a derived type is written as a structure`() {
    let inline = Tool(
      [
        "call", "kinds",
        "type point; integer(1) tag; real(8) x; real(8) y; end type; "
          + "subroutine kinds.mirror(type(point), intent(inout) :: p)", "{2, x: 1.5}",
      ] + Fixtures.options("i386"))
    #expect(inline.output == "p = {tag: 3, x: -1.5, y: 0.0}\n", "\(inline.error)")
    let run = Tool(
      ["call", "kinds", "kinds.mirror", "{1, 2.5, 0}", "--declarations", Self.kinds]
        + Fixtures.options("i386"))
    #expect(run.output == "p = {tag: 2, x: -2.5, y: 0.0}\n", "\(run.error)")
  }

  @Test(arguments: [
    ("kinds.table", "[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]"), ("kinds.label", "start"),
    ("kinds.enabled", "true"), ("KINDS.calls", "0"), ("/state/counts", "[0, 0]"),
  ])
  func `module variables and common blocks are printed`(_ name: String, _ value: String) {
    let run = Tool(
      ["call", "kinds", name, "--declarations", Self.kinds] + Fixtures.options("i386"))
    #expect(run.output == value + "\n", "\(run.error)")
    let inline = Tool(
      ["call", "kinds", "module kinds; integer :: calls; end module"] + Fixtures.options("i386"))
    #expect(inline.output == "0\n", "\(inline.error)")
  }

  @Test func `the shell takes a source with types, and prints variables`() throws {
    let run = try Program(
      "archbridge",
      ["shell", "kinds", "--declarations", Self.kinds] + Fixtures.options("i386"),
      input: """
        kinds.calls
        kinds.mirror({1, 2.5, 0})
        /state/counts
        """)
    #expect(
      run.output == "0\np = {tag: 2, x: -2.5, y: 0.0}\n[0, 0]\n", "\(run.output) \(run.error)")
  }

  @Test func `what debug information says is read again, by the tool and as a client`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fortran-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = Fixtures.folder.appending(path: "i386/libkinds.so").path
    let run = Tool("inspect", library, "--signatures")
    #expect(
      run.lines.contains("type point") && run.lines.contains("  common /state/ flag, level, counts")
    )
    let file = folder.appending(path: "signatures.f90").path
    try Data(run.output.utf8).write(to: URL(filePath: file))
    let label = Tool(
      ["call", "kinds", "kinds.label", "--declarations", file] + Fixtures.options("i386"))
    #expect(label.output == "start\n", "\(label.error)")
    let client = Tool("generate", "--from-debug-info", library, "--name", "Kinds")
    #expect(client.output.contains("public var state: FortranCommon {"), "\(client.error)")
    #expect(client.output.contains("    type point\n"))
    #expect(client.output.contains("public func mirror(_ p: "))
  }
}
