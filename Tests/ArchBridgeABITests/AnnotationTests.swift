import ArchBridgeABI
import Testing

struct AnnotationTests {
  @Test(arguments: [
    ("int f(void) __attribute__((annotate(\"archbridge:status=zero\")))", ["status=zero"]),
    ("__attribute__((annotate(\"archbridge:a\"))) int f(void)", ["a"]),
    (
      "__attribute__((annotate(\"archbridge:a\"))) int f(void) "
        + "__attribute__((pure, annotate(\"archbridge:\" \"b\"), annotate(\"archbridge:c\", 1)))",
      ["a", "b", "c"]
    ),
    ("int f(void) __attribute__((annotate(\"other:a\"), __annotate__(\"plain\")))", []),
    ("char *__null_terminated f(void)", ["null_terminated"]),
    ("typedef int fn(void); fn f __attribute__((annotate(\"archbridge:a\")))", ["a"]),
  ])
  func `a function keeps them in order`(source: String, annotations: [String]) throws {
    var declarations = CDeclarations()
    try declarations.parse(source)
    try declarations.parse(source)
    #expect(declarations.function(named: "f")?.annotations == annotations)
  }

  @Test(arguments: [
    ("double *v __attribute__((annotate(\"archbridge:out\")))", ["out"]),
    ("__attribute__((annotate(\"archbridge:out\"))) double *v", ["out"]),
    ("double *__attribute__((annotate(\"archbridge:out\"))) v", ["out"]),
    ("int *__counted_by(n) v", ["counted_by=n"]),
    ("int *v __attribute__((counted_by(n)))", ["counted_by=n"]),
    ("void *__sized_by(n * (2 + 1)) v", ["sized_by=n * (2 + 1)"]),
    ("const char *__null_terminated v", ["null_terminated"]),
    ("const char *__null_terminated *__counted_by(n) v", ["counted_by=n"]),
    ("int v[] __attribute__((__sized_by_or_null__(n)))", ["sized_by=n"]),
    ("int (*__counted_by(n) v)[3]", ["counted_by=n"]),
    (
      "int (*v)(void *) __attribute__((annotate(\"archbridge:a\"), annotate(\"archbridge:b\")))",
      ["a", "b"]
    ),
    ("int *_Nonnull v", []),
  ])
  func `a parameter keeps those of its own pointer`(
    parameter: String, annotations: [String]
  ) throws {
    let function = try CDeclarations.parsePrototype("int f(\(parameter), int n)")
    #expect(function.type.parameters[0].name == "v")
    #expect(function.type.parameters[0].annotations == annotations)
    #expect(function.type.parameters[1].annotations == [])
    #expect(function.annotations == [])
  }

  @Test func `a callback's parameters keep theirs`() throws {
    var declarations = CDeclarations()
    try declarations.parse(
      "typedef void (*done)(int, void *user __attribute__((annotate(\"archbridge:context\"))));")
    guard case .pointer(.function(let type), _) = declarations.typedef(named: "done") else {
      Issue.record("done is no function pointer")
      return
    }
    #expect(type.parameters.map(\.annotations) == [[], ["context"]])
  }

  @Test func `a later declaration adds what an earlier one lacks`() throws {
    var declarations = CDeclarations()
    try declarations.parse("int f(double *, int n);")
    try declarations.parse(
      """
      int f(double *v __attribute__((annotate("archbridge:out"))), int count)
        __attribute__((annotate("archbridge:status=zero")));
      """)
    let function = try #require(declarations.function(named: "f"))
    #expect(function.description == "int f(double *v, int n)")
    #expect(function.annotations == ["status=zero"])
    #expect(function.type.parameters[0].annotations == ["out"])
    #expect(declarations.functionNames == ["f"])
  }

  @Test(arguments: [
    (
      "typedef int t __attribute__((annotate(\"archbridge:a\")));", 30,
      "an annotation belongs to a function or a parameter"
    ),
    (
      "struct s { int a __attribute__((annotate(\"archbridge:a\"))); };", 33,
      "an annotation belongs to a function or a parameter"
    ),
    (
      "struct s { int a; } __attribute__((annotate(\"archbridge:a\")));", 36,
      "an annotation belongs to a function or a parameter"
    ),
    (
      "int f(void) __attribute__((annotate(\"archbridge:\\\"a\")));", 28,
      "an annotation cannot have escape sequences"
    ),
    (
      "int f(void) __attribute__((annotate(a)));", 37,
      "expected a text in quotation marks, found 'a'"
    ),
    ("int f(int *__counted_by() a);", 25, "expected a parameter's name, found ')'"),
    ("int f(int *__counted_by a);", 25, "expected '(', found 'a'"),
  ])
  func `an annotation that no one would read is refused`(
    source: String, column: Int, message: String
  ) {
    var declarations = CDeclarations()
    let error = #expect(throws: DeclarationError.self) { try declarations.parse(source) }
    #expect(error == DeclarationError(line: 1, column: column, message: message))
  }

  @Test func `members may have bounds, which say nothing of a call`() throws {
    var declarations = CDeclarations()
    try declarations.parse(
      "struct s { int n; int *__counted_by(n) p; char d[] __attribute__((counted_by(n))); };")
    #expect(declarations.record(.structure, tag: "s")?.members.count == 3)
  }
}
