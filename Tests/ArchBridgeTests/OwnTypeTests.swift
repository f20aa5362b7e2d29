import ArchBridge
import Testing

/// A type of one's own that stands for C's `int`, and is laid out as one byte.
private enum Colour: Int32, CaseIterable, LibraryScalar {
  case red = 1
  case green = 1000
  case blue = -70000

  static var scalarKind: ScalarKind { Int32.scalarKind }
  var scalarBits: UInt64 { UInt64(truncatingIfNeeded: rawValue) }
  init(scalarBits: UInt64) {
    self = Colour(rawValue: Int32(truncatingIfNeeded: scalarBits)) ?? .red
  }
}

/// A type of one's own that goes in, and does not come back.
private struct Channel: LibraryArgument {
  var number: Int
  var argumentValue: ArgumentValue { number.argumentValue }
}

@Suite(.fixtures)
struct OwnTypeTests {
  @Test(arguments: Architecture.all)
  func `goes in as what it stands for`(_ architecture: Architecture) throws {
    let sum: Int = try withFixture("adder", architecture) { try $0.add(Channel(number: 40), 2) }
    #expect(sum == 42)
  }

  @Test(arguments: Architecture.all)
  func `comes back as itself`(_ architecture: Architecture) throws {
    let colour: Colour = try withFixture("scalars", architecture) { try $0.echo_int(Colour.blue) }
    #expect(colour == .blue)
  }

  @Test(arguments: Architecture.all)
  func `goes in as an array`(_ architecture: Architecture) throws {
    let sum: Int64 = try withFixture("pointers", architecture) {
      try $0.sum_ints(Colour.allCases, 3)
    }
    #expect(sum == 1 + 1000 - 70000)
  }

  @Test(arguments: Architecture.all)
  func `goes in and comes back as an array`(_ architecture: Architecture) throws {
    let colours = InOut([Colour.blue, .green])
    try withFixture("pointers", architecture) { lib in
      try lib.declare(
        "void swap(int *a, int *b); int fill_ints(int *values, int count, int first);")
      let _: Int = try lib.fill_ints(colours, 1, 1000)
    }
    #expect(colours.value == [.green, .green])
  }

  @Test(arguments: Architecture.all)
  func `comes back through a pointer`(_ architecture: Architecture) throws {
    let (first, second) = (InOut(Colour.red), InOut(Colour.green))
    try withFixture("pointers", architecture) { lib in
      try lib.declare("void swap(int *a, int *b);")
      try lib.swap(first, second)
    }
    #expect((first.value, second.value) == (.green, .red))
  }
}
