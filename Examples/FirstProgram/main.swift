import ArchBridge

try withLibrary("libz.so.1") { zlib in
  try zlib.declare("unsigned long crc32(unsigned long crc, const char *buf, unsigned int len);")

  let version: String = try zlib.zlibVersion()
  let checksum: UInt32 = try zlib.crc32(0, "hello", 5)

  print("32-bit zlib \(version) says that the checksum is \(checksum)")
}
