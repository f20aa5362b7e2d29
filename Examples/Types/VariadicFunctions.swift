import ArchBridge

/// Functions with `...`, whose further arguments C promotes.
func variadicFunctions() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare("int snprintf(char *text, size_t capacity, const char *format, ...);")

    let text = Out<String>(capacity: 64)
    let count: Int = try libc.snprintf(
      text, 64, "%d %s %.2f %lld %u", -5, "five", Float(1.5), Int64(1) << 40, UInt16(7))
    print("variadic:", text.value, count)

    let further: [(any LibraryArgument)?] = [1, 2, 3]
    let _: Int = try libc.snprintf.call([text, 64, "%d %d %d"] + further)
    print("variadic:", text.value)

    do {
      let _: Int = try libc.snprintf(text, 64, "%lld", 1 << 40)
    } catch let error as BridgeError where error.code == .valueOutOfRange {
      print("variadic:", error)
    }
  }
}
