import ArchBridge

/// Variables that the C library exports.
func variables() throws {
  let configuration = LibraryClient.Configuration(environment: ["TZ": "CET-1"])
  try withLibrary("libc.so.6", configuration: configuration) { libc in
    try libc.declare(
      """
      extern int optind;
      extern long timezone;
      extern char *tzname[2];
      extern const struct in6_addr { unsigned char bytes[16]; } in6addr_loopback;
      void tzset(void);
      """)

    let index: Int = try libc.variable("optind").get()
    try libc.variable("optind").set(index + 4)
    let changed: Int = try libc.variable("optind").get()
    print("variables:", index, changed)

    try libc.tzset()
    let seconds: Int = try libc.variable("timezone").get()
    let names = try libc.memory.readTexts(at: libc.variable("tzname").address(), count: 2)
    print("variables:", seconds, names[0] ?? "none")

    let loopback: Structure = try libc.variable("in6addr_loopback").get()
    let bytes: [UInt8] = try loopback.bytes
    print("variables:", bytes.count, bytes[15])

    do {
      try libc.variable("in6addr_loopback").set(loopback)
    } catch let error as BridgeError where error.code == .typeMismatch {
      print("variables:", error)
    }
    do {
      let _: Int = try libc.variable("opterr").get()
    } catch let error as BridgeError where error.code == .invalidDeclaration {
      print("variables:", error.message.prefix(65))
    }
  }
}
