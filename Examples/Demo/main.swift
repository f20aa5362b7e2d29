import ArchBridge
import Foundation

// What ArchBridge is for, on libraries as Debian ships them. This program is 64-bit; every library
// that it calls here is 32-bit.

func show<Value>(_ value: Value, line: Int = #line) { Exhibit.show(value, line: line) }

print("This program has pointers of \(MemoryLayout<Int>.size * 8) bits.")

Exhibit.section("LAPACK, in Fortran: solve 2x + y = 3, x + 3y = 5")
try withLibrary("liblapack.so.3") { lapack in
  try lapack.declare(
    """
    void dgesv_(int *n, int *nrhs, double *a, int *lda, int *ipiv, double *b, int *ldb, int *info);
    """)
  let b = InOut([3.0, 5.0])
  let pivots = Out<[Int32]>(count: 2)
  let info = Out<Int32>()
  show(try lapack.dgesv_(2, 1, [2.0, 1.0, 1.0, 3.0], 2, pivots, b, 2, info))
  show(b.value)
  show(info.value)
}

Exhibit.section("zlib: a checksum")
try withLibrary("libz.so.1") { zlib in
  try zlib.declare("unsigned long crc32(unsigned long crc, const char *buf, unsigned int len);")
  show(try zlib.zlibVersion() as String)
  show(try zlib.crc32(0, "hello", 5) as UInt32)
}

Exhibit.section("a library of one's own, from fixtures/libraries/adder.c")
let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../.build/fixtures/i386").standardized.path
try withLibrary("adder", configuration: .init(searchPaths: [fixtures])) { adder in
  show(try adder.add(1, 2) as Int32)
}

Exhibit.section("a mistake, and what it says")
try withLibrary("libm.so.6") { libm in
  do {
    show(try libm.coz(1.0) as Double)
  } catch {
    print("  try libm.coz(1.0) as Double")
    print("    → \(error)")
  }
}

Exhibit.section("how long it takes")
let clock = ContinuousClock()
let started = clock.now
let libm = try LibraryClient("libm.so.6")
let first: Double = try libm.cos(1.0)
print("  start a helper, load libm, first call: \(Exhibit.time(clock.now - started))")
let calls = 10_000
let looped = clock.now
for _ in 0..<calls { let _: Double = try libm.cos(1.0) }
print("  one call of cos, of \(calls): \(Exhibit.time((clock.now - looped) / calls))")
libm.close()
precondition(first == cos(1.0))
