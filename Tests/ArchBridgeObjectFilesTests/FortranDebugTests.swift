import ArchBridgeABI
import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Foundation
import Testing

/// What debug information says of Fortran procedures, whatever options they were compiled with.
@Suite(.enabled(if: Tool.isThere("gfortran")), .timeLimit(.minutes(4)))
struct FortranDebugTests {
  private static let source = """
    module geo
      implicit none
      integer :: counter = 3
      real(8) :: table(3,4)
      character(len=8) :: label = "abc"
      type point
        real(8) :: x, y
        character(len=4) :: tag(2)
        logical :: on
      end type
      type(point) :: origin
    contains
      subroutine scale(n, x, f)
        integer, intent(in) :: n
        real(8), intent(inout) :: x(n)
        real(8), intent(in), value :: f
        x = x * f
      end subroutine
      function area(p, q) result(a)
        type(point), intent(in) :: p, q
        real(4) :: a
        a = real((p%x - q%x) * (p%y - q%y))
      end function
      subroutine shaped(a, b, c, flag, z, opt)
        real(8), intent(in) :: a(:,:)
        integer, allocatable, intent(inout) :: b(:)
        complex(8), intent(in) :: c(2:5, *)
        logical(1), intent(in) :: flag
        complex(4) :: z
        integer(8), optional :: opt
        if (flag .and. present(opt)) z = cmplx(real(a(1,1)) + c(2,1) + b(1))
      end subroutine
      function name(k, s) result(r)
        integer(2) :: k
        character(*), intent(in) :: s
        character(len=8) :: r
        r = s(k:)
      end function
      logical function isit(cb, t)
        interface
          real(8) function cb(x)
            real(8) :: x
          end function
        end interface
        character(len=4) :: t(3)
        isit = cb(1d0) > 2 .and. t(1) == 'abcd'
      end function
    end module
    subroutine plain(a, lda, n, work)
      integer lda, n
      double precision a(lda, *), work(0:n)
      common /blk/ u, v, iw(5)
      real u, v
      integer iw
      u = real(a(1,1)) + real(work(0))
      v = iw(1)
    end subroutine
    subroutine cfun(x, y) bind(C, name="c_fun")
      use iso_c_binding
      integer(c_int), value :: x
      real(c_double) :: y
      y = x
    end subroutine
    """

  private static let procedures = [
    "real function geo.area(type(point) p, type(point) q)",
    "logical function geo.isit(external cb, character(4) t(3))",
    "character(8) function geo.name(integer(2) k, character(*) s)",
    "subroutine geo.scale(integer n, real(8) x(*), real(8), value :: f)",
    "subroutine geo.shaped(real(8) a(:, :), integer, allocatable :: b(:), "
      + "complex(8) c(2:5, *), logical(1) flag, complex z, integer(8) opt)",
    "subroutine cfun(integer, value :: x, real(8) y) bind(C, name=\"c_fun\")",
    "subroutine plain(real(8) a(*), integer lda, integer n, real(8) work(0:*))",
  ]

  @Test(
    arguments: ["-gdwarf-2", "-gdwarf-3", "-gdwarf-4", "-gdwarf-5"],
    ["-O0 -m32", "-O2 -m32", "-O0 -m64", "-O3 -m64"])
  func `reads procedures, variables and common blocks`(version: String, options: String) throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.source.utf8).write(to: folder.appending(path: "geo.f90"))
    try Tool.run(
      "gfortran",
      options.split(separator: " ").map(String.init)
        + ["-g", version, "-fPIC", "-shared", "geo.f90", "-o", "libgeo.so"], in: folder.path)
    let found = try DebugDeclarations(path: folder.appending(path: "libgeo.so").path)
    #expect(found.fortran.procedures.map(\.description) == Self.procedures)
    #expect(
      found.fortran.variables.map { "\($0.variable)" } == [
        "integer counter", "character(8) label", "type(point) origin", "real(8) table(3, 4)",
      ])
    #expect(
      found.fortran.commonBlocks.map { $0.variables.map(\.description) } == [
        ["real u", "real v", "integer iw(5)"]
      ])
    #expect(found.declarations.functionNames == [])
    // A derived type is laid out as C lays out a structure.
    let size = try found.declarations.extent(
      of: .record(.structure, tag: "point"), in: found.architecture.dataModel)
    #expect(size.byteCount == (options.contains("32") ? 28 : 32))
    #expect(found.omissions.allSatisfy { $0.name.hasPrefix("__geo_MOD___") })
    // The spelling is one that is read.
    var again = FortranDeclarations()
    for procedure in found.fortran.procedures { try again.parse("\(procedure)") }
    #expect(again.procedures.count == Self.procedures.count)
  }
}
