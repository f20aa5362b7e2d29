import ArchBridge
import Foundation
import Testing

/// What a library that tries everything gets at each level.
@Suite(.fixtures, .timeLimit(.minutes(4))) struct ConfinementTests {
  typealias Confinement = LibraryClient.Configuration.Confinement

  /// From which level on an attempt fails, and how.
  private static let refused: [(level: Int, code: Int32, names: String)] = [
    (
      1, EPERM,
      """
      socket_inet socket_inet6 socket_unix socket_netlink socket_packet socket_direct socket_pair
      connect_inet thread_socket process_namespace other_signal other_thread_signal other_trace
      other_memory other_limits other_descriptor kernel_uring kernel_faults kernel_personality
      kernel_mount kernel_unshare kernel_keys kernel_bpf kernel_perf kernel_module kernel_handler
      kernel_terminal
      """
    ),
    (1, EACCES, "other_memory_file"),
    (1, ENOSYS, "kernel_newest"),
    (
      2, EACCES,
      """
      file_write file_create file_empty file_folder file_symlink file_fifo file_device file_link
      file_rename file_remove
      """
    ),
    (2, EPERM, "file_empty_reading file_mode file_owner file_times"),
    (3, EACCES, "file_read file_list other_environment other_command"),
    (
      3, EPERM,
      """
      file_watch program_start program_memory process_fork process_shell other_group_signal
      other_descriptor_signal other_priority shared_segment
      """
    ),
    (4, 0, "file_library file_null thread_start own_signal own_limits"),
  ]

  /// What each attempt comes to at a level.
  static func expected(_ level: Int) -> [String: Int32] {
    var expected: [String: Int32] = [:]
    for row in refused {
      for name in row.names.split(whereSeparator: \.isWhitespace) {
        expected[String(name)] = level >= row.level ? row.code : 0
      }
    }
    return expected
  }

  /// Those that came to something else.
  private func differences(_ found: [String: Int32], _ expected: [String: Int32]) -> [String] {
    Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
      .map { "\($0): \(found[$0].map(String.init) ?? "none")" }.sorted()
  }

  @Test(arguments: Architecture.all)
  func `without confinement every attempt succeeds`(_ architecture: Architecture) throws {
    let found = try EscapeFixture().attempts(architecture, .init())
    // What this kernel was built without cannot succeed.
    let lacking = Set(found.filter { $0.key.hasPrefix("kernel_") && $0.value == ENOSYS }.keys)
    #expect(lacking.isSubset(of: ["kernel_module", "kernel_newest"]))
    let expected = Self.expected(0).filter { !lacking.contains($0.key) }
    #expect(differences(found.filter { !lacking.contains($0.key) }, expected) == [])
  }

  @Test(arguments: Architecture.all, [1, 2, 3])
  func `each level refuses what it says`(_ architecture: Architecture, _ level: Int) throws {
    let levels: [Confinement] = [.none, .noNetwork, .readOnlyFiles(), .strict]
    let found = try EscapeFixture().attempts(architecture, .init(confinement: levels[level]))
    #expect(differences(found, Self.expected(level)) == [])
  }

  @Test func `pipes carry a confined session as well`() throws {
    let found = try EscapeFixture().attempts(.i386, .init(channel: .pipe, confinement: .strict))
    #expect(differences(found, Self.expected(3)) == [])
  }

  @Test(arguments: [1, 2, 5] as [UInt32])
  func `an older Landlock keeps back the same, or refuses`(_ version: UInt32) throws {
    var strict = Confinement.strict
    strict.newestLandlock = version
    var expected = Self.expected(3)
    // A file's emptying is seccomp's to refuse there.
    if version < 3 { expected["file_empty"] = EPERM }
    let found = try EscapeFixture().attempts(.i386, .init(confinement: strict))
    #expect(differences(found, expected) == [])

    var files = Confinement.readOnlyFiles()
    files.newestLandlock = version
    expect(.confinementUnavailable, "Landlock 6", "it has \(version)") {
      _ = try withFixture("escape", configuration: .init(confinement: files)) { _ in }
    }
    files.allowsSignals = true
    expected = Self.expected(2)
    if version < 3 { expected["file_empty"] = EPERM }
    for name in ["other_signal", "other_thread_signal"] { expected[name] = 0 }
    let signalling = try EscapeFixture().attempts(.i386, .init(confinement: files))
    #expect(differences(signalling, expected) == [])
  }

  @Test(arguments: Architecture.all)
  func `folders that stay writable are`(_ architecture: Architecture) throws {
    for strict in [false, true] {
      let fixture = try EscapeFixture()
      let confinement: Confinement =
        strict ? .strict(writing: [fixture.folder]) : .readOnlyFiles([fixture.folder])
      let found = try fixture.attempts(architecture, .init(confinement: confinement))
      var expected = Self.expected(strict ? 3 : 2)
      for name in ConfinementTests.refused[3].names.split(whereSeparator: \.isWhitespace) {
        expected[String(name)] = 0
      }
      if strict { for name in ["file_read", "file_list"] { expected[name] = 0 } }
      #expect(differences(found, expected) == [])
    }
  }

  @Test func `a folder that is readable is, and is not writable`() throws {
    let fixture = try EscapeFixture()
    let found = try fixture.attempts(
      .i386, .init(confinement: .strict(reading: [fixture.folder])))
    #expect(found["file_read"] == 0 && found["file_list"] == 0 && found["file_write"] == EACCES)
  }

  @Test func `a path that is not there is an error`() {
    expect(.confinementUnavailable, "/no/such/folder") {
      _ = try withFixture(
        "escape", configuration: .init(confinement: .readOnlyFiles(["/no/such/folder"]))
      ) { _ in }
    }
  }

  @Test(arguments: Architecture.all)
  func `a library has no descriptors but the helper's`(_ architecture: Architecture) throws {
    let configuration = LibraryClient.Configuration(confinement: .strict)
    let bits: Int32 = try withFixture("escape", architecture, configuration: configuration) {
      try $0.declare(EscapeFixture.declarations)
      return try $0.inherited_descriptors()
    }
    #expect(bits & ~0xFF == 0)
  }
}
