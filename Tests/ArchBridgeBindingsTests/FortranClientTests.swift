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
      client.omissions.map(\.name) == [
        "alternate", "kinds.opaque", "kinds.grow", "kinds.quad", "out_of_bounds",
      ])
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
    let declarations = try Self.declarations(in: Self.kinds().text)
    #expect(declarations.procedures.count == 59)
    #expect(declarations.variables.count == 5 && declarations.derivedTypes.count == 1)
  }

  @Test func `what no call can tell is left out, and stays checked`() throws {
    let client = try Self.client(
      """
      character(*) function tail(s)
        character(*), intent(in) :: s
      end function
      function label(prefix, n) result(all)
        character(*), intent(in) :: prefix
        integer, intent(in) :: n
        character(len(prefix) + n) :: all
      end function
      subroutine opaque(n, a)
        integer, intent(in) :: n
        real, intent(in) :: a(twice(n))
      end subroutine
      subroutine leave(n, *)
        integer, intent(in) :: n
      end subroutine
      """)
    #expect(client.procedures == ["label"])
    #expect(client.omissions.map(\.name).sorted() == ["leave", "opaque", "tail"])
    let text = client.text
    #expect(text.contains("its result is as long as the caller says; declare a length"))
    #expect(text.contains("argument 'a': 'twice(n)' is not known to a caller"))
    let declared = try Self.declarations(in: text)
    #expect(declared.procedures.map(\.name).sorted() == ["label", "opaque", "tail"])
    #expect(
      declared.omission(named: "leave")?.reason.contains("alternate returns are not supported")
        == true)
  }

  @Test func `characters of C and texts that come back have a type that a call takes`() throws {
    let client = try Self.client(
      """
      subroutine c_texts(s, t, one, two) bind(C)
        use iso_c_binding
        character(c_char), intent(in) :: s(*)
        character(c_char), intent(out) :: t(20)
        character(c_char), value :: one
        character(c_char), intent(inout) :: two
      end subroutine
      character(c_char) function letter() bind(C)
        use iso_c_binding
      end function
      subroutine names(n, all, some)
        integer, intent(in) :: n
        character(8), intent(inout) :: all(n)
        character(8), intent(out) :: some(n)
      end subroutine
      """)
    #expect(client.omissions.isEmpty)
    #expect(
      client.text.contains(
        "_ s: String, _ t: Out<String>, _ one: Int8, _ two: InOut<Int8>"))
    #expect(client.text.contains("_ all: InOut<[UInt8]>, _ some: Out<[UInt8]>"))
    #expect(client.text.contains("func letter() throws(BridgeError) -> Int8"))
    #expect(try SwiftCompiler.check(["texts": client.text]) == "")
  }

  @Test func `common blocks and types without a module are carried`() throws {
    let source = """
      type point
        real(8) x
        character(4) tag(2)
      end type
      subroutine step(p)
        type(point), intent(in) :: p
        integer(1) flag
        real(8) level
        common /state/ flag, level
        common // n(3)
      end subroutine
      """
    let client = try Self.client(source)
    #expect(client.text.contains("public var state: FortranCommon {"))
    #expect(client.text.contains("public var blankCommon: FortranCommon {"))
    let declared = try Self.declarations(in: client.text)
    #expect(declared.commonBlocks.map(\.name) == ["state", nil])
    #expect(declared.commonBlocks.first?.variables.map(\.name) == ["flag", "level"])
    #expect(declared.derivedTypes.map(\.components.count) == [2])
    #expect(try SwiftCompiler.check(["blocks": client.text]) == "")
  }

  /// What a client declares.
  private static func declarations(in text: String) throws -> FortranDeclarations {
    let start = try #require(text.range(of: "declarations = \"\"\"\n"))
    let end = try #require(text.range(of: "\n    \"\"\"", range: start.upperBound..<text.endIndex))
    var declarations = FortranDeclarations()
    try declarations.parse(String(text[start.upperBound..<end.lowerBound]))
    return declarations
  }
}
