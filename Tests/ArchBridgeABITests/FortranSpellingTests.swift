import ArchBridgeABI
import Testing

/// What Fortran's two spellings of an interface mean, and how it is printed.
@Suite struct FortranSpellingTests {
  private func read(_ source: String) throws -> String {
    "\(try FortranDeclarations.parseProcedure(source))"
  }

  @Test(arguments: [
    "integer function ilaenv(integer ispec, character(*) name, character(*) opts, integer n1)",
    "subroutine dgesv(integer n, real(8) a(lda, *), integer lda, integer ipiv(*))",
    "complex(8) function zdotu(integer n, complex(8) x(*), integer incx)",
    "character(8) function day(integer number)",
    "subroutine fill(integer, intent(in) :: n, real(8), intent(out) :: v(0:n-1, 2*(n+1)))",
    "subroutine maybe(real, intent(in), optional :: x, integer, value :: n)",
    "subroutine shapes(real(8) v(:), real(8) w(0:, :), integer, allocatable :: a(:, :))",
    "real(8) function geo.area(real(8) r)",
    "real(8) function norm(real(8) x(n), integer n) result(value)",
    "function many(integer n) result(values(n))",
    "subroutine c_entry(integer, value :: n) bind(C, name=\"entry\")",
    "subroutine plain() bind(C)",
    "subroutine sum(real(8) function f(real(8) x), real(8) a, external g)",
    "subroutine told(optional, subroutine report(integer k), optional, external g)",
    "subroutine other(integer n) link(\"other\")",
    "subroutine kinds(integer(1) a, logical(8) b, real(10) c, complex d, type(point) e, type(*) f)",
    "subroutine any(class(point) p, real x(..), character(:), allocatable :: c)",
  ])
  func `the compact spelling is printed as it is read`(_ spelling: String) throws {
    let expected =
      spelling.hasPrefix("function many") ? "real \(spelling)" : spelling
    #expect(try read(spelling) == expected)
    #expect(try read(expected) == expected)
  }

  @Test func `a source has its declarations on lines of their own`() throws {
    let spelling = try read(
      """
      ! Solves a system.
      SUBROUTINE DGESV( N, NRHS, A, LDA, IPIV, &   ! of equations
      &                 B, LDB, INFO )
        IMPLICIT NONE
        INTEGER, INTENT(IN) :: N, NRHS, LDA, LDB; integer, intent(out) :: info
        INTEGER IPIV( * )
        DOUBLE PRECISION A( LDA, * ), B( LDB, * )
        INTENT(INOUT) A
        if (n < 0) then
          info = -1
        end if
      END SUBROUTINE DGESV
      """)
    #expect(
      spelling == "subroutine dgesv(integer, intent(in) :: n, integer, intent(in) :: nrhs, "
        + "real(8), intent(inout) :: a(lda, *), integer, intent(in) :: lda, integer ipiv(*), "
        + "real(8) b(ldb, *), integer, intent(in) :: ldb, integer, intent(out) :: info)")
  }

  @Test(arguments: [FortranForm.automatic, .fixed])
  func `fixed form has comments, labels and continuation in columns`(_ form: FortranForm) throws {
    var declarations = FortranDeclarations()
    try declarations.parse(
      """
      C     The sum of absolute values.
            DOUBLE PRECISION FUNCTION DASUM(N,DX,
           $                                INCX)
      *     .. Arguments ..
            INTEGER INCX,N
            REAL*8 DX(*)
            CHARACTER*8 NAME
         10 CONTINUE
            DO 20 I = 1, N
         20 CONTINUE
            RETURN
            END
      """, form: form)
    #expect(
      declarations.procedures.map(\.description)
        == ["real(8) function dasum(integer n, real(8) dx(*), integer incx)"])
  }

  @Test func `a module has procedures, variables, types and constants`() throws {
    var declarations = FortranDeclarations()
    try declarations.parse(
      """
      module geo
        use iso_fortran_env, only: wp => real64
        implicit none
        private :: hidden
        integer, parameter :: dp = kind(1.0d0), size = 2*3
        type :: point
          real(dp) :: x, y = 0
        end type point
        integer :: count = 0, hidden
        real(wp), dimension(size, 2) :: table
        integer, bind(c, name="shared_flag") :: flag
        common /state/ a, b
        real(8) :: a(3)
        integer :: b
        interface scale
          module procedure scale_all
        end interface
      contains
        pure subroutine scale_all(v, factor)
          real(dp), intent(inout) :: v(:)
          real(dp), intent(in) :: factor
          v = v * factor
        contains
          subroutine inner()
          end subroutine
        end subroutine
        function area(r) result(a)
          real(dp), intent(in) :: r
          real(dp) :: a
          a = r
        end function area
      end module geo
      """)
    #expect(
      declarations.procedures.map(\.description) == [
        "subroutine geo.scale_all(real(8), intent(inout) :: v(:), real(8), intent(in) :: factor)",
        "real(8) function geo.area(real(8), intent(in) :: r) result(a)",
      ])
    #expect(declarations.procedures.map(\.linkName) == ["__geo_MOD_scale_all", "__geo_MOD_area"])
    #expect(
      declarations.variables.map { "\($0.linkName) \($0.variable)" } == [
        "__geo_MOD_count integer count", "__geo_MOD_table real(8) table(6, 2)",
        "shared_flag integer flag",
      ])
    #expect(declarations.commonBlocks.map(\.linkName) == ["state_"])
    #expect(
      declarations.commonBlocks.first?.variables.map(\.description) == [
        "real(8) a(3)", "integer b",
      ])
    #expect(declarations.derivedTypes.first?.components.map(\.name) == ["x", "y"])
    #expect(declarations.procedure(named: "GEO.Area")?.name == "area")
  }

  @Test func `a later text uses the modules of earlier ones`() throws {
    var declarations = FortranDeclarations()
    try declarations.parse("module precision\n integer, parameter :: dp = kind(1.d0)\nend module")
    try declarations.parse(
      """
      subroutine f(x)
        use precision, only: wp => dp
        real(wp) :: x
      end subroutine
      """)
    #expect(declarations.procedures.map(\.description) == ["subroutine f(real(8) x)"])
  }

  @Test func `a dummy procedure has the interface that a block or a name gives it`() throws {
    var declarations = FortranDeclarations()
    try declarations.parse(
      """
      module solve
        abstract interface
          function curve(x)
            real(8), intent(in) :: x
            real(8) :: curve
          end function
        end interface
      contains
        subroutine root(f, g, h)
          procedure(curve) :: f
          interface
            subroutine g(n)
              integer :: n
            end subroutine
          end interface
          external h
        end subroutine
      end module
      """)
    #expect(
      declarations.procedures.map(\.description) == [
        "subroutine solve.root(real(8) function f(real(8), intent(in) :: x), "
          + "subroutine g(integer n), external h)"
      ])
  }

  @Test(arguments: [
    (
      "character(8) function f(integer, intent(in) :: n)",
      "char *the result, unsigned long the result's length, const int *n"
    ),
    (
      "subroutine f(real(8), optional, value :: b, character(*) text, integer, optional, value :: c)",
      "double b, char *text, int c, _Bool the presence of b, unsigned long the length of text, "
        + "_Bool the presence of c"
    ),
    ("subroutine f(character s(*)) bind(C)", "char *s"),
    ("subroutine f(logical(2) a(*), complex c, real v(:))", "short *a, _Complex float *c, void *v"),
  ])
  func `a procedure is a C function with hidden parameters`(
    _ spelling: String, _ parameters: String
  ) throws {
    let type = try FortranDeclarations.parseProcedure(spelling).cFunctionType()
    let text = type.parameters.map { parameter in
      let type = "\(parameter.type)"
      return (type.hasSuffix("*") ? type : type + " ") + (parameter.name ?? "")
    }
    #expect(text.joined(separator: ", ") == parameters)
  }

  @Test func `a type follows from the first letter where none is declared`() throws {
    #expect(
      try read("subroutine old(a, n)\nend") == "subroutine old(real a, integer n)")
    #expect(
      try read("subroutine old(a, n)\nimplicit real*8 (a-h, o-z), integer(8) (n)\nend")
        == "subroutine old(real(8) a, integer(8) n)")
  }

  @Test func `several interfaces stand one after the other`() throws {
    var declarations = FortranDeclarations()
    try declarations.parse(
      """
      logical function lsame(character ca, character cb)
      real(8) function ddot(integer n, real(8) x(*), integer incx, real(8) y(*), integer incy)
      interface
        subroutine reset() bind(c, name='Reset')
        end subroutine
      end interface
      """)
    #expect(declarations.procedures.map(\.linkName) == ["lsame_", "ddot_", "Reset"])
  }
}
