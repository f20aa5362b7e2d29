import ArchBridge
import Glibc

extension FuzzTarget {
  /// A recording that a session is answered from; its checksums are made to fit.
  static let archives = FuzzTarget(name: "archives") { bytes in
    var name = Array("/dev/shm/archbridge-fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    require(descriptor >= 0 && unlink(name) == 0, "no memory for a file")
    defer { close(descriptor) }
    let sealed = sealed(bytes)
    require(write(descriptor, sealed, sealed.count) == sealed.count, "no memory for a file")
    var configuration = LibraryClient.Configuration(timeout: .milliseconds(20))
    configuration.archive = .replaying("/proc/self/fd/\(descriptor)")
    configuration.output = .handler { _ in }
    do {
      let client = try LibraryClient("libcallbacks.so", configuration: configuration)
      defer { client.close() }
      try replay(client)
    } catch let error as BridgeError {
      require(!error.description.isEmpty, "an error without text")
      guard let crash = error.crash else { return }
      require(crash.frames.count <= 64, "\(crash.frames.count) frames")
      require(crash.report.utf8.count < 400_000, "a report of \(crash.report.utf8.count) bytes")
    } catch {
      fatalError("another error: \(error)")
    }
  }

  /// What the recorded session did; `fixtures/recordings` has it.
  private static func replay(_ lib: LibraryClient) throws {
    try lib.declare("int apply_int(int (*function)(int), int value);")
    for value in 0..<2 {
      let _: Int = try lib.apply_int(Callback { (value: Int32) -> Int32 in value + 1 }, value)
    }
    let _: Int = try lib.apply_on_thread(Callback { (value: Int32) -> Int32 in value }, 4)
    let text: String = try lib.strdup("text")
    require(text.utf8.count <= 3 * 65_536, "a text of \(text.utf8.count) bytes")
    let _: Int32 = try lib.raise(11)
  }

  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 32 else { return bytes }
    var bytes = bytes
    var offset = 16 + Int(number(bytes, at: 12, count: 4))
    while offset + 16 <= bytes.count {
      let count = number(bytes, at: offset + 8, count: 8)
      guard count <= UInt64(bytes.count - offset - 16) else { break }
      let end = offset + 16 + Int(count)
      let sum = checksum(bytes[offset], bytes[(offset + 16)..<end])
      for index in 0..<4 {
        bytes[offset + 4 + index] = UInt8(truncatingIfNeeded: sum >> (8 * UInt32(index)))
      }
      offset = end
    }
    return bytes
  }

  /// As `ArchiveRecord` has it: FNV-1a over words.
  private static func checksum(_ kind: UInt8, _ contents: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(kind)
    func add(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
    var rest = contents
    while rest.count >= 8 {
      add(rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
      rest = rest.dropFirst(8)
    }
    for byte in rest { add(UInt64(byte)) }
    add(UInt64(contents.count))
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
