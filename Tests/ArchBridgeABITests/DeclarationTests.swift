import ArchBridgeABI
import Testing

struct DeclarationTests {
  /// Reads `source` with nothing before it.
  func declarations(_ source: String) throws -> CDeclarations {
    var declarations = CDeclarations()
    try declarations.parse(source)
    return declarations
  }

  @Test func `functions keep their order`() throws {
    let declarations = try declarations("int b(void); int a(int), *c(void); int b(void)")
    #expect(declarations.functionNames == ["b", "a", "c"])
    #expect(declarations.function(named: "c")?.description == "int *c(void)")
    #expect(declarations.function(named: "d") == nil)
  }

  @Test(arguments: [
    ("typedef int t;", "int"),
    ("typedef int a, *t;", "int *"),
    ("int typedef unsigned t", "unsigned int"),
    ("typedef struct sqlite3 t;", "struct sqlite3"),
    ("typedef union u *t;", "union u *"),
    ("typedef enum e { A } t;", "enum e"),
    ("typedef enum { RED, GREEN } t;", "enum {RED}"),
    ("typedef void t;", "void"),
    ("typedef int (*t)(void *, int);", "int (*)(void *, int)"),
    ("typedef int t(int);", "int (int)"),
    ("typedef double t[3][4];", "double [3][4]"),
    ("typedef int t[];", "int []"),
    ("typedef const char *t;", "const char *"),
    ("typedef const char c; typedef c *t;", "const c *"),
    ("typedef const char c; typedef c row[2]; typedef row *t;", "const row *"),
    ("typedef int f(void); typedef const f *t;", "f *"),
  ])
  func `typedefs name any type`(source: String, underlying: String) throws {
    #expect(try declarations(source).typedef(named: "t")?.description == underlying)
  }

  @Test(arguments: [
    ("typedef int fn(int a); fn f;", "int f(int a)"),
    ("typedef int fn(int); void f(fn g);", "void f(fn *g)"),
    ("typedef int row[3]; void f(row r, const row s);", "void f(int *r, const int *s)"),
    ("typedef const int row[3]; void f(row r);", "void f(const int *r)"),
    ("typedef void nothing; int f(nothing);", "int f(void)"),
    ("enum e { N = 3 }; int f(int (*a)[N], enum e b);", "int f(int (*a)[3], enum e b)"),
    ("enum e { N = 3 }; int f(int a[N]);", "int f(int *a)"),
    ("typedef enum { false, true } bool; bool f(bool);", "bool f(bool)"),
    ("typedef struct sqlite3 sqlite3; int f(sqlite3 *db);", "int f(sqlite3 *db)"),
  ])
  func `functions use what is declared before`(source: String, printed: String) throws {
    #expect(try declarations(source).function(named: "f")?.description == printed)
  }

  @Test(arguments: [
    ("size_t", 4, 8), ("ssize_t", 4, 8), ("time_t", 4, 8), ("off_t", 4, 8), ("ptrdiff_t", 4, 8),
    ("intptr_t", 4, 8), ("uintptr_t", 4, 8), ("int8_t", 1, 1), ("uint16_t", 2, 2),
    ("int32_t", 4, 4), ("uint32_t", 4, 4), ("int64_t", 8, 8), ("uint64_t", 8, 8),
    ("wchar_t", 4, 4), ("bool", 1, 1), ("nlink_t", 4, 8), ("dev_t", 8, 8), ("mode_t", 4, 4),
    ("int_fast16_t", 4, 8),
  ])
  func `built-in typedefs have each target's width`(name: String, on32: Int, on64: Int) throws {
    let type = try #require(CDeclarations().typedef(named: name))
    guard case .scalar(let scalar) = type else {
      Issue.record("\(name) is \(type)")
      return
    }
    #expect(DataModel.i386.byteCount(of: scalar) == on32)
    #expect(DataModel.x86_64.byteCount(of: scalar) == on64)
  }

  @Test(arguments: ["FILE", "DIR", "va_list"])
  func `built-in records are opaque`(name: String) throws {
    guard case .record = CDeclarations().typedef(named: name) else {
      Issue.record("\(name) is no record")
      return
    }
  }

  @Test func `a text's own typedef replaces a built-in one`() throws {
    let declarations = try declarations("typedef unsigned int size_t; size_t f(void);")
    #expect(declarations.typedef(named: "size_t") == .scalar(.unsignedInt))
    #expect(
      declarations.function(named: "f")?.type.result
        == .alias("size_t", .scalar(.unsignedInt)))
  }

  @Test(arguments: [
    "typedef int t; typedef int t;",
    "typedef int i; typedef int t; typedef i t;",
    "unsigned long f(void); size_t f();",
    "int f(int a); int f(const int b);",
    "struct s; struct s; struct s *f(void);",
    "enum e { A, B }; enum e { A, B };",
    ";;int f(void);;",
    "",
  ])
  func `saying a thing twice is harmless`(source: String) throws {
    var declarations = try declarations(source)
    let names = declarations.functionNames
    try declarations.parse(source)
    #expect(declarations.functionNames == names)
  }

  @Test func `a text with an error adds nothing`() throws {
    var declarations = try declarations("int f(void);")
    #expect(throws: DeclarationError.self) {
      try declarations.parse("typedef int t; enum { A }; int g(void); int h(")
    }
    #expect(declarations.functionNames == ["f"])
    #expect(declarations.typedef(named: "t") == nil)
    #expect(declarations.constant(named: "A") == nil)
    try declarations.parse("int t(void); int A(void);")
  }

  @Test(arguments: [
    "int f /* a\n * comment */(void); // the end",
    "// one \\\n line\nint f(void);",
    "#include <stdio.h>\nint f(void);",
    "  # define MAX(a, b) \\\n  ((a) > (b) ? (a) : (b)) /* two\n lines */\nint f(void);",
    "#define QUOTE '\"' // a \"\n#define OPEN \"/*\"\nint f(void);",
    "# 12 \"f.h\" 1 3 4\nint f(void);",
    "#\n#pragma once\r\n#undef f\r\nint \\\r\n f(void);\r\n",
    "\u{FEFF}int f(void);",
    "extern \"C\" { int f(void); }",
    "extern \"C\" { extern \"C\" { } extern \"C\" int f(void); }",
    "_Static_assert(sizeof(int) == 4, \"()\"); int f(void);",
    "_Pragma(\"once\") int f(void);",
    "#define LAST \\",
  ])
  func `what is around declarations is stepped over`(source: String) throws {
    let names = try declarations(source).functionNames
    #expect(names == (source.contains("(void)") ? ["f"] : []))
  }
}
