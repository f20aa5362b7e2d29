import ArchBridgeABI
import TestSupport
import Testing

/// What a text that is no Fortran interface is told.
@Suite struct FortranErrorTests {
  private static let cases: [(source: String, message: String)] = [
    ("intger function f(n)", "1:1: 'intger' starts no declaration"),
    ("integer n", "1:1: this declaration is in no procedure; start with 'subroutine'"),
    ("subroutine f(integer(3) n)", "1:21: there is no integer(3); its kinds are 1, 2, 4, 8, 16"),
    ("subroutine f(real(wp) x)", "the kind of real is 'wp', which is not known here"),
    ("subroutine f(n)\n integer :: n", "1:1: this subroutine has no 'end subroutine'"),
    ("subroutine f(n)\n implicit none\nend", "1:1: 'n' of 'f' has no type; declare it"),
    (
      "subroutine f(n)\n intger :: n\nend",
      "2:2: 'intger' starts no declaration that is read here; did you mean 'integer'?"
    ),
    ("subroutine f(integer n, integer n)", "two arguments have the same name"),
    ("subroutine f(integer a(*, 2))", "only the last extent can be '*'"),
    ("subroutine f(integer a(:, 2))", "either all extents of an array are ':', or none is"),
    ("real subroutine f()", "a subroutine has no type; write 'function'"),
    ("subroutine f(*)", "alternate returns are not supported"),
    ("subroutine f() bind(fortran)", "expected 'C'; nothing else can be bound to, found 'fortran'"),
    ("x = 5", "expected 'function', 'subroutine', 'module' or 'interface', found 'x'"),
    ("subroutine f(integer n", "expected ')', found the end of the statement"),
    ("end", "there is nothing that this ends"),
    ("module m\nend function", "expected 'end module' for 'm' of line 1"),
    ("subroutine f(x)\ncoarray :: x[*]\nend", "2:1: 'coarray' starts no declaration"),
    ("subroutine f(x)\nreal :: x[*]\nend", "coarrays are not supported"),
    (
      "subroutine f(x)\ninclude 'common.h'\nend",
      "'include' is not read; put what the file declares here"
    ),
    ("", "expected the interface of exactly one procedure"),
  ]

  @Test(arguments: cases.indices)
  func `an error says where, and what to write`(_ index: Int) {
    let (source, message) = Self.cases[index]
    let error = #expect(throws: DeclarationError.self) {
      try FortranDeclarations.parseProcedure(source)
    }
    let text = error.map { "\($0.line):\($0.column): \($0.message)" } ?? ""
    #expect(text.contains(message), "\(text)")
  }

  @Test func `what bind(C) describes otherwise is refused`() throws {
    let procedure = try FortranDeclarations.parseProcedure("subroutine f(character(*) s) bind(C)")
    let error = #expect(throws: FortranRefusal.self) { try procedure.cFunctionType() }
    #expect(error?.message.contains("declare it character(c_char)") == true)
  }

  @Test func `no text traps, and what can be read can be printed and read again`() throws {
    var generator = SeededGenerator(seed: 1957)
    let words = [
      "subroutine", "function", "integer", "real(8)", "character(*)", "(", ")", ",", "::", "\n",
      "end", "module", "m", "n", "a(n)", "*", ":", "intent(in)", "optional", "interface", "&\n",
      "result(", "bind(c", "name=", "'x'", "contains", "type", "end type", "external", "procedure(",
      "implicit none", "1", "2.5d0", "+", "-", "**", "/", "common", "!", ";", "%", "é", "double",
      "precision", "parameter", "=", "use", "..", "'", "link(\"s\")", "common /b/", "dimension",
    ]
    var readable = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...24, using: &generator)
      let source = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      var declarations = FortranDeclarations()
      guard (try? declarations.parse(source)) != nil else { continue }
      var whole = FortranDeclarations()
      let lines = declarations.lines(width: 40)
      try whole.parse(lines.joined(separator: "\n"))
      #expect(whole.lines(width: 40) == lines, "\(source)")
      for procedure in declarations.procedures {
        readable += 1
        let again = try FortranDeclarations.parseProcedure("\(procedure)")
        #expect("\(again)" == "\(procedure)", "\(source)")
      }
    }
    #expect(readable > 0)
  }

  @Test func `nesting and length are bounded`() {
    let deep = String(repeating: "(", count: 100_000)
    let sources = [
      "subroutine f(real a(\(deep)",
      "subroutine f(real a(\(String(repeating: "n+", count: 100_000))n))",
      String(repeating: "module m\ncontains\n", count: 10_000),
      "subroutine f(" + String(repeating: "integer function g(", count: 10_000),
      "subroutine f(" + (0..<1_000).map { "integer n\($0)" }.joined(separator: ",") + ")",
      "subroutine f(real a(" + String(repeating: ":,", count: 20) + ":))",
    ]
    for source in sources {
      var declarations = FortranDeclarations()
      #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    }
  }
}
