import ArchBridgeServer

extension FortranServer {
  func registerMatrices() throws(ServerError) {
    let multiply = try library.function(
      "matrix_multiply_",
      as: (@convention(c) (
        UnsafeMutablePointer<Double>, UnsafePointer<Double>, UnsafePointer<Int32>,
        UnsafePointer<Int32>, UnsafePointer<Double>, UnsafePointer<Int32>
      ) -> Void).self)

    register("matrixMultiply", parameters: ["a", "b"], help: "Matrices as arrays of rows.") {
      (a: [[Double]], b: [[Double]]) throws(ServerError) -> [[Double]] in
      let (a, b) = (try Matrix(a), try Matrix(b))
      guard a.columns == b.rows else {
        throw ServerError(
          "ShapeError", "\(a.rows) × \(a.columns) cannot be multiplied by \(b.rows) × \(b.columns)")
      }
      var product = Matrix(rows: a.rows, columns: b.columns)
      var (rows, inner, columns) = (Int32(a.rows), Int32(a.columns), Int32(b.columns))
      multiply(&product.values, a.values, &rows, &inner, b.values, &columns)
      return product.asRows
    }
  }
}

/// A matrix as Fortran has it: one column after another.
struct Matrix {
  let rows: Int
  let columns: Int
  var values: [Double]

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    values = Array(repeating: 0, count: rows * columns)
  }

  init(_ rows: [[Double]]) throws(ServerError) {
    let columns = rows.first?.count ?? 0
    self.init(rows: rows.count, columns: columns)
    for (row, numbers) in rows.enumerated() {
      guard numbers.count == columns else {
        throw ServerError("ShapeError", "row \(row) has \(numbers.count) numbers, not \(columns)")
      }
      for (column, number) in numbers.enumerated() { values[column * self.rows + row] = number }
    }
  }

  var asRows: [[Double]] {
    (0..<rows).map { row in (0..<columns).map { column in values[column * rows + row] } }
  }
}
