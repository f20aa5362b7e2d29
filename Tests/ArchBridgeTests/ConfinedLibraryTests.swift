import ArchBridge
import Testing

/// Libraries as Debian ships them, strictly confined.
@Suite(.systemLibraries) struct ConfinedLibraryTests {
  private func strict(_ architecture: Architecture) -> LibraryClient.Configuration {
    .init(architecture: architecture, confinement: .strict)
  }

  @Test(arguments: Architecture.all)
  func `zlib gives a checksum`(_ architecture: Architecture) throws {
    let checksum: UInt = try withLibrary("libz.so.1", configuration: strict(architecture)) {
      try $0.declare("unsigned long crc32(unsigned long crc, const char *buf, unsigned int len);")
      return try $0.crc32(0, "hello", 5)
    }
    #expect(checksum == 907_060_870)
  }

  @Test(arguments: Architecture.all)
  func `LAPACK solves equations`(_ architecture: Architecture) throws {
    let (b, pivots, info) = (InOut([3.0, 5.0]), Out<[Int32]>(count: 2), Out<Int32>())
    try withLibrary("liblapack.so.3", configuration: strict(architecture)) {
      try $0.declare(
        """
        void dgesv_(int *n, int *nrhs, double *a, int *lda, int *ipiv, double *b, int *ldb,
                    int *info);
        """)
      try $0.dgesv_(2, 1, [2.0, 1.0, 1.0, 3.0], 2, pivots, b, 2, info)
      #expect($0.refusals == [])
    }
    #expect(info.value == 0 && abs(b.value[0] - 0.8) < 1e-12)
  }

  @Test(arguments: Architecture.all)
  func `SQLite keeps a table in memory, and opens no file`(_ architecture: Architecture) throws {
    try withLibrary("libsqlite3.so.0", configuration: strict(architecture)) { sqlite in
      try sqlite.declare(
        """
        typedef struct sqlite3 sqlite3;
        int sqlite3_open(const char *filename, sqlite3 **ppDb);
        int sqlite3_exec(sqlite3 *db, const char *sql, void *callback, void *data, char **errmsg);
        int sqlite3_total_changes(sqlite3 *db);
        """)
      let database = Out<RemoteAddress>()
      #expect(try sqlite.call("sqlite3_open", ":memory:", database, as: Int.self) == 0)
      let made: Int = try sqlite.sqlite3_exec(
        database.value, "CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)", nil, nil, nil)
      let count: Int = try sqlite.sqlite3_total_changes(database.value)
      #expect((made, count) == (0, 2))
      let file = Out<RemoteAddress>()
      let opened: Int = try sqlite.sqlite3_open("/tmp/archbridge-strict.db", file)
      #expect(opened == 14)  // SQLITE_CANTOPEN
    }
  }

  @Test(arguments: Architecture.all)
  func `what closures do is not confined`(_ architecture: Architecture) throws {
    let numbers = InOut<[Int32]>([3, 1, 2])
    try withLibrary("libc.so.6", configuration: strict(architecture)) { libc in
      try libc.call(
        "qsort", numbers, 3, 4,
        Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
          try libc.memory.read(Int32.self, at: a) - libc.memory.read(Int32.self, at: b)
        }, as: Void.self)
    }
    #expect(numbers.value == [1, 2, 3])
  }
}
