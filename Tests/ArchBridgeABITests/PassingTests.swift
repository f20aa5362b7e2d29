import ArchBridgeABI
import Testing

struct PassingTests {
  /// How the type that `source` declares as `s` is passed.
  func passing(_ source: String, _ architecture: Architecture) throws -> CPassing {
    var declarations = CDeclarations()
    try declarations.parse(source)
    return try declarations.passing(of: try declarations.type("s"), on: architecture)
  }

  @Test(arguments: [
    ("typedef struct { int a, b; } s;", CPassing.registers([.integer])),
    ("typedef struct { int a; double b; } s;", .registers([.integer, .sse])),
    ("typedef struct { float a, b, c; } s;", .registers([.sse, .sse])),
    ("typedef struct { float a; int b; double c; } s;", .registers([.integer, .sse])),
    ("typedef union { double a; long b; } s;", .registers([.integer])),
    ("typedef struct { char text[16]; } s;", .registers([.integer, .integer])),
    ("typedef struct { char text[17]; } s;", .memory),
    ("typedef struct { _Complex float a; } s;", .registers([.sse])),
    ("typedef struct { long double a; } s;", .registers([.x87])),
    ("typedef union { long double a; double b; } s;", .memory),
    ("typedef union { int a; union { long double b; double c; }; } s;", .memory),
    ("typedef struct { char a; int b; } __attribute__((packed)) s;", .memory),
    ("typedef struct { unsigned a : 3, b : 29; float c; } s;", .registers([.integer])),
    ("typedef struct { int a __attribute__((aligned(16))); } s;", .registers([.integer])),
    ("typedef _Complex float s;", .registers([.sse])),
    ("typedef _Complex double s;", .registers([.sse, .sse])),
    ("typedef _Complex long double s;", .registers([.complexX87])),
  ])
  func `x86-64 has registers for what is small`(source: String, expected: CPassing) throws {
    #expect(try passing(source, .x86_64) == expected)
  }

  @Test(arguments: [
    ("typedef struct { char a; } s;", CPassing.memory),
    ("typedef union { double a; long b; } s;", .memory),
    ("typedef struct { char text[17]; } s;", .memory),
    ("typedef _Complex float s;", .registers([.integer])),
    ("typedef _Complex double s;", .memory),
    ("typedef _Complex long double s;", .memory),
  ])
  func `i386 has memory`(source: String, expected: CPassing) throws {
    #expect(try passing(source, .i386) == expected)
  }

  static let onBoth: [(source: String, reason: String)] = [
    ("typedef struct { } s;", "it has no bytes"),
    ("typedef struct { int a[0]; } s;", "it has no bytes"),
    ("typedef struct { int n; char data[]; } s;", "it has an array without length"),
    (
      "struct inner { int n; char data[]; }; typedef struct { int a; struct inner b; } s;",
      "it has an array without length"
    ),
    (
      "typedef struct { int a __attribute__((aligned(32))); } s;",
      "it is aligned to 32 bytes, and a copy on the stack need not be"
    ),
  ]

  static let onX86_64: [(source: String, reason: String)] = [
    (
      "typedef struct { float a; int : 5; } s;",
      "compilers differ over whether its unnamed bit-field counts"
    ),
    (
      "typedef struct { long : 64; long a; } s;",
      "compilers differ over whether its unnamed bit-field counts"
    ),
    (
      "typedef union { int : 0; double a; } s;",
      "compilers differ over whether its unnamed bit-field counts"
    ),
    (
      "typedef struct { char a; struct { char b[3]; } __attribute__((aligned(4))) c; } "
        + "__attribute__((packed)) s;",
      "compilers differ over a member that is not aligned as its type is"
    ),
    (
      "typedef struct { int a; float b[0]; } s;",
      "compilers differ over an array without elements"
    ),
  ]

  @Test(arguments: onBoth)
  func `is refused where it cannot be passed by value`(source: String, reason: String) {
    for architecture in Architecture.all { expectRefusal(source, reason, architecture) }
  }

  @Test(arguments: onX86_64)
  func `is refused where compilers differ over registers`(source: String, reason: String) {
    expectRefusal(source, reason, .x86_64)
  }

  @Test func `16 bytes of alignment are too much for i386 alone`() throws {
    let source = "typedef struct { int a __attribute__((aligned(16))); } s;"
    expectRefusal(
      source, "it is aligned to 16 bytes, and a copy on the stack need not be", .i386)
    _ = try passing(source, .x86_64)
  }

  @Test(arguments: ["typedef int s;", "typedef int *s;", "typedef int s[3];", "typedef void s;"])
  func `is asked of structures, unions and complex numbers only`(source: String) {
    let error = #expect(throws: LayoutError.self) { try passing(source, .x86_64) }
    #expect(error?.message == "'s' is neither structure nor union nor complex number")
  }

  func expectRefusal(_ source: String, _ reason: String, _ architecture: Architecture) {
    let error = #expect(throws: LayoutError.self) { try passing(source, architecture) }
    #expect(error?.message == "'s' cannot be passed by value: \(reason); pass a pointer to it")
  }
}
