import ArchBridge
import Testing

/// Calls of a server written in Swift, wherever it runs.
@Suite(.timeLimit(.minutes(2)))
struct ServerCallTests {
  @Test(arguments: Place.allCases)
  func `a function calls the library from inside`(_ place: Place) throws {
    try withSession(place.client(["library": place.library])) { client in
      let sum: Int32 = try client.server.add(40, 2)
      #expect(sum == 42)
      #expect(client.library.libraryPath == place.library)
      let direct: Int32 = try client.library.add(Int32(1), Int32(2))
      #expect(direct == 3)
    }
  }

  @Test(arguments: Place.allCases)
  func `arguments go by place and by label`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let server = client.server
      let plain: Int32 = try server.subtract(5, 3)
      let labelled: Int32 = try server.subtract(b: 3, a: 5)
      let mixed: Int32 = try server.subtract(5, b: 3)
      let requested: Int32 = try server.request("subtract", 5, 3)
      #expect([plain, labelled, mixed, requested] == [2, 2, 2, 2])
    }
  }

  @Test(arguments: Place.allCases)
  func `state is kept between calls, and a result may be left`(_ place: Place) throws {
    try withSession(place.client()) { client in
      for expected in 1...3 {
        let count: Int = try client.server.count()
        #expect(count == expected)
      }
      let total: Int32 = try client.server.total
      #expect(total == 3)
      try client.server.reset()
      try client.server.count()
      let after: Int32 = try client.server.request("total")
      #expect(after == 1)
    }
  }

  @Test(arguments: Place.allCases)
  func `an error has its own name and message, and the server goes on`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let error = thrown { let _: Int32 = try client.server.divide(1, 0) }
      #expect(error?.code == .serverError)
      #expect(error?.serverErrorName == "DivisionByZero")
      #expect(error?.description == "divide: DivisionByZero: nothing is divided by 0")
      let empty = thrown { let _: Double = try client.server.mean([Double]()) }
      #expect(empty?.serverErrorName == "Empty")
      let quotient: Int32 = try client.server.divide(7, 2)
      #expect(quotient == 3)
    }
  }

  @Test(arguments: Place.allCases)
  func `a prepared function takes every width, alone and over arrays`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let many = try client.server.function(
        "many",
        as: ((Int8, UInt8, Int16, UInt16, Int64, UInt64, Float, Double) -> Double).self)
      #expect(try many(-1, 255, -300, 65_535, -5, 7, 0.5, 0.25) == 65_491.75)
      let subtract = try client.server.function(
        "subtract", as: ((Int32, Int32) -> Int32).self)
      #expect(try subtract(.min, 1) == .max)
      #expect(try subtract.map([5, 6, 7], [1, 2, 3]) == [4, 4, 4])
    }
  }

  @Test(arguments: Place.allCases)
  func `an error of a prepared function, and of a batch, is the server's`(_ place: Place) throws {
    try withSession(place.client()) { client in
      let divide = try client.server.function("divide", as: ((Int32, Int32) -> Int32).self)
      let error = thrown { _ = try divide(1, 0) }
      #expect(error?.code == .serverError && error?.serverErrorName == "DivisionByZero")
      let batch = thrown { _ = try divide.map([1, 2, 3], [1, 0, 1]) }
      #expect(batch?.serverErrorName == "DivisionByZero" && batch?.inputIndex == 1)
      #expect(try divide(8, 2) == 4)
    }
  }

  @Test(arguments: [Place.sharedMemory, .process])
  func `a client that is traced calls prepared functions too`(_ place: Place) throws {
    var configuration = LibraryClient.Configuration()
    configuration.trace = { _ in }
    try withSession(place.client(configuration: configuration)) { client in
      let divide = try client.server.function("divide", as: ((Int32, Int32) -> Int32).self)
      #expect(try divide(9, 3) == 3)
      #expect(thrown { _ = try divide(1, 0) }?.serverErrorName == "DivisionByZero")
    }
  }

  @Test(arguments: Place.allCases)
  func `properties are read and set`(_ place: Place) throws {
    try withSession(place.client(["mode": "prefix"])) { client in
      let server = client.server
      try server.pump_range.set(3.0)
      let (pump, signal): (Double, Double) = (try server.pump_range, try server.signal_range)
      #expect((pump, signal) == (3, 1))
      let identity: String = try server.signal_identity
      #expect(identity == "signal")
      let fixed = thrown { try server.limit.set(3) }
      #expect(fixed?.description == "limit: Fixed: the limit is fixed")
    }
  }

  @Test(arguments: Place.allCases)
  func `arguments keep their names, types and characters`(_ place: Place) throws {
    let text = "quote ' \" back\\slash \n naïve 😀 --flag=1"
    try withSession(place.client(["text": text, "number": 7, "list": [1.5, 2]])) { client in
      let names: [String] = try client.server.names()
      #expect(names == ["text", "number", "list"])
      let same: String = try client.server.argument("text")
      #expect(same == text)
      let wrong = thrown { let _: String = try client.server.argument("number") }
      #expect(wrong?.message == "ServerError: the server's argument 'number' is no String")
    }
  }

  @Test func `help lists what there is, and the rest is not reachable`() throws {
    try withSession(Place.sharedMemory.client()) { client in
      let help = try client.server.help()
      #expect(help.contains("subtract(a: Int32, b: Int32) -> Int32"))
      #expect(help.contains("limit: Int32 { get set }"))
      #expect(
        try client.server.help("total")
          == "total: Int32 { get }\n    How often `count` was called.")
      for name in ["registerAll", "shutDown", "init"] {
        #expect(thrown { try client.server.call(name, [:]) }?.code == .wrongRequest)
      }
    }
  }
}
