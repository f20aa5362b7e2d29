import ArchBridge

// The library is loaded once, and makes its tables; each client has a copy of what is there then.
let warm = try WarmHelper("libz.so.1") { zlib in
  _ = try zlib.call("get_crc_table", as: RemoteAddress.self)
}

for text in ["one", "two"] {
  try withLibrary("libz.so.1", configuration: warm.configuration) { zlib in
    let checksum: UInt32 = try zlib.crc32(0, text, text.utf8.count)
    print("\(text): \(checksum)")
  }
}

/// A client of one's own starts warm where it hands its configuration on.
final class Checksums: LibraryClient, @unchecked Sendable {
  init(_ configuration: Configuration = Configuration()) throws(BridgeError) {
    try super.init("libz.so.1", configuration: configuration)
    try declare("unsigned long adler32(unsigned long adler, const char *buf, unsigned int len);")
  }

  func checksum(_ text: String) throws(BridgeError) -> Int {
    try library.adler32(1, text, text.utf8.count)
  }
}

try withSession(Checksums(warm.configuration)) { client in
  print("three: \(try client.checksum("three"))")
}

// Its own are what a client says, prints and waits for.
var configuration = warm.configuration
configuration.timeout = .seconds(5)
configuration.output = .standardError

let last = try LibraryClient("libz.so.1", configuration: configuration)
warm.close()  // the helper goes when the last client has
let version: String = try last.zlibVersion()
print("still there:", version.hasPrefix("1."))
last.close()
