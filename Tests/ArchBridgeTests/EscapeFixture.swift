import ArchBridge
import Foundation
import Glibc
import Testing

/// A folder with files, a process and a listener, at which a library may try what it is kept from.
final class EscapeFixture {
  let folder = NSTemporaryDirectory() + "archbridge-escape-\(UUID().uuidString)"
  /// A process that sleeps.
  let victim: Int32
  private let listener: Int32
  private let port: Int32

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["file", "removed"] {
      try Data("text".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    var victim: Int32 = 0
    var arguments = [strdup("sleep"), strdup("1000"), nil]
    let failure = posix_spawn(&victim, "/bin/sleep", nil, nil, &arguments, environ)
    for argument in arguments { free(argument) }
    try #require(failure == 0)
    self.victim = victim
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var byteCount = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, byteCount) == 0 && listen(listener, 8) == 0
          && getsockname(listener, address, &byteCount) == 0
      }
    }
    self.listener = listener
    port = bound ? Int32(UInt16(bigEndian: address.sin_port)) : 0
  }

  deinit {
    kill(victim, SIGKILL)
    waitpid(victim, nil, 0)
    close(listener)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What came of each attempt: 0, or C's `errno`.
  func attempts(
    _ architecture: Architecture, _ configuration: LibraryClient.Configuration
  ) throws -> [String: Int32] {
    try withFixture("escape", architecture, configuration: configuration) { library in
      try attempts(library)
    }
  }

  func attempts(_ library: LibraryClient) throws -> [String: Int32] {
    try library.declare(EscapeFixture.declarations)
    try library.set_targets(folder, victim, port) as Void
    var results: [String: Int32] = [:]
    for index in 0... {
      guard let name: String = try library.call("attempt_name", index, as: String?.self) else {
        return results
      }
      results[name] = try library.call("attempt", name, as: Int32.self)
    }
    return results
  }

  static let declarations = """
    void set_targets(const char *folder, int victim, int port);
    const char *attempt_name(int index);
    int attempt(const char *name);
    int foreign_process_id(void);
    int foreign_socket(void);
    int socket_with_signals_blocked(void);
    int use_processor(void);
    int allocate_megabytes(int limit);
    int open_descriptors(int limit);
    int inherited_descriptors(void);
    int write_bytes(const char *path, int count);
    int open_error(const char *path, int flags);
    """
}
