import ArchBridge
import Testing

/// LAPACK and BLAS as Debian ships them, beside a program of the library's own architecture.
@Suite(.fixtures, .systemLibraries, .timeLimit(.minutes(4)))
struct LAPACKTests {
  private static let interfaces = """
    subroutine dgesv(integer, intent(in) :: n, integer, intent(in) :: nrhs, &
      real(8), intent(inout) :: a(lda, *), integer, intent(in) :: lda, &
      integer, intent(out) :: ipiv(n), real(8), intent(inout) :: b(ldb, nrhs), &
      integer, intent(in) :: ldb, integer, intent(out) :: info)
    subroutine zgesv(integer n, integer nrhs, complex(8) a(lda, *), integer lda, &
      integer ipiv(*), complex(8) b(ldb, *), integer ldb, integer info)
    subroutine dgeev(character jobvl, character jobvr, integer n, real(8) a(lda, *), integer lda, &
      real(8) wr(n), real(8) wi(n), real(8) vl(ldvl, *), integer ldvl, real(8) vr(ldvr, *), &
      integer ldvr, real(8) work(*), integer lwork, integer info)
    subroutine dgemm(character transa, character transb, integer m, integer n, integer k, &
      real(8) alpha, real(8) a(lda, *), integer lda, real(8) b(ldb, *), integer ldb, &
      real(8) beta, real(8) c(ldc, *), integer ldc)
    integer function ilaenv(integer ispec, character(*) name, character(*) opts, integer n1, &
      integer n2, integer n3, integer n4)
    logical function lsame(character ca, character cb)
    """

  /// What the program printed of a function.
  private func reference(_ name: String, _ architecture: Architecture) throws -> [String] {
    let path = Fixture.folder(architecture) + "/reference.txt"
    let text = try #require(Kinds.text(ofFile: path))
    return text.split(separator: "\n").filter { $0.hasPrefix("\(name) ") }
      .map { String($0.dropFirst(name.count + 1)) }
  }

  private func bits(_ values: [Double]) -> [String] {
    values.map {
      let text = String($0.bitPattern, radix: 16, uppercase: true)
      return String(repeating: "0", count: 16 - text.count) + text
    }
  }

  private func withLAPACK<Value>(
    _ architecture: Architecture, _ body: (FortranLibrary) throws -> Value
  ) throws -> Value {
    try withLibrary("liblapack.so.3", configuration: .init(architecture: architecture)) { lib in
      try lib.declare(fortran: Self.interfaces)
      return try body(lib.fortran)
    }
  }

  @Test(arguments: Architecture.all)
  func `dgesv gives the same bits`(_ architecture: Architecture) throws {
    let a = InOut(FortranArray(rows: [[2.1, 1, 0.1], [1, 3.7, 1], [0.3, 1, 4.9]]))
    let b = InOut(FortranArray(columns: [[3.0, 5, 7.7], [0.1, -2, 1e-3]]))
    let (pivots, info) = (Out<[Int32]>(count: 3), Out<Int>())
    try withLAPACK(architecture) { try $0.dgesv(3, 2, a, 3, pivots, b, 3, info) }
    #expect(info.value == 0 && b.value.shape == [3, 2])
    try expectEqual(reference("dgesv", architecture), bits(b.value.elements))
  }

  @Test(arguments: Architecture.all)
  func `dgeev gives the same bits`(_ architecture: Architecture) throws {
    let a = FortranArray(rows: [[0.1, -1.3, 0.25], [1, 0.4, 2], [0.2, 0.7, -0.9]])
    let (wr, wi) = (Out<[Double]>(count: 3), Out<[Double]>(count: 3))
    let (vr, info) = (Out<FortranArray<Double>>(shape: 3, 3), Out<Int>())
    try withLAPACK(architecture) {
      try $0.dgeev(
        "N", "V", 3, a, 3, wr, wi, [0.0], 1, vr, 3, Out<[Double]>(count: 200), 200, info)
    }
    #expect(info.value == 0)
    try expectEqual(reference("dgeev", architecture), bits(wr.value + wi.value + vr.value.elements))
  }

  @Test(arguments: Architecture.all)
  func `zgesv gives the same bits`(_ architecture: Architecture) throws {
    let a = FortranArray(rows: [
      [Complex(1.1, 2), Complex(3, 0.3)], [Complex(0, -1), Complex(2, 2)],
    ])
    let b = InOut(FortranArray(columns: [[Complex(1.0, 1), Complex(0.7, -3)]]))
    let info = Out<Int>()
    try withLAPACK(architecture) {
      try $0.zgesv(2, 1, a, 2, Out<[Int32]>(count: 2), b, 2, info)
    }
    let values = b.value.elements
    #expect(info.value == 0 && b.value.shape == [2, 1])
    try expectEqual(
      reference("zgesv", architecture), bits(values.map(\.real) + values.map(\.imaginary)))
  }

  @Test(arguments: Architecture.all)
  func `dgemm gives the same bits`(_ architecture: Architecture) throws {
    let left = FortranArray(columns: [[1.1, 2.2], [3.3, 4.4], [5.5, 6.6]])
    let right = FortranArray(columns: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])
    let product = InOut(FortranArray(repeating: 1.0, shape: 2, 2))
    try withLAPACK(architecture) {
      try $0.dgemm("N", "N", 2, 2, 3, 1.7, left, 2, right, 3, 0.3, product, 2)
    }
    try expectEqual(reference("dgemm", architecture), bits(product.value.elements))
  }

  @Test(arguments: Architecture.all)
  func `texts choose what ilaenv and lsame say`(_ architecture: Architecture) throws {
    try withLAPACK(architecture) { lapack in
      let blockSize: Int = try lapack.ILAENV(1, "DGETRF", " ", 100, 100, -1, -1)
      try expectEqual(reference("ilaenv", architecture), ["\(blockSize)"])
      let (same, other): (Bool, Bool) = (try lapack.lsame("N", "n"), try lapack.lsame("N", "t"))
      #expect(same && !other)
    }
  }

  @Test(arguments: Architecture.all)
  func `without a declaration the call spells the types`(_ architecture: Architecture) throws {
    let b = InOut([3.0, 5.0])
    let (pivots, info) = (Out<[Int32]>(count: 2), Out<Int>())
    try withLibrary("liblapack.so.3", configuration: .init(architecture: architecture)) { lib in
      try lib.fortran.dgesv(2, 1, FortranArray(rows: [[2.0, 1], [1, 3]]), 2, pivots, b, 2, info)
      let isSame: Bool = try lib.fortran.lsame("N", "n")
      #expect(isSame)
      try expectEqual(lib.fortran.dznrm2(1, [Complex(3.0, 4)], 1), 5.0)
    }
    #expect(info.value == 0)
    #expect(abs(b.value[0] - 0.8) < 1e-12 && abs(b.value[1] - 1.4) < 1e-12)
  }

  @Test func `a matrix of another leading extent is refused`() throws {
    try withLAPACK(.i386) { lapack in
      let error = #expect(throws: BridgeError.self) {
        try lapack.dgesv(
          2, 1, InOut(FortranArray(repeating: 1.0, shape: 3, 2)), 2, Out<[Int32]>(count: 2),
          InOut(FortranArray(repeating: 1.0, shape: 2, 1)), 2, Out<Int>())
      }
      #expect(error?.code == .typeMismatch)
      #expect(error?.message.contains("argument 'a'") == true)
    }
  }
}
