import ArchBridgeABI
import Testing

/// Sebastiano Vigna's SplitMix64, so that every run reads the same inputs.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

struct DeclarationFuzzTests {
  static let tokens = [
    "int", "unsigned", "long", "short", "char", "double", "float", "void", "const", "volatile",
    "signed", "_Bool", "struct", "union", "enum", "typedef", "extern", "static", "inline", "size_t",
    "FILE", "t", "u", "f", "g", "x", "A", "B", "(", ")", "(", ")", "[", "]", "{", "}", "*", "*",
    ",", ",", ";", ";", "...", "=", "+", "-", "~", "!", "<<", ">>", "/", "%", "&", "|", "^", "==",
    "<", "?", ":", "::", "&&", "0", "1", "42", "0x7fffffff", "4294967295u", "9223372036854775807",
    "1L", "0b1", "08", "1e5", "'a'", "'\\x'", "\"C\"", "__attribute__((pure))", "__attribute__((",
    "_Nullable", "restrict", "/*", "*/", "//", "\n", "#define", "\\\n", "é", "sizeof", "\0", "'",
    "\"", "__asm__", "#", "$",
  ]

  static let seeds = [
    "typedef int t ; typedef const t u [ 3 ] ; u * f ( t x , const u g , ... ) ;",
    "enum x { A , B = 1 << 3 | 2 , } ; enum x f ( enum x * , int ( * g ) ( void * , int ) ) ;",
    "extern \"C\" { void ( * f ( int x , void ( * ) ( int ) ) ) ( int ) ; }",
    "typedef struct t t ; struct t * f ( t * * x , const char * const * g , unsigned long [ 2 ] )",
    "typedef int ( * t ) ( void ) ; const t * f ( t , int x [ 3 ] [ 4 ] , union u ( * ) [ 5 ] ) ;",
    "enum { A = ( 1 + 2 ) * 3 % 4 , B = - 5 / 2 } ; int f ( int ( * x ) [ A ] , double long ) ;",
  ]

  @Test func `random bytes never trap`() {
    var random = SplitMix64(state: 1)
    for _ in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        UInt8.random(in: random.next() % 4 == 0 ? 0...255 : 32...126, using: &random)
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `mutated declarations never trap, and what is read prints as itself`() {
    var random = SplitMix64(state: 2)
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
    var random = SplitMix64(state: 3)
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
    for name in declarations.functionNames {
      guard let function = declarations.function(named: name) else {
        Issue.record("'\(name)' is lost: \(source)")
        continue
      }
      do {
        let again = try CDeclarations.parsePrototype("\(function)", knowing: declarations)
        #expect(again == function, "\(source)")
      } catch {
        Issue.record("\(function): \(error), from: \(source)")
      }
    }
    return !declarations.functionNames.isEmpty
  }
}
