import ArchBridge

// A database in the memory of a 32-bit SQLite, through the client that `archbridge generate` wrote
// from sqlite3.h.

let sqlite = try SQLite()
let database = try sqlite.sqlite3_open(":memory:")
try sqlite.sqlite3_exec(database, "CREATE TABLE reading (day INTEGER, place TEXT, volts REAL)")

// Rows go in through a prepared statement.
let places = ["cellar", "roof", "Größe 3"]
try sqlite.sqlite3_exec(database, "BEGIN")
let insert = try sqlite.sqlite3_prepare_v2(
  database, "INSERT INTO reading VALUES (?, ?, ?)", -1)
for day in 0..<10_000 {
  try sqlite.sqlite3_bind_int(insert, 1, Int32(day))
  try sqlite.sqlite3_bind_text(insert, 2, places[day % 3], -1, SQLite.SQLITE_TRANSIENT)
  try sqlite.sqlite3_bind_double(insert, 3, 1.5 * Double(day))
  try sqlite.sqlite3_step(insert)
  try sqlite.sqlite3_reset(insert)
}
try sqlite.sqlite3_finalize(insert)
try sqlite.sqlite3_exec(database, "COMMIT")

// SQLite hands out rows by calling a function: a Swift closure.
var rows = 0
var total = 0.0
try sqlite.sqlite3_exec(database, "SELECT day, place, volts FROM reading") { count, values, _ in
  let row = try sqlite.memory.readTexts(at: values ?? .null, count: Int(count))
  if rows == 2 { print("the third row:", row.map { $0 ?? "NULL" }) }
  rows += 1
  total += Double(row[2] ?? "") ?? 0
  return 0
}
print("\(rows) rows, \(total) volts in all")

// A status that means failure is an error with SQLite's own message.
do {
  try sqlite.sqlite3_exec(database, "SELECT * FROM no_such_table")
} catch {
  print(error)
}
try sqlite.sqlite3_close(database)
sqlite.close()
