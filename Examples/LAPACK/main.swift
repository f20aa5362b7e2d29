// LAPACK through a client that is generated from its interfaces in Fortran: `lapack.f90`.
import ArchBridge

try withSession(LAPACK()) { lapack in
  // A system of complex equations: the solution takes the place of the right-hand side.
  var a = FortranArray(rows: [
    [Complex(2.0, 0), Complex(0, 1)],
    [Complex(0, -1), Complex(3, 0)],
  ])
  var x = FortranArray(columns: [[Complex(1.0, 0), Complex(0, 5)]])
  let (_, info) = try lapack.zgesv(2, 1, &a, 2, &x, 2)
  print("x has the shape \(x.shape), and info is \(info)")
  for row in x.rows { print(rounded(row[0].real), rounded(row[0].imaginary)) }

  // Eigenvalues, and the eigenvectors as the columns of a matrix.
  var matrix = FortranArray(rows: [[2.0, 0, 0], [0, 3, 4], [0, 4, 9]])
  let result = try lapack.dgeev("N", "V", 3, &matrix, 3, 1, 3, 64)
  print("the eigenvectors have the shape \(result.vr.shape)")
  for (value, vector) in zip(result.wr, result.vr.columns) {
    print("\(rounded(value)):", vector.map { rounded(abs($0)) })
  }
  print("blocks of", try lapack.ilaenv(1, "DGETRF", " ", 100, 100, -1, -1))
}

/// A number of four places, without a sign before zero.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 + 0 }
