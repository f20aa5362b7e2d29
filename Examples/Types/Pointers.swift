import ArchBridge

/// Arrays in and out, results through pointers, pointers to pointers, memory that stays.
func pointers() throws {
  try withLibrary("libm.so.6") { libm in
    try libm.declare("double frexp(double x, int *exponent);")

    let exponent = Out<Int32>()
    let fraction: Double = try libm.frexp(48, exponent)
    print("pointers:", fraction, exponent.value)
  }

  try withLibrary("libz.so.1") { zlib in
    try zlib.declare(
      """
      unsigned long adler32(unsigned long adler, const unsigned char *bytes, unsigned int count);
      int compress(unsigned char *to, unsigned long *to_count,
                   const unsigned char *from, unsigned long count);
      """)

    let checksum: UInt32 = try zlib.adler32(1, [UInt8(104), 105], 2)

    let text = [UInt8](repeating: 0x61, count: 1_000)
    let packed = Out<[UInt8]>(count: 100)
    let packedCount = InOut(100)
    let status: Int32 = try zlib.compress(packed, packedCount, text, text.count)
    print("pointers:", checksum, status, packed.value.prefix(packedCount.value).count)
  }

  try withLibrary("libc.so.6", configuration: .init(environment: ["TZ": "UTC"])) { libc in
    try libc.declare(
      """
      void swab(const void *from, void *to, int byte_count);
      char *ctime(const long *seconds);
      long strtol(const char *text, char **end, int base);
      int getsubopt(char **options, char *const *names, char **value);
      """)

    let swapped = Out<[Int16]>(count: 2)
    try libc.swab([Int16(0x0102), 0x0304], swapped, 4)
    print("pointers:", swapped.value.map { String($0, radix: 16) })

    // A number where C has a pointer to one goes by reference.
    let date: String = try libc.ctime(1_000_000_000)
    print("pointers:", date.prefix(24))

    // What the library keeps or points into has to outlive the call.
    let text = try libc.memory.allocate(copying: "1234 apples")
    let end = Out<RemoteAddress>()
    let number: Int = try libc.strtol(text, end, 10)
    let rest = try libc.memory.readText(end.value, limit: 32)
    try libc.memory.free(text)
    print("pointers:", number, rest)

    let options = try libc.memory.allocate(copying: "ro,size=10")
    let next = InOut(options)
    let value = Out<RemoteAddress>()
    let names = ["rw", "ro", "size"]
    let first: Int = try libc.getsubopt(next, names, value)
    let second: Int = try libc.getsubopt(next, names, value)
    let size = try libc.memory.readText(value.value, limit: 16)
    try libc.memory.free(options)
    print("pointers:", names[first], names[second], size)

    let samples = try libc.memory.allocate(copying: [1.5, 2.5, 3.5])
    try libc.memory.write([20.5], to: samples.advanced(by: 8))
    let numbers = try libc.memory.read(Double.self, at: samples, count: 3)
    try libc.memory.free(samples)
    print("pointers:", numbers)

    do {
      _ = try libc.memory.read(Double.self, at: RemoteAddress(rawValue: 16))
    } catch let error as BridgeError where error.code == .badAddress {
      print("pointers:", error)
    }
  }
}
