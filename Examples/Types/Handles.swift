import ArchBridge

/// A `sqlite3 *`.
struct Database: LibraryHandle {
  let address: RemoteAddress
}

/// A `sqlite3_stmt *`.
struct Statement: LibraryHandle {
  let address: RemoteAddress
}

/// A client whose two kinds of handle Swift keeps apart.
final class SQLite: LibraryClient, @unchecked Sendable {
  init() throws(BridgeError) {
    try super.init("libsqlite3.so.0")
    let out = #"__attribute__((annotate("archbridge:out")))"#
    let checked = #"__attribute__((annotate("archbridge:status=zero")))"#
    let explained = #"\#(checked) __attribute__((annotate("archbridge:message=sqlite3_errmsg")))"#
    try declare(
      """
      typedef struct sqlite3 sqlite3;
      typedef struct sqlite3_stmt sqlite3_stmt;
      const char *sqlite3_errmsg(sqlite3 *database);
      \(checked) int sqlite3_open(const char *name, sqlite3 **database \(out));
      \(checked) int sqlite3_close(sqlite3 *database);
      \(explained) int sqlite3_prepare_v2(sqlite3 *database, const char *sql, int byte_count,
                                          sqlite3_stmt **statement \(out), const char **rest);
      int sqlite3_step(sqlite3_stmt *statement);
      const char *sqlite3_column_text(sqlite3_stmt *statement, int column);
      int sqlite3_finalize(sqlite3_stmt *statement);
      sqlite3_stmt *sqlite3_next_stmt(sqlite3 *database, sqlite3_stmt *statement);
      """)
  }

  func open(_ name: String) throws(BridgeError) -> Database { try library.sqlite3_open(name) }

  func prepare(_ sql: String, in database: Database) throws(BridgeError) -> Statement {
    try library.sqlite3_prepare_v2(database, sql, -1, nil)
  }

  /// The first column of the next row.
  func nextText(of statement: Statement) throws(BridgeError) -> String {
    let _: Int = try library.sqlite3_step(statement)
    return try library.sqlite3_column_text(statement, 0)
  }
}

/// Opaque pointers with Swift types of their own.
func handles() throws {
  try withSession(SQLite()) { sqlite in
    let database = try sqlite.open(":memory:")
    let statement = try sqlite.prepare("SELECT 'from a ' || 'statement'", in: database)
    print("handles:", try sqlite.nextText(of: statement))

    let next: Statement? = try sqlite.sqlite3_next_stmt(database, nil)
    print("handles:", next == statement)

    let _: Int = try sqlite.sqlite3_finalize(statement)
    let none: Statement? = try sqlite.sqlite3_next_stmt(database, nil)
    print("handles:", none == nil)

    do {
      _ = try sqlite.prepare("SELECT nonsense", in: database)
    } catch let error as BridgeError where error.code == .failureStatus {
      print("handles:", error)
    }
    try sqlite.sqlite3_close(database)
  }
}
