import Testing

@Suite struct RealLibraryTests {
  @Test(arguments: ["i386", "x86_64"])
  func `a checksum of zlib's`(_ architecture: String) {
    let run = Tool(
      "call", "libz.so.1",
      "unsigned long crc32(unsigned long crc, const char *buf, unsigned int len)", "0", "hello",
      "5", "--arch", architecture)
    #expect(run.output == "907060870\n")
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a cosine in its shortest form`(_ architecture: String) {
    let run = Tool(
      "call", "libm.so.6", "double cos(double x)", "1.234", "--arch", architecture)
    #expect(run.output == "0.33046510807172985\n")
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a linear system of LAPACK's`(_ architecture: String) {
    let run = Tool(
      "call", "liblapack.so.3",
      "void dgesv_(int *n, int *nrhs, double *a, int *lda, int *ipiv, double *b, int *ldb, int *info)",
      "2", "1", "[2, 1, 1, 3]", "2", "out:2", "[3, 5]", "2", "0", "--arch", architecture)
    #expect(
      run.lines == [
        "n = 2", "nrhs = 1", "a = [2.0, 0.5, 1.0, 2.5]", "lda = 2", "ipiv = [1, 2]",
        "b = [0.8, 1.4]", "ldb = 2", "info = 0",
      ])
  }

  @Test(arguments: ["i386", "x86_64"])
  func `a negative number needs no dashes before it`(_ architecture: String) {
    let run = Tool(
      "call", "libm.so.6", "double fabs(double x)", "-1.5", "--json", "--arch", architecture)
    #expect(run.output == "{\"result\":1.5}\n")
  }
}
