import ArchBridge
import Dispatch
import Synchronization
import Testing

/// How long closures live: for their call, until they are removed, or until their session ends.
@Suite(.fixtures) struct CallbackLifetimeTests {
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

  @Test func `a function that is called after its call is an error`() throws {
    try withCallbacks { lib in
      try lib.keep(Callback { (value: Int32) -> Int32 in value })
      expect(.callbackFailed, "register") { let _: Int = try lib.call_kept(1) }
    }
  }

  @Test func `a call does not return while its closure waits for another on a thread`() throws {
    try withCallbacks { lib in
      let hasBegun = DispatchSemaphore(value: 0)
      let hasEnded = Atomic(false)
      DispatchQueue.global().async {
        hasBegun.wait()
        let _: Int? = try? lib.leave()
      }
      let _: Int = try lib.begin_stay(
        Callback { (value: Int32) -> Int32 in
          hasBegun.signal()
          let _: Int = try lib.stay()
          hasEnded.store(true, ordering: .sequentiallyConsistent)
          return value
        })
      let isOver = hasEnded.load(ordering: .sequentiallyConsistent)
      #expect(isOver)
    }
  }

  @Test(arguments: Architecture.all)
  func `a registered closure is called until it is removed`(_ architecture: Architecture) throws {
    try withCallbacks(architecture) { lib in
      let handle = try lib.register(as: "int_function") { (value: Int32) -> Int32 in value + 1 }
      try lib.keep(handle)
      for value in 0..<3 {
        let result: Int = try lib.call_kept(value)
        #expect(result == value + 1)
      }
      try handle.remove()
      expect(.callbackFailed, "removed") { let _: Int = try lib.call_kept(1) }
    }
  }

  @Test func `a registered closure can be a structure's member`() throws {
    try withCallbacks { lib in
      let handle = try lib.register(as: "int (*)(int, void *)") {
        (value: Int32, data: RemoteAddress?) -> Int32 in
        #expect(data == nil)
        return value * 2
      }
      let handler = try lib.structure("struct handler", ["function": handle])
      let result: Int = try lib.call_handler(handler, 21)
      #expect(result == 42)
    }
  }

  @Test(arguments: Architecture.all)
  func `a function pointer that the library returns can be called`(
    _ architecture: Architecture
  ) throws {
    try withFixture("callbacks", architecture) { lib in
      try lib.declare("int (*function_named(const char *name))(int);")
      let address: RemoteAddress = try lib.function_named("twice")
      let twice = try lib.functionPointer(at: address, as: "int (*)(int)")
      let result: Int = try twice(21)
      #expect(result == 42)
      let none: RemoteAddress? = try lib.function_named("other")
      #expect(none == nil)
    }
  }

  @Test func `many calls with closures leave the helper as it was`() throws {
    try withCallbacks { lib in
      for value in 0..<3_000 {
        let result: Int = try lib.apply_int(Callback { (value: Int32) -> Int32 in value }, value)
        #expect(result == value)
      }
    }
  }

  @Test func `a registered closure is checked against the declaration and the client`() throws {
    try withCallbacks { lib in
      let other = try lib.register { (value: Double) -> Double in value }
      expect(.typeMismatch, "argument 'function'", "another function") {
        let _: Int = try lib.apply_int(other, 1)
      }
      expect(.typeMismatch, "member 'function'", "another function") {
        _ = try lib.structure("struct handler", ["function": other])
      }
      try withCallbacks { second in
        let foreign = try second.register(as: "int_function") { (value: Int32) -> Int32 in value }
        expect(.typeMismatch, "another client") { let _: Int = try lib.apply_int(foreign, 1) }
      }
    }
  }

  @Test func `a handle does not keep the helper alive`() throws {
    let (handle, process): (RegisteredCallback, Int32) = try {
      let lib = try LibraryClient(Fixture.path("callbacks", .i386))
      return (try lib.register { (value: Int32) -> Int32 in value }, lib.helperProcessID)
    }()
    #expect(!processExists(process))
    expect(.sessionClosed) { try handle.remove() }
  }

  @Test func `closing the session in a closure ends the call`() throws {
    try withCallbacks { lib in
      expect(.sessionClosed) {
        let _: Int = try lib.apply_int(
          Callback { (value: Int32) -> Int32 in
            lib.close()
            return value
          }, 1)
      }
    }
  }

  @Test func `a helper that dies in a closure's call is an error there and outside`() throws {
    try withCallbacks { lib in
      var inner: BridgeError?
      expect(.helperEnded) {
        let _: Int = try lib.apply_int(
          Callback { (value: Int32) -> Int32 in
            do throws(BridgeError) {
              try lib.call("abort", as: Void.self)
            } catch {
              inner = error
            }
            return value
          }, 1)
      }
      #expect(inner?.code == .helperEnded)
    }
  }

  @Test func `the time that a closure takes does not count`() throws {
    try withCallbacks(configuration: .init(timeout: .milliseconds(300))) { lib in
      let result: Int = try lib.apply_int(
        Callback { (value: Int32) -> Int32 in
          let end = ContinuousClock.now + .milliseconds(500)
          while ContinuousClock.now < end {}
          return value
        }, 1)
      #expect(result == 1)
    }
  }

  @Test func `closures work in asynchronous calls`() async throws {
    let lib = try LibraryClient(Fixture.path("callbacks", .i386))
    defer { lib.close() }
    try lib.declare(Self.declarations)
    let result: Int = try await lib.apply_int(
      Callback { (value: Int32) -> Int32 in value + (try lib.call("abs", -1)) }, 41)
    #expect(result == 42)
  }
}
