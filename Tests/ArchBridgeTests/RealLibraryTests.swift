import ArchBridge
import Testing

/// Libraries as Debian ships them.
@Suite(.systemLibraries)
struct RealLibraryTests {
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
  func `zlib gives a checksum`(_ architecture: Architecture) throws {
    let checksum: UInt = try withSystemLibrary(
      "libz.so.1", architecture,
      "unsigned long crc32(unsigned long crc, const char *buf, unsigned int len);"
    ) { try $0.crc32(0, "hello", 5) }
    #expect(checksum == 907_060_870)
  }

  @Test(arguments: Architecture.all)
  func `zlib compresses and expands`(_ architecture: Architecture) throws {
    let text = [UInt8](repeating: 0x61, count: 10_000)
    let expanded = Out<[UInt8]>(count: text.count)
    try withSystemLibrary(
      "libz.so.1", architecture,
      """
      int compress(unsigned char *dest, unsigned long *destLen,
                   const unsigned char *source, unsigned long sourceLen);
      int uncompress(unsigned char *dest, unsigned long *destLen,
                     const unsigned char *source, unsigned long sourceLen);
      """
    ) { zlib in
      let (compressed, count) = (Out<[UInt8]>(count: 1000), InOut(1000))
      let _: Int = try zlib.compress(compressed, count, text, text.count)
      let packed = [UInt8](compressed.value.prefix(count.value))
      let _: Int = try zlib.uncompress(expanded, InOut(text.count), packed, packed.count)
    }
    #expect(expanded.value == text)
  }

  @Test(arguments: Architecture.all)
  func `LAPACK solves two equations`(_ architecture: Architecture) throws {
    let (b, pivots, info) = (InOut([3.0, 5.0]), Out<[Int32]>(count: 2), Out<Int32>())
    try withSystemLibrary(
      "liblapack.so.3", architecture,
      """
      void dgesv_(int *n, int *nrhs, double *a, int *lda, int *ipiv, double *b, int *ldb, int *info);
      """
    ) { try $0.dgesv_(2, 1, [2.0, 1.0, 1.0, 3.0], 2, pivots, b, 2, info) }
    #expect(info.value == 0)
    #expect(abs(b.value[0] - 0.8) < 1e-12 && abs(b.value[1] - 1.4) < 1e-12)
  }

  @Test(arguments: Architecture.all)
  func `libm computes a cosine`(_ architecture: Architecture) throws {
    let cosine: Double = try withSystemLibrary(
      "libm.so.6", architecture, "double cos(double x);"
    ) { try $0.cos(1.234) }
    #expect(cosine == 0.33046510807172985)
  }

  @Test(arguments: Architecture.all)
  func `libc formats a text with a variadic function`(_ architecture: Architecture) throws {
    let text = Out<String>(capacity: 64)
    let count: Int = try withSystemLibrary(
      "libc.so.6", architecture,
      "int snprintf(char *str, size_t size, const char *format, ...);"
    ) { try $0.snprintf(text, 64, "%d %s %.2f %lld", -3, "ä", 0.125, Int64.min) }
    #expect(text.value == "-3 ä 0.12 -9223372036854775808" && count == text.value.utf8.count)
  }

  private static let sqlite = """
    typedef struct sqlite3 sqlite3;
    typedef struct sqlite3_stmt sqlite3_stmt;
    typedef long long int sqlite3_int64;
    int sqlite3_open(const char *filename, sqlite3 **ppDb);
    int sqlite3_exec(sqlite3 *db, const char *sql,
                     int (*callback)(void *, int, char **, char **), void *data, char **errmsg);
    int sqlite3_prepare_v2(sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt,
                           const char **pzTail);
    int sqlite3_step(sqlite3_stmt *statement);
    const unsigned char *sqlite3_column_text(sqlite3_stmt *statement, int iCol);
    sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *statement, int iCol);
    double sqlite3_column_double(sqlite3_stmt *statement, int iCol);
    int sqlite3_finalize(sqlite3_stmt *statement);
    const char *sqlite3_errmsg(sqlite3 *db);
    int sqlite3_close(sqlite3 *db);
    enum { SQLITE_OK = 0, SQLITE_ERROR = 1, SQLITE_ROW = 100 };
    """

  private func withDatabase<Value>(
    _ architecture: Architecture, _ body: (LibraryClient, _ database: RemoteAddress) throws -> Value
  ) throws -> Value {
    try withSystemLibrary("libsqlite3.so.0", architecture, Self.sqlite) { sqlite in
      let database = Out<RemoteAddress>()
      let opened: Int = try sqlite.sqlite3_open(":memory:", database)
      #expect(opened == 0)
      let value = try body(sqlite, database.value)
      let closed: Int = try sqlite.sqlite3_close(database.value)
      #expect(closed == 0)
      return value
    }
  }

  @Test(arguments: Architecture.all)
  func `SQLite keeps and finds a row`(_ architecture: Architecture) throws {
    try withDatabase(architecture) { sqlite, database in
      let made: Int = try sqlite.sqlite3_exec(
        database,
        "CREATE TABLE t (a TEXT, b INTEGER, c REAL); "
          + "INSERT INTO t VALUES ('Größe', 9007199254740993, 2.5)", nil, nil, nil)
      let statement = Out<RemoteAddress>()
      let prepared: Int = try sqlite.sqlite3_prepare_v2(
        database, "SELECT a, b, c FROM t", -1, statement, nil)
      let stepped: Int64 = try sqlite.sqlite3_step(statement.value)
      let text: String = try sqlite.sqlite3_column_text(statement.value, 0)
      let number: Int64 = try sqlite.sqlite3_column_int64(statement.value, 1)
      let real: Double = try sqlite.sqlite3_column_double(statement.value, 2)
      let ended: Int = try sqlite.sqlite3_finalize(statement.value)
      let row = try sqlite.constant("SQLITE_ROW")
      #expect([made, prepared, ended] == [0, 0, 0] && stepped == Int64(row))
      #expect(text == "Größe")
      #expect((number, real) == (9_007_199_254_740_993, 2.5))
    }
  }

  @Test(arguments: Architecture.all)
  func `SQLite tells an error`(_ architecture: Architecture) throws {
    try withDatabase(architecture) { sqlite, database in
      let message = Out<RemoteAddress>()
      let status: Int = try sqlite.sqlite3_exec(database, "SELEC", nil, nil, message)
      let text = try sqlite.memory.readText(message.value)
      let last: String = try sqlite.sqlite3_errmsg(database)
      #expect(status == 1 && text == last)
      #expect(text == "near \"SELEC\": syntax error")
    }
  }
}
