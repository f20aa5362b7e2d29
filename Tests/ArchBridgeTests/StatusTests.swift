import ArchBridge
import Testing

/// Status rules, out parameters as results, errno, texts that the caller frees, typed handles.
@Suite(.fixtures) struct StatusTests {
  private struct Instrument: LibraryHandle {
    let address: RemoteAddress
    init(address: RemoteAddress) { self.address = address }
  }

  private struct Mode: LibraryEnumeration, OptionSet {
    let rawValue: Int32
    static let volts = Mode(rawValue: 1)
    static let amperes = Mode(rawValue: 2)
  }

  private static let prototypes = """
    struct instrument_info {
      char model[16]; unsigned serial; double calibration;
      unsigned is_armed : 1; unsigned channel_count : 5;
    };
    typedef struct instrument instrument;
    const char *instrument_message(int status);
    __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_message")))
    int instrument_open(
      const char *port, instrument **handle __attribute__((annotate("archbridge:out"))));
    void instrument_close(instrument *handle);
    __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_message")))
    int instrument_set_level(instrument *handle, double level);
    __attribute__((annotate("archbridge:status=zero")))
    int instrument_arm(instrument *handle, int is_armed);
    __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_message")))
    int instrument_read(
      instrument *handle, double *volts __attribute__((annotate("archbridge:out"))));
    __attribute__((annotate("archbridge:status=nonnegative"), annotate("archbridge:message=instrument_message")))
    int instrument_read_samples(instrument *handle, double *samples, int capacity);
    __attribute__((annotate("archbridge:status=zero")))
    int instrument_get_info(
      const instrument *handle,
      struct instrument_info *info __attribute__((annotate("archbridge:out"))));
    int instrument_mode(const instrument *handle);
    void instrument_set_mode(instrument *handle, int mode);
    __attribute__((annotate("archbridge:free=instrument_free")))
    char *instrument_report(const instrument *handle);
    void instrument_free(void *memory);
    int instrument_free_count(void);
    __attribute__((annotate("archbridge:status=zero,errno")))
    int instrument_log_to(const char *path);
    typedef int (*instrument_observer)(double level, void *data);
    __attribute__((annotate("archbridge:status=nonnegative")))
    int instrument_sweep(
      instrument *handle, double from, double to, int count, instrument_observer observer,
      void *data);
    """

  private func withInstrument(
    _ architecture: Architecture = .i386, _ body: (LibraryClient, Instrument) throws -> Void
  ) throws {
    try withFixture("instrument", architecture) { lib in
      try lib.declare(Self.prototypes)
      let handle: Instrument = try lib.instrument_open("/dev/ttyS0")
      try body(lib, handle)
      try lib.instrument_close(handle)
    }
  }

  @Test(arguments: Architecture.all)
  func `an out parameter is the result`(_ architecture: Architecture) throws {
    try withInstrument(architecture) { lib, handle in
      try lib.instrument_set_level(handle, 2.5)
      try lib.instrument_arm(handle, 1)
      let volts: Double = try lib.instrument_read(handle)
      #expect(volts == 2.625)
      let info: Structure = try lib.instrument_get_info(handle)
      #expect(
        "\(info)"
          == "{model: \"AB-100\", serial: 4242, calibration: 0.125, is_armed: 1, channel_count: 8}")
    }
  }

  @Test(arguments: Architecture.all)
  func `a failing status throws the library's own message`(_ architecture: Architecture) throws {
    try withInstrument(architecture) { lib, handle in
      let error = thrown { let _: Double = try lib.instrument_read(handle) }
      #expect(error?.code == .failureStatus)
      #expect(error?.status == -3)
      #expect(
        error?.description == "instrument_read: the instrument is not armed (it returned -3)")
      expect(.failureStatus, "the level is out of range") {
        try lib.instrument_set_level(handle, 11.0)
      }
    }
  }

  @Test func `a failing open throws, and there is no handle`() throws {
    try withFixture("instrument") { lib in
      try lib.declare(Self.prototypes)
      expect(.failureStatus, "no instrument at this port") {
        let _: Instrument = try lib.instrument_open("COM1")
      }
    }
  }

  @Test func `a status that counts is the result`() throws {
    try withInstrument { lib, handle in
      expect(.failureStatus, "not armed") {
        let _: Int = try lib.instrument_read_samples(handle, Out<[Double]>(count: 4), 4)
      }
      try lib.instrument_arm(handle, 1)
      let samples = Out<[Double]>(count: 4)
      let count: Int = try lib.instrument_read_samples(handle, samples, 4)
      #expect(count == 4)
      #expect(samples.value == [0, 1, 2, 3])
    }
  }

  @Test func `errno tells why`() throws {
    try withInstrument { lib, _ in
      let error = thrown { try lib.instrument_log_to("/nonexistent/log") }
      #expect(error?.code == .failureStatus)
      #expect(error?.errno == 2)
      #expect(error?.description.contains("No such file or directory") == true)
    }
  }

  @Test(arguments: Architecture.all)
  func `errno comes with a result`(_ architecture: Architecture) throws {
    try withLibrary(
      "libc.so.6", configuration: .init(architecture: architecture)
    ) { libc in
      let (descriptor, errno): (Int32, Int32) = try libc.open.withErrno("/nonexistent", 0)
      #expect(descriptor == -1)
      #expect(errno == 2)
      let (absolute, none): (Int32, Int32) = try libc.abs.withErrno(-7)
      #expect(absolute == 7)
      #expect(none == 0)
    }
  }

  @Test(arguments: Architecture.all)
  func `errno stays until the next call of the library's`(_ architecture: Architecture) throws {
    try withLibrary("libc.so.6", configuration: .init(architecture: architecture)) { libc in
      let _: Int32 = try libc.open("/nonexistent", 0)
      let location: RemoteAddress = try libc.__errno_location()
      #expect(!location.isNull)
      // What a program's own `perror` would say.
      let text = Out<String>(capacity: 100)
      let count: Int32 = try libc.snprintf(text, 100, "%m")
      #expect(count == 25)
      #expect(text.value == "No such file or directory")
    }
  }

  @Test func `a text of the caller's is copied and freed`() throws {
    try withInstrument { lib, handle in
      let report: String = try lib.instrument_report(handle)
      #expect(report == "AB-100 #4242")
      let count: Int = try lib.instrument_free_count()
      #expect(count == 1)
    }
  }

  @Test func `handles and modes have types of their own`() throws {
    try withInstrument { lib, handle in
      try lib.instrument_set_mode(handle, Mode([.volts, .amperes]))
      let mode: Mode = try lib.instrument_mode(handle)
      #expect(mode.contains(.amperes))
    }
  }

  @Test func `an observer sees each step`() throws {
    try withInstrument { lib, handle in
      var levels: [Double] = []
      let count: Int = try lib.instrument_sweep(
        handle, 0, 2.0, 5,
        Callback { (level: Double, _: RemoteAddress?) -> Int32 in
          levels.append(level)
          return 0
        }, nil)
      #expect(count == 5)
      #expect(levels == [0, 0.5, 1, 1.5, 2])
    }
  }

  @Test func `the message is asked for with a handle of its own type`() throws {
    try withFixture("instrument") { lib in
      try lib.declare(
        """
        typedef struct instrument instrument;
        typedef struct other other;
        char *instrument_report(const instrument *handle);
        int instrument_open(const char *port, instrument **handle);
        __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_report")))
        int instrument_set_level(instrument *handle, double level);
        __attribute__((annotate("archbridge:status=zero"), annotate("archbridge:message=instrument_report")))
        int instrument_log_to(const other *path);
        """)
      let handle = Out<Instrument>()
      let _: Int = try lib.instrument_open("/dev/ttyS0", handle)
      let error = thrown { try lib.instrument_set_level(handle.value, 11) }
      #expect(error?.message == "AB-100 #4242 (it returned -2)")
      let path = try lib.memory.allocate(copying: "/nonexistent")
      let other = thrown { try lib.instrument_log_to(path) }
      #expect(other?.message == "it returned -1")
    }
  }

  private func status(_ declaration: String, _ body: (LibraryClient) throws -> Void) -> BridgeError?
  {
    thrown {
      try withFixture("instrument") { lib in
        try lib.declare(declaration)
        try body(lib)
      }
    }
  }

  @Test func `an unsigned status has its message too`() {
    let error = status(
      #"""
      const char *instrument_hresult_message(int status);
      __attribute__((annotate("archbridge:status=zero"),
        annotate("archbridge:message=instrument_hresult_message")))
      unsigned instrument_hresult(void);
      """#
    ) { try $0.instrument_hresult() }
    #expect(error?.code == .failureStatus)
    #expect(error?.status == 0x8000_4005)
    #expect(error?.message == "unspecified failure (it returned 2147500037)")
  }

  @Test func `a message that is no text leaves the status`() {
    let error = status(
      #"""
      const char *instrument_bad_message(int status);
      __attribute__((annotate("archbridge:status=zero"),
        annotate("archbridge:message=instrument_bad_message")))
      int instrument_fill_and_fail(char *text);
      """#
    ) { try $0.instrument_fill_and_fail(Out<String>(capacity: 2)) }
    #expect(error?.code == .failureStatus)
    #expect(error?.message == "it returned 7")
  }

  @Test func `a negative float is no success, and no unsigned number is negative`() {
    let below = status(
      #"__attribute__((annotate("archbridge:status=nonnegative"))) float instrument_temperature(void);"#
    ) { let _: Float = try $0.instrument_temperature() }
    #expect(below?.code == .failureStatus)
    let never = status(
      #"__attribute__((annotate("archbridge:status=nonnegative"))) unsigned instrument_hresult(void);"#
    ) { let _: UInt32 = try $0.instrument_hresult() }
    #expect(never?.code == .invalidDeclaration)
  }

  @Test func `a null text is a failure where it must not be`() {
    let error = status(
      #"__attribute__((annotate("archbridge:status=nonnull"))) const char *instrument_name(int index);"#
    ) { lib in
      let name: String? = try lib.instrument_name(0)
      #expect(name == "AB-100")
      let _: String? = try lib.instrument_name(1)
    }
    #expect(error?.code == .failureStatus)
  }

  @Test func `a rule that is none is an error`() throws {
    try withFixture("instrument") { lib in
      try lib.declare(
        #"__attribute__((annotate("archbridge:status=maybe"))) int instrument_open_count(void);"#)
      expect(.invalidDeclaration, "status=maybe", "zero") { try lib.instrument_open_count() }
    }
  }
}
