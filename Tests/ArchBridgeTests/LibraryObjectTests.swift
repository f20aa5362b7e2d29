import ArchBridge
import Testing

/// Objects of C++ classes that a program makes.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct LibraryObjectTests {
  private struct Gauge: LibraryObject {
    static let className = "vendor::Gauge"
    static let byteCount: Int? = 128
    let address: RemoteAddress
  }

  private struct Unknown: LibraryObject {
    static let className = "vendor::Gauge"
    let address: RemoteAddress
  }

  private func alive(_ lib: LibraryClient) throws -> Int {
    try lib.call("static int vendor::Gauge::count()")
  }

  @Test(arguments: Architecture.all)
  func `an object is made, used and ended`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try Gauge.new(in: lib, "(const char*, double)", "boiler", 2.5)
      let copy = try Gauge.new(in: lib, "(const vendor::Gauge&)", gauge)
      let name: String = try lib.call("const char* vendor::Gauge::name() const", copy)
      let value: Double = try lib.call("double vendor::Gauge::read(double) const", copy, 4.0)
      #expect(try name == "boiler" && value == 10 && alive(lib) == 2)
      try copy.delete(in: lib)
      try gauge.delete(in: lib)
      #expect(try alive(lib) == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `the library may end what the program has made`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let gauge = try Gauge.new(in: lib, "(const char*)", "boiler")
      try lib.call("void vendor::release(vendor::Gauge*)", gauge)
      #expect(try alive(lib) == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `a constructor that throws leaves nothing`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let error = thrown { _ = try Gauge.new(in: lib, "(const char*, double)", "boiler", 0.0) }
      #expect(error?.exception?.description == "std::invalid_argument: a scale of 0")
      let left = try alive(lib)
      #expect(left == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `a method of the object's own class is in its table`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      let made: Gauge = try lib.call("vendor::Gauge* vendor::make(int)", 4)
      let own: Int = try lib.call("int vendor::Gauge::kind() const", made)
      let table = try lib.memory.read(RemoteAddress.self, at: made.address)
      // Behind the two destructors.
      let width: UInt64 = architecture == .i386 ? 4 : 8
      let kind = try lib.memory.read(
        RemoteAddress.self, at: RemoteAddress(rawValue: table.rawValue + 2 * width))
      let function = try lib.functionPointer(at: kind, as: "int (*)(const void *)")
      let virtual: Int = try function(made)
      #expect((own, virtual) == (1, 10))
    }
  }

  @Test func `a length comes from the class or from a declaration`() throws {
    try withFixture("vendor") { lib in
      let unknown = thrown { _ = try Unknown.new(in: lib, "(const char*)", "boiler") }
      #expect(unknown?.code == .unsupportedType)
      #expect(unknown?.message.contains("give its sizeof as byteCount") == true)
      try lib.declare("struct Gauge { void *table; double scale; char name[24]; };")
      let gauge = try Unknown.new(in: lib, "(const char*)", "boiler")
      try gauge.delete(in: lib)
      let none = thrown { _ = try Gauge.new(in: lib, "(int)", 1) }
      #expect(none?.code == .symbolNotFound)
      #expect(none?.message.contains("vendor::Gauge::Gauge(char const*, double)") == true)
      let several = thrown { _ = try Gauge.new(in: lib) }
      #expect(several?.message.contains("is 3 functions of") == true)
    }
  }

  @Test(arguments: Architecture.all)
  func `a std::string is an object of the library's own runtime`(
    _ architecture: Architecture
  ) throws {
    try withFixture("vendor", architecture) { lib in
      try lib.load("libstdc++.so.6")
      let text = try Text.new(
        in: lib, "(const char*, const std::allocator<char>&)", "furnace", RemoteAddress(rawValue: 0)
      )
      let gauge = try Gauge.new(in: lib, "(const char*)", "boiler")
      try lib.call("void vendor::Gauge::rename(const std::string&)", gauge, text)
      try text.delete(in: lib)
      let name: String = try lib.call("const char* vendor::Gauge::name() const", gauge)
      #expect(name == "furnace")
      // What is returned goes where its first argument says, and is an object from then on.
      let label = try lib.memory.allocate(byteCount: 32)
      try lib.call("std::string vendor::label(int)", label, 7)
      let characters: String = try lib.call("const char* std::string::c_str() const", label)
      #expect(characters == "label 7")
      try lib.call("std::string::~basic_string()", label)
      try lib.memory.free(label)
    }
  }

  private struct Text: LibraryObject {
    static let className = "std::string"
    static let byteCount: Int? = 32
    let address: RemoteAddress
  }

  @Test(arguments: Architecture.all)
  func `a class with a copy constructor goes by its address`(_ architecture: Architecture) throws {
    try withFixture("vendor", architecture) { lib in
      try lib.load("libstdc++.so.6")
      // Its one member is a string.
      let text = try Text.new(
        in: lib, "(const char*, const std::allocator<char>&)", "four", RemoteAddress(rawValue: 0))
      let count: UInt32 = try lib.call("uint32_t vendor::name_length(const vendor::Name&)", text)
      #expect(count == 4)
      try text.delete(in: lib)
    }
  }
}
