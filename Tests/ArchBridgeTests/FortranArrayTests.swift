import ArchBridge
import Testing

/// The matrix type by itself.
@Suite struct FortranArrayTests {
  @Test func `a matrix of rows has its elements column by column`() {
    var matrix = FortranArray(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.shape == [2, 3] && matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix[1, 2] == 6 && matrix.rows[1] == [4, 5, 6] && matrix.columns[2] == [3, 6])
    matrix[0, 2] = 30
    #expect(matrix.columns == [[1, 4], [2, 5], [30, 6]])
    #expect(matrix == FortranArray(columns: [[1, 4], [2, 5], [30, 6]]))
    #expect(matrix.transposed().rows == matrix.columns)
    #expect(matrix.reshaped(3, 2).elements == matrix.elements)
    #expect("\(matrix)" == "[[1, 2, 30], [4, 5, 6]]")
  }

  @Test(arguments: 1...7)
  func `subscripts of each rank count the first one fastest`(_ rank: Int) {
    let shape = (0..<rank).map { $0 + 1 }
    let count = shape.reduce(1, *)
    let array = FortranArray([Int](0..<count), shape: shape)
    #expect(array.rank == rank && array.count == count)
    var place = [Int](repeating: 0, count: rank)
    for index in 0..<count {
      #expect(element(array, place) == index)
      for dimension in 0..<rank {
        place[dimension] += 1
        if place[dimension] < shape[dimension] { break }
        place[dimension] = 0
      }
    }
  }

  private func element(_ array: FortranArray<Int>, _ at: [Int]) -> Int {
    switch at.count {
    case 1: array[at[0]]
    case 2: array[at[0], at[1]]
    case 3: array[at[0], at[1], at[2]]
    case 4: array[at[0], at[1], at[2], at[3]]
    case 5: array[at[0], at[1], at[2], at[3], at[4]]
    case 6: array[at[0], at[1], at[2], at[3], at[4], at[5]]
    default: array[at[0], at[1], at[2], at[3], at[4], at[5], at[6]]
    }
  }
}

/// Arrays on their way to Fortran and back.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranShapeTests {
  /// The numbers from 1 on, in a shape.
  private func counting<Element: LibraryScalar>(
    _ shape: [Int], _ element: (Int) -> Element
  ) -> FortranArray<Element> {
    FortranArray((1...shape.reduce(1, *)).map(element), shape: shape)
  }

  @Test(arguments: Architecture.all)
  func `an out matrix keeps its shape`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let matrix = Out<FortranArray<Int32>>(shape: 2, 3)
      try lib.fortran.kinds.fill2(2, 3, matrix)
      #expect(matrix.value.rows == [[11, 12, 13], [21, 22, 23]])
      let cube = Out<FortranArray<Int32>>(shape: 2, 3, 4)
      try lib.fortran.kinds.fill3(2, 3, 4, cube)
      #expect(cube.value.shape == [2, 3, 4])
      #expect(cube.value[1, 2, 3] == 234 && cube.value[0, 1, 2] == 123)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function returns an array`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let table: FortranArray<Double> = try lib.fortran.kinds.outer(2, 2, 10.0)
      #expect(table.rows == [[10, 11, 12], [20, 21, 22]])
      let flags: FortranArray<Bool> = try lib.fortran.kinds.positive(3, [1, -1, 5])
      #expect(flags.elements == [true, false, true])
      let none: FortranArray<Bool> = try lib.fortran.kinds.positive(0, [Int]())
      #expect(none.shape == [0])
    }
  }

  @Test(arguments: Architecture.all)
  func `a recording answers Fortran too`(_ architecture: Architecture) throws {
    try Recording().twice("kinds", architecture) { lib in
      try lib.declare(fortran: Kinds.source)
      let vector = InOut([1.0, 2, 3])
      let count: Int = try lib.fortran.kinds.shape1(vector)
      let day: String = try lib.fortran.kinds.day(1)
      let table: FortranArray<Double> = try lib.fortran.kinds.outer(1, 1, 10.0)
      return "\(count) \(vector.value) \(day) \(table)"
    }
  }

  @Test(arguments: Architecture.all)
  func `assumed shape gets the extents of each rank`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      let vector = InOut([1.0, 2, 3])
      try expectEqual(kinds.shape1(vector), 3)
      #expect(vector.value == [2, 4, 6])
      try expectEqual(kinds.shape2(counting([3, 2]) { Float($0) }), 32)
      try expectEqual(kinds.shape3(counting([2, 4, 3]) { Int16($0) }), 243)
      try expectEqual(kinds.shape4(counting([2, 1, 4, 3]) { Int64($0) }), 2143)
      let waves = FortranArray(
        (1...36).map { Complex(0, Double($0)) }, shape: [3, 2, 1, 2, 3])
      try expectEqual(kinds.shape5(waves), 32123)
      let flags = InOut(FortranArray(repeating: false, shape: 1, 2, 1, 2, 1, 3))
      try expectEqual(kinds.shape6(flags), 121213)
      #expect(flags.value.shape == [1, 2, 1, 2, 1, 3])
      #expect(flags.value.elements.firstIndex(of: true) == 8)
      let deep = InOut(counting([1, 2, 1, 3, 1, 1, 2]) { Int32($0) })
      try expectEqual(kinds.shape7(deep), 1_213_112)
      #expect(deep.value[0, 1, 0, 1, 0, 0, 1] == -7)
    }
  }

  @Test(arguments: Architecture.all)
  func `what does not fit is an error that names the argument`(
    _ architecture: Architecture
  ) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      func expect(
        _ code: BridgeError.Code, _ message: String, _ call: () throws -> Void
      ) {
        let error = #expect(throws: BridgeError.self) { try call() }
        #expect(error?.code == code)
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
      }
      expect(
        .typeMismatch,
        "argument 'a' is declared 'real(8), intent(in) :: a(n)', which has 4 elements here, and got 3"
      ) {
        let _: Double = try kinds.weigh(4, [1.0, 2, 3])
      }
      expect(.typeMismatch, "whose extent 1 is 3, and got 2×3") {
        try kinds.fill2(3, 2, Out<FortranArray<Int32>>(shape: 2, 3))
      }
      expect(.typeMismatch, "whose extent 1 is 3") {
        try kinds.fill2(3, 2, Out<FortranArray<Int32>>(shape: 1 << 40, 1 << 40))
      }
      expect(.typeMismatch, "give it an Out or an InOut") {
        try kinds.fill2(1, 1, [Int32(1)])
      }
      expect(.typeMismatch, "of 2 dimensions; give it a FortranArray, which has a shape") {
        let _: Int = try kinds.shape2([Float(1), 2])
      }
      expect(.typeMismatch, "argument 'x' is declared 'integer, intent(in) :: x', and got Bool") {
        let _: Int = try kinds.echo_i4(true)
      }
      expect(.typeMismatch, "and got String") { let _: Int = try kinds.echo_i4("1") }
      expect(.typeMismatch, "and got Int32") { let _: Bool = try kinds.not4(Int32(1)) }
      expect(.typeMismatch, "it one element") { let _: Int = try kinds.echo_i4([Int32(1), 2]) }
      expect(.valueOutOfRange, "argument 'x' is 40000") { let _: Int = try kinds.echo_i2(40_000) }
      expect(.typeMismatch, "argument 'x' is not optional, and got nil") {
        let _: Int = try kinds.echo_i4(nil)
      }
      expect(.argumentCount, "0 arguments where 1 belongs: integer function kinds.echo_i4(") {
        let _: Int = try kinds.echo_i4()
      }
      expect(.tooLarge, "argument 'code' has 5 characters, and room for 4") {
        try kinds.upper("abcde")
      }
      expect(.typeMismatch, "the result is declared 'logical'; ask for Bool") {
        let _: Int = try kinds.not4(true)
      }
      expect(.unsupportedType, "an allocatable is not supported") { try kinds.grow([Int32(1)]) }
      expect(.unsupportedType, "real(16) has no counterpart in Swift") { try kinds.quad(1.0) }
      expect(.symbolNotFound, "kinds") { let _: Int = try kinds.echo_i5(1) }
    }
  }
}
