import ArchBridge

/// Status codes that throw, with the library's own message; results through pointers.
func statuses(in folder: String) throws {
  try withLibrary("instrument", configuration: .init(searchPaths: [folder])) { lib in
    try lib.declare(
      """
      typedef struct instrument instrument;
      const char *instrument_message(int status);
      __attribute__((annotate("archbridge:status=zero"),
                     annotate("archbridge:message=instrument_message")))
      int instrument_open(const char *port,
                          instrument **handle __attribute__((annotate("archbridge:out"))));
      __attribute__((annotate("archbridge:status=zero"))) int instrument_arm(instrument *, int);
      __attribute__((annotate("archbridge:status=zero"),
                     annotate("archbridge:message=instrument_message")))
      int instrument_read(instrument *handle,
                          double *volts __attribute__((annotate("archbridge:out"))));
      __attribute__((annotate("archbridge:status=nonnegative")))
      int instrument_read_samples(instrument *handle, double *samples, int capacity);
      __attribute__((annotate("archbridge:free=instrument_free")))
      char *instrument_report(const instrument *handle);
      void instrument_free(void *memory);
      void instrument_close(instrument *handle);
      """)

    let meter: RemoteAddress = try lib.instrument_open("/dev/ttyS0")
    do {
      let _: Double = try lib.instrument_read(meter)
    } catch let error as BridgeError where error.code == .failureStatus {
      print("status:", error.status ?? 0, error)
    }

    try lib.instrument_arm(meter, 1)
    let volts: Double = try lib.instrument_read(meter)
    print("status:", volts)

    let samples = Out<[Double]>(count: 4)
    let count: Int = try lib.instrument_read_samples(meter, samples, 4)
    print("status:", count, samples.value)

    let report: String = try lib.instrument_report(meter)
    print("status:", report)
    try lib.instrument_close(meter)
  }
}

/// C's `errno`, with a result and as the reason of an error.
func systemErrors() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      int access(const char *path, int mode);
      __attribute__((annotate("archbridge:status=nonnegative,errno")))
      int open(const char *path, int flags, ...);
      __attribute__((annotate("archbridge:status=nonnull,errno")))
      void *opendir(const char *path);
      """)

    let (status, errno): (Int, errno: Int32) = try libc.access.withErrno("/nonexistent", 0)
    print("errno:", status, errno)

    do {
      let _: Int = try libc.open("/nonexistent", 0)
    } catch let error as BridgeError where error.code == .failureStatus {
      print("errno:", error.errno ?? 0, error)
    }
    do {
      let _: RemoteAddress = try libc.opendir("/etc/passwd")
    } catch let error as BridgeError where error.code == .failureStatus {
      print("errno:", error)
    }
  }
}
