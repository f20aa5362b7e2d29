import ArchBridgeABI
import TestSupport
import Testing

struct DeclarationFuzzTests {
  static let tokens = [
    "int", "unsigned", "long", "short", "char", "double", "float", "void", "const", "volatile",
    "signed", "_Bool", "struct", "union", "enum", "class", "typedef", "extern", "static", "inline",
    "size_t",
    "FILE", "t", "u", "f", "g", "x", "A", "B", "(", ")", "(", ")", "[", "]", "{", "}", "*", "*",
    ",", ",", ";", ";", "...", "=", "+", "-", "~", "!", "<<", ">>", "/", "%", "&", "|", "^", "==",
    "<", "?", ":", "::", "&&", "0", "1", "42", "0x7fffffff", "4294967295u", "9223372036854775807",
    "1L", "0b1", "08", "1e5", "'a'", "'\\x'", "\"C\"", "__attribute__((pure))", "__attribute__((",
    "_Nullable", "restrict", "/*", "*/", "//", "\n", "#define", "\\\n", "é", "sizeof", "\0", "'",
    "\"", "__asm__", "#", "$", "_Complex", "complex", "_Alignas(8)", "packed", "aligned(8)",
    "__attribute__((packed))", "__attribute__((aligned(4)))", "__counted_by(n)", "annotate",
    "__attribute__((annotate(\"archbridge:out\")))", "\n#pragma pack(push, 1)\n",
    "\n#pragma pack(pop)\n", "_Pragma", "(\"pack(2)\")", ": 3", ": 0", "struct {", "} ;",
  ]

  static let seeds = [
    "typedef int t ; typedef const t u [ 3 ] ; u * f ( t x , const u g , ... ) ;",
    "enum x { A , B = 1 << 3 | 2 , } ; enum x f ( enum x * , int ( * g ) ( void * , int ) ) ;",
    "extern \"C\" { void ( * f ( int x , void ( * ) ( int ) ) ) ( int ) ; }",
    "typedef struct t t ; struct t * f ( t * * x , const char * const * g , unsigned long [ 2 ] )",
    "typedef int ( * t ) ( void ) ; const t * f ( t , int x [ 3 ] [ 4 ] , union u ( * ) [ 5 ] ) ;",
    "enum class x : short { A = - 2 , B } ; enum u : unsigned char ; enum x f ( ... ) ;",
    "enum { A = ( 1 + 2 ) * 3 % 4 , B = - 5 / 2 } ; int f ( int ( * x ) [ A ] , double long ) ;",
    """
    struct t { int A : 3 , : 0 ; union { long x ; char u [ 4 ] ; } ; struct t * g ; } \
    __attribute__((packed)) ; struct t f ( struct t g ) ; struct u { struct t x [ 2 ] ; char A [ ] ; } ;
    """,
    """
    typedef struct { double _Complex x ; _Alignas(8) char g __attribute__((aligned(4))) ; } t ;
    _Pragma ("pack(2)") union u { t A ; long double B ; _Bool x : 1 ; } ; t f ( union u , t * ) ;
    """,
    """
    \n#pragma pack(push, 1)\n struct x { enum { A , B = 3000000000 } g ; int : B ; } ; \
    \n#pragma pack(pop)\n extern const struct x g [ ] ; int f ( struct x * __counted_by(n) u , \
    __attribute__((annotate("archbridge:out"))) long n ) __attribute__((annotate("archbridge:a"))) ;
    """,
  ]

  @Test func `random bytes never trap`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        UInt8.random(in: random.next() % 4 == 0 ? 0...255 : 32...126, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `mutated declarations never trap, and what is read prints as itself`() {
    var random = SeededGenerator(seed: 2)
    var readCount = 0
    for index in 0..<10_000 {
      var words = Self.seeds[index % Self.seeds.count].split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let position = Int.random(in: 0..<words.count, using: &random)
        let word = Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
        switch random.next() % 4 {
        case 0: words[position] = word
        case 1: words.insert(word, at: position)
        case 2 where words.count > 1: words.remove(at: position)
        default: words.swapAt(position, Int.random(in: 0..<words.count, using: &random))
        }
      }
      if check(words.joined(separator: " ")) { readCount += 1 }
    }
    #expect(readCount > 500)
  }

  @Test func `random tokens never trap`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      let words = (0..<Int.random(in: 1..<25, using: &random)).map { _ in
        Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &random)]
      }
      check(words.joined(separator: " "))
    }
  }

  /// Reads `source`, and each function that it declares again as it is printed.
  ///
  /// - Returns: whether there were any.
  @discardableResult
  func check(_ source: String) -> Bool {
    var declarations = CDeclarations()
    do {
      try declarations.parse(source)
    } catch {
      #expect(error.line > 0 && error.column > 0 && !error.message.isEmpty, "\(source)")
      return false
    }
    // A function that used a built-in typedef before the text replaced it prints the old name.
    for name in ["size_t", "FILE"]
    where declarations.typedef(named: name) != CDeclarations().typedef(named: name) {
      return false
    }
    layOut(declarations)
    for name in declarations.functionNames {
      guard let function = declarations.function(named: name) else {
        Issue.record("'\(name)' is lost: \(source)")
        continue
      }
      do {
        let again = try CDeclarations.parsePrototype("\(function)", knowing: declarations)
        #expect("\(again)" == "\(function)", "\(source)")
        // Annotations are not printed.
        if !source.contains("annotate"), !source.contains("__counted_by") {
          #expect(again == function, "\(source)")
        }
      } catch {
        Issue.record("\(function): \(error), from: \(source)")
      }
    }
    return !declarations.functionNames.isEmpty
  }

  /// Lays out every type that a text can have declared, and asks how it is passed.
  func layOut(_ declarations: CDeclarations) {
    let names = ["t", "u", "x", "f", "g", "{A}", "{x}", "{u}", "{B}", "{}"]
    var types = names.compactMap { declarations.typedef(named: $0) }
    types += names.map { CType.record(.structure, tag: $0) }
    types += names.map { CType.record(.union, tag: $0) }
    types += declarations.variableNames.compactMap { declarations.variable(named: $0)?.type }
    for type in types {
      for architecture in Architecture.all {
        do throws(LayoutError) {
          let extent = try declarations.extent(of: type, in: architecture.dataModel)
          #expect(extent.byteCount % extent.alignment == 0)
          let layout = try declarations.layout(of: type, in: architecture.dataModel)
          for member in layout.members {
            #expect((0...extent.byteCount).contains(member.byteOffset))
          }
          _ = try declarations.passing(of: type, on: architecture)
        } catch {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }

  @Test func `mutated bytes of random records never trap`() {
    let seed = UInt64.random(in: .min ... .max)
    var records = RandomRecordGenerator(seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let text = RandomRecordGenerator.preamble + records.next().definition
      let mutated = String(decoding: random.mutated([UInt8](text.utf8)), as: UTF8.self)
      var declarations = CDeclarations()
      do throws(DeclarationError) {
        try declarations.parse(mutated)
      } catch {
        #expect(!error.message.isEmpty, "seed \(seed): \(mutated)")
        continue
      }
      layOut(declarations)
      for index in 0..<10 {
        for kind in [RecordKind.structure, .union] {
          let type = CType.record(kind, tag: "r\(index)")
          _ = try? declarations.layout(of: type, in: .i386)
          _ = try? declarations.passing(of: type, on: .x86_64)
        }
      }
    }
  }
}
