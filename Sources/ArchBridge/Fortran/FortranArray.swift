/// An array of one to seven dimensions in Fortran's order: the first subscript varies fastest.
///
///     var matrix = FortranArray(rows: [[2.0, 1.0], [1.0, 3.0]])
///     matrix[0, 1] = 5                       // row 0, column 1
///     print(matrix.shape, matrix.elements)   // [2, 2] [2.0, 1.0, 5.0, 3.0]
///
/// Its elements lie as the library has them, so that nothing is transposed on the way. Subscripts
/// start at 0, as in Swift. `InOut`, `Out` and a call's result keep the shape.
public struct FortranArray<Element: PointerElement>: Sendable {
  /// The extent of each dimension.
  public let shape: [Int]
  /// The elements in array element order: column by column.
  public private(set) var elements: [Element]

  /// Makes an array of elements that are in array element order.
  ///
  /// - Precondition: there are as many as the shape has, which has one to seven extents.
  public init(_ elements: [Element], shape: [Int]) {
    precondition(
      FortranShapes.count(shape) == elements.count,
      "an array of the shape \(FortranShapes.text(shape)) has another number of elements")
    self.shape = shape
    self.elements = elements
  }

  /// Makes an array of one dimension.
  public init(_ elements: [Element]) { self.init(elements, shape: [elements.count]) }

  /// Makes an array that holds a value everywhere: `FortranArray(repeating: 0.0, shape: 2, 3)`.
  public init(repeating value: Element, shape: Int...) {
    let count = FortranShapes.count(shape)
    precondition(count != nil, "an array has one to seven extents, none of them negative")
    self.init([Element](repeating: value, count: count ?? 0), shape: shape)
  }

  /// Makes a matrix of its rows, which are of one length.
  public init(rows: [[Element]]) {
    let columnCount = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columnCount }, "a matrix's rows are of one length")
    var elements: [Element] = []
    elements.reserveCapacity(rows.count * columnCount)
    for column in 0..<columnCount { for row in rows { elements.append(row[column]) } }
    self.init(elements, shape: [rows.count, columnCount])
  }

  /// Makes a matrix of its columns, which are of one length.
  public init(columns: [[Element]]) {
    let rowCount = columns.first?.count ?? 0
    precondition(
      columns.allSatisfy { $0.count == rowCount }, "a matrix's columns are of one length")
    self.init(columns.flatMap { $0 }, shape: [rowCount, columns.count])
  }

  /// How many dimensions there are.
  public var rank: Int { shape.count }

  /// How many elements there are.
  public var count: Int { elements.count }

  /// The element at these subscripts, one for each dimension, from 0.
  public subscript(subscripts: Int...) -> Element {
    get { elements[index(subscripts)] }
    set { elements[index(subscripts)] = newValue }
  }

  private func index(_ subscripts: [Int]) -> Int {
    precondition(
      subscripts.count == rank, "an array of \(rank) dimensions takes \(rank) subscripts")
    var index = 0
    for dimension in shape.indices.reversed() {
      precondition(
        subscripts[dimension] >= 0 && subscripts[dimension] < shape[dimension],
        "subscript \(dimension) is out of bounds")
      index = index * shape[dimension] + subscripts[dimension]
    }
    return index
  }

  /// The rows of a matrix.
  ///
  /// - Precondition: the array has two dimensions.
  public var rows: [[Element]] {
    precondition(rank == 2, "a matrix has two dimensions")
    return (0..<shape[0]).map { row in
      (0..<shape[1]).map { column in elements[column * shape[0] + row] }
    }
  }

  /// The columns of a matrix.
  ///
  /// - Precondition: the array has two dimensions.
  public var columns: [[Element]] {
    precondition(rank == 2, "a matrix has two dimensions")
    return (0..<shape[1]).map { [Element](elements[$0 * shape[0]..<($0 + 1) * shape[0]]) }
  }

  /// The same elements in another shape, without moving any.
  ///
  /// - Precondition: the shape has as many.
  public func reshaped(_ shape: Int...) -> FortranArray { FortranArray(elements, shape: shape) }

  /// A new array with rows and columns exchanged.
  ///
  /// - Precondition: the array has two dimensions.
  public func transposed() -> FortranArray { FortranArray(rows: columns) }
}

extension FortranArray: Equatable where Element: Equatable {}
extension FortranArray: Hashable where Element: Hashable {}

extension FortranArray: CustomStringConvertible {
  /// A matrix by its rows; any other array by its elements and shape.
  public var description: String {
    rank == 2 && count > 0 ? "\(rows)" : rank == 1 ? "\(elements)" : "\(elements) of \(shape)"
  }
}

extension FortranArray: LibraryArgument, ShapedArgument {
  /// A pointer to the elements, with their shape.
  public var argumentValue: ArgumentValue { Element.argumentValue(of: elements) }
}

extension FortranArray: PointerValue {
  /// The elements as a pointer's memory, with their shape.
  public var pointerContents: PointerContents {
    var contents = Element.pointerContents(of: elements)
    contents.shape = shape
    return contents
  }

  /// Makes the array that is in a pointer's memory.
  public init(pointerContents: PointerContents) {
    let elements = Element.elements(in: pointerContents)
    let shape = pointerContents.shape.flatMap {
      FortranShapes.count($0) == elements.count ? $0 : nil
    }
    self.init(elements, shape: shape ?? [elements.count])
  }
}

extension FortranArray: LibraryValue where Element: LibraryValue {
  /// Makes the array of one dimension that is in memory.
  public init(from memory: LibraryMemoryReader) throws(BridgeError) {
    self.init(try [Element](from: memory))
  }

  /// Puts the elements into memory.
  public func write(to memory: inout LibraryMemoryWriter) throws(BridgeError) {
    try elements.write(to: &memory)
  }
}

extension FortranArray: LibraryResult where Element: LibraryValue {
  /// What a function of Fortran returns.
  public static var resultKind: ResultKind { ResultKind(.value(undeclared: nil)) }
  /// Never made so: the array needs its shape.
  public init?(resultValue: ResultValue) { return nil }
}

/// An argument that has a shape.
protocol ShapedArgument {
  var shape: [Int] { get }
}

/// A value that can be given a shape.
protocol ShapedValue: ShapedArgument {
  /// The same elements in this shape; nil where they are more or fewer.
  func shaped(_ shape: [Int]) -> Self?
}

extension FortranArray: ShapedValue {
  func shaped(_ shape: [Int]) -> FortranArray? {
    FortranShapes.count(shape) == count ? FortranArray(elements, shape: shape) : nil
  }
}

/// What shapes have in common.
enum FortranShapes {
  /// How many elements a shape has; nil where it is none, or has more than memory could.
  static func count(_ shape: [Int]) -> Int? {
    guard (1...7).contains(shape.count), shape.allSatisfy({ $0 >= 0 }) else { return nil }
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      count = product
    }
    return count
  }

  /// How many elements somebody asks for; what no memory holds is refused by the call.
  static func askedCount(_ shape: [Int]) -> Int {
    precondition(
      (1...7).contains(shape.count) && shape.allSatisfy { $0 >= 0 },
      "an array has one to seven extents, none of them negative")
    return count(shape) ?? Int(UInt32.max) + 1
  }

  /// A shape as messages have it: `2×3`.
  static func text(_ shape: [Int]) -> String {
    shape.map(String.init).joined(separator: "×")
  }
}

extension Out {
  /// Makes a pointer to an array of numbers: `Out<FortranArray<Double>>(shape: 2, 3)`.
  public convenience init<Element: LibraryScalar>(shape: Int...)
  where Value == FortranArray<Element> {
    let count = FortranShapes.askedCount(shape)
    var contents = PointerContents(.zeros(Element.scalarKind, count: count))
    contents.shape = shape
    self.init(initial: contents)
  }

  /// Makes a pointer to an array of complex or 80-bit numbers.
  public convenience init<Element: LibraryAggregate & AdditiveArithmetic>(shape: Int...)
  where Value == FortranArray<Element> {
    let count = FortranShapes.askedCount(shape)
    var contents = PointerContents(.zeroValues(Element.zero, count: count))
    contents.shape = shape
    self.init(initial: contents)
  }
}
