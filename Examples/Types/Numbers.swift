import ArchBridge

/// Integers of each width, floating-point and complex numbers.
func numbers() throws {
  try withLibrary("libm.so.6") { libm in
    try libm.declare(
      """
      double ldexp(double x, int exponent);
      float fabsf(float x);
      long lround(double x);
      long long llround(double x);
      long double sqrtl(long double x);
      double _Complex csqrt(double _Complex z);
      double cabs(double _Complex z);
      """)

    let power: Double = try libm.ldexp(1, 10)
    let distance: Float = try libm.fabsf(-1.5)
    print("numbers:", power, distance)

    let rounded: Int = try libm.lround(2.5)
    let large: Int64 = try libm.llround(1e15)
    print("numbers:", rounded, large)

    let root: Float80 = try libm.sqrtl(2)
    print("numbers:", root * root - 2)

    let imaginary: Complex<Double> = try libm.csqrt(Complex(-4, 0))
    let length: Double = try libm.cabs(Complex(3.0, 4.0))
    print("numbers:", imaginary.real, imaginary.imaginary, length)

    do {
      let _: Double = try libm.ldexp(1, 3_000_000_000)
    } catch let error as BridgeError where error.code == .valueOutOfRange {
      print("numbers:", error)
    }
    do {
      let _: Int16 = try libm.lround(40_000.0)
    } catch let error as BridgeError where error.code == .valueOutOfRange {
      print("numbers:", error)
    }
  }

  try withLibrary("libc.so.6") { libc in
    try libc.declare(
      """
      uint16_t htons(uint16_t host);
      unsigned long strtoul(const char *text, char **end, int base);
      """)

    let swapped: UInt16 = try libc.htons(0x1234)
    let highest: UInt = try libc.strtoul("ffffffff", nil, 16)
    print("numbers:", String(swapped, radix: 16), highest)
  }
}
