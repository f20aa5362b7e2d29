import ArchBridge

/// C's `div_t` as Swift's own structure.
struct Division: LibraryStructure {
  static let cType = "div_t"
  var quotient: Int32 = 0, remainder: Int32 = 0

  init() {}
  init(fields: Structure) throws(BridgeError) {
    quotient = try fields.quot
    remainder = try fields.rem
  }
  func write(to fields: inout Structure) throws(BridgeError) {
    try fields.set("quot", quotient)
    try fields.set("rem", remainder)
  }
}

/// Structures of the C library: by value, by pointer, with text and nested arrays.
func structures() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      typedef struct { int quot; int rem; } div_t;
      div_t div(int number, int divisor);
      struct tm {
        int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
        long tm_gmtoff; const char *tm_zone;
      };
      struct tm *gmtime_r(const long *seconds, struct tm *time);
      long timegm(struct tm *time);
      """)

    let division: Structure = try libc.div(17, 5)
    let quotient: Int = try division.quot
    print("structures:", division, quotient)

    let typed: Division = try libc.div(17, 5)
    print("structures:", typed.quotient, typed.remainder)

    let time = InOut(try libc.structure("struct tm"))
    let _: RemoteAddress = try libc.gmtime_r(1_000_000_000, time)
    let (year, hour): (Int, Int) = (try time.value.tm_year, try time.value.tm_hour)
    print("structures:", year + 1_900, hour)

    var newYear = try libc.structure("struct tm", ["tm_year": 100, "tm_mday": 1])
    try newYear.set("tm_hour", 12)
    let seconds: Int = try libc.timegm(InOut(newYear))
    print("structures:", seconds)

    do {
      try newYear.set("tm_colour", 1)
    } catch let error as BridgeError where error.code == .typeMismatch {
      print("structures:", error.message.prefix(52))
    }
  }
}
