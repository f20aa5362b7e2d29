// Records a session, answers it again without the library, and looks into one.
// Its argument is the file to record to.
import ArchBridge
import CoreMetrics
import Logging

/// The program's own code, which knows nothing of recordings.
func checksum(of text: String, with zlib: LibraryClient) throws -> UInt32 {
  try zlib.declare("unsigned long crc32(unsigned long crc, const char *buf, unsigned int len);")
  return try zlib.crc32(0, text, text.utf8.count)
}

let archive = CommandLine.arguments[1]

let recorded = try withSession(LibraryClient("libz.so.1", recording: archive)) { zlib in
  try checksum(of: "hello", with: zlib)
}
let replayed = try withSession(LibraryClient(replaying: archive)) { zlib in
  try checksum(of: "hello", with: zlib)
}
print("recorded \(recorded), replayed \(replayed)")

do {
  try withSession(LibraryClient(replaying: archive)) { zlib in
    _ = try checksum(of: "hallo", with: zlib)
  }
} catch let error as BridgeError where error.code == .replayMismatch {
  print(error)
}

/// A client with functions of its own takes a configuration, and needs nothing more.
final class Checksums: LibraryClient, @unchecked Sendable {
  init(_ configuration: Configuration = Configuration()) throws(BridgeError) {
    try super.init("libz.so.1", configuration: configuration)
  }
}

let checksums = try Checksums(.init(archive: .replaying(archive)))
print("a client of one's own: \(try checksum(of: "hello", with: checksums))")
checksums.close()

var configuration = LibraryClient.Configuration(name: "checksums")
configuration.trace = { call in
  guard call.kind == .call else { return }
  print("\(call.function)(\(call.arguments.joined(separator: ", "))) = \(call.result ?? "")")
}
configuration.logger = Logger(label: "com.example.checksums")
configuration.metrics = MetricsSystem.factory

try withLibrary("libz.so.1", configuration: configuration) { zlib in
  _ = try checksum(of: "hello", with: zlib)
}
