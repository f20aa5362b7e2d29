import ArchBridge
import Foundation
import Testing

/// Clients that know their library's functions by its debug information alone.
@Suite(.fixtures, .serialized)
struct DebugSignatureTests {
  private func withClient<Value>(
    _ name: String, _ architecture: Architecture, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    let client = try LibraryClient(
      Fixture.path(name, architecture), signatures: .debugInformation,
      configuration: .init(architecture: architecture))
    defer { client.close() }
    return try body(client)
  }

  @Test(arguments: Architecture.all)
  func `calls are checked and typed`(_ architecture: Architecture) throws {
    try withClient("adder", architecture) { lib in
      let sum: Int = try lib.add(1, 2)
      #expect(sum == 3)
      // Without a declaration a whole number would have gone as one, and not as a double.
      let product: Double = try lib.multiply(3, 4)
      #expect(product == 12)
      let half: Double = try lib.halve(3)
      #expect(half == 1.5)
      expect(.argumentCount, "add", "2") { let _: Int = try lib.add(1) }
      expect(.typeMismatch, "add") { let _: Int = try lib.add(1, "two") }
      expect(.valueOutOfRange, "add") { let _: Int = try lib.add(1, 1 << 40) }
    }
  }

  @Test(arguments: Architecture.all)
  func `structures, variables and enumerations are known`(_ architecture: Architecture) throws {
    try withClient("values", architecture) { lib in
      let size: Int = try lib.mixed_size()
      #expect(try TypeContext.of(lib).byteCount(of: .record(.structure, tag: "mixed")) == size)
      #expect(try TypeContext.of(lib).byteCount(of: .record(.structure, tag: "packed")) == 13)
    }
    try withClient("handles", architecture) { lib in
      let account: RemoteAddress = try lib.account_create(5)
      let value: Int = try lib.account_value(account)
      #expect(value == 5)
    }
  }

  @Test func `the clients of a pool read it once`() async throws {
    let path = Fixture.path("adder", .i386)
    let contents = try Data(contentsOf: URL(filePath: path))
    let file = try TemporaryFile(contents, name: "libadder.so", permissions: 0o755)
    let pool = try LibraryPool(
      file.path, count: 3, configuration: .init(signatures: .debugInformation))
    let sums = try await withPool(pool) { pool in
      try await pool.map(0..<200) { lib, x in try lib.call("multiply", x, 2) as Double }
    }
    #expect(sums == (0..<200).map { Double(2 * $0) })
    #expect(LibrarySignatures.readCount(ofFile: file.path) == 1)
  }

  @Test func `the configuration asks for it, and declarations add to it`() throws {
    let configuration = LibraryClient.Configuration(signatures: .debugInformation)
    try withFixture("adder", configuration: configuration) { lib in
      try lib.declare("int subtract(int from, int what); enum choice { FIRST = 4 };")
      #expect(try lib.constant("FIRST") == 4)
      let difference: Int = try lib.subtract(5, 3)
      #expect(difference == 2)
      expect(.invalidDeclaration, "add") { try lib.declare("double add(double, double);") }
    }
  }

  @Test(.systemLibraries)
  func `a library without debug information says what to do`() {
    expect(.noSignatures, "libz.so.1", "compile it with -g", "-dbgsym", ".build-id") {
      _ = try LibraryClient("libz.so.1", signatures: .debugInformation)
    }
  }

  @Test func `what was read is there after a restart`() throws {
    let configuration = LibraryClient.Configuration(signatures: .debugInformation)
    try withFixture("adder", configuration: configuration) { lib in
      try lib.restart()
      let product: Double = try lib.multiply(3, 4)
      #expect(product == 12)
    }
  }

  @Test(arguments: Architecture.all)
  func `Fortran procedures are known by their names`(_ architecture: Architecture) throws {
    try withClient("linear", architecture) { lib in
      let product: Double = try lib.fortran.dot(3, [1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
      #expect(product == 32)
      let blanks: Int = try lib.fortran.count_blanks("a b c")
      #expect(blanks == 2)
      expect(.argumentCount, "dot") { let _: Double = try lib.fortran.dot(3) }
    }
  }

  @Test(.enabled(if: Fixture.mustBeThere || Fixture.exists("/usr/lib/debug/.build-id")))
  func `the system's own debug files are found`() throws {
    let lib = try LibraryClient("libm.so.6", signatures: .debugInformation)
    defer { lib.close() }
    let cosine: Double = try lib.cos(0)
    #expect(cosine == 1)
    let (fraction, exponent) = (Out<Int32>(), 8.0)
    let half: Double = try lib.frexp(exponent, fraction)
    #expect(half == 0.5 && fraction.value == 4)
  }
}
