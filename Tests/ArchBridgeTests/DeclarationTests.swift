import ArchBridge
import Testing

@Suite(.fixtures)
struct DeclarationTests {
  @Test(arguments: Architecture.all)
  func `several functions, a typedef and an enum are read at once`(
    _ architecture: Architecture
  ) throws {
    try withFixture("handles", architecture) { lib in
      try lib.declare(
        """
        typedef struct account account;
        enum amount { SMALL = 1, LARGE = 1000 };
        account *account_create(int value);
        void account_add(account *account, enum amount amount);
        int account_value(const account *account);
        """)
      let large = try lib.constant("LARGE")
      let account: RemoteAddress = try lib.account_create(5)
      try lib.account_add(account, large)
      let value: Int = try lib.account_value(account)
      #expect(value == 1005)
    }
  }

  @Test func `a constant that is not declared is an error with near names`() throws {
    try withFixture("adder") { lib in
      try lib.declare("enum amount { SMALL = 1, LARGE = 1000 };")
      expect(.symbolNotFound, "LARGR", "LARGE") { _ = try lib.constant("LARGR") }
    }
  }

  @Test func `later declarations add to earlier ones`() throws {
    try withFixture("adder") { lib in
      try lib.declare("typedef int number;")
      try lib.declare("number add(number a, number b);")
      let sum: Int = try lib.add(20, 22)
      #expect(sum == 42)
    }
  }

  @Test(arguments: Architecture.all)
  func `a declared void needs no annotation`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try lib.declare("void increment(void); int count(void);")
      try lib.increment()
      try lib.call("increment")
      let count: Int = try lib.count()
      #expect(count == 2)
    }
  }

  @Test(arguments: Architecture.all)
  func `a declared result is not dropped`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try lib.declare("int add(int a, int b);")
      expect(.typeMismatch, "add", "declared 'int'", "Int32") { try lib.add(1, 2) }
    }
  }

  @Test func `a declared result is not taken for Void`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      expect(.typeMismatch, "declared 'int'", "Void") { try lib.call("add", 1, 2, as: Void.self) }
    }
  }

  @Test func `a declared void gives no value`() throws {
    try withFixture("adder") { lib in
      try lib.declare("void increment(void);")
      expect(.typeMismatch, "declared 'void'") { let _: Int = try lib.increment() }
    }
  }

  @Test(arguments: Architecture.all)
  func `too few arguments are refused, with the declaration`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try lib.declare("int add(int a, int b);")
      expect(.argumentCount, "1 argument where 2 belong", "int add(int a, int b)") {
        let _: Int = try lib.add(1)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `too many arguments are refused, with the declaration`(_ architecture: Architecture) throws {
    try withFixture("adder", architecture) { lib in
      try lib.declare("int add(int a, int b);")
      expect(.argumentCount, "3 arguments where 2 belong", "int add(int a, int b)") {
        let _: Int = try lib.add(1, 2, 3)
      }
    }
  }

  @Test func `a text is no declared int`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      expect(.typeMismatch, "argument 'b' is declared 'int', and got a text") {
        let _: Int = try lib.add(1, "2")
      }
    }
  }

  @Test func `nil is no declared int`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      expect(.typeMismatch, "argument 'a' is declared 'int', and got nil") {
        let _: Int = try lib.add(nil, 2)
      }
    }
  }

  @Test func `an array is no declared int`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int a, int b);")
      expect(.typeMismatch, "argument 'a' is declared 'int', and got [Int32]") {
        let _: Int = try lib.add([Int32(1)], 2)
      }
    }
  }

  @Test func `a text is no declared pointer to doubles`() throws {
    try withFixture("pointers") { lib in
      try lib.declare("double sum_doubles(const double *values, int count);")
      expect(.typeMismatch, "argument 'values' is declared 'const double *', and got a text") {
        let _: Double = try lib.sum_doubles("1, 2", 2)
      }
    }
  }

  @Test func `a parameter without a name is named by its place`() throws {
    try withFixture("adder") { lib in
      try lib.declare("int add(int, int);")
      expect(.typeMismatch, "argument 2 is declared 'int'") { let _: Int = try lib.add(1, 2.0) }
    }
  }

  @Test(arguments: Architecture.all)
  func `a declared _Bool is a Bool`(_ architecture: Architecture) throws {
    try withFixture("scalars", architecture) { lib in
      try lib.declare("_Bool echo_bool(_Bool value);")
      let (yes, no): (Bool, Bool) = (try lib.echo_bool(true), try lib.echo_bool(false))
      #expect((yes, no) == (true, false))
    }
  }

  @Test func `a number past 1 is no _Bool`() throws {
    try withFixture("scalars") { lib in
      try lib.declare("_Bool echo_bool(_Bool value);")
      expect(.valueOutOfRange, "argument 'value' is 2", "0 to 1") {
        let _: Bool = try lib.echo_bool(2)
      }
    }
  }

  @Test func `a declared int is not read as a Bool`() throws {
    try withFixture("scalars") { lib in
      try lib.declare("int truth(void);")
      expect(.typeMismatch, "declared 'int'", "Int32") { let _: Bool = try lib.truth() }
    }
  }

  @Test func `a struct by value is refused, not guessed`() throws {
    try withFixture("adder") { lib in
      try lib.declare("struct pair; int add(struct pair pair, int b);")
      expect(.unsupportedType, "struct pair") {
        let _: Int = try lib.add(1, 2)
      }
    }
  }

  @Test(arguments: Architecture.all)
  func `further arguments of a variadic function are promoted`(
    _ architecture: Architecture
  ) throws {
    try withFixture("variadic", architecture) { lib in
      try lib.declare("double sum_all(int count, ...);")
      let sum: Double = try lib.sum_all(3, 0.5, Float(0.25), 1.0)
      #expect(sum == 1.75)
    }
  }

  @Test func `a variadic function has its fixed arguments`() throws {
    try withFixture("variadic") { lib in
      try lib.declare("double sum_all(int count, ...);")
      expect(.argumentCount, "0 arguments where at least 1 belongs") {
        let _: Double = try lib.sum_all()
      }
    }
  }

  @Test func `a declaration that does not parse tells its place`() throws {
    try withFixture("adder") { lib in
      expect(.invalidDeclaration, "line 2, column 13", "expected") {
        try lib.declare("int count(void);\nint add(int 3);")
      }
    }
  }

  @Test func `nothing of a text that does not parse is kept`() throws {
    try withFixture("adder") { lib in
      try? lib.declare("void increment(void); int add(int 3);")
      expect(.unstatedResult) { try lib.increment() }
    }
  }
}
