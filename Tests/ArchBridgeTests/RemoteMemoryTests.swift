import ArchBridge
import Testing

@Suite(.fixtures)
struct RemoteMemoryTests {
  private func withPointers<Value>(
    _ architecture: Architecture = .i386,
    _ body: (LibraryClient, _ table: RemoteAddress) throws -> Value
  ) throws -> Value {
    try withFixture("pointers", architecture) { lib in
      try body(lib, try lib.table_address())
    }
  }

  @Test(arguments: Architecture.all)
  func `numbers are read`(_ architecture: Architecture) throws {
    let numbers = try withPointers(architecture) { lib, table in
      try lib.memory.read(Int32.self, at: table, count: 4)
    }
    #expect(numbers == [11, 22, 33, 44])
  }

  @Test(arguments: Architecture.all)
  func `a number at an offset is read`(_ architecture: Architecture) throws {
    let number = try withPointers(architecture) { lib, table in
      try lib.memory.read(Int32.self, at: table.advanced(by: 8))
    }
    #expect(number == 33)
  }

  @Test(arguments: Architecture.all)
  func `bytes are read`(_ architecture: Architecture) throws {
    let bytes = try withPointers(architecture) { lib, table in
      try lib.memory.read(table, byteCount: 5)
    }
    #expect(bytes == [11, 0, 0, 0, 22])
  }

  @Test(arguments: Architecture.all)
  func `what is written is what the library has`(_ architecture: Architecture) throws {
    let sum: Int64 = try withPointers(architecture) { lib, table in
      try lib.memory.write([Int32(-1), 5], to: table.advanced(by: 4))
      return try lib.sum_ints(table, 4)
    }
    #expect(sum == 59)
  }

  @Test(arguments: Architecture.all)
  func `allocated memory is zero, and outlives calls`(_ architecture: Architecture) throws {
    let sums: [Double] = try withPointers(architecture) { lib, _ in
      let memory = try lib.memory.allocate(byteCount: 24)
      let before: Double = try lib.sum_doubles(memory, 3)
      try lib.memory.write([1.5, 2, 3], to: memory)
      let after: Double = try lib.sum_doubles(memory, 3)
      try lib.memory.free(memory)
      return [before, after]
    }
    #expect(sums == [0, 6.5])
  }

  @Test(arguments: Architecture.all)
  func `addresses are as wide as the helper's`(_ architecture: Architecture) throws {
    let sum: Int = try withPointers(architecture) { lib, table in
      let rows = try lib.memory.allocate(byteCount: 16)
      try lib.memory.write([table, table.advanced(by: 4)], to: rows)
      return try lib.sum_rows(rows, 2)
    }
    #expect(sum == 33)
  }

  @Test(arguments: Architecture.all)
  func `addresses are read`(_ architecture: Architecture) throws {
    try withPointers(architecture) { lib, table in
      let rows = try lib.memory.allocate(byteCount: 16)
      try lib.memory.write([table, .null], to: rows)
      let read = try lib.memory.read(RemoteAddress.self, at: rows, count: 2)
      #expect(read == [table, .null])
    }
  }

  @Test(arguments: Architecture.all)
  func `a text is read up to its NUL`(_ architecture: Architecture) throws {
    try withFixture("strings", architecture) { lib in
      let address: RemoteAddress = try lib.latin1_greeting()
      let text = try lib.memory.readText(address, limit: 4, encoding: .latin1)
      #expect(text == "Grüß")
    }
  }

  @Test func `a text whose end lies past the limit is an error`() throws {
    try withFixture("strings") { lib in
      let address: RemoteAddress = try lib.latin1_greeting()
      expect(.tooLarge, "3 bytes") {
        _ = try lib.memory.readText(address, limit: 3, encoding: .latin1)
      }
    }
  }

  @Test func `a text that is none is an error`() throws {
    try withFixture("strings") { lib in
      let address: RemoteAddress = try lib.invalid_utf8()
      expect(.invalidText, "\(address)", "UTF-8") { _ = try lib.memory.readText(address) }
    }
  }

  // MARK: Bad addresses

  @Test(arguments: [0, 8, 0xFFFF_FFF0] as [UInt64], Architecture.all)
  func `reading where nothing is is an error`(
    _ address: UInt64, _ architecture: Architecture
  ) throws {
    let address = RemoteAddress(rawValue: address)
    try withPointers(architecture) { lib, _ in
      expect(.badAddress, "8 bytes at \(address)") {
        _ = try lib.memory.read(address, byteCount: 8)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `reading past the end of what is there is an error`(_ architecture: Architecture) throws {
    try withPointers(architecture) { lib, table in
      expect(.badAddress, "\(table)") {
        _ = try lib.memory.read(table, byteCount: 100_000_000)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `writing where nothing is is an error`(_ architecture: Architecture) throws {
    try withPointers(architecture) { lib, _ in
      expect(.badAddress, "1 byte") { try lib.memory.write([UInt8(1)], to: .null) }
    }
  }

  @Test(arguments: Architecture.all)
  func `writing to what is only read is an error`(_ architecture: Architecture) throws {
    try withFixture("strings", architecture) { lib in
      let address: RemoteAddress = try lib.utf8_greeting()
      expect(.badAddress) { try lib.memory.write([UInt8(1)], to: address) }
    }
  }

  @Test(arguments: Architecture.all)
  func `the helper lives on after bad addresses`(_ architecture: Architecture) throws {
    try withPointers(architecture) { lib, table in
      _ = try? lib.memory.read(.null, byteCount: 1)
      try? lib.memory.write([UInt8(1)], to: .null)
      let first = try lib.memory.read(Int32.self, at: table)
      #expect(first == 11)
    }
  }

  @Test func `an address wider than the helper's is refused`() throws {
    try withPointers { lib, _ in
      expect(.valueOutOfRange, "0x100000000", "32 bits") {
        _ = try lib.memory.read(RemoteAddress(rawValue: 1 << 32), byteCount: 1)
      }
    }
  }

  @Test func `an address that is wider than the helper's is not written`() throws {
    try withPointers { lib, table in
      expect(.valueOutOfRange, "0x100000000") {
        try lib.memory.write([RemoteAddress(rawValue: 1 << 32)], to: table)
      }
    }
  }

  @Test(arguments: [-1, 1 << 40])
  func `a count that no memory has is refused`(_ count: Int) throws {
    try withPointers { lib, table in
      expect(.tooLarge, "\(count)") { _ = try lib.memory.read(table, byteCount: count) }
    }
  }

  @Test func `a plain Int has no width in memory`() throws {
    try withPointers { lib, table in
      expect(.typeMismatch, "Int32") { _ = try lib.memory.read(Int.self, at: table) }
    }
  }

  @Test func `more memory than there is is an error`() throws {
    try withPointers { lib, _ in
      expect(.tooLarge) { _ = try lib.memory.allocate(byteCount: 4_294_967_295) }
    }
  }
}
