import ArchBridge
import Testing

/// Calling conventions of i386.
@Suite(.fixtures, .timeLimit(.minutes(2)))
struct ConventionTests {
  private func with<Value>(
    _ declarations: String, _ body: (LibraryClient) throws -> Value
  ) throws -> Value {
    try withFixture("conventions") { lib in
      try lib.declare(declarations)
      return try body(lib)
    }
  }

  @Test func `stdcall functions take numbers and structures`() throws {
    try with(
      """
      struct pair { int first, second; };
      int __stdcall std_sum(int a, char b, double c, long long d);
      __attribute__((stdcall)) struct pair std_pair(struct pair pair, int by);
      """
    ) { lib in
      let sum: Int = try lib.std_sum(1, 2, 3.5, 4)
      let pair: Structure = try lib.std_pair(
        lib.structure("struct pair", ["first": 5, "second": 7]), 2)
      let (first, second): (Int, Int) = (try pair.first, try pair.second)
      #expect(sum == 10 && first == 7 && second == 5)
    }
  }

  @Test func `fastcall functions take two integers in registers`() throws {
    try with(
      """
      int __fastcall fast_sum(int a, int b, int c, int d);
      double fast_mixed(float a, short b, double c, unsigned char d, int e)
        __attribute__((fastcall));
      long long __fastcall fast_wide(int a, long long b, int c);
      """
    ) { lib in
      let sum: Int = try lib.fast_sum(1, 2, 3, 4)
      let mixed: Double = try lib.fast_mixed(Float(1.5), -2, 3.5, 4, 5)
      let wide: Int64 = try lib.fast_wide(1, Int64(1) << 40, 3)
      #expect((sum, mixed, wide) == (4_321, 54_331.5, 1 + (2 << 40) + 9))
    }
  }

  @Test func `thiscall functions take their object in a register`() throws {
    try with("int __thiscall this_sum(const int *object, int a, double b);") { lib in
      let sum: Int = try lib.this_sum(5 as Int32, 2, 3.9)
      #expect(sum == 10)
    }
  }

  @Test func `regparm functions take as many integers in registers as they say`() throws {
    try with(
      """
      int one_register(int a, int b, int c) __attribute__((regparm(1)));
      __attribute__((regparm(2))) double two_registers(double a, int b, float c, int d, int e);
      long long __attribute__((regparm(3))) three_registers(
        short a, long long b, int c, double d, int e);
      long long wide_first(int a, int b, long long c, int d) __attribute__((__regparm__(3)));
      """
    ) { lib in
      let one: Int = try lib.one_register(1, 2, 3)
      let two: Double = try lib.two_registers(1.5, 2, Float(3.5), 4, 5)
      let three: Int64 = try lib.three_registers(-1, 1 << 33, 3, 4.5, 5)
      let wide: Int64 = try lib.wide_first(1, 2, 1 << 33, 4)
      #expect((one, two) == (321, 54_371.5))
      #expect(three == -1 + (10 << 33) + 300 + 4_500 + 50_000)
      #expect(wide == 1 + 20 + (100 << 33) + 4_000)
    }
  }

  @Test func `prepared functions and batches keep the convention`() throws {
    try with(
      "int __stdcall std_sum(int a, char b, double c, long long d);"
        + "int __fastcall fast_sum(int a, int b, int c, int d);"
        + "int one_register(int a, int b, int c) __attribute__((regparm(1)));"
    ) { lib in
      let std = try lib.function("std_sum", as: ((Int32, Int8, Double, Int64) -> Int32).self)
      let fast = try lib.function("fast_sum", as: ((Int32, Int32, Int32, Int32) -> Int32).self)
      let one = try lib.function("one_register", as: ((Int32, Int32, Int32) -> Int32).self)
      for number: Int32 in 1...100 {
        #expect(try std(number, 2, 3.5, 4) == number + 9)
        #expect(try fast(number, 1, 1, 1) == number + 1_110)
        #expect(try one(number, 1, 1) == number + 110)
      }
      let sum = try lib.withBatch { batch in
        let sum: BatchResult<Int32> = try batch.fast_sum(
          1 as Int32, 2 as Int32, 3 as Int32, 4 as Int32)
        return sum
      }
      #expect(try sum.value == 4_321)
    }
  }

  @Test func `closures are called with the convention`() throws {
    try with(
      """
      int call_std(int (__stdcall *function)(int, double, long long), int a);
      int call_often(int (*function)(int, double, long long) __attribute__((stdcall)), int count);
      int call_fast(int (__attribute__((fastcall)) *function)(int, int, int), int a);
      typedef double __thiscall this_function(void *object, double value);
      double call_this(this_function *function, void *object);
      """
    ) { lib in
      let std: Int = try lib.call_std(
        Callback { (a: Int32, b: Double, c: Int64) -> Int32 in a + Int32(b * 10) + Int32(c) }, 4)
      let often: Int = try lib.call_often(
        Callback { (a: Int32, _: Double, c: Int64) -> Int32 in a + Int32(c) }, 100)
      let fast: Int = try lib.call_fast(
        Callback { (a: Int32, b: Int32, c: Int32) -> Int32 in a + 10 * b + 100 * c }, 1)
      let this: Double = try lib.call_this(
        Callback { (object: RemoteAddress, value: Double) -> Double in
          Double(object.rawValue) + value
        }, RemoteAddress(rawValue: 16))
      #expect((std, often, fast, this) == (33, 5_050, 322, 17.5))
    }
  }

  @Test func `a signature names the convention too`() throws {
    try withFixture("conventions") { lib in
      let sum: Int = try lib.call("int __fastcall fast_sum(int, int, int, int)", 1, 2, 3, 4)
      #expect(sum == 4_321)
    }
  }

  @Test func `what no library can have is refused`() throws {
    try withFixture("conventions", .x86_64) { lib in
      try lib.declare("int __stdcall std_sum(int a, char b, double c, long long d);")
      let wide = thrown { let _: Int = try lib.std_sum(1, 2, 3.5, 4) }
      #expect(wide?.code == .unsupportedType)
      #expect(
        wide?.message
          == "it is declared stdcall, which only i386 has; a library of x86_64 is called without")
    }
    try with(
      "int __stdcall std_sum(int a, ...); struct pair { int a, b; };"
        + "int __fastcall fast_sum(struct pair a, int b);"
        + "struct pair one_register(int a, int b, int c) __attribute__((regparm(1)));"
    ) { lib in
      let result = thrown { let _: Structure = try lib.one_register(1, 2, 3) }
      #expect(result?.code == .unsupportedType)
      #expect(result?.message.contains("regparm(1)") == true)
      let variadic = thrown { let _: Int = try lib.std_sum(1, 2) }
      #expect(variadic?.code == .unsupportedType && variadic?.message.contains("variadic") == true)
      let structure = thrown {
        let _: Int = try lib.fast_sum(lib.structure("struct pair", ["a": 1, "b": 2]), 2)
      }
      #expect(structure?.code == .unsupportedType)
      #expect(structure?.message.contains("fastcall") == true)
      try lib.declare("int call_fast(int (*f)(int) __attribute__((regparm(1))), int a);")
      let closure = thrown {
        let _: Int = try lib.call_fast(Callback { (a: Int32) -> Int32 in a }, 1)
      }
      #expect(closure?.code == .unsupportedType)
      #expect(closure?.message.contains("regparm(1), which no closure can be") == true)
      let variable = thrown { try lib.declare("int __stdcall variable;") }
      #expect(variable?.message.contains("only a function has a calling convention") == true)
      let other = thrown { try lib.declare("int f(int) __attribute__((regparm(4)));") }
      #expect(other?.code == .invalidDeclaration)
    }
  }
}
