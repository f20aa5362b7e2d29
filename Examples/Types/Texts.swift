import ArchBridge

/// Strings in, out and given away; encodings; wide text.
func texts() throws {
  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      size_t strlen(const char *text);
      char *getenv(const char *name);
      char *strchr(const char *text, int character);
      char *strcpy(char *to, const char *from);
      size_t wcslen(const wchar_t *text);
      wchar_t *wcscpy(wchar_t *to, const wchar_t *from);
      __attribute__((annotate("archbridge:free=free"))) char *strdup(const char *text);
      """)

    let count: Int = try libc.strlen("Größe")
    let latin: Int = try libc.strlen(Text("Größe", encoding: .latin1))
    let bytes: Int = try libc.strlen(Text(bytes: [0x47, 0xF6, 0xDF]))
    print("texts:", count, latin, bytes)

    let rest: String = try libc.strchr("key=value", 0x3D)
    let missing: String? = try libc.getenv("NO_SUCH_VARIABLE")
    print("texts:", rest, missing ?? "none")

    let buffer = Out<String>(capacity: 64)
    let _: RemoteAddress = try libc.strcpy(buffer, "copied")
    print("texts:", buffer.value)

    let wideBuffer = Out<String>(capacity: 16)
    let characters: Int = try libc.wcslen("Größe")
    let _: RemoteAddress = try libc.wcscpy(wideBuffer, "Größe")
    print("texts:", characters, wideBuffer.value)

    let duplicate: String = try libc.strdup("given away")
    print("texts:", duplicate)

    do {
      let _: Int = try libc.strlen(Text("5 €", encoding: .latin1))
    } catch let error as BridgeError where error.code == .invalidText {
      print("texts:", error)
    }
    do {
      let _: String = try libc.getenv("NO_SUCH_VARIABLE")
    } catch let error as BridgeError where error.code == .unexpectedNull {
      print("texts:", error)
    }
  }

  try withLibrary("libsqlite3.so.0") { sqlite in
    try sqlite.declare("char *sqlite3_mprintf(const char *format, ...); void sqlite3_free(void *);")

    let address: RemoteAddress = try sqlite.sqlite3_mprintf("%Q", "it's")
    let quoted = try sqlite.memory.takeText(address, freeingWith: "sqlite3_free")
    print("texts:", quoted)
  }
}
