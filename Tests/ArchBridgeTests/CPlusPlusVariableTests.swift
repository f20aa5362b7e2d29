import ArchBridge
import Testing

/// C++ variables by their names with scopes.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct CPlusPlusVariableTests {
  @Test(arguments: Architecture.all)
  func `a variable is read and written by its name and type`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let counter = lib.variable("int vendor::counter")
      let before: Int = try counter.get()
      try counter.set(12)
      let after: Int = try counter.get()
      #expect((before, after) == (7, 12))
      let alive: Int = try lib.variable("static int vendor::Gauge::alive;").get()
      let motto: String = try lib.variable("const char* vendor::motto").get()
      let ratio: Double = try lib.variable("const double ::vendor::ratio").get()
      #expect((alive, motto, ratio) == (0, "steady", 2.5))
      let wrong = thrown { let _: String = try counter.get() }
      #expect(wrong?.code == .typeMismatch && wrong?.symbol == "int vendor::counter")
      let const = thrown { try lib.variable("const double vendor::ratio").set(1.0) }
      #expect(const?.message == "the variable is const")
    }
  }

  @Test(arguments: Architecture.all)
  func `a variable of a class has the structure of its own name`(
    _ architecture: Architecture
  ) throws {
    try withFixture("vendor", architecture) { lib in
      try lib.declare("struct Point { double x; double y; };")
      let origin: Structure = try lib.variable("vendor::Point vendor::origin").get()
      let y: Double = try origin.y
      #expect(y == 2)
      let both: [Double] = try lib.variable("double vendor::origin[2]").get()
      #expect(both == [1, 2])
    }
  }

  @Test func `a variable without its type has an address, and says how to write it`() throws {
    try withFixture("vendor") { lib in
      let counter = lib.variable("vendor::counter")
      #expect(try lib.memory.read(Int32.self, at: counter.address()) == 7)
      let error = thrown { let _: Int = try counter.get() }
      #expect(error?.code == .invalidDeclaration)
      #expect(error?.message.contains("as in 'int vendor::counter'") == true)
      try lib.declare("extern int _ZN6vendor7counterE;")
      #expect(try counter.get() == 7)
    }
  }

  @Test func `a C variable may have its type before it too`() throws {
    try withFixture("values") { lib in
      let error = thrown { let _: Int = try lib.variable("int no_such_variable").get() }
      #expect(error?.code == .symbolNotFound)
    }
    try withLibrary("libc.so.6") { libc in
      let index: Int = try libc.variable("int optind").get()
      #expect(index == 1)
    }
  }

  @Test func `what is no variable is told from what is`() throws {
    try withFixture("vendor") { lib in
      let near = thrown { _ = try lib.variable("int vendor::countr").address() }
      #expect(near?.code == .symbolNotFound)
      #expect(near?.message.contains("did you mean vendor::counter") == true)
      let function = thrown { _ = try lib.variable("int vendor::kind_of").address() }
      #expect(function?.message.contains("vendor::kind_of is a function") == true)
      let pointer = thrown { _ = try lib.variable("int (*vendor::hook)(int)").address() }
      #expect(pointer?.code == .invalidDeclaration)
      #expect(pointer?.message.contains("declared under its symbol") == true)
      let unknown = thrown {
        let _: Int = try lib.variable("vendor::Nest<int> vendor::origin").get()
      }
      #expect(unknown != nil)
    }
  }
}
