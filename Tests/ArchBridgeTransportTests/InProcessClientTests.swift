import ArchBridge
import ArchBridgeTesting
import Testing

@Suite struct InProcessClientTests {
  @Test func `a library is called in this process`() throws {
    let result: Double = try withSession(LibraryClient.inProcess("libm.so.6")) { lib in
      try lib.cos(1.234)
    }
    #expect(result == 0.33046510807172985)
  }

  @Test func `the client has no helper`() throws {
    #expect(try LibraryClient.inProcess("libm.so.6").helperProcessID == 0)
  }

  @Test func `text and memory cross as they do to a helper`() throws {
    let lib = try LibraryClient.inProcess("libc.so.6")
    try lib.declare("char *strcpy(char *to, const char *from);")
    let address: RemoteAddress = try lib.calloc(16, 1)
    _ = try lib.call("strcpy", address, "helper", as: String.self)
    #expect(try lib.memory.readText(address) == "helper")
  }

  @Test func `memory is shared with oneself`() throws {
    let lib = try LibraryClient.inProcess("libc.so.6")
    try lib.declare("void *memset(void *memory, int value, size_t count);")
    let buffer = try SharedBuffer<UInt8>(count: 10_000_000, in: lib)
    let address: RemoteAddress = try lib.memset(buffer, 7, buffer.count)
    #expect(address == buffer.address)
    #expect(buffer[0] == 7 && buffer[9_999_999] == 7)
    let bytes = InOut([UInt8](repeating: 1, count: 100_000))
    let _: RemoteAddress = try lib.memset(bytes, 9, 50_000)
    #expect(bytes.value.reduce(0) { $0 + Int($1) } == 500_000)
  }

  @Test func `what is written before an argument is found in this process too`() throws {
    let lib = try LibraryClient.inProcess(
      "libc.so.6", configuration: .init(architecture: .x86_64, guardsBuffers: true))
    defer { lib.close() }
    try lib.declare(
      """
      void *bsearch(const void *key, const void *base, unsigned long count, unsigned long size,
                    int (*compare)(const void *, const void *));
      """)
    let keys: [Int32] = [7]
    func search(_ written: Int) throws {
      let compare = Callback { (key: RemoteAddress, _: RemoteAddress) throws -> Int32 in
        let address = RemoteAddress(rawValue: key.rawValue &+ UInt64(bitPattern: Int64(written)))
        try lib.memory.write([UInt8(65)], to: address)
        return 0
      }
      let _: RemoteAddress = try lib.bsearch(keys, [1, 2, 3] as [Int32], 3, 4, compare)
    }
    try search(0)
    let error = #expect(throws: BridgeError.self) { try search(-1) }
    #expect(error?.code == .bufferOverrun)
    #expect(
      error?.message.hasPrefix(
        "argument 1 ('key', 4 bytes) was written before its beginning, at byte -1: 41") == true)
    try search(3)
  }

  @Test func `a closed client is closed`() throws {
    let lib = try LibraryClient.inProcess("libm.so.6")
    lib.close()
    #expect { let _: Double = try lib.cos(1.0) } throws: { error in
      (error as? BridgeError)?.code == .sessionClosed
    }
  }

  @Test func `another architecture is refused`() {
    #expect {
      try LibraryClient.inProcess(
        "libm.so.6", configuration: LibraryClient.Configuration(architecture: .i386))
    } throws: { error in
      (error as? BridgeError)?.code == .helperIncompatible
    }
  }

  @Test func `a library that is not there is refused`() {
    #expect {
      try LibraryClient.inProcess("libnowhere.so.9")
    } throws: { error in
      (error as? BridgeError)?.code == .libraryNotFound
    }
  }
}

extension InProcessClientTests {
  @Test func `closures are called, nested and from the library's threads`() throws {
    let libc = try LibraryClient.inProcess("libc.so.6")
    defer { libc.close() }
    var calls = 0
    let numbers = InOut<[Int32]>([3, 1, 2])
    try libc.call(
      "qsort", numbers, UInt64(3), UInt64(4),
      Callback { (a: RemoteAddress, b: RemoteAddress) -> Int32 in
        calls += 1
        let (left, right) = (
          try libc.memory.read(Int32.self, at: a), try libc.memory.read(Int32.self, at: b)
        )
        return left - right
      }, as: Void.self)
    #expect(numbers.value == [1, 2, 3])
    #expect(calls >= 2)
    let thread = Out<UInt64>()
    let started: Int32 = try libc.pthread_create(
      thread, nil,
      try libc.register { (argument: RemoteAddress) -> RemoteAddress in
        let _: Int32 = try libc.abs(-1)
        return argument.advanced(by: 1)
      }, RemoteAddress(rawValue: 41))
    #expect(started == 0)
    let result = Out<RemoteAddress>()
    let _: Int32 = try libc.pthread_join(thread.value, result)
    #expect(result.value.rawValue == 42)
  }
}
