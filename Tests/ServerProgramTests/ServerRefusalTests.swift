import ArchBridge
import Testing

/// What a server, and its client, refuse.
@Suite(.timeLimit(.minutes(2)))
struct ServerRefusalTests {
  private func message(_ body: (ServerProxy) throws -> Void) throws -> String? {
    try withSession(Place.sharedMemory.client(["mode": "prefix"])) { client in
      let error = thrown { try body(client.server) }
      // Whatever was refused, the server goes on.
      let count: Int32 = try client.server.count()
      #expect(count == 1)
      return error?.description
    }
  }

  @Test func `a name that is not there has one near it`() throws {
    #expect(
      try message { let _: Int32 = try $0.divid(1, 2) }
        == "divid: the server TestServer has no 'divid'; did you mean divide?")
  }

  @Test func `a wrong count, label or type is refused with the declaration`() throws {
    let divide = ": it is divide(a: Int32, b: Int32) -> Int32"
    #expect(try message { let _: Int32 = try $0.divide(1) } == "divide: 'b' is missing" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(1, 2, 3) }
        == "divide: it has 2 parameters, not 3" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(1, c: 2) }
        == "divide: it has no parameter 'c'" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(1, a: 2) }
        == "divide: 'a' is given twice" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(a: 1, 2) }
        == "divide: argument 2 needs a label" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(1, "2") }
        == "divide: argument 2 is no Int32" + divide)
    #expect(
      try message { let _: Int32 = try $0.divide(1, 1 << 40) }
        == "divide: argument 2 is no Int32" + divide)
    #expect(
      try message { let _: String = try $0.divide(1, 2) }
        == "divide: it gives Int32, and no String" + divide)
  }

  @Test func `only a closure is one, and it is nothing else`() throws {
    #expect(
      try message { try $0.scan(4, 12_345) }
        == "scan: argument 2 is no (Double) -> Void: it is "
        + "scan(count: Int32, values: (Double) -> Void)")
    #expect(
      try message { let _: Int32 = try $0.divide(ServerCallback { (_: Double) in }, 1) }
        == "divide: argument 1 is no Int32: it is divide(a: Int32, b: Int32) -> Int32")
  }

  @Test func `an argument for the start is given once`() {
    let error = thrown { _ = try Place.sharedMemory.client(["mode": "empty", "mode": "throws"]) }
    #expect(error?.description == "the server's argument 'mode' is given twice")
  }

  @Test func `an array of another type is the server's to refuse`() throws {
    #expect(
      try message { let _: Double = try $0.mean(["one"]) }
        == "mean: argument 1 ('values') of 'mean' is no [Double]")
  }

  @Test func `properties are no functions, and functions no properties`() throws {
    #expect(
      try message { try $0.pump_identity.set("x") }
        == "pump_identity: it cannot be set: it is pump_identity: String { get }")
    #expect(
      try message { let _: Int32 = try $0.total(1) }
        == "total: it is a property, and takes no arguments: total: Int32 { get }")
    #expect(
      try message { let _: Int32 = try $0.divide }
        == "divide: it is a function, and called: divide(a: Int32, b: Int32) -> Int32")
    #expect(try message { try $0.subtract(1, 2) }?.contains("no 'subtract'") == true)
  }

  @Test func `only functions of numbers are prepared, as they are`() throws {
    #expect(
      try message { _ = try $0.function("divide", as: ((Int32, Int64) -> Int32).self) }?
        .hasPrefix("divide: it is divide(a: Int32, b: Int32) -> Int32, and not ") == true)
    #expect(
      try message { _ = try $0.function("argument", as: ((String) -> Int32).self) }?
        .hasPrefix("argument: it is argument(name: String) -> String") == true)
  }

  @Test(arguments: Place.allCases)
  func `a server that cannot start says why in its own words`(_ place: Place) {
    func reason(_ arguments: KeyValuePairs<String, any Encodable & Sendable>) -> String? {
      let error = thrown { _ = try place.client(arguments) }
      #expect(error?.code == .serverError)
      return error.map { "\($0.serverErrorName ?? ""): \($0.message)" }
    }
    #expect(reason(["mode": "throws"]) == "NoDevice: nothing answers at the port")
    #expect(
      reason(["mode": "empty"])
        == "ServerError: the server has registered nothing; call register in its init")
    #expect(
      reason(["mode": "twice"])
        == "RegistrationError: 'same' is registered twice; give one of them another name or a prefix"
    )
    #expect(
      reason(["mode": "labels"])
        == "RegistrationError: 'one' has 1 parameters, and 2 names for them")
    #expect(reason(["mode": "removes none"])?.contains("nothing of this name") == true)
    #expect(reason(["mode": 3]) == "ServerError: the server's argument 'mode' is no String")
    #expect(
      reason(["library": "libnone.so"])?
        .hasPrefix("LibraryNotLoaded: cannot load libnone.so: ") == true)
    #expect(
      reason(["library": "libm.so.6"])
        == "SymbolNotFound: libm.so.6 has no symbol add")
  }

  @Test func `a result that a function cannot give is refused before it is asked`() throws {
    #expect(
      try message { let _: Int = try $0.reset() }
        == "reset: it gives nothing, and no Int: it is reset()")
    #expect(
      try message { let _: String = try $0.count() }
        == "count: it gives Int32, and no String: it is count() -> Int32")
  }

  @Test func `a function that only the server has is not looked for in vain`() throws {
    let place = Place.sharedMemory
    try withSession(place.client(["library": place.library])) { client in
      let error = thrown { let _: Int32 = try client.subtract(3, 1) }
      #expect(error?.code == .symbolNotFound)
      #expect(error?.message.contains("called as `server.subtract`") == true)
    }
  }

  @Test func `a server cannot be started warm`() throws {
    let warm = try WarmHelper("libm.so.6")
    let error = thrown {
      _ = try Place.sharedMemory.client(configuration: warm.configuration)
    }
    #expect(error?.code == .warmHelperMismatch)
    #expect(error?.message.contains("the server TestServer cannot be started warm") == true)
  }

  @Test func `a helper of libraries is no server`() throws {
    let client = try LibraryClient("libm.so.6")
    #expect(thrown { let _: Int32 = try client.server.add(1, 2) }?.code == .wrongRequest)
    client.close()
    let error = thrown { _ = try LibraryClient(server: ServerProgram(path: "/bin/true")) }
    #expect(error?.code == .helperNotStarted)
  }
}
