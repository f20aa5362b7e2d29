import ArchBridgeBindings
import Testing

/// What becomes of one C function, row by row.
@Suite struct MappingTests {
  /// A C declaration, and the Swift one that it becomes.
  struct Row: Sendable, CustomTestStringConvertible {
    let c: String
    let swift: String
    var testDescription: String { c }

    init(_ c: String, _ swift: String) { (self.c, self.swift) = (c, swift) }
  }

  static let rows = [
    Row("int f(int a)", "f(_ a: Int32) -> Int32"),
    Row("long f(unsigned long a)", "f(_ a: UInt) -> Int"),
    Row("size_t f(size_t a)", "f(_ a: Int) -> Int"),
    Row("long long f(uint64_t a)", "f(_ a: UInt64) -> Int64"),
    Row("unsigned char f(char a)", "f(_ a: Int8) -> UInt8"),
    Row("_Bool f(float a)", "f(_ a: Float) -> Bool"),
    Row("long double f(double a)", "f(_ a: Double) -> Float80"),
    Row("double _Complex f(void)", "f() -> Complex<Double>"),
    Row("const char *f(const char *a)", "f(_ a: String?) -> String?"),
    Row(
      "const char *_Nonnull f(const char *_Nonnull a)", "f(_ a: String) -> String"),
    Row("char *f(char *a)", "f(_ a: (any LibraryArgument)?) -> RemoteAddress?"),
    Row("char *f(void) AB(\"free=free\")", "f() -> String?"),
    Row("handle *f(handle *_Nonnull a)", "f(_ a: Handle) -> Handle?"),
    Row("void f(const handle *_Nullable a)", "f(_ a: Handle? = nil)"),
    Row("void f(double *a)", "f(_ a: (any LibraryArgument)?)"),
    Row("void f(void *_Nonnull a)", "f(_ a: any LibraryArgument)"),
    Row("void f(double *a AB(\"out\"))", "f() -> Double"),
    Row("int f(double *a AB(\"out\"))", "f() -> (result: Int32, a: Double)"),
    Row("int f(double *a AB(\"out\")) AB(\"status=zero\")", "f() -> Double"),
    Row("int f(handle **a AB(\"out\")) AB(\"status=zero\")", "f() -> Handle?"),
    Row("void f(int *a AB(\"inout\"))", "f(_ a: inout Int32)"),
    Row("void f(pair *a AB(\"inout\"))", "f(_ a: inout Pair)"),
    Row("pair f(pair a)", "f(_ a: Pair) -> Pair"),
    Row("void f(const pair *a)", "f(_ a: (any LibraryArgument)?)"),
    Row("void f(const pair *a AB(\"in\"))", "f(_ a: Pair)"),
    Row("enum mode f(enum mode a)", "f(_ a: Mode) -> Mode"),
    Row("void f(const int *__counted_by(n) a, int n)", "f(_ a: [Int32])"),
    Row("void f(int n, const void *__sized_by(n) a)", "f(_ a: [UInt8])"),
    Row("void f(int *__counted_by(n) a AB(\"out\"), int n)", "f(_ n: Int) -> [Int32]"),
    Row("void f(int (*a)(int))", "f(_ a: ((Int32) throws -> Int32)? = nil)"),
    Row(
      "void f(void (*_Nonnull a)(handle *b))", "f(_ a: @escaping (_ b: Handle?) throws -> Void)"),
    Row(
      "int f(const char *a, ...)",
      "f(_ a: String?, _ arguments: (any LibraryArgument)?...) -> Int32"),
  ]

  private static let preamble = """
    #include <ptrcheck.h>
    #include <stddef.h>
    #include <stdint.h>
    #define AB(text) __attribute__((annotate("archbridge:" text)))
    typedef struct handle handle;
    typedef struct { int x, y; } pair;
    enum mode { MODE_A };

    """

  /// All rows in one header, each with a name of its own.
  static let methods: [String] = {
    let functions = rows.enumerated().map { index, row in
      row.c.replacing(" f(", with: " f\(index)_(").replacing("*f(", with: "*f\(index)_(") + ";\n"
    }
    guard let bindings = try? Bindings(preamble + functions.joined()) else { return [] }
    let text = bindings.text.replacing("(\n    ", with: "(").replacing(",\n    ", with: ", ")
      .replacing("\n  ) throws", with: ") throws")
    let lines = text.split(separator: "\n").map(String.init)
    return rows.indices.map { index -> String in
      let prefix = "  public func f\(index)_"
      guard let line = lines.first(where: { $0.hasPrefix(prefix + "(") }) else { return "nothing" }
      let signature = "f" + line.dropFirst(prefix.count).dropLast(2)
      return signature.replacing(" throws(BridgeError)", with: "")
    }
  }()

  @Test(arguments: rows.indices)
  func `a C function becomes a method`(_ index: Int) throws {
    try #require(Self.methods.count == Self.rows.count)
    #expect(Self.methods[index] == Self.rows[index].swift, "\(Self.rows[index].c)")
  }
}
