import ArchBridgeABI
import Testing

struct EnumerationTests {
  @Test(arguments: [
    ("42", 42), ("0x2a", 42), ("0X2AuL", 42), ("052", 42), ("0b101010", 42), ("42llu", 42),
    ("0", 0), ("-1", -1), ("+5", 5), ("~5", -6), ("!5", 0), ("!0", 1), ("- -3", 3),
    ("'a'", 97), ("'\\n'", 10), ("'\\x1b'", 27), ("'\\033'", 27), ("'\\xff'", -1), ("'\\''", 39),
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 3 - 2", 5), ("-7 / 2", -3), ("-7 % 2", -1),
    ("1 << 4 | 1", 17), ("6 & 3 ^ 1", 3), ("-8 >> 1", -4), ("1 << 31", -2_147_483_648),
    ("1 < 2", 1), ("2 <= 1", 0), ("2 > 1", 1), ("1 >= 2", 0), ("1 == 1", 1), ("1 != 1", 0),
    ("1 && 0", 0), ("1 || 0", 1), ("1 ? 2 : 3", 2), ("0 ? 2 : 0 ? 3 : 4", 4),
    ("2147483647", 2_147_483_647), ("-2147483647 - 1", -2_147_483_648),
    ("-1 < 0u", 0), ("1u - 2u == 4294967295u", 1), ("~0u >> 31", 1), ("0x80000000 >> 31", 1),
    ("0xFFFFFFFF + 1", 0), ("0x100000000 >> 32", 1), ("9223372036854775807 >> 62", 1),
    ("1LL << 40 >> 40", 1), ("-1LL < 0u", 1), ("-5L + 3", -2), ("3000000000 > 1", 1),
    ("FIRST + 1", 8),
  ])
  func `a constant expression has C's value`(expression: String, value: Int64) throws {
    var declarations = CDeclarations()
    try declarations.parse("enum { FIRST = 7, A = \(expression) };")
    #expect(declarations.constant(named: "A") == value)
  }

  @Test(arguments: [
    ("1 / 0", 15, "division by zero"),
    ("1 % (2 - 2)", 15, "division by zero"),
    ("2147483647 + 1", 24, "the result overflows its type"),
    ("-(-2147483647 - 1)", 13, "the result overflows its type"),
    ("(-2147483647 - 1) / -1", 31, "the result overflows its type"),
    ("(-2147483647 - 1) % -1", 31, "the result overflows its type"),
    ("(-9223372036854775807 - 1) % -1", 40, "the result overflows its type"),
    ("3 << 31", 15, "the result overflows its type"),
    ("1LL << 63", 17, "the result overflows its type"),
    ("1 << 32", 15, "the shift count is negative or not below the operand's width"),
    ("1 >> -1", 15, "the shift count is negative or not below the operand's width"),
    (
      "~0UL > 1", 13,
      "the result depends on the width of 'long', which targets differ in"
    ),
    (
      "1L << 31", 16,
      "the result depends on the width of 'long', which targets differ in"
    ),
    (
      "-1L < 1u", 17,
      "the result depends on the width of 'long', which targets differ in"
    ),
    (
      "9223372036854775808", 13,
      "'9223372036854775808': the constant does not fit 'long long'"
    ),
    ("08", 13, "'08': expected an integer constant"),
    ("0x", 13, "'0x': expected an integer constant"),
    ("1.5", 13, "'1.5': expected an integer constant"),
    ("1lul", 13, "'1lul': expected an integer constant"),
    ("0xE+1", 13, "'0xE+1': expected an integer constant"),
    ("'ab'", 13, "''ab'': expected one ASCII character or escape sequence"),
    ("''", 13, "'''': expected one ASCII character or escape sequence"),
    ("'é'", 13, "''é'': expected one ASCII character or escape sequence"),
    ("'\\400'", 13, "''\\400'': expected one ASCII character or escape sequence"),
    ("B", 13, "'B' is no constant; only enumerators are known by name"),
    ("sizeof(int)", 13, "'sizeof' is not supported: it depends on the target"),
    ("(int) 3", 14, "expected a constant, found 'int'"),
    ("1 +", 17, "expected a constant, found '}'"),
    ("(1", 16, "expected ')', found '}'"),
    (
      "2147483647, B", 25,
      "the enumerator 'B' has no value: the one before is the greatest of its type"
    ),
  ])
  func `a constant expression without a value is refused`(
    expression: String, column: Int, message: String
  ) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) {
      try declarations.parse("enum { A  = \(expression) };")
    }
    #expect(error == DeclarationError(line: 1, column: column, message: message))
  }

  @Test func `enumerators count on from the one before`() throws {
    var declarations = CDeclarations()
    try declarations.parse(
      "enum color { RED, GREEN = 5, BLUE __attribute__((deprecated)), DARK = RED - 1, };")
    #expect(declarations.enumerators(ofTag: "color") == ["RED", "GREEN", "BLUE", "DARK"])
    #expect(
      ["RED", "GREEN", "BLUE", "DARK"].map { declarations.constant(named: $0) } == [0, 5, 6, -1])
    #expect(declarations.constant(named: "PINK") == nil)
    #expect(declarations.enumerators(ofTag: "shape") == nil)
  }

  @Test func `an enumeration without a tag goes by its first enumerator`() throws {
    var declarations = CDeclarations()
    try declarations.parse("typedef enum { RED, GREEN } color; color f(color c);")
    #expect(declarations.typedef(named: "color") == .enumeration(tag: "{RED}"))
    #expect(declarations.enumerators(ofTag: "{RED}") == ["RED", "GREEN"])
    #expect(declarations.function(named: "f")?.description == "color f(color c)")
  }

  @Test(arguments: [
    ("A", CScalar.unsignedInt), ("A = -1", .int), ("A = 0xFFFFFFFF", .unsignedInt),
    ("A = 0x7FFFFFFF, B = -1", .int), ("A = 0x80000000, B = -1", .longLong),
    ("A = 0x100000000", .unsignedLongLong), ("A = -2147483649", .longLong),
    ("A = 9223372036854775807", .unsignedLongLong),
  ])
  func `an enumeration has the type that holds its values`(body: String, scalar: CScalar) throws {
    var declarations = CDeclarations()
    try declarations.parse("enum e { \(body) };")
    #expect(declarations.enumerationScalar(ofTag: "e") == scalar)
    #expect(declarations.enumerationScalar(ofTag: "unknown") == .int)
  }

  @Test(arguments: [
    ("A = 0xFFFFFFFF", "A + 1", 0), ("A = 0xFFFFFFFF, N = -1", "A + 1", 0x1_0000_0000),
    ("A = 0x100000000", "A >> 32", 1), ("A = 0x7FFFFFFF", "A - 1", 0x7FFF_FFFE),
    ("A = 4294967296, C", "C", 4_294_967_297), ("A = 0x80000000, C", "C", 0x8000_0001),
  ])
  func `an enumerator beyond int has its enumeration's type`(
    body: String, expression: String, value: Int64
  ) throws {
    var declarations = CDeclarations()
    try declarations.parse("enum { \(body) }; enum { B = \(expression) };")
    #expect(declarations.constant(named: "B") == value)
  }

  @Test(arguments: [
    ("enum e : short { A, B = -5 };", "e", CScalar.short),
    ("enum e : uint8_t { A = 255 };", "e", .unsignedChar),
    ("enum class e { A = 3 };", "e", .int), ("enum class e : long long { A };", "e", .longLong),
    ("enum e : unsigned char;", "e", .unsignedChar),
    ("enum e : short; enum e { A, B };", "e", .short),
    ("enum e : short; enum e : short { A };", "e", .short),
    ("enum class { A };", "class", .unsignedInt),
    ("typedef enum e : char { A } letter;", "e", .char),
  ])
  func `an enumeration may have a type of its own`(
    source: String, tag: String, scalar: CScalar
  ) throws {
    var declarations = CDeclarations()
    try declarations.parse(source)
    #expect(declarations.enumerationScalar(ofTag: tag) == scalar)
  }

  @Test func `members have their enumeration's type`() throws {
    var declarations = CDeclarations()
    try declarations.parse(
      """
      enum small : short { A }; enum tiny : unsigned char;
      struct s { enum tiny t; enum small a; enum small b : 3; };
      """)
    let type = CType.record(.structure, tag: "s")
    #expect(try declarations.extent(of: type, in: .i386).byteCount == 6)
  }
}
