import ArchBridge
import Testing

@Suite(.fixtures)
struct TextBufferTests {
  private func withStrings<Value>(
    _ architecture: Architecture = .i386, limit: Int = 1000,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("strings", architecture, configuration: .init(textLimit: limit)) { lib in
      try lib.declare(
        """
        int copy_text(const char *from, char *to, int capacity);
        void fill_text(char *to, int capacity); void latin1_text(char *to);
        void broken_text(char *to); void binary_text(char *to); void make_upper_case(char *text);
        const char *long_text(unsigned count);
        """)
      return try body(lib)
    }
  }

  @Test(arguments: Architecture.all)
  func `a buffer is read up to its NUL`(_ architecture: Architecture) throws {
    let text = Out<String>(capacity: 64)
    let _: Int = try withStrings(architecture) { try $0.copy_text("hello", text, 64) }
    #expect(text.value == "hello")
  }

  @Test func `a buffer is read up to its NUL without a declaration`() throws {
    let text = Out<String>(capacity: 64)
    let _: Int = try withFixture("strings") { try $0.call("copy_text", "hello", text, 64) }
    #expect(text.value == "hello")
  }

  @Test(arguments: Architecture.all)
  func `a buffer that is filled to its end is read whole`(_ architecture: Architecture) throws {
    let text = Out<String>(capacity: 8)
    try withStrings(architecture) { try $0.fill_text(text, 8) }
    #expect(text.value == "yyyyyyyy")
  }

  @Test func `a buffer is empty before the call`() {
    #expect(Out<String>(capacity: 8).value == "")
  }

  @Test func `a buffer has its own encoding`() throws {
    let text = Out<String>(capacity: 8, encoding: .latin1)
    try withStrings { try $0.latin1_text(text) }
    #expect(text.value == "äöü")
  }

  @Test func `a buffer that is no text is an error that names it`() throws {
    try withStrings { lib in
      expect(.invalidText, "argument 'to'", "not UTF-8") {
        try lib.broken_text(Out<String>(capacity: 8))
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a buffer of bytes is read whole`(_ architecture: Architecture) throws {
    let bytes = Out<[UInt8]>(count: 4)
    try withStrings(architecture) { try $0.binary_text(bytes) }
    #expect(bytes.value == [0x61, 0, 0x62, 0])
  }

  @Test(arguments: Architecture.all)
  func `a text is changed in place`(_ architecture: Architecture) throws {
    let text = InOut("hello")
    try withStrings(architecture) { try $0.make_upper_case(text) }
    #expect(text.value == "HELLO")
  }

  @Test func `a text in a longer buffer is changed in place`() throws {
    let text = InOut("hello", capacity: 100)
    try withStrings { try $0.make_upper_case(text) }
    #expect(text.value == "HELLO")
  }

  @Test func `a text longer than its buffer is refused`() throws {
    try withStrings { lib in
      expect(.tooLarge, "argument 'text'", "6 bytes", "room for 3") {
        try lib.make_upper_case(InOut("hello", capacity: 3))
      }
    }
  }

  @Test func `a buffer is not given where nothing comes back`() throws {
    try withStrings { lib in
      expect(.typeMismatch, "argument 'from'", "const char *") {
        let _: Int = try lib.copy_text(Out<String>(capacity: 8), nil, 0)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `a text of exactly the limit is read`(_ architecture: Architecture) throws {
    let text: String = try withStrings(architecture, limit: 100) { try $0.long_text(100) }
    #expect(text.utf8.count == 100)
  }

  @Test(arguments: Architecture.all)
  func `a text past the limit is an error`(_ architecture: Architecture) throws {
    try withStrings(architecture, limit: 100) { lib in
      expect(.tooLarge, "long_text", "100 bytes", "textLimit") {
        let _: String = try lib.long_text(101)
      }
    }
  }

  @Test func `the helper lives on after a text past the limit`() throws {
    try withStrings(limit: 100) { lib in
      let _: String? = try? lib.long_text(101)
      let text: String = try lib.long_text(3)
      #expect(text == "xxx")
    }
  }
}
