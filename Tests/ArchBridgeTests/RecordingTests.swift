import ArchBridge
import Synchronization
import Testing

/// Sessions that are recorded, and answered from the recording.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct RecordingTests {
  @Test(arguments: Architecture.all)
  func `numbers come back without the library`(_ architecture: Architecture) throws {
    try Recording().twice("adder", architecture) { lib in
      try lib.declare(
        """
        int add(int, int); double add_doubles(double, double); float halve(float);
        long long add_wide(long long, long long); void increment(void); int count(void);
        """)
      var sums: [Int] = []
      for value in 0..<5 { sums.append(try lib.add(value, 1)) }
      let double: Double = try lib.add_doubles(0.1, 0.2)
      let half: Float = try lib.halve(0.5)
      let wide: Int64 = try lib.add_wide(1 << 40, -1)
      try lib.increment()
      let count: Int = try lib.count()
      return "\(sums) \(double) \(half) \(wide) \(count)"
    }
  }

  @Test(arguments: Architecture.all)
  func `pointers, arrays and texts come back`(_ architecture: Architecture) throws {
    try Recording().twice("pointers", architecture) { lib in
      let numbers = InOut<[Double]>([1, 2.5, -3])
      try lib.call("scale", numbers, 3, 2.0, as: Void.self)
      let (low, high) = (Out<Double>(), Out<Double>())
      let _: Int32 = try lib.minmax([3.0, -1, 2], 3, low, high)
      let filled = Out<[Int32]>(count: 4)
      let _: Int32 = try lib.fill_ints(filled, 4, 7)
      let sum: Int64 = try lib.sum_ints([Int32](1...1_000), 1_000)
      return "\(numbers.value) \(low.value) \(high.value) \(filled.value) \(sum)"
    }
    try Recording().twice("strings", architecture) { lib in
      let greeting: String = try lib.utf8_greeting()
      let none: String? = try lib.no_text()
      let copied = Out<String>(capacity: 32)
      let _: Int32 = try lib.copy_text("Größe", copied, 32)
      let upper = InOut("shout")
      try lib.call("make_upper_case", upper, as: Void.self)
      return "\(greeting) \(none ?? "nil") \(copied.value) \(upper.value)"
    }
  }

  @Test(arguments: Architecture.all)
  func `arrays of a megabyte come back`(_ architecture: Architecture) throws {
    try Recording().twice("bulk", architecture) { lib in
      let numbers = InOut<[Double]>((0..<131_072).map(Double.init))
      let before: Double = try lib.twice(numbers, UInt32(131_072))
      let sum: Double = try lib.sum(numbers.value, UInt32(131_072))
      return [before, sum, numbers.value[131_071]]
    }
  }

  @Test(arguments: Architecture.all)
  func `structures, wide numbers and variables come back`(_ architecture: Architecture) throws {
    try Recording().twice("values", architecture) { lib in
      try lib.declare(
        """
        struct point { double x, y; };
        struct point point_scaled(struct point p, double factor);
        void point_scale(struct point *p, double factor);
        long double extended_twice(long double value);
        double _Complex complex_conjugate(double _Complex z);
        """)
      let point = try lib.structure("struct point", ["x": 1.5, "y": -2.0])
      let scaled: Structure = try lib.point_scaled(point, 2.0)
      let place = InOut(point)
      try lib.point_scale(place, 3.0)
      let extended: Float80 = try lib.extended_twice(Float80.pi)
      let complex: Complex<Double> = try lib.complex_conjugate(Complex(1, 2))
      return "\(scaled) \(place.value) \(extended) \(complex)"
    }
  }

  @Test(arguments: Architecture.all)
  func `closures run as they did, on the library's threads too`(
    _ architecture: Architecture
  ) throws {
    try Recording().twice("callbacks", architecture) { lib in
      try lib.declare(
        """
        int apply_int(int (*function)(int), int value);
        int apply_on_thread(int (*function)(int), int value);
        int apply_on_threads(int (*function)(int), int thread_count, int count);
        void keep(int (*function)(int)); int call_kept(int value);
        int abs(int value);
        """)
      var seen: [Int32] = []
      let direct: Int = try lib.apply_int(
        Callback { (value: Int32) -> Int32 in
          seen.append(value)
          return try lib.abs(-value)
        }, 41)
      let threaded: Int = try lib.apply_on_thread(
        Callback { (value: Int32) -> Int32 in
          seen.append(value)
          return try lib.abs(-value)
        }, 42)
      let count = Atomic(0)
      let kept = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        return 2 * value
      }
      let sum: Int = try lib.apply_on_threads(kept, 8, 10)
      try lib.keep(kept)
      let later: Int = try lib.call_kept(21)
      return [direct, threaded, sum, later, count.load(ordering: .relaxed)] + seen.map(Int.init)
    }
  }

  @Test func `a thread of the library calls while calls are made, both times`() throws {
    try Recording().twice("callbacks") { lib in
      try lib.declare(
        """
        int begin_background(int (*function)(int), int count); int end_background(void);
        int abs(int value);
        """)
      let count = Atomic(0)
      let handle = try lib.register { (value: Int32) -> Int32 in
        count.add(1, ordering: .relaxed)
        return value
      }
      let _: Int = try lib.begin_background(handle, 200)
      while count.load(ordering: .relaxed) < 20 {}
      var sum = 0
      for value in 0..<50 { sum += try lib.abs(-value) as Int }
      return [try lib.end_background(), sum, count.load(ordering: .relaxed)]
    }
  }

  @Test func `prepared functions, batches and calls over arrays come back`() throws {
    try Recording().twice("adder") { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      let sums = try add.map([1, 2, 3], [10, 20, 30])
      let one = try add(5, 6)
      let result = try lib.withBatch { batch in
        let first: BatchResult<Int32> = try batch.add(Int32(1), Int32(2))
        let second: BatchResult<Int32> = try batch.add(first, Int32(4))
        return second
      }
      return sums + [one, try result.value]
    }
  }

  @Test func `memory, statuses and variables come back`() throws {
    try Recording().twice("handles") { lib in
      let place = try lib.memory.allocate(copying: [1.5, 2.5])
      try lib.memory.write([9.5], to: place.advanced(by: 8))
      let numbers = try lib.memory.read(Double.self, at: place, count: 2)
      try lib.memory.free(place)
      return numbers
    }
    try Recording().twice("deaths") { lib in
      thrown { let _: Int = try lib.call("no_such_function") }
    }
  }

  @Test func `the end of a helper comes back as it was`() throws {
    for (function, argument) in [
      ("die_by_segmentation_fault", nil), ("die_by_exit", 3), ("die_by_kill", nil),
    ] as [(String, Int?)] {
      let recording = Recording()
      func die(_ lib: LibraryClient) throws -> BridgeError? {
        let first = thrown {
          let _: Int = try lib.call(function, argument.map { Int32($0) } ?? 0)
        }
        expect(.helperEnded, "earlier") { let _: Int = try lib.call("die_by_abort") }
        return first
      }
      let configuration = LibraryClient.Configuration(output: OutputCapture().destination)
      let recorded = try recording.record("deaths", configuration: configuration, die)
      let replayed = try recording.replay("deaths", configuration: configuration, die)
      #expect(recorded?.exitStatus != nil)
      #expect(recorded == replayed)
    }
  }

  @Test func `a time limit that was passed is passed again, without waiting`() throws {
    let recording = Recording()
    let configuration = LibraryClient.Configuration(timeout: .milliseconds(200))
    func sleep(_ lib: LibraryClient) throws -> BridgeError? {
      thrown { let _: Int32 = try lib.sleep_milliseconds(60_000) }
    }
    let recorded = try recording.record("sleeper", configuration: configuration, sleep)
    var replayed: BridgeError?
    let time = try ContinuousClock().measure {
      replayed = try recording.replay("sleeper", configuration: configuration, sleep)
    }
    #expect(recorded?.code == .timedOut)
    #expect(recorded == replayed)
    #expect(time < .seconds(10))
  }

  @Test func `what the library printed to a handler is printed again`() throws {
    let recording = Recording()
    let captures = [OutputCapture(), OutputCapture()]
    func print(_ lib: LibraryClient) throws {
      let _: Int = try lib.print_line("hello")
      let _: Int = try lib.print_error("careful")
    }
    try recording.record(
      "printer", configuration: .init(output: captures[0].destination), print)
    try recording.replay(
      "printer", configuration: .init(output: captures[1].destination), print)
    for capture in captures {
      #expect(capture.output == "hello\n")
      #expect(capture.error == "careful\n")
    }
  }

  @Test func `further libraries come back, and those that are not there`() throws {
    try Recording().twice("adder") { lib in
      let other = try lib.load("libm.so.6")
      let root: Double = try other.sqrt(2.0)
      let missing = thrown { try lib.load("/nonexistent/libnone.so") }
      let absent = thrown { try lib.load("libnone.so.9") }
      return
        "\(root) \(other.libraryPath) \(String(describing: missing)) \(String(describing: absent))"
    }
  }

  @Test func `a client needs no more than the file`() throws {
    let recording = Recording()
    do {
      let lib = try LibraryClient(
        Fixture.path("adder", .x86_64), recording: recording.path,
        configuration: .init(architecture: .x86_64, textEncoding: .latin1))
      let _: Int32 = try lib.add(1, 2)
      lib.close()
    }
    let lib = try LibraryClient(replaying: recording.path)
    let sum: Int32 = try lib.add(1, 2)
    #expect(sum == 3)
    #expect(lib.helperProcessID == 0)
    #expect(lib.library.libraryName == Fixture.path("adder", .x86_64))
    lib.close()
  }

  @Test func `a subclass is recorded and replayed by its configuration`() throws {
    final class Adder: LibraryClient, @unchecked Sendable {
      init(_ configuration: Configuration) throws(BridgeError) {
        try super.init("adder", configuration: configuration)
        try declare("int add(int a, int b);")
      }
      func sum(_ a: Int, _ b: Int) throws(BridgeError) -> Int { try library.add(a, b) }
    }
    let recording = Recording()
    let recorded = try withSession(
      Adder(.init(searchPaths: [Fixture.folder(.i386)], archive: .recording(recording.path)))
    ) { try $0.sum(20, 22) }
    let replayed = try withSession(
      Adder(.init(searchPaths: ["/nonexistent"], archive: .replaying(recording.path)))
    ) { try $0.sum(20, 22) }
    #expect(recorded == 42)
    #expect(replayed == 42)
  }

  @Test func `asynchronous calls come back`() async throws {
    let recording = Recording()
    func sum(_ configuration: LibraryClient.Configuration) async throws -> Int32 {
      try await withFixture("adder", configuration: configuration) { lib in
        let one: Int32 = try await lib.add(1, 2)
        let sum: Int32 = try await lib.add(one, 3)
        return sum
      }
    }
    #expect(try await sum(.init(archive: .recording(recording.path))) == 6)
    #expect(try await sum(.init(archive: .replaying(recording.path))) == 6)
  }
}
