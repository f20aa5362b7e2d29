import ArchBridgeABI
import ArchBridgeLibraryFiles
import ArchBridgeObjectFiles
import Foundation
import Testing

/// A library whose debug information says all that C has, compiled in some way.
struct SignatureFixture: CustomStringConvertible, Sendable {
  enum Compiler: String, CaseIterable {
    case gcc, clang
  }

  var compiler: Compiler
  var is32 = true
  var options: [String] = []

  static func versions(_ compiler: Compiler) -> [SignatureFixture] {
    (2...5).flatMap { version in
      [true, false].flatMap { is32 in
        ["-O0", "-O2"].map {
          SignatureFixture(compiler: compiler, is32: is32, options: ["-gdwarf-\(version)", $0])
        }
      }
    }
  }

  /// What else compilers and linkers can be asked for.
  static let variants: [SignatureFixture] =
    [true, false].flatMap { is32 in
      [
        ["-gdwarf-4", "-fdebug-types-section"], ["-gdwarf-5", "-fdebug-types-section"],
        ["-gdwarf-4", "-gz=zlib"], ["-gdwarf-5", "-gz=zlib-gnu"], ["-g", "-flto", "-O2"],
        ["-g", "-gstrict-dwarf"], ["-g", "-fno-dwarf2-cfi-asm", "-Os"], ["-g3"],
      ].map { SignatureFixture(compiler: .gcc, is32: is32, options: $0) }
    } + [
      SignatureFixture(
        compiler: .gcc, is32: false, options: ["-g", "-gdwarf64", "-gno-as-loc-support"]),
      SignatureFixture(compiler: .clang, is32: false, options: ["-g", "-gdwarf64", "-gdwarf-5"]),
      SignatureFixture(compiler: .clang, options: ["-gdwarf-5", "-fdebug-types-section"]),
      SignatureFixture(compiler: .clang, options: ["-gdwarf-4", "-fdebug-types-section"]),
      SignatureFixture(compiler: .clang, options: ["-gdwarf-5", "-gz"]),
    ]

  static let all = versions(.gcc) + versions(.clang) + variants

  var description: String {
    ([compiler.rawValue, is32 ? "-m32" : "-m64"] + options).joined(separator: " ")
  }

  /// Builds the library, and gives its path to what is done with it; then everything is removed.
  func withLibrary<Result>(
    _ source: String = Self.source, _ body: (_ path: String) throws -> Result
  ) throws -> Result {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "archbridge-\(UUID().uuidString)")
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    try Data(source.utf8).write(to: folder.appending(path: "vendor.c"))
    let target = is32 ? "i386-linux-gnu" : "x86_64-linux-gnu"
    try Tool.run(
      compiler.rawValue,
      [compiler == .clang ? "--target=\(target)" : is32 ? "-m32" : "-m64", "-fPIC", "-w", "-c"]
        + options + ["vendor.c", "-o", "vendor.o"], in: folder.path)
    try Tool.run(
      "gcc",
      [is32 ? "-m32" : "-m64", "-shared", "-nostdlib", "-Wl,--build-id=sha1"]
        + options.filter { $0.hasPrefix("-gz") || $0 == "-flto" || $0 == "-O2" }
        + ["vendor.o", "-o", "libvendor.so"], in: folder.path)
    return try body(folder.appending(path: "libvendor.so").path)
  }

  static let source = """
    typedef unsigned int u32;
    typedef __SIZE_TYPE__ size_t;
    typedef struct vendor_session vendor_session;
    struct vendor_session { int number; double rate; vendor_session *next; };
    typedef struct { double x, y; } point;
    typedef struct { point from, to; char name[16]; unsigned flags : 3, mode : 5; int : 0; u32 end : 9; } segment;
    typedef union { int whole; float real; unsigned char bytes[4]; } cell;
    enum colour { RED, GREEN = 5, BLUE };
    typedef enum { LOW = -1, HIGH = 1 } level;
    typedef int (*compare)(const void *left, const void *right);
    struct packet { unsigned char kind; u32 length; unsigned short check; } __attribute__((packed));
    #pragma pack(push, 2)
    struct pair { char tag; long long value; };
    #pragma pack(pop)
    struct tree { struct tree *left, *right; union { int number; double real; }; struct { short a, b; } inner; long tail[]; };
    struct grid { int cells[3][4]; const char *title; struct opaque *rest; };
    struct over { char c; } __attribute__((aligned(16)));
    struct plain { char c; long long wide; long double longest; void (*call)(struct plain *); };

    int vendor_version = 3;
    const char *const vendor_name = "vendor";
    double vendor_table[4][2];

    int vendor_add(int a, int b) { return a + b; }
    vendor_session *vendor_open(const char *path, level how) { return 0; }
    double vendor_length(point p) { return p.x + p.y; }
    segment vendor_segment(point from, point to, enum colour colour) { segment s = {from, to, "", colour, 0}; return s; }
    int vendor_print(const char *format, ...) { return format != 0; }
    void vendor_sort(void *base, size_t count, size_t size, compare compare) { (void)base; }
    long long vendor_wide(unsigned long long a, signed char b, unsigned short c) { return a + b + c; }
    long double vendor_long(long double a, float b) { return a + b; }
    double _Complex vendor_complex(double _Complex z) { return z; }
    _Bool vendor_flag(_Bool on) { return !on; }
    void vendor_grid(struct grid *grid, int rows[][4], cell cell) { (void)grid; }
    int vendor_records(const struct packet *packet, struct pair *pair, struct tree *tree, struct over *over, struct plain plain) { return packet->kind; }
    void (*vendor_chosen(int which))(int) { (void)which; return 0; }
    int vendor_old(a, b) float a; short b; { return a + b; }
    void vendor_nothing(void) {}
    int vendor_alias(int a, int b) __attribute__((alias("vendor_add")));
    typedef int vector __attribute__((vector_size(16)));
    vector vendor_vector(vector a) { return a; }
    int vendor_pointed(vector *a, const volatile u32 *restrict b) { return a != 0 && b; }
    """

  /// What the source declares, in the order of the names.
  static let prototypes = [
    "int vendor_add(int a, int b)",
    "int vendor_alias(int a, int b)",
    "void (*vendor_chosen(int which))(int)",
    "_Complex double vendor_complex(_Complex double z)",
    "_Bool vendor_flag(_Bool on)",
    "void vendor_grid(struct grid *grid, int (*rows)[4], cell cell)",
    "double vendor_length(point p)",
    "long double vendor_long(long double a, float b)",
    "void vendor_nothing(void)",
    "int vendor_old(double a, int b)",
    "vendor_session *vendor_open(const char *path, level how)",
    "int vendor_pointed(void *a, const u32 *b)",
    "int vendor_print(const char *format, ...)",
    "int vendor_records(const struct packet *packet, struct pair *pair, struct tree *tree, "
      + "struct over *over, struct plain plain)",
    "segment vendor_segment(point from, point to, enum colour colour)",
    "void vendor_sort(void *base, size_t count, size_t size, compare compare)",
    "long long vendor_wide(unsigned long long a, signed char b, unsigned short c)",
  ]
}

extension DebugDeclarations {
  var prototypes: [String] {
    declarations.functionNames.compactMap { declarations.function(named: $0)?.description }
  }
}
