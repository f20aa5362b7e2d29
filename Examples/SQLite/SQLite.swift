// Made from sqlite3.h; this writes it again:
//
//     archbridge generate sqlite3.h --library libsqlite3.so.0 --name SQLite --apinotes SQLite.apinotes --allow-missing
//
// Left out:
// - sqlite3_vmprintf: its parameter 2 is a 'va_list'
// - sqlite3_vsnprintf: its parameter 4 is a 'va_list'
// - sqlite3_win32_set_directory, sqlite3_win32_set_directory8, sqlite3_win32_set_directory16,
//   sqlite3_mutex_held, sqlite3_mutex_notheld, sqlite3_stmt_scanstatus,
//   sqlite3_stmt_scanstatus_reset, sqlite3_snapshot_get, sqlite3_snapshot_open,
//   sqlite3_snapshot_free, sqlite3_snapshot_cmp, sqlite3_snapshot_recover: the library does not
//   export it
// - sqlite3_str_vappendf: its parameter 3 is a 'va_list'

public import ArchBridge

/// The library `libsqlite3.so.0`, whose functions are methods.
///
/// A name that is not a method is reached through `library`, which has every function of the
/// library's. An integer that does not fit the type that it has in C is refused, and `Int` stands
/// for C's `long`, whose width is the architecture's. A closure is called during the call that it
/// is given to, and not after.
public final class SQLite: LibraryClient, @unchecked Sendable {
  /// Starts a helper, and loads the library into it.
  public override init(
    _ library: String = "libsqlite3.so.0", configuration: Configuration = Configuration()
  ) throws(BridgeError) {
    try super.init(library, configuration: configuration)
    try declare(Self.declarations)
  }

  /// Calls the library's `sqlite3_libversion`.
  ///
  /// In C: `const char *sqlite3_libversion(void)`
  public func sqlite3_libversion() throws(BridgeError) -> String? {
    try library.sqlite3_libversion()
  }

  /// Calls the library's `sqlite3_sourceid`.
  ///
  /// In C: `const char *sqlite3_sourceid(void)`
  public func sqlite3_sourceid() throws(BridgeError) -> String? {
    try library.sqlite3_sourceid()
  }

  /// Calls the library's `sqlite3_libversion_number`.
  ///
  /// In C: `int sqlite3_libversion_number(void)`
  public func sqlite3_libversion_number() throws(BridgeError) -> Int32 {
    try library.sqlite3_libversion_number()
  }

  /// Calls the library's `sqlite3_compileoption_used`.
  ///
  /// In C: `int sqlite3_compileoption_used(const char *zOptName)`
  public func sqlite3_compileoption_used(_ zOptName: String?) throws(BridgeError) -> Int32 {
    try library.sqlite3_compileoption_used(zOptName)
  }

  /// Calls the library's `sqlite3_compileoption_get`.
  ///
  /// In C: `const char *sqlite3_compileoption_get(int N)`
  public func sqlite3_compileoption_get(_ N: Int32) throws(BridgeError) -> String? {
    try library.sqlite3_compileoption_get(N)
  }

  /// Test To See If The Library Is Threadsafe.
  ///
  /// The sqlite3_threadsafe() function returns zero if and only if SQLite was compiled with
  /// mutexing code omitted due to the [SQLITE_THREADSAFE] compile-time option being set to 0.
  ///
  /// SQLite can be compiled with or without mutexes. When the [SQLITE_THREADSAFE] C preprocessor
  /// macro is 1 or 2, mutexes are enabled and SQLite is threadsafe. When the [SQLITE_THREADSAFE]
  /// macro is 0, the mutexes are omitted. Without the mutexes, it is not safe to use SQLite
  /// concurrently from more than one thread.
  ///
  /// Enabling mutexes incurs a measurable performance penalty. So if speed is of utmost importance,
  /// it makes sense to disable the mutexes. But for maximum safety, mutexes should be enabled. The
  /// default behavior is for mutexes to be enabled.
  ///
  /// This interface can be used by an application to make sure that the version of SQLite that it
  /// is linking against was compiled with the desired setting of the [SQLITE_THREADSAFE] macro.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_threadsafe(void)`
  public func sqlite3_threadsafe() throws(BridgeError) -> Int32 {
    try library.sqlite3_threadsafe()
  }

  /// Closing A Database Connection.
  ///
  /// The sqlite3_close() and sqlite3_close_v2() routines are destructors for the [sqlite3] object.
  /// Calls to sqlite3_close() and sqlite3_close_v2() return [SQLITE_OK] if the [sqlite3] object is
  /// successfully destroyed and all associated resources are deallocated.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_close(sqlite3 *)`
  public func sqlite3_close(_ argument1: Sqlite3?) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_close(argument1)
  }

  /// Calls the library's `sqlite3_close_v2`.
  ///
  /// In C: `int sqlite3_close_v2(sqlite3 *)`
  public func sqlite3_close_v2(_ argument1: Sqlite3?) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_close_v2(argument1)
  }

  /// One-Step Query Execution Interface.
  ///
  /// The sqlite3_exec() interface is a convenience wrapper around [sqlite3_prepare_v2()],
  /// [sqlite3_step()], and [sqlite3_finalize()], that allows an application to run multiple
  /// statements of SQL without having to use a lot of C code.
  ///
  /// The sqlite3_exec() interface runs zero or more UTF-8 encoded, semicolon-separate SQL
  /// statements passed into its 2nd argument, in the context of the [database connection] passed in
  /// as its 1st argument. If the callback function of the 3rd argument to sqlite3_exec() is not
  /// NULL, then it is invoked for each result row coming out of the evaluated SQL statements. The
  /// 4th argument to sqlite3_exec() is relayed through to the 1st argument of each callback
  /// invocation. If the callback pointer to sqlite3_exec() is NULL, then no callback is ever
  /// invoked and result rows are ignored.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_exec(sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char
  /// **), void *, char **errmsg)`
  public func sqlite3_exec(
    _ argument1: Sqlite3?, _ sql: String?,
    _ callback: ((Int32, RemoteAddress?, RemoteAddress?) throws -> Int32)? = nil,
    _ errmsg: (any LibraryArgument)? = nil
  ) throws(BridgeError) {
    let callbackCallback = callback.map { callback in
      Callback {
        (_: RemoteAddress?, value2: Int32, value3: RemoteAddress?, value4: RemoteAddress?) in
        try callback(value2, value3, value4)
      }
    }
    let _: Int32 = try library.sqlite3_exec(argument1, sql, callbackCallback, nil, errmsg)
  }

  /// Initialize The SQLite Library.
  ///
  /// The sqlite3_initialize() routine initializes the SQLite library. The sqlite3_shutdown()
  /// routine deallocates any resources that were allocated by sqlite3_initialize(). These routines
  /// are designed to aid in process initialization and shutdown on embedded systems. Workstation
  /// applications using SQLite normally do not need to invoke either of these routines.
  ///
  /// A call to sqlite3_initialize() is an "effective" call if it is the first time
  /// sqlite3_initialize() is invoked during the lifetime of the process, or if it is the first time
  /// sqlite3_initialize() is invoked following a call to sqlite3_shutdown(). (Only an effective
  /// call of sqlite3_initialize() does any initialization. All other calls are harmless no-ops.)
  ///
  /// A call to sqlite3_shutdown() is an "effective" call if it is the first call to
  /// sqlite3_shutdown() since the last sqlite3_initialize(). (Only an effective call to
  /// sqlite3_shutdown() does any deinitialization. All other valid calls to sqlite3_shutdown() are
  /// harmless no-ops.)
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_initialize(void)`
  public func sqlite3_initialize() throws(BridgeError) -> Int32 {
    try library.sqlite3_initialize()
  }

  /// Calls the library's `sqlite3_shutdown`.
  ///
  /// In C: `int sqlite3_shutdown(void)`
  public func sqlite3_shutdown() throws(BridgeError) -> Int32 {
    try library.sqlite3_shutdown()
  }

  /// Calls the library's `sqlite3_os_init`.
  ///
  /// In C: `int sqlite3_os_init(void)`
  public func sqlite3_os_init() throws(BridgeError) -> Int32 {
    try library.sqlite3_os_init()
  }

  /// Calls the library's `sqlite3_os_end`.
  ///
  /// In C: `int sqlite3_os_end(void)`
  public func sqlite3_os_end() throws(BridgeError) -> Int32 {
    try library.sqlite3_os_end()
  }

  /// Configuring The SQLite Library.
  ///
  /// The sqlite3_config() interface is used to make global configuration changes to SQLite in order
  /// to tune SQLite to the specific needs of the application. The default configuration is
  /// recommended for most applications and so this routine is usually not necessary. It is provided
  /// to support rare applications with unusual needs.
  ///
  /// The sqlite3_config() interface is not threadsafe. The application must ensure that no other
  /// SQLite interfaces are invoked by other threads while sqlite3_config() is running.
  ///
  /// The sqlite3_config() interface may only be invoked prior to library initialization using
  /// [sqlite3_initialize()] or after shutdown by [sqlite3_shutdown()]. If sqlite3_config() is
  /// called after [sqlite3_initialize()] and before [sqlite3_shutdown()] then it will return
  /// SQLITE_MISUSE. Note, however, that sqlite3_config() can be called as part of the
  /// implementation of an application-defined [sqlite3_os_init()].
  ///
  /// The first argument to sqlite3_config() is an integer [configuration option] that determines
  /// what property of SQLite is to be configured. Subsequent arguments vary depending on the
  /// [configuration option] in the first argument.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_config(int, ...)`
  public func sqlite3_config(
    _ argument1: Int32, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Int32 {
    let fixed: [(any LibraryArgument)?] = [argument1]
    return try library.sqlite3_config.call(fixed + arguments)
  }

  /// Configure database connections.
  ///
  /// The sqlite3_db_config() interface is used to make configuration changes to a [database
  /// connection]. The interface is similar to [sqlite3_config()] except that the changes apply to a
  /// single [database connection] (specified in the first argument).
  ///
  /// The second argument to sqlite3_db_config(D,V,...) is the [SQLITE_DBCONFIG_LOOKASIDE |
  /// configuration verb] - an integer code that indicates what aspect of the [database connection]
  /// is being configured. Subsequent arguments vary depending on the configuration verb.
  ///
  /// Calls to sqlite3_db_config() return SQLITE_OK if and only if the call is considered
  /// successful.
  ///
  /// In C: `int sqlite3_db_config(sqlite3 *, int op, ...)`
  public func sqlite3_db_config(
    _ argument1: Sqlite3?, _ op: Int32, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Int32 {
    let fixed: [(any LibraryArgument)?] = [argument1, op]
    return try library.sqlite3_db_config.call(fixed + arguments)
  }

  /// Enable Or Disable Extended Result Codes.
  ///
  /// The sqlite3_extended_result_codes() routine enables or disables the [extended result codes]
  /// feature of SQLite. The extended result codes are disabled by default for historical
  /// compatibility.
  ///
  /// In C: `int sqlite3_extended_result_codes(sqlite3 *, int onoff)`
  public func sqlite3_extended_result_codes(
    _ argument1: Sqlite3?, _ onoff: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_extended_result_codes(argument1, onoff)
  }

  /// Last Insert Rowid.
  ///
  /// Each entry in most SQLite tables (except for [WITHOUT ROWID] tables) has a unique 64-bit
  /// signed integer key called the [ROWID | "rowid"]. The rowid is always available as an
  /// undeclared column named ROWID, OID, or _ROWID_ as long as those names are not also used by
  /// explicitly declared columns. If the table has a column of type [INTEGER PRIMARY KEY] then that
  /// column is another alias for the rowid.
  ///
  /// The sqlite3_last_insert_rowid(D) interface usually returns the [rowid] of the most recent
  /// successful [INSERT] into a rowid table or [virtual table] on database connection D. Inserts
  /// into [WITHOUT ROWID] tables are not recorded. If no successful [INSERT]s into rowid tables
  /// have ever occurred on the database connection D, then sqlite3_last_insert_rowid(D) returns
  /// zero.
  ///
  /// As well as being set automatically as rows are inserted into database tables, the value
  /// returned by this function may be set explicitly by [sqlite3_set_last_insert_rowid()]
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *)`
  public func sqlite3_last_insert_rowid(_ argument1: Sqlite3?) throws(BridgeError) -> Int64 {
    try library.sqlite3_last_insert_rowid(argument1)
  }

  /// Set the Last Insert Rowid value.
  ///
  /// The sqlite3_set_last_insert_rowid(D, R) method allows the application to set the value
  /// returned by calling sqlite3_last_insert_rowid(D) to R without inserting a row into the
  /// database.
  ///
  /// In C: `void sqlite3_set_last_insert_rowid(sqlite3 *, sqlite3_int64)`
  public func sqlite3_set_last_insert_rowid(
    _ argument1: Sqlite3?, _ argument2: Int64
  ) throws(BridgeError) {
    try library.sqlite3_set_last_insert_rowid(argument1, argument2)
  }

  /// Count The Number Of Rows Modified.
  ///
  /// These functions return the number of rows modified, inserted or deleted by the most recently
  /// completed INSERT, UPDATE or DELETE statement on the database connection specified by the only
  /// parameter. The two functions are identical except for the type of the return value and that if
  /// the number of rows modified by the most recent INSERT, UPDATE or DELETE is greater than the
  /// maximum value supported by type "int", then the return value of sqlite3_changes() is
  /// undefined. Executing any other type of SQL statement does not modify the value returned by
  /// these functions.
  ///
  /// Only changes made directly by the INSERT, UPDATE or DELETE statement are considered -
  /// auxiliary changes caused by [CREATE TRIGGER | triggers], [foreign key actions] or [REPLACE]
  /// constraint resolution are not counted.
  ///
  /// Changes to a view that are intercepted by [INSTEAD OF trigger | INSTEAD OF triggers] are not
  /// counted. The value returned by sqlite3_changes() immediately after an INSERT, UPDATE or DELETE
  /// statement run on a view is always zero. Only changes made to real tables are counted.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_changes(sqlite3 *)`
  public func sqlite3_changes(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_changes(argument1)
  }

  /// Calls the library's `sqlite3_changes64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_changes64(sqlite3 *)`
  public func sqlite3_changes64(_ argument1: Sqlite3?) throws(BridgeError) -> Int64 {
    try library.sqlite3_changes64(argument1)
  }

  /// Total Number Of Rows Modified.
  ///
  /// These functions return the total number of rows inserted, modified or deleted by all [INSERT],
  /// [UPDATE] or [DELETE] statements completed since the database connection was opened, including
  /// those executed as part of trigger programs. The two functions are identical except for the
  /// type of the return value and that if the number of rows modified by the connection exceeds the
  /// maximum value supported by type "int", then the return value of sqlite3_total_changes() is
  /// undefined. Executing any other type of SQL statement does not affect the value returned by
  /// sqlite3_total_changes().
  ///
  /// Changes made as part of [foreign key actions] are included in the count, but those made as
  /// part of REPLACE constraint resolution are not. Changes to a view that are intercepted by
  /// INSTEAD OF triggers are not counted.
  ///
  /// The [sqlite3_total_changes(D)] interface only reports the number of rows that changed due to
  /// SQL statement run against database connection D. Any changes by other database connections are
  /// ignored. To detect changes against a database file from other database connections use the
  /// [PRAGMA data_version] command or the [SQLITE_FCNTL_DATA_VERSION] [file control].
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_total_changes(sqlite3 *)`
  public func sqlite3_total_changes(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_total_changes(argument1)
  }

  /// Calls the library's `sqlite3_total_changes64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_total_changes64(sqlite3 *)`
  public func sqlite3_total_changes64(_ argument1: Sqlite3?) throws(BridgeError) -> Int64 {
    try library.sqlite3_total_changes64(argument1)
  }

  /// Interrupt A Long-Running Query.
  ///
  /// This function causes any pending database operation to abort and return at its earliest
  /// opportunity. This routine is typically called in response to a user action such as pressing
  /// "Cancel" or Ctrl-C where the user wants a long query operation to halt immediately.
  ///
  /// It is safe to call this routine from a thread different from the thread that is currently
  /// running the database operation. But it is not safe to call this routine with a [database
  /// connection] that is closed or might close before sqlite3_interrupt() returns.
  ///
  /// If an SQL operation is very nearly finished at the time when sqlite3_interrupt() is called,
  /// then it might not have an opportunity to be interrupted and might continue to completion.
  ///
  /// An SQL operation that is interrupted will return [SQLITE_INTERRUPT]. If the interrupted SQL
  /// operation is an INSERT, UPDATE, or DELETE that is inside an explicit transaction, then the
  /// entire transaction will be rolled back automatically.
  ///
  /// The header says more.
  ///
  /// In C: `void sqlite3_interrupt(sqlite3 *)`
  public func sqlite3_interrupt(_ argument1: Sqlite3?) throws(BridgeError) {
    try library.sqlite3_interrupt(argument1)
  }

  /// Determine If An SQL Statement Is Complete.
  ///
  /// These routines are useful during command-line input to determine if the currently entered text
  /// seems to form a complete SQL statement or if additional input is needed before sending the
  /// text into SQLite for parsing. These routines return 1 if the input string appears to be a
  /// complete SQL statement. A statement is judged to be complete if it ends with a semicolon token
  /// and is not a prefix of a well-formed CREATE TRIGGER statement. Semicolons that are embedded
  /// within string literals or quoted identifier names or comments are not independent tokens (they
  /// are part of the token in which they are embedded) and thus do not count as a statement
  /// terminator. Whitespace and comments that follow the final semicolon are ignored.
  ///
  /// These routines return 0 if the statement is incomplete. If a memory allocation fails, then
  /// SQLITE_NOMEM is returned.
  ///
  /// These routines do not parse the SQL statements thus will not detect syntactically incorrect
  /// SQL.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_complete(const char *sql)`
  public func sqlite3_complete(_ sql: String?) throws(BridgeError) -> Int32 {
    try library.sqlite3_complete(sql)
  }

  /// Calls the library's `sqlite3_complete16`.
  ///
  /// In C: `int sqlite3_complete16(const void *sql)`
  public func sqlite3_complete16(_ sql: (any LibraryArgument)?) throws(BridgeError) -> Int32 {
    try library.sqlite3_complete16(sql)
  }

  /// Register A Callback To Handle SQLITE_BUSY Errors.
  ///
  /// The sqlite3_busy_handler(D,X,P) routine sets a callback function X that might be invoked with
  /// argument P whenever an attempt is made to access a database table associated with [database
  /// connection] D when another thread or process has the table locked. The sqlite3_busy_handler()
  /// interface is used to implement [sqlite3_busy_timeout()] and [PRAGMA busy_timeout].
  ///
  /// If the busy callback is NULL, then [SQLITE_BUSY] is returned immediately upon encountering the
  /// lock. If the busy callback is not NULL, then the callback might be invoked with two arguments.
  ///
  /// The first argument to the busy handler is a copy of the void* pointer which is the third
  /// argument to sqlite3_busy_handler(). The second argument to the busy handler callback is the
  /// number of times that the busy handler has been invoked previously for the same locking event.
  /// If the busy callback returns 0, then no additional attempts are made to access the database
  /// and [SQLITE_BUSY] is returned to the application. If the callback returns non-zero, then
  /// another attempt is made to access the database and the cycle repeats.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_busy_handler(sqlite3 *, int (*)(void *, int), void *)`
  public func sqlite3_busy_handler(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_busy_handler(argument1, argument2, argument3)
  }

  /// Set A Busy Timeout.
  ///
  /// This routine sets a [sqlite3_busy_handler | busy handler] that sleeps for a specified amount
  /// of time when a table is locked. The handler will sleep multiple times until at least "ms"
  /// milliseconds of sleeping have accumulated. After at least "ms" milliseconds of sleeping, the
  /// handler returns 0 which causes [sqlite3_step()] to return [SQLITE_BUSY].
  ///
  /// Calling this routine with an argument less than or equal to zero turns off all busy handlers.
  ///
  /// (There can only be a single busy handler for a particular [database connection] at any given
  /// moment. If another busy handler was defined (using [sqlite3_busy_handler()]) prior to calling
  /// this routine, that other busy handler is cleared.)
  ///
  /// See also: [PRAGMA busy_timeout]
  ///
  /// In C: `int sqlite3_busy_timeout(sqlite3 *, int ms)`
  public func sqlite3_busy_timeout(
    _ argument1: Sqlite3?, _ ms: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_busy_timeout(argument1, ms)
  }

  /// Convenience Routines For Running Queries.
  ///
  /// This is a legacy interface that is preserved for backwards compatibility. Use of this
  /// interface is not recommended.
  ///
  /// Definition: A result table is memory data structure created by the [sqlite3_get_table()]
  /// interface. A result table records the complete query results from one or more queries.
  ///
  /// The table conceptually has a number of rows and columns. But these numbers are not part of the
  /// result table itself. These numbers are obtained separately. Let N be the number of rows and M
  /// be the number of columns.
  ///
  /// A result table is an array of pointers to zero-terminated UTF-8 strings. There are (N+1)*M
  /// elements in the array. The first M pointers point to zero-terminated strings that contain the
  /// names of the columns. The remaining entries all point to query results. NULL values result in
  /// NULL pointers. All other values are in their UTF-8 zero-terminated string representation as
  /// returned by [sqlite3_column_text()].
  ///
  /// A result table might consist of one or more memory allocations. It is not safe to pass a
  /// result table directly to [sqlite3_free()]. A result table should be deallocated using
  /// [sqlite3_free_table()].
  ///
  /// (As an example of the result table format, suppose a query result is as follows:
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_get_table(sqlite3 *db, const char *zSql, char ***pazResult, int *pnRow, int
  /// *pnColumn, char **pzErrmsg)`
  public func sqlite3_get_table(
    _ db: Sqlite3?, _ zSql: String?, _ pazResult: (any LibraryArgument)?,
    _ pnRow: (any LibraryArgument)?, _ pnColumn: (any LibraryArgument)?,
    _ pzErrmsg: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_get_table(db, zSql, pazResult, pnRow, pnColumn, pzErrmsg)
  }

  /// Calls the library's `sqlite3_free_table`.
  ///
  /// In C: `void sqlite3_free_table(char **result)`
  public func sqlite3_free_table(_ result: (any LibraryArgument)?) throws(BridgeError) {
    try library.sqlite3_free_table(result)
  }

  /// Formatted String Printing Functions.
  ///
  /// These routines are work-alikes of the "printf()" family of functions from the standard C
  /// library. These routines understand most of the common formatting options from the standard
  /// library printf() plus some additional non-standard formats ([%q], [%Q], [%w], and [%z]). See
  /// the [built-in printf()] documentation for details.
  ///
  /// The sqlite3_mprintf() and sqlite3_vmprintf() routines write their results into memory obtained
  /// from [sqlite3_malloc64()]. The strings returned by these two routines should be released by
  /// [sqlite3_free()]. Both routines return a NULL pointer if [sqlite3_malloc64()] is unable to
  /// allocate enough memory to hold the resulting string.
  ///
  /// The header says more.
  ///
  /// In C: `char *sqlite3_mprintf(const char *, ...)`
  public func sqlite3_mprintf(
    _ argument1: String?, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> RemoteAddress? {
    let fixed: [(any LibraryArgument)?] = [argument1]
    return try library.sqlite3_mprintf.call(fixed + arguments)
  }

  /// Calls the library's `sqlite3_snprintf`.
  ///
  /// In C: `char *sqlite3_snprintf(int, char *, const char *, ...)`
  public func sqlite3_snprintf(
    _ argument1: Int32, _ argument2: (any LibraryArgument)?, _ argument3: String?,
    _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> RemoteAddress? {
    let fixed: [(any LibraryArgument)?] = [argument1, argument2, argument3]
    return try library.sqlite3_snprintf.call(fixed + arguments)
  }

  /// Memory Allocation Subsystem.
  ///
  /// The SQLite core uses these three routines for all of its own internal memory allocation needs.
  /// "Core" in the previous sentence does not include operating-system specific [VFS]
  /// implementation. The Windows VFS uses native malloc() and free() for some operations.
  ///
  /// The sqlite3_malloc() routine returns a pointer to a block of memory at least N bytes in
  /// length, where N is the parameter. If sqlite3_malloc() is unable to obtain sufficient free
  /// memory, it returns a NULL pointer. If the parameter N to sqlite3_malloc() is zero or negative
  /// then sqlite3_malloc() returns a NULL pointer.
  ///
  /// The sqlite3_malloc64(N) routine works just like sqlite3_malloc(N) except that N is an unsigned
  /// 64-bit integer instead of a signed 32-bit integer.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_malloc(int)`
  public func sqlite3_malloc(_ argument1: Int32) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_malloc(argument1)
  }

  /// Calls the library's `sqlite3_malloc64`.
  ///
  /// In C: `void *sqlite3_malloc64(sqlite3_uint64)`
  public func sqlite3_malloc64(_ argument1: UInt64) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_malloc64(argument1)
  }

  /// Calls the library's `sqlite3_realloc`.
  ///
  /// In C: `void *sqlite3_realloc(void *, int)`
  public func sqlite3_realloc(
    _ argument1: (any LibraryArgument)?, _ argument2: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_realloc(argument1, argument2)
  }

  /// Calls the library's `sqlite3_realloc64`.
  ///
  /// In C: `void *sqlite3_realloc64(void *, sqlite3_uint64)`
  public func sqlite3_realloc64(
    _ argument1: (any LibraryArgument)?, _ argument2: UInt64
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_realloc64(argument1, argument2)
  }

  /// Calls the library's `sqlite3_free`.
  ///
  /// In C: `void sqlite3_free(void *)`
  public func sqlite3_free(_ argument1: (any LibraryArgument)?) throws(BridgeError) {
    try library.sqlite3_free(argument1)
  }

  /// Calls the library's `sqlite3_msize`.
  ///
  /// In C: `sqlite3_uint64 sqlite3_msize(void *)`
  public func sqlite3_msize(_ argument1: (any LibraryArgument)?) throws(BridgeError) -> UInt64 {
    try library.sqlite3_msize(argument1)
  }

  /// Memory Allocator Statistics.
  ///
  /// SQLite provides these two interfaces for reporting on the status of the [sqlite3_malloc()],
  /// [sqlite3_free()], and [sqlite3_realloc()] routines, which form the built-in memory allocation
  /// subsystem.
  ///
  /// The [sqlite3_memory_used()] routine returns the number of bytes of memory currently
  /// outstanding (malloced but not freed). The [sqlite3_memory_highwater()] routine returns the
  /// maximum value of [sqlite3_memory_used()] since the high-water mark was last reset. The values
  /// returned by [sqlite3_memory_used()] and [sqlite3_memory_highwater()] include any overhead
  /// added by SQLite in its implementation of [sqlite3_malloc()], but not overhead added by the any
  /// underlying system library routines that [sqlite3_malloc()] may call.
  ///
  /// The memory high-water mark is reset to the current value of [sqlite3_memory_used()] if and
  /// only if the parameter to [sqlite3_memory_highwater()] is true. The value returned by
  /// [sqlite3_memory_highwater(1)] is the high-water mark prior to the reset.
  ///
  /// In C: `sqlite3_int64 sqlite3_memory_used(void)`
  public func sqlite3_memory_used() throws(BridgeError) -> Int64 {
    try library.sqlite3_memory_used()
  }

  /// Calls the library's `sqlite3_memory_highwater`.
  ///
  /// In C: `sqlite3_int64 sqlite3_memory_highwater(int resetFlag)`
  public func sqlite3_memory_highwater(_ resetFlag: Int32) throws(BridgeError) -> Int64 {
    try library.sqlite3_memory_highwater(resetFlag)
  }

  /// Pseudo-Random Number Generator.
  ///
  /// SQLite contains a high-quality pseudo-random number generator (PRNG) used to select random
  /// [ROWID | ROWIDs] when inserting new records into a table that already uses the largest
  /// possible [ROWID]. The PRNG is also used for the built-in random() and randomblob() SQL
  /// functions. This interface allows applications to access the same PRNG for other purposes.
  ///
  /// A call to this routine stores N bytes of randomness into buffer P. The P parameter can be a
  /// NULL pointer.
  ///
  /// If this routine has not been previously called or if the previous call had N less than one or
  /// a NULL pointer for P, then the PRNG is seeded using randomness obtained from the xRandomness
  /// method of the default [sqlite3_vfs] object. If the previous call to this routine had an N of 1
  /// or more and a non-NULL P then the pseudo-randomness is generated internally and without
  /// recourse to the [sqlite3_vfs] xRandomness method.
  ///
  /// In C: `void sqlite3_randomness(int N, void *P)`
  public func sqlite3_randomness(_ N: Int32, _ P: (any LibraryArgument)?) throws(BridgeError) {
    try library.sqlite3_randomness(N, P)
  }

  /// Compile-Time Authorization Callbacks.
  ///
  /// This routine registers an authorizer callback with a particular [database connection],
  /// supplied in the first argument. The authorizer callback is invoked as SQL statements are being
  /// compiled by [sqlite3_prepare()] or its variants [sqlite3_prepare_v2()],
  /// [sqlite3_prepare_v3()], [sqlite3_prepare16()], [sqlite3_prepare16_v2()], and
  /// [sqlite3_prepare16_v3()]. At various points during the compilation process, as logic is being
  /// created to perform various actions, the authorizer callback is invoked to see if those actions
  /// are allowed. The authorizer callback should return [SQLITE_OK] to allow the action,
  /// [SQLITE_IGNORE] to disallow the specific action but allow the SQL statement to continue to be
  /// compiled, or [SQLITE_DENY] to cause the entire SQL statement to be rejected with an error. If
  /// the authorizer callback returns any value other than [SQLITE_IGNORE], [SQLITE_OK], or
  /// [SQLITE_DENY] then the [sqlite3_prepare_v2()] or equivalent call that triggered the authorizer
  /// will fail with an error message.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_set_authorizer(sqlite3 *, int (*xAuth)(void *, int, const char *, const
  /// char *, const char *, const char *), void *pUserData)`
  public func sqlite3_set_authorizer(
    _ argument1: Sqlite3?, _ xAuth: (any LibraryArgument)?, _ pUserData: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_set_authorizer(argument1, xAuth, pUserData)
  }

  /// Tracing And Profiling Functions.
  ///
  /// These routines are deprecated. Use the [sqlite3_trace_v2()] interface instead of the routines
  /// described here.
  ///
  /// These routines register callback functions that can be used for tracing and profiling the
  /// execution of SQL statements.
  ///
  /// The callback function registered by sqlite3_trace() is invoked at various times when an SQL
  /// statement is being run by [sqlite3_step()]. The sqlite3_trace() callback is invoked with a
  /// UTF-8 rendering of the SQL statement text as the statement first begins executing. (Additional
  /// sqlite3_trace() callbacks might occur as each triggered subprogram is entered. The callbacks
  /// for triggers contain a UTF-8 SQL comment that identifies the trigger.)
  ///
  /// The [SQLITE_TRACE_SIZE_LIMIT] compile-time option can be used to limit the length of [bound
  /// parameter] expansion in the output of sqlite3_trace().
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_trace(sqlite3 *, void (*xTrace)(void *, const char *), void *)`
  public func sqlite3_trace(
    _ argument1: Sqlite3?, _ xTrace: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_trace(argument1, xTrace, argument3)
  }

  /// Calls the library's `sqlite3_profile`.
  ///
  /// In C: `void *sqlite3_profile(sqlite3 *, void (*xProfile)(void *, const char *,
  /// sqlite3_uint64), void *)`
  public func sqlite3_profile(
    _ argument1: Sqlite3?, _ xProfile: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_profile(argument1, xProfile, argument3)
  }

  /// SQL Trace Hook.
  ///
  /// The sqlite3_trace_v2(D,M,X,P) interface registers a trace callback function X against
  /// [database connection] D, using property mask M and context pointer P. If the X callback is
  /// NULL or if the M mask is zero, then tracing is disabled. The M argument should be the bitwise
  /// OR-ed combination of zero or more [SQLITE_TRACE] constants.
  ///
  /// Each call to either sqlite3_trace() or sqlite3_trace_v2() overrides (cancels) any prior calls
  /// to sqlite3_trace() or sqlite3_trace_v2().
  ///
  /// The X callback is invoked whenever any of the events identified by mask M occur. The integer
  /// return value from the callback is currently ignored, though this may change in future
  /// releases. Callback implementations should return zero to ensure future compatibility.
  ///
  /// A trace callback is invoked with four arguments: callback(T,C,P,X). The T argument is one of
  /// the [SQLITE_TRACE] constants to indicate why the callback was invoked. The C argument is a
  /// copy of the context pointer. The P and X arguments are pointers whose meanings depend on T.
  ///
  /// The sqlite3_trace_v2() interface is intended to replace the legacy interfaces
  /// [sqlite3_trace()] and [sqlite3_profile()], both of which are deprecated.
  ///
  /// In C: `int sqlite3_trace_v2(sqlite3 *, unsigned int uMask, int (*xCallback)(unsigned int, void
  /// *, void *, void *), void *pCtx)`
  public func sqlite3_trace_v2(
    _ argument1: Sqlite3?, _ uMask: UInt32, _ xCallback: (any LibraryArgument)?,
    _ pCtx: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_trace_v2(argument1, uMask, xCallback, pCtx)
  }

  /// Query Progress Callbacks.
  ///
  /// The sqlite3_progress_handler(D,N,X,P) interface causes the callback function X to be invoked
  /// periodically during long running calls to [sqlite3_exec()], [sqlite3_step()] and
  /// [sqlite3_get_table()] for database connection D. An example use for this interface is to keep
  /// a GUI updated during a large query.
  ///
  /// The parameter P is passed through as the only parameter to the callback function X. The
  /// parameter N is the approximate number of [virtual machine instructions] that are evaluated
  /// between successive invocations of the callback X. If N is less than one then the progress
  /// handler is disabled.
  ///
  /// Only a single progress handler may be defined at one time per [database connection]; setting a
  /// new progress handler cancels the old one. Setting parameter X to NULL disables the progress
  /// handler. The progress handler is also disabled by setting N to a value less than 1.
  ///
  /// If the progress callback returns non-zero, the operation is interrupted. This feature can be
  /// used to implement a "Cancel" button on a GUI progress dialog box.
  ///
  /// The header says more.
  ///
  /// In C: `void sqlite3_progress_handler(sqlite3 *, int, int (*)(void *), void *)`
  public func sqlite3_progress_handler(
    _ argument1: Sqlite3?, _ argument2: Int32, _ argument3: (any LibraryArgument)?,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_progress_handler(argument1, argument2, argument3, argument4)
  }

  /// Opening A New Database Connection.
  ///
  /// These routines open an SQLite database file as specified by the filename argument. The
  /// filename argument is interpreted as UTF-8 for sqlite3_open() and sqlite3_open_v2() and as
  /// UTF-16 in the native byte order for sqlite3_open16(). (A [database connection] handle is
  /// usually returned in *ppDb, even if an error occurs. The only exception is that if SQLite is
  /// unable to allocate memory to hold the [sqlite3] object, a NULL will be written into *ppDb
  /// instead of a pointer to the [sqlite3] object.) (If the database is opened (and/or created)
  /// successfully, then [SQLITE_OK] is returned. Otherwise an [error code] is returned.) The
  /// [sqlite3_errmsg()] or [sqlite3_errmsg16()] routines can be used to obtain an English language
  /// description of the error following a failure of any of the sqlite3_open() routines.
  ///
  /// The default encoding will be UTF-8 for databases created using sqlite3_open() or
  /// sqlite3_open_v2(). The default encoding for databases created using sqlite3_open16() will be
  /// UTF-16 in the native byte order.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_open(const char *filename, sqlite3 **ppDb)`
  public func sqlite3_open(_ filename: String?) throws(BridgeError) -> Sqlite3 {
    let ppDb = Out<Sqlite3>()
    let _: Int32 = try library.sqlite3_open(filename, ppDb)
    try requireAddress(ppDb.value.address, of: "ppDb", in: "sqlite3_open")
    return ppDb.value
  }

  /// Calls the library's `sqlite3_open16`.
  ///
  /// In C: `int sqlite3_open16(const void *filename, sqlite3 **ppDb)`
  public func sqlite3_open16(
    _ filename: (any LibraryArgument)?, _ ppDb: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_open16(filename, ppDb)
  }

  /// Calls the library's `sqlite3_open_v2`.
  ///
  /// In C: `int sqlite3_open_v2(const char *filename, sqlite3 **ppDb, int flags, const char *zVfs)`
  public func sqlite3_open_v2(
    _ filename: String?, _ flags: Int32, _ zVfs: String? = nil
  ) throws(BridgeError) -> Sqlite3 {
    let ppDb = Out<Sqlite3>()
    let _: Int32 = try library.sqlite3_open_v2(filename, ppDb, flags, zVfs)
    try requireAddress(ppDb.value.address, of: "ppDb", in: "sqlite3_open_v2")
    return ppDb.value
  }

  /// Obtain Values For URI Parameters.
  ///
  /// These are utility routines, useful to [VFS|custom VFS implementations], that check if a
  /// database file was a URI that contained a specific query parameter, and if so obtains the value
  /// of that query parameter.
  ///
  /// The first parameter to these interfaces (hereafter referred to as F) must be one of:
  ///
  /// A database filename pointer created by the SQLite core and passed into the xOpen() method of a
  /// VFS implemention, or A filename obtained from [sqlite3_db_filename()], or A new filename
  /// constructed using [sqlite3_create_filename()].
  ///
  /// If the F parameter is not one of the above, then the behavior is undefined and probably
  /// undesirable. Older versions of SQLite were more tolerant of invalid F parameters than newer
  /// versions.
  ///
  /// If F is a suitable filename (as described in the previous paragraph) and if P is the name of
  /// the query parameter, then sqlite3_uri_parameter(F,P) returns the value of the P parameter if
  /// it exists or a NULL pointer if P does not appear as a query parameter on F. If P is a query
  /// parameter of F and it has no explicit value, then sqlite3_uri_parameter(F,P) returns a pointer
  /// to an empty string.
  ///
  /// The header says more.
  ///
  /// In C: `const char *sqlite3_uri_parameter(sqlite3_filename z, const char *zParam)`
  public func sqlite3_uri_parameter(
    _ z: String?, _ zParam: String?
  ) throws(BridgeError) -> String? {
    try library.sqlite3_uri_parameter(z, zParam)
  }

  /// Calls the library's `sqlite3_uri_boolean`.
  ///
  /// In C: `int sqlite3_uri_boolean(sqlite3_filename z, const char *zParam, int bDefault)`
  public func sqlite3_uri_boolean(
    _ z: String?, _ zParam: String?, _ bDefault: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_uri_boolean(z, zParam, bDefault)
  }

  /// Calls the library's `sqlite3_uri_int64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_uri_int64(sqlite3_filename, const char *, sqlite3_int64)`
  public func sqlite3_uri_int64(
    _ argument1: String?, _ argument2: String?, _ argument3: Int64
  ) throws(BridgeError) -> Int64 {
    try library.sqlite3_uri_int64(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_uri_key`.
  ///
  /// In C: `const char *sqlite3_uri_key(sqlite3_filename z, int N)`
  public func sqlite3_uri_key(_ z: String?, _ N: Int32) throws(BridgeError) -> String? {
    try library.sqlite3_uri_key(z, N)
  }

  /// Translate filenames.
  ///
  /// These routines are available to [VFS|custom VFS implementations] for translating filenames
  /// between the main database file, the journal file, and the WAL file.
  ///
  /// If F is the name of an sqlite database file, journal file, or WAL file passed by the SQLite
  /// core into the VFS, then sqlite3_filename_database(F) returns the name of the corresponding
  /// database file.
  ///
  /// If F is the name of an sqlite database file, journal file, or WAL file passed by the SQLite
  /// core into the VFS, or if F is a database filename obtained from [sqlite3_db_filename()], then
  /// sqlite3_filename_journal(F) returns the name of the corresponding rollback journal file.
  ///
  /// If F is the name of an sqlite database file, journal file, or WAL file that was passed by the
  /// SQLite core into the VFS, or if F is a database filename obtained from
  /// [sqlite3_db_filename()], then sqlite3_filename_wal(F) returns the name of the corresponding
  /// WAL file.
  ///
  /// In all of the above, if F is not the name of a database, journal or WAL filename passed into
  /// the VFS from the SQLite core and F is not the return value from [sqlite3_db_filename()], then
  /// the result is undefined and is likely a memory access violation.
  ///
  /// In C: `const char *sqlite3_filename_database(sqlite3_filename)`
  public func sqlite3_filename_database(_ argument1: String?) throws(BridgeError) -> String? {
    try library.sqlite3_filename_database(argument1)
  }

  /// Calls the library's `sqlite3_filename_journal`.
  ///
  /// In C: `const char *sqlite3_filename_journal(sqlite3_filename)`
  public func sqlite3_filename_journal(_ argument1: String?) throws(BridgeError) -> String? {
    try library.sqlite3_filename_journal(argument1)
  }

  /// Calls the library's `sqlite3_filename_wal`.
  ///
  /// In C: `const char *sqlite3_filename_wal(sqlite3_filename)`
  public func sqlite3_filename_wal(_ argument1: String?) throws(BridgeError) -> String? {
    try library.sqlite3_filename_wal(argument1)
  }

  /// Database File Corresponding To A Journal.
  ///
  /// If X is the name of a rollback or WAL-mode journal file that is passed into the xOpen method
  /// of [sqlite3_vfs], then sqlite3_database_file_object(X) returns a pointer to the [sqlite3_file]
  /// object that represents the main database file.
  ///
  /// This routine is intended for use in custom [VFS] implementations only. It is not a
  /// general-purpose interface. The argument sqlite3_file_object(X) must be a filename pointer that
  /// has been passed into [sqlite3_vfs].xOpen method where the flags parameter to xOpen contains
  /// one of the bits [SQLITE_OPEN_MAIN_JOURNAL] or [SQLITE_OPEN_WAL]. Any other use of this routine
  /// results in undefined and probably undesirable behavior.
  ///
  /// In C: `sqlite3_file *sqlite3_database_file_object(const char *)`
  public func sqlite3_database_file_object(
    _ argument1: String?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_database_file_object(argument1)
  }

  /// Create and Destroy VFS Filenames.
  ///
  /// These interfces are provided for use by [VFS shim] implementations and are not useful outside
  /// of that context.
  ///
  /// The sqlite3_create_filename(D,J,W,N,P) allocates memory to hold a version of database filename
  /// D with corresponding journal file J and WAL file W and with N URI parameters key/values pairs
  /// in the array P. The result from sqlite3_create_filename(D,J,W,N,P) is a pointer to a database
  /// filename that is safe to pass to routines like:
  ///
  /// [sqlite3_uri_parameter()], [sqlite3_uri_boolean()], [sqlite3_uri_int64()],
  /// [sqlite3_uri_key()], [sqlite3_filename_database()], [sqlite3_filename_journal()], or
  /// [sqlite3_filename_wal()].
  ///
  /// If a memory allocation error occurs, sqlite3_create_filename() might return a NULL pointer.
  /// The memory obtained from sqlite3_create_filename(X) must be released by a corresponding call
  /// to sqlite3_free_filename(Y).
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_filename sqlite3_create_filename(const char *zDatabase, const char *zJournal,
  /// const char *zWal, int nParam, const char **azParam)`
  public func sqlite3_create_filename(
    _ zDatabase: String?, _ zJournal: String?, _ zWal: String?, _ nParam: Int32,
    _ azParam: (any LibraryArgument)?
  ) throws(BridgeError) -> String? {
    try library.sqlite3_create_filename(zDatabase, zJournal, zWal, nParam, azParam)
  }

  /// Calls the library's `sqlite3_free_filename`.
  ///
  /// In C: `void sqlite3_free_filename(sqlite3_filename)`
  public func sqlite3_free_filename(_ argument1: String?) throws(BridgeError) {
    try library.sqlite3_free_filename(argument1)
  }

  /// Error Codes And Messages.
  ///
  /// If the most recent sqlite3_* API call associated with [database connection] D failed, then the
  /// sqlite3_errcode(D) interface returns the numeric [result code] or [extended result code] for
  /// that API call. The sqlite3_extended_errcode() interface is the same except that it always
  /// returns the [extended result code] even when extended result codes are disabled.
  ///
  /// The values returned by sqlite3_errcode() and/or sqlite3_extended_errcode() might change with
  /// each API call. Except, there are some interfaces that are guaranteed to never change the value
  /// of the error code. The error-code preserving interfaces include the following:
  ///
  /// sqlite3_errcode() sqlite3_extended_errcode() sqlite3_errmsg() sqlite3_errmsg16()
  /// sqlite3_error_offset()
  ///
  /// The sqlite3_errmsg() and sqlite3_errmsg16() return English-language text that describes the
  /// error, as either UTF-8 or UTF-16 respectively. (Memory to hold the error message string is
  /// managed internally. The application does not need to worry about freeing the result. However,
  /// the error string might be overwritten or deallocated by subsequent calls to other SQLite
  /// interface functions.)
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_errcode(sqlite3 *db)`
  public func sqlite3_errcode(_ db: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_errcode(db)
  }

  /// Calls the library's `sqlite3_extended_errcode`.
  ///
  /// In C: `int sqlite3_extended_errcode(sqlite3 *db)`
  public func sqlite3_extended_errcode(_ db: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_extended_errcode(db)
  }

  /// Calls the library's `sqlite3_errmsg`.
  ///
  /// In C: `const char *sqlite3_errmsg(sqlite3 *)`
  public func sqlite3_errmsg(_ argument1: Sqlite3?) throws(BridgeError) -> String? {
    try library.sqlite3_errmsg(argument1)
  }

  /// Calls the library's `sqlite3_errmsg16`.
  ///
  /// In C: `const void *sqlite3_errmsg16(sqlite3 *)`
  public func sqlite3_errmsg16(_ argument1: Sqlite3?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_errmsg16(argument1)
  }

  /// Calls the library's `sqlite3_errstr`.
  ///
  /// In C: `const char *sqlite3_errstr(int)`
  public func sqlite3_errstr(_ argument1: Int32) throws(BridgeError) -> String? {
    try library.sqlite3_errstr(argument1)
  }

  /// Calls the library's `sqlite3_error_offset`.
  ///
  /// In C: `int sqlite3_error_offset(sqlite3 *db)`
  public func sqlite3_error_offset(_ db: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_error_offset(db)
  }

  /// Run-time Limits.
  ///
  /// (This interface allows the size of various constructs to be limited on a connection by
  /// connection basis. The first parameter is the [database connection] whose limit is to be set or
  /// queried. The second parameter is one of the [limit categories] that define a class of
  /// constructs to be size limited. The third parameter is the new limit for that construct.)
  ///
  /// If the new limit is a negative number, the limit is unchanged. (For each limit category
  /// SQLITE_LIMIT_NAME there is a [limits | hard upper bound] set at compile-time by a C
  /// preprocessor macro called [limits | SQLITE_MAX_NAME]. (The "_LIMIT_" in the name is changed to
  /// "_MAX_".)) Attempts to increase a limit above its hard upper bound are silently truncated to
  /// the hard upper bound.
  ///
  /// Regardless of whether or not the limit was changed, the [sqlite3_limit()] interface returns
  /// the prior value of the limit. Hence, to find the current value of a limit without changing it,
  /// simply invoke this interface with the third parameter set to -1.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_limit(sqlite3 *, int id, int newVal)`
  public func sqlite3_limit(
    _ argument1: Sqlite3?, _ id: Int32, _ newVal: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_limit(argument1, id, newVal)
  }

  /// Compiling An SQL Statement.
  ///
  /// To execute an SQL statement, it must first be compiled into a byte-code program using one of
  /// these routines. Or, in other words, these routines are constructors for the [prepared
  /// statement] object.
  ///
  /// The preferred routine to use is [sqlite3_prepare_v2()]. The [sqlite3_prepare()] interface is
  /// legacy and should be avoided. [sqlite3_prepare_v3()] has an extra "prepFlags" option that is
  /// used for special purposes.
  ///
  /// The use of the UTF-8 interfaces is preferred, as SQLite currently does all parsing using
  /// UTF-8. The UTF-16 interfaces are provided as a convenience. The UTF-16 interfaces work by
  /// converting the input text into UTF-8, then invoking the corresponding UTF-8 interface.
  ///
  /// The first argument, "db", is a [database connection] obtained from a prior successful call to
  /// [sqlite3_open()], [sqlite3_open_v2()] or [sqlite3_open16()]. The database connection must not
  /// have been closed.
  ///
  /// The second argument, "zSql", is the statement to be compiled, encoded as either UTF-8 or
  /// UTF-16. The sqlite3_prepare(), sqlite3_prepare_v2(), and sqlite3_prepare_v3() interfaces use
  /// UTF-8, and sqlite3_prepare16(), sqlite3_prepare16_v2(), and sqlite3_prepare16_v3() use UTF-16.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_prepare(sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt,
  /// const char **pzTail)`
  public func sqlite3_prepare(
    _ db: Sqlite3?, _ zSql: String?, _ nByte: Int32, _ ppStmt: (any LibraryArgument)?,
    _ pzTail: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_prepare(db, zSql, nByte, ppStmt, pzTail)
  }

  /// Calls the library's `sqlite3_prepare_v2`.
  ///
  /// In C: `int sqlite3_prepare_v2(sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt,
  /// const char **pzTail)`
  public func sqlite3_prepare_v2(
    _ db: Sqlite3?, _ zSql: String?, _ nByte: Int32, _ pzTail: (any LibraryArgument)? = nil
  ) throws(BridgeError) -> Sqlite3Stmt {
    let ppStmt = Out<Sqlite3Stmt>()
    let _: Int32 = try library.sqlite3_prepare_v2(db, zSql, nByte, ppStmt, pzTail)
    try requireAddress(ppStmt.value.address, of: "ppStmt", in: "sqlite3_prepare_v2")
    return ppStmt.value
  }

  /// Calls the library's `sqlite3_prepare_v3`.
  ///
  /// In C: `int sqlite3_prepare_v3(sqlite3 *db, const char *zSql, int nByte, unsigned int
  /// prepFlags, sqlite3_stmt **ppStmt, const char **pzTail)`
  public func sqlite3_prepare_v3(
    _ db: Sqlite3?, _ zSql: String?, _ nByte: Int32, _ prepFlags: UInt32,
    _ ppStmt: (any LibraryArgument)?, _ pzTail: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_prepare_v3(db, zSql, nByte, prepFlags, ppStmt, pzTail)
  }

  /// Calls the library's `sqlite3_prepare16`.
  ///
  /// In C: `int sqlite3_prepare16(sqlite3 *db, const void *zSql, int nByte, sqlite3_stmt **ppStmt,
  /// const void **pzTail)`
  public func sqlite3_prepare16(
    _ db: Sqlite3?, _ zSql: (any LibraryArgument)?, _ nByte: Int32,
    _ ppStmt: (any LibraryArgument)?, _ pzTail: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_prepare16(db, zSql, nByte, ppStmt, pzTail)
  }

  /// Calls the library's `sqlite3_prepare16_v2`.
  ///
  /// In C: `int sqlite3_prepare16_v2(sqlite3 *db, const void *zSql, int nByte, sqlite3_stmt
  /// **ppStmt, const void **pzTail)`
  public func sqlite3_prepare16_v2(
    _ db: Sqlite3?, _ zSql: (any LibraryArgument)?, _ nByte: Int32,
    _ ppStmt: (any LibraryArgument)?, _ pzTail: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_prepare16_v2(db, zSql, nByte, ppStmt, pzTail)
  }

  /// Calls the library's `sqlite3_prepare16_v3`.
  ///
  /// In C: `int sqlite3_prepare16_v3(sqlite3 *db, const void *zSql, int nByte, unsigned int
  /// prepFlags, sqlite3_stmt **ppStmt, const void **pzTail)`
  public func sqlite3_prepare16_v3(
    _ db: Sqlite3?, _ zSql: (any LibraryArgument)?, _ nByte: Int32, _ prepFlags: UInt32,
    _ ppStmt: (any LibraryArgument)?, _ pzTail: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_prepare16_v3(db, zSql, nByte, prepFlags, ppStmt, pzTail)
  }

  /// Retrieving Statement SQL.
  ///
  /// The sqlite3_sql(P) interface returns a pointer to a copy of the UTF-8 SQL text used to create
  /// [prepared statement] P if P was created by [sqlite3_prepare_v2()], [sqlite3_prepare_v3()],
  /// [sqlite3_prepare16_v2()], or [sqlite3_prepare16_v3()]. The sqlite3_expanded_sql(P) interface
  /// returns a pointer to a UTF-8 string containing the SQL text of prepared statement P with
  /// [bound parameters] expanded. The sqlite3_normalized_sql(P) interface returns a pointer to a
  /// UTF-8 string containing the normalized SQL text of prepared statement P. The semantics used to
  /// normalize a SQL statement are unspecified and subject to change. At a minimum, literal values
  /// will be replaced with suitable placeholders.
  ///
  /// (For example, if a prepared statement is created using the SQL text "SELECT $abc,:xyz" and if
  /// parameter $abc is bound to integer 2345 and parameter :xyz is unbound, then sqlite3_sql() will
  /// return the original string, "SELECT $abc,:xyz" but sqlite3_expanded_sql() will return "SELECT
  /// 2345,NULL".)
  ///
  /// The sqlite3_expanded_sql() interface returns NULL if insufficient memory is available to hold
  /// the result, or if the result would exceed the the maximum string length determined by the
  /// [SQLITE_LIMIT_LENGTH].
  ///
  /// The header says more.
  ///
  /// In C: `const char *sqlite3_sql(sqlite3_stmt *pStmt)`
  public func sqlite3_sql(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> String? {
    try library.sqlite3_sql(pStmt)
  }

  /// Calls the library's `sqlite3_expanded_sql`.
  ///
  /// In C: `char *sqlite3_expanded_sql(sqlite3_stmt *pStmt)`
  public func sqlite3_expanded_sql(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> String? {
    try library.sqlite3_expanded_sql(pStmt)
  }

  /// Determine If An SQL Statement Writes The Database.
  ///
  /// The sqlite3_stmt_readonly(X) interface returns true (non-zero) if and only if the [prepared
  /// statement] X makes no direct changes to the content of the database file.
  ///
  /// Note that [application-defined SQL functions] or [virtual tables] might change the database
  /// indirectly as a side effect. (For example, if an application defines a function "eval()" that
  /// calls [sqlite3_exec()], then the following SQL statement would change the database file
  /// through side-effects:
  ///
  /// SELECT eval('DELETE FROM t1') FROM t2;
  ///
  /// But because the [SELECT] statement does not change the database file directly,
  /// sqlite3_stmt_readonly() would still return true.)
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_stmt_readonly(sqlite3_stmt *pStmt)`
  public func sqlite3_stmt_readonly(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_stmt_readonly(pStmt)
  }

  /// Query The EXPLAIN Setting For A Prepared Statement.
  ///
  /// The sqlite3_stmt_isexplain(S) interface returns 1 if the prepared statement S is an EXPLAIN
  /// statement, or 2 if the statement S is an EXPLAIN QUERY PLAN. The sqlite3_stmt_isexplain(S)
  /// interface returns 0 if S is an ordinary statement or a NULL pointer.
  ///
  /// In C: `int sqlite3_stmt_isexplain(sqlite3_stmt *pStmt)`
  public func sqlite3_stmt_isexplain(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_stmt_isexplain(pStmt)
  }

  /// Determine If A Prepared Statement Has Been Reset.
  ///
  /// The sqlite3_stmt_busy(S) interface returns true (non-zero) if the [prepared statement] S has
  /// been stepped at least once using [sqlite3_step(S)] but has neither run to completion (returned
  /// [SQLITE_DONE] from [sqlite3_step(S)]) nor been reset using [sqlite3_reset(S)]. The
  /// sqlite3_stmt_busy(S) interface returns false if S is a NULL pointer. If S is not a NULL
  /// pointer and is not a pointer to a valid [prepared statement] object, then the behavior is
  /// undefined and probably undesirable.
  ///
  /// This interface can be used in combination [sqlite3_next_stmt()] to locate all prepared
  /// statements associated with a database connection that are in need of being reset. This can be
  /// used, for example, in diagnostic routines to search for prepared statements that are holding a
  /// transaction open.
  ///
  /// In C: `int sqlite3_stmt_busy(sqlite3_stmt *)`
  public func sqlite3_stmt_busy(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_stmt_busy(argument1)
  }

  /// Binding Values To Prepared Statements.
  ///
  /// (In the SQL statement text input to [sqlite3_prepare_v2()] and its variants, literals may be
  /// replaced by a [parameter] that matches one of following templates:
  ///
  /// ? ?NNN :VVV
  ///
  /// In the templates above, NNN represents an integer literal, and VVV represents an alphanumeric
  /// identifier.) The values of these parameters (also called "host parameter names" or "SQL
  /// parameters") can be set using the sqlite3_bind_*() routines defined here.
  ///
  /// The first argument to the sqlite3_bind_*() routines is always a pointer to the [sqlite3_stmt]
  /// object returned from [sqlite3_prepare_v2()] or its variants.
  ///
  /// The second argument is the index of the SQL parameter to be set. The leftmost SQL parameter
  /// has an index of 1. When the same named SQL parameter is used more than once, second and
  /// subsequent occurrences have the same index as the first occurrence. The index for named
  /// parameters can be looked up using the [sqlite3_bind_parameter_index()] API if desired. The
  /// index for "?NNN" parameters is the value of NNN. The NNN value must be between 1 and the
  /// [sqlite3_limit()] parameter [SQLITE_LIMIT_VARIABLE_NUMBER] (default value: 32766).
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_bind_blob(sqlite3_stmt *, int, const void *, int n, void (*)(void *))`
  public func sqlite3_bind_blob(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: [UInt8],
    _ argument5: (any LibraryArgument)?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_blob(
      argument1, argument2, argument3, argument3.count, argument5)
  }

  /// Calls the library's `sqlite3_bind_blob64`.
  ///
  /// In C: `int sqlite3_bind_blob64(sqlite3_stmt *, int, const void *, sqlite3_uint64, void
  /// (*)(void *))`
  public func sqlite3_bind_blob64(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: (any LibraryArgument)?,
    _ argument4: UInt64, _ argument5: (any LibraryArgument)?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_blob64(
      argument1, argument2, argument3, argument4, argument5)
  }

  /// Calls the library's `sqlite3_bind_double`.
  ///
  /// In C: `int sqlite3_bind_double(sqlite3_stmt *, int, double)`
  public func sqlite3_bind_double(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: Double
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_double(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_bind_int`.
  ///
  /// In C: `int sqlite3_bind_int(sqlite3_stmt *, int, int)`
  public func sqlite3_bind_int(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: Int32
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_int(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_bind_int64`.
  ///
  /// In C: `int sqlite3_bind_int64(sqlite3_stmt *, int, sqlite3_int64)`
  public func sqlite3_bind_int64(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: Int64
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_int64(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_bind_null`.
  ///
  /// In C: `int sqlite3_bind_null(sqlite3_stmt *, int)`
  public func sqlite3_bind_null(_ argument1: Sqlite3Stmt?, _ argument2: Int32) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_null(argument1, argument2)
  }

  /// Calls the library's `sqlite3_bind_text`.
  ///
  /// In C: `int sqlite3_bind_text(sqlite3_stmt *, int, const char *, int, void (*)(void *))`
  public func sqlite3_bind_text(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: String?, _ argument4: Int32,
    _ argument5: (any LibraryArgument)?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_text(
      argument1, argument2, argument3, argument4, argument5)
  }

  /// Calls the library's `sqlite3_bind_text16`.
  ///
  /// In C: `int sqlite3_bind_text16(sqlite3_stmt *, int, const void *, int, void (*)(void *))`
  public func sqlite3_bind_text16(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: (any LibraryArgument)?,
    _ argument4: Int32, _ argument5: (any LibraryArgument)?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_text16(
      argument1, argument2, argument3, argument4, argument5)
  }

  /// Calls the library's `sqlite3_bind_text64`.
  ///
  /// In C: `int sqlite3_bind_text64(sqlite3_stmt *, int, const char *, sqlite3_uint64, void
  /// (*)(void *), unsigned char encoding)`
  public func sqlite3_bind_text64(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: String?, _ argument4: UInt64,
    _ argument5: (any LibraryArgument)?, _ encoding: UInt8
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_text64(
      argument1, argument2, argument3, argument4, argument5, encoding)
  }

  /// Calls the library's `sqlite3_bind_value`.
  ///
  /// In C: `int sqlite3_bind_value(sqlite3_stmt *, int, const sqlite3_value *)`
  public func sqlite3_bind_value(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: Sqlite3Value?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_value(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_bind_pointer`.
  ///
  /// In C: `int sqlite3_bind_pointer(sqlite3_stmt *, int, void *, const char *, void (*)(void *))`
  public func sqlite3_bind_pointer(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: (any LibraryArgument)?,
    _ argument4: String?, _ argument5: (any LibraryArgument)?
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_pointer(
      argument1, argument2, argument3, argument4, argument5)
  }

  /// Calls the library's `sqlite3_bind_zeroblob`.
  ///
  /// In C: `int sqlite3_bind_zeroblob(sqlite3_stmt *, int, int n)`
  public func sqlite3_bind_zeroblob(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ n: Int32
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_zeroblob(argument1, argument2, n)
  }

  /// Calls the library's `sqlite3_bind_zeroblob64`.
  ///
  /// In C: `int sqlite3_bind_zeroblob64(sqlite3_stmt *, int, sqlite3_uint64)`
  public func sqlite3_bind_zeroblob64(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32, _ argument3: UInt64
  ) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_bind_zeroblob64(argument1, argument2, argument3)
  }

  /// Number Of SQL Parameters.
  ///
  /// This routine can be used to find the number of [SQL parameters] in a [prepared statement]. SQL
  /// parameters are tokens of the form "?", "?NNN", ":AAA", "$AAA", or "@AAA" that serve as
  /// placeholders for values that are [sqlite3_bind_blob | bound] to the parameters at a later
  /// time.
  ///
  /// (This routine actually returns the index of the largest (rightmost) parameter. For all forms
  /// except ?NNN, this will correspond to the number of unique parameters. If parameters of the
  /// ?NNN form are used, there may be gaps in the list.)
  ///
  /// See also: [sqlite3_bind_blob|sqlite3_bind()], [sqlite3_bind_parameter_name()], and
  /// [sqlite3_bind_parameter_index()].
  ///
  /// In C: `int sqlite3_bind_parameter_count(sqlite3_stmt *)`
  public func sqlite3_bind_parameter_count(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_bind_parameter_count(argument1)
  }

  /// Name Of A Host Parameter.
  ///
  /// The sqlite3_bind_parameter_name(P,N) interface returns the name of the N-th [SQL parameter] in
  /// the [prepared statement] P. (SQL parameters of the form "?NNN" or ":AAA" or "@AAA" or "$AAA"
  /// have a name which is the string "?NNN" or ":AAA" or "@AAA" or "$AAA" respectively. In other
  /// words, the initial ":" or "$" or "@" or "?" is included as part of the name.) Parameters of
  /// the form "?" without a following integer have no name and are referred to as "nameless" or
  /// "anonymous parameters".
  ///
  /// The first host parameter has an index of 1, not 0.
  ///
  /// If the value N is out of range or if the N-th parameter is nameless, then NULL is returned.
  /// The returned string is always in UTF-8 encoding even if the named parameter was originally
  /// specified as UTF-16 in [sqlite3_prepare16()], [sqlite3_prepare16_v2()], or
  /// [sqlite3_prepare16_v3()].
  ///
  /// See also: [sqlite3_bind_blob|sqlite3_bind()], [sqlite3_bind_parameter_count()], and
  /// [sqlite3_bind_parameter_index()].
  ///
  /// In C: `const char *sqlite3_bind_parameter_name(sqlite3_stmt *, int)`
  public func sqlite3_bind_parameter_name(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_bind_parameter_name(argument1, argument2)
  }

  /// Index Of A Parameter With A Given Name.
  ///
  /// Return the index of an SQL parameter given its name. The index value returned is suitable for
  /// use as the second parameter to [sqlite3_bind_blob|sqlite3_bind()]. A zero is returned if no
  /// matching parameter is found. The parameter name must be given in UTF-8 even if the original
  /// statement was prepared from UTF-16 text using [sqlite3_prepare16_v2()] or
  /// [sqlite3_prepare16_v3()].
  ///
  /// See also: [sqlite3_bind_blob|sqlite3_bind()], [sqlite3_bind_parameter_count()], and
  /// [sqlite3_bind_parameter_name()].
  ///
  /// In C: `int sqlite3_bind_parameter_index(sqlite3_stmt *, const char *zName)`
  public func sqlite3_bind_parameter_index(
    _ argument1: Sqlite3Stmt?, _ zName: String?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_bind_parameter_index(argument1, zName)
  }

  /// Reset All Bindings On A Prepared Statement.
  ///
  /// Contrary to the intuition of many, [sqlite3_reset()] does not reset the [sqlite3_bind_blob |
  /// bindings] on a [prepared statement]. Use this routine to reset all host parameters to NULL.
  ///
  /// In C: `int sqlite3_clear_bindings(sqlite3_stmt *)`
  public func sqlite3_clear_bindings(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_clear_bindings(argument1)
  }

  /// Number Of Columns In A Result Set.
  ///
  /// Return the number of columns in the result set returned by the [prepared statement]. If this
  /// routine returns 0, that means the [prepared statement] returns no data (for example an
  /// [UPDATE]). However, just because this routine returns a positive number does not mean that one
  /// or more rows of data will be returned. A SELECT statement will always have a positive
  /// sqlite3_column_count() but depending on the WHERE clause constraints and the table content, it
  /// might return no rows.
  ///
  /// See also: [sqlite3_data_count()]
  ///
  /// In C: `int sqlite3_column_count(sqlite3_stmt *pStmt)`
  public func sqlite3_column_count(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_column_count(pStmt)
  }

  /// Column Names In A Result Set.
  ///
  /// These routines return the name assigned to a particular column in the result set of a [SELECT]
  /// statement. The sqlite3_column_name() interface returns a pointer to a zero-terminated UTF-8
  /// string and sqlite3_column_name16() returns a pointer to a zero-terminated UTF-16 string. The
  /// first parameter is the [prepared statement] that implements the [SELECT] statement. The second
  /// parameter is the column number. The leftmost column is number 0.
  ///
  /// The returned string pointer is valid until either the [prepared statement] is destroyed by
  /// [sqlite3_finalize()] or until the statement is automatically reprepared by the first call to
  /// [sqlite3_step()] for a particular run or until the next call to sqlite3_column_name() or
  /// sqlite3_column_name16() on the same column.
  ///
  /// If sqlite3_malloc() fails during the processing of either routine (for example during a
  /// conversion from UTF-8 to UTF-16) then a NULL pointer is returned.
  ///
  /// The name of a result column is the value of the "AS" clause for that column, if there is an AS
  /// clause. If there is no AS clause then the name of the column is unspecified and may change
  /// from one release of SQLite to the next.
  ///
  /// In C: `const char *sqlite3_column_name(sqlite3_stmt *, int N)`
  public func sqlite3_column_name(
    _ argument1: Sqlite3Stmt?, _ N: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_name(argument1, N)
  }

  /// Calls the library's `sqlite3_column_name16`.
  ///
  /// In C: `const void *sqlite3_column_name16(sqlite3_stmt *, int N)`
  public func sqlite3_column_name16(
    _ argument1: Sqlite3Stmt?, _ N: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_name16(argument1, N)
  }

  /// Source Of Data In A Query Result.
  ///
  /// These routines provide a means to determine the database, table, and table column that is the
  /// origin of a particular result column in [SELECT] statement. The name of the database or table
  /// or column can be returned as either a UTF-8 or UTF-16 string. The _database_ routines return
  /// the database name, the _table_ routines return the table name, and the origin_ routines return
  /// the column name. The returned string is valid until the [prepared statement] is destroyed
  /// using [sqlite3_finalize()] or until the statement is automatically reprepared by the first
  /// call to [sqlite3_step()] for a particular run or until the same information is requested again
  /// in a different encoding.
  ///
  /// The names returned are the original un-aliased names of the database, table, and column.
  ///
  /// The first argument to these interfaces is a [prepared statement]. These functions return
  /// information about the Nth result column returned by the statement, where N is the second
  /// function argument. The left-most column is column 0 for these routines.
  ///
  /// The header says more.
  ///
  /// In C: `const char *sqlite3_column_database_name(sqlite3_stmt *, int)`
  public func sqlite3_column_database_name(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_database_name(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_database_name16`.
  ///
  /// In C: `const void *sqlite3_column_database_name16(sqlite3_stmt *, int)`
  public func sqlite3_column_database_name16(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_database_name16(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_table_name`.
  ///
  /// In C: `const char *sqlite3_column_table_name(sqlite3_stmt *, int)`
  public func sqlite3_column_table_name(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_table_name(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_table_name16`.
  ///
  /// In C: `const void *sqlite3_column_table_name16(sqlite3_stmt *, int)`
  public func sqlite3_column_table_name16(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_table_name16(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_origin_name`.
  ///
  /// In C: `const char *sqlite3_column_origin_name(sqlite3_stmt *, int)`
  public func sqlite3_column_origin_name(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_origin_name(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_origin_name16`.
  ///
  /// In C: `const void *sqlite3_column_origin_name16(sqlite3_stmt *, int)`
  public func sqlite3_column_origin_name16(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_origin_name16(argument1, argument2)
  }

  /// Declared Datatype Of A Query Result.
  ///
  /// (The first parameter is a [prepared statement]. If this statement is a [SELECT] statement and
  /// the Nth column of the returned result set of that [SELECT] is a table column (not an
  /// expression or subquery) then the declared type of the table column is returned.) If the Nth
  /// column of the result set is an expression or subquery, then a NULL pointer is returned. The
  /// returned string is always UTF-8 encoded.
  ///
  /// (For example, given the database schema:
  ///
  /// CREATE TABLE t1(c1 VARIANT);
  ///
  /// and the following statement to be compiled:
  ///
  /// SELECT c1 + 1, c1 FROM t1;
  ///
  /// this routine would return the string "VARIANT" for the second result column (i==1), and a NULL
  /// pointer for the first result column (i==0).)
  ///
  /// SQLite uses dynamic run-time typing. So just because a column is declared to contain a
  /// particular type does not mean that the data stored in that column is of the declared type.
  /// SQLite is strongly typed, but the typing is dynamic not static. Type is associated with
  /// individual values, not with the containers used to hold those values.
  ///
  /// In C: `const char *sqlite3_column_decltype(sqlite3_stmt *, int)`
  public func sqlite3_column_decltype(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_decltype(argument1, argument2)
  }

  /// Calls the library's `sqlite3_column_decltype16`.
  ///
  /// In C: `const void *sqlite3_column_decltype16(sqlite3_stmt *, int)`
  public func sqlite3_column_decltype16(
    _ argument1: Sqlite3Stmt?, _ argument2: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_decltype16(argument1, argument2)
  }

  /// Evaluate An SQL Statement.
  ///
  /// After a [prepared statement] has been prepared using any of [sqlite3_prepare_v2()],
  /// [sqlite3_prepare_v3()], [sqlite3_prepare16_v2()], or [sqlite3_prepare16_v3()] or one of the
  /// legacy interfaces [sqlite3_prepare()] or [sqlite3_prepare16()], this function must be called
  /// one or more times to evaluate the statement.
  ///
  /// The details of the behavior of the sqlite3_step() interface depend on whether the statement
  /// was prepared using the newer "vX" interfaces [sqlite3_prepare_v3()], [sqlite3_prepare_v2()],
  /// [sqlite3_prepare16_v3()], [sqlite3_prepare16_v2()] or the older legacy interfaces
  /// [sqlite3_prepare()] and [sqlite3_prepare16()]. The use of the new "vX" interface is
  /// recommended for new applications but the legacy interface will continue to be supported.
  ///
  /// In the legacy interface, the return value will be either [SQLITE_BUSY], [SQLITE_DONE],
  /// [SQLITE_ROW], [SQLITE_ERROR], or [SQLITE_MISUSE]. With the "v2" interface, any of the other
  /// [result codes] or [extended result codes] might be returned as well.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_step(sqlite3_stmt *)`
  @discardableResult
  public func sqlite3_step(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_step(argument1)
  }

  /// Number of columns in a result set.
  ///
  /// The sqlite3_data_count(P) interface returns the number of columns in the current row of the
  /// result set of [prepared statement] P. If prepared statement P does not have results ready to
  /// return (via calls to the [sqlite3_column_int | sqlite3_column()] family of interfaces) then
  /// sqlite3_data_count(P) returns 0. The sqlite3_data_count(P) routine also returns 0 if P is a
  /// NULL pointer. The sqlite3_data_count(P) routine returns 0 if the previous call to
  /// [sqlite3_step](P) returned [SQLITE_DONE]. The sqlite3_data_count(P) will return non-zero if
  /// previous call to [sqlite3_step](P) returned [SQLITE_ROW], except in the case of the [PRAGMA
  /// incremental_vacuum] where it always returns zero since each step of that multi-step pragma
  /// returns 0 columns of data.
  ///
  /// See also: [sqlite3_column_count()]
  ///
  /// In C: `int sqlite3_data_count(sqlite3_stmt *pStmt)`
  public func sqlite3_data_count(_ pStmt: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_data_count(pStmt)
  }

  /// Result Values From A Query.
  ///
  /// Summary:
  ///
  /// sqlite3_column_blob&rarr;BLOB result sqlite3_column_double&rarr;REAL result
  /// sqlite3_column_int&rarr;32-bit INTEGER result sqlite3_column_int64&rarr;64-bit INTEGER result
  /// sqlite3_column_text&rarr;UTF-8 TEXT result sqlite3_column_text16&rarr;UTF-16 TEXT result
  /// sqlite3_column_value&rarr;The result as an [sqlite3_value|unprotected sqlite3_value] object.
  /// &nbsp;&nbsp;&nbsp; sqlite3_column_bytes&rarr;Size of a BLOB or a UTF-8 TEXT result in bytes
  /// sqlite3_column_bytes16&nbsp;&nbsp; &rarr;&nbsp;&nbsp;Size of UTF-16 TEXT in bytes
  /// sqlite3_column_type&rarr;Default datatype of the result
  ///
  /// Details:
  ///
  /// These routines return information about a single column of the current result row of a query.
  /// In every case the first argument is a pointer to the [prepared statement] that is being
  /// evaluated (the [sqlite3_stmt*] that was returned from [sqlite3_prepare_v2()] or one of its
  /// variants) and the second argument is the index of the column for which information should be
  /// returned. The leftmost column of the result set has the index 0. The number of columns in the
  /// result can be determined using [sqlite3_column_count()].
  ///
  /// The header says more.
  ///
  /// In C: `const void *sqlite3_column_blob(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_blob(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_blob(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_double`.
  ///
  /// In C: `double sqlite3_column_double(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_double(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Double {
    try library.sqlite3_column_double(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_int`.
  ///
  /// In C: `int sqlite3_column_int(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_int(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_column_int(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_int64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_int64(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Int64 {
    try library.sqlite3_column_int64(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_text`.
  ///
  /// In C: `const unsigned char *sqlite3_column_text(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_text(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_column_text(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_text16`.
  ///
  /// In C: `const void *sqlite3_column_text16(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_text16(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_column_text16(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_value`.
  ///
  /// In C: `sqlite3_value *sqlite3_column_value(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_value(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Sqlite3Value? {
    try library.sqlite3_column_value(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_bytes`.
  ///
  /// In C: `int sqlite3_column_bytes(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_bytes(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_column_bytes(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_bytes16`.
  ///
  /// In C: `int sqlite3_column_bytes16(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_bytes16(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_column_bytes16(argument1, iCol)
  }

  /// Calls the library's `sqlite3_column_type`.
  ///
  /// In C: `int sqlite3_column_type(sqlite3_stmt *, int iCol)`
  public func sqlite3_column_type(
    _ argument1: Sqlite3Stmt?, _ iCol: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_column_type(argument1, iCol)
  }

  /// Destroy A Prepared Statement Object.
  ///
  /// The sqlite3_finalize() function is called to delete a [prepared statement]. If the most recent
  /// evaluation of the statement encountered no errors or if the statement is never been evaluated,
  /// then sqlite3_finalize() returns SQLITE_OK. If the most recent evaluation of statement S
  /// failed, then sqlite3_finalize(S) returns the appropriate [error code] or [extended error
  /// code].
  ///
  /// The sqlite3_finalize(S) routine can be called at any point during the life cycle of [prepared
  /// statement] S: before statement S is ever evaluated, after one or more calls to
  /// [sqlite3_reset()], or after any call to [sqlite3_step()] regardless of whether or not the
  /// statement has completed execution.
  ///
  /// Invoking sqlite3_finalize() on a NULL pointer is a harmless no-op.
  ///
  /// The application must finalize every [prepared statement] in order to avoid resource leaks. It
  /// is a grievous error for the application to try to use a prepared statement after it has been
  /// finalized. Any use of a prepared statement after it has been finalized can result in undefined
  /// and undesirable behavior such as segfaults and heap corruption.
  ///
  /// In C: `int sqlite3_finalize(sqlite3_stmt *pStmt)`
  public func sqlite3_finalize(_ pStmt: Sqlite3Stmt?) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_finalize(pStmt)
  }

  /// Reset A Prepared Statement Object.
  ///
  /// The sqlite3_reset() function is called to reset a [prepared statement] object back to its
  /// initial state, ready to be re-executed. Any SQL statement variables that had values bound to
  /// them using the [sqlite3_bind_blob | sqlite3_bind_*() API] retain their values. Use
  /// [sqlite3_clear_bindings()] to reset the bindings.
  ///
  /// The [sqlite3_reset(S)] interface resets the [prepared statement] S back to the beginning of
  /// its program.
  ///
  /// If the most recent call to [sqlite3_step(S)] for the [prepared statement] S returned
  /// [SQLITE_ROW] or [SQLITE_DONE], or if [sqlite3_step(S)] has never before been called on S, then
  /// [sqlite3_reset(S)] returns [SQLITE_OK].
  ///
  /// If the most recent call to [sqlite3_step(S)] for the [prepared statement] S indicated an
  /// error, then [sqlite3_reset(S)] returns an appropriate [error code].
  ///
  /// The [sqlite3_reset(S)] interface does not change the values of any
  /// [sqlite3_bind_blob|bindings] on the [prepared statement] S.
  ///
  /// In C: `int sqlite3_reset(sqlite3_stmt *pStmt)`
  public func sqlite3_reset(_ pStmt: Sqlite3Stmt?) throws(BridgeError) {
    let _: Int32 = try library.sqlite3_reset(pStmt)
  }

  /// Create Or Redefine SQL Functions.
  ///
  /// These functions (collectively known as "function creation routines") are used to add SQL
  /// functions or aggregates or to redefine the behavior of existing SQL functions or aggregates.
  /// The only differences between the three "sqlite3_create_function*" routines are the text
  /// encoding expected for the second parameter (the name of the function being created) and the
  /// presence or absence of a destructor callback for the application data pointer. Function
  /// sqlite3_create_window_function() is similar, but allows the user to supply the extra callback
  /// functions needed by [aggregate window functions].
  ///
  /// The first parameter is the [database connection] to which the SQL function is to be added. If
  /// an application uses more than one database connection then application-defined SQL functions
  /// must be added to each database connection separately.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_create_function(sqlite3 *db, const char *zFunctionName, int nArg, int
  /// eTextRep, void *pApp, void (*xFunc)(sqlite3_context *, int, sqlite3_value **), void
  /// (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *))`
  public func sqlite3_create_function(
    _ db: Sqlite3?, _ zFunctionName: String?, _ nArg: Int32, _ eTextRep: Int32,
    _ pApp: (any LibraryArgument)?, _ xFunc: (any LibraryArgument)?,
    _ xStep: (any LibraryArgument)?, _ xFinal: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_function(
      db, zFunctionName, nArg, eTextRep, pApp, xFunc, xStep, xFinal)
  }

  /// Calls the library's `sqlite3_create_function16`.
  ///
  /// In C: `int sqlite3_create_function16(sqlite3 *db, const void *zFunctionName, int nArg, int
  /// eTextRep, void *pApp, void (*xFunc)(sqlite3_context *, int, sqlite3_value **), void
  /// (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *))`
  public func sqlite3_create_function16(
    _ db: Sqlite3?, _ zFunctionName: (any LibraryArgument)?, _ nArg: Int32, _ eTextRep: Int32,
    _ pApp: (any LibraryArgument)?, _ xFunc: (any LibraryArgument)?,
    _ xStep: (any LibraryArgument)?, _ xFinal: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_function16(
      db, zFunctionName, nArg, eTextRep, pApp, xFunc, xStep, xFinal)
  }

  /// Calls the library's `sqlite3_create_function_v2`.
  ///
  /// In C: `int sqlite3_create_function_v2(sqlite3 *db, const char *zFunctionName, int nArg, int
  /// eTextRep, void *pApp, void (*xFunc)(sqlite3_context *, int, sqlite3_value **), void
  /// (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *), void
  /// (*xDestroy)(void *))`
  public func sqlite3_create_function_v2(
    _ db: Sqlite3?, _ zFunctionName: String?, _ nArg: Int32, _ eTextRep: Int32,
    _ pApp: (any LibraryArgument)?, _ xFunc: (any LibraryArgument)?,
    _ xStep: (any LibraryArgument)?, _ xFinal: (any LibraryArgument)?,
    _ xDestroy: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_function_v2(
      db, zFunctionName, nArg, eTextRep, pApp, xFunc, xStep, xFinal, xDestroy)
  }

  /// Calls the library's `sqlite3_create_window_function`.
  ///
  /// In C: `int sqlite3_create_window_function(sqlite3 *db, const char *zFunctionName, int nArg,
  /// int eTextRep, void *pApp, void (*xStep)(sqlite3_context *, int, sqlite3_value **), void
  /// (*xFinal)(sqlite3_context *), void (*xValue)(sqlite3_context *), void
  /// (*xInverse)(sqlite3_context *, int, sqlite3_value **), void (*xDestroy)(void *))`
  public func sqlite3_create_window_function(
    _ db: Sqlite3?, _ zFunctionName: String?, _ nArg: Int32, _ eTextRep: Int32,
    _ pApp: (any LibraryArgument)?, _ xStep: (any LibraryArgument)?,
    _ xFinal: (any LibraryArgument)?, _ xValue: (any LibraryArgument)?,
    _ xInverse: (any LibraryArgument)?, _ xDestroy: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_window_function(
      db, zFunctionName, nArg, eTextRep, pApp, xStep, xFinal, xValue, xInverse, xDestroy)
  }

  /// Calls the library's `sqlite3_aggregate_count`.
  ///
  /// In C: `int sqlite3_aggregate_count(sqlite3_context *)`
  public func sqlite3_aggregate_count(_ argument1: Sqlite3Context?) throws(BridgeError) -> Int32 {
    try library.sqlite3_aggregate_count(argument1)
  }

  /// Calls the library's `sqlite3_expired`.
  ///
  /// In C: `int sqlite3_expired(sqlite3_stmt *)`
  public func sqlite3_expired(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Int32 {
    try library.sqlite3_expired(argument1)
  }

  /// Calls the library's `sqlite3_transfer_bindings`.
  ///
  /// In C: `int sqlite3_transfer_bindings(sqlite3_stmt *, sqlite3_stmt *)`
  public func sqlite3_transfer_bindings(
    _ argument1: Sqlite3Stmt?, _ argument2: Sqlite3Stmt?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_transfer_bindings(argument1, argument2)
  }

  /// Calls the library's `sqlite3_global_recover`.
  ///
  /// In C: `int sqlite3_global_recover(void)`
  public func sqlite3_global_recover() throws(BridgeError) -> Int32 {
    try library.sqlite3_global_recover()
  }

  /// Calls the library's `sqlite3_thread_cleanup`.
  ///
  /// In C: `void sqlite3_thread_cleanup(void)`
  public func sqlite3_thread_cleanup() throws(BridgeError) {
    try library.sqlite3_thread_cleanup()
  }

  /// Calls the library's `sqlite3_memory_alarm`.
  ///
  /// In C: `int sqlite3_memory_alarm(void (*)(void *, sqlite3_int64, int), void *, sqlite3_int64)`
  public func sqlite3_memory_alarm(
    _ argument1: (any LibraryArgument)?, _ argument2: (any LibraryArgument)?, _ argument3: Int64
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_memory_alarm(argument1, argument2, argument3)
  }

  /// Obtaining SQL Values.
  ///
  /// Summary:
  ///
  /// sqlite3_value_blob&rarr;BLOB value sqlite3_value_double&rarr;REAL value
  /// sqlite3_value_int&rarr;32-bit INTEGER value sqlite3_value_int64&rarr;64-bit INTEGER value
  /// sqlite3_value_pointer&rarr;Pointer value sqlite3_value_text&rarr;UTF-8 TEXT value
  /// sqlite3_value_text16&rarr;UTF-16 TEXT value in the native byteorder
  /// sqlite3_value_text16be&rarr;UTF-16be TEXT value sqlite3_value_text16le&rarr;UTF-16le TEXT
  /// value &nbsp;&nbsp;&nbsp; sqlite3_value_bytes&rarr;Size of a BLOB or a UTF-8 TEXT in bytes
  /// sqlite3_value_bytes16&nbsp;&nbsp; &rarr;&nbsp;&nbsp;Size of UTF-16 TEXT in bytes
  /// sqlite3_value_type&rarr;Default datatype of the value sqlite3_value_numeric_type&nbsp;&nbsp;
  /// &rarr;&nbsp;&nbsp;Best numeric datatype of the value sqlite3_value_nochange&nbsp;&nbsp;
  /// &rarr;&nbsp;&nbsp;True if the column is unchanged in an UPDATE against a virtual table.
  /// sqlite3_value_frombind&nbsp;&nbsp; &rarr;&nbsp;&nbsp;True if value originated from a [bound
  /// parameter]
  ///
  /// Details:
  ///
  /// The header says more.
  ///
  /// In C: `const void *sqlite3_value_blob(sqlite3_value *)`
  public func sqlite3_value_blob(_ argument1: Sqlite3Value?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_blob(argument1)
  }

  /// Calls the library's `sqlite3_value_double`.
  ///
  /// In C: `double sqlite3_value_double(sqlite3_value *)`
  public func sqlite3_value_double(_ argument1: Sqlite3Value?) throws(BridgeError) -> Double {
    try library.sqlite3_value_double(argument1)
  }

  /// Calls the library's `sqlite3_value_int`.
  ///
  /// In C: `int sqlite3_value_int(sqlite3_value *)`
  public func sqlite3_value_int(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_int(argument1)
  }

  /// Calls the library's `sqlite3_value_int64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_value_int64(sqlite3_value *)`
  public func sqlite3_value_int64(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int64 {
    try library.sqlite3_value_int64(argument1)
  }

  /// Calls the library's `sqlite3_value_pointer`.
  ///
  /// In C: `void *sqlite3_value_pointer(sqlite3_value *, const char *)`
  public func sqlite3_value_pointer(
    _ argument1: Sqlite3Value?, _ argument2: String?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_pointer(argument1, argument2)
  }

  /// Calls the library's `sqlite3_value_text`.
  ///
  /// In C: `const unsigned char *sqlite3_value_text(sqlite3_value *)`
  public func sqlite3_value_text(_ argument1: Sqlite3Value?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_text(argument1)
  }

  /// Calls the library's `sqlite3_value_text16`.
  ///
  /// In C: `const void *sqlite3_value_text16(sqlite3_value *)`
  public func sqlite3_value_text16(
    _ argument1: Sqlite3Value?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_text16(argument1)
  }

  /// Calls the library's `sqlite3_value_text16le`.
  ///
  /// In C: `const void *sqlite3_value_text16le(sqlite3_value *)`
  public func sqlite3_value_text16le(
    _ argument1: Sqlite3Value?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_text16le(argument1)
  }

  /// Calls the library's `sqlite3_value_text16be`.
  ///
  /// In C: `const void *sqlite3_value_text16be(sqlite3_value *)`
  public func sqlite3_value_text16be(
    _ argument1: Sqlite3Value?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_value_text16be(argument1)
  }

  /// Calls the library's `sqlite3_value_bytes`.
  ///
  /// In C: `int sqlite3_value_bytes(sqlite3_value *)`
  public func sqlite3_value_bytes(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_bytes(argument1)
  }

  /// Calls the library's `sqlite3_value_bytes16`.
  ///
  /// In C: `int sqlite3_value_bytes16(sqlite3_value *)`
  public func sqlite3_value_bytes16(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_bytes16(argument1)
  }

  /// Calls the library's `sqlite3_value_type`.
  ///
  /// In C: `int sqlite3_value_type(sqlite3_value *)`
  public func sqlite3_value_type(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_type(argument1)
  }

  /// Calls the library's `sqlite3_value_numeric_type`.
  ///
  /// In C: `int sqlite3_value_numeric_type(sqlite3_value *)`
  public func sqlite3_value_numeric_type(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_numeric_type(argument1)
  }

  /// Calls the library's `sqlite3_value_nochange`.
  ///
  /// In C: `int sqlite3_value_nochange(sqlite3_value *)`
  public func sqlite3_value_nochange(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_nochange(argument1)
  }

  /// Calls the library's `sqlite3_value_frombind`.
  ///
  /// In C: `int sqlite3_value_frombind(sqlite3_value *)`
  public func sqlite3_value_frombind(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_frombind(argument1)
  }

  /// Calls the library's `sqlite3_value_encoding`.
  ///
  /// In C: `int sqlite3_value_encoding(sqlite3_value *)`
  public func sqlite3_value_encoding(_ argument1: Sqlite3Value?) throws(BridgeError) -> Int32 {
    try library.sqlite3_value_encoding(argument1)
  }

  /// Finding The Subtype Of SQL Values.
  ///
  /// The sqlite3_value_subtype(V) function returns the subtype for an [application-defined SQL
  /// function] argument V. The subtype information can be used to pass a limited amount of context
  /// from one SQL function to another. Use the [sqlite3_result_subtype()] routine to set the
  /// subtype for the return value of an SQL function.
  ///
  /// In C: `unsigned int sqlite3_value_subtype(sqlite3_value *)`
  public func sqlite3_value_subtype(_ argument1: Sqlite3Value?) throws(BridgeError) -> UInt32 {
    try library.sqlite3_value_subtype(argument1)
  }

  /// Copy And Free SQL Values.
  ///
  /// The sqlite3_value_dup(V) interface makes a copy of the [sqlite3_value] object D and returns a
  /// pointer to that copy. The [sqlite3_value] returned is a [protected sqlite3_value] object even
  /// if the input is not. The sqlite3_value_dup(V) interface returns NULL if V is NULL or if a
  /// memory allocation fails. If V is a [pointer value], then the result of sqlite3_value_dup(V) is
  /// a NULL value.
  ///
  /// The sqlite3_value_free(V) interface frees an [sqlite3_value] object previously obtained from
  /// [sqlite3_value_dup()]. If V is a NULL pointer then sqlite3_value_free(V) is a harmless no-op.
  ///
  /// In C: `sqlite3_value *sqlite3_value_dup(const sqlite3_value *)`
  public func sqlite3_value_dup(_ argument1: Sqlite3Value?) throws(BridgeError) -> Sqlite3Value? {
    try library.sqlite3_value_dup(argument1)
  }

  /// Calls the library's `sqlite3_value_free`.
  ///
  /// In C: `void sqlite3_value_free(sqlite3_value *)`
  public func sqlite3_value_free(_ argument1: Sqlite3Value?) throws(BridgeError) {
    try library.sqlite3_value_free(argument1)
  }

  /// Obtain Aggregate Function Context.
  ///
  /// Implementations of aggregate SQL functions use this routine to allocate memory for storing
  /// their state.
  ///
  /// The first time the sqlite3_aggregate_context(C,N) routine is called for a particular aggregate
  /// function, SQLite allocates N bytes of memory, zeroes out that memory, and returns a pointer to
  /// the new memory. On second and subsequent calls to sqlite3_aggregate_context() for the same
  /// aggregate function instance, the same buffer is returned. Sqlite3_aggregate_context() is
  /// normally called once for each invocation of the xStep callback and then one last time when the
  /// xFinal callback is invoked. (When no rows match an aggregate query, the xStep() callback of
  /// the aggregate function implementation is never called and xFinal() is called exactly once. In
  /// those cases, sqlite3_aggregate_context() might be called for the first time from within
  /// xFinal().)
  ///
  /// The sqlite3_aggregate_context(C,N) routine returns a NULL pointer when first called if N is
  /// less than or equal to zero or if a memory allocation error occurs.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_aggregate_context(sqlite3_context *, int nBytes)`
  public func sqlite3_aggregate_context(
    _ argument1: Sqlite3Context?, _ nBytes: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_aggregate_context(argument1, nBytes)
  }

  /// User Data For Functions.
  ///
  /// The sqlite3_user_data() interface returns a copy of the pointer that was the pUserData
  /// parameter (the 5th parameter) of the [sqlite3_create_function()] and
  /// [sqlite3_create_function16()] routines that originally registered the application defined
  /// function.
  ///
  /// This routine must be called from the same thread in which the application-defined function is
  /// running.
  ///
  /// In C: `void *sqlite3_user_data(sqlite3_context *)`
  public func sqlite3_user_data(
    _ argument1: Sqlite3Context?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_user_data(argument1)
  }

  /// Database Connection For Functions.
  ///
  /// The sqlite3_context_db_handle() interface returns a copy of the pointer to the [database
  /// connection] (the 1st parameter) of the [sqlite3_create_function()] and
  /// [sqlite3_create_function16()] routines that originally registered the application defined
  /// function.
  ///
  /// In C: `sqlite3 *sqlite3_context_db_handle(sqlite3_context *)`
  public func sqlite3_context_db_handle(
    _ argument1: Sqlite3Context?
  ) throws(BridgeError) -> Sqlite3? {
    try library.sqlite3_context_db_handle(argument1)
  }

  /// Function Auxiliary Data.
  ///
  /// These functions may be used by (non-aggregate) SQL functions to associate metadata with
  /// argument values. If the same value is passed to multiple invocations of the same SQL function
  /// during query execution, under some circumstances the associated metadata may be preserved. An
  /// example of where this might be useful is in a regular-expression matching function. The
  /// compiled version of the regular expression can be stored as metadata associated with the
  /// pattern string. Then as long as the pattern string remains the same, the compiled regular
  /// expression can be reused on multiple invocations of the same function.
  ///
  /// The sqlite3_get_auxdata(C,N) interface returns a pointer to the metadata associated by the
  /// sqlite3_set_auxdata(C,N,P,X) function with the Nth argument value to the application-defined
  /// function. N is zero for the left-most function argument. If there is no metadata associated
  /// with the function argument, the sqlite3_get_auxdata(C,N) interface returns a NULL pointer.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_get_auxdata(sqlite3_context *, int N)`
  public func sqlite3_get_auxdata(
    _ argument1: Sqlite3Context?, _ N: Int32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_get_auxdata(argument1, N)
  }

  /// Calls the library's `sqlite3_set_auxdata`.
  ///
  /// In C: `void sqlite3_set_auxdata(sqlite3_context *, int N, void *, void (*)(void *))`
  public func sqlite3_set_auxdata(
    _ argument1: Sqlite3Context?, _ N: Int32, _ argument3: (any LibraryArgument)?,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_set_auxdata(argument1, N, argument3, argument4)
  }

  /// Setting The Result Of An SQL Function.
  ///
  /// These routines are used by the xFunc or xFinal callbacks that implement SQL functions and
  /// aggregates. See [sqlite3_create_function()] and [sqlite3_create_function16()] for additional
  /// information.
  ///
  /// These functions work very much like the [parameter binding] family of functions used to bind
  /// values to host parameters in prepared statements. Refer to the [SQL parameter] documentation
  /// for additional information.
  ///
  /// The sqlite3_result_blob() interface sets the result from an application-defined function to be
  /// the BLOB whose content is pointed to by the second parameter and which is N bytes long where N
  /// is the third parameter.
  ///
  /// The sqlite3_result_zeroblob(C,N) and sqlite3_result_zeroblob64(C,N) interfaces set the result
  /// of the application-defined function to be a BLOB containing all zero bytes and N bytes in
  /// size.
  ///
  /// The sqlite3_result_double() interface sets the result from an application-defined function to
  /// be a floating point value specified by its 2nd argument.
  ///
  /// The header says more.
  ///
  /// In C: `void sqlite3_result_blob(sqlite3_context *, const void *, int, void (*)(void *))`
  public func sqlite3_result_blob(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: Int32,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_blob(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_blob64`.
  ///
  /// In C: `void sqlite3_result_blob64(sqlite3_context *, const void *, sqlite3_uint64, void
  /// (*)(void *))`
  public func sqlite3_result_blob64(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: UInt64,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_blob64(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_double`.
  ///
  /// In C: `void sqlite3_result_double(sqlite3_context *, double)`
  public func sqlite3_result_double(
    _ argument1: Sqlite3Context?, _ argument2: Double
  ) throws(BridgeError) {
    try library.sqlite3_result_double(argument1, argument2)
  }

  /// Calls the library's `sqlite3_result_error`.
  ///
  /// In C: `void sqlite3_result_error(sqlite3_context *, const char *, int)`
  public func sqlite3_result_error(
    _ argument1: Sqlite3Context?, _ argument2: String?, _ argument3: Int32
  ) throws(BridgeError) {
    try library.sqlite3_result_error(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_result_error16`.
  ///
  /// In C: `void sqlite3_result_error16(sqlite3_context *, const void *, int)`
  public func sqlite3_result_error16(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: Int32
  ) throws(BridgeError) {
    try library.sqlite3_result_error16(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_result_error_toobig`.
  ///
  /// In C: `void sqlite3_result_error_toobig(sqlite3_context *)`
  public func sqlite3_result_error_toobig(_ argument1: Sqlite3Context?) throws(BridgeError) {
    try library.sqlite3_result_error_toobig(argument1)
  }

  /// Calls the library's `sqlite3_result_error_nomem`.
  ///
  /// In C: `void sqlite3_result_error_nomem(sqlite3_context *)`
  public func sqlite3_result_error_nomem(_ argument1: Sqlite3Context?) throws(BridgeError) {
    try library.sqlite3_result_error_nomem(argument1)
  }

  /// Calls the library's `sqlite3_result_error_code`.
  ///
  /// In C: `void sqlite3_result_error_code(sqlite3_context *, int)`
  public func sqlite3_result_error_code(
    _ argument1: Sqlite3Context?, _ argument2: Int32
  ) throws(BridgeError) {
    try library.sqlite3_result_error_code(argument1, argument2)
  }

  /// Calls the library's `sqlite3_result_int`.
  ///
  /// In C: `void sqlite3_result_int(sqlite3_context *, int)`
  public func sqlite3_result_int(
    _ argument1: Sqlite3Context?, _ argument2: Int32
  ) throws(BridgeError) {
    try library.sqlite3_result_int(argument1, argument2)
  }

  /// Calls the library's `sqlite3_result_int64`.
  ///
  /// In C: `void sqlite3_result_int64(sqlite3_context *, sqlite3_int64)`
  public func sqlite3_result_int64(
    _ argument1: Sqlite3Context?, _ argument2: Int64
  ) throws(BridgeError) {
    try library.sqlite3_result_int64(argument1, argument2)
  }

  /// Calls the library's `sqlite3_result_null`.
  ///
  /// In C: `void sqlite3_result_null(sqlite3_context *)`
  public func sqlite3_result_null(_ argument1: Sqlite3Context?) throws(BridgeError) {
    try library.sqlite3_result_null(argument1)
  }

  /// Calls the library's `sqlite3_result_text`.
  ///
  /// In C: `void sqlite3_result_text(sqlite3_context *, const char *, int, void (*)(void *))`
  public func sqlite3_result_text(
    _ argument1: Sqlite3Context?, _ argument2: String?, _ argument3: Int32,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_text(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_text64`.
  ///
  /// In C: `void sqlite3_result_text64(sqlite3_context *, const char *, sqlite3_uint64, void
  /// (*)(void *), unsigned char encoding)`
  public func sqlite3_result_text64(
    _ argument1: Sqlite3Context?, _ argument2: String?, _ argument3: UInt64,
    _ argument4: (any LibraryArgument)?, _ encoding: UInt8
  ) throws(BridgeError) {
    try library.sqlite3_result_text64(argument1, argument2, argument3, argument4, encoding)
  }

  /// Calls the library's `sqlite3_result_text16`.
  ///
  /// In C: `void sqlite3_result_text16(sqlite3_context *, const void *, int, void (*)(void *))`
  public func sqlite3_result_text16(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: Int32,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_text16(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_text16le`.
  ///
  /// In C: `void sqlite3_result_text16le(sqlite3_context *, const void *, int, void (*)(void *))`
  public func sqlite3_result_text16le(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: Int32,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_text16le(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_text16be`.
  ///
  /// In C: `void sqlite3_result_text16be(sqlite3_context *, const void *, int, void (*)(void *))`
  public func sqlite3_result_text16be(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: Int32,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_text16be(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_value`.
  ///
  /// In C: `void sqlite3_result_value(sqlite3_context *, sqlite3_value *)`
  public func sqlite3_result_value(
    _ argument1: Sqlite3Context?, _ argument2: Sqlite3Value?
  ) throws(BridgeError) {
    try library.sqlite3_result_value(argument1, argument2)
  }

  /// Calls the library's `sqlite3_result_pointer`.
  ///
  /// In C: `void sqlite3_result_pointer(sqlite3_context *, void *, const char *, void (*)(void *))`
  public func sqlite3_result_pointer(
    _ argument1: Sqlite3Context?, _ argument2: (any LibraryArgument)?, _ argument3: String?,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) {
    try library.sqlite3_result_pointer(argument1, argument2, argument3, argument4)
  }

  /// Calls the library's `sqlite3_result_zeroblob`.
  ///
  /// In C: `void sqlite3_result_zeroblob(sqlite3_context *, int n)`
  public func sqlite3_result_zeroblob(
    _ argument1: Sqlite3Context?, _ n: Int32
  ) throws(BridgeError) {
    try library.sqlite3_result_zeroblob(argument1, n)
  }

  /// Calls the library's `sqlite3_result_zeroblob64`.
  ///
  /// In C: `int sqlite3_result_zeroblob64(sqlite3_context *, sqlite3_uint64 n)`
  public func sqlite3_result_zeroblob64(
    _ argument1: Sqlite3Context?, _ n: UInt64
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_result_zeroblob64(argument1, n)
  }

  /// Setting The Subtype Of An SQL Function.
  ///
  /// The sqlite3_result_subtype(C,T) function causes the subtype of the result from the
  /// [application-defined SQL function] with [sqlite3_context] C to be the value T. Only the lower
  /// 8 bits of the subtype T are preserved in current versions of SQLite; higher order bits are
  /// discarded. The number of subtype bytes preserved by SQLite might increase in future releases
  /// of SQLite.
  ///
  /// In C: `void sqlite3_result_subtype(sqlite3_context *, unsigned int)`
  public func sqlite3_result_subtype(
    _ argument1: Sqlite3Context?, _ argument2: UInt32
  ) throws(BridgeError) {
    try library.sqlite3_result_subtype(argument1, argument2)
  }

  /// Define New Collating Sequences.
  ///
  /// These functions add, remove, or modify a [collation] associated with the [database connection]
  /// specified as the first argument.
  ///
  /// The name of the collation is a UTF-8 string for sqlite3_create_collation() and
  /// sqlite3_create_collation_v2() and a UTF-16 string in native byte order for
  /// sqlite3_create_collation16(). Collation names that compare equal according to
  /// [sqlite3_strnicmp()] are considered to be the same name.
  ///
  /// (The third argument (eTextRep) must be one of the constants:
  ///
  /// [SQLITE_UTF8], [SQLITE_UTF16LE], [SQLITE_UTF16BE], [SQLITE_UTF16], or [SQLITE_UTF16_ALIGNED].
  /// ) The eTextRep argument determines the encoding of strings passed to the collating function
  /// callback, xCompare. The [SQLITE_UTF16] and [SQLITE_UTF16_ALIGNED] values for eTextRep force
  /// strings to be UTF16 with native byte order. The [SQLITE_UTF16_ALIGNED] value for eTextRep
  /// forces strings to begin on an even byte address.
  ///
  /// The fourth argument, pArg, is an application data pointer that is passed through as the first
  /// argument to the collating function callback.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_create_collation(sqlite3 *, const char *zName, int eTextRep, void *pArg,
  /// int (*xCompare)(void *, int, const void *, int, const void *))`
  public func sqlite3_create_collation(
    _ argument1: Sqlite3?, _ zName: String?, _ eTextRep: Int32, _ pArg: (any LibraryArgument)?,
    _ xCompare: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_collation(argument1, zName, eTextRep, pArg, xCompare)
  }

  /// Calls the library's `sqlite3_create_collation_v2`.
  ///
  /// In C: `int sqlite3_create_collation_v2(sqlite3 *, const char *zName, int eTextRep, void *pArg,
  /// int (*xCompare)(void *, int, const void *, int, const void *), void (*xDestroy)(void *))`
  public func sqlite3_create_collation_v2(
    _ argument1: Sqlite3?, _ zName: String?, _ eTextRep: Int32, _ pArg: (any LibraryArgument)?,
    _ xCompare: (any LibraryArgument)?, _ xDestroy: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_collation_v2(argument1, zName, eTextRep, pArg, xCompare, xDestroy)
  }

  /// Calls the library's `sqlite3_create_collation16`.
  ///
  /// In C: `int sqlite3_create_collation16(sqlite3 *, const void *zName, int eTextRep, void *pArg,
  /// int (*xCompare)(void *, int, const void *, int, const void *))`
  public func sqlite3_create_collation16(
    _ argument1: Sqlite3?, _ zName: (any LibraryArgument)?, _ eTextRep: Int32,
    _ pArg: (any LibraryArgument)?, _ xCompare: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_collation16(argument1, zName, eTextRep, pArg, xCompare)
  }

  /// Collation Needed Callbacks.
  ///
  /// To avoid having to register all collation sequences before a database can be used, a single
  /// callback function may be registered with the [database connection] to be invoked whenever an
  /// undefined collation sequence is required.
  ///
  /// If the function is registered using the sqlite3_collation_needed() API, then it is passed the
  /// names of undefined collation sequences as strings encoded in UTF-8. If
  /// sqlite3_collation_needed16() is used, the names are passed as UTF-16 in machine native byte
  /// order. A call to either function replaces the existing collation-needed callback.
  ///
  /// (When the callback is invoked, the first argument passed is a copy of the second argument to
  /// sqlite3_collation_needed() or sqlite3_collation_needed16(). The second argument is the
  /// database connection. The third argument is one of [SQLITE_UTF8], [SQLITE_UTF16BE], or
  /// [SQLITE_UTF16LE], indicating the most desirable form of the collation sequence function
  /// required. The fourth parameter is the name of the required collation sequence.)
  ///
  /// The callback function should register the desired collation using
  /// [sqlite3_create_collation()], [sqlite3_create_collation16()], or
  /// [sqlite3_create_collation_v2()].
  ///
  /// In C: `int sqlite3_collation_needed(sqlite3 *, void *, void (*)(void *, sqlite3 *, int
  /// eTextRep, const char *))`
  public func sqlite3_collation_needed(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_collation_needed(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_collation_needed16`.
  ///
  /// In C: `int sqlite3_collation_needed16(sqlite3 *, void *, void (*)(void *, sqlite3 *, int
  /// eTextRep, const void *))`
  public func sqlite3_collation_needed16(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_collation_needed16(argument1, argument2, argument3)
  }

  /// Suspend Execution For A Short Time.
  ///
  /// The sqlite3_sleep() function causes the current thread to suspend execution for at least a
  /// number of milliseconds specified in its parameter.
  ///
  /// If the operating system does not support sleep requests with millisecond time resolution, then
  /// the time will be rounded up to the nearest second. The number of milliseconds of sleep
  /// actually requested from the operating system is returned.
  ///
  /// SQLite implements this interface by calling the xSleep() method of the default [sqlite3_vfs]
  /// object. If the xSleep() method of the default VFS is not implemented correctly, or not
  /// implemented at all, then the behavior of sqlite3_sleep() may deviate from the description in
  /// the previous paragraphs.
  ///
  /// In C: `int sqlite3_sleep(int)`
  public func sqlite3_sleep(_ argument1: Int32) throws(BridgeError) -> Int32 {
    try library.sqlite3_sleep(argument1)
  }

  /// Test For Auto-Commit Mode.
  ///
  /// The sqlite3_get_autocommit() interface returns non-zero or zero if the given database
  /// connection is or is not in autocommit mode, respectively. Autocommit mode is on by default.
  /// Autocommit mode is disabled by a [BEGIN] statement. Autocommit mode is re-enabled by a
  /// [COMMIT] or [ROLLBACK].
  ///
  /// If certain kinds of errors occur on a statement within a multi-statement transaction (errors
  /// including [SQLITE_FULL], [SQLITE_IOERR], [SQLITE_NOMEM], [SQLITE_BUSY], and
  /// [SQLITE_INTERRUPT]) then the transaction might be rolled back automatically. The only way to
  /// find out whether SQLite automatically rolled back the transaction after an error is to use
  /// this function.
  ///
  /// If another thread changes the autocommit status of the database connection while this routine
  /// is running, then the return value is undefined.
  ///
  /// In C: `int sqlite3_get_autocommit(sqlite3 *)`
  public func sqlite3_get_autocommit(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_get_autocommit(argument1)
  }

  /// Find The Database Handle Of A Prepared Statement.
  ///
  /// The sqlite3_db_handle interface returns the [database connection] handle to which a [prepared
  /// statement] belongs. The [database connection] returned by sqlite3_db_handle is the same
  /// [database connection] that was the first argument to the [sqlite3_prepare_v2()] call (or its
  /// variants) that was used to create the statement in the first place.
  ///
  /// In C: `sqlite3 *sqlite3_db_handle(sqlite3_stmt *)`
  public func sqlite3_db_handle(_ argument1: Sqlite3Stmt?) throws(BridgeError) -> Sqlite3? {
    try library.sqlite3_db_handle(argument1)
  }

  /// Return The Schema Name For A Database Connection.
  ///
  /// The sqlite3_db_name(D,N) interface returns a pointer to the schema name for the N-th database
  /// on database connection D, or a NULL pointer of N is out of range. An N value of 0 means the
  /// main database file. An N of 1 is the "temp" schema. Larger values of N correspond to various
  /// ATTACH-ed databases.
  ///
  /// Space to hold the string that is returned by sqlite3_db_name() is managed by SQLite itself.
  /// The string might be deallocated by any operation that changes the schema, including [ATTACH]
  /// or [DETACH] or calls to [sqlite3_serialize()] or [sqlite3_deserialize()], even operations that
  /// occur on a different thread. Applications that need to remember the string long-term should
  /// make their own copy. Applications that are accessing the same database connection
  /// simultaneously on multiple threads should mutex-protect calls to this API and should make
  /// their own private copy of the result prior to releasing the mutex.
  ///
  /// In C: `const char *sqlite3_db_name(sqlite3 *db, int N)`
  public func sqlite3_db_name(_ db: Sqlite3?, _ N: Int32) throws(BridgeError) -> String? {
    try library.sqlite3_db_name(db, N)
  }

  /// Return The Filename For A Database Connection.
  ///
  /// The sqlite3_db_filename(D,N) interface returns a pointer to the filename associated with
  /// database N of connection D. If there is no attached database N on the database connection D,
  /// or if database N is a temporary or in-memory database, then this function will return either a
  /// NULL pointer or an empty string.
  ///
  /// The string value returned by this routine is owned and managed by the database connection. The
  /// value will be valid until the database N is [DETACH]-ed or until the database connection
  /// closes.
  ///
  /// The filename returned by this function is the output of the xFullPathname method of the [VFS].
  /// In other words, the filename will be an absolute pathname, even if the filename used to open
  /// the database originally was a URI or relative pathname.
  ///
  /// If the filename pointer returned by this routine is not NULL, then it can be used as the
  /// filename input parameter to these routines:
  ///
  /// [sqlite3_uri_parameter()] [sqlite3_uri_boolean()] [sqlite3_uri_int64()]
  /// [sqlite3_filename_database()] [sqlite3_filename_journal()] [sqlite3_filename_wal()]
  ///
  /// In C: `sqlite3_filename sqlite3_db_filename(sqlite3 *db, const char *zDbName)`
  public func sqlite3_db_filename(
    _ db: Sqlite3?, _ zDbName: String?
  ) throws(BridgeError) -> String? {
    try library.sqlite3_db_filename(db, zDbName)
  }

  /// Determine if a database is read-only.
  ///
  /// The sqlite3_db_readonly(D,N) interface returns 1 if the database N of connection D is
  /// read-only, 0 if it is read/write, or -1 if N is not the name of a database on connection D.
  ///
  /// In C: `int sqlite3_db_readonly(sqlite3 *db, const char *zDbName)`
  public func sqlite3_db_readonly(_ db: Sqlite3?, _ zDbName: String?) throws(BridgeError) -> Int32 {
    try library.sqlite3_db_readonly(db, zDbName)
  }

  /// Determine the transaction state of a database.
  ///
  /// The sqlite3_txn_state(D,S) interface returns the current [transaction state] of schema S in
  /// database connection D. If S is NULL, then the highest transaction state of any schema on
  /// database connection D is returned. Transaction states are (in order of lowest to highest):
  ///
  /// SQLITE_TXN_NONE SQLITE_TXN_READ SQLITE_TXN_WRITE
  ///
  /// If the S argument to sqlite3_txn_state(D,S) is not the name of a valid schema, then -1 is
  /// returned.
  ///
  /// In C: `int sqlite3_txn_state(sqlite3 *, const char *zSchema)`
  public func sqlite3_txn_state(
    _ argument1: Sqlite3?, _ zSchema: String?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_txn_state(argument1, zSchema)
  }

  /// Find the next prepared statement.
  ///
  /// This interface returns a pointer to the next [prepared statement] after pStmt associated with
  /// the [database connection] pDb. If pStmt is NULL then this interface returns a pointer to the
  /// first prepared statement associated with the database connection pDb. If no prepared statement
  /// satisfies the conditions of this routine, it returns NULL.
  ///
  /// The [database connection] pointer D in a call to [sqlite3_next_stmt(D,S)] must refer to an
  /// open database connection and in particular must not be a NULL pointer.
  ///
  /// In C: `sqlite3_stmt *sqlite3_next_stmt(sqlite3 *pDb, sqlite3_stmt *pStmt)`
  public func sqlite3_next_stmt(
    _ pDb: Sqlite3?, _ pStmt: Sqlite3Stmt?
  ) throws(BridgeError) -> Sqlite3Stmt? {
    try library.sqlite3_next_stmt(pDb, pStmt)
  }

  /// Commit And Rollback Notification Callbacks.
  ///
  /// The sqlite3_commit_hook() interface registers a callback function to be invoked whenever a
  /// transaction is [COMMIT | committed]. Any callback set by a previous call to
  /// sqlite3_commit_hook() for the same database connection is overridden. The
  /// sqlite3_rollback_hook() interface registers a callback function to be invoked whenever a
  /// transaction is [ROLLBACK | rolled back]. Any callback set by a previous call to
  /// sqlite3_rollback_hook() for the same database connection is overridden. The pArg argument is
  /// passed through to the callback. If the callback on a commit hook function returns non-zero,
  /// then the commit is converted into a rollback.
  ///
  /// The sqlite3_commit_hook(D,C,P) and sqlite3_rollback_hook(D,C,P) functions return the P
  /// argument from the previous call of the same function on the same [database connection] D, or
  /// NULL for the first call for each function on D.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_commit_hook(sqlite3 *, int (*)(void *), void *)`
  public func sqlite3_commit_hook(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_commit_hook(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_rollback_hook`.
  ///
  /// In C: `void *sqlite3_rollback_hook(sqlite3 *, void (*)(void *), void *)`
  public func sqlite3_rollback_hook(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_rollback_hook(argument1, argument2, argument3)
  }

  /// Autovacuum Compaction Amount Callback.
  ///
  /// The sqlite3_autovacuum_pages(D,C,P,X) interface registers a callback function C that is
  /// invoked prior to each autovacuum of the database file. The callback is passed a copy of the
  /// generic data pointer (P), the schema-name of the attached database that is being autovacuumed,
  /// the size of the database file in pages, the number of free pages, and the number of bytes per
  /// page, respectively. The callback should return the number of free pages that should be removed
  /// by the autovacuum. If the callback returns zero, then no autovacuum happens. If the value
  /// returned is greater than or equal to the number of free pages, then a complete autovacuum
  /// happens.
  ///
  /// If there are multiple ATTACH-ed database files that are being modified as part of a
  /// transaction commit, then the autovacuum pages callback is invoked separately for each file.
  ///
  /// The callback is not reentrant. The callback function should not attempt to invoke any other
  /// SQLite interface. If it does, bad things may happen, including segmentation faults and corrupt
  /// database files. The callback function should be a simple function that does some arithmetic on
  /// its input parameters and returns a result.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_autovacuum_pages(sqlite3 *db, unsigned int (*)(void *, const char *,
  /// unsigned int, unsigned int, unsigned int), void *, void (*)(void *))`
  public func sqlite3_autovacuum_pages(
    _ db: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?,
    _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_autovacuum_pages(db, argument2, argument3, argument4)
  }

  /// Data Change Notification Callbacks.
  ///
  /// The sqlite3_update_hook() interface registers a callback function with the [database
  /// connection] identified by the first argument to be invoked whenever a row is updated, inserted
  /// or deleted in a [rowid table]. Any callback set by a previous call to this function for the
  /// same database connection is overridden.
  ///
  /// The second argument is a pointer to the function to invoke when a row is updated, inserted or
  /// deleted in a rowid table. The first argument to the callback is a copy of the third argument
  /// to sqlite3_update_hook(). The second callback argument is one of [SQLITE_INSERT],
  /// [SQLITE_DELETE], or [SQLITE_UPDATE], depending on the operation that caused the callback to be
  /// invoked. The third and fourth arguments to the callback contain pointers to the database and
  /// table name containing the affected row. The final callback parameter is the [rowid] of the
  /// row. In the case of an update, this is the [rowid] after the update takes place.
  ///
  /// (The update hook is not invoked when internal system tables are modified (i.e.
  /// sqlite_sequence).) The update hook is not invoked when [WITHOUT ROWID] tables are modified.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_update_hook(sqlite3 *, void (*)(void *, int, const char *, const char *,
  /// sqlite3_int64), void *)`
  public func sqlite3_update_hook(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_update_hook(argument1, argument2, argument3)
  }

  /// Enable Or Disable Shared Pager Cache.
  ///
  /// (This routine enables or disables the sharing of the database cache and schema data structures
  /// between [database connection | connections] to the same database. Sharing is enabled if the
  /// argument is true and disabled if the argument is false.)
  ///
  /// This interface is omitted if SQLite is compiled with [-DSQLITE_OMIT_SHARED_CACHE]. The
  /// [-DSQLITE_OMIT_SHARED_CACHE] compile-time option is recommended because the [use of shared
  /// cache mode is discouraged].
  ///
  /// Cache sharing is enabled and disabled for an entire process. This is a change as of SQLite
  /// [version 3.5.0] ([dateof:3.5.0]). In prior versions of SQLite, sharing was enabled or disabled
  /// for each thread separately.
  ///
  /// (The cache sharing mode set by this interface effects all subsequent calls to
  /// [sqlite3_open()], [sqlite3_open_v2()], and [sqlite3_open16()]. Existing database connections
  /// continue to use the sharing mode that was in effect at the time they were opened.)
  ///
  /// (This routine returns [SQLITE_OK] if shared cache was enabled or disabled successfully. An
  /// [error code] is returned otherwise.)
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_enable_shared_cache(int)`
  public func sqlite3_enable_shared_cache(_ argument1: Int32) throws(BridgeError) -> Int32 {
    try library.sqlite3_enable_shared_cache(argument1)
  }

  /// Attempt To Free Heap Memory.
  ///
  /// The sqlite3_release_memory() interface attempts to free N bytes of heap memory by deallocating
  /// non-essential memory allocations held by the database library. Memory used to cache database
  /// pages to improve performance is an example of non-essential memory. sqlite3_release_memory()
  /// returns the number of bytes actually freed, which might be more or less than the amount
  /// requested. The sqlite3_release_memory() routine is a no-op returning zero if SQLite is not
  /// compiled with [SQLITE_ENABLE_MEMORY_MANAGEMENT].
  ///
  /// See also: [sqlite3_db_release_memory()]
  ///
  /// In C: `int sqlite3_release_memory(int)`
  public func sqlite3_release_memory(_ argument1: Int32) throws(BridgeError) -> Int32 {
    try library.sqlite3_release_memory(argument1)
  }

  /// Free Memory Used By A Database Connection.
  ///
  /// The sqlite3_db_release_memory(D) interface attempts to free as much heap memory as possible
  /// from database connection D. Unlike the [sqlite3_release_memory()] interface, this interface is
  /// in effect even when the [SQLITE_ENABLE_MEMORY_MANAGEMENT] compile-time option is omitted.
  ///
  /// See also: [sqlite3_release_memory()]
  ///
  /// In C: `int sqlite3_db_release_memory(sqlite3 *)`
  public func sqlite3_db_release_memory(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_db_release_memory(argument1)
  }

  /// Impose A Limit On Heap Size.
  ///
  /// These interfaces impose limits on the amount of heap memory that will be by all database
  /// connections within a single process.
  ///
  /// The sqlite3_soft_heap_limit64() interface sets and/or queries the soft limit on the amount of
  /// heap memory that may be allocated by SQLite. SQLite strives to keep heap memory utilization
  /// below the soft heap limit by reducing the number of pages held in the page cache as heap
  /// memory usages approaches the limit. The soft heap limit is "soft" because even though SQLite
  /// strives to stay below the limit, it will exceed the limit rather than generate an
  /// [SQLITE_NOMEM] error. In other words, the soft heap limit is advisory only.
  ///
  /// The sqlite3_hard_heap_limit64(N) interface sets a hard upper bound of N bytes on the amount of
  /// memory that will be allocated. The sqlite3_hard_heap_limit64(N) interface is similar to
  /// sqlite3_soft_heap_limit64(N) except that memory allocations will fail when the hard heap limit
  /// is reached.
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_int64 sqlite3_soft_heap_limit64(sqlite3_int64 N)`
  public func sqlite3_soft_heap_limit64(_ N: Int64) throws(BridgeError) -> Int64 {
    try library.sqlite3_soft_heap_limit64(N)
  }

  /// Calls the library's `sqlite3_hard_heap_limit64`.
  ///
  /// In C: `sqlite3_int64 sqlite3_hard_heap_limit64(sqlite3_int64 N)`
  public func sqlite3_hard_heap_limit64(_ N: Int64) throws(BridgeError) -> Int64 {
    try library.sqlite3_hard_heap_limit64(N)
  }

  /// Deprecated Soft Heap Limit Interface.
  ///
  /// DEPRECATED
  ///
  /// This is a deprecated version of the [sqlite3_soft_heap_limit64()] interface. This routine is
  /// provided for historical compatibility only. All new applications should use the
  /// [sqlite3_soft_heap_limit64()] interface rather than this one.
  ///
  /// In C: `void sqlite3_soft_heap_limit(int N)`
  public func sqlite3_soft_heap_limit(_ N: Int32) throws(BridgeError) {
    try library.sqlite3_soft_heap_limit(N)
  }

  /// Extract Metadata About A Column Of A Table.
  ///
  /// (The sqlite3_table_column_metadata(X,D,T,C,....) routine returns information about column C of
  /// table T in database D on [database connection] X.) The sqlite3_table_column_metadata()
  /// interface returns SQLITE_OK and fills in the non-NULL pointers in the final five arguments
  /// with appropriate values if the specified column exists. The sqlite3_table_column_metadata()
  /// interface returns SQLITE_ERROR if the specified column does not exist. If the column-name
  /// parameter to sqlite3_table_column_metadata() is a NULL pointer, then this routine simply
  /// checks for the existence of the table and returns SQLITE_OK if the table exists and
  /// SQLITE_ERROR if it does not. If the table name parameter T in a call to
  /// sqlite3_table_column_metadata(X,D,T,C,...) is NULL then the result is undefined behavior.
  ///
  /// The column is identified by the second, third and fourth parameters to this function. (The
  /// second parameter is either the name of the database (i.e. "main", "temp", or an attached
  /// database) containing the specified table or NULL.) If it is NULL, then all attached databases
  /// are searched for the table using the same algorithm used by the database engine to resolve
  /// unqualified table references.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_table_column_metadata(sqlite3 *db, const char *zDbName, const char
  /// *zTableName, const char *zColumnName, const char **pzDataType, const char **pzCollSeq, int
  /// *pNotNull, int *pPrimaryKey, int *pAutoinc)`
  public func sqlite3_table_column_metadata(
    _ db: Sqlite3?, _ zDbName: String?, _ zTableName: String?, _ zColumnName: String?,
    _ pzDataType: (any LibraryArgument)?, _ pzCollSeq: (any LibraryArgument)?,
    _ pNotNull: (any LibraryArgument)?, _ pPrimaryKey: (any LibraryArgument)?,
    _ pAutoinc: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_table_column_metadata(
      db, zDbName, zTableName, zColumnName, pzDataType, pzCollSeq, pNotNull, pPrimaryKey, pAutoinc)
  }

  /// Load An Extension.
  ///
  /// This interface loads an SQLite extension library from the named file.
  ///
  /// The sqlite3_load_extension() interface attempts to load an [SQLite extension] library
  /// contained in the file zFile. If the file cannot be loaded directly, attempts are made to load
  /// with various operating-system specific extensions added. So for example, if "samplelib" cannot
  /// be loaded, then names like "samplelib.so" or "samplelib.dylib" or "samplelib.dll" might be
  /// tried also.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_load_extension(sqlite3 *db, const char *zFile, const char *zProc, char
  /// **pzErrMsg)`
  public func sqlite3_load_extension(
    _ db: Sqlite3?, _ zFile: String?, _ zProc: String?, _ pzErrMsg: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_load_extension(db, zFile, zProc, pzErrMsg)
  }

  /// Enable Or Disable Extension Loading.
  ///
  /// So as not to open security holes in older applications that are unprepared to deal with
  /// [extension loading], and as a means of disabling [extension loading] while evaluating
  /// user-entered SQL, the following API is provided to turn the [sqlite3_load_extension()]
  /// mechanism on and off.
  ///
  /// Extension loading is off by default. Call the sqlite3_enable_load_extension() routine with
  /// onoff==1 to turn extension loading on and call it with onoff==0 to turn it back off again.
  ///
  /// This interface enables or disables both the C-API [sqlite3_load_extension()] and the SQL
  /// function [load_extension()]. (Use
  /// [sqlite3_db_config](db,[SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION],..) to enable or disable only
  /// the C-API.)
  ///
  /// Security warning: It is recommended that extension loading be enabled using the
  /// [SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION] method rather than this interface, so the
  /// [load_extension()] SQL function remains disabled. This will prevent SQL injections from giving
  /// attackers access to extension loading capabilities.
  ///
  /// In C: `int sqlite3_enable_load_extension(sqlite3 *db, int onoff)`
  public func sqlite3_enable_load_extension(
    _ db: Sqlite3?, _ onoff: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_enable_load_extension(db, onoff)
  }

  /// Automatically Load Statically Linked Extensions.
  ///
  /// This interface causes the xEntryPoint() function to be invoked for each new [database
  /// connection] that is created. The idea here is that xEntryPoint() is the entry point for a
  /// statically linked [SQLite extension] that is to be automatically loaded into all new database
  /// connections.
  ///
  /// (Even though the function prototype shows that xEntryPoint() takes no arguments and returns
  /// void, SQLite invokes xEntryPoint() with three arguments and expects an integer result as if
  /// the signature of the entry point where as follows:
  ///
  /// &nbsp; int xEntryPoint( &nbsp; sqlite3 *db, &nbsp; const char **pzErrMsg, &nbsp; const struct
  /// sqlite3_api_routines *pThunk &nbsp; ); )
  ///
  /// If the xEntryPoint routine encounters an error, it should make *pzErrMsg point to an
  /// appropriate error message (obtained from [sqlite3_mprintf()]) and return an appropriate [error
  /// code]. SQLite ensures that *pzErrMsg is NULL before calling the xEntryPoint(). SQLite will
  /// invoke [sqlite3_free()] on *pzErrMsg after xEntryPoint() returns. If any xEntryPoint() returns
  /// an error, the [sqlite3_open()], [sqlite3_open16()], or [sqlite3_open_v2()] call that provoked
  /// the xEntryPoint() will fail.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_auto_extension(void (*xEntryPoint)(void))`
  public func sqlite3_auto_extension(
    _ xEntryPoint: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_auto_extension(xEntryPoint)
  }

  /// Cancel Automatic Extension Loading.
  ///
  /// The [sqlite3_cancel_auto_extension(X)] interface unregisters the initialization routine X that
  /// was registered using a prior call to [sqlite3_auto_extension(X)]. The
  /// [sqlite3_cancel_auto_extension(X)] routine returns 1 if initialization routine X was
  /// successfully unregistered and it returns 0 if X was not on the list of initialization
  /// routines.
  ///
  /// In C: `int sqlite3_cancel_auto_extension(void (*xEntryPoint)(void))`
  public func sqlite3_cancel_auto_extension(
    _ xEntryPoint: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_cancel_auto_extension(xEntryPoint)
  }

  /// Reset Automatic Extension Loading.
  ///
  /// This interface disables all automatic extensions previously registered using
  /// [sqlite3_auto_extension()].
  ///
  /// In C: `void sqlite3_reset_auto_extension(void)`
  public func sqlite3_reset_auto_extension() throws(BridgeError) {
    try library.sqlite3_reset_auto_extension()
  }

  /// Register A Virtual Table Implementation.
  ///
  /// These routines are used to register a new [virtual table module] name. Module names must be
  /// registered before creating a new [virtual table] using the module and before using a
  /// preexisting [virtual table] for the module.
  ///
  /// The module name is registered on the [database connection] specified by the first parameter.
  /// The name of the module is given by the second parameter. The third parameter is a pointer to
  /// the implementation of the [virtual table module]. The fourth parameter is an arbitrary client
  /// data pointer that is passed through into the [xCreate] and [xConnect] methods of the virtual
  /// table module when a new virtual table is be being created or reinitialized.
  ///
  /// The sqlite3_create_module_v2() interface has a fifth parameter which is a pointer to a
  /// destructor for the pClientData. SQLite will invoke the destructor function (if it is not NULL)
  /// when SQLite no longer needs the pClientData pointer. The destructor will also be invoked if
  /// the call to sqlite3_create_module_v2() fails. The sqlite3_create_module() interface is
  /// equivalent to sqlite3_create_module_v2() with a NULL destructor.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_create_module(sqlite3 *db, const char *zName, const sqlite3_module *p, void
  /// *pClientData)`
  public func sqlite3_create_module(
    _ db: Sqlite3?, _ zName: String?, _ p: (any LibraryArgument)?,
    _ pClientData: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_module(db, zName, p, pClientData)
  }

  /// Calls the library's `sqlite3_create_module_v2`.
  ///
  /// In C: `int sqlite3_create_module_v2(sqlite3 *db, const char *zName, const sqlite3_module *p,
  /// void *pClientData, void (*xDestroy)(void *))`
  public func sqlite3_create_module_v2(
    _ db: Sqlite3?, _ zName: String?, _ p: (any LibraryArgument)?,
    _ pClientData: (any LibraryArgument)?, _ xDestroy: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_create_module_v2(db, zName, p, pClientData, xDestroy)
  }

  /// Remove Unnecessary Virtual Table Implementations.
  ///
  /// The sqlite3_drop_modules(D,L) interface removes all virtual table modules from database
  /// connection D except those named on list L. The L parameter must be either NULL or a pointer to
  /// an array of pointers to strings where the array is terminated by a single NULL pointer. If the
  /// L parameter is NULL, then all virtual table modules are removed.
  ///
  /// See also: [sqlite3_create_module()]
  ///
  /// In C: `int sqlite3_drop_modules(sqlite3 *db, const char **azKeep)`
  public func sqlite3_drop_modules(
    _ db: Sqlite3?, _ azKeep: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_drop_modules(db, azKeep)
  }

  /// Declare The Schema Of A Virtual Table.
  ///
  /// The [xCreate] and [xConnect] methods of a [virtual table module] call this interface to
  /// declare the format (the names and datatypes of the columns) of the virtual tables they
  /// implement.
  ///
  /// In C: `int sqlite3_declare_vtab(sqlite3 *, const char *zSQL)`
  public func sqlite3_declare_vtab(
    _ argument1: Sqlite3?, _ zSQL: String?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_declare_vtab(argument1, zSQL)
  }

  /// Overload A Function For A Virtual Table.
  ///
  /// (Virtual tables can provide alternative implementations of functions using the [xFindFunction]
  /// method of the [virtual table module]. But global versions of those functions must exist in
  /// order to be overloaded.)
  ///
  /// (This API makes sure a global version of a function with a particular name and number of
  /// parameters exists. If no such function exists before this API is called, a new function is
  /// created.) The implementation of the new function always causes an exception to be thrown. So
  /// the new function is not good for anything by itself. Its only purpose is to be a placeholder
  /// function that can be overloaded by a [virtual table].
  ///
  /// In C: `int sqlite3_overload_function(sqlite3 *, const char *zFuncName, int nArg)`
  public func sqlite3_overload_function(
    _ argument1: Sqlite3?, _ zFuncName: String?, _ nArg: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_overload_function(argument1, zFuncName, nArg)
  }

  /// Open A BLOB For Incremental I/O.
  ///
  /// (This interfaces opens a [BLOB handle | handle] to the BLOB located in row iRow, column
  /// zColumn, table zTable in database zDb; in other words, the same BLOB that would be selected
  /// by:
  ///
  /// SELECT zColumn FROM zDb.zTable WHERE [rowid] = iRow; )
  ///
  /// (Parameter zDb is not the filename that contains the database, but rather the symbolic name of
  /// the database. For attached databases, this is the name that appears after the AS keyword in
  /// the [ATTACH] statement. For the main database file, the database name is "main". For TEMP
  /// tables, the database name is "temp".)
  ///
  /// If the flags parameter is non-zero, then the BLOB is opened for read and write access. If the
  /// flags parameter is zero, the BLOB is opened for read-only access.
  ///
  /// (On success, [SQLITE_OK] is returned and the new [BLOB handle] is stored in *ppBlob. Otherwise
  /// an [error code] is returned and, unless the error code is SQLITE_MISUSE, *ppBlob is set to
  /// NULL.) This means that, provided the API is not misused, it is always safe to call
  /// [sqlite3_blob_close()] on *ppBlob after this function it returns.
  ///
  /// This function fails with SQLITE_ERROR if any of the following are true:
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_blob_open(sqlite3 *, const char *zDb, const char *zTable, const char
  /// *zColumn, sqlite3_int64 iRow, int flags, sqlite3_blob **ppBlob)`
  public func sqlite3_blob_open(
    _ argument1: Sqlite3?, _ zDb: String?, _ zTable: String?, _ zColumn: String?, _ iRow: Int64,
    _ flags: Int32, _ ppBlob: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_open(argument1, zDb, zTable, zColumn, iRow, flags, ppBlob)
  }

  /// Move a BLOB Handle to a New Row.
  ///
  /// This function is used to move an existing [BLOB handle] so that it points to a different row
  /// of the same database table. The new row is identified by the rowid value passed as the second
  /// argument. Only the row can be changed. The database, table and column on which the blob handle
  /// is open remain the same. Moving an existing [BLOB handle] to a new row is faster than closing
  /// the existing handle and opening a new one.
  ///
  /// (The new row must meet the same criteria as for [sqlite3_blob_open()] - it must exist and
  /// there must be either a blob or text value stored in the nominated column.) If the new row is
  /// not present in the table, or if it does not contain a blob or text value, or if another error
  /// occurs, an SQLite error code is returned and the blob handle is considered aborted. All
  /// subsequent calls to [sqlite3_blob_read()], [sqlite3_blob_write()] or [sqlite3_blob_reopen()]
  /// on an aborted blob handle immediately return SQLITE_ABORT. Calling [sqlite3_blob_bytes()] on
  /// an aborted blob handle always returns zero.
  ///
  /// This function sets the database handle error code and message.
  ///
  /// In C: `int sqlite3_blob_reopen(sqlite3_blob *, sqlite3_int64)`
  public func sqlite3_blob_reopen(
    _ argument1: Sqlite3Blob?, _ argument2: Int64
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_reopen(argument1, argument2)
  }

  /// Close A BLOB Handle.
  ///
  /// This function closes an open [BLOB handle]. (The BLOB handle is closed unconditionally. Even
  /// if this routine returns an error code, the handle is still closed.)
  ///
  /// If the blob handle being closed was opened for read-write access, and if the database is in
  /// auto-commit mode and there are no other open read-write blob handles or active write
  /// statements, the current transaction is committed. If an error occurs while committing the
  /// transaction, an error code is returned and the transaction rolled back.
  ///
  /// Calling this function with an argument that is not a NULL pointer or an open blob handle
  /// results in undefined behaviour. Calling this routine with a null pointer (such as would be
  /// returned by a failed call to [sqlite3_blob_open()]) is a harmless no-op. Otherwise, if this
  /// function is passed a valid open blob handle, the values returned by the sqlite3_errcode() and
  /// sqlite3_errmsg() functions are set before returning.
  ///
  /// In C: `int sqlite3_blob_close(sqlite3_blob *)`
  public func sqlite3_blob_close(_ argument1: Sqlite3Blob?) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_close(argument1)
  }

  /// Return The Size Of An Open BLOB.
  ///
  /// Returns the size in bytes of the BLOB accessible via the successfully opened [BLOB handle] in
  /// its only argument. The incremental blob I/O routines can only read or overwriting existing
  /// blob content; they cannot change the size of a blob.
  ///
  /// This routine only works on a [BLOB handle] which has been created by a prior successful call
  /// to [sqlite3_blob_open()] and which has not been closed by [sqlite3_blob_close()]. Passing any
  /// other pointer in to this routine results in undefined and probably undesirable behavior.
  ///
  /// In C: `int sqlite3_blob_bytes(sqlite3_blob *)`
  public func sqlite3_blob_bytes(_ argument1: Sqlite3Blob?) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_bytes(argument1)
  }

  /// Read Data From A BLOB Incrementally.
  ///
  /// (This function is used to read data from an open [BLOB handle] into a caller-supplied buffer.
  /// N bytes of data are copied into buffer Z from the open BLOB, starting at offset iOffset.)
  ///
  /// If offset iOffset is less than N bytes from the end of the BLOB, [SQLITE_ERROR] is returned
  /// and no data is read. If N or iOffset is less than zero, [SQLITE_ERROR] is returned and no data
  /// is read. The size of the blob (and hence the maximum value of N+iOffset) can be determined
  /// using the [sqlite3_blob_bytes()] interface.
  ///
  /// An attempt to read from an expired [BLOB handle] fails with an error code of [SQLITE_ABORT].
  ///
  /// (On success, sqlite3_blob_read() returns SQLITE_OK. Otherwise, an [error code] or an [extended
  /// error code] is returned.)
  ///
  /// This routine only works on a [BLOB handle] which has been created by a prior successful call
  /// to [sqlite3_blob_open()] and which has not been closed by [sqlite3_blob_close()]. Passing any
  /// other pointer in to this routine results in undefined and probably undesirable behavior.
  ///
  /// See also: [sqlite3_blob_write()].
  ///
  /// In C: `int sqlite3_blob_read(sqlite3_blob *, void *Z, int N, int iOffset)`
  public func sqlite3_blob_read(
    _ argument1: Sqlite3Blob?, _ Z: (any LibraryArgument)?, _ N: Int32, _ iOffset: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_read(argument1, Z, N, iOffset)
  }

  /// Write Data Into A BLOB Incrementally.
  ///
  /// (This function is used to write data into an open [BLOB handle] from a caller-supplied buffer.
  /// N bytes of data are copied from the buffer Z into the open BLOB, starting at offset iOffset.)
  ///
  /// (On success, sqlite3_blob_write() returns SQLITE_OK. Otherwise, an [error code] or an
  /// [extended error code] is returned.) Unless SQLITE_MISUSE is returned, this function sets the
  /// [database connection] error code and message accessible via [sqlite3_errcode()] and
  /// [sqlite3_errmsg()] and related functions.
  ///
  /// If the [BLOB handle] passed as the first argument was not opened for writing (the flags
  /// parameter to [sqlite3_blob_open()] was zero), this function returns [SQLITE_READONLY].
  ///
  /// This function may only modify the contents of the BLOB; it is not possible to increase the
  /// size of a BLOB using this API. If offset iOffset is less than N bytes from the end of the
  /// BLOB, [SQLITE_ERROR] is returned and no data is written. The size of the BLOB (and hence the
  /// maximum value of N+iOffset) can be determined using the [sqlite3_blob_bytes()] interface. If N
  /// or iOffset are less than zero [SQLITE_ERROR] is returned and no data is written.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_blob_write(sqlite3_blob *, const void *z, int n, int iOffset)`
  public func sqlite3_blob_write(
    _ argument1: Sqlite3Blob?, _ z: (any LibraryArgument)?, _ n: Int32, _ iOffset: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_blob_write(argument1, z, n, iOffset)
  }

  /// Virtual File System Objects.
  ///
  /// A virtual filesystem (VFS) is an [sqlite3_vfs] object that SQLite uses to interact with the
  /// underlying operating system. Most SQLite builds come with a single default VFS that is
  /// appropriate for the host computer. New VFSes can be registered and existing VFSes can be
  /// unregistered. The following interfaces are provided.
  ///
  /// The sqlite3_vfs_find() interface returns a pointer to a VFS given its name. Names are case
  /// sensitive. Names are zero-terminated UTF-8 strings. If there is no match, a NULL pointer is
  /// returned. If zVfsName is NULL then the default VFS is returned.
  ///
  /// New VFSes are registered with sqlite3_vfs_register(). Each new VFS becomes the default VFS if
  /// the makeDflt flag is set. The same VFS can be registered multiple times without injury. To
  /// make an existing VFS into the default VFS, register it again with the makeDflt flag set. If
  /// two different VFSes with the same name are registered, the behavior is undefined. If a VFS is
  /// registered with a name that is NULL or an empty string, then the behavior is undefined.
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_vfs *sqlite3_vfs_find(const char *zVfsName)`
  public func sqlite3_vfs_find(_ zVfsName: String?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_vfs_find(zVfsName)
  }

  /// Calls the library's `sqlite3_vfs_register`.
  ///
  /// In C: `int sqlite3_vfs_register(sqlite3_vfs *, int makeDflt)`
  public func sqlite3_vfs_register(
    _ argument1: (any LibraryArgument)?, _ makeDflt: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vfs_register(argument1, makeDflt)
  }

  /// Calls the library's `sqlite3_vfs_unregister`.
  ///
  /// In C: `int sqlite3_vfs_unregister(sqlite3_vfs *)`
  public func sqlite3_vfs_unregister(
    _ argument1: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vfs_unregister(argument1)
  }

  /// Mutexes.
  ///
  /// The SQLite core uses these routines for thread synchronization. Though they are intended for
  /// internal use by SQLite, code that links against SQLite is permitted to use any of these
  /// routines.
  ///
  /// The SQLite source code contains multiple implementations of these mutex routines. An
  /// appropriate implementation is selected automatically at compile-time. The following
  /// implementations are available in the SQLite core:
  ///
  /// SQLITE_MUTEX_PTHREADS SQLITE_MUTEX_W32 SQLITE_MUTEX_NOOP
  ///
  /// The SQLITE_MUTEX_NOOP implementation is a set of routines that does no real locking and is
  /// appropriate for use in a single-threaded application. The SQLITE_MUTEX_PTHREADS and
  /// SQLITE_MUTEX_W32 implementations are appropriate for use on Unix and Windows.
  ///
  /// If SQLite is compiled with the SQLITE_MUTEX_APPDEF preprocessor macro defined (with
  /// "-DSQLITE_MUTEX_APPDEF=1"), then no mutex implementation is included with the library. In this
  /// case the application must supply a custom mutex implementation using the [SQLITE_CONFIG_MUTEX]
  /// option of the sqlite3_config() function before calling sqlite3_initialize() or any other
  /// public sqlite3_ function that calls sqlite3_initialize().
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_mutex *sqlite3_mutex_alloc(int)`
  public func sqlite3_mutex_alloc(_ argument1: Int32) throws(BridgeError) -> Sqlite3Mutex? {
    try library.sqlite3_mutex_alloc(argument1)
  }

  /// Calls the library's `sqlite3_mutex_free`.
  ///
  /// In C: `void sqlite3_mutex_free(sqlite3_mutex *)`
  public func sqlite3_mutex_free(_ argument1: Sqlite3Mutex?) throws(BridgeError) {
    try library.sqlite3_mutex_free(argument1)
  }

  /// Calls the library's `sqlite3_mutex_enter`.
  ///
  /// In C: `void sqlite3_mutex_enter(sqlite3_mutex *)`
  public func sqlite3_mutex_enter(_ argument1: Sqlite3Mutex?) throws(BridgeError) {
    try library.sqlite3_mutex_enter(argument1)
  }

  /// Calls the library's `sqlite3_mutex_try`.
  ///
  /// In C: `int sqlite3_mutex_try(sqlite3_mutex *)`
  public func sqlite3_mutex_try(_ argument1: Sqlite3Mutex?) throws(BridgeError) -> Int32 {
    try library.sqlite3_mutex_try(argument1)
  }

  /// Calls the library's `sqlite3_mutex_leave`.
  ///
  /// In C: `void sqlite3_mutex_leave(sqlite3_mutex *)`
  public func sqlite3_mutex_leave(_ argument1: Sqlite3Mutex?) throws(BridgeError) {
    try library.sqlite3_mutex_leave(argument1)
  }

  /// Retrieve the mutex for a database connection.
  ///
  /// This interface returns a pointer the [sqlite3_mutex] object that serializes access to the
  /// [database connection] given in the argument when the [threading mode] is Serialized. If the
  /// [threading mode] is Single-thread or Multi-thread then this routine returns a NULL pointer.
  ///
  /// In C: `sqlite3_mutex *sqlite3_db_mutex(sqlite3 *)`
  public func sqlite3_db_mutex(_ argument1: Sqlite3?) throws(BridgeError) -> Sqlite3Mutex? {
    try library.sqlite3_db_mutex(argument1)
  }

  /// Low-Level Control Of Database Files.
  ///
  /// The [sqlite3_file_control()] interface makes a direct call to the xFileControl method for the
  /// [sqlite3_io_methods] object associated with a particular database identified by the second
  /// argument. The name of the database is "main" for the main database or "temp" for the TEMP
  /// database, or the name that appears after the AS keyword for databases that are added using the
  /// [ATTACH] SQL command. A NULL pointer can be used in place of "main" to refer to the main
  /// database file. The third and fourth parameters to this routine are passed directly through to
  /// the second and third parameters of the xFileControl method. The return value of the
  /// xFileControl method becomes the return value of this routine.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_file_control(sqlite3 *, const char *zDbName, int op, void *)`
  public func sqlite3_file_control(
    _ argument1: Sqlite3?, _ zDbName: String?, _ op: Int32, _ argument4: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_file_control(argument1, zDbName, op, argument4)
  }

  /// Testing Interface.
  ///
  /// The sqlite3_test_control() interface is used to read out internal state of SQLite and to
  /// inject faults into SQLite for testing purposes. The first parameter is an operation code that
  /// determines the number, meaning, and operation of all subsequent parameters.
  ///
  /// This interface is not for use by applications. It exists solely for verifying the correct
  /// operation of the SQLite library. Depending on how the SQLite library is compiled, this
  /// interface might not exist.
  ///
  /// The details of the operation codes, their meanings, the parameters they take, and what they do
  /// are all subject to change without notice. Unlike most of the SQLite API, this function is not
  /// guaranteed to operate consistently from one release to the next.
  ///
  /// In C: `int sqlite3_test_control(int op, ...)`
  public func sqlite3_test_control(
    _ op: Int32, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Int32 {
    let fixed: [(any LibraryArgument)?] = [op]
    return try library.sqlite3_test_control.call(fixed + arguments)
  }

  /// SQL Keyword Checking.
  ///
  /// These routines provide access to the set of SQL language keywords recognized by SQLite.
  /// Applications can uses these routines to determine whether or not a specific identifier needs
  /// to be escaped (for example, by enclosing in double-quotes) so as not to confuse the parser.
  ///
  /// The sqlite3_keyword_count() interface returns the number of distinct keywords understood by
  /// SQLite.
  ///
  /// The sqlite3_keyword_name(N,Z,L) interface finds the N-th keyword and makes *Z point to that
  /// keyword expressed as UTF8 and writes the number of bytes in the keyword into *L. The string
  /// that *Z points to is not zero-terminated. The sqlite3_keyword_name(N,Z,L) routine returns
  /// SQLITE_OK if N is within bounds and SQLITE_ERROR if not. If either Z or L are NULL or invalid
  /// pointers then calls to sqlite3_keyword_name(N,Z,L) result in undefined behavior.
  ///
  /// The sqlite3_keyword_check(Z,L) interface checks to see whether or not the L-byte UTF8
  /// identifier that Z points to is a keyword, returning non-zero if it is and zero if not.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_keyword_count(void)`
  public func sqlite3_keyword_count() throws(BridgeError) -> Int32 {
    try library.sqlite3_keyword_count()
  }

  /// Calls the library's `sqlite3_keyword_name`.
  ///
  /// In C: `int sqlite3_keyword_name(int, const char **, int *)`
  public func sqlite3_keyword_name(
    _ argument1: Int32, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_keyword_name(argument1, argument2, argument3)
  }

  /// Calls the library's `sqlite3_keyword_check`.
  ///
  /// In C: `int sqlite3_keyword_check(const char *, int)`
  public func sqlite3_keyword_check(
    _ argument1: String?, _ argument2: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_keyword_check(argument1, argument2)
  }

  /// Create A New Dynamic String Object.
  ///
  /// The [sqlite3_str_new(D)] interface allocates and initializes a new [sqlite3_str] object. To
  /// avoid memory leaks, the object returned by [sqlite3_str_new()] must be freed by a subsequent
  /// call to [sqlite3_str_finish(X)].
  ///
  /// The [sqlite3_str_new(D)] interface always returns a pointer to a valid [sqlite3_str] object,
  /// though in the event of an out-of-memory error the returned object might be a special singleton
  /// that will silently reject new text, always return SQLITE_NOMEM from [sqlite3_str_errcode()],
  /// always return 0 for [sqlite3_str_length()], and always return NULL from
  /// [sqlite3_str_finish(X)]. It is always safe to use the value returned by [sqlite3_str_new(D)]
  /// as the sqlite3_str parameter to any of the other [sqlite3_str] methods.
  ///
  /// The D parameter to [sqlite3_str_new(D)] may be NULL. If the D parameter in
  /// [sqlite3_str_new(D)] is not NULL, then the maximum length of the string contained in the
  /// [sqlite3_str] object will be the value set for [sqlite3_limit](D,[SQLITE_LIMIT_LENGTH])
  /// instead of [SQLITE_MAX_LENGTH].
  ///
  /// In C: `sqlite3_str *sqlite3_str_new(sqlite3 *)`
  public func sqlite3_str_new(_ argument1: Sqlite3?) throws(BridgeError) -> Sqlite3Str? {
    try library.sqlite3_str_new(argument1)
  }

  /// Finalize A Dynamic String.
  ///
  /// The [sqlite3_str_finish(X)] interface destroys the sqlite3_str object X and returns a pointer
  /// to a memory buffer obtained from [sqlite3_malloc64()] that contains the constructed string.
  /// The calling application should pass the returned value to [sqlite3_free()] to avoid a memory
  /// leak. The [sqlite3_str_finish(X)] interface may return a NULL pointer if any errors were
  /// encountered during construction of the string. The [sqlite3_str_finish(X)] interface will also
  /// return a NULL pointer if the string in [sqlite3_str] object X is zero bytes long.
  ///
  /// In C: `char *sqlite3_str_finish(sqlite3_str *)`
  public func sqlite3_str_finish(_ argument1: Sqlite3Str?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_str_finish(argument1)
  }

  /// Add Content To A Dynamic String.
  ///
  /// These interfaces add content to an sqlite3_str object previously obtained from
  /// [sqlite3_str_new()].
  ///
  /// The [sqlite3_str_appendf(X,F,...)] and [sqlite3_str_vappendf(X,F,V)] interfaces uses the
  /// [built-in printf] functionality of SQLite to append formatted text onto the end of
  /// [sqlite3_str] object X.
  ///
  /// The [sqlite3_str_append(X,S,N)] method appends exactly N bytes from string S onto the end of
  /// the [sqlite3_str] object X. N must be non-negative. S must contain at least N non-zero bytes
  /// of content. To append a zero-terminated string in its entirety, use the
  /// [sqlite3_str_appendall()] method instead.
  ///
  /// The [sqlite3_str_appendall(X,S)] method appends the complete content of zero-terminated string
  /// S onto the end of [sqlite3_str] object X.
  ///
  /// The [sqlite3_str_appendchar(X,N,C)] method appends N copies of the single-byte character C
  /// onto the end of [sqlite3_str] object X. This method can be used, for example, to add
  /// whitespace indentation.
  ///
  /// The [sqlite3_str_reset(X)] method resets the string under construction inside [sqlite3_str]
  /// object X back to zero bytes in length.
  ///
  /// The header says more.
  ///
  /// In C: `void sqlite3_str_appendf(sqlite3_str *, const char *zFormat, ...)`
  public func sqlite3_str_appendf(
    _ argument1: Sqlite3Str?, _ zFormat: String?, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) {
    let fixed: [(any LibraryArgument)?] = [argument1, zFormat]
    try library.sqlite3_str_appendf.call(fixed + arguments)
  }

  /// Calls the library's `sqlite3_str_append`.
  ///
  /// In C: `void sqlite3_str_append(sqlite3_str *, const char *zIn, int N)`
  public func sqlite3_str_append(
    _ argument1: Sqlite3Str?, _ zIn: String?, _ N: Int32
  ) throws(BridgeError) {
    try library.sqlite3_str_append(argument1, zIn, N)
  }

  /// Calls the library's `sqlite3_str_appendall`.
  ///
  /// In C: `void sqlite3_str_appendall(sqlite3_str *, const char *zIn)`
  public func sqlite3_str_appendall(_ argument1: Sqlite3Str?, _ zIn: String?) throws(BridgeError) {
    try library.sqlite3_str_appendall(argument1, zIn)
  }

  /// Calls the library's `sqlite3_str_appendchar`.
  ///
  /// In C: `void sqlite3_str_appendchar(sqlite3_str *, int N, char C)`
  public func sqlite3_str_appendchar(
    _ argument1: Sqlite3Str?, _ N: Int32, _ C: Int8
  ) throws(BridgeError) {
    try library.sqlite3_str_appendchar(argument1, N, C)
  }

  /// Calls the library's `sqlite3_str_reset`.
  ///
  /// In C: `void sqlite3_str_reset(sqlite3_str *)`
  public func sqlite3_str_reset(_ argument1: Sqlite3Str?) throws(BridgeError) {
    try library.sqlite3_str_reset(argument1)
  }

  /// Status Of A Dynamic String.
  ///
  /// These interfaces return the current status of an [sqlite3_str] object.
  ///
  /// If any prior errors have occurred while constructing the dynamic string in sqlite3_str X, then
  /// the [sqlite3_str_errcode(X)] method will return an appropriate error code. The
  /// [sqlite3_str_errcode(X)] method returns [SQLITE_NOMEM] following any out-of-memory error, or
  /// [SQLITE_TOOBIG] if the size of the dynamic string exceeds [SQLITE_MAX_LENGTH], or [SQLITE_OK]
  /// if there have been no errors.
  ///
  /// The [sqlite3_str_length(X)] method returns the current length, in bytes, of the dynamic string
  /// under construction in [sqlite3_str] object X. The length returned by [sqlite3_str_length(X)]
  /// does not include the zero-termination byte.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_str_errcode(sqlite3_str *)`
  public func sqlite3_str_errcode(_ argument1: Sqlite3Str?) throws(BridgeError) -> Int32 {
    try library.sqlite3_str_errcode(argument1)
  }

  /// Calls the library's `sqlite3_str_length`.
  ///
  /// In C: `int sqlite3_str_length(sqlite3_str *)`
  public func sqlite3_str_length(_ argument1: Sqlite3Str?) throws(BridgeError) -> Int32 {
    try library.sqlite3_str_length(argument1)
  }

  /// Calls the library's `sqlite3_str_value`.
  ///
  /// In C: `char *sqlite3_str_value(sqlite3_str *)`
  public func sqlite3_str_value(_ argument1: Sqlite3Str?) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_str_value(argument1)
  }

  /// SQLite Runtime Status.
  ///
  /// These interfaces are used to retrieve runtime status information about the performance of
  /// SQLite, and optionally to reset various highwater marks. The first argument is an integer code
  /// for the specific parameter to measure. (Recognized integer codes are of the form [status
  /// parameters | SQLITE_STATUS_...].) The current value of the parameter is returned into
  /// *pCurrent. The highest recorded value is returned in *pHighwater. If the resetFlag is true,
  /// then the highest record value is reset after *pHighwater is written. (Some parameters do not
  /// record the highest value. For those parameters nothing is written into *pHighwater and the
  /// resetFlag is ignored.) (Other parameters record only the highwater mark and not the current
  /// value. For these latter parameters nothing is written into *pCurrent.)
  ///
  /// The sqlite3_status() and sqlite3_status64() routines return SQLITE_OK on success and a
  /// non-zero [error code] on failure.
  ///
  /// If either the current value or the highwater mark is too large to be represented by a 32-bit
  /// integer, then the values returned by sqlite3_status() are undefined.
  ///
  /// See also: [sqlite3_db_status()]
  ///
  /// In C: `int sqlite3_status(int op, int *pCurrent, int *pHighwater, int resetFlag)`
  public func sqlite3_status(
    _ op: Int32, _ pCurrent: (any LibraryArgument)?, _ pHighwater: (any LibraryArgument)?,
    _ resetFlag: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_status(op, pCurrent, pHighwater, resetFlag)
  }

  /// Calls the library's `sqlite3_status64`.
  ///
  /// In C: `int sqlite3_status64(int op, sqlite3_int64 *pCurrent, sqlite3_int64 *pHighwater, int
  /// resetFlag)`
  public func sqlite3_status64(
    _ op: Int32, _ pCurrent: (any LibraryArgument)?, _ pHighwater: (any LibraryArgument)?,
    _ resetFlag: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_status64(op, pCurrent, pHighwater, resetFlag)
  }

  /// Database Connection Status.
  ///
  /// This interface is used to retrieve runtime status information about a single [database
  /// connection]. The first argument is the database connection object to be interrogated. The
  /// second argument is an integer constant, taken from the set of [SQLITE_DBSTATUS options], that
  /// determines the parameter to interrogate. The set of [SQLITE_DBSTATUS options] is likely to
  /// grow in future releases of SQLite.
  ///
  /// The current value of the requested parameter is written into *pCur and the highest
  /// instantaneous value is written into *pHiwtr. If the resetFlg is true, then the highest
  /// instantaneous value is reset back down to the current value.
  ///
  /// The sqlite3_db_status() routine returns SQLITE_OK on success and a non-zero [error code] on
  /// failure.
  ///
  /// See also: [sqlite3_status()] and [sqlite3_stmt_status()].
  ///
  /// In C: `int sqlite3_db_status(sqlite3 *, int op, int *pCur, int *pHiwtr, int resetFlg)`
  public func sqlite3_db_status(
    _ argument1: Sqlite3?, _ op: Int32, _ pCur: (any LibraryArgument)?,
    _ pHiwtr: (any LibraryArgument)?, _ resetFlg: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_db_status(argument1, op, pCur, pHiwtr, resetFlg)
  }

  /// Prepared Statement Status.
  ///
  /// (Each prepared statement maintains various [SQLITE_STMTSTATUS counters] that measure the
  /// number of times it has performed specific operations.) These counters can be used to monitor
  /// the performance characteristics of the prepared statements. For example, if the number of
  /// table steps greatly exceeds the number of table searches or result rows, that would tend to
  /// indicate that the prepared statement is using a full table scan rather than an index.
  ///
  /// (This interface is used to retrieve and reset counter values from a [prepared statement]. The
  /// first argument is the prepared statement object to be interrogated. The second argument is an
  /// integer code for a specific [SQLITE_STMTSTATUS counter] to be interrogated.) The current value
  /// of the requested counter is returned. If the resetFlg is true, then the counter is reset to
  /// zero after this interface call returns.
  ///
  /// See also: [sqlite3_status()] and [sqlite3_db_status()].
  ///
  /// In C: `int sqlite3_stmt_status(sqlite3_stmt *, int op, int resetFlg)`
  public func sqlite3_stmt_status(
    _ argument1: Sqlite3Stmt?, _ op: Int32, _ resetFlg: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_stmt_status(argument1, op, resetFlg)
  }

  /// Online Backup API.
  ///
  /// The backup API copies the content of one database into another. It is useful either for
  /// creating backups of databases or for copying in-memory databases to or from persistent files.
  ///
  /// See Also: [Using the SQLite Online Backup API]
  ///
  /// SQLite holds a write transaction open on the destination database file for the duration of the
  /// backup operation. The source database is read-locked only while it is being read; it is not
  /// locked continuously for the entire backup operation. Thus, the backup may be performed on a
  /// live source database without preventing other database connections from reading or writing to
  /// the source database while the backup is underway.
  ///
  /// (To perform a backup operation:
  ///
  /// sqlite3_backup_init() is called once to initialize the backup, sqlite3_backup_step() is called
  /// one or more times to transfer the data between the two databases, and finally
  /// sqlite3_backup_finish() is called to release all resources associated with the backup
  /// operation. ) There should be exactly one call to sqlite3_backup_finish() for each successful
  /// call to sqlite3_backup_init().
  ///
  /// [[sqlite3_backup_init()]] sqlite3_backup_init()
  ///
  /// The header says more.
  ///
  /// In C: `sqlite3_backup *sqlite3_backup_init(sqlite3 *pDest, const char *zDestName, sqlite3
  /// *pSource, const char *zSourceName)`
  public func sqlite3_backup_init(
    _ pDest: Sqlite3?, _ zDestName: String?, _ pSource: Sqlite3?, _ zSourceName: String?
  ) throws(BridgeError) -> Sqlite3Backup? {
    try library.sqlite3_backup_init(pDest, zDestName, pSource, zSourceName)
  }

  /// Calls the library's `sqlite3_backup_step`.
  ///
  /// In C: `int sqlite3_backup_step(sqlite3_backup *p, int nPage)`
  public func sqlite3_backup_step(
    _ p: Sqlite3Backup?, _ nPage: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_backup_step(p, nPage)
  }

  /// Calls the library's `sqlite3_backup_finish`.
  ///
  /// In C: `int sqlite3_backup_finish(sqlite3_backup *p)`
  public func sqlite3_backup_finish(_ p: Sqlite3Backup?) throws(BridgeError) -> Int32 {
    try library.sqlite3_backup_finish(p)
  }

  /// Calls the library's `sqlite3_backup_remaining`.
  ///
  /// In C: `int sqlite3_backup_remaining(sqlite3_backup *p)`
  public func sqlite3_backup_remaining(_ p: Sqlite3Backup?) throws(BridgeError) -> Int32 {
    try library.sqlite3_backup_remaining(p)
  }

  /// Calls the library's `sqlite3_backup_pagecount`.
  ///
  /// In C: `int sqlite3_backup_pagecount(sqlite3_backup *p)`
  public func sqlite3_backup_pagecount(_ p: Sqlite3Backup?) throws(BridgeError) -> Int32 {
    try library.sqlite3_backup_pagecount(p)
  }

  /// Unlock Notification.
  ///
  /// When running in shared-cache mode, a database operation may fail with an [SQLITE_LOCKED] error
  /// if the required locks on the shared-cache or individual tables within the shared-cache cannot
  /// be obtained. See [SQLite Shared-Cache Mode] for a description of shared-cache locking. This
  /// API may be used to register a callback that SQLite will invoke when the connection currently
  /// holding the required lock relinquishes it. This API is only available if the library was
  /// compiled with the [SQLITE_ENABLE_UNLOCK_NOTIFY] C-preprocessor symbol defined.
  ///
  /// See Also: [Using the SQLite Unlock Notification Feature].
  ///
  /// Shared-cache locks are released when a database connection concludes its current transaction,
  /// either by committing it or rolling it back.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_unlock_notify(sqlite3 *pBlocked, void (*xNotify)(void **apArg, int nArg),
  /// void *pNotifyArg)`
  public func sqlite3_unlock_notify(
    _ pBlocked: Sqlite3?, _ xNotify: (any LibraryArgument)?, _ pNotifyArg: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_unlock_notify(pBlocked, xNotify, pNotifyArg)
  }

  /// String Comparison.
  ///
  /// The [sqlite3_stricmp()] and [sqlite3_strnicmp()] APIs allow applications and extensions to
  /// compare the contents of two buffers containing UTF-8 strings in a case-independent fashion,
  /// using the same definition of "case independence" that SQLite uses internally when comparing
  /// identifiers.
  ///
  /// In C: `int sqlite3_stricmp(const char *, const char *)`
  public func sqlite3_stricmp(
    _ argument1: String?, _ argument2: String?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_stricmp(argument1, argument2)
  }

  /// Calls the library's `sqlite3_strnicmp`.
  ///
  /// In C: `int sqlite3_strnicmp(const char *, const char *, int)`
  public func sqlite3_strnicmp(
    _ argument1: String?, _ argument2: String?, _ argument3: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_strnicmp(argument1, argument2, argument3)
  }

  /// String Globbing.
  ///
  /// The [sqlite3_strglob(P,X)] interface returns zero if and only if string X matches the [GLOB]
  /// pattern P. The definition of [GLOB] pattern matching used in [sqlite3_strglob(P,X)] is the
  /// same as for the "X GLOB P" operator in the SQL dialect understood by SQLite. The
  /// [sqlite3_strglob(P,X)] function is case sensitive.
  ///
  /// Note that this routine returns zero on a match and non-zero if the strings do not match, the
  /// same as [sqlite3_stricmp()] and [sqlite3_strnicmp()].
  ///
  /// See also: [sqlite3_strlike()].
  ///
  /// In C: `int sqlite3_strglob(const char *zGlob, const char *zStr)`
  public func sqlite3_strglob(_ zGlob: String?, _ zStr: String?) throws(BridgeError) -> Int32 {
    try library.sqlite3_strglob(zGlob, zStr)
  }

  /// String LIKE Matching.
  ///
  /// The [sqlite3_strlike(P,X,E)] interface returns zero if and only if string X matches the [LIKE]
  /// pattern P with escape character E. The definition of [LIKE] pattern matching used in
  /// [sqlite3_strlike(P,X,E)] is the same as for the "X LIKE P ESCAPE E" operator in the SQL
  /// dialect understood by SQLite. For "X LIKE P" without the ESCAPE clause, set the E parameter of
  /// [sqlite3_strlike(P,X,E)] to 0. As with the LIKE operator, the [sqlite3_strlike(P,X,E)]
  /// function is case insensitive - equivalent upper and lower case ASCII characters match one
  /// another.
  ///
  /// The [sqlite3_strlike(P,X,E)] function matches Unicode characters, though only ASCII characters
  /// are case folded.
  ///
  /// Note that this routine returns zero on a match and non-zero if the strings do not match, the
  /// same as [sqlite3_stricmp()] and [sqlite3_strnicmp()].
  ///
  /// See also: [sqlite3_strglob()].
  ///
  /// In C: `int sqlite3_strlike(const char *zGlob, const char *zStr, unsigned int cEsc)`
  public func sqlite3_strlike(
    _ zGlob: String?, _ zStr: String?, _ cEsc: UInt32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_strlike(zGlob, zStr, cEsc)
  }

  /// Error Logging Interface.
  ///
  /// The [sqlite3_log()] interface writes a message into the [error log] established by the
  /// [SQLITE_CONFIG_LOG] option to [sqlite3_config()]. If logging is enabled, the zFormat string
  /// and subsequent arguments are used with [sqlite3_snprintf()] to generate the final output
  /// string.
  ///
  /// The sqlite3_log() interface is intended for use by extensions such as virtual tables,
  /// collating functions, and SQL functions. While there is nothing to prevent an application from
  /// calling sqlite3_log(), doing so is considered bad form.
  ///
  /// The zFormat string must not be NULL.
  ///
  /// To avoid deadlocks and other threading problems, the sqlite3_log() routine will not use
  /// dynamically allocated memory. The log message is stored in a fixed-length buffer on the stack.
  /// If the log message is longer than a few hundred characters, it will be truncated to the length
  /// of the buffer.
  ///
  /// In C: `void sqlite3_log(int iErrCode, const char *zFormat, ...)`
  public func sqlite3_log(
    _ iErrCode: Int32, _ zFormat: String?, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) {
    let fixed: [(any LibraryArgument)?] = [iErrCode, zFormat]
    try library.sqlite3_log.call(fixed + arguments)
  }

  /// Write-Ahead Log Commit Hook.
  ///
  /// The [sqlite3_wal_hook()] function is used to register a callback that is invoked each time
  /// data is committed to a database in wal mode.
  ///
  /// (The callback is invoked by SQLite after the commit has taken place and the associated
  /// write-lock on the database released), so the implementation may read, write or [checkpoint]
  /// the database as required.
  ///
  /// The first parameter passed to the callback function when it is invoked is a copy of the third
  /// parameter passed to sqlite3_wal_hook() when registering the callback. The second is a copy of
  /// the database handle. The third parameter is the name of the database that was written to -
  /// either "main" or the name of an [ATTACH]-ed database. The fourth parameter is the number of
  /// pages currently in the write-ahead log file, including those that were just committed.
  ///
  /// The header says more.
  ///
  /// In C: `void *sqlite3_wal_hook(sqlite3 *, int (*)(void *, sqlite3 *, const char *, int), void
  /// *)`
  public func sqlite3_wal_hook(
    _ argument1: Sqlite3?, _ argument2: (any LibraryArgument)?, _ argument3: (any LibraryArgument)?
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_wal_hook(argument1, argument2, argument3)
  }

  /// Configure an auto-checkpoint.
  ///
  /// The [sqlite3_wal_autocheckpoint(D,N)] is a wrapper around [sqlite3_wal_hook()] that causes any
  /// database on [database connection] D to automatically [checkpoint] after committing a
  /// transaction if there are N or more frames in the [write-ahead log] file. Passing zero or a
  /// negative value as the nFrame parameter disables automatic checkpoints entirely.
  ///
  /// The callback registered by this function replaces any existing callback registered using
  /// [sqlite3_wal_hook()]. Likewise, registering a callback using [sqlite3_wal_hook()] disables the
  /// automatic checkpoint mechanism configured by this function.
  ///
  /// The [wal_autocheckpoint pragma] can be used to invoke this interface from SQL.
  ///
  /// Checkpoints initiated by this mechanism are [sqlite3_wal_checkpoint_v2|PASSIVE].
  ///
  /// Every new [database connection] defaults to having the auto-checkpoint enabled with a
  /// threshold of 1000 or [SQLITE_DEFAULT_WAL_AUTOCHECKPOINT] pages. The use of this interface is
  /// only necessary if the default setting is found to be suboptimal for a particular application.
  ///
  /// In C: `int sqlite3_wal_autocheckpoint(sqlite3 *db, int N)`
  public func sqlite3_wal_autocheckpoint(_ db: Sqlite3?, _ N: Int32) throws(BridgeError) -> Int32 {
    try library.sqlite3_wal_autocheckpoint(db, N)
  }

  /// Checkpoint a database.
  ///
  /// (The sqlite3_wal_checkpoint(D,X) is equivalent to
  /// [sqlite3_wal_checkpoint_v2](D,X,[SQLITE_CHECKPOINT_PASSIVE],0,0).)
  ///
  /// In brief, sqlite3_wal_checkpoint(D,X) causes the content in the [write-ahead log] for database
  /// X on [database connection] D to be transferred into the database file and for the write-ahead
  /// log to be reset. See the [checkpointing] documentation for addition information.
  ///
  /// This interface used to be the only way to cause a checkpoint to occur. But then the newer and
  /// more powerful [sqlite3_wal_checkpoint_v2()] interface was added. This interface is retained
  /// for backwards compatibility and as a convenience for applications that need to manually start
  /// a callback but which do not need the full power (and corresponding complication) of
  /// [sqlite3_wal_checkpoint_v2()].
  ///
  /// In C: `int sqlite3_wal_checkpoint(sqlite3 *db, const char *zDb)`
  public func sqlite3_wal_checkpoint(_ db: Sqlite3?, _ zDb: String?) throws(BridgeError) -> Int32 {
    try library.sqlite3_wal_checkpoint(db, zDb)
  }

  /// Checkpoint a database.
  ///
  /// (The sqlite3_wal_checkpoint_v2(D,X,M,L,C) interface runs a checkpoint operation on database X
  /// of [database connection] D in mode M. Status information is written back into integers pointed
  /// to by L and C.) (The M parameter must be a valid [checkpoint mode]:)
  ///
  /// SQLITE_CHECKPOINT_PASSIVE Checkpoint as many frames as possible without waiting for any
  /// database readers or writers to finish, then sync the database file if all frames in the log
  /// were checkpointed. The [busy-handler callback] is never invoked in the
  /// SQLITE_CHECKPOINT_PASSIVE mode. On the other hand, passive mode might leave the checkpoint
  /// unfinished if there are concurrent readers or writers.
  ///
  /// SQLITE_CHECKPOINT_FULL This mode blocks (it invokes the [sqlite3_busy_handler|busy-handler
  /// callback]) until there is no database writer and all readers are reading from the most recent
  /// database snapshot. It then checkpoints all frames in the log file and syncs the database file.
  /// This mode blocks new database writers while it is pending, but new database readers are
  /// allowed to continue unimpeded.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_wal_checkpoint_v2(sqlite3 *db, const char *zDb, int eMode, int *pnLog, int
  /// *pnCkpt)`
  public func sqlite3_wal_checkpoint_v2(
    _ db: Sqlite3?, _ zDb: String?, _ eMode: Int32, _ pnLog: (any LibraryArgument)?,
    _ pnCkpt: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_wal_checkpoint_v2(db, zDb, eMode, pnLog, pnCkpt)
  }

  /// Virtual Table Interface Configuration.
  ///
  /// This function may be called by either the [xConnect] or [xCreate] method of a [virtual table]
  /// implementation to configure various facets of the virtual table interface.
  ///
  /// If this interface is invoked outside the context of an xConnect or xCreate virtual table
  /// method then the behavior is undefined.
  ///
  /// In the call sqlite3_vtab_config(D,C,...) the D parameter is the [database connection] in which
  /// the virtual table is being created and which is passed in as the first argument to the
  /// [xConnect] or [xCreate] method that is invoking sqlite3_vtab_config(). The C parameter is one
  /// of the [virtual table configuration options]. The presence and meaning of parameters after C
  /// depend on which [virtual table configuration option] is used.
  ///
  /// In C: `int sqlite3_vtab_config(sqlite3 *, int op, ...)`
  public func sqlite3_vtab_config(
    _ argument1: Sqlite3?, _ op: Int32, _ arguments: (any LibraryArgument)?...
  ) throws(BridgeError) -> Int32 {
    let fixed: [(any LibraryArgument)?] = [argument1, op]
    return try library.sqlite3_vtab_config.call(fixed + arguments)
  }

  /// Determine The Virtual Table Conflict Policy.
  ///
  /// This function may only be called from within a call to the [xUpdate] method of a [virtual
  /// table] implementation for an INSERT or UPDATE operation. The value returned is one of
  /// [SQLITE_ROLLBACK], [SQLITE_IGNORE], [SQLITE_FAIL], [SQLITE_ABORT], or [SQLITE_REPLACE],
  /// according to the [ON CONFLICT] mode of the SQL statement that triggered the call to the
  /// [xUpdate] method of the [virtual table].
  ///
  /// In C: `int sqlite3_vtab_on_conflict(sqlite3 *)`
  public func sqlite3_vtab_on_conflict(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_on_conflict(argument1)
  }

  /// Determine If Virtual Table Column Access Is For UPDATE.
  ///
  /// If the sqlite3_vtab_nochange(X) routine is called within the [xColumn] method of a [virtual
  /// table], then it might return true if the column is being fetched as part of an UPDATE
  /// operation during which the column value will not change. The virtual table implementation can
  /// use this hint as permission to substitute a return value that is less expensive to compute and
  /// that the corresponding [xUpdate] method understands as a "no-change" value.
  ///
  /// If the [xColumn] method calls sqlite3_vtab_nochange() and finds that the column is not changed
  /// by the UPDATE statement, then the xColumn method can optionally return without setting a
  /// result, without calling any of the [sqlite3_result_int|sqlite3_result_xxxxx() interfaces]. In
  /// that case, [sqlite3_value_nochange(X)] will return true for the same column in the [xUpdate]
  /// method.
  ///
  /// The sqlite3_vtab_nochange() routine is an optimization. Virtual table implementations should
  /// continue to give a correct answer even if the sqlite3_vtab_nochange() interface were to always
  /// return false. In the current implementation, the sqlite3_vtab_nochange() interface does always
  /// returns false for the enhanced [UPDATE FROM] statement.
  ///
  /// In C: `int sqlite3_vtab_nochange(sqlite3_context *)`
  public func sqlite3_vtab_nochange(_ argument1: Sqlite3Context?) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_nochange(argument1)
  }

  /// Determine The Collation For a Virtual Table Constraint.
  ///
  /// This function may only be called from within a call to the [xBestIndex] method of a [virtual
  /// table]. This function returns a pointer to a string that is the name of the appropriate
  /// collation sequence to use for text comparisons on the constraint identified by its arguments.
  ///
  /// The first argument must be the pointer to the [sqlite3_index_info] object that is the first
  /// parameter to the xBestIndex() method. The second argument must be an index into the
  /// aConstraint[] array belonging to the sqlite3_index_info structure passed to xBestIndex.
  ///
  /// Important: The first parameter must be the same pointer that is passed into the xBestMethod()
  /// method. The first parameter may not be a pointer to a different [sqlite3_index_info] object,
  /// even an exact copy.
  ///
  /// The return value is computed as follows:
  ///
  /// The header says more.
  ///
  /// In C: `const char *sqlite3_vtab_collation(sqlite3_index_info *, int)`
  public func sqlite3_vtab_collation(
    _ argument1: (any LibraryArgument)?, _ argument2: Int32
  ) throws(BridgeError) -> String? {
    try library.sqlite3_vtab_collation(argument1, argument2)
  }

  /// Determine if a virtual table query is DISTINCT.
  ///
  /// This API may only be used from within an [xBestIndex|xBestIndex method] of a [virtual table]
  /// implementation. The result of calling this interface from outside of xBestIndex() is undefined
  /// and probably harmful.
  ///
  /// The sqlite3_vtab_distinct() interface returns an integer between 0 and 3. The integer returned
  /// by sqlite3_vtab_distinct() gives the virtual table additional information about how the query
  /// planner wants the output to be ordered. As long as the virtual table can meet the ordering
  /// requirements of the query planner, it may set the "orderByConsumed" flag.
  ///
  /// If the sqlite3_vtab_distinct() interface returns 0, that means that the query planner needs
  /// the virtual table to return all rows in the sort order defined by the "nOrderBy" and
  /// "aOrderBy" fields of the [sqlite3_index_info] object. This is the default expectation. If the
  /// virtual table outputs all rows in sorted order, then it is always safe for the xBestIndex
  /// method to set the "orderByConsumed" flag, regardless of the return value from
  /// sqlite3_vtab_distinct().
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_vtab_distinct(sqlite3_index_info *)`
  public func sqlite3_vtab_distinct(
    _ argument1: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_distinct(argument1)
  }

  /// Identify and handle IN constraints in xBestIndex.
  ///
  /// This interface may only be used from within an [xBestIndex|xBestIndex() method] of a [virtual
  /// table] implementation. The result of invoking this interface from any other context is
  /// undefined and probably harmful.
  ///
  /// (A constraint on a virtual table of the form "[IN operator|column IN (...)]" is communicated
  /// to the xBestIndex method as a [SQLITE_INDEX_CONSTRAINT_EQ] constraint.) If xBestIndex wants to
  /// use this constraint, it must set the corresponding aConstraintUsage[].argvIndex to a postive
  /// integer. (Then, under the usual mode of handling IN operators, SQLite generates [bytecode]
  /// that invokes the [xFilter|xFilter() method] once for each value on the right-hand side of the
  /// IN operator.) Thus the virtual table only sees a single value from the right-hand side of the
  /// IN operator at a time.
  ///
  /// In some cases, however, it would be advantageous for the virtual table to see all values on
  /// the right-hand of the IN operator all at once. The sqlite3_vtab_in() interfaces facilitates
  /// this in two ways:
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_vtab_in(sqlite3_index_info *, int iCons, int bHandle)`
  public func sqlite3_vtab_in(
    _ argument1: (any LibraryArgument)?, _ iCons: Int32, _ bHandle: Int32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_in(argument1, iCons, bHandle)
  }

  /// Find all elements on the right-hand side of an IN constraint.
  ///
  /// These interfaces are only useful from within the [xFilter|xFilter() method] of a [virtual
  /// table] implementation. The result of invoking these interfaces from any other context is
  /// undefined and probably harmful.
  ///
  /// The X parameter in a call to sqlite3_vtab_in_first(X,P) or sqlite3_vtab_in_next(X,P) must be
  /// one of the parameters to the xFilter method which invokes these routines, and specifically a
  /// parameter that was previously selected for all-at-once IN constraint processing use the
  /// [sqlite3_vtab_in()] interface in the [xBestIndex|xBestIndex method]. (If the X parameter is
  /// not an xFilter argument that was selected for all-at-once IN constraint processing, then these
  /// routines return [SQLITE_MISUSE]) or perhaps exhibit some other undefined or harmful behavior.
  ///
  /// (Use these routines to access all values on the right-hand side of the IN constraint using
  /// code like the following:
  ///
  /// &nbsp; for(rc=sqlite3_vtab_in_first(pList, &pVal); &nbsp; rc==SQLITE_OK && pVal &nbsp;
  /// rc=sqlite3_vtab_in_next(pList, &pVal) &nbsp; ){ &nbsp; // do something with pVal &nbsp; }
  /// &nbsp; if( rc!=SQLITE_OK ){ &nbsp; // an error has occurred &nbsp; } )
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_vtab_in_first(sqlite3_value *pVal, sqlite3_value **ppOut)`
  public func sqlite3_vtab_in_first(
    _ pVal: Sqlite3Value?, _ ppOut: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_in_first(pVal, ppOut)
  }

  /// Calls the library's `sqlite3_vtab_in_next`.
  ///
  /// In C: `int sqlite3_vtab_in_next(sqlite3_value *pVal, sqlite3_value **ppOut)`
  public func sqlite3_vtab_in_next(
    _ pVal: Sqlite3Value?, _ ppOut: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_in_next(pVal, ppOut)
  }

  /// Constraint values in xBestIndex().
  ///
  /// This API may only be used from within the [xBestIndex|xBestIndex method] of a [virtual table]
  /// implementation. The result of calling this interface from outside of an xBestIndex method are
  /// undefined and probably harmful.
  ///
  /// When the sqlite3_vtab_rhs_value(P,J,V) interface is invoked from within the [xBestIndex]
  /// method of a [virtual table] implementation, with P being a copy of the [sqlite3_index_info]
  /// object pointer passed into xBestIndex and J being a 0-based index into P->aConstraint[], then
  /// this routine attempts to set *V to the value of the right-hand operand of that constraint if
  /// the right-hand operand is known. If the right-hand operand is not known, then *V is set to a
  /// NULL pointer. The sqlite3_vtab_rhs_value(P,J,V) interface returns SQLITE_OK if and only if *V
  /// is set to a value. The sqlite3_vtab_rhs_value(P,J,V) inteface returns SQLITE_NOTFOUND if the
  /// right-hand side of the J-th constraint is not available. The sqlite3_vtab_rhs_value()
  /// interface can return an result code other than SQLITE_OK or SQLITE_NOTFOUND if something goes
  /// wrong.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_vtab_rhs_value(sqlite3_index_info *, int, sqlite3_value **ppVal)`
  public func sqlite3_vtab_rhs_value(
    _ argument1: (any LibraryArgument)?, _ argument2: Int32, _ ppVal: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_vtab_rhs_value(argument1, argument2, ppVal)
  }

  /// Flush caches to disk mid-transaction.
  ///
  /// If a write-transaction is open on [database connection] D when the [sqlite3_db_cacheflush(D)]
  /// interface invoked, any dirty pages in the pager-cache that are not currently in use are
  /// written out to disk. A dirty page may be in use if a database cursor created by an active SQL
  /// statement is reading from it, or if it is page 1 of a database file (page 1 is always "in
  /// use"). The [sqlite3_db_cacheflush(D)] interface flushes caches for all schemas - "main",
  /// "temp", and any [attached] databases.
  ///
  /// If this function needs to obtain extra database locks before dirty pages can be flushed to
  /// disk, it does so. If those locks cannot be obtained immediately and there is a busy-handler
  /// callback configured, it is invoked in the usual manner. If the required lock still cannot be
  /// obtained, then the database is skipped and an attempt made to flush any dirty pages belonging
  /// to the next (if any) database. If any databases are skipped because locks cannot be obtained,
  /// but no other error occurs, this function returns SQLITE_BUSY.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_db_cacheflush(sqlite3 *)`
  public func sqlite3_db_cacheflush(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_db_cacheflush(argument1)
  }

  /// Low-level system error code.
  ///
  /// Attempt to return the underlying operating system error code or error number that caused the
  /// most recent I/O error or failure to open a file. The return value is OS-dependent. For
  /// example, on unix systems, after [sqlite3_open_v2()] returns [SQLITE_CANTOPEN], this interface
  /// could be called to get back the underlying "errno" that caused the problem, such as ENOSPC,
  /// EAUTH, EISDIR, and so forth.
  ///
  /// In C: `int sqlite3_system_errno(sqlite3 *)`
  public func sqlite3_system_errno(_ argument1: Sqlite3?) throws(BridgeError) -> Int32 {
    try library.sqlite3_system_errno(argument1)
  }

  /// Serialize a database.
  ///
  /// The sqlite3_serialize(D,S,P,F) interface returns a pointer to memory that is a serialization
  /// of the S database on [database connection] D. If P is not a NULL pointer, then the size of the
  /// database in bytes is written into *P.
  ///
  /// For an ordinary on-disk database file, the serialization is just a copy of the disk file. For
  /// an in-memory database or a "TEMP" database, the serialization is the same sequence of bytes
  /// which would be written to disk if that database where backed up to disk.
  ///
  /// The header says more.
  ///
  /// In C: `unsigned char *sqlite3_serialize(sqlite3 *db, const char *zSchema, sqlite3_int64
  /// *piSize, unsigned int mFlags)`
  public func sqlite3_serialize(
    _ db: Sqlite3?, _ zSchema: String?, _ piSize: (any LibraryArgument)?, _ mFlags: UInt32
  ) throws(BridgeError) -> RemoteAddress? {
    try library.sqlite3_serialize(db, zSchema, piSize, mFlags)
  }

  /// Deserialize a database.
  ///
  /// The sqlite3_deserialize(D,S,P,N,M,F) interface causes the [database connection] D to
  /// disconnect from database S and then reopen S as an in-memory database based on the
  /// serialization contained in P. The serialized database P is N bytes in size. M is the size of
  /// the buffer P, which might be larger than N. If M is larger than N, and the
  /// SQLITE_DESERIALIZE_READONLY bit is not set in F, then SQLite is permitted to add content to
  /// the in-memory database as long as the total size does not exceed M bytes.
  ///
  /// If the SQLITE_DESERIALIZE_FREEONCLOSE bit is set in F, then SQLite will invoke sqlite3_free()
  /// on the serialization buffer when the database connection closes. If the
  /// SQLITE_DESERIALIZE_RESIZEABLE bit is set, then SQLite will try to increase the buffer size
  /// using sqlite3_realloc64() if writes on the database cause it to grow larger than M bytes.
  ///
  /// The sqlite3_deserialize() interface will fail with SQLITE_BUSY if the database is currently in
  /// a read transaction or is involved in a backup operation.
  ///
  /// It is not possible to deserialized into the TEMP database. If the S argument to
  /// sqlite3_deserialize(D,S,P,N,M,F) is "temp" then the function returns SQLITE_ERROR.
  ///
  /// The header says more.
  ///
  /// In C: `int sqlite3_deserialize(sqlite3 *db, const char *zSchema, unsigned char *pData,
  /// sqlite3_int64 szDb, sqlite3_int64 szBuf, unsigned int mFlags)`
  public func sqlite3_deserialize(
    _ db: Sqlite3?, _ zSchema: String?, _ pData: (any LibraryArgument)?, _ szDb: Int64,
    _ szBuf: Int64, _ mFlags: UInt32
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_deserialize(db, zSchema, pData, szDb, szBuf, mFlags)
  }

  /// Calls the library's `sqlite3_rtree_geometry_callback`.
  ///
  /// Register a geometry callback named zGeom that can be used as part of an R-Tree geometry query
  /// as follows:
  ///
  /// SELECT ... FROM WHERE MATCH $zGeom(... params ...)
  ///
  /// In C: `int sqlite3_rtree_geometry_callback(sqlite3 *db, const char *zGeom, int
  /// (*xGeom)(sqlite3_rtree_geometry *, int, sqlite3_rtree_dbl *, int *), void *pContext)`
  public func sqlite3_rtree_geometry_callback(
    _ db: Sqlite3?, _ zGeom: String?, _ xGeom: (any LibraryArgument)?,
    _ pContext: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_rtree_geometry_callback(db, zGeom, xGeom, pContext)
  }

  /// Calls the library's `sqlite3_rtree_query_callback`.
  ///
  /// Register a 2nd-generation geometry callback named zScore that can be used as part of an R-Tree
  /// geometry query as follows:
  ///
  /// SELECT ... FROM WHERE MATCH $zQueryFunc(... params ...)
  ///
  /// In C: `int sqlite3_rtree_query_callback(sqlite3 *db, const char *zQueryFunc, int
  /// (*xQueryFunc)(sqlite3_rtree_query_info *), void *pContext, void (*xDestructor)(void *))`
  public func sqlite3_rtree_query_callback(
    _ db: Sqlite3?, _ zQueryFunc: String?, _ xQueryFunc: (any LibraryArgument)?,
    _ pContext: (any LibraryArgument)?, _ xDestructor: (any LibraryArgument)?
  ) throws(BridgeError) -> Int32 {
    try library.sqlite3_rtree_query_callback(db, zQueryFunc, xQueryFunc, pContext, xDestructor)
  }

  /// Run-Time Library Version Numbers.
  ///
  /// These interfaces provide the same information as the [SQLITE_VERSION],
  /// [SQLITE_VERSION_NUMBER], and [SQLITE_SOURCE_ID] C preprocessor macros but are associated with
  /// the library instead of the header file. (Cautious programmers might include assert()
  /// statements in their application to verify that values returned by these interfaces match the
  /// macros in the header, and thus ensure that the application is compiled with matching library
  /// and header files.
  ///
  /// assert( sqlite3_libversion_number()==SQLITE_VERSION_NUMBER ); assert(
  /// strncmp(sqlite3_sourceid(),SQLITE_SOURCE_ID,80)==0 ); assert(
  /// strcmp(sqlite3_libversion(),SQLITE_VERSION)==0 ); )
  ///
  /// The header says more.
  ///
  /// In C: `extern const char sqlite3_version[]`
  public var sqlite3_version: LibraryVariable {
    variable("sqlite3_version")
  }

  /// Name Of The Folder Holding Temporary Files.
  ///
  /// (If this global variable is made to point to a string which is the name of a folder (a.k.a.
  /// directory), then all temporary files created by SQLite when using a built-in [sqlite3_vfs |
  /// VFS] will be placed in that directory.) If this variable is a NULL pointer, then SQLite
  /// performs a search for an appropriate temporary file directory.
  ///
  /// Applications are strongly discouraged from using this global variable. It is required to set a
  /// temporary folder on Windows Runtime (WinRT). But for all other platforms, it is highly
  /// recommended that applications neither read nor write this variable. This global variable is a
  /// relic that exists for backwards compatibility of legacy applications and should be avoided in
  /// new projects.
  ///
  /// It is not safe to read or modify this variable in more than one thread at a time. It is not
  /// safe to read or modify this variable if a [database connection] is being used at the same time
  /// in a separate thread. It is intended that this variable be set once as part of process
  /// initialization and before any SQLite interface routines have been called and that this
  /// variable remain unchanged thereafter.
  ///
  /// The header says more.
  ///
  /// In C: `extern char *sqlite3_temp_directory`
  public var sqlite3_temp_directory: LibraryVariable {
    variable("sqlite3_temp_directory")
  }

  /// Name Of The Folder Holding Database Files.
  ///
  /// (If this global variable is made to point to a string which is the name of a folder (a.k.a.
  /// directory), then all database files specified with a relative pathname and created or accessed
  /// by SQLite when using a built-in windows [sqlite3_vfs | VFS] will be assumed to be relative to
  /// that directory.) If this variable is a NULL pointer, then SQLite assumes that all database
  /// files specified with a relative pathname are relative to the current directory for the
  /// process. Only the windows VFS makes use of this global variable; it is ignored by the unix
  /// VFS.
  ///
  /// Changing the value of this variable while a database connection is open can result in a
  /// corrupt database.
  ///
  /// It is not safe to read or modify this variable in more than one thread at a time. It is not
  /// safe to read or modify this variable if a [database connection] is being used at the same time
  /// in a separate thread. It is intended that this variable be set once as part of process
  /// initialization and before any SQLite interface routines have been called and that this
  /// variable remain unchanged thereafter.
  ///
  /// The header says more.
  ///
  /// In C: `extern char *sqlite3_data_directory`
  public var sqlite3_data_directory: LibraryVariable {
    variable("sqlite3_data_directory")
  }
}

extension SQLite {
  /// A `struct sqlite3 *` that the library gave out.
  public struct Sqlite3: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_stmt *` that the library gave out.
  public struct Sqlite3Stmt: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_value *` that the library gave out.
  public struct Sqlite3Value: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_context *` that the library gave out.
  public struct Sqlite3Context: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_blob *` that the library gave out.
  public struct Sqlite3Blob: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_mutex *` that the library gave out.
  public struct Sqlite3Mutex: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_str *` that the library gave out.
  public struct Sqlite3Str: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_backup *` that the library gave out.
  public struct Sqlite3Backup: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct sqlite3_pcache *` that the library gave out.
  public struct Sqlite3Pcache: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct Fts5Context *` that the library gave out.
  public struct Fts5Context: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// A `struct Fts5Tokenizer *` that the library gave out.
  public struct Fts5Tokenizer: LibraryHandle {
    /// The address in the helper.
    public let address: RemoteAddress

    /// Makes the handle that has this address.
    public init(address: RemoteAddress) { self.address = address }
  }

  /// C's `struct sqlite3_file`.
  public struct Sqlite3File: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_file" }

    /// Methods for an open file.
    public var pMethods: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pMethods: .null) }

    /// Makes one of its members.
    public init(pMethods: RemoteAddress = .null) {
      self.pMethods = pMethods
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pMethods = try fields.get("pMethods")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pMethods", pMethods)
    }
  }

  /// C's `struct sqlite3_io_methods`.
  public struct Sqlite3IoMethods: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_io_methods" }

    /// The member `iVersion`.
    public var iVersion: Int32
    /// The member `xClose`.
    public var xClose: RemoteAddress
    /// The member `xRead`.
    public var xRead: RemoteAddress
    /// The member `xWrite`.
    public var xWrite: RemoteAddress
    /// The member `xTruncate`.
    public var xTruncate: RemoteAddress
    /// The member `xSync`.
    public var xSync: RemoteAddress
    /// The member `xFileSize`.
    public var xFileSize: RemoteAddress
    /// The member `xLock`.
    public var xLock: RemoteAddress
    /// The member `xUnlock`.
    public var xUnlock: RemoteAddress
    /// The member `xCheckReservedLock`.
    public var xCheckReservedLock: RemoteAddress
    /// The member `xFileControl`.
    public var xFileControl: RemoteAddress
    /// The member `xSectorSize`.
    public var xSectorSize: RemoteAddress
    /// The member `xDeviceCharacteristics`.
    public var xDeviceCharacteristics: RemoteAddress
    /// Methods above are valid for version 1.
    public var xShmMap: RemoteAddress
    /// The member `xShmLock`.
    public var xShmLock: RemoteAddress
    /// The member `xShmBarrier`.
    public var xShmBarrier: RemoteAddress
    /// The member `xShmUnmap`.
    public var xShmUnmap: RemoteAddress
    /// Methods above are valid for version 2.
    public var xFetch: RemoteAddress
    /// The member `xUnfetch`.
    public var xUnfetch: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, xClose: RemoteAddress = .null, xRead: RemoteAddress = .null,
      xWrite: RemoteAddress = .null, xTruncate: RemoteAddress = .null, xSync: RemoteAddress = .null,
      xFileSize: RemoteAddress = .null, xLock: RemoteAddress = .null,
      xUnlock: RemoteAddress = .null, xCheckReservedLock: RemoteAddress = .null,
      xFileControl: RemoteAddress = .null, xSectorSize: RemoteAddress = .null,
      xDeviceCharacteristics: RemoteAddress = .null, xShmMap: RemoteAddress = .null,
      xShmLock: RemoteAddress = .null, xShmBarrier: RemoteAddress = .null,
      xShmUnmap: RemoteAddress = .null, xFetch: RemoteAddress = .null,
      xUnfetch: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.xClose = xClose
      self.xRead = xRead
      self.xWrite = xWrite
      self.xTruncate = xTruncate
      self.xSync = xSync
      self.xFileSize = xFileSize
      self.xLock = xLock
      self.xUnlock = xUnlock
      self.xCheckReservedLock = xCheckReservedLock
      self.xFileControl = xFileControl
      self.xSectorSize = xSectorSize
      self.xDeviceCharacteristics = xDeviceCharacteristics
      self.xShmMap = xShmMap
      self.xShmLock = xShmLock
      self.xShmBarrier = xShmBarrier
      self.xShmUnmap = xShmUnmap
      self.xFetch = xFetch
      self.xUnfetch = xUnfetch
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      xClose = try fields.get("xClose")
      xRead = try fields.get("xRead")
      xWrite = try fields.get("xWrite")
      xTruncate = try fields.get("xTruncate")
      xSync = try fields.get("xSync")
      xFileSize = try fields.get("xFileSize")
      xLock = try fields.get("xLock")
      xUnlock = try fields.get("xUnlock")
      xCheckReservedLock = try fields.get("xCheckReservedLock")
      xFileControl = try fields.get("xFileControl")
      xSectorSize = try fields.get("xSectorSize")
      xDeviceCharacteristics = try fields.get("xDeviceCharacteristics")
      xShmMap = try fields.get("xShmMap")
      xShmLock = try fields.get("xShmLock")
      xShmBarrier = try fields.get("xShmBarrier")
      xShmUnmap = try fields.get("xShmUnmap")
      xFetch = try fields.get("xFetch")
      xUnfetch = try fields.get("xUnfetch")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("xClose", xClose)
      try fields.set("xRead", xRead)
      try fields.set("xWrite", xWrite)
      try fields.set("xTruncate", xTruncate)
      try fields.set("xSync", xSync)
      try fields.set("xFileSize", xFileSize)
      try fields.set("xLock", xLock)
      try fields.set("xUnlock", xUnlock)
      try fields.set("xCheckReservedLock", xCheckReservedLock)
      try fields.set("xFileControl", xFileControl)
      try fields.set("xSectorSize", xSectorSize)
      try fields.set("xDeviceCharacteristics", xDeviceCharacteristics)
      try fields.set("xShmMap", xShmMap)
      try fields.set("xShmLock", xShmLock)
      try fields.set("xShmBarrier", xShmBarrier)
      try fields.set("xShmUnmap", xShmUnmap)
      try fields.set("xFetch", xFetch)
      try fields.set("xUnfetch", xUnfetch)
    }
  }

  /// C's `struct sqlite3_vfs`.
  public struct Sqlite3Vfs: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_vfs" }

    /// Structure version number (currently 3).
    public var iVersion: Int32
    /// Size of subclassed sqlite3_file.
    public var szOsFile: Int32
    /// Maximum file pathname length.
    public var mxPathname: Int32
    /// Next registered VFS.
    public var pNext: RemoteAddress
    /// Name of this virtual file system.
    public var zName: RemoteAddress
    /// Pointer to application-specific data.
    public var pAppData: RemoteAddress
    /// The member `xOpen`.
    public var xOpen: RemoteAddress
    /// The member `xDelete`.
    public var xDelete: RemoteAddress
    /// The member `xAccess`.
    public var xAccess: RemoteAddress
    /// The member `xFullPathname`.
    public var xFullPathname: RemoteAddress
    /// The member `xDlOpen`.
    public var xDlOpen: RemoteAddress
    /// The member `xDlError`.
    public var xDlError: RemoteAddress
    /// The member `xDlSym`.
    public var xDlSym: RemoteAddress
    /// The member `xDlClose`.
    public var xDlClose: RemoteAddress
    /// The member `xRandomness`.
    public var xRandomness: RemoteAddress
    /// The member `xSleep`.
    public var xSleep: RemoteAddress
    /// The member `xCurrentTime`.
    public var xCurrentTime: RemoteAddress
    /// The member `xGetLastError`.
    public var xGetLastError: RemoteAddress
    /// The methods above are in version 1 of the sqlite_vfs object definition.
    ///
    /// Those that follow are added in version 2 or later
    public var xCurrentTimeInt64: RemoteAddress
    /// The methods above are in versions 1 and 2 of the sqlite_vfs object.
    ///
    /// Those below are for version 3 and greater.
    public var xSetSystemCall: RemoteAddress
    /// The member `xGetSystemCall`.
    public var xGetSystemCall: RemoteAddress
    /// The member `xNextSystemCall`.
    public var xNextSystemCall: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, szOsFile: Int32 = 0, mxPathname: Int32 = 0, pNext: RemoteAddress = .null,
      zName: RemoteAddress = .null, pAppData: RemoteAddress = .null, xOpen: RemoteAddress = .null,
      xDelete: RemoteAddress = .null, xAccess: RemoteAddress = .null,
      xFullPathname: RemoteAddress = .null, xDlOpen: RemoteAddress = .null,
      xDlError: RemoteAddress = .null, xDlSym: RemoteAddress = .null,
      xDlClose: RemoteAddress = .null, xRandomness: RemoteAddress = .null,
      xSleep: RemoteAddress = .null, xCurrentTime: RemoteAddress = .null,
      xGetLastError: RemoteAddress = .null, xCurrentTimeInt64: RemoteAddress = .null,
      xSetSystemCall: RemoteAddress = .null, xGetSystemCall: RemoteAddress = .null,
      xNextSystemCall: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.szOsFile = szOsFile
      self.mxPathname = mxPathname
      self.pNext = pNext
      self.zName = zName
      self.pAppData = pAppData
      self.xOpen = xOpen
      self.xDelete = xDelete
      self.xAccess = xAccess
      self.xFullPathname = xFullPathname
      self.xDlOpen = xDlOpen
      self.xDlError = xDlError
      self.xDlSym = xDlSym
      self.xDlClose = xDlClose
      self.xRandomness = xRandomness
      self.xSleep = xSleep
      self.xCurrentTime = xCurrentTime
      self.xGetLastError = xGetLastError
      self.xCurrentTimeInt64 = xCurrentTimeInt64
      self.xSetSystemCall = xSetSystemCall
      self.xGetSystemCall = xGetSystemCall
      self.xNextSystemCall = xNextSystemCall
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      szOsFile = try fields.get("szOsFile")
      mxPathname = try fields.get("mxPathname")
      pNext = try fields.get("pNext")
      zName = try fields.get("zName")
      pAppData = try fields.get("pAppData")
      xOpen = try fields.get("xOpen")
      xDelete = try fields.get("xDelete")
      xAccess = try fields.get("xAccess")
      xFullPathname = try fields.get("xFullPathname")
      xDlOpen = try fields.get("xDlOpen")
      xDlError = try fields.get("xDlError")
      xDlSym = try fields.get("xDlSym")
      xDlClose = try fields.get("xDlClose")
      xRandomness = try fields.get("xRandomness")
      xSleep = try fields.get("xSleep")
      xCurrentTime = try fields.get("xCurrentTime")
      xGetLastError = try fields.get("xGetLastError")
      xCurrentTimeInt64 = try fields.get("xCurrentTimeInt64")
      xSetSystemCall = try fields.get("xSetSystemCall")
      xGetSystemCall = try fields.get("xGetSystemCall")
      xNextSystemCall = try fields.get("xNextSystemCall")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("szOsFile", szOsFile)
      try fields.set("mxPathname", mxPathname)
      try fields.set("pNext", pNext)
      try fields.set("zName", zName)
      try fields.set("pAppData", pAppData)
      try fields.set("xOpen", xOpen)
      try fields.set("xDelete", xDelete)
      try fields.set("xAccess", xAccess)
      try fields.set("xFullPathname", xFullPathname)
      try fields.set("xDlOpen", xDlOpen)
      try fields.set("xDlError", xDlError)
      try fields.set("xDlSym", xDlSym)
      try fields.set("xDlClose", xDlClose)
      try fields.set("xRandomness", xRandomness)
      try fields.set("xSleep", xSleep)
      try fields.set("xCurrentTime", xCurrentTime)
      try fields.set("xGetLastError", xGetLastError)
      try fields.set("xCurrentTimeInt64", xCurrentTimeInt64)
      try fields.set("xSetSystemCall", xSetSystemCall)
      try fields.set("xGetSystemCall", xGetSystemCall)
      try fields.set("xNextSystemCall", xNextSystemCall)
    }
  }

  /// C's `struct sqlite3_mem_methods`.
  public struct Sqlite3MemMethods: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_mem_methods" }

    /// Memory allocation function.
    public var xMalloc: RemoteAddress
    /// Free a prior allocation.
    public var xFree: RemoteAddress
    /// Resize an allocation.
    public var xRealloc: RemoteAddress
    /// Return the size of an allocation.
    public var xSize: RemoteAddress
    /// Round up request size to allocation size.
    public var xRoundup: RemoteAddress
    /// Initialize the memory allocator.
    public var xInit: RemoteAddress
    /// Deinitialize the memory allocator.
    public var xShutdown: RemoteAddress
    /// Argument to xInit() and xShutdown().
    public var pAppData: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(xMalloc: .null) }

    /// Makes one of its members.
    public init(
      xMalloc: RemoteAddress = .null, xFree: RemoteAddress = .null, xRealloc: RemoteAddress = .null,
      xSize: RemoteAddress = .null, xRoundup: RemoteAddress = .null, xInit: RemoteAddress = .null,
      xShutdown: RemoteAddress = .null, pAppData: RemoteAddress = .null
    ) {
      self.xMalloc = xMalloc
      self.xFree = xFree
      self.xRealloc = xRealloc
      self.xSize = xSize
      self.xRoundup = xRoundup
      self.xInit = xInit
      self.xShutdown = xShutdown
      self.pAppData = pAppData
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      xMalloc = try fields.get("xMalloc")
      xFree = try fields.get("xFree")
      xRealloc = try fields.get("xRealloc")
      xSize = try fields.get("xSize")
      xRoundup = try fields.get("xRoundup")
      xInit = try fields.get("xInit")
      xShutdown = try fields.get("xShutdown")
      pAppData = try fields.get("pAppData")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("xMalloc", xMalloc)
      try fields.set("xFree", xFree)
      try fields.set("xRealloc", xRealloc)
      try fields.set("xSize", xSize)
      try fields.set("xRoundup", xRoundup)
      try fields.set("xInit", xInit)
      try fields.set("xShutdown", xShutdown)
      try fields.set("pAppData", pAppData)
    }
  }

  /// Virtual Table Instance Object.
  ///
  /// Every [virtual table module] implementation uses a subclass of this object to describe a
  /// particular instance of the [virtual table]. Each subclass will be tailored to the specific
  /// needs of the module implementation. The purpose of this superclass is to define certain fields
  /// that are common to all module implementations.
  ///
  /// Virtual tables methods can set an error message by assigning a string obtained from
  /// [sqlite3_mprintf()] to zErrMsg. The method should take care that any prior string is freed by
  /// a call to [sqlite3_free()] prior to assigning a new string to zErrMsg. After the error message
  /// is delivered up to the client application, the string will be automatically freed by
  /// sqlite3_free() and the zErrMsg field will be zeroed.
  ///
  /// C's `struct sqlite3_vtab`.
  public struct Sqlite3Vtab: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_vtab" }

    /// The module for this virtual table.
    public var pModule: RemoteAddress
    /// Number of open cursors.
    public var nRef: Int32
    /// Error message from sqlite3_mprintf().
    public var zErrMsg: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pModule: .null) }

    /// Makes one of its members.
    public init(pModule: RemoteAddress = .null, nRef: Int32 = 0, zErrMsg: RemoteAddress = .null) {
      self.pModule = pModule
      self.nRef = nRef
      self.zErrMsg = zErrMsg
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pModule = try fields.get("pModule")
      nRef = try fields.get("nRef")
      zErrMsg = try fields.get("zErrMsg")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pModule", pModule)
      try fields.set("nRef", nRef)
      try fields.set("zErrMsg", zErrMsg)
    }
  }

  /// Virtual Table Indexing Information.
  ///
  /// The sqlite3_index_info structure and its substructures is used as part of the [virtual table]
  /// interface to pass information into and receive the reply from the [xBestIndex] method of a
  /// [virtual table module]. The fields under **Inputs** are the inputs to xBestIndex and are
  /// read-only. xBestIndex inserts its results into the **Outputs** fields.
  ///
  /// (The aConstraint[] array records WHERE clause constraints of the form:
  ///
  /// column OP expr
  ///
  /// where OP is =, &lt;, &lt;=, &gt;, or &gt;=.) (The particular operator is stored in
  /// aConstraint[].op using one of the [SQLITE_INDEX_CONSTRAINT_EQ | SQLITE_INDEX_CONSTRAINT_
  /// values].) (The index of the column is stored in aConstraint[].iColumn.) (aConstraint[].usable
  /// is TRUE if the expr on the right-hand side can be evaluated (and thus the constraint is
  /// usable) and false if it cannot.)
  ///
  /// The optimizer automatically inverts terms of the form "expr OP column" and makes other
  /// simplifications to the WHERE clause in an attempt to get as many WHERE clause terms into the
  /// form shown above as possible. The aConstraint[] array only reports WHERE clause terms that are
  /// relevant to the particular virtual table being queried.
  ///
  /// The header says more.
  ///
  /// C's `struct sqlite3_index_info`.
  public struct Sqlite3IndexInfo: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_index_info" }

    /// Inputs.
    public var nConstraint: Int32
    /// Table of WHERE clause constraints.
    public var aConstraint: RemoteAddress
    /// Number of terms in the ORDER BY clause.
    public var nOrderBy: Int32
    /// The ORDER BY clause.
    public var aOrderBy: RemoteAddress
    /// Outputs.
    public var aConstraintUsage: RemoteAddress
    /// Number used to identify the index.
    public var idxNum: Int32
    /// String, possibly obtained from sqlite3_malloc.
    public var idxStr: RemoteAddress
    /// Free idxStr using sqlite3_free() if true.
    public var needToFreeIdxStr: Int32
    /// True if output is already ordered.
    public var orderByConsumed: Int32
    /// Estimated cost of using this index.
    public var estimatedCost: Double
    /// Fields below are only available in SQLite 3.8.2 and later.
    public var estimatedRows: Int64
    /// Fields below are only available in SQLite 3.9.0 and later.
    public var idxFlags: Int32
    /// Fields below are only available in SQLite 3.10.0 and later.
    public var colUsed: UInt64

    /// Makes one of zeros.
    public init() { self.init(nConstraint: 0) }

    /// Makes one of its members.
    public init(
      nConstraint: Int32 = 0, aConstraint: RemoteAddress = .null, nOrderBy: Int32 = 0,
      aOrderBy: RemoteAddress = .null, aConstraintUsage: RemoteAddress = .null, idxNum: Int32 = 0,
      idxStr: RemoteAddress = .null, needToFreeIdxStr: Int32 = 0, orderByConsumed: Int32 = 0,
      estimatedCost: Double = 0, estimatedRows: Int64 = 0, idxFlags: Int32 = 0, colUsed: UInt64 = 0
    ) {
      self.nConstraint = nConstraint
      self.aConstraint = aConstraint
      self.nOrderBy = nOrderBy
      self.aOrderBy = aOrderBy
      self.aConstraintUsage = aConstraintUsage
      self.idxNum = idxNum
      self.idxStr = idxStr
      self.needToFreeIdxStr = needToFreeIdxStr
      self.orderByConsumed = orderByConsumed
      self.estimatedCost = estimatedCost
      self.estimatedRows = estimatedRows
      self.idxFlags = idxFlags
      self.colUsed = colUsed
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      nConstraint = try fields.get("nConstraint")
      aConstraint = try fields.get("aConstraint")
      nOrderBy = try fields.get("nOrderBy")
      aOrderBy = try fields.get("aOrderBy")
      aConstraintUsage = try fields.get("aConstraintUsage")
      idxNum = try fields.get("idxNum")
      idxStr = try fields.get("idxStr")
      needToFreeIdxStr = try fields.get("needToFreeIdxStr")
      orderByConsumed = try fields.get("orderByConsumed")
      estimatedCost = try fields.get("estimatedCost")
      estimatedRows = try fields.get("estimatedRows")
      idxFlags = try fields.get("idxFlags")
      colUsed = try fields.get("colUsed")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("nConstraint", nConstraint)
      try fields.set("aConstraint", aConstraint)
      try fields.set("nOrderBy", nOrderBy)
      try fields.set("aOrderBy", aOrderBy)
      try fields.set("aConstraintUsage", aConstraintUsage)
      try fields.set("idxNum", idxNum)
      try fields.set("idxStr", idxStr)
      try fields.set("needToFreeIdxStr", needToFreeIdxStr)
      try fields.set("orderByConsumed", orderByConsumed)
      try fields.set("estimatedCost", estimatedCost)
      try fields.set("estimatedRows", estimatedRows)
      try fields.set("idxFlags", idxFlags)
      try fields.set("colUsed", colUsed)
    }
  }

  /// Virtual Table Cursor Object.
  ///
  /// Every [virtual table module] implementation uses a subclass of the following structure to
  /// describe cursors that point into the [virtual table] and are used to loop through the virtual
  /// table. Cursors are created using the [sqlite3_module.xOpen | xOpen] method of the module and
  /// are destroyed by the [sqlite3_module.xClose | xClose] method. Cursors are used by the
  /// [xFilter], [xNext], [xEof], [xColumn], and [xRowid] methods of the module. Each module
  /// implementation will define the content of a cursor structure to suit its own needs.
  ///
  /// This superclass exists in order to define fields of the cursor that are common to all
  /// implementations.
  ///
  /// C's `struct sqlite3_vtab_cursor`.
  public struct Sqlite3VtabCursor: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_vtab_cursor" }

    /// Virtual table of this cursor.
    public var pVtab: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pVtab: .null) }

    /// Makes one of its members.
    public init(pVtab: RemoteAddress = .null) {
      self.pVtab = pVtab
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pVtab = try fields.get("pVtab")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pVtab", pVtab)
    }
  }

  /// Virtual Table Object.
  ///
  /// This structure, sometimes called a "virtual table module", defines the implementation of a
  /// [virtual table]. This structure consists mostly of methods for the module.
  ///
  /// A virtual table module is created by filling in a persistent instance of this structure and
  /// passing a pointer to that instance to [sqlite3_create_module()] or
  /// [sqlite3_create_module_v2()]. The registration remains valid until it is replaced by a
  /// different module or until the [database connection] closes. The content of this structure must
  /// not change while it is registered with any database connection.
  ///
  /// C's `struct sqlite3_module`.
  public struct Sqlite3Module: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_module" }

    /// The member `iVersion`.
    public var iVersion: Int32
    /// The member `xCreate`.
    public var xCreate: RemoteAddress
    /// The member `xConnect`.
    public var xConnect: RemoteAddress
    /// The member `xBestIndex`.
    public var xBestIndex: RemoteAddress
    /// The member `xDisconnect`.
    public var xDisconnect: RemoteAddress
    /// The member `xDestroy`.
    public var xDestroy: RemoteAddress
    /// The member `xOpen`.
    public var xOpen: RemoteAddress
    /// The member `xClose`.
    public var xClose: RemoteAddress
    /// The member `xFilter`.
    public var xFilter: RemoteAddress
    /// The member `xNext`.
    public var xNext: RemoteAddress
    /// The member `xEof`.
    public var xEof: RemoteAddress
    /// The member `xColumn`.
    public var xColumn: RemoteAddress
    /// The member `xRowid`.
    public var xRowid: RemoteAddress
    /// The member `xUpdate`.
    public var xUpdate: RemoteAddress
    /// The member `xBegin`.
    public var xBegin: RemoteAddress
    /// The member `xSync`.
    public var xSync: RemoteAddress
    /// The member `xCommit`.
    public var xCommit: RemoteAddress
    /// The member `xRollback`.
    public var xRollback: RemoteAddress
    /// The member `xFindFunction`.
    public var xFindFunction: RemoteAddress
    /// The member `xRename`.
    public var xRename: RemoteAddress
    /// The methods above are in version 1 of the sqlite_module object.
    ///
    /// Those below are for version 2 and greater.
    public var xSavepoint: RemoteAddress
    /// The member `xRelease`.
    public var xRelease: RemoteAddress
    /// The member `xRollbackTo`.
    public var xRollbackTo: RemoteAddress
    /// The methods above are in versions 1 and 2 of the sqlite_module object.
    ///
    /// Those below are for version 3 and greater.
    public var xShadowName: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, xCreate: RemoteAddress = .null, xConnect: RemoteAddress = .null,
      xBestIndex: RemoteAddress = .null, xDisconnect: RemoteAddress = .null,
      xDestroy: RemoteAddress = .null, xOpen: RemoteAddress = .null, xClose: RemoteAddress = .null,
      xFilter: RemoteAddress = .null, xNext: RemoteAddress = .null, xEof: RemoteAddress = .null,
      xColumn: RemoteAddress = .null, xRowid: RemoteAddress = .null, xUpdate: RemoteAddress = .null,
      xBegin: RemoteAddress = .null, xSync: RemoteAddress = .null, xCommit: RemoteAddress = .null,
      xRollback: RemoteAddress = .null, xFindFunction: RemoteAddress = .null,
      xRename: RemoteAddress = .null, xSavepoint: RemoteAddress = .null,
      xRelease: RemoteAddress = .null, xRollbackTo: RemoteAddress = .null,
      xShadowName: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.xCreate = xCreate
      self.xConnect = xConnect
      self.xBestIndex = xBestIndex
      self.xDisconnect = xDisconnect
      self.xDestroy = xDestroy
      self.xOpen = xOpen
      self.xClose = xClose
      self.xFilter = xFilter
      self.xNext = xNext
      self.xEof = xEof
      self.xColumn = xColumn
      self.xRowid = xRowid
      self.xUpdate = xUpdate
      self.xBegin = xBegin
      self.xSync = xSync
      self.xCommit = xCommit
      self.xRollback = xRollback
      self.xFindFunction = xFindFunction
      self.xRename = xRename
      self.xSavepoint = xSavepoint
      self.xRelease = xRelease
      self.xRollbackTo = xRollbackTo
      self.xShadowName = xShadowName
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      xCreate = try fields.get("xCreate")
      xConnect = try fields.get("xConnect")
      xBestIndex = try fields.get("xBestIndex")
      xDisconnect = try fields.get("xDisconnect")
      xDestroy = try fields.get("xDestroy")
      xOpen = try fields.get("xOpen")
      xClose = try fields.get("xClose")
      xFilter = try fields.get("xFilter")
      xNext = try fields.get("xNext")
      xEof = try fields.get("xEof")
      xColumn = try fields.get("xColumn")
      xRowid = try fields.get("xRowid")
      xUpdate = try fields.get("xUpdate")
      xBegin = try fields.get("xBegin")
      xSync = try fields.get("xSync")
      xCommit = try fields.get("xCommit")
      xRollback = try fields.get("xRollback")
      xFindFunction = try fields.get("xFindFunction")
      xRename = try fields.get("xRename")
      xSavepoint = try fields.get("xSavepoint")
      xRelease = try fields.get("xRelease")
      xRollbackTo = try fields.get("xRollbackTo")
      xShadowName = try fields.get("xShadowName")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("xCreate", xCreate)
      try fields.set("xConnect", xConnect)
      try fields.set("xBestIndex", xBestIndex)
      try fields.set("xDisconnect", xDisconnect)
      try fields.set("xDestroy", xDestroy)
      try fields.set("xOpen", xOpen)
      try fields.set("xClose", xClose)
      try fields.set("xFilter", xFilter)
      try fields.set("xNext", xNext)
      try fields.set("xEof", xEof)
      try fields.set("xColumn", xColumn)
      try fields.set("xRowid", xRowid)
      try fields.set("xUpdate", xUpdate)
      try fields.set("xBegin", xBegin)
      try fields.set("xSync", xSync)
      try fields.set("xCommit", xCommit)
      try fields.set("xRollback", xRollback)
      try fields.set("xFindFunction", xFindFunction)
      try fields.set("xRename", xRename)
      try fields.set("xSavepoint", xSavepoint)
      try fields.set("xRelease", xRelease)
      try fields.set("xRollbackTo", xRollbackTo)
      try fields.set("xShadowName", xShadowName)
    }
  }

  /// C's `struct sqlite3_index_constraint`.
  public struct Sqlite3IndexConstraint: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_index_constraint" }

    /// Column constrained.
    ///
    /// -1 for ROWID
    public var iColumn: Int32
    /// Constraint operator.
    public var op: UInt8
    /// True if this constraint is usable.
    public var usable: UInt8
    /// Used internally - xBestIndex should ignore.
    public var iTermOffset: Int32

    /// Makes one of zeros.
    public init() { self.init(iColumn: 0) }

    /// Makes one of its members.
    public init(iColumn: Int32 = 0, op: UInt8 = 0, usable: UInt8 = 0, iTermOffset: Int32 = 0) {
      self.iColumn = iColumn
      self.op = op
      self.usable = usable
      self.iTermOffset = iTermOffset
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iColumn = try fields.get("iColumn")
      op = try fields.get("op")
      usable = try fields.get("usable")
      iTermOffset = try fields.get("iTermOffset")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iColumn", iColumn)
      try fields.set("op", op)
      try fields.set("usable", usable)
      try fields.set("iTermOffset", iTermOffset)
    }
  }

  /// C's `struct sqlite3_index_orderby`.
  public struct Sqlite3IndexOrderby: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_index_orderby" }

    /// Column number.
    public var iColumn: Int32
    /// True for DESC.
    ///
    /// False for ASC.
    public var desc: UInt8

    /// Makes one of zeros.
    public init() { self.init(iColumn: 0) }

    /// Makes one of its members.
    public init(iColumn: Int32 = 0, desc: UInt8 = 0) {
      self.iColumn = iColumn
      self.desc = desc
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iColumn = try fields.get("iColumn")
      desc = try fields.get("desc")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iColumn", iColumn)
      try fields.set("desc", desc)
    }
  }

  /// Outputs.
  ///
  /// C's `struct sqlite3_index_constraint_usage`.
  public struct Sqlite3IndexConstraintUsage: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_index_constraint_usage" }

    /// If >0, constraint is part of argv to xFilter.
    public var argvIndex: Int32
    /// Do not code a test for this constraint.
    public var omit: UInt8

    /// Makes one of zeros.
    public init() { self.init(argvIndex: 0) }

    /// Makes one of its members.
    public init(argvIndex: Int32 = 0, omit: UInt8 = 0) {
      self.argvIndex = argvIndex
      self.omit = omit
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      argvIndex = try fields.get("argvIndex")
      omit = try fields.get("omit")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("argvIndex", argvIndex)
      try fields.set("omit", omit)
    }
  }

  /// C's `struct sqlite3_mutex_methods`.
  public struct Sqlite3MutexMethods: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_mutex_methods" }

    /// The member `xMutexInit`.
    public var xMutexInit: RemoteAddress
    /// The member `xMutexEnd`.
    public var xMutexEnd: RemoteAddress
    /// The member `xMutexAlloc`.
    public var xMutexAlloc: RemoteAddress
    /// The member `xMutexFree`.
    public var xMutexFree: RemoteAddress
    /// The member `xMutexEnter`.
    public var xMutexEnter: RemoteAddress
    /// The member `xMutexTry`.
    public var xMutexTry: RemoteAddress
    /// The member `xMutexLeave`.
    public var xMutexLeave: RemoteAddress
    /// The member `xMutexHeld`.
    public var xMutexHeld: RemoteAddress
    /// The member `xMutexNotheld`.
    public var xMutexNotheld: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(xMutexInit: .null) }

    /// Makes one of its members.
    public init(
      xMutexInit: RemoteAddress = .null, xMutexEnd: RemoteAddress = .null,
      xMutexAlloc: RemoteAddress = .null, xMutexFree: RemoteAddress = .null,
      xMutexEnter: RemoteAddress = .null, xMutexTry: RemoteAddress = .null,
      xMutexLeave: RemoteAddress = .null, xMutexHeld: RemoteAddress = .null,
      xMutexNotheld: RemoteAddress = .null
    ) {
      self.xMutexInit = xMutexInit
      self.xMutexEnd = xMutexEnd
      self.xMutexAlloc = xMutexAlloc
      self.xMutexFree = xMutexFree
      self.xMutexEnter = xMutexEnter
      self.xMutexTry = xMutexTry
      self.xMutexLeave = xMutexLeave
      self.xMutexHeld = xMutexHeld
      self.xMutexNotheld = xMutexNotheld
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      xMutexInit = try fields.get("xMutexInit")
      xMutexEnd = try fields.get("xMutexEnd")
      xMutexAlloc = try fields.get("xMutexAlloc")
      xMutexFree = try fields.get("xMutexFree")
      xMutexEnter = try fields.get("xMutexEnter")
      xMutexTry = try fields.get("xMutexTry")
      xMutexLeave = try fields.get("xMutexLeave")
      xMutexHeld = try fields.get("xMutexHeld")
      xMutexNotheld = try fields.get("xMutexNotheld")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("xMutexInit", xMutexInit)
      try fields.set("xMutexEnd", xMutexEnd)
      try fields.set("xMutexAlloc", xMutexAlloc)
      try fields.set("xMutexFree", xMutexFree)
      try fields.set("xMutexEnter", xMutexEnter)
      try fields.set("xMutexTry", xMutexTry)
      try fields.set("xMutexLeave", xMutexLeave)
      try fields.set("xMutexHeld", xMutexHeld)
      try fields.set("xMutexNotheld", xMutexNotheld)
    }
  }

  /// C's `struct sqlite3_pcache_page`.
  public struct Sqlite3PcachePage: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_pcache_page" }

    /// The content of the page.
    public var pBuf: RemoteAddress
    /// Extra information associated with the page.
    public var pExtra: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pBuf: .null) }

    /// Makes one of its members.
    public init(pBuf: RemoteAddress = .null, pExtra: RemoteAddress = .null) {
      self.pBuf = pBuf
      self.pExtra = pExtra
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pBuf = try fields.get("pBuf")
      pExtra = try fields.get("pExtra")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pBuf", pBuf)
      try fields.set("pExtra", pExtra)
    }
  }

  /// C's `struct sqlite3_pcache_methods2`.
  public struct Sqlite3PcacheMethods2: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_pcache_methods2" }

    /// The member `iVersion`.
    public var iVersion: Int32
    /// The member `pArg`.
    public var pArg: RemoteAddress
    /// The member `xInit`.
    public var xInit: RemoteAddress
    /// The member `xShutdown`.
    public var xShutdown: RemoteAddress
    /// The member `xCreate`.
    public var xCreate: RemoteAddress
    /// The member `xCachesize`.
    public var xCachesize: RemoteAddress
    /// The member `xPagecount`.
    public var xPagecount: RemoteAddress
    /// The member `xFetch`.
    public var xFetch: RemoteAddress
    /// The member `xUnpin`.
    public var xUnpin: RemoteAddress
    /// The member `xRekey`.
    public var xRekey: RemoteAddress
    /// The member `xTruncate`.
    public var xTruncate: RemoteAddress
    /// The member `xDestroy`.
    public var xDestroy: RemoteAddress
    /// The member `xShrink`.
    public var xShrink: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, pArg: RemoteAddress = .null, xInit: RemoteAddress = .null,
      xShutdown: RemoteAddress = .null, xCreate: RemoteAddress = .null,
      xCachesize: RemoteAddress = .null, xPagecount: RemoteAddress = .null,
      xFetch: RemoteAddress = .null, xUnpin: RemoteAddress = .null, xRekey: RemoteAddress = .null,
      xTruncate: RemoteAddress = .null, xDestroy: RemoteAddress = .null,
      xShrink: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.pArg = pArg
      self.xInit = xInit
      self.xShutdown = xShutdown
      self.xCreate = xCreate
      self.xCachesize = xCachesize
      self.xPagecount = xPagecount
      self.xFetch = xFetch
      self.xUnpin = xUnpin
      self.xRekey = xRekey
      self.xTruncate = xTruncate
      self.xDestroy = xDestroy
      self.xShrink = xShrink
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      pArg = try fields.get("pArg")
      xInit = try fields.get("xInit")
      xShutdown = try fields.get("xShutdown")
      xCreate = try fields.get("xCreate")
      xCachesize = try fields.get("xCachesize")
      xPagecount = try fields.get("xPagecount")
      xFetch = try fields.get("xFetch")
      xUnpin = try fields.get("xUnpin")
      xRekey = try fields.get("xRekey")
      xTruncate = try fields.get("xTruncate")
      xDestroy = try fields.get("xDestroy")
      xShrink = try fields.get("xShrink")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("pArg", pArg)
      try fields.set("xInit", xInit)
      try fields.set("xShutdown", xShutdown)
      try fields.set("xCreate", xCreate)
      try fields.set("xCachesize", xCachesize)
      try fields.set("xPagecount", xPagecount)
      try fields.set("xFetch", xFetch)
      try fields.set("xUnpin", xUnpin)
      try fields.set("xRekey", xRekey)
      try fields.set("xTruncate", xTruncate)
      try fields.set("xDestroy", xDestroy)
      try fields.set("xShrink", xShrink)
    }
  }

  /// C's `struct sqlite3_pcache_methods`.
  public struct Sqlite3PcacheMethods: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_pcache_methods" }

    /// The member `pArg`.
    public var pArg: RemoteAddress
    /// The member `xInit`.
    public var xInit: RemoteAddress
    /// The member `xShutdown`.
    public var xShutdown: RemoteAddress
    /// The member `xCreate`.
    public var xCreate: RemoteAddress
    /// The member `xCachesize`.
    public var xCachesize: RemoteAddress
    /// The member `xPagecount`.
    public var xPagecount: RemoteAddress
    /// The member `xFetch`.
    public var xFetch: RemoteAddress
    /// The member `xUnpin`.
    public var xUnpin: RemoteAddress
    /// The member `xRekey`.
    public var xRekey: RemoteAddress
    /// The member `xTruncate`.
    public var xTruncate: RemoteAddress
    /// The member `xDestroy`.
    public var xDestroy: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pArg: .null) }

    /// Makes one of its members.
    public init(
      pArg: RemoteAddress = .null, xInit: RemoteAddress = .null, xShutdown: RemoteAddress = .null,
      xCreate: RemoteAddress = .null, xCachesize: RemoteAddress = .null,
      xPagecount: RemoteAddress = .null, xFetch: RemoteAddress = .null,
      xUnpin: RemoteAddress = .null, xRekey: RemoteAddress = .null,
      xTruncate: RemoteAddress = .null, xDestroy: RemoteAddress = .null
    ) {
      self.pArg = pArg
      self.xInit = xInit
      self.xShutdown = xShutdown
      self.xCreate = xCreate
      self.xCachesize = xCachesize
      self.xPagecount = xPagecount
      self.xFetch = xFetch
      self.xUnpin = xUnpin
      self.xRekey = xRekey
      self.xTruncate = xTruncate
      self.xDestroy = xDestroy
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pArg = try fields.get("pArg")
      xInit = try fields.get("xInit")
      xShutdown = try fields.get("xShutdown")
      xCreate = try fields.get("xCreate")
      xCachesize = try fields.get("xCachesize")
      xPagecount = try fields.get("xPagecount")
      xFetch = try fields.get("xFetch")
      xUnpin = try fields.get("xUnpin")
      xRekey = try fields.get("xRekey")
      xTruncate = try fields.get("xTruncate")
      xDestroy = try fields.get("xDestroy")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pArg", pArg)
      try fields.set("xInit", xInit)
      try fields.set("xShutdown", xShutdown)
      try fields.set("xCreate", xCreate)
      try fields.set("xCachesize", xCachesize)
      try fields.set("xPagecount", xPagecount)
      try fields.set("xFetch", xFetch)
      try fields.set("xUnpin", xUnpin)
      try fields.set("xRekey", xRekey)
      try fields.set("xTruncate", xTruncate)
      try fields.set("xDestroy", xDestroy)
    }
  }

  /// C's `struct sqlite3_snapshot`.
  public struct Sqlite3Snapshot: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_snapshot" }

    /// The member `hidden`.
    public var hidden: [UInt8]

    /// Makes one of zeros.
    public init() { self.init(hidden: Array(repeating: 0, count: 48)) }

    /// Makes one of its members.
    public init(hidden: [UInt8] = Array(repeating: 0, count: 48)) {
      self.hidden = hidden
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      hidden = try fields.get("hidden")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("hidden", hidden)
    }
  }

  /// C's `struct sqlite3_rtree_geometry`.
  ///
  /// A pointer to a structure of the following type is passed as the first argument to callbacks
  /// registered using rtree_geometry_callback().
  public struct Sqlite3RtreeGeometry: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_rtree_geometry" }

    /// Copy of pContext passed to s_r_g_c().
    public var pContext: RemoteAddress
    /// Size of array aParam[].
    public var nParam: Int32
    /// Parameters passed to SQL geom function.
    public var aParam: RemoteAddress
    /// Callback implementation user data.
    public var pUser: RemoteAddress
    /// Called by SQLite to clean up pUser.
    public var xDelUser: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pContext: .null) }

    /// Makes one of its members.
    public init(
      pContext: RemoteAddress = .null, nParam: Int32 = 0, aParam: RemoteAddress = .null,
      pUser: RemoteAddress = .null, xDelUser: RemoteAddress = .null
    ) {
      self.pContext = pContext
      self.nParam = nParam
      self.aParam = aParam
      self.pUser = pUser
      self.xDelUser = xDelUser
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pContext = try fields.get("pContext")
      nParam = try fields.get("nParam")
      aParam = try fields.get("aParam")
      pUser = try fields.get("pUser")
      xDelUser = try fields.get("xDelUser")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pContext", pContext)
      try fields.set("nParam", nParam)
      try fields.set("aParam", aParam)
      try fields.set("pUser", pUser)
      try fields.set("xDelUser", xDelUser)
    }
  }

  /// C's `struct sqlite3_rtree_query_info`.
  ///
  /// A pointer to a structure of the following type is passed as the argument to scored geometry
  /// callback registered using sqlite3_rtree_query_callback().
  ///
  /// Note that the first 5 fields of this structure are identical to sqlite3_rtree_geometry. This
  /// structure is a subclass of sqlite3_rtree_geometry.
  public struct Sqlite3RtreeQueryInfo: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct sqlite3_rtree_query_info" }

    /// PContext from when function registered.
    public var pContext: RemoteAddress
    /// Number of function parameters.
    public var nParam: Int32
    /// Value of function parameters.
    public var aParam: RemoteAddress
    /// Callback can use this, if desired.
    public var pUser: RemoteAddress
    /// Function to free pUser.
    public var xDelUser: RemoteAddress
    /// Coordinates of node or entry to check.
    public var aCoord: RemoteAddress
    /// Number of pending entries in the queue.
    public var anQueue: RemoteAddress
    /// Number of coordinates.
    public var nCoord: Int32
    /// Level of current node or entry.
    public var iLevel: Int32
    /// The largest iLevel value in the tree.
    public var mxLevel: Int32
    /// Rowid for current entry.
    public var iRowid: Int64
    /// Score of parent node.
    public var rParentScore: Double
    /// Visibility of parent node.
    public var eParentWithin: Int32
    /// Visibility.
    public var eWithin: Int32
    /// Write the score here.
    public var rScore: Double
    /// The following fields are only available in 3.8.11 and later.
    public var apSqlParam: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(pContext: .null) }

    /// Makes one of its members.
    public init(
      pContext: RemoteAddress = .null, nParam: Int32 = 0, aParam: RemoteAddress = .null,
      pUser: RemoteAddress = .null, xDelUser: RemoteAddress = .null, aCoord: RemoteAddress = .null,
      anQueue: RemoteAddress = .null, nCoord: Int32 = 0, iLevel: Int32 = 0, mxLevel: Int32 = 0,
      iRowid: Int64 = 0, rParentScore: Double = 0, eParentWithin: Int32 = 0, eWithin: Int32 = 0,
      rScore: Double = 0, apSqlParam: RemoteAddress = .null
    ) {
      self.pContext = pContext
      self.nParam = nParam
      self.aParam = aParam
      self.pUser = pUser
      self.xDelUser = xDelUser
      self.aCoord = aCoord
      self.anQueue = anQueue
      self.nCoord = nCoord
      self.iLevel = iLevel
      self.mxLevel = mxLevel
      self.iRowid = iRowid
      self.rParentScore = rParentScore
      self.eParentWithin = eParentWithin
      self.eWithin = eWithin
      self.rScore = rScore
      self.apSqlParam = apSqlParam
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      pContext = try fields.get("pContext")
      nParam = try fields.get("nParam")
      aParam = try fields.get("aParam")
      pUser = try fields.get("pUser")
      xDelUser = try fields.get("xDelUser")
      aCoord = try fields.get("aCoord")
      anQueue = try fields.get("anQueue")
      nCoord = try fields.get("nCoord")
      iLevel = try fields.get("iLevel")
      mxLevel = try fields.get("mxLevel")
      iRowid = try fields.get("iRowid")
      rParentScore = try fields.get("rParentScore")
      eParentWithin = try fields.get("eParentWithin")
      eWithin = try fields.get("eWithin")
      rScore = try fields.get("rScore")
      apSqlParam = try fields.get("apSqlParam")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("pContext", pContext)
      try fields.set("nParam", nParam)
      try fields.set("aParam", aParam)
      try fields.set("pUser", pUser)
      try fields.set("xDelUser", xDelUser)
      try fields.set("aCoord", aCoord)
      try fields.set("anQueue", anQueue)
      try fields.set("nCoord", nCoord)
      try fields.set("iLevel", iLevel)
      try fields.set("mxLevel", mxLevel)
      try fields.set("iRowid", iRowid)
      try fields.set("rParentScore", rParentScore)
      try fields.set("eParentWithin", eParentWithin)
      try fields.set("eWithin", eWithin)
      try fields.set("rScore", rScore)
      try fields.set("apSqlParam", apSqlParam)
    }
  }

  /// EXTENSION API FUNCTIONS.
  ///
  /// xUserData(pFts): Return a copy of the context pointer the extension function was registered
  /// with.
  ///
  /// xColumnTotalSize(pFts, iCol, pnToken): If parameter iCol is less than zero, set output
  /// variable *pnToken to the total number of tokens in the FTS5 table. Or, if iCol is non-negative
  /// but less than the number of columns in the table, return the total number of tokens in column
  /// iCol, considering all rows in the FTS5 table.
  ///
  /// If parameter iCol is greater than or equal to the number of columns in the table, SQLITE_RANGE
  /// is returned. Or, if an error occurs (e.g. an OOM condition or IO error), an appropriate SQLite
  /// error code is returned.
  ///
  /// xColumnCount(pFts): Return the number of columns in the table.
  ///
  /// xColumnSize(pFts, iCol, pnToken): If parameter iCol is less than zero, set output variable
  /// *pnToken to the total number of tokens in the current row. Or, if iCol is non-negative but
  /// less than the number of columns in the table, set *pnToken to the number of tokens in column
  /// iCol of the current row.
  ///
  /// The header says more.
  ///
  /// C's `struct Fts5ExtensionApi`.
  public struct Fts5ExtensionApi: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct Fts5ExtensionApi" }

    /// Currently always set to 3.
    public var iVersion: Int32
    /// The member `xUserData`.
    public var xUserData: RemoteAddress
    /// The member `xColumnCount`.
    public var xColumnCount: RemoteAddress
    /// The member `xRowCount`.
    public var xRowCount: RemoteAddress
    /// The member `xColumnTotalSize`.
    public var xColumnTotalSize: RemoteAddress
    /// The member `xTokenize`.
    public var xTokenize: RemoteAddress
    /// The member `xPhraseCount`.
    public var xPhraseCount: RemoteAddress
    /// The member `xPhraseSize`.
    public var xPhraseSize: RemoteAddress
    /// The member `xInstCount`.
    public var xInstCount: RemoteAddress
    /// The member `xInst`.
    public var xInst: RemoteAddress
    /// The member `xRowid`.
    public var xRowid: RemoteAddress
    /// The member `xColumnText`.
    public var xColumnText: RemoteAddress
    /// The member `xColumnSize`.
    public var xColumnSize: RemoteAddress
    /// The member `xQueryPhrase`.
    public var xQueryPhrase: RemoteAddress
    /// The member `xSetAuxdata`.
    public var xSetAuxdata: RemoteAddress
    /// The member `xGetAuxdata`.
    public var xGetAuxdata: RemoteAddress
    /// The member `xPhraseFirst`.
    public var xPhraseFirst: RemoteAddress
    /// The member `xPhraseNext`.
    public var xPhraseNext: RemoteAddress
    /// The member `xPhraseFirstColumn`.
    public var xPhraseFirstColumn: RemoteAddress
    /// The member `xPhraseNextColumn`.
    public var xPhraseNextColumn: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, xUserData: RemoteAddress = .null, xColumnCount: RemoteAddress = .null,
      xRowCount: RemoteAddress = .null, xColumnTotalSize: RemoteAddress = .null,
      xTokenize: RemoteAddress = .null, xPhraseCount: RemoteAddress = .null,
      xPhraseSize: RemoteAddress = .null, xInstCount: RemoteAddress = .null,
      xInst: RemoteAddress = .null, xRowid: RemoteAddress = .null,
      xColumnText: RemoteAddress = .null, xColumnSize: RemoteAddress = .null,
      xQueryPhrase: RemoteAddress = .null, xSetAuxdata: RemoteAddress = .null,
      xGetAuxdata: RemoteAddress = .null, xPhraseFirst: RemoteAddress = .null,
      xPhraseNext: RemoteAddress = .null, xPhraseFirstColumn: RemoteAddress = .null,
      xPhraseNextColumn: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.xUserData = xUserData
      self.xColumnCount = xColumnCount
      self.xRowCount = xRowCount
      self.xColumnTotalSize = xColumnTotalSize
      self.xTokenize = xTokenize
      self.xPhraseCount = xPhraseCount
      self.xPhraseSize = xPhraseSize
      self.xInstCount = xInstCount
      self.xInst = xInst
      self.xRowid = xRowid
      self.xColumnText = xColumnText
      self.xColumnSize = xColumnSize
      self.xQueryPhrase = xQueryPhrase
      self.xSetAuxdata = xSetAuxdata
      self.xGetAuxdata = xGetAuxdata
      self.xPhraseFirst = xPhraseFirst
      self.xPhraseNext = xPhraseNext
      self.xPhraseFirstColumn = xPhraseFirstColumn
      self.xPhraseNextColumn = xPhraseNextColumn
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      xUserData = try fields.get("xUserData")
      xColumnCount = try fields.get("xColumnCount")
      xRowCount = try fields.get("xRowCount")
      xColumnTotalSize = try fields.get("xColumnTotalSize")
      xTokenize = try fields.get("xTokenize")
      xPhraseCount = try fields.get("xPhraseCount")
      xPhraseSize = try fields.get("xPhraseSize")
      xInstCount = try fields.get("xInstCount")
      xInst = try fields.get("xInst")
      xRowid = try fields.get("xRowid")
      xColumnText = try fields.get("xColumnText")
      xColumnSize = try fields.get("xColumnSize")
      xQueryPhrase = try fields.get("xQueryPhrase")
      xSetAuxdata = try fields.get("xSetAuxdata")
      xGetAuxdata = try fields.get("xGetAuxdata")
      xPhraseFirst = try fields.get("xPhraseFirst")
      xPhraseNext = try fields.get("xPhraseNext")
      xPhraseFirstColumn = try fields.get("xPhraseFirstColumn")
      xPhraseNextColumn = try fields.get("xPhraseNextColumn")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("xUserData", xUserData)
      try fields.set("xColumnCount", xColumnCount)
      try fields.set("xRowCount", xRowCount)
      try fields.set("xColumnTotalSize", xColumnTotalSize)
      try fields.set("xTokenize", xTokenize)
      try fields.set("xPhraseCount", xPhraseCount)
      try fields.set("xPhraseSize", xPhraseSize)
      try fields.set("xInstCount", xInstCount)
      try fields.set("xInst", xInst)
      try fields.set("xRowid", xRowid)
      try fields.set("xColumnText", xColumnText)
      try fields.set("xColumnSize", xColumnSize)
      try fields.set("xQueryPhrase", xQueryPhrase)
      try fields.set("xSetAuxdata", xSetAuxdata)
      try fields.set("xGetAuxdata", xGetAuxdata)
      try fields.set("xPhraseFirst", xPhraseFirst)
      try fields.set("xPhraseNext", xPhraseNext)
      try fields.set("xPhraseFirstColumn", xPhraseFirstColumn)
      try fields.set("xPhraseNextColumn", xPhraseNextColumn)
    }
  }

  /// C's `struct Fts5PhraseIter`.
  public struct Fts5PhraseIter: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct Fts5PhraseIter" }

    /// The member `a`.
    public var a: RemoteAddress
    /// The member `b`.
    public var b: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(a: .null) }

    /// Makes one of its members.
    public init(a: RemoteAddress = .null, b: RemoteAddress = .null) {
      self.a = a
      self.b = b
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      a = try fields.get("a")
      b = try fields.get("b")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("a", a)
      try fields.set("b", b)
    }
  }

  /// C's `struct fts5_tokenizer`.
  public struct Fts5TokenizerStruct: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct fts5_tokenizer" }

    /// The member `xCreate`.
    public var xCreate: RemoteAddress
    /// The member `xDelete`.
    public var xDelete: RemoteAddress
    /// The member `xTokenize`.
    public var xTokenize: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(xCreate: .null) }

    /// Makes one of its members.
    public init(
      xCreate: RemoteAddress = .null, xDelete: RemoteAddress = .null,
      xTokenize: RemoteAddress = .null
    ) {
      self.xCreate = xCreate
      self.xDelete = xDelete
      self.xTokenize = xTokenize
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      xCreate = try fields.get("xCreate")
      xDelete = try fields.get("xDelete")
      xTokenize = try fields.get("xTokenize")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("xCreate", xCreate)
      try fields.set("xDelete", xDelete)
      try fields.set("xTokenize", xTokenize)
    }
  }

  /// C's `struct fts5_api`.
  public struct Fts5Api: LibraryStructure, Equatable {
    /// The type in C.
    public static var cType: String { "struct fts5_api" }

    /// Currently always set to 2.
    public var iVersion: Int32
    /// Create a new tokenizer.
    public var xCreateTokenizer: RemoteAddress
    /// Find an existing tokenizer.
    public var xFindTokenizer: RemoteAddress
    /// Create a new auxiliary function.
    public var xCreateFunction: RemoteAddress

    /// Makes one of zeros.
    public init() { self.init(iVersion: 0) }

    /// Makes one of its members.
    public init(
      iVersion: Int32 = 0, xCreateTokenizer: RemoteAddress = .null,
      xFindTokenizer: RemoteAddress = .null, xCreateFunction: RemoteAddress = .null
    ) {
      self.iVersion = iVersion
      self.xCreateTokenizer = xCreateTokenizer
      self.xFindTokenizer = xFindTokenizer
      self.xCreateFunction = xCreateFunction
    }

    /// Reads the members.
    public init(fields: Structure) throws(BridgeError) {
      iVersion = try fields.get("iVersion")
      xCreateTokenizer = try fields.get("xCreateTokenizer")
      xFindTokenizer = try fields.get("xFindTokenizer")
      xCreateFunction = try fields.get("xCreateFunction")
    }

    /// Writes the members.
    public func write(to fields: inout Structure) throws(BridgeError) {
      try fields.set("iVersion", iVersion)
      try fields.set("xCreateTokenizer", xCreateTokenizer)
      try fields.set("xFindTokenizer", xFindTokenizer)
      try fields.set("xCreateFunction", xCreateFunction)
    }
  }
}

extension SQLite {
  /// Compile-Time Library Version Numbers.
  ///
  /// (The [SQLITE_VERSION] C preprocessor macro in the sqlite3.h header evaluates to a string
  /// literal that is the SQLite version in the format "X.Y.Z" where X is the major version number
  /// (always 3 for SQLite3) and Y is the minor version number and Z is the release number.) (The
  /// [SQLITE_VERSION_NUMBER] C preprocessor macro resolves to an integer with the value (X*1000000
  /// + Y*1000 + Z) where X, Y, and Z are the same numbers used in [SQLITE_VERSION].) The
  /// SQLITE_VERSION_NUMBER for any given release of SQLite will also be larger than the release
  /// from which it is derived. Either Y will be held constant and Z will be incremented or else Y
  /// will be incremented and Z will be reset to zero.
  ///
  /// The header says more.
  ///
  /// `SQLITE_VERSION` of the header.
  public static var SQLITE_VERSION: String { "3.40.1" }

  /// `SQLITE_VERSION_NUMBER` of the header.
  public static var SQLITE_VERSION_NUMBER: Int32 { 3_040_001 }

  /// `SQLITE_SOURCE_ID` of the header.
  public static var SQLITE_SOURCE_ID: String {
    "2022-12-28 14:03:47 df5c253c0b3dd24916e4ec7cf77d3db5294cc9fd45ae7b9c5e82ad8197f3alt1"
  }

  /// Successful result.
  ///
  /// `SQLITE_OK` of the header.
  public static var SQLITE_OK: Int32 { 0 }

  /// Generic error.
  ///
  /// `SQLITE_ERROR` of the header.
  public static var SQLITE_ERROR: Int32 { 1 }

  /// Internal logic error in SQLite.
  ///
  /// `SQLITE_INTERNAL` of the header.
  public static var SQLITE_INTERNAL: Int32 { 2 }

  /// Access permission denied.
  ///
  /// `SQLITE_PERM` of the header.
  public static var SQLITE_PERM: Int32 { 3 }

  /// Callback routine requested an abort.
  ///
  /// `SQLITE_ABORT` of the header.
  public static var SQLITE_ABORT: Int32 { 4 }

  /// The database file is locked.
  ///
  /// `SQLITE_BUSY` of the header.
  public static var SQLITE_BUSY: Int32 { 5 }

  /// A table in the database is locked.
  ///
  /// `SQLITE_LOCKED` of the header.
  public static var SQLITE_LOCKED: Int32 { 6 }

  /// A malloc() failed.
  ///
  /// `SQLITE_NOMEM` of the header.
  public static var SQLITE_NOMEM: Int32 { 7 }

  /// Attempt to write a readonly database.
  ///
  /// `SQLITE_READONLY` of the header.
  public static var SQLITE_READONLY: Int32 { 8 }

  /// Operation terminated by sqlite3_interrupt().
  ///
  /// `SQLITE_INTERRUPT` of the header.
  public static var SQLITE_INTERRUPT: Int32 { 9 }

  /// Some kind of disk I/O error occurred.
  ///
  /// `SQLITE_IOERR` of the header.
  public static var SQLITE_IOERR: Int32 { 10 }

  /// The database disk image is malformed.
  ///
  /// `SQLITE_CORRUPT` of the header.
  public static var SQLITE_CORRUPT: Int32 { 11 }

  /// Unknown opcode in sqlite3_file_control().
  ///
  /// `SQLITE_NOTFOUND` of the header.
  public static var SQLITE_NOTFOUND: Int32 { 12 }

  /// Insertion failed because database is full.
  ///
  /// `SQLITE_FULL` of the header.
  public static var SQLITE_FULL: Int32 { 13 }

  /// Unable to open the database file.
  ///
  /// `SQLITE_CANTOPEN` of the header.
  public static var SQLITE_CANTOPEN: Int32 { 14 }

  /// Database lock protocol error.
  ///
  /// `SQLITE_PROTOCOL` of the header.
  public static var SQLITE_PROTOCOL: Int32 { 15 }

  /// Internal use only.
  ///
  /// `SQLITE_EMPTY` of the header.
  public static var SQLITE_EMPTY: Int32 { 16 }

  /// The database schema changed.
  ///
  /// `SQLITE_SCHEMA` of the header.
  public static var SQLITE_SCHEMA: Int32 { 17 }

  /// String or BLOB exceeds size limit.
  ///
  /// `SQLITE_TOOBIG` of the header.
  public static var SQLITE_TOOBIG: Int32 { 18 }

  /// Abort due to constraint violation.
  ///
  /// `SQLITE_CONSTRAINT` of the header.
  public static var SQLITE_CONSTRAINT: Int32 { 19 }

  /// Data type mismatch.
  ///
  /// `SQLITE_MISMATCH` of the header.
  public static var SQLITE_MISMATCH: Int32 { 20 }

  /// Library used incorrectly.
  ///
  /// `SQLITE_MISUSE` of the header.
  public static var SQLITE_MISUSE: Int32 { 21 }

  /// Uses OS features not supported on host.
  ///
  /// `SQLITE_NOLFS` of the header.
  public static var SQLITE_NOLFS: Int32 { 22 }

  /// Authorization denied.
  ///
  /// `SQLITE_AUTH` of the header.
  public static var SQLITE_AUTH: Int32 { 23 }

  /// Not used.
  ///
  /// `SQLITE_FORMAT` of the header.
  public static var SQLITE_FORMAT: Int32 { 24 }

  /// 2nd parameter to sqlite3_bind out of range.
  ///
  /// `SQLITE_RANGE` of the header.
  public static var SQLITE_RANGE: Int32 { 25 }

  /// File opened that is not a database file.
  ///
  /// `SQLITE_NOTADB` of the header.
  public static var SQLITE_NOTADB: Int32 { 26 }

  /// Notifications from sqlite3_log().
  ///
  /// `SQLITE_NOTICE` of the header.
  public static var SQLITE_NOTICE: Int32 { 27 }

  /// Warnings from sqlite3_log().
  ///
  /// `SQLITE_WARNING` of the header.
  public static var SQLITE_WARNING: Int32 { 28 }

  /// sqlite3_step() has another row ready.
  ///
  /// `SQLITE_ROW` of the header.
  public static var SQLITE_ROW: Int32 { 100 }

  /// sqlite3_step() has finished executing.
  ///
  /// `SQLITE_DONE` of the header.
  public static var SQLITE_DONE: Int32 { 101 }

  /// Extended Result Codes.
  ///
  /// In its default configuration, SQLite API routines return one of 30 integer [result codes].
  /// However, experience has shown that many of these result codes are too coarse-grained. They do
  /// not provide as much information about problems as programmers might like. In an effort to
  /// address this, newer versions of SQLite (version 3.3.8 [dateof:3.3.8] and later) include
  /// support for additional result codes that provide more detailed information about errors. These
  /// [extended result codes] are enabled or disabled on a per database connection basis using the
  /// [sqlite3_extended_result_codes()] API. Or, the extended code for the most recent error can be
  /// obtained using [sqlite3_extended_errcode()].
  ///
  /// `SQLITE_ERROR_MISSING_COLLSEQ` of the header.
  public static var SQLITE_ERROR_MISSING_COLLSEQ: Int32 { 257 }

  /// `SQLITE_ERROR_RETRY` of the header.
  public static var SQLITE_ERROR_RETRY: Int32 { 513 }

  /// `SQLITE_ERROR_SNAPSHOT` of the header.
  public static var SQLITE_ERROR_SNAPSHOT: Int32 { 769 }

  /// `SQLITE_IOERR_READ` of the header.
  public static var SQLITE_IOERR_READ: Int32 { 266 }

  /// `SQLITE_IOERR_SHORT_READ` of the header.
  public static var SQLITE_IOERR_SHORT_READ: Int32 { 522 }

  /// `SQLITE_IOERR_WRITE` of the header.
  public static var SQLITE_IOERR_WRITE: Int32 { 778 }

  /// `SQLITE_IOERR_FSYNC` of the header.
  public static var SQLITE_IOERR_FSYNC: Int32 { 1034 }

  /// `SQLITE_IOERR_DIR_FSYNC` of the header.
  public static var SQLITE_IOERR_DIR_FSYNC: Int32 { 1290 }

  /// `SQLITE_IOERR_TRUNCATE` of the header.
  public static var SQLITE_IOERR_TRUNCATE: Int32 { 1546 }

  /// `SQLITE_IOERR_FSTAT` of the header.
  public static var SQLITE_IOERR_FSTAT: Int32 { 1802 }

  /// `SQLITE_IOERR_UNLOCK` of the header.
  public static var SQLITE_IOERR_UNLOCK: Int32 { 2058 }

  /// `SQLITE_IOERR_RDLOCK` of the header.
  public static var SQLITE_IOERR_RDLOCK: Int32 { 2314 }

  /// `SQLITE_IOERR_DELETE` of the header.
  public static var SQLITE_IOERR_DELETE: Int32 { 2570 }

  /// `SQLITE_IOERR_BLOCKED` of the header.
  public static var SQLITE_IOERR_BLOCKED: Int32 { 2826 }

  /// `SQLITE_IOERR_NOMEM` of the header.
  public static var SQLITE_IOERR_NOMEM: Int32 { 3082 }

  /// `SQLITE_IOERR_ACCESS` of the header.
  public static var SQLITE_IOERR_ACCESS: Int32 { 3338 }

  /// `SQLITE_IOERR_CHECKRESERVEDLOCK` of the header.
  public static var SQLITE_IOERR_CHECKRESERVEDLOCK: Int32 { 3594 }

  /// `SQLITE_IOERR_LOCK` of the header.
  public static var SQLITE_IOERR_LOCK: Int32 { 3850 }

  /// `SQLITE_IOERR_CLOSE` of the header.
  public static var SQLITE_IOERR_CLOSE: Int32 { 4106 }

  /// `SQLITE_IOERR_DIR_CLOSE` of the header.
  public static var SQLITE_IOERR_DIR_CLOSE: Int32 { 4362 }

  /// `SQLITE_IOERR_SHMOPEN` of the header.
  public static var SQLITE_IOERR_SHMOPEN: Int32 { 4618 }

  /// `SQLITE_IOERR_SHMSIZE` of the header.
  public static var SQLITE_IOERR_SHMSIZE: Int32 { 4874 }

  /// `SQLITE_IOERR_SHMLOCK` of the header.
  public static var SQLITE_IOERR_SHMLOCK: Int32 { 5130 }

  /// `SQLITE_IOERR_SHMMAP` of the header.
  public static var SQLITE_IOERR_SHMMAP: Int32 { 5386 }

  /// `SQLITE_IOERR_SEEK` of the header.
  public static var SQLITE_IOERR_SEEK: Int32 { 5642 }

  /// `SQLITE_IOERR_DELETE_NOENT` of the header.
  public static var SQLITE_IOERR_DELETE_NOENT: Int32 { 5898 }

  /// `SQLITE_IOERR_MMAP` of the header.
  public static var SQLITE_IOERR_MMAP: Int32 { 6154 }

  /// `SQLITE_IOERR_GETTEMPPATH` of the header.
  public static var SQLITE_IOERR_GETTEMPPATH: Int32 { 6410 }

  /// `SQLITE_IOERR_CONVPATH` of the header.
  public static var SQLITE_IOERR_CONVPATH: Int32 { 6666 }

  /// `SQLITE_IOERR_VNODE` of the header.
  public static var SQLITE_IOERR_VNODE: Int32 { 6922 }

  /// `SQLITE_IOERR_AUTH` of the header.
  public static var SQLITE_IOERR_AUTH: Int32 { 7178 }

  /// `SQLITE_IOERR_BEGIN_ATOMIC` of the header.
  public static var SQLITE_IOERR_BEGIN_ATOMIC: Int32 { 7434 }

  /// `SQLITE_IOERR_COMMIT_ATOMIC` of the header.
  public static var SQLITE_IOERR_COMMIT_ATOMIC: Int32 { 7690 }

  /// `SQLITE_IOERR_ROLLBACK_ATOMIC` of the header.
  public static var SQLITE_IOERR_ROLLBACK_ATOMIC: Int32 { 7946 }

  /// `SQLITE_IOERR_DATA` of the header.
  public static var SQLITE_IOERR_DATA: Int32 { 8202 }

  /// `SQLITE_IOERR_CORRUPTFS` of the header.
  public static var SQLITE_IOERR_CORRUPTFS: Int32 { 8458 }

  /// `SQLITE_LOCKED_SHAREDCACHE` of the header.
  public static var SQLITE_LOCKED_SHAREDCACHE: Int32 { 262 }

  /// `SQLITE_LOCKED_VTAB` of the header.
  public static var SQLITE_LOCKED_VTAB: Int32 { 518 }

  /// `SQLITE_BUSY_RECOVERY` of the header.
  public static var SQLITE_BUSY_RECOVERY: Int32 { 261 }

  /// `SQLITE_BUSY_SNAPSHOT` of the header.
  public static var SQLITE_BUSY_SNAPSHOT: Int32 { 517 }

  /// `SQLITE_BUSY_TIMEOUT` of the header.
  public static var SQLITE_BUSY_TIMEOUT: Int32 { 773 }

  /// `SQLITE_CANTOPEN_NOTEMPDIR` of the header.
  public static var SQLITE_CANTOPEN_NOTEMPDIR: Int32 { 270 }

  /// `SQLITE_CANTOPEN_ISDIR` of the header.
  public static var SQLITE_CANTOPEN_ISDIR: Int32 { 526 }

  /// `SQLITE_CANTOPEN_FULLPATH` of the header.
  public static var SQLITE_CANTOPEN_FULLPATH: Int32 { 782 }

  /// `SQLITE_CANTOPEN_CONVPATH` of the header.
  public static var SQLITE_CANTOPEN_CONVPATH: Int32 { 1038 }

  /// Not Used.
  ///
  /// `SQLITE_CANTOPEN_DIRTYWAL` of the header.
  public static var SQLITE_CANTOPEN_DIRTYWAL: Int32 { 1294 }

  /// `SQLITE_CANTOPEN_SYMLINK` of the header.
  public static var SQLITE_CANTOPEN_SYMLINK: Int32 { 1550 }

  /// `SQLITE_CORRUPT_VTAB` of the header.
  public static var SQLITE_CORRUPT_VTAB: Int32 { 267 }

  /// `SQLITE_CORRUPT_SEQUENCE` of the header.
  public static var SQLITE_CORRUPT_SEQUENCE: Int32 { 523 }

  /// `SQLITE_CORRUPT_INDEX` of the header.
  public static var SQLITE_CORRUPT_INDEX: Int32 { 779 }

  /// `SQLITE_READONLY_RECOVERY` of the header.
  public static var SQLITE_READONLY_RECOVERY: Int32 { 264 }

  /// `SQLITE_READONLY_CANTLOCK` of the header.
  public static var SQLITE_READONLY_CANTLOCK: Int32 { 520 }

  /// `SQLITE_READONLY_ROLLBACK` of the header.
  public static var SQLITE_READONLY_ROLLBACK: Int32 { 776 }

  /// `SQLITE_READONLY_DBMOVED` of the header.
  public static var SQLITE_READONLY_DBMOVED: Int32 { 1032 }

  /// `SQLITE_READONLY_CANTINIT` of the header.
  public static var SQLITE_READONLY_CANTINIT: Int32 { 1288 }

  /// `SQLITE_READONLY_DIRECTORY` of the header.
  public static var SQLITE_READONLY_DIRECTORY: Int32 { 1544 }

  /// `SQLITE_ABORT_ROLLBACK` of the header.
  public static var SQLITE_ABORT_ROLLBACK: Int32 { 516 }

  /// `SQLITE_CONSTRAINT_CHECK` of the header.
  public static var SQLITE_CONSTRAINT_CHECK: Int32 { 275 }

  /// `SQLITE_CONSTRAINT_COMMITHOOK` of the header.
  public static var SQLITE_CONSTRAINT_COMMITHOOK: Int32 { 531 }

  /// `SQLITE_CONSTRAINT_FOREIGNKEY` of the header.
  public static var SQLITE_CONSTRAINT_FOREIGNKEY: Int32 { 787 }

  /// `SQLITE_CONSTRAINT_FUNCTION` of the header.
  public static var SQLITE_CONSTRAINT_FUNCTION: Int32 { 1043 }

  /// `SQLITE_CONSTRAINT_NOTNULL` of the header.
  public static var SQLITE_CONSTRAINT_NOTNULL: Int32 { 1299 }

  /// `SQLITE_CONSTRAINT_PRIMARYKEY` of the header.
  public static var SQLITE_CONSTRAINT_PRIMARYKEY: Int32 { 1555 }

  /// `SQLITE_CONSTRAINT_TRIGGER` of the header.
  public static var SQLITE_CONSTRAINT_TRIGGER: Int32 { 1811 }

  /// `SQLITE_CONSTRAINT_UNIQUE` of the header.
  public static var SQLITE_CONSTRAINT_UNIQUE: Int32 { 2067 }

  /// `SQLITE_CONSTRAINT_VTAB` of the header.
  public static var SQLITE_CONSTRAINT_VTAB: Int32 { 2323 }

  /// `SQLITE_CONSTRAINT_ROWID` of the header.
  public static var SQLITE_CONSTRAINT_ROWID: Int32 { 2579 }

  /// `SQLITE_CONSTRAINT_PINNED` of the header.
  public static var SQLITE_CONSTRAINT_PINNED: Int32 { 2835 }

  /// `SQLITE_CONSTRAINT_DATATYPE` of the header.
  public static var SQLITE_CONSTRAINT_DATATYPE: Int32 { 3091 }

  /// `SQLITE_NOTICE_RECOVER_WAL` of the header.
  public static var SQLITE_NOTICE_RECOVER_WAL: Int32 { 283 }

  /// `SQLITE_NOTICE_RECOVER_ROLLBACK` of the header.
  public static var SQLITE_NOTICE_RECOVER_ROLLBACK: Int32 { 539 }

  /// `SQLITE_WARNING_AUTOINDEX` of the header.
  public static var SQLITE_WARNING_AUTOINDEX: Int32 { 284 }

  /// `SQLITE_AUTH_USER` of the header.
  public static var SQLITE_AUTH_USER: Int32 { 279 }

  /// `SQLITE_OK_LOAD_PERMANENTLY` of the header.
  public static var SQLITE_OK_LOAD_PERMANENTLY: Int32 { 256 }

  /// Internal use only.
  ///
  /// `SQLITE_OK_SYMLINK` of the header.
  public static var SQLITE_OK_SYMLINK: Int32 { 512 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_READONLY` of the header.
  public static var SQLITE_OPEN_READONLY: Int32 { 1 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_READWRITE` of the header.
  public static var SQLITE_OPEN_READWRITE: Int32 { 2 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_CREATE` of the header.
  public static var SQLITE_OPEN_CREATE: Int32 { 4 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_DELETEONCLOSE` of the header.
  public static var SQLITE_OPEN_DELETEONCLOSE: Int32 { 8 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_EXCLUSIVE` of the header.
  public static var SQLITE_OPEN_EXCLUSIVE: Int32 { 16 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_AUTOPROXY` of the header.
  public static var SQLITE_OPEN_AUTOPROXY: Int32 { 32 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_URI` of the header.
  public static var SQLITE_OPEN_URI: Int32 { 64 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_MEMORY` of the header.
  public static var SQLITE_OPEN_MEMORY: Int32 { 128 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_MAIN_DB` of the header.
  public static var SQLITE_OPEN_MAIN_DB: Int32 { 256 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_TEMP_DB` of the header.
  public static var SQLITE_OPEN_TEMP_DB: Int32 { 512 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_TRANSIENT_DB` of the header.
  public static var SQLITE_OPEN_TRANSIENT_DB: Int32 { 1024 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_MAIN_JOURNAL` of the header.
  public static var SQLITE_OPEN_MAIN_JOURNAL: Int32 { 2048 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_TEMP_JOURNAL` of the header.
  public static var SQLITE_OPEN_TEMP_JOURNAL: Int32 { 4096 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_SUBJOURNAL` of the header.
  public static var SQLITE_OPEN_SUBJOURNAL: Int32 { 8192 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_SUPER_JOURNAL` of the header.
  public static var SQLITE_OPEN_SUPER_JOURNAL: Int32 { 16_384 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_NOMUTEX` of the header.
  public static var SQLITE_OPEN_NOMUTEX: Int32 { 32_768 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_FULLMUTEX` of the header.
  public static var SQLITE_OPEN_FULLMUTEX: Int32 { 65_536 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_SHAREDCACHE` of the header.
  public static var SQLITE_OPEN_SHAREDCACHE: Int32 { 131_072 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_PRIVATECACHE` of the header.
  public static var SQLITE_OPEN_PRIVATECACHE: Int32 { 262_144 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_WAL` of the header.
  public static var SQLITE_OPEN_WAL: Int32 { 524_288 }

  /// Ok for sqlite3_open_v2().
  ///
  /// `SQLITE_OPEN_NOFOLLOW` of the header.
  public static var SQLITE_OPEN_NOFOLLOW: Int32 { 16_777_216 }

  /// Extended result codes.
  ///
  /// `SQLITE_OPEN_EXRESCODE` of the header.
  public static var SQLITE_OPEN_EXRESCODE: Int32 { 33_554_432 }

  /// VFS only.
  ///
  /// `SQLITE_OPEN_MASTER_JOURNAL` of the header.
  public static var SQLITE_OPEN_MASTER_JOURNAL: Int32 { 16_384 }

  /// Device Characteristics.
  ///
  /// The xDeviceCharacteristics method of the [sqlite3_io_methods] object returns an integer which
  /// is a vector of these bit values expressing I/O characteristics of the mass storage device that
  /// holds the file that the [sqlite3_io_methods] refers to.
  ///
  /// The header says more.
  ///
  /// `SQLITE_IOCAP_ATOMIC` of the header.
  public static var SQLITE_IOCAP_ATOMIC: Int32 { 1 }

  /// `SQLITE_IOCAP_ATOMIC512` of the header.
  public static var SQLITE_IOCAP_ATOMIC512: Int32 { 2 }

  /// `SQLITE_IOCAP_ATOMIC1K` of the header.
  public static var SQLITE_IOCAP_ATOMIC1K: Int32 { 4 }

  /// `SQLITE_IOCAP_ATOMIC2K` of the header.
  public static var SQLITE_IOCAP_ATOMIC2K: Int32 { 8 }

  /// `SQLITE_IOCAP_ATOMIC4K` of the header.
  public static var SQLITE_IOCAP_ATOMIC4K: Int32 { 16 }

  /// `SQLITE_IOCAP_ATOMIC8K` of the header.
  public static var SQLITE_IOCAP_ATOMIC8K: Int32 { 32 }

  /// `SQLITE_IOCAP_ATOMIC16K` of the header.
  public static var SQLITE_IOCAP_ATOMIC16K: Int32 { 64 }

  /// `SQLITE_IOCAP_ATOMIC32K` of the header.
  public static var SQLITE_IOCAP_ATOMIC32K: Int32 { 128 }

  /// `SQLITE_IOCAP_ATOMIC64K` of the header.
  public static var SQLITE_IOCAP_ATOMIC64K: Int32 { 256 }

  /// `SQLITE_IOCAP_SAFE_APPEND` of the header.
  public static var SQLITE_IOCAP_SAFE_APPEND: Int32 { 512 }

  /// `SQLITE_IOCAP_SEQUENTIAL` of the header.
  public static var SQLITE_IOCAP_SEQUENTIAL: Int32 { 1024 }

  /// `SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN` of the header.
  public static var SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN: Int32 { 2048 }

  /// `SQLITE_IOCAP_POWERSAFE_OVERWRITE` of the header.
  public static var SQLITE_IOCAP_POWERSAFE_OVERWRITE: Int32 { 4096 }

  /// `SQLITE_IOCAP_IMMUTABLE` of the header.
  public static var SQLITE_IOCAP_IMMUTABLE: Int32 { 8192 }

  /// `SQLITE_IOCAP_BATCH_ATOMIC` of the header.
  public static var SQLITE_IOCAP_BATCH_ATOMIC: Int32 { 16_384 }

  /// xUnlock() only.
  ///
  /// `SQLITE_LOCK_NONE` of the header.
  public static var SQLITE_LOCK_NONE: Int32 { 0 }

  /// xLock() or xUnlock().
  ///
  /// `SQLITE_LOCK_SHARED` of the header.
  public static var SQLITE_LOCK_SHARED: Int32 { 1 }

  /// xLock() only.
  ///
  /// `SQLITE_LOCK_RESERVED` of the header.
  public static var SQLITE_LOCK_RESERVED: Int32 { 2 }

  /// xLock() only.
  ///
  /// `SQLITE_LOCK_PENDING` of the header.
  public static var SQLITE_LOCK_PENDING: Int32 { 3 }

  /// xLock() only.
  ///
  /// `SQLITE_LOCK_EXCLUSIVE` of the header.
  public static var SQLITE_LOCK_EXCLUSIVE: Int32 { 4 }

  /// Synchronization Type Flags.
  ///
  /// When SQLite invokes the xSync() method of an [sqlite3_io_methods] object it uses a combination
  /// of these integer values as the second argument.
  ///
  /// When the SQLITE_SYNC_DATAONLY flag is used, it means that the sync operation only needs to
  /// flush data to mass storage. Inode information need not be flushed. If the lower four bits of
  /// the flag equal SQLITE_SYNC_NORMAL, that means to use normal fsync() semantics. If the lower
  /// four bits equal SQLITE_SYNC_FULL, that means to use Mac OS X style fullsync instead of
  /// fsync().
  ///
  /// Do not confuse the SQLITE_SYNC_NORMAL and SQLITE_SYNC_FULL flags with the [PRAGMA
  /// synchronous]=NORMAL and [PRAGMA synchronous]=FULL settings. The [synchronous pragma]
  /// determines when calls to the xSync VFS method occur and applies uniformly across all
  /// platforms. The SQLITE_SYNC_NORMAL and SQLITE_SYNC_FULL flags determine how energetic or
  /// rigorous or forceful the sync operations are and only make a difference on Mac OSX for the
  /// default SQLite code. (Third-party VFS implementations might also make the distinction between
  /// SQLITE_SYNC_NORMAL and SQLITE_SYNC_FULL, but among the operating systems natively supported by
  /// SQLite, only Mac OSX cares about the difference.)
  ///
  /// `SQLITE_SYNC_NORMAL` of the header.
  public static var SQLITE_SYNC_NORMAL: Int32 { 2 }

  /// `SQLITE_SYNC_FULL` of the header.
  public static var SQLITE_SYNC_FULL: Int32 { 3 }

  /// `SQLITE_SYNC_DATAONLY` of the header.
  public static var SQLITE_SYNC_DATAONLY: Int32 { 16 }

  /// Standard File Control Opcodes.
  ///
  /// These integer constants are opcodes for the xFileControl method of the [sqlite3_io_methods]
  /// object and for the [sqlite3_file_control()] interface.
  ///
  /// [[SQLITE_FCNTL_LOCKSTATE]] The [SQLITE_FCNTL_LOCKSTATE] opcode is used for debugging. This
  /// opcode causes the xFileControl method to write the current state of the lock (one of
  /// [SQLITE_LOCK_NONE], [SQLITE_LOCK_SHARED], [SQLITE_LOCK_RESERVED], [SQLITE_LOCK_PENDING], or
  /// [SQLITE_LOCK_EXCLUSIVE]) into an integer that the pArg argument points to. This capability is
  /// only available if SQLite is compiled with [SQLITE_DEBUG].
  ///
  /// [[SQLITE_FCNTL_SIZE_HINT]] The [SQLITE_FCNTL_SIZE_HINT] opcode is used by SQLite to give the
  /// VFS layer a hint of how large the database file will grow to be during the current
  /// transaction. This hint is not guaranteed to be accurate but it is often close. The underlying
  /// VFS might choose to preallocate database file space based on this hint in order to help writes
  /// to the database file run faster.
  ///
  /// The header says more.
  ///
  /// `SQLITE_FCNTL_LOCKSTATE` of the header.
  public static var SQLITE_FCNTL_LOCKSTATE: Int32 { 1 }

  /// `SQLITE_FCNTL_GET_LOCKPROXYFILE` of the header.
  public static var SQLITE_FCNTL_GET_LOCKPROXYFILE: Int32 { 2 }

  /// `SQLITE_FCNTL_SET_LOCKPROXYFILE` of the header.
  public static var SQLITE_FCNTL_SET_LOCKPROXYFILE: Int32 { 3 }

  /// `SQLITE_FCNTL_LAST_ERRNO` of the header.
  public static var SQLITE_FCNTL_LAST_ERRNO: Int32 { 4 }

  /// `SQLITE_FCNTL_SIZE_HINT` of the header.
  public static var SQLITE_FCNTL_SIZE_HINT: Int32 { 5 }

  /// `SQLITE_FCNTL_CHUNK_SIZE` of the header.
  public static var SQLITE_FCNTL_CHUNK_SIZE: Int32 { 6 }

  /// `SQLITE_FCNTL_FILE_POINTER` of the header.
  public static var SQLITE_FCNTL_FILE_POINTER: Int32 { 7 }

  /// `SQLITE_FCNTL_SYNC_OMITTED` of the header.
  public static var SQLITE_FCNTL_SYNC_OMITTED: Int32 { 8 }

  /// `SQLITE_FCNTL_WIN32_AV_RETRY` of the header.
  public static var SQLITE_FCNTL_WIN32_AV_RETRY: Int32 { 9 }

  /// `SQLITE_FCNTL_PERSIST_WAL` of the header.
  public static var SQLITE_FCNTL_PERSIST_WAL: Int32 { 10 }

  /// `SQLITE_FCNTL_OVERWRITE` of the header.
  public static var SQLITE_FCNTL_OVERWRITE: Int32 { 11 }

  /// `SQLITE_FCNTL_VFSNAME` of the header.
  public static var SQLITE_FCNTL_VFSNAME: Int32 { 12 }

  /// `SQLITE_FCNTL_POWERSAFE_OVERWRITE` of the header.
  public static var SQLITE_FCNTL_POWERSAFE_OVERWRITE: Int32 { 13 }

  /// `SQLITE_FCNTL_PRAGMA` of the header.
  public static var SQLITE_FCNTL_PRAGMA: Int32 { 14 }

  /// `SQLITE_FCNTL_BUSYHANDLER` of the header.
  public static var SQLITE_FCNTL_BUSYHANDLER: Int32 { 15 }

  /// `SQLITE_FCNTL_TEMPFILENAME` of the header.
  public static var SQLITE_FCNTL_TEMPFILENAME: Int32 { 16 }

  /// `SQLITE_FCNTL_MMAP_SIZE` of the header.
  public static var SQLITE_FCNTL_MMAP_SIZE: Int32 { 18 }

  /// `SQLITE_FCNTL_TRACE` of the header.
  public static var SQLITE_FCNTL_TRACE: Int32 { 19 }

  /// `SQLITE_FCNTL_HAS_MOVED` of the header.
  public static var SQLITE_FCNTL_HAS_MOVED: Int32 { 20 }

  /// `SQLITE_FCNTL_SYNC` of the header.
  public static var SQLITE_FCNTL_SYNC: Int32 { 21 }

  /// `SQLITE_FCNTL_COMMIT_PHASETWO` of the header.
  public static var SQLITE_FCNTL_COMMIT_PHASETWO: Int32 { 22 }

  /// `SQLITE_FCNTL_WIN32_SET_HANDLE` of the header.
  public static var SQLITE_FCNTL_WIN32_SET_HANDLE: Int32 { 23 }

  /// `SQLITE_FCNTL_WAL_BLOCK` of the header.
  public static var SQLITE_FCNTL_WAL_BLOCK: Int32 { 24 }

  /// `SQLITE_FCNTL_ZIPVFS` of the header.
  public static var SQLITE_FCNTL_ZIPVFS: Int32 { 25 }

  /// `SQLITE_FCNTL_RBU` of the header.
  public static var SQLITE_FCNTL_RBU: Int32 { 26 }

  /// `SQLITE_FCNTL_VFS_POINTER` of the header.
  public static var SQLITE_FCNTL_VFS_POINTER: Int32 { 27 }

  /// `SQLITE_FCNTL_JOURNAL_POINTER` of the header.
  public static var SQLITE_FCNTL_JOURNAL_POINTER: Int32 { 28 }

  /// `SQLITE_FCNTL_WIN32_GET_HANDLE` of the header.
  public static var SQLITE_FCNTL_WIN32_GET_HANDLE: Int32 { 29 }

  /// `SQLITE_FCNTL_PDB` of the header.
  public static var SQLITE_FCNTL_PDB: Int32 { 30 }

  /// `SQLITE_FCNTL_BEGIN_ATOMIC_WRITE` of the header.
  public static var SQLITE_FCNTL_BEGIN_ATOMIC_WRITE: Int32 { 31 }

  /// `SQLITE_FCNTL_COMMIT_ATOMIC_WRITE` of the header.
  public static var SQLITE_FCNTL_COMMIT_ATOMIC_WRITE: Int32 { 32 }

  /// `SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE` of the header.
  public static var SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE: Int32 { 33 }

  /// `SQLITE_FCNTL_LOCK_TIMEOUT` of the header.
  public static var SQLITE_FCNTL_LOCK_TIMEOUT: Int32 { 34 }

  /// `SQLITE_FCNTL_DATA_VERSION` of the header.
  public static var SQLITE_FCNTL_DATA_VERSION: Int32 { 35 }

  /// `SQLITE_FCNTL_SIZE_LIMIT` of the header.
  public static var SQLITE_FCNTL_SIZE_LIMIT: Int32 { 36 }

  /// `SQLITE_FCNTL_CKPT_DONE` of the header.
  public static var SQLITE_FCNTL_CKPT_DONE: Int32 { 37 }

  /// `SQLITE_FCNTL_RESERVE_BYTES` of the header.
  public static var SQLITE_FCNTL_RESERVE_BYTES: Int32 { 38 }

  /// `SQLITE_FCNTL_CKPT_START` of the header.
  public static var SQLITE_FCNTL_CKPT_START: Int32 { 39 }

  /// `SQLITE_FCNTL_EXTERNAL_READER` of the header.
  public static var SQLITE_FCNTL_EXTERNAL_READER: Int32 { 40 }

  /// `SQLITE_FCNTL_CKSM_FILE` of the header.
  public static var SQLITE_FCNTL_CKSM_FILE: Int32 { 41 }

  /// `SQLITE_FCNTL_RESET_CACHE` of the header.
  public static var SQLITE_FCNTL_RESET_CACHE: Int32 { 42 }

  /// Deprecated names.
  ///
  /// `SQLITE_GET_LOCKPROXYFILE` of the header.
  public static var SQLITE_GET_LOCKPROXYFILE: Int32 { 2 }

  /// `SQLITE_SET_LOCKPROXYFILE` of the header.
  public static var SQLITE_SET_LOCKPROXYFILE: Int32 { 3 }

  /// `SQLITE_LAST_ERRNO` of the header.
  public static var SQLITE_LAST_ERRNO: Int32 { 4 }

  /// Flags for the xAccess VFS method.
  ///
  /// These integer constants can be used as the third parameter to the xAccess method of an
  /// [sqlite3_vfs] object. They determine what kind of permissions the xAccess method is looking
  /// for. With SQLITE_ACCESS_EXISTS, the xAccess method simply checks whether the file exists. With
  /// SQLITE_ACCESS_READWRITE, the xAccess method checks whether the named directory is both
  /// readable and writable (in other words, if files can be added, removed, and renamed within the
  /// directory). The SQLITE_ACCESS_READWRITE constant is currently used only by the
  /// [temp_store_directory pragma], though this could change in a future release of SQLite. With
  /// SQLITE_ACCESS_READ, the xAccess method checks whether the file is readable. The
  /// SQLITE_ACCESS_READ constant is currently unused, though it might be used in a future release
  /// of SQLite.
  ///
  /// `SQLITE_ACCESS_EXISTS` of the header.
  public static var SQLITE_ACCESS_EXISTS: Int32 { 0 }

  /// Used by PRAGMA temp_store_directory.
  ///
  /// `SQLITE_ACCESS_READWRITE` of the header.
  public static var SQLITE_ACCESS_READWRITE: Int32 { 1 }

  /// Unused.
  ///
  /// `SQLITE_ACCESS_READ` of the header.
  public static var SQLITE_ACCESS_READ: Int32 { 2 }

  /// Flags for the xShmLock VFS method.
  ///
  /// These integer constants define the various locking operations allowed by the xShmLock method
  /// of [sqlite3_io_methods]. The following are the only legal combinations of flags to the
  /// xShmLock method:
  ///
  /// SQLITE_SHM_LOCK | SQLITE_SHM_SHARED SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE SQLITE_SHM_UNLOCK |
  /// SQLITE_SHM_SHARED SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE
  ///
  /// When unlocking, the same SHARED or EXCLUSIVE flag must be supplied as was given on the
  /// corresponding lock.
  ///
  /// The xShmLock method can transition between unlocked and SHARED or between unlocked and
  /// EXCLUSIVE. It cannot transition between SHARED and EXCLUSIVE.
  ///
  /// `SQLITE_SHM_UNLOCK` of the header.
  public static var SQLITE_SHM_UNLOCK: Int32 { 1 }

  /// `SQLITE_SHM_LOCK` of the header.
  public static var SQLITE_SHM_LOCK: Int32 { 2 }

  /// `SQLITE_SHM_SHARED` of the header.
  public static var SQLITE_SHM_SHARED: Int32 { 4 }

  /// `SQLITE_SHM_EXCLUSIVE` of the header.
  public static var SQLITE_SHM_EXCLUSIVE: Int32 { 8 }

  /// Maximum xShmLock index.
  ///
  /// The xShmLock method on [sqlite3_io_methods] may use values between 0 and this upper bound as
  /// its "offset" argument. The SQLite core will never attempt to acquire or release a lock outside
  /// of this range
  ///
  /// `SQLITE_SHM_NLOCK` of the header.
  public static var SQLITE_SHM_NLOCK: Int32 { 8 }

  /// Nil.
  ///
  /// `SQLITE_CONFIG_SINGLETHREAD` of the header.
  public static var SQLITE_CONFIG_SINGLETHREAD: Int32 { 1 }

  /// Nil.
  ///
  /// `SQLITE_CONFIG_MULTITHREAD` of the header.
  public static var SQLITE_CONFIG_MULTITHREAD: Int32 { 2 }

  /// Nil.
  ///
  /// `SQLITE_CONFIG_SERIALIZED` of the header.
  public static var SQLITE_CONFIG_SERIALIZED: Int32 { 3 }

  /// sqlite3_mem_methods*.
  ///
  /// `SQLITE_CONFIG_MALLOC` of the header.
  public static var SQLITE_CONFIG_MALLOC: Int32 { 4 }

  /// sqlite3_mem_methods*.
  ///
  /// `SQLITE_CONFIG_GETMALLOC` of the header.
  public static var SQLITE_CONFIG_GETMALLOC: Int32 { 5 }

  /// No longer used.
  ///
  /// `SQLITE_CONFIG_SCRATCH` of the header.
  public static var SQLITE_CONFIG_SCRATCH: Int32 { 6 }

  /// Void*, int sz, int N.
  ///
  /// `SQLITE_CONFIG_PAGECACHE` of the header.
  public static var SQLITE_CONFIG_PAGECACHE: Int32 { 7 }

  /// Void*, int nByte, int min.
  ///
  /// `SQLITE_CONFIG_HEAP` of the header.
  public static var SQLITE_CONFIG_HEAP: Int32 { 8 }

  /// Boolean.
  ///
  /// `SQLITE_CONFIG_MEMSTATUS` of the header.
  public static var SQLITE_CONFIG_MEMSTATUS: Int32 { 9 }

  /// sqlite3_mutex_methods*.
  ///
  /// `SQLITE_CONFIG_MUTEX` of the header.
  public static var SQLITE_CONFIG_MUTEX: Int32 { 10 }

  /// sqlite3_mutex_methods*.
  ///
  /// `SQLITE_CONFIG_GETMUTEX` of the header.
  public static var SQLITE_CONFIG_GETMUTEX: Int32 { 11 }

  /// Int int.
  ///
  /// `SQLITE_CONFIG_LOOKASIDE` of the header.
  public static var SQLITE_CONFIG_LOOKASIDE: Int32 { 13 }

  /// No-op.
  ///
  /// `SQLITE_CONFIG_PCACHE` of the header.
  public static var SQLITE_CONFIG_PCACHE: Int32 { 14 }

  /// No-op.
  ///
  /// `SQLITE_CONFIG_GETPCACHE` of the header.
  public static var SQLITE_CONFIG_GETPCACHE: Int32 { 15 }

  /// XFunc, void*.
  ///
  /// `SQLITE_CONFIG_LOG` of the header.
  public static var SQLITE_CONFIG_LOG: Int32 { 16 }

  /// Int.
  ///
  /// `SQLITE_CONFIG_URI` of the header.
  public static var SQLITE_CONFIG_URI: Int32 { 17 }

  /// sqlite3_pcache_methods2*.
  ///
  /// `SQLITE_CONFIG_PCACHE2` of the header.
  public static var SQLITE_CONFIG_PCACHE2: Int32 { 18 }

  /// sqlite3_pcache_methods2*.
  ///
  /// `SQLITE_CONFIG_GETPCACHE2` of the header.
  public static var SQLITE_CONFIG_GETPCACHE2: Int32 { 19 }

  /// Int.
  ///
  /// `SQLITE_CONFIG_COVERING_INDEX_SCAN` of the header.
  public static var SQLITE_CONFIG_COVERING_INDEX_SCAN: Int32 { 20 }

  /// XSqllog, void*.
  ///
  /// `SQLITE_CONFIG_SQLLOG` of the header.
  public static var SQLITE_CONFIG_SQLLOG: Int32 { 21 }

  /// sqlite3_int64, sqlite3_int64.
  ///
  /// `SQLITE_CONFIG_MMAP_SIZE` of the header.
  public static var SQLITE_CONFIG_MMAP_SIZE: Int32 { 22 }

  /// Int nByte.
  ///
  /// `SQLITE_CONFIG_WIN32_HEAPSIZE` of the header.
  public static var SQLITE_CONFIG_WIN32_HEAPSIZE: Int32 { 23 }

  /// Int *psz.
  ///
  /// `SQLITE_CONFIG_PCACHE_HDRSZ` of the header.
  public static var SQLITE_CONFIG_PCACHE_HDRSZ: Int32 { 24 }

  /// Unsigned int szPma.
  ///
  /// `SQLITE_CONFIG_PMASZ` of the header.
  public static var SQLITE_CONFIG_PMASZ: Int32 { 25 }

  /// Int nByte.
  ///
  /// `SQLITE_CONFIG_STMTJRNL_SPILL` of the header.
  public static var SQLITE_CONFIG_STMTJRNL_SPILL: Int32 { 26 }

  /// Boolean.
  ///
  /// `SQLITE_CONFIG_SMALL_MALLOC` of the header.
  public static var SQLITE_CONFIG_SMALL_MALLOC: Int32 { 27 }

  /// Int nByte.
  ///
  /// `SQLITE_CONFIG_SORTERREF_SIZE` of the header.
  public static var SQLITE_CONFIG_SORTERREF_SIZE: Int32 { 28 }

  /// sqlite3_int64.
  ///
  /// `SQLITE_CONFIG_MEMDB_MAXSIZE` of the header.
  public static var SQLITE_CONFIG_MEMDB_MAXSIZE: Int32 { 29 }

  /// Const char*.
  ///
  /// `SQLITE_DBCONFIG_MAINDBNAME` of the header.
  public static var SQLITE_DBCONFIG_MAINDBNAME: Int32 { 1000 }

  /// Void* int int.
  ///
  /// `SQLITE_DBCONFIG_LOOKASIDE` of the header.
  public static var SQLITE_DBCONFIG_LOOKASIDE: Int32 { 1001 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_FKEY` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_FKEY: Int32 { 1002 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_TRIGGER` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_TRIGGER: Int32 { 1003 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER: Int32 { 1004 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: Int32 { 1005 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE` of the header.
  public static var SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE: Int32 { 1006 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_QPSG` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_QPSG: Int32 { 1007 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_TRIGGER_EQP` of the header.
  public static var SQLITE_DBCONFIG_TRIGGER_EQP: Int32 { 1008 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_RESET_DATABASE` of the header.
  public static var SQLITE_DBCONFIG_RESET_DATABASE: Int32 { 1009 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_DEFENSIVE` of the header.
  public static var SQLITE_DBCONFIG_DEFENSIVE: Int32 { 1010 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_WRITABLE_SCHEMA` of the header.
  public static var SQLITE_DBCONFIG_WRITABLE_SCHEMA: Int32 { 1011 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_LEGACY_ALTER_TABLE` of the header.
  public static var SQLITE_DBCONFIG_LEGACY_ALTER_TABLE: Int32 { 1012 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_DQS_DML` of the header.
  public static var SQLITE_DBCONFIG_DQS_DML: Int32 { 1013 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_DQS_DDL` of the header.
  public static var SQLITE_DBCONFIG_DQS_DDL: Int32 { 1014 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_ENABLE_VIEW` of the header.
  public static var SQLITE_DBCONFIG_ENABLE_VIEW: Int32 { 1015 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_LEGACY_FILE_FORMAT` of the header.
  public static var SQLITE_DBCONFIG_LEGACY_FILE_FORMAT: Int32 { 1016 }

  /// Int int*.
  ///
  /// `SQLITE_DBCONFIG_TRUSTED_SCHEMA` of the header.
  public static var SQLITE_DBCONFIG_TRUSTED_SCHEMA: Int32 { 1017 }

  /// Largest DBCONFIG.
  ///
  /// `SQLITE_DBCONFIG_MAX` of the header.
  public static var SQLITE_DBCONFIG_MAX: Int32 { 1017 }

  /// Abort the SQL statement with an error.
  ///
  /// `SQLITE_DENY` of the header.
  public static var SQLITE_DENY: Int32 { 1 }

  /// Don't allow access, but don't generate an error.
  ///
  /// `SQLITE_IGNORE` of the header.
  public static var SQLITE_IGNORE: Int32 { 2 }

  /// Index Name Table Name.
  ///
  /// `SQLITE_CREATE_INDEX` of the header.
  public static var SQLITE_CREATE_INDEX: Int32 { 1 }

  /// Table Name NULL.
  ///
  /// `SQLITE_CREATE_TABLE` of the header.
  public static var SQLITE_CREATE_TABLE: Int32 { 2 }

  /// Index Name Table Name.
  ///
  /// `SQLITE_CREATE_TEMP_INDEX` of the header.
  public static var SQLITE_CREATE_TEMP_INDEX: Int32 { 3 }

  /// Table Name NULL.
  ///
  /// `SQLITE_CREATE_TEMP_TABLE` of the header.
  public static var SQLITE_CREATE_TEMP_TABLE: Int32 { 4 }

  /// Trigger Name Table Name.
  ///
  /// `SQLITE_CREATE_TEMP_TRIGGER` of the header.
  public static var SQLITE_CREATE_TEMP_TRIGGER: Int32 { 5 }

  /// View Name NULL.
  ///
  /// `SQLITE_CREATE_TEMP_VIEW` of the header.
  public static var SQLITE_CREATE_TEMP_VIEW: Int32 { 6 }

  /// Trigger Name Table Name.
  ///
  /// `SQLITE_CREATE_TRIGGER` of the header.
  public static var SQLITE_CREATE_TRIGGER: Int32 { 7 }

  /// View Name NULL.
  ///
  /// `SQLITE_CREATE_VIEW` of the header.
  public static var SQLITE_CREATE_VIEW: Int32 { 8 }

  /// Table Name NULL.
  ///
  /// `SQLITE_DELETE` of the header.
  public static var SQLITE_DELETE: Int32 { 9 }

  /// Index Name Table Name.
  ///
  /// `SQLITE_DROP_INDEX` of the header.
  public static var SQLITE_DROP_INDEX: Int32 { 10 }

  /// Table Name NULL.
  ///
  /// `SQLITE_DROP_TABLE` of the header.
  public static var SQLITE_DROP_TABLE: Int32 { 11 }

  /// Index Name Table Name.
  ///
  /// `SQLITE_DROP_TEMP_INDEX` of the header.
  public static var SQLITE_DROP_TEMP_INDEX: Int32 { 12 }

  /// Table Name NULL.
  ///
  /// `SQLITE_DROP_TEMP_TABLE` of the header.
  public static var SQLITE_DROP_TEMP_TABLE: Int32 { 13 }

  /// Trigger Name Table Name.
  ///
  /// `SQLITE_DROP_TEMP_TRIGGER` of the header.
  public static var SQLITE_DROP_TEMP_TRIGGER: Int32 { 14 }

  /// View Name NULL.
  ///
  /// `SQLITE_DROP_TEMP_VIEW` of the header.
  public static var SQLITE_DROP_TEMP_VIEW: Int32 { 15 }

  /// Trigger Name Table Name.
  ///
  /// `SQLITE_DROP_TRIGGER` of the header.
  public static var SQLITE_DROP_TRIGGER: Int32 { 16 }

  /// View Name NULL.
  ///
  /// `SQLITE_DROP_VIEW` of the header.
  public static var SQLITE_DROP_VIEW: Int32 { 17 }

  /// Table Name NULL.
  ///
  /// `SQLITE_INSERT` of the header.
  public static var SQLITE_INSERT: Int32 { 18 }

  /// Pragma Name 1st arg or NULL.
  ///
  /// `SQLITE_PRAGMA` of the header.
  public static var SQLITE_PRAGMA: Int32 { 19 }

  /// Table Name Column Name.
  ///
  /// `SQLITE_READ` of the header.
  public static var SQLITE_READ: Int32 { 20 }

  /// NULL NULL.
  ///
  /// `SQLITE_SELECT` of the header.
  public static var SQLITE_SELECT: Int32 { 21 }

  /// Operation NULL.
  ///
  /// `SQLITE_TRANSACTION` of the header.
  public static var SQLITE_TRANSACTION: Int32 { 22 }

  /// Table Name Column Name.
  ///
  /// `SQLITE_UPDATE` of the header.
  public static var SQLITE_UPDATE: Int32 { 23 }

  /// Filename NULL.
  ///
  /// `SQLITE_ATTACH` of the header.
  public static var SQLITE_ATTACH: Int32 { 24 }

  /// Database Name NULL.
  ///
  /// `SQLITE_DETACH` of the header.
  public static var SQLITE_DETACH: Int32 { 25 }

  /// Database Name Table Name.
  ///
  /// `SQLITE_ALTER_TABLE` of the header.
  public static var SQLITE_ALTER_TABLE: Int32 { 26 }

  /// Index Name NULL.
  ///
  /// `SQLITE_REINDEX` of the header.
  public static var SQLITE_REINDEX: Int32 { 27 }

  /// Table Name NULL.
  ///
  /// `SQLITE_ANALYZE` of the header.
  public static var SQLITE_ANALYZE: Int32 { 28 }

  /// Table Name Module Name.
  ///
  /// `SQLITE_CREATE_VTABLE` of the header.
  public static var SQLITE_CREATE_VTABLE: Int32 { 29 }

  /// Table Name Module Name.
  ///
  /// `SQLITE_DROP_VTABLE` of the header.
  public static var SQLITE_DROP_VTABLE: Int32 { 30 }

  /// NULL Function Name.
  ///
  /// `SQLITE_FUNCTION` of the header.
  public static var SQLITE_FUNCTION: Int32 { 31 }

  /// Operation Savepoint Name.
  ///
  /// `SQLITE_SAVEPOINT` of the header.
  public static var SQLITE_SAVEPOINT: Int32 { 32 }

  /// No longer used.
  ///
  /// `SQLITE_COPY` of the header.
  public static var SQLITE_COPY: Int32 { 0 }

  /// NULL NULL.
  ///
  /// `SQLITE_RECURSIVE` of the header.
  public static var SQLITE_RECURSIVE: Int32 { 33 }

  /// SQL Trace Event Codes.
  ///
  /// These constants identify classes of events that can be monitored using the
  /// [sqlite3_trace_v2()] tracing logic. The M argument to [sqlite3_trace_v2(D,M,X,P)] is an OR-ed
  /// combination of one or more of the following constants. The first argument to the trace
  /// callback is one of the following constants.
  ///
  /// New tracing constants may be added in future releases.
  ///
  /// A trace callback has four arguments: xCallback(T,C,P,X). The T argument is one of the integer
  /// type codes above. The C argument is a copy of the context pointer passed in as the fourth
  /// argument to [sqlite3_trace_v2()]. The P and X arguments are pointers whose meanings depend on
  /// T.
  ///
  /// The header says more.
  ///
  /// `SQLITE_TRACE_STMT` of the header.
  public static var SQLITE_TRACE_STMT: Int32 { 1 }

  /// `SQLITE_TRACE_PROFILE` of the header.
  public static var SQLITE_TRACE_PROFILE: Int32 { 2 }

  /// `SQLITE_TRACE_ROW` of the header.
  public static var SQLITE_TRACE_ROW: Int32 { 4 }

  /// `SQLITE_TRACE_CLOSE` of the header.
  public static var SQLITE_TRACE_CLOSE: Int32 { 8 }

  /// Run-Time Limit Categories.
  ///
  /// These constants define various performance limits that can be lowered at run-time using
  /// [sqlite3_limit()]. The synopsis of the meanings of the various limits is shown below.
  /// Additional information is available at [limits | Limits in SQLite].
  ///
  /// [[SQLITE_LIMIT_LENGTH]] (SQLITE_LIMIT_LENGTH The maximum size of any string or BLOB or table
  /// row, in bytes.)
  ///
  /// [[SQLITE_LIMIT_SQL_LENGTH]] (SQLITE_LIMIT_SQL_LENGTH The maximum length of an SQL statement,
  /// in bytes.)
  ///
  /// [[SQLITE_LIMIT_COLUMN]] (SQLITE_LIMIT_COLUMN The maximum number of columns in a table
  /// definition or in the result set of a [SELECT] or the maximum number of columns in an index or
  /// in an ORDER BY or GROUP BY clause.)
  ///
  /// [[SQLITE_LIMIT_EXPR_DEPTH]] (SQLITE_LIMIT_EXPR_DEPTH The maximum depth of the parse tree on
  /// any expression.)
  ///
  /// [[SQLITE_LIMIT_COMPOUND_SELECT]] (SQLITE_LIMIT_COMPOUND_SELECT The maximum number of terms in
  /// a compound SELECT statement.)
  ///
  /// The header says more.
  ///
  /// `SQLITE_LIMIT_LENGTH` of the header.
  public static var SQLITE_LIMIT_LENGTH: Int32 { 0 }

  /// `SQLITE_LIMIT_SQL_LENGTH` of the header.
  public static var SQLITE_LIMIT_SQL_LENGTH: Int32 { 1 }

  /// `SQLITE_LIMIT_COLUMN` of the header.
  public static var SQLITE_LIMIT_COLUMN: Int32 { 2 }

  /// `SQLITE_LIMIT_EXPR_DEPTH` of the header.
  public static var SQLITE_LIMIT_EXPR_DEPTH: Int32 { 3 }

  /// `SQLITE_LIMIT_COMPOUND_SELECT` of the header.
  public static var SQLITE_LIMIT_COMPOUND_SELECT: Int32 { 4 }

  /// `SQLITE_LIMIT_VDBE_OP` of the header.
  public static var SQLITE_LIMIT_VDBE_OP: Int32 { 5 }

  /// `SQLITE_LIMIT_FUNCTION_ARG` of the header.
  public static var SQLITE_LIMIT_FUNCTION_ARG: Int32 { 6 }

  /// `SQLITE_LIMIT_ATTACHED` of the header.
  public static var SQLITE_LIMIT_ATTACHED: Int32 { 7 }

  /// `SQLITE_LIMIT_LIKE_PATTERN_LENGTH` of the header.
  public static var SQLITE_LIMIT_LIKE_PATTERN_LENGTH: Int32 { 8 }

  /// `SQLITE_LIMIT_VARIABLE_NUMBER` of the header.
  public static var SQLITE_LIMIT_VARIABLE_NUMBER: Int32 { 9 }

  /// `SQLITE_LIMIT_TRIGGER_DEPTH` of the header.
  public static var SQLITE_LIMIT_TRIGGER_DEPTH: Int32 { 10 }

  /// `SQLITE_LIMIT_WORKER_THREADS` of the header.
  public static var SQLITE_LIMIT_WORKER_THREADS: Int32 { 11 }

  /// Prepare Flags.
  ///
  /// These constants define various flags that can be passed into "prepFlags" parameter of the
  /// [sqlite3_prepare_v3()] and [sqlite3_prepare16_v3()] interfaces.
  ///
  /// New flags may be added in future releases of SQLite.
  ///
  /// [[SQLITE_PREPARE_PERSISTENT]] (SQLITE_PREPARE_PERSISTENT The SQLITE_PREPARE_PERSISTENT flag is
  /// a hint to the query planner that the prepared statement will be retained for a long time and
  /// probably reused many times.) Without this flag, [sqlite3_prepare_v3()] and
  /// [sqlite3_prepare16_v3()] assume that the prepared statement will be used just once or at most
  /// a few times and then destroyed using [sqlite3_finalize()] relatively soon. The current
  /// implementation acts on this hint by avoiding the use of [lookaside memory] so as not to
  /// deplete the limited store of lookaside memory. Future versions of SQLite may act on this hint
  /// differently.
  ///
  /// The header says more.
  ///
  /// `SQLITE_PREPARE_PERSISTENT` of the header.
  public static var SQLITE_PREPARE_PERSISTENT: Int32 { 1 }

  /// `SQLITE_PREPARE_NORMALIZE` of the header.
  public static var SQLITE_PREPARE_NORMALIZE: Int32 { 2 }

  /// `SQLITE_PREPARE_NO_VTAB` of the header.
  public static var SQLITE_PREPARE_NO_VTAB: Int32 { 4 }

  /// Fundamental Datatypes.
  ///
  /// (Every value in SQLite has one of five fundamental datatypes:
  ///
  /// 64-bit signed integer 64-bit IEEE floating point number string BLOB NULL )
  ///
  /// These constants are codes for each of those types.
  ///
  /// Note that the SQLITE_TEXT constant was also used in SQLite version 2 for a completely
  /// different meaning. Software that links against both SQLite version 2 and SQLite version 3
  /// should use SQLITE3_TEXT, not SQLITE_TEXT.
  ///
  /// `SQLITE_INTEGER` of the header.
  public static var SQLITE_INTEGER: Int32 { 1 }

  /// `SQLITE_FLOAT` of the header.
  public static var SQLITE_FLOAT: Int32 { 2 }

  /// `SQLITE_BLOB` of the header.
  public static var SQLITE_BLOB: Int32 { 4 }

  /// `SQLITE_NULL` of the header.
  public static var SQLITE_NULL: Int32 { 5 }

  /// `SQLITE_TEXT` of the header.
  public static var SQLITE_TEXT: Int32 { 3 }

  /// `SQLITE3_TEXT` of the header.
  public static var SQLITE3_TEXT: Int32 { 3 }

  /// R-37514-35566.
  ///
  /// `SQLITE_UTF8` of the header.
  public static var SQLITE_UTF8: Int32 { 1 }

  /// R-03371-37637.
  ///
  /// `SQLITE_UTF16LE` of the header.
  public static var SQLITE_UTF16LE: Int32 { 2 }

  /// R-51971-34154.
  ///
  /// `SQLITE_UTF16BE` of the header.
  public static var SQLITE_UTF16BE: Int32 { 3 }

  /// Use native byte order.
  ///
  /// `SQLITE_UTF16` of the header.
  public static var SQLITE_UTF16: Int32 { 4 }

  /// Deprecated.
  ///
  /// `SQLITE_ANY` of the header.
  public static var SQLITE_ANY: Int32 { 5 }

  /// sqlite3_create_collation only.
  ///
  /// `SQLITE_UTF16_ALIGNED` of the header.
  public static var SQLITE_UTF16_ALIGNED: Int32 { 8 }

  /// Function Flags.
  ///
  /// These constants may be ORed together with the [SQLITE_UTF8 | preferred text encoding] as the
  /// fourth argument to [sqlite3_create_function()], [sqlite3_create_function16()], or
  /// [sqlite3_create_function_v2()].
  ///
  /// [[SQLITE_DETERMINISTIC]] SQLITE_DETERMINISTIC The SQLITE_DETERMINISTIC flag means that the new
  /// function always gives the same output when the input parameters are the same. The [abs|abs()
  /// function] is deterministic, for example, but [randomblob|randomblob()] is not. Functions must
  /// be deterministic in order to be used in certain contexts such as with the WHERE clause of
  /// [partial indexes] or in [generated columns]. SQLite might also optimize deterministic
  /// functions by factoring them out of inner loops.
  ///
  /// The header says more.
  ///
  /// `SQLITE_DETERMINISTIC` of the header.
  public static var SQLITE_DETERMINISTIC: Int32 { 2048 }

  /// `SQLITE_DIRECTONLY` of the header.
  public static var SQLITE_DIRECTONLY: Int32 { 524_288 }

  /// `SQLITE_SUBTYPE` of the header.
  public static var SQLITE_SUBTYPE: Int32 { 1_048_576 }

  /// `SQLITE_INNOCUOUS` of the header.
  public static var SQLITE_INNOCUOUS: Int32 { 2_097_152 }

  /// `SQLITE_STATIC` of the header.
  public static var SQLITE_STATIC: RemoteAddress { RemoteAddress(rawValue: 0x0) }

  /// `SQLITE_TRANSIENT` of the header.
  public static var SQLITE_TRANSIENT: RemoteAddress { RemoteAddress(rawValue: 0xffffffff) }

  /// Win32 Directory Types.
  ///
  /// These macros are only available on Windows. They define the allowed values for the type
  /// argument to the [sqlite3_win32_set_directory] interface.
  ///
  /// `SQLITE_WIN32_DATA_DIRECTORY_TYPE` of the header.
  public static var SQLITE_WIN32_DATA_DIRECTORY_TYPE: Int32 { 1 }

  /// `SQLITE_WIN32_TEMP_DIRECTORY_TYPE` of the header.
  public static var SQLITE_WIN32_TEMP_DIRECTORY_TYPE: Int32 { 2 }

  /// Allowed return values from [sqlite3_txn_state()].
  ///
  /// These constants define the current transaction state of a database file. The
  /// [sqlite3_txn_state(D,S)] interface returns one of these constants in order to describe the
  /// transaction state of schema S in [database connection] D.
  ///
  /// [[SQLITE_TXN_NONE]] SQLITE_TXN_NONE The SQLITE_TXN_NONE state means that no transaction is
  /// currently pending.
  ///
  /// [[SQLITE_TXN_READ]] SQLITE_TXN_READ The SQLITE_TXN_READ state means that the database is
  /// currently in a read transaction. Content has been read from the database file but nothing in
  /// the database file has changed. The transaction state will advanced to SQLITE_TXN_WRITE if any
  /// changes occur and there are no other conflicting concurrent write transactions. The
  /// transaction state will revert to SQLITE_TXN_NONE following a [ROLLBACK] or [COMMIT].
  ///
  /// [[SQLITE_TXN_WRITE]] SQLITE_TXN_WRITE The SQLITE_TXN_WRITE state means that the database is
  /// currently in a write transaction. Content has been written to the database file but has not
  /// yet committed. The transaction state will change to to SQLITE_TXN_NONE at the next [ROLLBACK]
  /// or [COMMIT].
  ///
  /// `SQLITE_TXN_NONE` of the header.
  public static var SQLITE_TXN_NONE: Int32 { 0 }

  /// `SQLITE_TXN_READ` of the header.
  public static var SQLITE_TXN_READ: Int32 { 1 }

  /// `SQLITE_TXN_WRITE` of the header.
  public static var SQLITE_TXN_WRITE: Int32 { 2 }

  /// Scan visits at most 1 row.
  ///
  /// `SQLITE_INDEX_SCAN_UNIQUE` of the header.
  public static var SQLITE_INDEX_SCAN_UNIQUE: Int32 { 1 }

  /// Virtual Table Constraint Operator Codes.
  ///
  /// These macros define the allowed values for the [sqlite3_index_info].aConstraint[].op field.
  /// Each value represents an operator that is part of a constraint term in the WHERE clause of a
  /// query that uses a [virtual table].
  ///
  /// The left-hand operand of the operator is given by the corresponding aConstraint[].iColumn
  /// field. An iColumn of -1 indicates the left-hand operand is the rowid. The
  /// SQLITE_INDEX_CONSTRAINT_LIMIT and SQLITE_INDEX_CONSTRAINT_OFFSET operators have no left-hand
  /// operand, and so for those operators the corresponding aConstraint[].iColumn is meaningless and
  /// should not be used.
  ///
  /// All operator values from SQLITE_INDEX_CONSTRAINT_FUNCTION through value 255 are reserved to
  /// represent functions that are overloaded by the [xFindFunction|xFindFunction method] of the
  /// virtual table implementation.
  ///
  /// The header says more.
  ///
  /// `SQLITE_INDEX_CONSTRAINT_EQ` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_EQ: Int32 { 2 }

  /// `SQLITE_INDEX_CONSTRAINT_GT` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_GT: Int32 { 4 }

  /// `SQLITE_INDEX_CONSTRAINT_LE` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_LE: Int32 { 8 }

  /// `SQLITE_INDEX_CONSTRAINT_LT` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_LT: Int32 { 16 }

  /// `SQLITE_INDEX_CONSTRAINT_GE` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_GE: Int32 { 32 }

  /// `SQLITE_INDEX_CONSTRAINT_MATCH` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_MATCH: Int32 { 64 }

  /// `SQLITE_INDEX_CONSTRAINT_LIKE` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_LIKE: Int32 { 65 }

  /// `SQLITE_INDEX_CONSTRAINT_GLOB` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_GLOB: Int32 { 66 }

  /// `SQLITE_INDEX_CONSTRAINT_REGEXP` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_REGEXP: Int32 { 67 }

  /// `SQLITE_INDEX_CONSTRAINT_NE` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_NE: Int32 { 68 }

  /// `SQLITE_INDEX_CONSTRAINT_ISNOT` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_ISNOT: Int32 { 69 }

  /// `SQLITE_INDEX_CONSTRAINT_ISNOTNULL` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_ISNOTNULL: Int32 { 70 }

  /// `SQLITE_INDEX_CONSTRAINT_ISNULL` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_ISNULL: Int32 { 71 }

  /// `SQLITE_INDEX_CONSTRAINT_IS` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_IS: Int32 { 72 }

  /// `SQLITE_INDEX_CONSTRAINT_LIMIT` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_LIMIT: Int32 { 73 }

  /// `SQLITE_INDEX_CONSTRAINT_OFFSET` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_OFFSET: Int32 { 74 }

  /// `SQLITE_INDEX_CONSTRAINT_FUNCTION` of the header.
  public static var SQLITE_INDEX_CONSTRAINT_FUNCTION: Int32 { 150 }

  /// Mutex Types.
  ///
  /// The [sqlite3_mutex_alloc()] interface takes a single argument which is one of these integer
  /// constants.
  ///
  /// The set of static mutexes may change from one SQLite release to the next. Applications that
  /// override the built-in mutex logic must be prepared to accommodate additional static mutexes.
  ///
  /// `SQLITE_MUTEX_FAST` of the header.
  public static var SQLITE_MUTEX_FAST: Int32 { 0 }

  /// `SQLITE_MUTEX_RECURSIVE` of the header.
  public static var SQLITE_MUTEX_RECURSIVE: Int32 { 1 }

  /// `SQLITE_MUTEX_STATIC_MAIN` of the header.
  public static var SQLITE_MUTEX_STATIC_MAIN: Int32 { 2 }

  /// sqlite3_malloc().
  ///
  /// `SQLITE_MUTEX_STATIC_MEM` of the header.
  public static var SQLITE_MUTEX_STATIC_MEM: Int32 { 3 }

  /// NOT USED.
  ///
  /// `SQLITE_MUTEX_STATIC_MEM2` of the header.
  public static var SQLITE_MUTEX_STATIC_MEM2: Int32 { 4 }

  /// sqlite3BtreeOpen().
  ///
  /// `SQLITE_MUTEX_STATIC_OPEN` of the header.
  public static var SQLITE_MUTEX_STATIC_OPEN: Int32 { 4 }

  /// sqlite3_randomness().
  ///
  /// `SQLITE_MUTEX_STATIC_PRNG` of the header.
  public static var SQLITE_MUTEX_STATIC_PRNG: Int32 { 5 }

  /// Lru page list.
  ///
  /// `SQLITE_MUTEX_STATIC_LRU` of the header.
  public static var SQLITE_MUTEX_STATIC_LRU: Int32 { 6 }

  /// NOT USED.
  ///
  /// `SQLITE_MUTEX_STATIC_LRU2` of the header.
  public static var SQLITE_MUTEX_STATIC_LRU2: Int32 { 7 }

  /// sqlite3PageMalloc().
  ///
  /// `SQLITE_MUTEX_STATIC_PMEM` of the header.
  public static var SQLITE_MUTEX_STATIC_PMEM: Int32 { 7 }

  /// For use by application.
  ///
  /// `SQLITE_MUTEX_STATIC_APP1` of the header.
  public static var SQLITE_MUTEX_STATIC_APP1: Int32 { 8 }

  /// For use by application.
  ///
  /// `SQLITE_MUTEX_STATIC_APP2` of the header.
  public static var SQLITE_MUTEX_STATIC_APP2: Int32 { 9 }

  /// For use by application.
  ///
  /// `SQLITE_MUTEX_STATIC_APP3` of the header.
  public static var SQLITE_MUTEX_STATIC_APP3: Int32 { 10 }

  /// For use by built-in VFS.
  ///
  /// `SQLITE_MUTEX_STATIC_VFS1` of the header.
  public static var SQLITE_MUTEX_STATIC_VFS1: Int32 { 11 }

  /// For use by extension VFS.
  ///
  /// `SQLITE_MUTEX_STATIC_VFS2` of the header.
  public static var SQLITE_MUTEX_STATIC_VFS2: Int32 { 12 }

  /// For use by application VFS.
  ///
  /// `SQLITE_MUTEX_STATIC_VFS3` of the header.
  public static var SQLITE_MUTEX_STATIC_VFS3: Int32 { 13 }

  /// Legacy compatibility.
  ///
  /// `SQLITE_MUTEX_STATIC_MASTER` of the header.
  public static var SQLITE_MUTEX_STATIC_MASTER: Int32 { 2 }

  /// Testing Interface Operation Codes.
  ///
  /// These constants are the valid operation code parameters used as the first argument to
  /// [sqlite3_test_control()].
  ///
  /// These parameters and their meanings are subject to change without notice. These values are for
  /// testing purposes only. Applications should not use any of these parameters or the
  /// [sqlite3_test_control()] interface.
  ///
  /// `SQLITE_TESTCTRL_FIRST` of the header.
  public static var SQLITE_TESTCTRL_FIRST: Int32 { 5 }

  /// `SQLITE_TESTCTRL_PRNG_SAVE` of the header.
  public static var SQLITE_TESTCTRL_PRNG_SAVE: Int32 { 5 }

  /// `SQLITE_TESTCTRL_PRNG_RESTORE` of the header.
  public static var SQLITE_TESTCTRL_PRNG_RESTORE: Int32 { 6 }

  /// NOT USED.
  ///
  /// `SQLITE_TESTCTRL_PRNG_RESET` of the header.
  public static var SQLITE_TESTCTRL_PRNG_RESET: Int32 { 7 }

  /// `SQLITE_TESTCTRL_BITVEC_TEST` of the header.
  public static var SQLITE_TESTCTRL_BITVEC_TEST: Int32 { 8 }

  /// `SQLITE_TESTCTRL_FAULT_INSTALL` of the header.
  public static var SQLITE_TESTCTRL_FAULT_INSTALL: Int32 { 9 }

  /// `SQLITE_TESTCTRL_BENIGN_MALLOC_HOOKS` of the header.
  public static var SQLITE_TESTCTRL_BENIGN_MALLOC_HOOKS: Int32 { 10 }

  /// `SQLITE_TESTCTRL_PENDING_BYTE` of the header.
  public static var SQLITE_TESTCTRL_PENDING_BYTE: Int32 { 11 }

  /// `SQLITE_TESTCTRL_ASSERT` of the header.
  public static var SQLITE_TESTCTRL_ASSERT: Int32 { 12 }

  /// `SQLITE_TESTCTRL_ALWAYS` of the header.
  public static var SQLITE_TESTCTRL_ALWAYS: Int32 { 13 }

  /// NOT USED.
  ///
  /// `SQLITE_TESTCTRL_RESERVE` of the header.
  public static var SQLITE_TESTCTRL_RESERVE: Int32 { 14 }

  /// `SQLITE_TESTCTRL_OPTIMIZATIONS` of the header.
  public static var SQLITE_TESTCTRL_OPTIMIZATIONS: Int32 { 15 }

  /// NOT USED.
  ///
  /// `SQLITE_TESTCTRL_ISKEYWORD` of the header.
  public static var SQLITE_TESTCTRL_ISKEYWORD: Int32 { 16 }

  /// NOT USED.
  ///
  /// `SQLITE_TESTCTRL_SCRATCHMALLOC` of the header.
  public static var SQLITE_TESTCTRL_SCRATCHMALLOC: Int32 { 17 }

  /// `SQLITE_TESTCTRL_INTERNAL_FUNCTIONS` of the header.
  public static var SQLITE_TESTCTRL_INTERNAL_FUNCTIONS: Int32 { 17 }

  /// `SQLITE_TESTCTRL_LOCALTIME_FAULT` of the header.
  public static var SQLITE_TESTCTRL_LOCALTIME_FAULT: Int32 { 18 }

  /// NOT USED.
  ///
  /// `SQLITE_TESTCTRL_EXPLAIN_STMT` of the header.
  public static var SQLITE_TESTCTRL_EXPLAIN_STMT: Int32 { 19 }

  /// `SQLITE_TESTCTRL_ONCE_RESET_THRESHOLD` of the header.
  public static var SQLITE_TESTCTRL_ONCE_RESET_THRESHOLD: Int32 { 19 }

  /// `SQLITE_TESTCTRL_NEVER_CORRUPT` of the header.
  public static var SQLITE_TESTCTRL_NEVER_CORRUPT: Int32 { 20 }

  /// `SQLITE_TESTCTRL_VDBE_COVERAGE` of the header.
  public static var SQLITE_TESTCTRL_VDBE_COVERAGE: Int32 { 21 }

  /// `SQLITE_TESTCTRL_BYTEORDER` of the header.
  public static var SQLITE_TESTCTRL_BYTEORDER: Int32 { 22 }

  /// `SQLITE_TESTCTRL_ISINIT` of the header.
  public static var SQLITE_TESTCTRL_ISINIT: Int32 { 23 }

  /// `SQLITE_TESTCTRL_SORTER_MMAP` of the header.
  public static var SQLITE_TESTCTRL_SORTER_MMAP: Int32 { 24 }

  /// `SQLITE_TESTCTRL_IMPOSTER` of the header.
  public static var SQLITE_TESTCTRL_IMPOSTER: Int32 { 25 }

  /// `SQLITE_TESTCTRL_PARSER_COVERAGE` of the header.
  public static var SQLITE_TESTCTRL_PARSER_COVERAGE: Int32 { 26 }

  /// `SQLITE_TESTCTRL_RESULT_INTREAL` of the header.
  public static var SQLITE_TESTCTRL_RESULT_INTREAL: Int32 { 27 }

  /// `SQLITE_TESTCTRL_PRNG_SEED` of the header.
  public static var SQLITE_TESTCTRL_PRNG_SEED: Int32 { 28 }

  /// `SQLITE_TESTCTRL_EXTRA_SCHEMA_CHECKS` of the header.
  public static var SQLITE_TESTCTRL_EXTRA_SCHEMA_CHECKS: Int32 { 29 }

  /// `SQLITE_TESTCTRL_SEEK_COUNT` of the header.
  public static var SQLITE_TESTCTRL_SEEK_COUNT: Int32 { 30 }

  /// `SQLITE_TESTCTRL_TRACEFLAGS` of the header.
  public static var SQLITE_TESTCTRL_TRACEFLAGS: Int32 { 31 }

  /// `SQLITE_TESTCTRL_TUNE` of the header.
  public static var SQLITE_TESTCTRL_TUNE: Int32 { 32 }

  /// `SQLITE_TESTCTRL_LOGEST` of the header.
  public static var SQLITE_TESTCTRL_LOGEST: Int32 { 33 }

  /// Largest TESTCTRL.
  ///
  /// `SQLITE_TESTCTRL_LAST` of the header.
  public static var SQLITE_TESTCTRL_LAST: Int32 { 33 }

  /// Status Parameters.
  ///
  /// These integer constants designate various run-time status parameters that can be returned by
  /// [sqlite3_status()].
  ///
  /// [[SQLITE_STATUS_MEMORY_USED]] (SQLITE_STATUS_MEMORY_USED This parameter is the current amount
  /// of memory checked out using [sqlite3_malloc()], either directly or indirectly. The figure
  /// includes calls made to [sqlite3_malloc()] by the application and internal memory usage by the
  /// SQLite library. Auxiliary page-cache memory controlled by [SQLITE_CONFIG_PAGECACHE] is not
  /// included in this parameter. The amount returned is the sum of the allocation sizes as reported
  /// by the xSize method in [sqlite3_mem_methods].)
  ///
  /// [[SQLITE_STATUS_MALLOC_SIZE]] (SQLITE_STATUS_MALLOC_SIZE This parameter records the largest
  /// memory allocation request handed to [sqlite3_malloc()] or [sqlite3_realloc()] (or their
  /// internal equivalents). Only the value returned in the *pHighwater parameter to
  /// [sqlite3_status()] is of interest. The value written into the *pCurrent parameter is
  /// undefined.)
  ///
  /// [[SQLITE_STATUS_MALLOC_COUNT]] (SQLITE_STATUS_MALLOC_COUNT This parameter records the number
  /// of separate memory allocations currently checked out.)
  ///
  /// The header says more.
  ///
  /// `SQLITE_STATUS_MEMORY_USED` of the header.
  public static var SQLITE_STATUS_MEMORY_USED: Int32 { 0 }

  /// `SQLITE_STATUS_PAGECACHE_USED` of the header.
  public static var SQLITE_STATUS_PAGECACHE_USED: Int32 { 1 }

  /// `SQLITE_STATUS_PAGECACHE_OVERFLOW` of the header.
  public static var SQLITE_STATUS_PAGECACHE_OVERFLOW: Int32 { 2 }

  /// NOT USED.
  ///
  /// `SQLITE_STATUS_SCRATCH_USED` of the header.
  public static var SQLITE_STATUS_SCRATCH_USED: Int32 { 3 }

  /// NOT USED.
  ///
  /// `SQLITE_STATUS_SCRATCH_OVERFLOW` of the header.
  public static var SQLITE_STATUS_SCRATCH_OVERFLOW: Int32 { 4 }

  /// `SQLITE_STATUS_MALLOC_SIZE` of the header.
  public static var SQLITE_STATUS_MALLOC_SIZE: Int32 { 5 }

  /// `SQLITE_STATUS_PARSER_STACK` of the header.
  public static var SQLITE_STATUS_PARSER_STACK: Int32 { 6 }

  /// `SQLITE_STATUS_PAGECACHE_SIZE` of the header.
  public static var SQLITE_STATUS_PAGECACHE_SIZE: Int32 { 7 }

  /// NOT USED.
  ///
  /// `SQLITE_STATUS_SCRATCH_SIZE` of the header.
  public static var SQLITE_STATUS_SCRATCH_SIZE: Int32 { 8 }

  /// `SQLITE_STATUS_MALLOC_COUNT` of the header.
  public static var SQLITE_STATUS_MALLOC_COUNT: Int32 { 9 }

  /// Status Parameters for database connections.
  ///
  /// These constants are the available integer "verbs" that can be passed as the second argument to
  /// the [sqlite3_db_status()] interface.
  ///
  /// New verbs may be added in future releases of SQLite. Existing verbs might be discontinued.
  /// Applications should check the return code from [sqlite3_db_status()] to make sure that the
  /// call worked. The [sqlite3_db_status()] interface will return a non-zero error code if a
  /// discontinued or unsupported verb is invoked.
  ///
  /// [[SQLITE_DBSTATUS_LOOKASIDE_USED]] (SQLITE_DBSTATUS_LOOKASIDE_USED This parameter returns the
  /// number of lookaside memory slots currently checked out.)
  ///
  /// [[SQLITE_DBSTATUS_LOOKASIDE_HIT]] (SQLITE_DBSTATUS_LOOKASIDE_HIT This parameter returns the
  /// number of malloc attempts that were satisfied using lookaside memory. Only the high-water
  /// value is meaningful; the current value is always zero.)
  ///
  /// [[SQLITE_DBSTATUS_LOOKASIDE_MISS_SIZE]] (SQLITE_DBSTATUS_LOOKASIDE_MISS_SIZE This parameter
  /// returns the number malloc attempts that might have been satisfied using lookaside memory but
  /// failed due to the amount of memory requested being larger than the lookaside slot size. Only
  /// the high-water value is meaningful; the current value is always zero.)
  ///
  /// The header says more.
  ///
  /// `SQLITE_DBSTATUS_LOOKASIDE_USED` of the header.
  public static var SQLITE_DBSTATUS_LOOKASIDE_USED: Int32 { 0 }

  /// `SQLITE_DBSTATUS_CACHE_USED` of the header.
  public static var SQLITE_DBSTATUS_CACHE_USED: Int32 { 1 }

  /// `SQLITE_DBSTATUS_SCHEMA_USED` of the header.
  public static var SQLITE_DBSTATUS_SCHEMA_USED: Int32 { 2 }

  /// `SQLITE_DBSTATUS_STMT_USED` of the header.
  public static var SQLITE_DBSTATUS_STMT_USED: Int32 { 3 }

  /// `SQLITE_DBSTATUS_LOOKASIDE_HIT` of the header.
  public static var SQLITE_DBSTATUS_LOOKASIDE_HIT: Int32 { 4 }

  /// `SQLITE_DBSTATUS_LOOKASIDE_MISS_SIZE` of the header.
  public static var SQLITE_DBSTATUS_LOOKASIDE_MISS_SIZE: Int32 { 5 }

  /// `SQLITE_DBSTATUS_LOOKASIDE_MISS_FULL` of the header.
  public static var SQLITE_DBSTATUS_LOOKASIDE_MISS_FULL: Int32 { 6 }

  /// `SQLITE_DBSTATUS_CACHE_HIT` of the header.
  public static var SQLITE_DBSTATUS_CACHE_HIT: Int32 { 7 }

  /// `SQLITE_DBSTATUS_CACHE_MISS` of the header.
  public static var SQLITE_DBSTATUS_CACHE_MISS: Int32 { 8 }

  /// `SQLITE_DBSTATUS_CACHE_WRITE` of the header.
  public static var SQLITE_DBSTATUS_CACHE_WRITE: Int32 { 9 }

  /// `SQLITE_DBSTATUS_DEFERRED_FKS` of the header.
  public static var SQLITE_DBSTATUS_DEFERRED_FKS: Int32 { 10 }

  /// `SQLITE_DBSTATUS_CACHE_USED_SHARED` of the header.
  public static var SQLITE_DBSTATUS_CACHE_USED_SHARED: Int32 { 11 }

  /// `SQLITE_DBSTATUS_CACHE_SPILL` of the header.
  public static var SQLITE_DBSTATUS_CACHE_SPILL: Int32 { 12 }

  /// Largest defined DBSTATUS.
  ///
  /// `SQLITE_DBSTATUS_MAX` of the header.
  public static var SQLITE_DBSTATUS_MAX: Int32 { 12 }

  /// Status Parameters for prepared statements.
  ///
  /// These preprocessor macros define integer codes that name counter values associated with the
  /// [sqlite3_stmt_status()] interface. The meanings of the various counters are as follows:
  ///
  /// [[SQLITE_STMTSTATUS_FULLSCAN_STEP]] SQLITE_STMTSTATUS_FULLSCAN_STEP This is the number of
  /// times that SQLite has stepped forward in a table as part of a full table scan. Large numbers
  /// for this counter may indicate opportunities for performance improvement through careful use of
  /// indices.
  ///
  /// [[SQLITE_STMTSTATUS_SORT]] SQLITE_STMTSTATUS_SORT This is the number of sort operations that
  /// have occurred. A non-zero value in this counter may indicate an opportunity to improvement
  /// performance through careful use of indices.
  ///
  /// [[SQLITE_STMTSTATUS_AUTOINDEX]] SQLITE_STMTSTATUS_AUTOINDEX This is the number of rows
  /// inserted into transient indices that were created automatically in order to help joins run
  /// faster. A non-zero value in this counter may indicate an opportunity to improvement
  /// performance by adding permanent indices that do not need to be reinitialized each time the
  /// statement is run.
  ///
  /// The header says more.
  ///
  /// `SQLITE_STMTSTATUS_FULLSCAN_STEP` of the header.
  public static var SQLITE_STMTSTATUS_FULLSCAN_STEP: Int32 { 1 }

  /// `SQLITE_STMTSTATUS_SORT` of the header.
  public static var SQLITE_STMTSTATUS_SORT: Int32 { 2 }

  /// `SQLITE_STMTSTATUS_AUTOINDEX` of the header.
  public static var SQLITE_STMTSTATUS_AUTOINDEX: Int32 { 3 }

  /// `SQLITE_STMTSTATUS_VM_STEP` of the header.
  public static var SQLITE_STMTSTATUS_VM_STEP: Int32 { 4 }

  /// `SQLITE_STMTSTATUS_REPREPARE` of the header.
  public static var SQLITE_STMTSTATUS_REPREPARE: Int32 { 5 }

  /// `SQLITE_STMTSTATUS_RUN` of the header.
  public static var SQLITE_STMTSTATUS_RUN: Int32 { 6 }

  /// `SQLITE_STMTSTATUS_FILTER_MISS` of the header.
  public static var SQLITE_STMTSTATUS_FILTER_MISS: Int32 { 7 }

  /// `SQLITE_STMTSTATUS_FILTER_HIT` of the header.
  public static var SQLITE_STMTSTATUS_FILTER_HIT: Int32 { 8 }

  /// `SQLITE_STMTSTATUS_MEMUSED` of the header.
  public static var SQLITE_STMTSTATUS_MEMUSED: Int32 { 99 }

  /// Do as much as possible w/o blocking.
  ///
  /// `SQLITE_CHECKPOINT_PASSIVE` of the header.
  public static var SQLITE_CHECKPOINT_PASSIVE: Int32 { 0 }

  /// Wait for writers, then checkpoint.
  ///
  /// `SQLITE_CHECKPOINT_FULL` of the header.
  public static var SQLITE_CHECKPOINT_FULL: Int32 { 1 }

  /// Like FULL but wait for readers.
  ///
  /// `SQLITE_CHECKPOINT_RESTART` of the header.
  public static var SQLITE_CHECKPOINT_RESTART: Int32 { 2 }

  /// Like RESTART but also truncate WAL.
  ///
  /// `SQLITE_CHECKPOINT_TRUNCATE` of the header.
  public static var SQLITE_CHECKPOINT_TRUNCATE: Int32 { 3 }

  /// Virtual Table Configuration Options.
  ///
  /// These macros define the various options to the [sqlite3_vtab_config()] interface that [virtual
  /// table] implementations can use to customize and optimize their behavior.
  ///
  /// [[SQLITE_VTAB_CONSTRAINT_SUPPORT]] SQLITE_VTAB_CONSTRAINT_SUPPORT Calls of the form
  /// [sqlite3_vtab_config](db,SQLITE_VTAB_CONSTRAINT_SUPPORT,X) are supported, where X is an
  /// integer. If X is zero, then the [virtual table] whose [xCreate] or [xConnect] method invoked
  /// [sqlite3_vtab_config()] does not support constraints. In this configuration (which is the
  /// default) if a call to the [xUpdate] method returns [SQLITE_CONSTRAINT], then the entire
  /// statement is rolled back as if [ON CONFLICT | OR ABORT] had been specified as part of the
  /// users SQL statement, regardless of the actual ON CONFLICT mode specified.
  ///
  /// The header says more.
  ///
  /// `SQLITE_VTAB_CONSTRAINT_SUPPORT` of the header.
  public static var SQLITE_VTAB_CONSTRAINT_SUPPORT: Int32 { 1 }

  /// `SQLITE_VTAB_INNOCUOUS` of the header.
  public static var SQLITE_VTAB_INNOCUOUS: Int32 { 2 }

  /// `SQLITE_VTAB_DIRECTONLY` of the header.
  public static var SQLITE_VTAB_DIRECTONLY: Int32 { 3 }

  /// Conflict resolution modes.
  ///
  /// These constants are returned by [sqlite3_vtab_on_conflict()] to inform a [virtual table]
  /// implementation what the [ON CONFLICT] mode is for the SQL statement being evaluated.
  ///
  /// Note that the [SQLITE_IGNORE] constant is also used as a potential return value from the
  /// [sqlite3_set_authorizer()] callback and that [SQLITE_ABORT] is also a [result code].
  ///
  /// `SQLITE_ROLLBACK` of the header.
  public static var SQLITE_ROLLBACK: Int32 { 1 }

  /// #define SQLITE_IGNORE 2 // Also used by sqlite3_authorizer() callback.
  ///
  /// `SQLITE_FAIL` of the header.
  public static var SQLITE_FAIL: Int32 { 3 }

  /// #define SQLITE_ABORT 4 // Also an error code.
  ///
  /// `SQLITE_REPLACE` of the header.
  public static var SQLITE_REPLACE: Int32 { 5 }

  /// Prepared Statement Scan Status Opcodes.
  ///
  /// The following constants can be used for the T parameter to the
  /// [sqlite3_stmt_scanstatus(S,X,T,V)] interface. Each constant designates a different metric for
  /// sqlite3_stmt_scanstatus() to return.
  ///
  /// When the value returned to V is a string, space to hold that string is managed by the prepared
  /// statement S and will be automatically freed when S is finalized.
  ///
  /// [[SQLITE_SCANSTAT_NLOOP]] SQLITE_SCANSTAT_NLOOP The [sqlite3_int64] variable pointed to by the
  /// V parameter will be set to the total number of times that the X-th loop has run.
  ///
  /// [[SQLITE_SCANSTAT_NVISIT]] SQLITE_SCANSTAT_NVISIT The [sqlite3_int64] variable pointed to by
  /// the V parameter will be set to the total number of rows examined by all iterations of the X-th
  /// loop.
  ///
  /// [[SQLITE_SCANSTAT_EST]] SQLITE_SCANSTAT_EST The "double" variable pointed to by the V
  /// parameter will be set to the query planner's estimate for the average number of rows output
  /// from each iteration of the X-th loop. If the query planner's estimates was accurate, then this
  /// value will approximate the quotient NVISIT/NLOOP and the product of this value for all prior
  /// loops with the same SELECTID will be the NLOOP value for the current loop.
  ///
  /// The header says more.
  ///
  /// `SQLITE_SCANSTAT_NLOOP` of the header.
  public static var SQLITE_SCANSTAT_NLOOP: Int32 { 0 }

  /// `SQLITE_SCANSTAT_NVISIT` of the header.
  public static var SQLITE_SCANSTAT_NVISIT: Int32 { 1 }

  /// `SQLITE_SCANSTAT_EST` of the header.
  public static var SQLITE_SCANSTAT_EST: Int32 { 2 }

  /// `SQLITE_SCANSTAT_NAME` of the header.
  public static var SQLITE_SCANSTAT_NAME: Int32 { 3 }

  /// `SQLITE_SCANSTAT_EXPLAIN` of the header.
  public static var SQLITE_SCANSTAT_EXPLAIN: Int32 { 4 }

  /// `SQLITE_SCANSTAT_SELECTID` of the header.
  public static var SQLITE_SCANSTAT_SELECTID: Int32 { 5 }

  /// Do no memory allocations.
  ///
  /// `SQLITE_SERIALIZE_NOCOPY` of the header.
  public static var SQLITE_SERIALIZE_NOCOPY: Int32 { 1 }

  /// Call sqlite3_free() on close.
  ///
  /// `SQLITE_DESERIALIZE_FREEONCLOSE` of the header.
  public static var SQLITE_DESERIALIZE_FREEONCLOSE: Int32 { 1 }

  /// Resize using sqlite3_realloc64().
  ///
  /// `SQLITE_DESERIALIZE_RESIZEABLE` of the header.
  public static var SQLITE_DESERIALIZE_RESIZEABLE: Int32 { 2 }

  /// Database is read-only.
  ///
  /// `SQLITE_DESERIALIZE_READONLY` of the header.
  public static var SQLITE_DESERIALIZE_READONLY: Int32 { 4 }

  /// Object completely outside of query region.
  ///
  /// `NOT_WITHIN` of the header.
  public static var NOT_WITHIN: Int32 { 0 }

  /// Object partially overlaps query region.
  ///
  /// `PARTLY_WITHIN` of the header.
  public static var PARTLY_WITHIN: Int32 { 1 }

  /// Object fully contained within query region.
  ///
  /// `FULLY_WITHIN` of the header.
  public static var FULLY_WITHIN: Int32 { 2 }

  /// Flags that may be passed as the third argument to xTokenize().
  ///
  /// `FTS5_TOKENIZE_QUERY` of the header.
  public static var FTS5_TOKENIZE_QUERY: Int32 { 1 }

  /// `FTS5_TOKENIZE_PREFIX` of the header.
  public static var FTS5_TOKENIZE_PREFIX: Int32 { 2 }

  /// `FTS5_TOKENIZE_DOCUMENT` of the header.
  public static var FTS5_TOKENIZE_DOCUMENT: Int32 { 4 }

  /// `FTS5_TOKENIZE_AUX` of the header.
  public static var FTS5_TOKENIZE_AUX: Int32 { 8 }

  /// Same position as prev.
  ///
  /// token
  ///
  /// `FTS5_TOKEN_COLOCATED` of the header.
  public static var FTS5_TOKEN_COLOCATED: Int32 { 1 }
}

extension SQLite {
  /// The library's functions and types in C, which every call is checked against.
  public static let declarations = """
    struct sqlite3_file {
      const struct sqlite3_io_methods *pMethods;
    };
    typedef struct sqlite3_file sqlite3_file;
    typedef long long sqlite_int64;
    typedef sqlite_int64 sqlite3_int64;
    struct sqlite3_io_methods {
      int iVersion;
      int (*xClose)(sqlite3_file *);
      int (*xRead)(sqlite3_file *, void *, int iAmt, sqlite3_int64 iOfst);
      int (*xWrite)(sqlite3_file *, const void *, int iAmt, sqlite3_int64 iOfst);
      int (*xTruncate)(sqlite3_file *, sqlite3_int64 size);
      int (*xSync)(sqlite3_file *, int flags);
      int (*xFileSize)(sqlite3_file *, sqlite3_int64 *pSize);
      int (*xLock)(sqlite3_file *, int);
      int (*xUnlock)(sqlite3_file *, int);
      int (*xCheckReservedLock)(sqlite3_file *, int *pResOut);
      int (*xFileControl)(sqlite3_file *, int op, void *pArg);
      int (*xSectorSize)(sqlite3_file *);
      int (*xDeviceCharacteristics)(sqlite3_file *);
      int (*xShmMap)(sqlite3_file *, int iPg, int pgsz, int, void **);
      int (*xShmLock)(sqlite3_file *, int offset, int n, int flags);
      void (*xShmBarrier)(sqlite3_file *);
      int (*xShmUnmap)(sqlite3_file *, int deleteFlag);
      int (*xFetch)(sqlite3_file *, sqlite3_int64 iOfst, int iAmt, void **pp);
      int (*xUnfetch)(sqlite3_file *, sqlite3_int64 iOfst, void *p);
    };
    typedef struct sqlite3_vfs sqlite3_vfs;
    typedef const char *sqlite3_filename;
    typedef void (*sqlite3_syscall_ptr)(void);
    struct sqlite3_vfs {
      int iVersion;
      int szOsFile;
      int mxPathname;
      sqlite3_vfs *pNext;
      const char *zName;
      void *pAppData;
      int (*xOpen)(sqlite3_vfs *, sqlite3_filename zName, sqlite3_file *, int flags, int *pOutFlags);
      int (*xDelete)(sqlite3_vfs *, const char *zName, int syncDir);
      int (*xAccess)(sqlite3_vfs *, const char *zName, int flags, int *pResOut);
      int (*xFullPathname)(sqlite3_vfs *, const char *zName, int nOut, char *zOut);
      void *(*xDlOpen)(sqlite3_vfs *, const char *zFilename);
      void (*xDlError)(sqlite3_vfs *, int nByte, char *zErrMsg);
      void (*(*xDlSym)(sqlite3_vfs *, void *, const char *zSymbol))(void);
      void (*xDlClose)(sqlite3_vfs *, void *);
      int (*xRandomness)(sqlite3_vfs *, int nByte, char *zOut);
      int (*xSleep)(sqlite3_vfs *, int microseconds);
      int (*xCurrentTime)(sqlite3_vfs *, double *);
      int (*xGetLastError)(sqlite3_vfs *, int, char *);
      int (*xCurrentTimeInt64)(sqlite3_vfs *, sqlite3_int64 *);
      int (*xSetSystemCall)(sqlite3_vfs *, const char *zName, sqlite3_syscall_ptr);
      sqlite3_syscall_ptr (*xGetSystemCall)(sqlite3_vfs *, const char *zName);
      const char *(*xNextSystemCall)(sqlite3_vfs *, const char *zName);
    };
    struct sqlite3_mem_methods {
      void *(*xMalloc)(int);
      void (*xFree)(void *);
      void *(*xRealloc)(void *, int);
      int (*xSize)(void *);
      int (*xRoundup)(int);
      int (*xInit)(void *);
      void (*xShutdown)(void *);
      void *pAppData;
    };
    typedef struct sqlite3_module sqlite3_module;
    struct sqlite3_vtab {
      const sqlite3_module *pModule;
      int nRef;
      char *zErrMsg;
    };
    typedef unsigned long long sqlite_uint64;
    typedef sqlite_uint64 sqlite3_uint64;
    struct sqlite3_index_info {
      int nConstraint;
      struct sqlite3_index_constraint *aConstraint;
      int nOrderBy;
      struct sqlite3_index_orderby *aOrderBy;
      struct sqlite3_index_constraint_usage *aConstraintUsage;
      int idxNum;
      char *idxStr;
      int needToFreeIdxStr;
      int orderByConsumed;
      double estimatedCost;
      sqlite3_int64 estimatedRows;
      int idxFlags;
      sqlite3_uint64 colUsed;
    };
    typedef struct sqlite3_vtab sqlite3_vtab;
    struct sqlite3_vtab_cursor {
      sqlite3_vtab *pVtab;
    };
    typedef struct sqlite3 sqlite3;
    typedef struct sqlite3_index_info sqlite3_index_info;
    typedef struct sqlite3_vtab_cursor sqlite3_vtab_cursor;
    typedef struct sqlite3_value sqlite3_value;
    typedef struct sqlite3_context sqlite3_context;
    struct sqlite3_module {
      int iVersion;
      int (*xCreate)(sqlite3 *, void *pAux, int argc, const char *const *argv, sqlite3_vtab **ppVTab, char **);
      int (*xConnect)(sqlite3 *, void *pAux, int argc, const char *const *argv, sqlite3_vtab **ppVTab, char **);
      int (*xBestIndex)(sqlite3_vtab *pVTab, sqlite3_index_info *);
      int (*xDisconnect)(sqlite3_vtab *pVTab);
      int (*xDestroy)(sqlite3_vtab *pVTab);
      int (*xOpen)(sqlite3_vtab *pVTab, sqlite3_vtab_cursor **ppCursor);
      int (*xClose)(sqlite3_vtab_cursor *);
      int (*xFilter)(sqlite3_vtab_cursor *, int idxNum, const char *idxStr, int argc, sqlite3_value **argv);
      int (*xNext)(sqlite3_vtab_cursor *);
      int (*xEof)(sqlite3_vtab_cursor *);
      int (*xColumn)(sqlite3_vtab_cursor *, sqlite3_context *, int);
      int (*xRowid)(sqlite3_vtab_cursor *, sqlite3_int64 *pRowid);
      int (*xUpdate)(sqlite3_vtab *, int, sqlite3_value **, sqlite3_int64 *);
      int (*xBegin)(sqlite3_vtab *pVTab);
      int (*xSync)(sqlite3_vtab *pVTab);
      int (*xCommit)(sqlite3_vtab *pVTab);
      int (*xRollback)(sqlite3_vtab *pVTab);
      int (*xFindFunction)(sqlite3_vtab *pVtab, int nArg, const char *zName, void (**pxFunc)(sqlite3_context *, int, sqlite3_value **), void **ppArg);
      int (*xRename)(sqlite3_vtab *pVtab, const char *zNew);
      int (*xSavepoint)(sqlite3_vtab *pVTab, int);
      int (*xRelease)(sqlite3_vtab *pVTab, int);
      int (*xRollbackTo)(sqlite3_vtab *pVTab, int);
      int (*xShadowName)(const char *);
    };
    struct sqlite3_index_constraint {
      int iColumn;
      unsigned char op;
      unsigned char usable;
      int iTermOffset;
    };
    struct sqlite3_index_orderby {
      int iColumn;
      unsigned char desc;
    };
    struct sqlite3_index_constraint_usage {
      int argvIndex;
      unsigned char omit;
    };
    typedef struct sqlite3_mutex sqlite3_mutex;
    struct sqlite3_mutex_methods {
      int (*xMutexInit)(void);
      int (*xMutexEnd)(void);
      sqlite3_mutex *(*xMutexAlloc)(int);
      void (*xMutexFree)(sqlite3_mutex *);
      void (*xMutexEnter)(sqlite3_mutex *);
      int (*xMutexTry)(sqlite3_mutex *);
      void (*xMutexLeave)(sqlite3_mutex *);
      int (*xMutexHeld)(sqlite3_mutex *);
      int (*xMutexNotheld)(sqlite3_mutex *);
    };
    struct sqlite3_pcache_page {
      void *pBuf;
      void *pExtra;
    };
    typedef struct sqlite3_pcache sqlite3_pcache;
    typedef struct sqlite3_pcache_page sqlite3_pcache_page;
    struct sqlite3_pcache_methods2 {
      int iVersion;
      void *pArg;
      int (*xInit)(void *);
      void (*xShutdown)(void *);
      sqlite3_pcache *(*xCreate)(int szPage, int szExtra, int bPurgeable);
      void (*xCachesize)(sqlite3_pcache *, int nCachesize);
      int (*xPagecount)(sqlite3_pcache *);
      sqlite3_pcache_page *(*xFetch)(sqlite3_pcache *, unsigned int key, int createFlag);
      void (*xUnpin)(sqlite3_pcache *, sqlite3_pcache_page *, int discard);
      void (*xRekey)(sqlite3_pcache *, sqlite3_pcache_page *, unsigned int oldKey, unsigned int newKey);
      void (*xTruncate)(sqlite3_pcache *, unsigned int iLimit);
      void (*xDestroy)(sqlite3_pcache *);
      void (*xShrink)(sqlite3_pcache *);
    };
    struct sqlite3_pcache_methods {
      void *pArg;
      int (*xInit)(void *);
      void (*xShutdown)(void *);
      sqlite3_pcache *(*xCreate)(int szPage, int bPurgeable);
      void (*xCachesize)(sqlite3_pcache *, int nCachesize);
      int (*xPagecount)(sqlite3_pcache *);
      void *(*xFetch)(sqlite3_pcache *, unsigned int key, int createFlag);
      void (*xUnpin)(sqlite3_pcache *, void *, int discard);
      void (*xRekey)(sqlite3_pcache *, void *, unsigned int oldKey, unsigned int newKey);
      void (*xTruncate)(sqlite3_pcache *, unsigned int iLimit);
      void (*xDestroy)(sqlite3_pcache *);
    };
    struct sqlite3_snapshot {
      unsigned char hidden[48];
    };
    typedef double sqlite3_rtree_dbl;
    struct sqlite3_rtree_geometry {
      void *pContext;
      int nParam;
      sqlite3_rtree_dbl *aParam;
      void *pUser;
      void (*xDelUser)(void *);
    };
    struct sqlite3_rtree_query_info {
      void *pContext;
      int nParam;
      sqlite3_rtree_dbl *aParam;
      void *pUser;
      void (*xDelUser)(void *);
      sqlite3_rtree_dbl *aCoord;
      unsigned int *anQueue;
      int nCoord;
      int iLevel;
      int mxLevel;
      sqlite3_int64 iRowid;
      sqlite3_rtree_dbl rParentScore;
      int eParentWithin;
      int eWithin;
      sqlite3_rtree_dbl rScore;
      sqlite3_value **apSqlParam;
    };
    typedef struct Fts5Context Fts5Context;
    typedef struct Fts5ExtensionApi Fts5ExtensionApi;
    typedef struct Fts5PhraseIter Fts5PhraseIter;
    struct Fts5ExtensionApi {
      int iVersion;
      void *(*xUserData)(Fts5Context *);
      int (*xColumnCount)(Fts5Context *);
      int (*xRowCount)(Fts5Context *, sqlite3_int64 *pnRow);
      int (*xColumnTotalSize)(Fts5Context *, int iCol, sqlite3_int64 *pnToken);
      int (*xTokenize)(Fts5Context *, const char *pText, int nText, void *pCtx, int (*xToken)(void *, int, const char *, int, int, int));
      int (*xPhraseCount)(Fts5Context *);
      int (*xPhraseSize)(Fts5Context *, int iPhrase);
      int (*xInstCount)(Fts5Context *, int *pnInst);
      int (*xInst)(Fts5Context *, int iIdx, int *piPhrase, int *piCol, int *piOff);
      sqlite3_int64 (*xRowid)(Fts5Context *);
      int (*xColumnText)(Fts5Context *, int iCol, const char **pz, int *pn);
      int (*xColumnSize)(Fts5Context *, int iCol, int *pnToken);
      int (*xQueryPhrase)(Fts5Context *, int iPhrase, void *pUserData, int (*)(const Fts5ExtensionApi *, Fts5Context *, void *));
      int (*xSetAuxdata)(Fts5Context *, void *pAux, void (*xDelete)(void *));
      void *(*xGetAuxdata)(Fts5Context *, int bClear);
      int (*xPhraseFirst)(Fts5Context *, int iPhrase, Fts5PhraseIter *, int *, int *);
      void (*xPhraseNext)(Fts5Context *, Fts5PhraseIter *, int *piCol, int *piOff);
      int (*xPhraseFirstColumn)(Fts5Context *, int iPhrase, Fts5PhraseIter *, int *);
      void (*xPhraseNextColumn)(Fts5Context *, Fts5PhraseIter *, int *piCol);
    };
    struct Fts5PhraseIter {
      const unsigned char *a;
      const unsigned char *b;
    };
    typedef struct Fts5Tokenizer Fts5Tokenizer;
    struct fts5_tokenizer {
      int (*xCreate)(void *, const char **azArg, int nArg, Fts5Tokenizer **ppOut);
      void (*xDelete)(Fts5Tokenizer *);
      int (*xTokenize)(Fts5Tokenizer *, void *pCtx, int flags, const char *pText, int nText, int (*xToken)(void *pCtx, int tflags, const char *pToken, int nToken, int iStart, int iEnd));
    };
    typedef struct fts5_api fts5_api;
    typedef struct fts5_tokenizer fts5_tokenizer;
    typedef void (*fts5_extension_function)(const Fts5ExtensionApi *pApi, Fts5Context *pFts,
        sqlite3_context *pCtx, int nVal, sqlite3_value **apVal);
    struct fts5_api {
      int iVersion;
      int (*xCreateTokenizer)(fts5_api *pApi, const char *zName, void *pContext, fts5_tokenizer *pTokenizer, void (*xDestroy)(void *));
      int (*xFindTokenizer)(fts5_api *pApi, const char *zName, void **ppContext, fts5_tokenizer *pTokenizer);
      int (*xCreateFunction)(fts5_api *pApi, const char *zName, void *pContext, fts5_extension_function xFunction, void (*xDestroy)(void *));
    };
    extern const char sqlite3_version[];
    extern char *sqlite3_temp_directory;
    extern char *sqlite3_data_directory;
    const char *sqlite3_libversion(void);
    const char *sqlite3_sourceid(void);
    int sqlite3_libversion_number(void);
    int sqlite3_compileoption_used(const char *zOptName);
    const char *sqlite3_compileoption_get(int N);
    int sqlite3_threadsafe(void);
    int sqlite3_close(sqlite3 *) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_close_v2(sqlite3 *) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_exec(
        sqlite3 *, const char *sql, int (*callback)(void *, int, char **, char **),
        void * __attribute__((annotate("archbridge:context"))), char **errmsg)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errmsg")));
    int sqlite3_initialize(void);
    int sqlite3_shutdown(void);
    int sqlite3_os_init(void);
    int sqlite3_os_end(void);
    int sqlite3_config(int, ...);
    int sqlite3_db_config(sqlite3 *, int op, ...);
    int sqlite3_extended_result_codes(sqlite3 *, int onoff);
    sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *);
    void sqlite3_set_last_insert_rowid(sqlite3 *, sqlite3_int64);
    int sqlite3_changes(sqlite3 *);
    sqlite3_int64 sqlite3_changes64(sqlite3 *);
    int sqlite3_total_changes(sqlite3 *);
    sqlite3_int64 sqlite3_total_changes64(sqlite3 *);
    void sqlite3_interrupt(sqlite3 *);
    int sqlite3_complete(const char *sql);
    int sqlite3_complete16(const void *sql);
    int sqlite3_busy_handler(sqlite3 *, int (*)(void *, int), void *);
    int sqlite3_busy_timeout(sqlite3 *, int ms);
    int sqlite3_get_table(
        sqlite3 *db, const char *zSql, char ***pazResult, int *pnRow, int *pnColumn,
        char **pzErrmsg);
    void sqlite3_free_table(char **result);
    char *sqlite3_mprintf(const char *, ...);
    char *sqlite3_snprintf(int, char *, const char *, ...);
    void *sqlite3_malloc(int);
    void *sqlite3_malloc64(sqlite3_uint64);
    void *sqlite3_realloc(void *, int);
    void *sqlite3_realloc64(void *, sqlite3_uint64);
    void sqlite3_free(void *);
    sqlite3_uint64 sqlite3_msize(void *);
    sqlite3_int64 sqlite3_memory_used(void);
    sqlite3_int64 sqlite3_memory_highwater(int resetFlag);
    void sqlite3_randomness(int N, void *P);
    int sqlite3_set_authorizer(
        sqlite3 *,
        int (*xAuth)(void *, int, const char *, const char *, const char *, const char *),
        void *pUserData);
    void *sqlite3_trace(sqlite3 *, void (*xTrace)(void *, const char *), void *);
    void *sqlite3_profile(
        sqlite3 *, void (*xProfile)(void *, const char *, sqlite3_uint64), void *);
    int sqlite3_trace_v2(
        sqlite3 *, unsigned int uMask, int (*xCallback)(unsigned int, void *, void *, void *),
        void *pCtx);
    void sqlite3_progress_handler(sqlite3 *, int, int (*)(void *), void *);
    int sqlite3_open(
        const char *filename, sqlite3 **ppDb __attribute__((annotate("archbridge:out"))))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_open16(const void *filename, sqlite3 **ppDb);
    int sqlite3_open_v2(
        const char *filename, sqlite3 **ppDb __attribute__((annotate("archbridge:out"))), int flags,
        const char *zVfs) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    const char *sqlite3_uri_parameter(sqlite3_filename z, const char *zParam);
    int sqlite3_uri_boolean(sqlite3_filename z, const char *zParam, int bDefault);
    sqlite3_int64 sqlite3_uri_int64(sqlite3_filename, const char *, sqlite3_int64);
    const char *sqlite3_uri_key(sqlite3_filename z, int N);
    const char *sqlite3_filename_database(sqlite3_filename);
    const char *sqlite3_filename_journal(sqlite3_filename);
    const char *sqlite3_filename_wal(sqlite3_filename);
    sqlite3_file *sqlite3_database_file_object(const char *);
    sqlite3_filename sqlite3_create_filename(
        const char *zDatabase, const char *zJournal, const char *zWal, int nParam,
        const char **azParam);
    void sqlite3_free_filename(sqlite3_filename);
    int sqlite3_errcode(sqlite3 *db);
    int sqlite3_extended_errcode(sqlite3 *db);
    const char *sqlite3_errmsg(sqlite3 *);
    const void *sqlite3_errmsg16(sqlite3 *);
    const char *sqlite3_errstr(int);
    int sqlite3_error_offset(sqlite3 *db);
    int sqlite3_limit(sqlite3 *, int id, int newVal);
    typedef struct sqlite3_stmt sqlite3_stmt;
    int sqlite3_prepare(
        sqlite3 *db, const char *zSql, int nByte, sqlite3_stmt **ppStmt, const char **pzTail);
    int sqlite3_prepare_v2(
        sqlite3 *db, const char *zSql, int nByte,
        sqlite3_stmt **ppStmt __attribute__((annotate("archbridge:out"))), const char **pzTail)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errmsg")));
    int sqlite3_prepare_v3(
        sqlite3 *db, const char *zSql, int nByte, unsigned int prepFlags, sqlite3_stmt **ppStmt,
        const char **pzTail);
    int sqlite3_prepare16(
        sqlite3 *db, const void *zSql, int nByte, sqlite3_stmt **ppStmt, const void **pzTail);
    int sqlite3_prepare16_v2(
        sqlite3 *db, const void *zSql, int nByte, sqlite3_stmt **ppStmt, const void **pzTail);
    int sqlite3_prepare16_v3(
        sqlite3 *db, const void *zSql, int nByte, unsigned int prepFlags, sqlite3_stmt **ppStmt,
        const void **pzTail);
    const char *sqlite3_sql(sqlite3_stmt *pStmt);
    char *sqlite3_expanded_sql(sqlite3_stmt *pStmt)
        __attribute__((annotate("archbridge:free=sqlite3_free")));
    int sqlite3_stmt_readonly(sqlite3_stmt *pStmt);
    int sqlite3_stmt_isexplain(sqlite3_stmt *pStmt);
    int sqlite3_stmt_busy(sqlite3_stmt *);
    int sqlite3_bind_blob(sqlite3_stmt *, int, const void * __sized_by(n), int n, void (*)(void *))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_blob64(sqlite3_stmt *, int, const void *, sqlite3_uint64, void (*)(void *))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_double(sqlite3_stmt *, int, double)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_int(sqlite3_stmt *, int, int)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_int64(sqlite3_stmt *, int, sqlite3_int64)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_null(sqlite3_stmt *, int) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_text(sqlite3_stmt *, int, const char *, int, void (*)(void *))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_text16(sqlite3_stmt *, int, const void *, int, void (*)(void *))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_text64(
        sqlite3_stmt *, int, const char *, sqlite3_uint64, void (*)(void *), unsigned char encoding)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_value(sqlite3_stmt *, int, const sqlite3_value *)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_pointer(sqlite3_stmt *, int, void *, const char *, void (*)(void *))
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_zeroblob(sqlite3_stmt *, int, int n)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_zeroblob64(sqlite3_stmt *, int, sqlite3_uint64)
        __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_bind_parameter_count(sqlite3_stmt *);
    const char *sqlite3_bind_parameter_name(sqlite3_stmt *, int);
    int sqlite3_bind_parameter_index(sqlite3_stmt *, const char *zName);
    int sqlite3_clear_bindings(sqlite3_stmt *);
    int sqlite3_column_count(sqlite3_stmt *pStmt);
    const char *sqlite3_column_name(sqlite3_stmt *, int N);
    const void *sqlite3_column_name16(sqlite3_stmt *, int N);
    const char *sqlite3_column_database_name(sqlite3_stmt *, int);
    const void *sqlite3_column_database_name16(sqlite3_stmt *, int);
    const char *sqlite3_column_table_name(sqlite3_stmt *, int);
    const void *sqlite3_column_table_name16(sqlite3_stmt *, int);
    const char *sqlite3_column_origin_name(sqlite3_stmt *, int);
    const void *sqlite3_column_origin_name16(sqlite3_stmt *, int);
    const char *sqlite3_column_decltype(sqlite3_stmt *, int);
    const void *sqlite3_column_decltype16(sqlite3_stmt *, int);
    int sqlite3_step(sqlite3_stmt *) __attribute__((annotate("archbridge:status=in(100,101)")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_data_count(sqlite3_stmt *pStmt);
    const void *sqlite3_column_blob(sqlite3_stmt *, int iCol);
    double sqlite3_column_double(sqlite3_stmt *, int iCol);
    int sqlite3_column_int(sqlite3_stmt *, int iCol);
    sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *, int iCol);
    const unsigned char *sqlite3_column_text(sqlite3_stmt *, int iCol);
    const void *sqlite3_column_text16(sqlite3_stmt *, int iCol);
    sqlite3_value *sqlite3_column_value(sqlite3_stmt *, int iCol);
    int sqlite3_column_bytes(sqlite3_stmt *, int iCol);
    int sqlite3_column_bytes16(sqlite3_stmt *, int iCol);
    int sqlite3_column_type(sqlite3_stmt *, int iCol);
    int sqlite3_finalize(sqlite3_stmt *pStmt) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_reset(sqlite3_stmt *pStmt) __attribute__((annotate("archbridge:status=zero")))
        __attribute__((annotate("archbridge:message=sqlite3_errstr")));
    int sqlite3_create_function(
        sqlite3 *db, const char *zFunctionName, int nArg, int eTextRep, void *pApp,
        void (*xFunc)(sqlite3_context *, int, sqlite3_value **),
        void (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *));
    int sqlite3_create_function16(
        sqlite3 *db, const void *zFunctionName, int nArg, int eTextRep, void *pApp,
        void (*xFunc)(sqlite3_context *, int, sqlite3_value **),
        void (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *));
    int sqlite3_create_function_v2(
        sqlite3 *db, const char *zFunctionName, int nArg, int eTextRep, void *pApp,
        void (*xFunc)(sqlite3_context *, int, sqlite3_value **),
        void (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *),
        void (*xDestroy)(void *));
    int sqlite3_create_window_function(
        sqlite3 *db, const char *zFunctionName, int nArg, int eTextRep, void *pApp,
        void (*xStep)(sqlite3_context *, int, sqlite3_value **), void (*xFinal)(sqlite3_context *),
        void (*xValue)(sqlite3_context *),
        void (*xInverse)(sqlite3_context *, int, sqlite3_value **), void (*xDestroy)(void *));
    int sqlite3_aggregate_count(sqlite3_context *);
    int sqlite3_expired(sqlite3_stmt *);
    int sqlite3_transfer_bindings(sqlite3_stmt *, sqlite3_stmt *);
    int sqlite3_global_recover(void);
    void sqlite3_thread_cleanup(void);
    int sqlite3_memory_alarm(void (*)(void *, sqlite3_int64, int), void *, sqlite3_int64);
    const void *sqlite3_value_blob(sqlite3_value *);
    double sqlite3_value_double(sqlite3_value *);
    int sqlite3_value_int(sqlite3_value *);
    sqlite3_int64 sqlite3_value_int64(sqlite3_value *);
    void *sqlite3_value_pointer(sqlite3_value *, const char *);
    const unsigned char *sqlite3_value_text(sqlite3_value *);
    const void *sqlite3_value_text16(sqlite3_value *);
    const void *sqlite3_value_text16le(sqlite3_value *);
    const void *sqlite3_value_text16be(sqlite3_value *);
    int sqlite3_value_bytes(sqlite3_value *);
    int sqlite3_value_bytes16(sqlite3_value *);
    int sqlite3_value_type(sqlite3_value *);
    int sqlite3_value_numeric_type(sqlite3_value *);
    int sqlite3_value_nochange(sqlite3_value *);
    int sqlite3_value_frombind(sqlite3_value *);
    int sqlite3_value_encoding(sqlite3_value *);
    unsigned int sqlite3_value_subtype(sqlite3_value *);
    sqlite3_value *sqlite3_value_dup(const sqlite3_value *);
    void sqlite3_value_free(sqlite3_value *);
    void *sqlite3_aggregate_context(sqlite3_context *, int nBytes);
    void *sqlite3_user_data(sqlite3_context *);
    sqlite3 *sqlite3_context_db_handle(sqlite3_context *);
    void *sqlite3_get_auxdata(sqlite3_context *, int N);
    void sqlite3_set_auxdata(sqlite3_context *, int N, void *, void (*)(void *));
    void sqlite3_result_blob(sqlite3_context *, const void *, int, void (*)(void *));
    void sqlite3_result_blob64(sqlite3_context *, const void *, sqlite3_uint64, void (*)(void *));
    void sqlite3_result_double(sqlite3_context *, double);
    void sqlite3_result_error(sqlite3_context *, const char *, int);
    void sqlite3_result_error16(sqlite3_context *, const void *, int);
    void sqlite3_result_error_toobig(sqlite3_context *);
    void sqlite3_result_error_nomem(sqlite3_context *);
    void sqlite3_result_error_code(sqlite3_context *, int);
    void sqlite3_result_int(sqlite3_context *, int);
    void sqlite3_result_int64(sqlite3_context *, sqlite3_int64);
    void sqlite3_result_null(sqlite3_context *);
    void sqlite3_result_text(sqlite3_context *, const char *, int, void (*)(void *));
    void sqlite3_result_text64(
        sqlite3_context *, const char *, sqlite3_uint64, void (*)(void *), unsigned char encoding);
    void sqlite3_result_text16(sqlite3_context *, const void *, int, void (*)(void *));
    void sqlite3_result_text16le(sqlite3_context *, const void *, int, void (*)(void *));
    void sqlite3_result_text16be(sqlite3_context *, const void *, int, void (*)(void *));
    void sqlite3_result_value(sqlite3_context *, sqlite3_value *);
    void sqlite3_result_pointer(sqlite3_context *, void *, const char *, void (*)(void *));
    void sqlite3_result_zeroblob(sqlite3_context *, int n);
    int sqlite3_result_zeroblob64(sqlite3_context *, sqlite3_uint64 n);
    void sqlite3_result_subtype(sqlite3_context *, unsigned int);
    int sqlite3_create_collation(
        sqlite3 *, const char *zName, int eTextRep, void *pArg,
        int (*xCompare)(void *, int, const void *, int, const void *));
    int sqlite3_create_collation_v2(
        sqlite3 *, const char *zName, int eTextRep, void *pArg,
        int (*xCompare)(void *, int, const void *, int, const void *), void (*xDestroy)(void *));
    int sqlite3_create_collation16(
        sqlite3 *, const void *zName, int eTextRep, void *pArg,
        int (*xCompare)(void *, int, const void *, int, const void *));
    int sqlite3_collation_needed(
        sqlite3 *, void *, void (*)(void *, sqlite3 *, int eTextRep, const char *));
    int sqlite3_collation_needed16(
        sqlite3 *, void *, void (*)(void *, sqlite3 *, int eTextRep, const void *));
    int sqlite3_sleep(int);
    int sqlite3_get_autocommit(sqlite3 *);
    sqlite3 *sqlite3_db_handle(sqlite3_stmt *);
    const char *sqlite3_db_name(sqlite3 *db, int N);
    sqlite3_filename sqlite3_db_filename(sqlite3 *db, const char *zDbName);
    int sqlite3_db_readonly(sqlite3 *db, const char *zDbName);
    int sqlite3_txn_state(sqlite3 *, const char *zSchema);
    sqlite3_stmt *sqlite3_next_stmt(sqlite3 *pDb, sqlite3_stmt *pStmt);
    void *sqlite3_commit_hook(sqlite3 *, int (*)(void *), void *);
    void *sqlite3_rollback_hook(sqlite3 *, void (*)(void *), void *);
    int sqlite3_autovacuum_pages(
        sqlite3 *db,
        unsigned int (*)(void *, const char *, unsigned int, unsigned int, unsigned int), void *,
        void (*)(void *));
    void *sqlite3_update_hook(
        sqlite3 *, void (*)(void *, int, const char *, const char *, sqlite3_int64), void *);
    int sqlite3_enable_shared_cache(int);
    int sqlite3_release_memory(int);
    int sqlite3_db_release_memory(sqlite3 *);
    sqlite3_int64 sqlite3_soft_heap_limit64(sqlite3_int64 N);
    sqlite3_int64 sqlite3_hard_heap_limit64(sqlite3_int64 N);
    void sqlite3_soft_heap_limit(int N);
    int sqlite3_table_column_metadata(
        sqlite3 *db, const char *zDbName, const char *zTableName, const char *zColumnName,
        const char **pzDataType, const char **pzCollSeq, int *pNotNull, int *pPrimaryKey,
        int *pAutoinc);
    int sqlite3_load_extension(sqlite3 *db, const char *zFile, const char *zProc, char **pzErrMsg);
    int sqlite3_enable_load_extension(sqlite3 *db, int onoff);
    int sqlite3_auto_extension(void (*xEntryPoint)(void));
    int sqlite3_cancel_auto_extension(void (*xEntryPoint)(void));
    void sqlite3_reset_auto_extension(void);
    int sqlite3_create_module(
        sqlite3 *db, const char *zName, const sqlite3_module *p, void *pClientData);
    int sqlite3_create_module_v2(
        sqlite3 *db, const char *zName, const sqlite3_module *p, void *pClientData,
        void (*xDestroy)(void *));
    int sqlite3_drop_modules(sqlite3 *db, const char **azKeep);
    int sqlite3_declare_vtab(sqlite3 *, const char *zSQL);
    int sqlite3_overload_function(sqlite3 *, const char *zFuncName, int nArg);
    typedef struct sqlite3_blob sqlite3_blob;
    int sqlite3_blob_open(
        sqlite3 *, const char *zDb, const char *zTable, const char *zColumn, sqlite3_int64 iRow,
        int flags, sqlite3_blob **ppBlob);
    int sqlite3_blob_reopen(sqlite3_blob *, sqlite3_int64);
    int sqlite3_blob_close(sqlite3_blob *);
    int sqlite3_blob_bytes(sqlite3_blob *);
    int sqlite3_blob_read(sqlite3_blob *, void *Z, int N, int iOffset);
    int sqlite3_blob_write(sqlite3_blob *, const void *z, int n, int iOffset);
    sqlite3_vfs *sqlite3_vfs_find(const char *zVfsName);
    int sqlite3_vfs_register(sqlite3_vfs *, int makeDflt);
    int sqlite3_vfs_unregister(sqlite3_vfs *);
    sqlite3_mutex *sqlite3_mutex_alloc(int);
    void sqlite3_mutex_free(sqlite3_mutex *);
    void sqlite3_mutex_enter(sqlite3_mutex *);
    int sqlite3_mutex_try(sqlite3_mutex *);
    void sqlite3_mutex_leave(sqlite3_mutex *);
    sqlite3_mutex *sqlite3_db_mutex(sqlite3 *);
    int sqlite3_file_control(sqlite3 *, const char *zDbName, int op, void *);
    int sqlite3_test_control(int op, ...);
    int sqlite3_keyword_count(void);
    int sqlite3_keyword_name(int, const char **, int *);
    int sqlite3_keyword_check(const char *, int);
    typedef struct sqlite3_str sqlite3_str;
    sqlite3_str *sqlite3_str_new(sqlite3 *);
    char *sqlite3_str_finish(sqlite3_str *);
    void sqlite3_str_appendf(sqlite3_str *, const char *zFormat, ...);
    void sqlite3_str_append(sqlite3_str *, const char *zIn, int N);
    void sqlite3_str_appendall(sqlite3_str *, const char *zIn);
    void sqlite3_str_appendchar(sqlite3_str *, int N, char C);
    void sqlite3_str_reset(sqlite3_str *);
    int sqlite3_str_errcode(sqlite3_str *);
    int sqlite3_str_length(sqlite3_str *);
    char *sqlite3_str_value(sqlite3_str *);
    int sqlite3_status(int op, int *pCurrent, int *pHighwater, int resetFlag);
    int sqlite3_status64(int op, sqlite3_int64 *pCurrent, sqlite3_int64 *pHighwater, int resetFlag);
    int sqlite3_db_status(sqlite3 *, int op, int *pCur, int *pHiwtr, int resetFlg);
    int sqlite3_stmt_status(sqlite3_stmt *, int op, int resetFlg);
    typedef struct sqlite3_backup sqlite3_backup;
    sqlite3_backup *sqlite3_backup_init(
        sqlite3 *pDest, const char *zDestName, sqlite3 *pSource, const char *zSourceName);
    int sqlite3_backup_step(sqlite3_backup *p, int nPage);
    int sqlite3_backup_finish(sqlite3_backup *p);
    int sqlite3_backup_remaining(sqlite3_backup *p);
    int sqlite3_backup_pagecount(sqlite3_backup *p);
    int sqlite3_unlock_notify(
        sqlite3 *pBlocked, void (*xNotify)(void **apArg, int nArg), void *pNotifyArg);
    int sqlite3_stricmp(const char *, const char *);
    int sqlite3_strnicmp(const char *, const char *, int);
    int sqlite3_strglob(const char *zGlob, const char *zStr);
    int sqlite3_strlike(const char *zGlob, const char *zStr, unsigned int cEsc);
    void sqlite3_log(int iErrCode, const char *zFormat, ...);
    void *sqlite3_wal_hook(sqlite3 *, int (*)(void *, sqlite3 *, const char *, int), void *);
    int sqlite3_wal_autocheckpoint(sqlite3 *db, int N);
    int sqlite3_wal_checkpoint(sqlite3 *db, const char *zDb);
    int sqlite3_wal_checkpoint_v2(sqlite3 *db, const char *zDb, int eMode, int *pnLog, int *pnCkpt);
    int sqlite3_vtab_config(sqlite3 *, int op, ...);
    int sqlite3_vtab_on_conflict(sqlite3 *);
    int sqlite3_vtab_nochange(sqlite3_context *);
    const char *sqlite3_vtab_collation(sqlite3_index_info *, int);
    int sqlite3_vtab_distinct(sqlite3_index_info *);
    int sqlite3_vtab_in(sqlite3_index_info *, int iCons, int bHandle);
    int sqlite3_vtab_in_first(sqlite3_value *pVal, sqlite3_value **ppOut);
    int sqlite3_vtab_in_next(sqlite3_value *pVal, sqlite3_value **ppOut);
    int sqlite3_vtab_rhs_value(sqlite3_index_info *, int, sqlite3_value **ppVal);
    int sqlite3_db_cacheflush(sqlite3 *);
    int sqlite3_system_errno(sqlite3 *);
    unsigned char *sqlite3_serialize(
        sqlite3 *db, const char *zSchema, sqlite3_int64 *piSize, unsigned int mFlags);
    int sqlite3_deserialize(
        sqlite3 *db, const char *zSchema, unsigned char *pData, sqlite3_int64 szDb,
        sqlite3_int64 szBuf, unsigned int mFlags);
    typedef struct sqlite3_rtree_geometry sqlite3_rtree_geometry;
    int sqlite3_rtree_geometry_callback(
        sqlite3 *db, const char *zGeom,
        int (*xGeom)(sqlite3_rtree_geometry *, int, sqlite3_rtree_dbl *, int *), void *pContext);
    typedef struct sqlite3_rtree_query_info sqlite3_rtree_query_info;
    int sqlite3_rtree_query_callback(
        sqlite3 *db, const char *zQueryFunc, int (*xQueryFunc)(sqlite3_rtree_query_info *),
        void *pContext, void (*xDestructor)(void *));
    """
}

/// Refuses a null pointer where the library promises none.
private func requireAddress(
  _ address: RemoteAddress, of name: String, in symbol: String
) throws(BridgeError) {
  if !address.isNull { return }
  throw BridgeError(.unexpectedNull, "\(name) came back as a null pointer", symbol: symbol)
}
