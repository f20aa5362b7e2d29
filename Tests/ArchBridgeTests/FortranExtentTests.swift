import ArchBridge
import Testing

/// Arrays whose extents are made of other arguments.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranExtentTests {
  private func expect(
    _ code: BridgeError.Code, _ message: String, _ call: () throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: BridgeError.self, sourceLocation: sourceLocation) { try call() }
    #expect(error?.code == code, sourceLocation: sourceLocation)
    #expect(
      error?.message.contains(message) == true, "\(error?.message ?? "")",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: Architecture.all)
  func `extents that no memory holds are refused`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      try expectEqual(lib.fortran.kinds.square(2, [1.0, 2, 3, 4]), 10.0)
      expect(.tooLarge, "'real(8), intent(in) :: a(n*n)', which no memory could hold") {
        let _: Double = try lib.fortran.kinds.square(Int64(1) << 32, [1.0])
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `elements and sizes of other arguments are known`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      expect(.typeMismatch, "which has 3 elements here, and got 2") {
        let _: Double = try kinds.weigh1([3], [1.0, 2])
      }
      let matrix = FortranArray(rows: [[1.0, 2], [3, 4], [5, 6]])
      try expectEqual(kinds.column(matrix, [1.0, 2, 3]), 27.0)
      expect(.typeMismatch, "v(size(z, 1))', which has 3 elements here, and got 2") {
        let _: Double = try kinds.column(matrix, [1.0, 2])
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a variable of the module is read for an extent`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      try expectEqual(kinds.sized([1.0, 2, 3], "abc"), 9.0)
      try kinds.calls_wanted.set(4)
      expect(.typeMismatch, "which has 4 elements here, and got 3") {
        let _: Double = try kinds.sized([1.0, 2, 3], "abc")
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `an extent that cannot be known is refused, unless the declaration leaves it open`(
    _ architecture: Architecture
  ) throws {
    try Kinds.with(architecture) { lib in
      expect(.typeMismatch, "the extent 'twice(n)' is not known from the call; declare it with") {
        let _: Double = try lib.fortran.kinds.opaque(1, [1.0, 2, 3])
      }
      try lib.declare(fortran: "real(8) function kinds.opaque(integer n, real(8) v(*))")
      try expectEqual(lib.fortran.kinds.opaque(1, [1.0, 2, 3]), 3.0)
    }
  }

  @Test(arguments: Architecture.all)
  func `results are as long as texts and arrays make them`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      try expectEqual(lib.fortran.kinds.joined("ab", 3), "ab!!!")
      let table: FortranArray<Int32> = try lib.fortran.kinds.products(
        [Int32(1), 2, 3], [Int32(10), 20])
      #expect(table.rows == [[10, 20], [20, 40], [30, 60]])
    }
  }

  @Test(arguments: Architecture.all)
  func `explicit extents of ranks four to seven keep their order`(
    _ architecture: Architecture
  ) throws {
    func place(_ subscripts: [Int], _ shape: [Int]) -> Int {
      zip(subscripts, shape).reversed().reduce(0) { $0 * $1.1 + $1.0 - 1 }
    }
    /// The numbers from 1 on; what the library reads, and where it writes.
    func each<Element: LibraryScalar & Equatable>(
      _ shape: [Int], _ element: (Int) -> Element, _ call: ([Int], Any) throws -> Int
    ) throws {
      let count = shape.reduce(1, *)
      let array = InOut(FortranArray((1...count).map(element), shape: shape))
      let ends = shape.indices.map { $0 % 2 == 0 ? shape[$0] : 1 }
      let others = shape.indices.map { $0 % 2 == 0 ? 1 : shape[$0] }
      #expect(try call(shape, array) == place(ends, shape) + 1)
      var expected = (1...count).map(element)
      expected[place(others, shape)] = element(-shape.count)
      #expect(array.value.elements == expected && array.value.shape == shape)
    }
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      try each([3, 2, 4, 5], { Int32($0) }) {
        try kinds.last4($0.map { Int32($0) }, $1 as? InOut<FortranArray<Int32>>)
      }
      try each([3, 2, 4, 5, 2], { Int16($0) }) {
        try kinds.last5($0.map { Int32($0) }, $1 as? InOut<FortranArray<Int16>>)
      }
      try each([3, 2, 4, 5, 2, 3], { Double($0) }) {
        try kinds.last6($0.map { Int32($0) }, $1 as? InOut<FortranArray<Double>>)
      }
      let shape = [3, 2, 4, 2, 2, 3, 5]
      let count = shape.reduce(1, *)
      let waves = InOut(
        FortranArray((1...count).map { Complex(Float($0), 0) }, shape: shape))
      let read: Int = try kinds.last7(shape.map { Int32($0) }, waves)
      #expect(read == place([3, 1, 4, 1, 2, 1, 5], shape) + 1)
      #expect(waves.value.elements[place([1, 2, 1, 2, 1, 3, 1], shape)] == Complex(-7, 0))
      expect(.typeMismatch, "whose extent 3 is 4, and got 3×2×2×4×2×3×5") {
        let wrong = FortranArray(repeating: Complex<Float>(0, 0), shape: 3, 2, 2, 4, 2, 3, 5)
        let _: Int = try kinds.last7(shape.map { Int32($0) }, InOut(wrong))
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a C string has the room that a bind(C) procedure declares`(
    _ architecture: Architecture
  ) throws {
    try Kinds.with(architecture) { lib in
      let text = Out<String>(capacity: 20)
      try lib.fortran.kinds.copy_c("Hello", 20, text)
      #expect(text.value == "Hello")
      expect(.typeMismatch, "which has 20 characters here, and got 4") {
        try lib.fortran.kinds.copy_c("Hello", 20, Out<String>(capacity: 4))
      }
    }
  }
}
