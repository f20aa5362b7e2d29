import ArchBridge
import Testing

@Suite(.fixtures)
struct TextTests {
  private func withStrings<Value>(
    _ architecture: Architecture = .i386, encoding: TextEncoding = .utf8,
    _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("strings", architecture, configuration: .init(textEncoding: encoding)) { lib in
      try lib.declare(
        """
        const char *utf8_greeting(void); const char *latin1_greeting(void);
        const char *windows_greeting(void); const char *windows_hole(void);
        const char *invalid_utf8(void); const char *empty_text(void); const char *no_text(void);
        int byte_count(const char *text); int byte_at(const char *text, int index);
        int same_text(const char *a, const char *b); const char *echo_text(const char *text);
        """)
      return try body(lib)
    }
  }

  // MARK: Out of the library

  @Test(arguments: Architecture.all)
  func `a returned text is UTF-8`(_ architecture: Architecture) throws {
    let text: String = try withStrings(architecture) { try $0.utf8_greeting() }
    #expect(text == "Grüß € 🌉")
  }

  @Test(arguments: Architecture.all)
  func `a returned text is the client's Latin-1`(_ architecture: Architecture) throws {
    let text: String = try withStrings(architecture, encoding: .latin1) {
      try $0.latin1_greeting()
    }
    #expect(text == "Grüß")
  }

  @Test(arguments: Architecture.all)
  func `a returned text is the client's Windows-1252`(_ architecture: Architecture) throws {
    let text: String = try withStrings(architecture, encoding: .windows1252) {
      try $0.windows_greeting()
    }
    #expect(text == "€ „Grüß“")
  }

  @Test func `bytes that are not UTF-8 are an error`() throws {
    try withStrings { lib in
      expect(.invalidText, "invalid_utf8", "not UTF-8", "[UInt8]") {
        let _: String = try lib.invalid_utf8()
      }
    }
  }

  @Test func `a byte that Windows-1252 lacks is an error`() throws {
    try withStrings(encoding: .windows1252) { lib in
      expect(.invalidText, "windows_hole", "not Windows-1252") {
        let _: String = try lib.windows_hole()
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `bytes come back as they are`(_ architecture: Architecture) throws {
    let bytes: [UInt8] = try withStrings(architecture) { try $0.invalid_utf8() }
    #expect(bytes == [0x61, 0x62, 0x63, 0xFF, 0xFE])
  }

  @Test func `an empty text is no null`() throws {
    let text: String? = try withStrings { try $0.empty_text() }
    #expect(text == "")
  }

  @Test(arguments: Architecture.all)
  func `a null is nil where that is asked for`(_ architecture: Architecture) throws {
    let text: String? = try withStrings(architecture) { try $0.no_text() }
    #expect(text == nil)
  }

  @Test func `null bytes are nil where that is asked for`() throws {
    let bytes: [UInt8]? = try withStrings { try $0.no_text() }
    #expect(bytes == nil)
  }

  @Test(arguments: Architecture.all)
  func `a null is an error where a text is asked for`(_ architecture: Architecture) throws {
    try withStrings(architecture) { lib in
      expect(.unexpectedNull, "no_text", "String?") { let _: String = try lib.no_text() }
    }
  }

  @Test(arguments: Architecture.all)
  func `an undeclared text is read as one`(_ architecture: Architecture) throws {
    let text: String = try withFixture("strings", architecture) { try $0.utf8_greeting() }
    #expect(text == "Grüß € 🌉")
  }

  @Test func `a returned text can be taken as an address`() throws {
    try withStrings { lib in
      let address: RemoteAddress = try lib.utf8_greeting()
      let text = try lib.memory.readText(address)
      #expect(text == "Grüß € 🌉")
    }
  }

  // MARK: Into the library

  @Test(arguments: Architecture.all)
  func `a text goes in as UTF-8`(_ architecture: Architecture) throws {
    let count: Int = try withStrings(architecture) { try $0.byte_count("Grüß €") }
    #expect(count == 10)
  }

  @Test func `a text goes in as the client's Latin-1`() throws {
    let count: Int = try withStrings(encoding: .latin1) { try $0.byte_count("Grüß") }
    #expect(count == 4)
  }

  @Test(arguments: [(TextEncoding.latin1, "ü", 0xFC), (.windows1252, "€", 0x80)])
  func `a text can name its own encoding`(
    _ encoding: TextEncoding, _ text: String, _ byte: Int
  ) throws {
    let first: Int = try withStrings { try $0.byte_at(Text(text, encoding: encoding), 0) }
    #expect(first == byte)
  }

  @Test func `a text can be bytes as they are`() throws {
    let first: Int = try withStrings { try $0.byte_at(Text(bytes: [0xFF, 0x41]), 0) }
    #expect(first == 0xFF)
  }

  @Test func `bytes for a text end with a NUL`() throws {
    let count: Int = try withStrings { try $0.byte_count([UInt8]("hello".utf8)) }
    #expect(count == 5)
  }

  @Test(arguments: Architecture.all)
  func `nil goes in as a null`(_ architecture: Architecture) throws {
    let count: Int = try withStrings(architecture) { try $0.byte_count(nil) }
    #expect(count == -1)
  }

  @Test func `an undeclared nil goes in as a null`() throws {
    let count: Int = try withFixture("strings") { try $0.byte_count(nil) }
    #expect(count == -1)
  }

  @Test func `a character that the encoding lacks is an error`() throws {
    try withStrings(encoding: .latin1) { lib in
      expect(.invalidText, "argument 'text'", "'€'", "Latin-1") {
        let _: Int = try lib.byte_count("10 €")
      }
    }
  }

  @Test func `a NUL inside a text is an error`() throws {
    try withStrings { lib in
      expect(.invalidText, "argument 'text'", "NUL") { let _: Int = try lib.byte_count("a\0b") }
    }
  }

  @Test func `two texts of one call do not touch`() throws {
    let isSame: Int = try withStrings { try $0.same_text("first", "second") }
    #expect(isSame == 0)
  }

  @Test(arguments: [TextEncoding.utf8, .latin1, .windows1252], Architecture.all)
  func `a text comes back as it went in`(
    _ encoding: TextEncoding, _ architecture: Architecture
  ) throws {
    let echo: String = try withStrings(architecture, encoding: encoding) {
      try $0.echo_text("Grüße")
    }
    #expect(echo == "Grüße")
  }
}
