import ArchBridge
import Testing

/// Many calls in one exchange.
@Suite(.fixtures) struct BatchTests {
  private static let channels: [LibraryClient.Configuration.ChannelKind] = [.sharedMemory, .pipe]

  @Test(arguments: Architecture.all, channels)
  func `one call's result is the next one's argument`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withFixture("adder", architecture, configuration: .init(channel: channel)) { lib in
      let sums = try lib.withBatch { batch in
        var sums: [BatchResult<Int32>] = [try batch.add(1, 2)]
        for index in 0..<5_000 {
          sums.append(try batch.add(sums[index], 1 as Int32))
        }
        #expect(batch.count == 5_001)
        return sums
      }
      #expect(try sums.map { result in try result.value } == Array(3...5_003))
    }
  }

  @Test func `every number comes back, and nothing where there is nothing`() throws {
    try withFixture("adder") { lib in
      try lib.declare("void increment(void); int count(void); float halve(float a);")
      let (half, product, wide, count) = try lib.withBatch { batch in
        try batch.increment()
        let half: BatchResult<Float> = try batch.halve(3)
        let product: BatchResult<Double> = try batch.multiply(2.5, -2.0)
        let wide: BatchResult<Int64> = try batch.add_wide(Int64.max, 1 as Int64)
        try batch.increment()
        // The batch has a member of this name.
        let count: BatchResult<Int> = try batch.call("count")
        return (half, product, wide, count)
      }
      #expect(try half.value == 1.5)
      #expect(try product.value == -5)
      #expect(try wide.value == .min)
      #expect(try count.value == 2)
    }
  }

  @Test func `strings and arrays go in`() throws {
    try withLibrary("libc.so.6") { libc in
      try libc.declare(
        "size_t strlen(const char *s); int memcmp(const void *a, const void *b, size_t n);")
      let long = String(repeating: "b", count: 100_000)
      let (short, longer, order) = try libc.withBatch { batch in
        let short: BatchResult<Int> = try batch.strlen("abc")
        let longer: BatchResult<Int> = try batch.strlen(long)
        let order: BatchResult<Int32> = try batch.memcmp([1, 2] as [UInt8], [1, 2] as [UInt8], 2)
        return (short, longer, order)
      }
      #expect(try short.value == 3)
      #expect(try longer.value == 100_000)
      #expect(try order.value == 0)
    }
  }

  @Test func `nothing is called where the closure throws`() throws {
    struct Reason: Error {}
    try withFixture("adder") { lib in
      #expect(throws: Reason.self) {
        try lib.withBatch { batch in
          let _: BatchResult<Int32> = try batch.add(1, 2)
          try batch.call("increment", as: Int32.self).ignore()
          throw Reason()
        }
      }
      let count: Int32 = try lib.count()
      #expect(count == 0)
    }
  }

  @Test func `a result is not there before its time`() throws {
    try withFixture("adder") { lib in
      let result = try lib.withBatch { batch in
        let result: BatchResult<Int32> = try batch.add(1, 2)
        expect(.callNotMade, "add") { _ = try result.value }
        expect(.callNotMade, "argument 1") { let _: Int32 = try lib.add(result, 2) }
        return result
      }
      let sum: Int32 = try lib.add(result, 2)
      #expect(sum == 5)
    }
  }

  @Test func `another batch's result is none of this one's`() throws {
    try withFixture("adder") { lib in
      try lib.withBatch { outer in
        let result: BatchResult<Int32> = try outer.add(1_000, 0)
        expect(.callNotMade, "argument 2") {
          try lib.withBatch { inner in
            let _: BatchResult<Int32> = try inner.add(5, 0)
            let _: BatchResult<Int32> = try inner.add(7 as Int32, result)
          }
        }
        let identity = try lib.function("add", as: ((BatchResult<Int32>, Int32) -> Int32).self)
        expect(.callNotMade) { _ = try identity.map([result], [1]) }
      }
    }
  }

  @Test func `a helper that died before says nothing of later calls`() throws {
    try withFixture("deaths", configuration: .init(output: OutputCapture().destination)) { lib in
      try lib.load(Fixture.path("adder", .i386))
      try lib.withBatch { batch in
        for _ in 0..<10 { let _: BatchResult<Int32> = try batch.add(1, 2) }
      }
      let _: Int32? = try? lib.die_by_abort()
      for _ in 0..<2 {
        let error = #expect(throws: BridgeError.self) {
          try lib.withBatch { batch in
            for _ in 0..<20 { let _: BatchResult<Int32> = try batch.add(1, 2) }
          }
        }
        #expect(error?.description.contains("in call") == false)
      }
    }
  }

  @Test func `a function of a library that is loaded later is found`() throws {
    try withFixture("deaths", configuration: .init(output: OutputCapture().destination)) { lib in
      for _ in 0..<2 {
        expect(.symbolNotFound, "add") {
          try lib.withBatch { batch in let _: BatchResult<Int32> = try batch.add(1, 2) }
        }
      }
      try lib.load(Fixture.path("adder", .i386))
      let sum = try lib.withBatch { batch -> BatchResult<Int32> in try batch.add(1, 2) }
      #expect(try sum.value == 3)
      let byName: Int32 = try lib.add(1, 2)
      #expect(byName == 3)
    }
  }

  @Test func `what is wrong with a call is said where it is added`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      expect(.argumentCount, "in call 2 of 2", "add") {
        try lib.withBatch { batch in
          let _: BatchResult<Int32> = try batch.add(1, 2)
          let _: BatchResult<Int32> = try batch.add(1)
        }
      }
      expect(.valueOutOfRange, "argument 'b'") {
        try lib.withBatch { batch in
          let _: BatchResult<Int32> = try batch.add(1, 3_000_000_000)
        }
      }
      expect(.unsupportedType, "by itself") {
        try lib.withBatch { batch in
          let wide: BatchResult<Int64> = try batch.add_wide(1 as Int64, 2 as Int64)
          let _: BatchResult<Int32> = try batch.add(wide, 1)
        }
      }
      expect(.symbolNotFound, "addd") {
        try lib.withBatch { batch in let _: BatchResult<Int32> = try batch.addd(1, 2) }
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `what a closure throws says during which call`(_ architecture: Architecture) throws {
    struct Reason: Error {}
    try withFixture("callbacks", architecture) { lib in
      let observer = try lib.register { (value: Int32) throws -> Int32 in
        if value == 3 { throw Reason() }
        return value
      }
      let apply = try lib.function("apply_int", as: ((RemoteAddress, Int32) -> Int32).self)
      let addresses = [RemoteAddress](repeating: observer.address, count: 6)
      let error = #expect(throws: BridgeError.self) {
        try apply.map(addresses, [0, 1, 2, 3, 4, 5])
      }
      #expect((error?.code, error?.inputIndex) == (.callbackFailed, 3))
      #expect(error?.underlyingError is Reason)
      expect(.callbackFailed, "in call 2 of 3", "apply_int") {
        try lib.withBatch { batch in
          for value in [1, 3, 2] as [Int32] {
            let _: BatchResult<Int32> = try batch.apply_int(observer.address, value)
          }
        }
      }
      #expect(try apply.map(addresses, [7, 8, 9, 10, 11, 12]) == [7, 8, 9, 10, 11, 12])
    }
  }

  @Test func `a failing status ends the batch, and says which call it was`() throws {
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
      try lib.load(Fixture.path("adder", .i386))
      let error = #expect(throws: BridgeError.self) {
        try lib.withBatch { batch in
          try batch.instrument_set_level(meter, 1.0)
          try batch.instrument_set_level(meter, 1e9)
          try batch.call("increment", as: Int32.self).ignore()
        }
      }
      #expect(error?.code == .failureStatus)
      #expect(error?.description.contains("in call 2 of 3") == true)
      let count: Int32 = try lib.count()
      #expect(count == 0)
    }
  }

  @Test func `a crash says during which call`() throws {
    try withFixture("deaths", configuration: .init(output: OutputCapture().destination)) { lib in
      try lib.load(Fixture.path("adder", .i386))
      expect(.helperEnded, "in call 3 of 4", "die_by_abort", "signal 6") {
        try lib.withBatch { batch in
          let _: BatchResult<Int32> = try batch.add(1, 2)
          let _: BatchResult<Int32> = try batch.add(3, 4)
          let _: BatchResult<Int32> = try batch.die_by_abort()
          let _: BatchResult<Int32> = try batch.add(5, 6)
        }
      }
    }
  }

  // MARK: Arrays

  @Test(arguments: Architecture.all, channels)
  func `a function is called for arrays`(
    _ architecture: Architecture, _ channel: LibraryClient.Configuration.ChannelKind
  ) throws {
    try withFixture("adder", architecture, configuration: .init(channel: channel)) { lib in
      let add = try lib.function("add", as: ((Int32, Int32) -> Int32).self)
      for count in [0, 1, 2, 999, 1_000, 1_001, 5_000] {
        let xs = (0..<count).map(Int32.init)
        #expect(try add.map(xs, xs) == xs.map { 2 * $0 })
      }
      let half = try lib.function("halve", as: ((Float) -> Float).self)
      #expect(try half.map([1, 3, 5]) == [0.5, 1.5, 2.5])
      expect(.argumentCount, "3, 2") { _ = try add.map([1, 2, 3], [1, 2]) }
    }
  }

  @Test func `an array's number that does not fit is named, and those before are called`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      let add = try lib.function("add", as: ((Int, Int) -> Int).self)
      var xs = Array(0..<3_000)
      #expect(try add.map(xs, xs) == xs.map { 2 * $0 })
      xs[2_345] = 1 << 40
      let error = #expect(throws: BridgeError.self) { try add.map(xs, xs) }
      #expect(error?.code == .valueOutOfRange)
      #expect(error?.inputIndex == 2_345)
    }
  }

  @Test func `what returns nothing is mapped too`() throws {
    try withLibrary("libc.so.6") { libc in
      try libc.declare("void *memset(void *s, int c, size_t n); void srand(unsigned seed);")
      let place = try libc.memory.allocate(byteCount: 2_500)
      let set = try libc.function("memset", as: ((RemoteAddress, Int32, Int) -> RemoteAddress).self)
      let indices = Array(0..<2_500)
      let places = indices.map { place.advanced(by: $0) }
      #expect(
        try set.map(places, indices.map { Int32($0 % 100) }, [Int](repeating: 1, count: 2_500))
          == places)
      let bytes = try libc.memory.read(UInt8.self, at: place, count: 2_500)
      #expect(bytes == indices.map { UInt8($0 % 100) })
      let seed = try libc.function("srand", as: ((UInt32) -> Void).self)
      try seed.map(indices.map(UInt32.init))
      let first: Int32 = try libc.rand()
      try seed(2_499)
      let again: Int32 = try libc.rand()
      #expect(first == again)
    }
  }

  @Test func `strings and texts are mapped too`() throws {
    try withLibrary("libc.so.6") { libc in
      try libc.declare("size_t strlen(const char *s); char *strchr(const char *s, int c);")
      let length = try libc.function("strlen", as: ((String) -> Int).self)
      #expect(try length.map(["", "a", "abc"]) == [0, 1, 3])
      let tail = try libc.function("strchr", as: ((String, Int) -> String?).self)
      #expect(try tail.map(["abc", "xyz"], [98, 98]) == ["bc", nil])
    }
  }

  @Test func `a crash names the place`() throws {
    try withFixture("deaths", configuration: .init(output: OutputCapture().destination)) { lib in
      let exit = try lib.function("die_by_exit", as: ((Int32) -> Int32).self)
      let error = #expect(throws: BridgeError.self) { try exit.map([7, 8, 9]) }
      #expect(error?.exitStatus == .exited(7))
      #expect(error?.inputIndex == 0)
    }
  }
}

extension BatchResult {
  /// A result that is not wanted.
  fileprivate func ignore() {}
}
