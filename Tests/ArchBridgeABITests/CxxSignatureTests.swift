import ArchBridgeABI
import TestSupport
import Testing

/// C++ signatures as people and demanglers write them.
@Suite struct CxxSignatureTests {
  @Test(arguments: [
    ("double vendor::Gauge::read(double) const", "vendor::Gauge::read", "vendor::Gauge", "read"),
    ("read", "read", "", "read"),
    ("::read (int)", "read", "", "read"),
    ("vendor::Gauge::~Gauge()", "vendor::Gauge::~Gauge", "vendor::Gauge", "~Gauge"),
    ("bool a::B::operator==(a::B const&) const", "a::B::operator==", "a::B", "operator=="),
    ("a::B::operator()(int)", "a::B::operator()", "a::B", "operator()"),
    ("a::B::operator int() const", "a::B::operator int", "a::B", "operator int"),
    ("a::operator<<(std::ostream&, int)", "a::operator<<", "a", "operator<<"),
    ("a::B::operator->() const", "a::B::operator->", "a::B", "operator->"),
    ("operator new(unsigned int)", "operator new", "", "operator new"),
    ("int a::largest<int>(int, int)", "a::largest<int>", "a", "largest<int>"),
    ("a::Box< b::C >::get() const", "a::Box<b::C>::get", "a::Box<b::C>", "get"),
    ("(anonymous namespace)::f(int)", "(anonymous namespace)::f", "(anonymous namespace)", "f"),
    ("std::string a::label[abi:cxx11](int)", "a::label", "a", "label"),
    ("const char *a::name()", "a::name", "a", "name"),
    ("int __attribute__((stdcall)) f", "f", "", "f"),
  ])
  func `a name is found`(_ text: String, _ name: String, _ scope: String, _ base: String) {
    let found = CxxSignature.name(of: text)
    #expect(found?.description == name && found?.scope == scope && found?.base == base)
  }

  @Test(arguments: [
    ("f(int)", "f( int )"), ("f(char const*)", "f(const char *text)"),
    ("a::f(a::B const&, unsigned int)", "void a::f(const a::B &b, unsigned)"),
    (
      "f(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)",
      "f(const std::string&)"
    ),
    ("f(std::vector<int, std::allocator<int> >&)", "f(std::vector<int>&)"),
    ("f(int (*)(int, double))", "f(int (*callback)(int, double))"),
    ("f(unsigned long long)", "f(uint64_t)"), ("f(bool)", "f(_Bool)"), ("f()", "f(void)"),
    ("f(a::B)", "f(class a::B)"), ("f(B*)", "f(struct B *)"), ("f(int, ...)", "f(int, ...)"),
    ("f(a::B&&)", "f(a::B &&)"), ("f(int (&) [3])", "f(int (&) [3])"),
  ])
  func `spellings of one function are the same`(_ one: String, _ other: String) throws {
    #expect(try CxxSignature(one).isSame(as: CxxSignature(other)))
  }

  @Test(arguments: [
    ("f(int)", "f(unsigned)"), ("f(int*)", "f(int&)"), ("f(int*)", "f(const int*)"),
    ("f(int) const", "f(int)"), ("f(int)", "g(int)"), ("f(int)", "f(int, int)"),
    ("f(a::B*)", "f(a::C*)"), ("f(char)", "f(signed char)"), ("f(long)", "f(int)"),
    ("f(int)", "f(int, ...)"),
  ])
  func `other functions are others`(_ one: String, _ other: String) throws {
    #expect(try !CxxSignature(one).isSame(as: CxxSignature(other)))
  }

  @Test func `what an architecture has as one type resembles it`() throws {
    let (size, word) = (try CxxSignature("f(size_t)"), try CxxSignature("f(unsigned int)"))
    #expect(size.resembles(word, in: .i386) && !size.resembles(word, in: .x86_64))
    let (value, reference) = (try CxxSignature("f(a::B)"), try CxxSignature("f(const a::B&)"))
    #expect(value.resembles(reference, in: .i386) && !value.isSame(as: reference))
  }

  @Test(arguments: [
    "int f(int) garbage", "int f(int); int f(double)", "int f(int) { return 1; }", "int f(int))",
    "int f(int) [[",
  ])
  func `what stands behind a signature is no part of it`(_ text: String) {
    #expect(throws: DeclarationError.self) { try CxxSignature(text) }
  }

  @Test func `results and words around them are read`() throws {
    let method = try CxxSignature("static double a::B::f(int)")
    #expect(method.isStatic && method.statesResult && method.type?.result == .scalar(.double))
    let plain = try CxxSignature("a::B::f(int) const")
    #expect(plain.isConst && !plain.statesResult && !plain.isStatic)
    let constructor = try CxxSignature("a::B::B(int)")
    #expect(constructor.statesResult && constructor.type?.result == .void)
    #expect(constructor.name.isConstructor && !constructor.name.isDestructor)
    let named = try CxxSignature("a::B::f")
    #expect(named.type == nil)
    #expect(CxxName("a::Box<int>::Box").isConstructor)
    #expect(CxxName("a::Box<int>::~Box").isDestructor)
  }

  @Test(arguments: [
    ("f(int", 6, "expected ')' or ','"), ("double a::B::f(", 16, "expected"),
    ("a::B::f(int int)", 13, "'int' cannot be combined with 'int'"),
    ("", 1, "expected a function's name"),
  ])
  func `errors name their column`(_ text: String, _ column: Int, _ message: String) {
    let error = #expect(throws: DeclarationError.self) { try CxxSignature(text) }
    #expect(error?.column == column && error?.message.contains(message) == true, "\(error as Any)")
  }

  @Test func `hostile texts are read or refused`() {
    let examples = [
      "double vendor::Gauge::read(double, a::B<c::D, int (*)(int)> const&, ...) const",
      "a::B<C, D<E> >::operator()(std::vector<int, std::allocator<int> >&&)",
      "int __attribute__((stdcall)) (anonymous namespace)::f[abi:cxx11](int (*)(char), \"x\")",
      "std::nullptr_t a::B::f(double const a::B::*, int (a::B::*)() const, decltype(nullptr), ...)",
      "static const double a::B<c::D>::values[abi:cxx11][4]",
    ]
    var generator = SeededGenerator(seed: 6)
    for index in 0..<20_000 {
      let bytes = generator.mutated([UInt8](examples[index % examples.count].utf8))
      let text = String(decoding: bytes, as: UTF8.self)
      if let variable = try? CxxVariable(text) { #expect(!variable.name.description.isEmpty) }
      guard let signature = try? CxxSignature(text) else { continue }
      #expect(signature.isSame(as: signature) == (signature.type != nil))
    }
    for one in ["<", "(", "[", "{", "a<", "a(", "f(a<", "f(\"", "a::*", "a::*,"] {
      let text = String(repeating: one, count: 20_000)
      #expect((try? CxxSignature(text))?.type == nil)
      #expect((try? CxxVariable("int a::*" + text))?.type == nil)
    }
  }
}
