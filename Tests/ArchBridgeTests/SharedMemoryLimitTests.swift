import ArchBridge
import Glibc
import Testing

/// Shared memory where the system gives less of it, each in a process of its own.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct SharedMemoryLimitTests {
  /// Sets a limit of this process, for its helpers too.
  private static func limit(_ resource: __rlimit_resource, to value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// What works with any limit: an array as long as two messages.
  private static func add(_ lib: LibraryClient) throws {
    try lib.declare(Bulk.declarations)
    let sum: Double = try lib.sum([Double](repeating: 1, count: 20_000), 20_000)
    try #require(sum == 20_000)
  }

  @Test func `files may be shorter than the memory would be`() async {
    await #expect(processExitsWith: .success) {
      Self.limit(RLIMIT_FSIZE, to: 8 << 20)
      try withFixture("bulk") { lib in
        try Self.add(lib)
        _ = try SharedBuffer<UInt8>(count: 5_000_000, in: lib)
        expect(.tooLarge, "9000000") { _ = try SharedBuffer<UInt8>(count: 9_000_000, in: lib) }
        try Self.add(lib)
      }
    }
  }

  @Test func `files may be too short for anything but messages`() async {
    await #expect(processExitsWith: .success) {
      Self.limit(RLIMIT_FSIZE, to: 400_000)
      try withFixture("bulk") { lib in
        try Self.add(lib)
        expect(.system) { _ = try SharedBuffer<UInt8>(count: 5, in: lib) }
      }
    }
  }

  @Test func `addresses may be fewer than the memory has`() async {
    await #expect(processExitsWith: .success) {
      Self.limit(RLIMIT_AS, to: 3 << 30)
      try withFixture("bulk", .x86_64) { lib in
        try Self.add(lib)
        _ = try SharedBuffer<UInt8>(count: 50_000_000, in: lib)
        expect(.tooLarge) { _ = try SharedBuffer<UInt8>(count: 3_500_000_000, in: lib) }
        try Self.add(lib)
      }
    }
  }

  @Test func `memory goes back when its session and its buffers are gone`() async {
    await #expect(processExitsWith: .success) {
      for _ in 0..<3 { try Self.useMemory() }
      let before = Self.sharedByteCount
      for _ in 0..<5 { try Self.useMemory() }
      try #require(Self.sharedByteCount <= before + 10_000_000)
    }
  }

  private static func useMemory() throws {
    var buffer: SharedBuffer<UInt8>?
    try withFixture("bulk") { lib in
      buffer = try SharedBuffer(repeating: 1, count: 50_000_000, in: lib)
      try add(lib)
    }
    try #require(buffer?[49_999_999] == 1)
    buffer = nil
  }

  /// How much memory that is shared this process has touched.
  private static var sharedByteCount: Int {
    guard let file = fopen("/proc/self/statm", "r") else { return .max }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 200)
    fgets(&text, 200, file)
    let fields = String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
    )
    .split(separator: " ")
    return fields.count > 2 ? (Int(fields[2]) ?? .max) * 4_096 : .max
  }
}
