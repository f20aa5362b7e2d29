import ArchBridge

/// Swift closures that C functions call, for one call and for longer.
func callbacks() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      typedef int (*compare_function)(const void *, const void *);
      void qsort(void *base, size_t count, size_t size, compare_function compare);
      int abs(int value);
      """)

    let numbers = InOut<[Int32]>([5, -3, 9, 0, 2])
    try libc.qsort(
      numbers, 5, 4,
      Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
        let left = try libc.memory.read(Int32.self, at: a)
        let right = try libc.memory.read(Int32.self, at: b)
        return left < right ? -1 : left > right ? 1 : 0
      })
    print("callbacks:", numbers.value)

    // A closure may call the library in turn.
    try libc.qsort(
      numbers, 5, 4,
      Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
        let left: Int32 = try libc.abs(libc.memory.read(Int32.self, at: a))
        let right: Int32 = try libc.abs(libc.memory.read(Int32.self, at: b))
        return left - right
      })
    print("callbacks:", numbers.value)

    // What it throws is thrown by the call.
    struct Stop: Error {}
    do {
      try libc.qsort(
        numbers, 5, 4,
        Callback { (_: RemoteAddress, _: RemoteAddress) -> Int32 in throw Stop() })
    } catch let error as BridgeError where error.code == .callbackFailed {
      print("callbacks:", error, error.underlyingError is Stop)
    }

    // A function's address is a function pointer, and a function pointer can be called.
    let address = try libc.abs.address()
    let function = try libc.functionPointer(at: address, as: "int (*)(int)")
    let positive: Int = try function(-7)
    print("callbacks:", positive)
  }

  try withLibrary("libsqlite3.so.0") { sqlite in
    try sqlite.declare(
      """
      typedef struct sqlite3 sqlite3;
      int sqlite3_open(const char *name, sqlite3 **database);
      int sqlite3_close(sqlite3 *database);
      int sqlite3_exec(sqlite3 *database, const char *sql,
        int (*row)(void *, int count, char **values, char **names), void *, char **message);
      int sqlite3_create_function(sqlite3 *database, const char *name, int count, int encoding,
        void *data, void (*function)(struct context *, int count, struct value **values),
        void (*step)(struct context *, int, struct value **), void (*final)(struct context *));
      double sqlite3_value_double(struct value *value);
      void sqlite3_result_double(struct context *context, double result);
      """)
    let database = Out<RemoteAddress>()
    let _: Int = try sqlite.sqlite3_open(":memory:", database)

    // The library keeps this function: it is registered.
    let half = try sqlite.register {
      (context: RemoteAddress, count: Int32, values: RemoteAddress) in
      let value = try sqlite.memory.read(RemoteAddress.self, at: values)
      let number: Double = try sqlite.sqlite3_value_double(value)
      try sqlite.sqlite3_result_double(context, number / 2)
    }
    let _: Int = try sqlite.sqlite3_create_function(
      database.value, "half", 1, 1, nil, half, nil, nil)

    var rows: [[String?]] = []
    let _: Int = try sqlite.sqlite3_exec(
      database.value, "SELECT half(5), NULL UNION SELECT 'text', 7",
      Callback { (_: RemoteAddress?, count: Int32, values: RemoteAddress, _: RemoteAddress) in
        rows.append(try sqlite.memory.readTexts(at: values, count: Int(count)))
        return Int32(0)
      }, nil, nil)
    print("callbacks:", rows.map { $0.map { $0 ?? "NULL" } })

    let _: Int = try sqlite.sqlite3_close(database.value)
    try half.remove()
  }
}
