import ArchBridgeServerGenerator
import Testing

/// Which protocols have clients, and what is said of the others.
@Suite struct ProtocolDiagnosticTests {
  private func generate(_ text: String) -> ServerGenerator {
    ServerGenerator([ServerSource(name: "P.swift", text: text)], module: "Server")
  }

  static let refused = [
    ("associatedtype A", "1:38 an associated type cannot cross; write methods and properties"),
    ("init()", "1:38 an initializer cannot cross; write methods and properties"),
    (
      "subscript(i: Int) -> Int { get }",
      "1:38 a subscript cannot cross; write methods and properties"
    ),
    ("static func f()", "1:38 what belongs to the type itself cannot cross; leave out static"),
    ("func f<T>(_ t: T)", "1:44 a generic method cannot cross; write one for each type"),
    (
      "func f(_ x: Int, x: Int)",
      "1:55 a parameter needs a name of its own; write another than x"
    ),
    ("func f(_: Int)", "1:45 a parameter needs a name of its own; write another than _"),
    (
      "var x: Int { mutating get }",
      "1:51 what is read cannot change its owner; leave out mutating"
    ),
    ("func f() async", "1:47 a server's functions are not async; leave it out"),
    ("var x: Int { get async }", "1:55 a server's properties are not async; leave it out"),
    ("func f(_ x: inout Int)", "1:50 inout Int cannot cross; write a plain type"),
    ("func f(_ x: Int...)", "1:53 a variable number of arguments cannot cross; write an array"),
    ("func f(_ x: (Int, Int))", "1:50 a tuple cannot cross; write a struct"),
    (
      "func f(_ x: @escaping () -> Void)",
      "1:50 @escaping () -> Void cannot cross; write a plain type"
    ),
    (
      "func f(_ x: Data)",
      "1:50 Data does not cross; write [UInt8]"
    ),
    (
      "func f() -> Self",
      "1:50 Self is no type that crosses; declare one in these sources that is Codable"
    ),
    (
      "func f() -> Int",
      "1:43 f gives a result, and has to throw where its process has ended; write "
        + "`throws(ServerError) -> Int`"
    ),
    ("func f() throws(Mine)", "1:54 only a ServerError can cross; write `throws(ServerError)`"),
    (
      "func f(); func f(_ x: Int)",
      "1:53 f is offered under its name alone, which is taken; write another name"
    ),
    (
      "var d: WireDate { get }",
      "1:42 d has no value to give where its process has ended; write "
        + "`{ get throws(ServerError) }` or an optional"
    ),
    (
      "func keep()", "1:43 keep is a name of the generated client itself; write another name"
    ),
    (
      "static func + (a: Int, b: Int)",
      "1:38 what belongs to the type itself cannot cross; leave out static"
    ),
    (
      "func f(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int, _ g: Int, _ h: Int, "
        + "_ i: Int)",
      "1:125 a server's functions have up to 8 parameters; write a struct"
    ),
  ]

  @Test(arguments: refused)
  func `a marked protocol that cannot cross is an error at its requirement`(
    _ requirement: String, _ expected: String
  ) {
    let generated = generate("public protocol P: ServerInterface { \(requirement) }")
    #expect(generated.diagnostics.map { "\($0.line):\($0.column) \($0.message)" } == [expected])
    #expect(!generated.clientText.contains("class"))
  }

  @Test(arguments: refused)
  func `another protocol that cannot cross has no client, and who offers one learns why`(
    _ requirement: String, _ expected: String
  ) {
    let generated = generate("public protocol P    /*           */ { \(requirement) }")
    #expect(generated.diagnostics == [])
    #expect(generated.serverText.contains("@available(*, unavailable, message: \"it cannot cross:"))
    #expect(!generated.serverText.contains("register"))
    let reason = expected.drop { $0 != " " }
    #expect(generated.clientText.contains("// P has no client: P.swift:1:"))
    #expect(generated.clientText.contains("\n//\(reason)\n"))
  }

  @Test(arguments: [
    ("func f() throws -> Int", "1:39"), ("var x: Int { get throws }", "1:47"),
  ])
  func `what throws errors of any type is an error in every public protocol`(
    _ requirement: String, _ place: String
  ) {
    let generated = generate("public protocol P:AnyObject{ \(requirement) }")
    #expect(
      generated.diagnostics.map(\.description) == [
        "P.swift:\(place): error: the helper cannot throw errors of any type; write "
          + "`throws(ServerError)`"
      ])
  }

  @Test func `a type that is not Sendable is an error where it crosses`() {
    let generated = generate(
      "public struct S: Codable {}\npublic protocol P { func f(_ s: [S]) }")
    #expect(
      generated.diagnostics.map(\.description) == [
        "P.swift:2:33: error: S crosses modules and threads; write `Codable, Sendable` where it is "
          + "declared"
      ])
  }

  @Test func `a type that is not Codable does not cross`() {
    let generated = generate("public struct S: Sendable {}\npublic protocol P { func f(_ s: S) }")
    #expect(generated.diagnostics == [])
    #expect(generated.clientText.contains("S does not cross; write `Codable, Sendable`"))
  }

  @Test func `a protocol for the module alone is left alone`() {
    let generated = generate("protocol P { func f() throws }\nprivate protocol Q { func g() }")
    #expect(generated.diagnostics == [])
    #expect(!generated.serverText.contains("offer"))
    #expect(!generated.clientText.contains("client"))
  }

  @Test func `a marked protocol has to be public`() {
    #expect(
      generate("protocol P: ServerInterface { func f() }").diagnostics.map(\.description) == [
        "P.swift:1:10: error: the client of P is in another module; write it public"
      ])
  }

  @Test func `a protocol is marked by one that it refines`() {
    let generated = generate(
      "public protocol P: Q { static func f() }\npublic protocol Q: ServerInterface {}")
    #expect(generated.diagnostics.map(\.line) == [1])
  }

  @Test func `a protocol that refines another module's has no client`() {
    let generated = generate("public protocol P: Hashable { func f() }")
    #expect(generated.clientText.contains("a client is not Hashable"))
  }
}
