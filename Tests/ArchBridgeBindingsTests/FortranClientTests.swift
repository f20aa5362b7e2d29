import ArchBridgeABI
import ArchBridgeBindings
import Foundation
import Testing

/// Clients of Fortran sources.
@Suite struct FortranClientTests {
  /// The client of the fixture that has every kind of argument.
  static func kinds() throws -> FortranBindings {
    let file = HeaderFixture.package.appending(path: "fixtures/libraries/kinds.f90")
    return try client(try String(contentsOf: file, encoding: .utf8), name: "Kinds")
  }

  private static func client(
    _ source: String, name: String = "Solver", exports: Set<String>? = nil,
    allowsMissing: Bool = false
  ) throws -> FortranBindings {
    var declarations = FortranDeclarations()
    try declarations.parse(source)
    return try FortranBindings(
      declarations,
      options: Bindings.Options(
        name: name, library: "libsolver.so", architecture: .i386, command: "archbridge generate",
        headers: ["solver.f90"], exports: exports, allowsMissing: allowsMissing))
  }

  @Test func `what a procedure gives out is returned, with its shape`() throws {
    let text = try Self.client(
      """
      module solver
        integer, parameter :: dp = kind(1d0)
      contains
        subroutine factor(n, a, pivots, rank)
          integer, intent(in) :: n
          real(dp), intent(inout) :: a(n, n)
          integer, intent(out) :: pivots(0:n-1), rank
        end subroutine
      end module
      """
    ).text
    let method = """
        public func factor(
          _ n: Int, _ a: inout FortranArray<Double>
        ) throws(BridgeError) -> (pivots: [Int], rank: Int) {
          let aMemory = InOut(a)
          let pivotsMemory = Out<[Int]>(count: Swift.max(0, (n &- 1) &- 0 &+ 1))
          let rankMemory = Out<Int>()
          try fortran["solver.factor"](n, aMemory, pivotsMemory, rankMemory)
          a = aMemory.value
          return (pivotsMemory.value, rankMemory.value)
        }
      """
    #expect(text.contains(method), "\(text)")
  }

  @Test func `arguments can have the names that a method's body uses`() throws {
    let client = try Self.client(
      """
      integer function odd(max, result, fortran, a)
        integer, intent(in) :: max, fortran
        integer, intent(out) :: result, a(max)
      end function
      """)
    #expect(try SwiftCompiler.check(["odd": client.text]) == "")
  }

  @Test func `what cannot cross is left out, with the reason`() throws {
    let client = try Self.kinds()
    #expect(
      client.omissions.map(\.name) == ["kinds.grow", "kinds.quad", "out_of_bounds"])
    #expect(client.text.contains("// - kinds.quad: argument 'x': real(16) has no counterpart"))
    #expect(client.procedures.count == 55)
  }

  @Test func `what the library does not export is an error, or left out`() throws {
    let source = "subroutine one()\nend\nsubroutine two()\nend"
    let error = #expect(throws: BindingsError.self) {
      try Self.client(source, exports: ["one_"])
    }
    #expect(error?.message == "libsolver.so does not export two")
    let client = try Self.client(source, exports: ["one_"], allowsMissing: true)
    #expect(client.procedures == ["one"])
  }

  @Test func `what a client declares is read again`() throws {
    let text = try Self.kinds().text
    let start = try #require(text.range(of: "declarations = \"\"\"\n"))
    let end = try #require(text.range(of: "\n    \"\"\"", range: start.upperBound..<text.endIndex))
    var declarations = FortranDeclarations()
    try declarations.parse(String(text[start.upperBound..<end.lowerBound]))
    #expect(declarations.procedures.count == 55)
    #expect(declarations.variables.count == 5 && declarations.derivedTypes.count == 1)
  }
}
