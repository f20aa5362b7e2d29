import ArchBridge

/// The flags of `fnmatch` as a set of options.
struct MatchFlags: LibraryEnumeration, OptionSet {
  let rawValue: Int32
  static let pathName = MatchFlags(rawValue: 1)
  static let period = MatchFlags(rawValue: 4)
  static let ignoringCase = MatchFlags(rawValue: 16)
}

/// What `fnmatch` returns.
struct MatchResult: LibraryEnumeration {
  let rawValue: Int32
  static let match = MatchResult(rawValue: 0)
  static let noMatch = MatchResult(rawValue: 1)
}

/// Constants, enumerations and sets of options.
func enumerations() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      enum fnm { FNM_PATHNAME = 1, FNM_PERIOD = 4, FNM_CASEFOLD = 1 << 4, FNM_NOMATCH = 1 };
      int fnmatch(const char *pattern, const char *name, enum fnm flags);
      """)

    let caseFold = try libc.constant("FNM_CASEFOLD")
    let status: Int = try libc.fnmatch("*.TXT", "notes.txt", caseFold)
    print("enumerations:", caseFold, status)

    let result: MatchResult = try libc.fnmatch(
      "*.TXT", ".txt", MatchFlags([.period, .ignoringCase]))
    print("enumerations:", result == .noMatch)

    do {
      let _: Int = try libc.fnmatch("*", "notes", -1)
    } catch let error as BridgeError where error.code == .valueOutOfRange {
      print("enumerations:", error)
    }
    do {
      _ = try libc.constant("FNM_CASEFOLDING")
    } catch let error as BridgeError where error.code == .symbolNotFound {
      print("enumerations:", error)
    }
  }
}
