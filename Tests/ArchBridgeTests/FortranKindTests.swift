import ArchBridge
import Glibc
import Testing

/// A module of every kind of argument.
enum Kinds {
  /// The fixture's source, which declares all of it.
  static let source = text(ofFile: Fixture.package + "/fixtures/libraries/kinds.f90") ?? ""

  /// The text of a file.
  static func text(ofFile path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Loads it for the length of a scope.
  static func with<Value>(
    _ architecture: Architecture, output: LibraryOutput = .passThrough,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("kinds", architecture, configuration: .init(output: output)) { lib in
      try lib.declare(fortran: source)
      return try body(lib)
    }
  }
}

/// Compares what a call returns; its type is that of what is expected.
func expectEqual<Value: Equatable>(
  _ value: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(value == expected, sourceLocation: sourceLocation)
}

@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranKindTests {
  @Test(arguments: Architecture.all)
  func `scalars of each kind come back at their extremes`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      for value in [Int8.min, 0, .max] { try expectEqual(kinds.echo_i1(value), value) }
      for value in [Int16.min, 0, .max] { try expectEqual(kinds.echo_i2(value), value) }
      for value in [Int32.min, 0, .max] { try expectEqual(kinds.echo_i4(value), value) }
      for value in [Int64.min, 0, .max] { try expectEqual(kinds.echo_i8(value), value) }
      let singles = [Float.leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity, -0.0]
      for value in singles {
        let back: Float = try kinds.echo_r4(value)
        #expect(back.bitPattern == value.bitPattern)
      }
      let doubles = [Double.leastNonzeroMagnitude, -.greatestFiniteMagnitude, .infinity, -0.0]
      for value in doubles {
        let back: Double = try kinds.echo_r8(value)
        #expect(back.bitPattern == value.bitPattern)
      }
      for value in [Float80.leastNonzeroMagnitude, .greatestFiniteMagnitude, -1.5] {
        try expectEqual(kinds.echo_r10(value), value)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `complex functions return both parts`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      let single: Complex<Float> = try kinds.conjugate4(Complex<Float>(1.5, 2))
      let double: Complex<Double> = try kinds.conjugate8(Complex(.greatestFiniteMagnitude, 1e-300))
      let extended: Complex<Float80> = try kinds.conjugate10(Complex<Float80>(1.5, 2))
      #expect(single == Complex<Float>(1.5, -2))
      #expect(double == Complex(.greatestFiniteMagnitude, -1e-300))
      #expect(extended == Complex<Float80>(1.5, -2))
    }
  }

  @Test(arguments: Architecture.all)
  func `logicals of each kind are truth values`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      for value in [true, false] {
        try expectEqual(kinds.not1(value), !value)
        try expectEqual(kinds.not2(value), !value)
        try expectEqual(kinds.not4(value), !value)
        try expectEqual(kinds.not8(value), !value)
      }
      let (flags, all) = (InOut([false, true, false]), Out<Bool>())
      try kinds.invert(3, flags, all)
      #expect(flags.value == [true, false, true] && !all.value)
      try kinds.invert(2, InOut([false, false]), all)
      #expect(all.value)
    }
  }

  @Test(arguments: Architecture.all)
  func `texts have their lengths`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      try expectEqual(kinds.day(1), "Monday")
      let day: [UInt8] = try kinds.day(2)
      #expect(day == [UInt8]("Sunday  ".utf8))
      try expectEqual(kinds.repeated(2, "abc"), "abcabc")
      let (greeting, length) = (Out<String>(capacity: 20), Out<Int>())
      try kinds.greet("World", greeting, length)
      #expect((greeting.value, length.value) == ("Hello, World", 5))
      try expectEqual(kinds.total_length("abc", 7, ["four", "2"]), 734)
      let code = InOut("ab", capacity: 4)
      try kinds.upper(code)
      #expect(code.value == "AB")
    }
  }

  @Test(arguments: Architecture.all)
  func `optional arguments can be nil or left out`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      try expectEqual(kinds.given(), 0)
      try expectEqual(kinds.given(1), 1)
      try expectEqual(kinds.given(nil, 20.0), 20)
      try expectEqual(kinds.given(1, 20.0, "abc", 300), 3321)
      try expectEqual(kinds.given(nil, nil, "ab"), 2000)
      try expectEqual(kinds.given(nil, nil, nil, 5), 5)
      let (absent, present): (Bool, Bool) = (try kinds.has(), try kinds.has([Int32(1)]))
      #expect(!absent && present)
    }
  }

  @Test(arguments: Architecture.all)
  func `module variables and common blocks are read and written`(
    _ architecture: Architecture
  ) throws {
    try Kinds.with(architecture) { lib in
      let kinds = lib.fortran.kinds
      let _: Int8 = try kinds.echo_i1(1)
      try expectEqual(kinds.calls.get(), 1)
      try kinds.calls.set(41)
      let _: Int8 = try kinds.echo_i1(1)
      try expectEqual(kinds.calls.get(), 42)
      let table: FortranArray<Double> = try kinds.table.get()
      #expect(table.shape == [2, 3] && table.rows == [[1, 3, 5], [2, 4, 6]])
      try kinds.table.set(FortranArray(rows: [[6.0, 5, 4], [3, 2, 1]]))
      try expectEqual(kinds.table.get(), [6.0, 3, 5, 2, 4, 1])
      try expectEqual(kinds.label.get(), "start")
      try kinds.label.set("stop")
      try expectEqual(kinds.label.get(as: [UInt8].self), [UInt8]("stop    ".utf8))
      let before: Bool = try kinds.enabled.get()
      try kinds.enabled.set(false)
      let after: Bool = try kinds.enabled.get()
      #expect(before && !after)

      try lib.fortran.set_state(5)
      let state = lib.fortran.common("state")
      try expectEqual(state.get("flag"), 1)
      try expectEqual(state.get("level"), 2.5)
      try expectEqual(state.get("counts"), [Int32(5), 10])
      try state.set("level", 7.5)
      try expectEqual(state.get("LEVEL"), 7.5)
    }
  }

  @Test(arguments: Architecture.all)
  func `a derived type is a structure`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let point = InOut(try lib.structure("struct point", ["tag": 1, "x": 2.5, "y": -1.0]))
      try lib.fortran.kinds.mirror(point)
      let (tag, x): (Int, Double) = (try point.value.get("tag"), try point.value.get("x"))
      #expect(tag == 2 && x == -2.5)
    }
  }

  @Test(arguments: Architecture.all)
  func `what C calls is called as C calls`(_ architecture: Architecture) throws {
    let sum: Int = try Kinds.with(architecture) { try $0.fortran.kinds.add_c(20, 22) }
    #expect(sum == 42)
  }

  @Test(arguments: Architecture.all)
  func `closures get what is at the addresses`(_ architecture: Architecture) throws {
    try Kinds.with(architecture) { lib in
      let area: Double = try lib.fortran.kinds.integral(
        lib.fortran.callback { (x: Double) -> Double in 3 * x * x }, 0, 2, 200)
      #expect(abs(area - 8) < 1e-3)
      var visited: [String] = []
      try lib.fortran.kinds.each(
        3, lib.fortran.callback { (n: Int, isEven: Bool) in visited.append("\(n) \(isEven)") })
      #expect(visited == ["1 false", "2 true", "3 false"])
    }
  }
}

/// What happens when Fortran ends the program, or prints.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct FortranEndTests {
  @Test(arguments: [
    (1, 7, "STOP 7"), (2, 1, "ERROR STOP no convergence"), (3, 2, "Cannot open file"),
  ])
  func `STOP and run-time errors are results`(
    _ status: Int, _ exitStatus: Int32, _ words: String
  ) throws {
    let capture = OutputCapture()
    let error = #expect(throws: BridgeError.self) {
      try Kinds.with(.i386, output: capture.destination) { try $0.fortran.fail(status) }
    }
    #expect(error?.code == .helperEnded)
    #expect(error?.crash?.status == .exited(exitStatus))
    #expect(error?.crash?.standardError.contains { $0.contains(words) } == true)
    #expect(capture.output.contains("status \(status)\n"))
  }
}
