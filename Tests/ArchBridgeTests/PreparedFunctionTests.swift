import ArchBridge
import Glibc
import Testing

/// Functions that are prepared once and called often; and calls by name, which become so.
@Suite(.fixtures) struct PreparedFunctionTests {
  private static let channels: [LibraryClient.Configuration.ChannelKind] = [.sharedMemory, .pipe]

  private func withAdder<Value>(
    _ architecture: Architecture,
    _ channel: LibraryClient.Configuration.ChannelKind = .sharedMemory,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("adder", architecture, configuration: .init(channel: channel), body)
  }

  @Test(arguments: Architecture.all, channels)
  func `numbers go in and come out`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withAdder(architecture, channel) { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      let wide = try lib.function("add_wide", as: ((Int64, Int64) -> Int64).self)
      let real = try lib.function("multiply", as: ((Double, Double) -> Double).self)
      let half = try lib.function("halve", as: ((Float) -> Float).self)
      for (a, b) in [(1, 2), (Int32.max, 1), (.min, -1), (-5, 5)] as [(Int32, Int32)] {
        let sum = try add(a, b)
        #expect(sum == a &+ b)
      }
      #expect(try wide(.max, 1) == .min)
      #expect(try real(0.1, -3) == 0.1 * -3)
      #expect(try real(.infinity, 0).isNaN)
      #expect(try half(3) == 1.5)
      #expect(add.name == "add")
    }
  }

  @Test(arguments: Architecture.all)
  func `eighteen arguments of every class arrive`(_ architecture: Architecture) throws {
    try withAdder(architecture) { lib in
      let mixed = try lib.function(
        "add_mixed",
        as: ((
          Int8, Int16, Int32, Int32, Int64, Float, Double, Bool, UInt8, UInt16, UInt32, UInt32,
          Double, Double, Double, Double, Double, Double
        ) -> Double).self)
      guard architecture == .i386 else { return }
      for _ in 0..<3 {
        let sum = try mixed(
          -1, -2, 3, 4, 5, 0.5, 0.25, true, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17)
        #expect(sum == 135.75)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a declaration decides what an Int is`(_ architecture: Architecture) throws {
    try withAdder(architecture) { lib in
      try lib.declare("int add(int a, int b); double multiply(double a, double b);")
      let add = try lib.function("add", as: ((Int, Int) -> Int).self)
      #expect(try add(2, -3) == -1)
      expect(.valueOutOfRange, "argument 'b'", "2147483648") { _ = try add(1, 2_147_483_648) }
      let product = try lib.function("multiply", as: ((Int, Double) -> Double).self)
      #expect(try product(3, 0.5) == 1.5)
      #expect(try add(1, 1) == 2)
    }
  }

  @Test func `what a declaration forbids is refused at once`() throws {
    try withAdder(.i386) { lib in
      try lib.declare("int add(int a, int b); void increment(void);")
      expect(.argumentCount, "add") { _ = try lib.function("add", as: ((Int32) -> Int32).self) }
      expect(.typeMismatch, "argument 'b'") {
        _ = try lib.function("add", as: ((Int32, String) -> Int32).self)
      }
      expect(.typeMismatch, "the result") {
        _ = try lib.function("add", as: ((Int32, Int32) -> String).self)
      }
      expect(.typeMismatch) { _ = try lib.function("add", as: ((Int32, Int32) -> Void).self) }
      expect(.typeMismatch) { _ = try lib.function("increment", as: (() -> Int32).self) }
      expect(.symbolNotFound, "add_", "add") {
        _ = try lib.function("add_", as: ((Int32, Int32) -> Int32).self)
      }
      expect(.symbolNotFound, "none") {
        _ = try lib.function("none", as: ((Out<Int32>) -> Void).self)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `nothing comes back from what returns nothing`(_ architecture: Architecture) throws {
    try withAdder(architecture) { lib in
      let increment = try lib.function("increment", as: (() -> Void).self)
      let count = try lib.function("count", as: (() -> Int32).self)
      for _ in 0..<5 { try increment() }
      #expect(try count() == 5)
    }
  }

  @Test(arguments: Architecture.all, channels)
  func `strings and arrays of any length go in`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withFixture("strings", architecture, configuration: .init(channel: channel)) { lib in
      try lib.load("libc.so.6")
      try lib.declare(
        "unsigned long strlen(const char *s); int memcmp(const void *a, const void *b, size_t n);")
      let length = try lib.function("strlen", as: ((String) -> Int).self)
      let compare = try lib.function("memcmp", as: (([UInt8], [UInt8], Int) -> Int32).self)
      let sizes = [
        0, 1, 7, 8, 9, 32, 700, 743, 744, 745, 4_000, 4_095, 4_096, 65_000, 70_000, 900_000,
      ]
      for size in sizes {
        #expect(try length(String(repeating: "a", count: size)) == size)
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try compare(bytes, bytes, size) == 0)
      }
      expect(.invalidText, "NUL") { _ = try length("a\0b") }
      #expect(try length("äöü") == 6)
    }
  }

  @Test(arguments: Architecture.all)
  func `two buffers of any lengths stay apart`(_ architecture: Architecture) throws {
    try withLibrary("libc.so.6", configuration: .init(architecture: architecture)) { libc in
      try libc.declare("int strcmp(const char *a, const char *b); size_t strlen(const char *s);")
      let compare = try libc.function("strcmp", as: ((String, String) -> Int32).self)
      let equal = try libc.function("memcmp", as: (([Double], [Double], Int32) -> Int32).self)
      for count in 0..<40 {
        let text = String(repeating: "x", count: count)
        #expect(try compare(text, text) == 0)
        #expect(try compare(text + "a", text + "b") < 0)
        #expect(try compare.map([text, text + "b"], [text, text + "a"])[0] == 0)
        let byName: Int32 = try libc.strcmp(text + "b", text)
        #expect(byName > 0)
        let numbers = (0..<count).map(Double.init)
        #expect(try equal(numbers, numbers, Int32(8 * count)) == 0)
      }
      let lengths = try libc.withBatch { batch in
        try (0..<40).map { count -> BatchResult<Int> in
          try batch.strlen(String(repeating: "x", count: count))
        }
      }
      #expect(try lengths.map { length in try length.value } == Array(0..<40))
    }
  }

  /// A number that goes as another one.
  private struct Tenfold: LibraryScalar {
    var number: Int32
    static var scalarKind: ScalarKind { Int32.scalarKind }
    var scalarBits: UInt64 { number.scalarBits }
    init(scalarBits: UInt64) { number = Int32(scalarBits: scalarBits) }
    var argumentValue: ArgumentValue { (number * 10).argumentValue }
  }

  @Test func `a type's own argumentValue counts in every call`() throws {
    try withAdder(.i386) { lib in
      let three = Tenfold(scalarBits: 3)
      for _ in 0..<3 {
        let sum: Int32 = try lib.add(three, 1 as Int32)
        #expect(sum == 31)
      }
      let add = try lib.function("add", as: ((Tenfold, Int32) -> Int32).self)
      #expect(try add(three, 1) == 31)
    }
  }

  @Test(arguments: Architecture.all)
  func `text comes back, short and long`(_ architecture: Architecture) throws {
    try withLibrary("libc.so.6", configuration: .init(architecture: architecture)) { libc in
      try libc.declare("char *strchr(const char *s, int c);")
      // The text lies in the request: long enough to need more than one line.
      let tail = try libc.function("strchr", as: ((String, Int32) -> String?).self)
      #expect(try tail("abc", 98) == "bc")
      #expect(try tail("abc", 120) == nil)
      let long = String(repeating: "x", count: 500) + "y" + String(repeating: "z", count: 3_000)
      #expect(try tail(long, 121)?.count == 3_001)
    }
  }

  @Test func `what is more than numbers and arrays goes all the same`() throws {
    try withLibrary("libc.so.6") { libc in
      try libc.declare("double frexp(double x, int *exponent); int abs(int x);")
      try libc.load("libm.so.6")
      let frexp = try libc.function("frexp", as: ((Double, Out<Int32>) -> Double).self)
      let exponent = Out<Int32>()
      #expect(try frexp(8, exponent) == 0.5)
      #expect(exponent.value == 4)
    }
  }

  @Test func `the tenth call by name is the first one's like`() throws {
    try withAdder(.i386) { lib in
      for index in 0..<10 {
        let sum: Int32 = try lib.add(Int32(index), 1)
        #expect(sum == Int32(index) + 1)
        let real: Double = try lib.multiply(Double(index), 2.0)
        #expect(real == Double(index) * 2)
        expect(.valueOutOfRange) {
          let _: Int32 = try lib.add(index + Int(Int32.max), 2_147_483_648)
        }
        expect(.symbolNotFound, "did you mean add") { let _: Int32 = try lib.addd(1, 2) }
      }
      // What is declared later counts from then on.
      try lib.declare("int add(int a, int b);")
      for _ in 0..<3 {
        expect(.argumentCount) { let _: Int32 = try lib.add(1) }
        expect(.typeMismatch) { let _: String = try lib.add(1, 2) }
        let sum: Int = try lib.add(1, 2)
        #expect(sum == 3)
      }
    }
  }

  @Test func `calls of many shapes by one name stay apart`() throws {
    try withAdder(.i386) { lib in
      for _ in 0..<4 {
        let a: Int32 = try lib.add(Int32(1), Int32(2))
        let b: Int = try lib.add(1, 2)
        let c: UInt32 = try lib.add(UInt32(1), 2)
        let d: Int32 = try lib.add(true, 2 as Int16)
        #expect([Int(a), b, Int(c), Int(d)] == [3, 3, 3, 3])
      }
    }
  }

  @Test func `a status rule is kept, with its message`() throws {
    try withFixture("instrument") { lib in
      try lib.declare(
        """
        typedef struct instrument instrument;
        const char *instrument_message(int status);
        __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_message")))
        int instrument_open(const char *port, instrument **handle __attribute__((annotate("archbridge:out"))));
        __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_message")))
        int instrument_set_level(instrument *handle, double level);
        """)
      let meter: RemoteAddress = try lib.instrument_open("/dev/ttyS0")
      let set = try lib.function(
        "instrument_set_level", as: ((RemoteAddress, Double) -> Void).self)
      try set(meter, 1)
      var messages: Set<String> = []
      for _ in 0..<3 {
        let error = #expect(throws: BridgeError.self) { try set(meter, 1e9) }
        #expect(error?.code == .failureStatus)
        messages.insert(error?.description ?? "")
        let same = #expect(throws: BridgeError.self) {
          try lib.instrument_set_level(meter, 1e9)
        }
        messages.insert(same?.description ?? "")
      }
      #expect(messages.count == 1)
      try set(meter, 1)
    }
  }

  @Test func `a crash names the function, and later calls the cause`() throws {
    try withFixture("deaths", configuration: .init(output: OutputCapture().destination)) { lib in
      let die = try lib.function("die_by_abort", as: (() -> Int32).self)
      let exit = try lib.function("die_by_exit", as: ((Int32) -> Int32).self)
      expect(.helperEnded, "die_by_abort", "signal 6") { _ = try die() }
      expect(.helperEnded, "die_by_abort ended the session earlier") { _ = try exit(1) }
    }
  }

  @Test func `a time limit ends a prepared call`() throws {
    try withLibrary(
      "libc.so.6", configuration: .init(timeout: .milliseconds(50))
    ) { libc in
      let sleep = try libc.function("sleep", as: ((UInt32) -> UInt32).self)
      #expect(try sleep(0) == 0)
      expect(.timedOut, "sleep") { _ = try sleep(20) }
    }
  }

  @Test func `a closed session refuses`() throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
    lib.close()
    expect(.sessionClosed) { _ = try add(1, 2) }
  }

  @Test func `many threads and tasks have their own answers`() async throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    defer { lib.close() }
    let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
    let isRight = try await withThrowingTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          var isRight = true
          for index in 0..<500 {
            let (a, b) = (Int32(task * 1_000), Int32(index))
            let sum = try await add(a, b)
            isRight = isRight && sum == a + b
          }
          return isRight
        }
      }
      return try await group.reduce(true) { $0 && $1 }
    }
    #expect(isRight)
  }

  @Test func `a closure calls prepared functions, and is called by them`() throws {
    try withFixture("callbacks") { lib in
      try lib.load(Fixture.path("adder", .i386))
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      try lib.load("libc.so.6")
      try lib.declare(
        "void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));"
      )
      let numbers = InOut<[Int32]>([3, 1, 2, 5, 4])
      var sum: Int32 = 0
      try lib.qsort(
        numbers, 5, 4,
        Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
          sum = try add(sum, 1)
          let left = try lib.memory.read(Int32.self, at: a)
          let right = try lib.memory.read(Int32.self, at: b)
          return left - right
        })
      #expect(numbers.value == [1, 2, 3, 4, 5])
      #expect(sum > 3)
      let again = try add(1, 2)
      #expect(again == 3)
    }
  }
}
