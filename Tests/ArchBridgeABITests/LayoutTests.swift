import ArchBridgeABI
import Testing

struct LayoutTests {
  /// The layout of the type that `source` declares as `s`.
  func layout(_ source: String, _ model: DataModel) throws -> CRecordLayout {
    var declarations = CDeclarations()
    try declarations.parse(source)
    return try declarations.layout(of: try declarations.type("s"), in: model)
  }

  @Test func `a layout is the target's own`() throws {
    let source = "typedef struct { char a; long b; double c; long double d; } s;"
    let small = try layout(source, .i386)
    #expect((small.byteCount, small.alignment) == (28, 4))
    #expect(small.members.map(\.byteOffset) == [0, 4, 8, 16])
    let large = try layout(source, .x86_64)
    #expect((large.byteCount, large.alignment) == (48, 16))
    #expect(large.members.map(\.byteOffset) == [0, 8, 16, 32])
  }

  @Test func `members of anonymous records stand among the others`() throws {
    let layout = try layout(
      """
      typedef struct {
        int kind;
        const union { int i; struct { short low, high; }; };
        int : 16;
        const unsigned flag : 1, count : 20;
        char text[];
      } s;
      """, .i386)
    #expect(layout.members.map(\.name) == ["kind", "i", "low", "high", "flag", "count", "text"])
    #expect(layout.members.map(\.byteOffset) == [0, 4, 4, 6, 10, 12, 15])
    #expect(layout.members.map(\.isConst) == [false, true, true, true, true, true, false])
    #expect(layout.members.map(\.bitOffset) == [nil, nil, nil, nil, 0, 0, nil])
    #expect(layout.members.map(\.bitCount) == [nil, nil, nil, nil, 1, 20, nil])
    #expect(layout.byteCount == 16)
  }

  @Test(arguments: [
    ("char", 1, 1, 1, 1), ("long", 4, 4, 8, 8), ("long long", 8, 4, 8, 8), ("double", 8, 4, 8, 8),
    ("long double", 12, 4, 16, 16), ("_Complex double", 16, 4, 16, 8),
    ("_Complex long double", 24, 4, 32, 16), ("void *", 4, 4, 8, 8), ("int (*)(void)", 4, 4, 8, 8),
    ("enum few", 4, 4, 4, 4), ("enum wide", 8, 4, 8, 8), ("enum unknown", 4, 4, 4, 4),
    ("short [3][5]", 30, 2, 30, 2), ("struct empty", 0, 1, 0, 1), ("int [0]", 0, 4, 0, 4),
    ("struct s [2]", 24, 4, 32, 8), ("size_t", 4, 4, 8, 8),
  ])
  func `extents are the target's own`(
    spelling: String, byteCount: Int, alignment: Int, wideByteCount: Int, wideAlignment: Int
  ) throws {
    var declarations = CDeclarations()
    try declarations.parse(
      """
      enum few { FEW }; enum wide { WIDE = 0x100000000 }; struct empty { };
      struct s { char a; double b; };
      """)
    let type = try declarations.type(spelling)
    #expect(
      try declarations.extent(of: type, in: .i386)
        == CExtent(byteCount: byteCount, alignment: alignment))
    #expect(
      try declarations.extent(of: type, in: .x86_64)
        == CExtent(byteCount: wideByteCount, alignment: wideAlignment))
  }

  @Test(arguments: [
    ("void", "'void' has no size"),
    ("int (int)", "'int (int)' has no size"),
    ("int []", "'int []' has no size: its length is not given"),
    ("struct opaque", "'struct opaque' is not defined"),
    (
      "union opaque *[0x1fffffff][2]",
      "'union opaque *[536870911][2]' is larger than 2147483647 bytes"
    ),
    (
      "char [0x7fffffff][0x7fffffff]",
      "'char [2147483647][2147483647]' is larger than 2147483647 bytes"
    ),
    ("struct great", "'struct great' is larger than 2147483647 bytes"),
    (
      "struct empty [0x7fffffff][2]",
      "'struct empty [2147483647][2]' is larger than 2147483647 bytes"
    ),
    ("struct narrow", "'a' has 33 bits, and 'long' only 32"),
  ])
  func `what has no size is refused`(spelling: String, message: String) throws {
    var declarations = CDeclarations()
    try declarations.parse(
      """
      struct great { char a[0x7fffffff]; char b; }; struct empty { };
      struct narrow { long a : 33; };
      """)
    let error = #expect(throws: LayoutError.self) {
      try declarations.extent(of: try declarations.type(spelling), in: .i386)
    }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    (
      "typedef struct { char a : 1; int b : 3 __attribute__((aligned(2))); } s;",
      "compilers differ over where the bit-field 'b' of 'struct {a}' lies: it is aligned to 2 bytes, "
        + "and its type to 4"
    ),
    (
      "#pragma pack(4)\ntypedef struct { char a : 1; int b : 3 __attribute__((aligned(8))); } s;",
      "compilers differ over where the bit-field 'b' of 'struct {a}' lies: it is aligned to 8 bytes, "
        + "and '#pragma pack' is in force"
    ),
    ("typedef int s;", "'s' is neither structure nor union"),
    ("typedef struct opaque s;", "'struct opaque' is not defined"),
  ])
  func `a layout that is not certain is refused`(source: String, message: String) {
    for model in [DataModel.i386, .x86_64] {
      let error = #expect(throws: LayoutError.self) { try layout(source, model) }
      #expect(error?.message == message)
    }
  }
}
