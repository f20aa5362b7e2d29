import ArchBridgeABI
import Testing

/// What of a source is left out, and what the rest is.
@Suite struct FortranOmissionTests {
  private func read(_ source: String) throws -> FortranDeclarations {
    var declarations = FortranDeclarations()
    try declarations.parse(source)
    return declarations
  }

  @Test(arguments: [
    ("subroutine bad(n, *)\ninteger n\nif (n > 0) return 1\nend", "alternate returns"),
    ("subroutine bad(x)\nreal :: x[*]\nend", "coarrays"),
    ("subroutine bad(x)\nreal(wp) :: x\nend", "the kind of real is 'wp'"),
    ("real(wp) function bad(n)\ninteger n\nend", "the kind of real is 'wp'"),
    ("subroutine bad(real(wp) x)", "the kind of real is 'wp'"),
    ("subroutine bad(x)\ninclude 'types.h'\nend", "'include' is not read"),
    ("subroutine bad(x)\nvolatil$ x\nend", "starts no declaration that is read here"),
  ])
  func `one procedure that cannot be read leaves the others`(
    _ source: String, _ reason: String
  ) throws {
    let declarations = try read("\(source)\nsubroutine good(n)\ninteger n\nend\n")
    #expect(declarations.procedures.map(\.name) == ["good"])
    #expect(declarations.omissions.map(\.name) == ["bad"])
    let text = try #require(declarations.omission(named: "BAD")?.reason)
    #expect(text.contains(reason) && text.hasPrefix("line "), "\(text)")
    // By itself it is an error.
    #expect(throws: DeclarationError.self) { try read(source) }
  }

  @Test func `locals and inner procedures that cannot be read do not matter`() throws {
    let declarations = try read(
      """
      module m
      contains
        subroutine f(n)
          integer, intent(in) :: n
          real(wp) :: work(n)
          real :: image[*]
        contains
          subroutine inner(x, *)
            real(wp) :: x
          end subroutine
        end subroutine
        subroutine g(x)
          type(matrix(4)) :: x
        end subroutine
      end module
      """)
    #expect(
      declarations.procedures.map(\.description) == ["subroutine m.f(integer, intent(in) :: n)"])
    #expect(declarations.omissions.map(\.name) == ["m.g"])
  }

  @Test func `variables, types and blocks that cannot be read are told`() throws {
    let declarations = try read(
      """
      module m
        real(wp) :: level
        integer :: count
        type :: point
          real(wp) :: x
        end type
      end module
      subroutine f()
        real(wp) :: x
        common /state/ x
        common /other/ n
      end subroutine
      """)
    #expect(declarations.variables.map(\.qualifiedName) == ["m.count"])
    #expect(declarations.commonBlocks.map(\.name) == ["other"])
    #expect(declarations.omissions.map(\.name) == ["m.type(point)", "m.level", "/state/"])
  }

  @Test func `an interface that comes later takes the place of what was not read`() throws {
    var declarations = try read("subroutine f(n, *)\nend\nsubroutine g()\nend")
    #expect(declarations.omission(named: "f") != nil)
    try declarations.parse("subroutine f(integer n)")
    #expect(declarations.omission(named: "f") == nil && declarations.omissions.isEmpty)
  }

  @Test func `a slip is an error of the whole text`() {
    let error = #expect(throws: DeclarationError.self) {
      try read("subroutine good(integer n)\nsubroutine bad(n)\nintger :: n\nend")
    }
    #expect(error?.message.contains("did you mean 'integer'") == true)
  }

  @Test func `entries are procedures`() throws {
    let declarations = try read(
      """
      subroutine first(n, x)
        integer n
        real(8) x, y
        x = n
        return
        entry second(x, y)
        entry third(n, *)
      end subroutine
      real function one(x)
        real x, two
        entry two(x)
        one = x
      end function
      """)
    #expect(
      declarations.procedures.map(\.description) == [
        "subroutine first(integer n, real(8) x)", "subroutine second(real(8) x, real(8) y)",
        "real function one(real x)", "real function two(real x)",
      ])
    #expect(declarations.omissions.map(\.name) == ["third"])
  }

  @Test func `what is said to be unavailable stays so`() throws {
    let declarations = try read("subroutine geo.f() unavailable('it returns elsewhere')")
    #expect(declarations.procedures.isEmpty)
    #expect(declarations.omission(named: "geo.f")?.reason == "it returns elsewhere")
  }
}

/// What names of constants and kinds stand for.
@Suite struct FortranConstantTests {
  private func arguments(_ source: String) throws -> String {
    var declarations = FortranDeclarations()
    try declarations.parse(source)
    return declarations.procedures.last.map { "\($0)" } ?? ""
  }

  @Test(arguments: [
    ("kind(1_8)", "integer(8)"), ("kind(1)", "integer"), ("kind(1_2)", "integer(2)"),
    ("kind(long)", "integer(8)"), ("kind(one)", "integer(8)"), ("kind(c_int)", "integer"),
    ("selected_int_kind(18)", "integer(8)"),
  ])
  func `kind() is that of what it is asked of`(_ kind: String, _ type: String) throws {
    let text = try arguments(
      """
      subroutine f(n)
        use iso_c_binding
        integer(8), parameter :: long = 5
        real(8), parameter :: one = 1d0
        integer, parameter :: k = \(kind)
        integer(k) :: n
      end subroutine
      """)
    #expect(text == "subroutine f(\(type) n)")
  }

  private static let constants = """
    module sizes
      private
      integer, parameter, public :: n = 3, wp = 8
      integer, parameter :: m = 4
    end module
    module more
      use sizes, only: wp
      integer, parameter :: extra = 5
    end module

    """

  @Test(arguments: [
    ("use sizes", "real(8) x(3), integer m, real y(m)"),
    ("use sizes, only: wp", "real(8) x(n), integer m, real y(m)"),
    ("use sizes, only: wp, n => wp", "real(8) x(8), integer m, real y(m)"),
    ("use sizes, m => n", "real(8) x(n), integer m, real y(3)"),
    ("use more", "real(8) x(n), integer m, real y(m)"),
  ])
  func `a module's constants are those that are used, and not private`(
    _ use: String, _ expected: String
  ) throws {
    let text = try arguments(
      Self.constants + """
        subroutine f(x, m, y)
          \(use)
          real(wp) :: x(n)
          real :: y(m)
          integer :: m
        end subroutine
        """)
    #expect(text == "subroutine f(\(expected))")
  }

  @Test func `a submodule knows what its module keeps private`() throws {
    let text = try arguments(
      """
      module geo
        private
        integer, parameter :: wp = 8
        interface
          module subroutine f(x)
            real(8), intent(in) :: x
          end subroutine
        end interface
      end module
      submodule (geo) parts
      contains
        subroutine helper(x)
          real(wp) :: x
        end subroutine
      end submodule
      subroutine g(n)
        integer n
      end subroutine
      """)
    #expect(text == "subroutine g(integer n)")
  }
}
