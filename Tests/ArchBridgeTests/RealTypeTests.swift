import ArchBridge
import Testing

/// Structures, callbacks and texts of libraries as Debian ships them.
@Suite(.systemLibraries)
struct RealTypeTests {
  private func withSystemLibrary<Value>(
    _ soname: String, _ architecture: Architecture, _ declarations: String,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withLibrary(soname, configuration: .init(architecture: architecture)) { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `qsort sorts by a closure, and bsearch finds by one`(
    _ architecture: Architecture
  ) throws {
    try withSystemLibrary(
      "libc.so.6", architecture,
      """
      typedef int (*compare_function)(const void *, const void *);
      void qsort(void *base, size_t count, size_t size, compare_function compare);
      void *bsearch(
        const void *key, const void *base, size_t count, size_t size, compare_function compare);
      """
    ) { libc in
      let compare = Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
        let left = try libc.memory.read(Int32.self, at: a)
        let right = try libc.memory.read(Int32.self, at: b)
        return left < right ? -1 : left > right ? 1 : 0
      }
      let numbers = InOut<[Int32]>([5, -3, 9, 0, 2])
      try libc.qsort(numbers, 5, 4, compare)
      #expect(numbers.value == [-3, 0, 2, 5, 9])
      let base = try libc.memory.allocate(copying: numbers.value)
      let found: RemoteAddress? = try libc.bsearch([Int32(5)], base, 5, 4, compare)
      #expect(found == base.advanced(by: 12))
      let absent: RemoteAddress? = try libc.bsearch([Int32(4)], base, 5, 4, compare)
      #expect(absent == nil)
      try libc.memory.free(base)
    }
  }

  @Test(arguments: Architecture.all)
  func `div returns a structure`(_ architecture: Architecture) throws {
    try withSystemLibrary(
      "libc.so.6", architecture,
      """
      typedef struct { int quot; int rem; } div_t;
      typedef struct { long quot; long rem; } ldiv_t;
      typedef struct { long long quot; long long rem; } lldiv_t;
      div_t div(int a, int b); ldiv_t ldiv(long a, long b);
      lldiv_t lldiv(long long a, long long b);
      """
    ) { libc in
      let small: Structure = try libc.div(17, 5)
      let long: Structure = try libc.ldiv(-17, 5)
      let large: Structure = try libc.lldiv(1 << 40, 3)
      #expect("\(small) \(long)" == "{quot: 3, rem: 2} {quot: -3, rem: -2}")
      #expect("\(large)" == "{quot: 366503875925, rem: 1}")
    }
  }

  private static let time = """
    struct tm {
      int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
      long tm_gmtoff; const char *tm_zone;
    };
    struct tm *gmtime_r(const time_t *time, struct tm *result);
    struct tm *localtime_r(const time_t *time, struct tm *result);
    time_t timegm(struct tm *time);
    size_t strftime(char *text, size_t capacity, const char *format, const struct tm *time);
    """

  @Test(arguments: Architecture.all)
  func `localtime_r fills a structure`(_ architecture: Architecture) throws {
    try withLibrary(
      "libc.so.6", configuration: .init(architecture: architecture, environment: ["TZ": "UTC-2"])
    ) { libc in
      try libc.declare(Self.time)
      let result = InOut(try libc.structure("struct tm"))
      let address: RemoteAddress = try libc.localtime_r(1_000_000_000, result)
      #expect(!address.isNull)
      let (year, hour, offset): (Int, Int, Int) = (
        try result.value.tm_year, try result.value.tm_hour, try result.value.tm_gmtoff
      )
      #expect(year == 101 && hour == 3 && offset == 7_200)
      let zone: RemoteAddress = try result.value.tm_zone
      let name = try libc.memory.readText(zone, limit: 16)
      #expect(name == "UTC")
      let text = Out<String>(capacity: 64)
      let count: Int = try libc.strftime(text, 64, "%Y-%m-%d %H:%M:%S", result.value)
      #expect(count == 19)
      #expect(text.value == "2001-09-09 03:46:40")
      let seconds: Int = try libc.timegm(
        InOut(libc.structure("struct tm", ["tm_year": 70, "tm_mday": 2])))
      #expect(seconds == 86_400)
    }
  }

  @Test(arguments: Architecture.all)
  func `strtol says where it stopped`(_ architecture: Architecture) throws {
    try withSystemLibrary(
      "libc.so.6", architecture,
      "long strtol(const char *text, char **end, int base);"
    ) { libc in
      let text = try libc.memory.allocate(copying: "1234 apples")
      let end = Out<RemoteAddress>()
      let number: Int = try libc.strtol(text, end, 10)
      #expect(number == 1_234)
      let rest = try libc.memory.readText(end.value, limit: 32)
      #expect(rest == " apples")
      try libc.memory.free(text)
      let (large, errno): (Int, errno: Int32) = try libc.strtol.withErrno(
        "99999999999999999999", nil, 10)
      #expect(large == (architecture == .i386 ? Int(Int32.max) : Int.max))
      #expect(errno == 34)
    }
  }

  @Test(arguments: Architecture.all)
  func `snprintf takes what C promotes`(_ architecture: Architecture) throws {
    try withSystemLibrary(
      "libc.so.6", architecture,
      "int snprintf(char *text, size_t capacity, const char *format, ...);"
    ) { libc in
      let text = Out<String>(capacity: 128)
      let count: Int = try libc.snprintf(
        text, 128, "%d %s %.2f %lld %c %.3Lf %u", -5, "five", Float(1.5), Int64(1) << 40,
        Int8(65), Float80(2.125), UInt16(7))
      #expect(text.value == "-5 five 1.50 1099511627776 A 2.125 7")
      #expect(count == text.value.utf8.count)
    }
  }

  private static let sqlite = """
    typedef struct sqlite3 sqlite3;
    typedef struct sqlite3_stmt sqlite3_stmt;
    int sqlite3_open(const char *name, sqlite3 **db);
    int sqlite3_close(sqlite3 *db);
    int sqlite3_exec(
      sqlite3 *db, const char *sql, int (*row)(void *, int, char **, char **), void *data,
      char **message);
    int sqlite3_prepare_v2(
      sqlite3 *db, const char *sql, int byte_count, sqlite3_stmt **statement, const char **tail);
    int sqlite3_bind_blob(
      sqlite3_stmt *, int index, const void *blob, int byte_count, void (*destructor)(void *));
    int sqlite3_bind_double(sqlite3_stmt *, int index, double value);
    int sqlite3_step(sqlite3_stmt *);
    int sqlite3_reset(sqlite3_stmt *);
    int sqlite3_finalize(sqlite3_stmt *);
    const char *sqlite3_errmsg(sqlite3 *db);
    void sqlite3_free(void *);
    int sqlite3_create_function(
      sqlite3 *db, const char *name, int count, int encoding, void *data,
      void (*function)(struct context *, int, struct value **),
      void (*step)(struct context *, int, struct value **), void (*final)(struct context *));
    double sqlite3_value_double(struct value *);
    void sqlite3_result_double(struct context *, double);
    """

  @Test(arguments: Architecture.all)
  func `SQLite gives its rows to a closure`(_ architecture: Architecture) throws {
    try withSystemLibrary("libsqlite3.so.0", architecture, Self.sqlite) { sqlite in
      let handle = Out<RemoteAddress>()
      let _: Int = try sqlite.sqlite3_open(":memory:", handle)
      let database = handle.value
      func run(_ sql: String) throws -> [[String?]] {
        var rows: [[String?]] = []
        let message = Out<RemoteAddress>()
        let status: Int = try sqlite.sqlite3_exec(
          database, sql,
          Callback { (_: RemoteAddress?, count: Int32, values: RemoteAddress, _: RemoteAddress) in
            rows.append(try sqlite.memory.readTexts(at: values, count: Int(count)))
            return Int32(0)
          }, nil, message)
        if status != 0 {
          throw BridgeError(
            .failureStatus,
            try sqlite.memory.takeText(message.value, freeingWith: "sqlite3_free"))
        }
        return rows
      }
      _ = try run("CREATE TABLE t (name TEXT, value REAL, data BLOB)")
      let statement = Out<RemoteAddress>()
      let _: Int = try sqlite.sqlite3_prepare_v2(
        database, "INSERT INTO t VALUES ('x', ?, ?)", -1, statement, nil)
      let _: Int = try sqlite.sqlite3_bind_double(statement.value, 1, 1.5)
      // SQLITE_TRANSIENT: SQLite makes a copy.
      let transient = RemoteAddress(rawValue: architecture == .i386 ? 0xFFFF_FFFF : .max)
      let _: Int = try sqlite.sqlite3_bind_blob(
        statement.value, 2, [UInt8(1), 0, 255], 3, transient)
      let done: Int = try sqlite.sqlite3_step(statement.value)
      #expect(done == 101)
      let _: Int = try sqlite.sqlite3_finalize(statement.value)
      #expect(
        try run("SELECT name, value, hex(data), NULL FROM t") == [["x", "1.5", "0100FF", nil]])
      expect(.failureStatus, "no such table") { _ = try run("SELECT * FROM absent") }
      let half = try sqlite.register {
        (context: RemoteAddress, count: Int32, values: RemoteAddress) in
        let value = try sqlite.memory.read(RemoteAddress.self, at: values)
        let number: Double = try sqlite.sqlite3_value_double(value)
        try sqlite.sqlite3_result_double(context, number / 2)
      }
      let _: Int = try sqlite.sqlite3_create_function(
        database, "half", 1, 1, nil, half, nil, nil)
      #expect(try run("SELECT half(value) FROM t") == [["0.75"]])
      let _: Int = try sqlite.sqlite3_close(database)
    }
  }

  @Test(arguments: Architecture.all)
  func `zlib takes its memory from closures`(_ architecture: Architecture) throws {
    try withSystemLibrary(
      "libz.so.1", architecture,
      """
      typedef struct z_stream_s {
        const unsigned char *next_in; unsigned int avail_in; unsigned long total_in;
        unsigned char *next_out; unsigned int avail_out; unsigned long total_out;
        const char *msg; struct internal_state *state;
        void *(*zalloc)(void *opaque, unsigned int items, unsigned int size);
        void (*zfree)(void *opaque, void *address);
        void *opaque; int data_type; unsigned long adler; unsigned long reserved;
      } z_stream;
      int deflateInit_(z_stream *stream, int level, const char *version, int stream_size);
      int deflate(z_stream *stream, int flush);
      int deflateEnd(z_stream *stream);
      const char *zlibVersion(void);
      int uncompress(unsigned char *, unsigned long *, const unsigned char *, unsigned long);
      """
    ) { zlib in
      let counts = InOut<[Int32]>([0, 0])
      let take = try zlib.register(as: "void *(*)(void *, unsigned int, unsigned int)") {
        (_: RemoteAddress?, items: UInt32, size: UInt32) -> RemoteAddress in
        counts.value[0] += 1
        return try zlib.memory.allocate(byteCount: Int(items * size))
      }
      let give = try zlib.register(as: "void (*)(void *, void *)") {
        (_: RemoteAddress?, address: RemoteAddress) -> Void in
        counts.value[1] += 1
        try zlib.memory.free(address)
      }
      let text = [UInt8](repeating: 0x62, count: 5_000)
      let input = try zlib.memory.allocate(copying: text)
      let output = try zlib.memory.allocate(byteCount: 1_000)
      // zlib keeps the stream's address: it must stay where it is between the calls.
      var fields = try zlib.structure("z_stream")
      try fields.set("next_in", input)
      try fields.set("avail_in", text.count)
      try fields.set("next_out", output)
      try fields.set("avail_out", 1_000)
      try fields.set("zalloc", take)
      try fields.set("zfree", give)
      let stream = try zlib.memory.allocate(byteCount: fields.byteCount)
      try zlib.memory.write(fields, to: stream)
      let version: String = try zlib.zlibVersion()
      let started: Int = try zlib.deflateInit_(stream, 9, version, fields.byteCount)
      #expect(started == 0)
      let ended: Int = try zlib.deflate(stream, 4)
      #expect(ended == 1)
      let after = try zlib.memory.read("z_stream", at: stream)
      let count: Int = try after.total_out
      let packed = try zlib.memory.read(output, byteCount: count)
      let _: Int = try zlib.deflateEnd(stream)
      #expect(counts.value[0] > 0 && counts.value[0] == counts.value[1])
      let expanded = Out<[UInt8]>(count: text.count)
      let _: Int = try zlib.uncompress(expanded, InOut(text.count), packed, packed.count)
      #expect(expanded.value == text)
    }
  }

  @Test func `NLopt minimises a closure`() throws {
    try withSystemLibrary(
      "libnlopt.so.0", .i386,
      """
      typedef struct nlopt_opt_s *nlopt_opt;
      typedef double (*nlopt_func)(unsigned n, const double *x, double *gradient, void *data);
      nlopt_opt nlopt_create(int algorithm, unsigned n);
      void nlopt_destroy(nlopt_opt opt);
      int nlopt_set_min_objective(nlopt_opt opt, nlopt_func f, void *data);
      int nlopt_set_xtol_rel(nlopt_opt opt, double tolerance);
      int nlopt_optimize(nlopt_opt opt, double *x, double *minimum);
      """
    ) { nlopt in
      let optimiser: RemoteAddress = try nlopt.nlopt_create(11, 2)
      let objective = try nlopt.register(as: "nlopt_func") {
        (count: UInt32, place: RemoteAddress, gradient: RemoteAddress?, _: RemoteAddress?)
          -> Double in
        let x = try nlopt.memory.read(Double.self, at: place, count: Int(count))
        if let gradient {
          try nlopt.memory.write([2 * (x[0] - 3), 2 * (x[1] + 1)], to: gradient)
        }
        return (x[0] - 3) * (x[0] - 3) + (x[1] + 1) * (x[1] + 1)
      }
      let _: Int = try nlopt.nlopt_set_min_objective(optimiser, objective, nil)
      let _: Int = try nlopt.nlopt_set_xtol_rel(optimiser, 1e-8)
      let (place, minimum) = (InOut([0.0, 0.0]), Out<Double>())
      let status: Int = try nlopt.nlopt_optimize(optimiser, place, minimum)
      #expect(status > 0)
      #expect(abs(place.value[0] - 3) < 1e-6 && abs(place.value[1] + 1) < 1e-6)
      try nlopt.nlopt_destroy(optimiser)
    }
  }
}
