import ArchBridgeServerGenerator
import Testing

/// What is said of values that cannot be generated, and where.
@Suite struct ValueDiagnosticTests {
  /// What is wrong with a source: `line:column` and the message.
  private func diagnose(_ text: String) -> [String] {
    ServerGenerator([ServerSource(name: "S.swift", text: text)], module: "S").diagnostics
      .map { "\($0.line):\($0.column) \($0.message)" }
  }

  @Test(arguments: [
    (
      "struct S: Codable {\n  var x = make()\n}",
      "2:7 the type of x is not written; write `var x: Type`"
    ),
    ("struct S: Codable { var x: (Int, Int) }", "1:28 a tuple cannot cross; write a struct"),
    (
      "struct S: Codable { var f: () -> Void }",
      "1:28 a function cannot cross; write a value's type"
    ),
    (
      "struct S: Codable { var f: [(() -> Void)?] }",
      "1:28 a function cannot cross; write a value's type"
    ),
    (
      "enum K: Int, Codable { case a }; struct S: Codable { var d: [K: Int] }",
      "1:61 a dictionary's keys cross as String or Int; write one of these"
    ),
    (
      "struct S: Codable { var s: Set<Int>? }",
      "1:28 Set does not cross; write an array"
    ),
    (
      "struct S: Codable { var u: [Foundation.URL] }",
      "1:28 Foundation.URL is no type that crosses; declare one in these sources that is Codable"
    ),
    (
      "struct T {}; struct S<A: Codable>: Codable { var a: A; var t: T }",
      "1:63 T does not cross; write `Codable, Sendable` where it is declared"
    ),
    (
      "typealias O<T> = T?; struct S: Codable { var o: O<Int> }",
      "1:49 O hides that it is an optional; write `Type?`"
    ),
    (
      "struct S: Codable { var a = 1; enum CodingKeys: CodingKey {\n  #if A\n  case a\n  #endif\n} }",
      "3:3 a key within #if, and both sides have to agree; write it outside of #if"
    ),
    (
      "struct S: RawRepresentable, Codable { var rawValue = make() }",
      "1:8 S is coded as its raw value, whose type is not written; write `var rawValue: Type`"
    ),
    (
      "struct S: Codable { var p: any P }",
      "1:28 a protocol's values cannot cross; write a struct or an enum"
    ),
    (
      "class C {}; struct S: Codable { var c: C? }",
      "1:40 objects of a class cannot cross; make C a struct"
    ),
    ("final class C: Codable {}", "1:16 objects of a class cannot cross; make C a struct"),
    (
      "struct S: Codable { @Clamped var x: Int }",
      "1:21 a property wrapper cannot be coded; write x without one"
    ),
    (
      "struct S: Codable { private var x: Int }",
      "1:33 x is coded in a generated file, which does not see it; write it without private, or "
        + "leave it out of CodingKeys"
    ),
    (
      "struct S: Codable { public private(set) var x: Int }",
      "1:45 x is set in a generated file, which cannot; write `internal(set)` or `let`"
    ),
    (
      "struct S: Codable { let (a, b) = (1, 2) }",
      "1:25 a pattern cannot be coded; write one property for each of its names"
    ),
    (
      "private struct S: Codable {}",
      "1:16 S is coded in a generated file, which does not see it; write it without private"
    ),
    (
      "struct S: Codable {\n#if DEBUG\n  var x: Int\n#endif\n}",
      "3:7 x is within #if, and both sides have to agree; write it outside of #if"
    ),
    (
      "struct S: Encodable {}",
      "1:11 what is Encodable alone cannot cross in both directions; write Codable"
    ),
    (
      "struct S: Decodable {}\nextension S: Encodable {}",
      "2:14 S names two of Codable, Encodable, Decodable and WireValue, which are one protocol in "
        + "the helper; write Codable alone"
    ),
    (
      "extension Elsewhere: Codable {}",
      "1:22 Elsewhere is not declared in these sources, and what it consists of is not known; "
        + "write WireValue and its members by hand"
    ),
    (
      "struct S: Codable { func encode(to e: any Encoder) throws {} }",
      "1:26 the helper has no Encoder and no Decoder; write "
        + "`func write(to writer: inout CBORWriter)` and "
        + "`init(from reader: inout CBORReader) throws(CBORError)` too, or neither of these"
    ),
    (
      "enum E: Codable { case a, b; enum CodingKeys: CodingKey { case a } }",
      "1:27 b is not in CodingKeys, and a value of it could not be written; add it there"
    ),
    (
      "enum E: Codable { case a(x: Int); enum ACodingKeys: CodingKey {} }",
      "1:26 x is not coded; write a default value for it"
    ),
    (
      "enum E: Codable { case a(Int, (Int) -> Int) }",
      "1:31 a function cannot cross; write a value's type"
    ),
    (
      "struct S: Codable { var x = 1; typealias CodingKeys = Keys }",
      "1:42 CodingKeys has to be an enum for the helper; write `enum CodingKeys: String, CodingKey`"
    ),
  ])
  func `what cannot be generated is an error at its place`(_ text: String, _ expected: String) {
    #expect(diagnose(text) == [expected])
  }

  @Test func `a diagnostic reads as a compiler's`() throws {
    let generated = ServerGenerator(
      [ServerSource(name: "A.swift", text: "/* ä */ class A: Codable {}")], module: "A")
    #expect(
      generated.diagnostics.map(\.description) == [
        "A.swift:1:19: error: objects of a class cannot cross; make A a struct"
      ])
  }

  @Test func `an error of one type leaves the others generated`() {
    let generated = ServerGenerator(
      [
        ServerSource(name: "A.swift", text: "class A: Codable {}\nstruct B: Codable { var x: Int }")
      ],
      module: "A")
    #expect(generated.diagnostics.count == 1)
    #expect(generated.serverText.contains("extension B {"))
  }

  @Test(arguments: [
    "struct S { var x = make() }",
    "class C: LibraryServer { var handler: () -> Void = {} }",
    "struct S: Hashable { private var x: Int }",
    "extension Int: Comparing {}",
    "enum CodingKeys: String, CodingKey { case a }",
    "protocol P: Codable {}",
    "func f() { struct Local: Equatable {} }",
  ])
  func `what does not say Codable is left alone`(_ text: String) {
    let generated = ServerGenerator([ServerSource(name: "S.swift", text: text)], module: "S")
    #expect(generated.diagnostics == [])
    #expect(!generated.serverText.contains("extension"))
  }

  @Test func `a type of elsewhere crosses where an extension says how`() {
    let generated = ServerGenerator(
      [
        ServerSource(
          name: "S.swift",
          text: "extension Foreign: @retroactive WireValue {}; struct S: Codable { var f: Foreign }"
        )
      ], module: "S")
    #expect(generated.diagnostics == [])
    #expect(!generated.serverText.contains("extension Foreign"))
  }

  @Test func `a protocol that inherits from Codable says it for its types`() {
    let generated = ServerGenerator(
      [
        ServerSource(name: "A.swift", text: "protocol Message: Sendable & Codable {}"),
        ServerSource(name: "B.swift", text: "enum B {}; extension B { struct C: Message {} }"),
      ], module: "S")
    #expect(generated.diagnostics == [])
    #expect(generated.serverText.contains("extension B.C: WireValue {}"))
  }

  @Test(arguments: [
    "struct S: Codable { var x: Int = ; var y: }", "struct : Codable {", "enum E: Codable { case }",
    "struct S: Codable { let = 3; var (", "@", "extension : Codable {}", "public protocol { func }",
    "#if\nstruct S: Codable {", "enum E: Codable { case a( }", "struct S<: Codable { var x: [ }",
  ])
  func `what the compiler will refuse is no diagnostic of its own kind`(_ text: String) {
    let generated = ServerGenerator([ServerSource(name: "S.swift", text: text)], module: "S")
    #expect(generated.serverText.hasSuffix("\n"))
  }
}
