import ArchBridge
import Testing

@testable import ArchBridgeBindings

/// The spellings that clang gives to types.
@Suite struct TypeSpellingTests {
  /// A spelling, and what a declaration of `x` with the type that was read is.
  @Test(arguments: [
    ("int", "int x"),
    ("unsigned long long", "unsigned long long x"),
    ("const char *", "const char *x"),
    ("char *const *", "char *const *x"),
    ("struct tm *", "struct tm *x"),
    ("double[3][4]", "double x[3][4]"),
    ("const char *const[3]", "const char *const x[3]"),
    ("int (*)(const double *, size_t)", "int (*x)(const double *, size_t)"),
    ("void (*(*)(int))(void)", "void (*(*x)(int))(void)"),
    ("int (*)[3]", "int (*x)[3]"),
    ("int (const char *, ...)", "int x(const char *, ...)"),
    ("_Complex float", "float _Complex x"),
    ("const double * __counted_by(n)", "const double *x"),
    ("meter * _Nonnull", "meter *x"),
    ("double (__attribute__((noescape)) int (*)(void), int)", "double x(int (*)(void), int)"),
    ("int (*)(int named, char *values[])", "int (*x)(int named, char **values)"),
  ])
  func `a type is read`(_ spelling: String, _ declaration: String) {
    let (type, isConst) = TypeSpelling.type(spelling)
    var header = Header()
    header.records["tm"] = HeaderRecord(
      kind: .structure, key: "tm", place: "@1:1", tag: "tm", members: [], isComplete: false,
      isOwn: true, hasSpelling: true)
    let writer = CDeclarationWriter(TypePlan(header, client: "Client"))
    #expect(writer.declared(type, as: "x", isConst: isConst) == declaration)
  }

  @Test(arguments: [
    ("__int128", "'__int128'"), ("_Float16", "'_Float16'"), ("_Atomic(int)", "an atomic type"),
    ("__attribute__((__vector_size__(4 * sizeof(float)))) float", "a vector"),
    ("void (^)(void)", "a block"), ("int ]", "the type 'int ]'"),
  ])
  func `a type that cannot cross is named`(_ spelling: String, _ reason: String) {
    #expect(TypeSpelling.type(spelling).type == .unsupported(reason))
  }

  @Test func `a calling convention is kept`() throws {
    guard
      case .function(let function) = TypeSpelling.type("int (int) __attribute__((stdcall))").type
    else {
      Issue.record("no function")
      return
    }
    #expect(function.convention == "stdcall")
  }

  @Test func `an unnamed type goes by its place`() {
    #expect(
      TypeSpelling.type("struct (unnamed struct at /a/b.h:12:25)").type == .record("@12:25"))
    #expect(TypeSpelling.type("union s::(anonymous at b.h:3:4)").type == .record("@3:4"))
  }

  @Test func `what is said of null is found behind a pointer and behind a name`() {
    #expect(TypeSpelling.nullability("char * _Nullable") == .nullable)
    #expect(TypeSpelling.nullability("callback _Nonnull") == .nonnull)
    #expect(TypeSpelling.nullability("char *") == nil)
  }
}
