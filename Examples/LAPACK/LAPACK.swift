// Made from lapack.f90; this writes it again:
//
//     archbridge generate lapack.f90 --library liblapack.so.3 --name LAPACK

public import ArchBridge

/// The library `liblapack.so.3`, whose Fortran procedures are methods.
///
/// Matrices keep their shape, and their elements Fortran's order. What a procedure gives out is
/// returned; what it changes is `inout`. A name that is not a method is reached through `fortran`.
public final class LAPACK: LibraryClient, @unchecked Sendable {
  /// Starts a helper, and loads the library into it.
  public override init(
    _ library: String = "liblapack.so.3", configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    try super.init(library, configuration: configuration)
    try declare(fortran: Self.declarations)
  }

  /// Calls the library's `zgesv`.
  ///
  /// In Fortran: `subroutine zgesv(integer, intent(in) :: n, integer, intent(in) :: nrhs,
  /// complex(8), intent(inout) :: a(lda, n), integer, intent(in) :: lda, integer, intent(out) ::
  /// ipiv(n), complex(8), intent(inout) :: b(ldb, nrhs), integer, intent(in) :: ldb, integer,
  /// intent(out) :: info)`
  public func zgesv(
    _ n: Int, _ nrhs: Int, _ a: inout FortranArray<Complex<Double>>, _ lda: Int,
    _ b: inout FortranArray<Complex<Double>>, _ ldb: Int
  ) throws(BridgeError) -> (ipiv: [Int], info: Int) {
    let aMemory = InOut(a)
    let ipivMemory = Out<[Int]>(count: max(0, n))
    let bMemory = InOut(b)
    let infoMemory = Out<Int>()
    try fortran["zgesv"](n, nrhs, aMemory, lda, ipivMemory, bMemory, ldb, infoMemory)
    a = aMemory.value
    b = bMemory.value
    return (ipivMemory.value, infoMemory.value)
  }

  /// Calls the library's `dgeev`.
  ///
  /// In Fortran: `subroutine dgeev(character, intent(in) :: jobvl, character, intent(in) :: jobvr,
  /// integer, intent(in) :: n, real(8), intent(inout) :: a(lda, n), integer, intent(in) :: lda,
  /// real(8), intent(out) :: wr(n), real(8), intent(out) :: wi(n), real(8), intent(out) :: vl(ldvl,
  /// n), integer, intent(in) :: ldvl, real(8), intent(out) :: vr(ldvr, n), integer, intent(in) ::
  /// ldvr, real(8), intent(out) :: work(lwork), integer, intent(in) :: lwork, integer, intent(out)
  /// :: info)`
  public func dgeev(
    _ jobvl: String, _ jobvr: String, _ n: Int, _ a: inout FortranArray<Double>, _ lda: Int,
    _ ldvl: Int, _ ldvr: Int, _ lwork: Int
  ) throws(BridgeError) -> (
    wr: [Double], wi: [Double], vl: FortranArray<Double>, vr: FortranArray<Double>, work: [Double],
    info: Int
  ) {
    let aMemory = InOut(a)
    let wrMemory = Out<[Double]>(count: max(0, n))
    let wiMemory = Out<[Double]>(count: max(0, n))
    let vlMemory = Out<FortranArray<Double>>(shape: max(0, ldvl), max(0, n))
    let vrMemory = Out<FortranArray<Double>>(shape: max(0, ldvr), max(0, n))
    let workMemory = Out<[Double]>(count: max(0, lwork))
    let infoMemory = Out<Int>()
    try fortran["dgeev"](
      jobvl, jobvr, n, aMemory, lda, wrMemory, wiMemory, vlMemory, ldvl, vrMemory, ldvr, workMemory,
      lwork, infoMemory)
    a = aMemory.value
    return (
      wrMemory.value, wiMemory.value, vlMemory.value, vrMemory.value, workMemory.value,
      infoMemory.value
    )
  }

  /// Calls the library's `ilaenv`.
  ///
  /// In Fortran: `integer function ilaenv(integer, intent(in) :: ispec, character(*), intent(in) ::
  /// name, character(*), intent(in) :: opts, integer, intent(in) :: n1, integer, intent(in) :: n2,
  /// integer, intent(in) :: n3, integer, intent(in) :: n4)`
  public func ilaenv(
    _ ispec: Int, _ name: String, _ opts: String, _ n1: Int, _ n2: Int, _ n3: Int, _ n4: Int
  ) throws(BridgeError) -> Int {
    try fortran["ilaenv"](ispec, name, opts, n1, n2, n3, n4)
  }
}

extension LAPACK {
  /// The library's procedures and variables in Fortran, which every call is checked against.
  public static let declarations = """
    subroutine zgesv(integer, intent(in) :: n, integer, intent(in) :: nrhs, complex(8), &
      intent(inout) :: a(lda, n), integer, intent(in) :: lda, integer, intent(out) :: &
      ipiv(n), complex(8), intent(inout) :: b(ldb, nrhs), integer, intent(in) :: ldb, &
      integer, intent(out) :: info)
    subroutine dgeev(character, intent(in) :: jobvl, character, intent(in) :: jobvr, &
      integer, intent(in) :: n, real(8), intent(inout) :: a(lda, n), integer, intent(in) :: &
      lda, real(8), intent(out) :: wr(n), real(8), intent(out) :: wi(n), real(8), &
      intent(out) :: vl(ldvl, n), integer, intent(in) :: ldvl, real(8), intent(out) :: &
      vr(ldvr, n), integer, intent(in) :: ldvr, real(8), intent(out) :: work(lwork), &
      integer, intent(in) :: lwork, integer, intent(out) :: info)
    integer function ilaenv(integer, intent(in) :: ispec, character(*), intent(in) :: name, &
      character(*), intent(in) :: opts, integer, intent(in) :: n1, integer, intent(in) :: &
      n2, integer, intent(in) :: n3, integer, intent(in) :: n4)
    """
}
