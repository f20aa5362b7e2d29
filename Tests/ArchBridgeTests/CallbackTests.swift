import ArchBridge
import Dispatch
import Synchronization
import Testing

/// Swift closures where C takes function pointers.
@Suite(.fixtures) struct CallbackTests {
  private struct Stop: Error, CustomStringConvertible { let description = "stopped" }

  private static let declarations = """
    struct pair { int first; double second; };
    struct triple { char tag[3]; };
    typedef int (*int_function)(int);
    int apply_int(int_function function, int value);
    double apply_mixed(
      double (*function)(char, short, long long, float, double, const char *, void *), void *data);
    long double apply_extended(long double (*function)(long double), long double value);
    struct pair apply_pair(
      struct pair (*function)(struct pair, struct triple), struct pair value);
    float _Complex apply_complex(float _Complex (*function)(float _Complex, double _Complex));
    unsigned char apply_narrow(unsigned char (*function)(signed char, unsigned short), int value);
    _Bool apply_bool(_Bool (*function)(_Bool), _Bool value);
    int calls_until_negative(int (*function)(int));
    int descend(int (*function)(int), int depth);
    int last_error(int (*function)(void));
    void keep(int (*function)(int));
    int call_kept(int value);
    struct handler { int (*function)(int, void *); void *data; };
    int call_handler(const struct handler *handler, int value);
    """

  private func withCallbacks<Value>(
    _ architecture: Architecture = .i386, configuration: LibraryClient.Configuration = .init(),
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("callbacks", architecture, configuration: configuration) { lib in
      try lib.declare(Self.declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a closure is called with what C gives, and returns to it`(
    _ architecture: Architecture
  ) throws {
    try withCallbacks(architecture) { lib in
      var seen: [Int32] = []
      let result: Int = try lib.apply_int(
        Callback { (value: Int32) -> Int32 in
          seen.append(value)
          return value * 3
        }, 14)
      #expect(result == 42)
      #expect(seen == [14])
    }
  }

  @Test(arguments: Architecture.all)
  func `parameters of every kind arrive`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let data = RemoteAddress(rawValue: 0x1234)
      let result: Double = try lib.apply_mixed(
        Callback {
          (
            letter: Int8, small: Int16, large: Int64, single: Float, double: Double, text: String,
            pointer: RemoteAddress
          ) -> Double in
          #expect(letter == 120 && small == -2 && large == 1 << 40 && single == 1.5)
          #expect(text == "text" && pointer == data)
          return double * 2
        }, data)
      #expect(result == 4.5)
    }
  }

  @Test(arguments: Architecture.all)
  func `an undeclared closure is what it spells`(_ architecture: Architecture) throws {
    try withFixture("callbacks", architecture) { lib in
      let result: Int32 = try lib.apply_int(Callback { (value: Int) -> Int in value + 1 }, 41)
      #expect(result == 42)
    }
  }

  @Test(arguments: Architecture.all)
  func `80 bits go through a closure`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let value = Float80(1) + Float80(sign: .plus, exponent: -63, significand: 1)
      let result: Float80 = try lib.apply_extended(
        Callback { (value: Float80) -> Float80 in -value }, value)
      #expect(result == -value)
    }
  }

  @Test(arguments: Architecture.all)
  func `structures go through a closure`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let pair = try lib.structure("struct pair", ["first": 7, "second": 0.5])
      let result: Structure = try lib.apply_pair(
        Callback { (pair: Structure, triple: Structure) -> Structure in
          var changed = pair
          let (first, tag): (Int, [Int8]) = (try pair.first, try triple.tag)
          try changed.set("first", first + Int(tag[2]))
          return changed
        }, pair)
      let (first, second): (Int, Double) = (try result.first, try result.second)
      #expect(first == 7 + 99)
      #expect(second == 0.5)
    }
  }

  @Test(arguments: Architecture.all)
  func `complex numbers go through a closure`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let result: Complex<Float> = try lib.apply_complex(
        Callback { (a: Complex<Float>, b: Complex<Double>) -> Complex<Float> in
          a + Complex(Float(b.real), Float(b.imaginary))
        })
      #expect(result == Complex(4, -2))
    }
  }

  @Test(arguments: [-128, -1, 0, 127, 200], Architecture.all)
  func `narrow numbers keep their sign`(_ value: Int, _ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let result: UInt8 = try lib.apply_narrow(
        Callback { (signed: Int8, unsigned: UInt16) -> UInt8 in
          #expect(signed == Int8(truncatingIfNeeded: value))
          #expect(unsigned == UInt16(truncatingIfNeeded: value))
          return 255
        }, value)
      #expect(result == 255)
    }
  }

  @Test func `truth values go through a closure`() throws {
    try withCallbacks { lib in
      let result: Bool = try lib.apply_bool(Callback { (value: Bool) -> Bool in !value }, true)
      #expect(!result)
    }
  }

  @Test func `a closure may call the library, which may call a closure`() throws {
    try withCallbacks { lib in
      let result: Int = try lib.apply_int(
        Callback { (outer: Int32) -> Int32 in
          try lib.apply_int(
            Callback { (inner: Int32) -> Int32 in inner + (try lib.call("abs", -outer)) }, 100)
        }, 5)
      #expect(result == 105)
    }
  }

  @Test(arguments: Architecture.all)
  func `calls nest to any depth`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      func descend(_ depth: Int32) throws -> Int32 {
        try lib.descend(Callback { (depth: Int32) -> Int32 in try descend(depth) }, depth)
      }
      let depth = try descend(200)
      #expect(depth == 200)
    }
  }

  @Test func `nesting without end is an error`() throws {
    try withCallbacks { lib in
      func descend() throws -> Int32 {
        try lib.descend(Callback { (_: Int32) -> Int32 in try descend() }, 1)
      }
      expect(.callbackFailed, "too deep") { _ = try descend() }
      let result: Int = try lib.apply_int(Callback { (value: Int32) -> Int32 in value }, 1)
      #expect(result == 1)
    }
  }

  @Test func `an error thrown inside is thrown by the call`() throws {
    try withCallbacks { lib in
      var count = 0
      let error = thrown {
        let _: Int = try lib.calls_until_negative(
          Callback(returning: -1) { (value: Int32) -> Int32 in
            count += 1
            if value == 3 { throw Stop() }
            return value
          })
      }
      #expect(error?.code == .callbackFailed)
      #expect(error?.underlyingError is Stop)
      #expect(error?.symbol == "calls_until_negative")
      #expect(count == 4)
    }
  }

  @Test func `a closure that has thrown is not called again by that call`() throws {
    try withCallbacks { lib in
      var count = 0
      expect(.callbackFailed, "stopped") {
        let _: Int = try lib.calls_until_negative(
          Callback { (_: Int32) -> Int32 in
            count += 1
            throw Stop()
          })
      }
      #expect(count == 1)
    }
  }

  @Test func `an error of the library's inside is thrown as it is`() throws {
    try withCallbacks { lib in
      expect(.symbolNotFound, "absent") {
        let _: Int = try lib.apply_int(
          Callback { (_: Int32) -> Int32 in try lib.call("absent") }, 1)
      }
    }
  }

  @Test func `a closure of another type is refused before the call`() throws {
    try withCallbacks { lib in
      expect(.typeMismatch, "argument 'function'", "takes 1 parameter") {
        let _: Int = try lib.apply_int(Callback { () -> Int32 in 0 }, 1)
      }
      expect(.typeMismatch, "parameter 1 of argument 'function'", "'int'") {
        let _: Int = try lib.apply_int(Callback { (_: String) -> Int32 in 0 }, 1)
      }
      expect(.typeMismatch, "returns 'int'", "Double") {
        let _: Int = try lib.apply_int(Callback { (_: Int32) -> Double in 0 }, 1)
      }
      expect(.typeMismatch, "returns 'int'", "nothing") {
        let _: Int = try lib.apply_int(Callback { (_: Int32) -> Void in }, 1)
      }
    }
  }

  @Test func `a result that C cannot hold is thrown by the call`() throws {
    try withCallbacks { lib in
      expect(.valueOutOfRange, "3000000000", "'int'") {
        let _: Int = try lib.apply_int(Callback { (_: Int32) -> Int in 3_000_000_000 }, 1)
      }
    }
  }

  @Test func `errno is the library's own across a closure`() throws {
    try withCallbacks { lib in
      let error: Int = try lib.last_error(
        Callback { () -> Int32 in
          let address: RemoteAddress = try lib.call("fopen", "/nonexistent/x", "w")
          #expect(address.isNull)
          return 0
        })
      #expect(error == 2)
    }
  }

  @Test func `an error belongs to the call whose closure threw it`() throws {
    try withCallbacks { lib in
      try lib.declare("int apply_both(int (*first)(int), int (*second)(int)); int plain(int);")
      expect(.callbackFailed, "stopped") {
        let _: Int = try lib.apply_both(
          Callback { (_: Int32) -> Int32 in throw Stop() },
          Callback { (value: Int32) -> Int32 in
            let inner: Int32 = try lib.plain(value)
            #expect(inner == 2)
            return inner
          })
      }
    }
  }

  @Test func `an error in one thread's call is not another's`() throws {
    try withCallbacks { lib in
      let wrongCount = Atomic(0)
      let threads = DispatchGroup()
      for index in 0..<4 {
        DispatchQueue.global().async(group: threads) {
          for _ in 0..<200 {
            let result = try? lib.call(
              "apply_int",
              Callback { (value: Int32) -> Int32 in
                if index % 2 == 0 { throw Stop() }
                return value
              }, 3, as: Int32.self)
            if result != (index % 2 == 0 ? nil : 3) { wrongCount.add(1, ordering: .relaxed) }
          }
        }
      }
      threads.wait()
      #expect(wrongCount.load(ordering: .relaxed) == 0)
    }
  }
}
