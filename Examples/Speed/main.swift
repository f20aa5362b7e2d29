import ArchBridge

// Three ways to call a function often: prepared, in a batch, over arrays.

try withLibrary("libm.so.6") { libm in
  try libm.declare("double cbrt(double x); double fmod(double x, double y);")

  let cubeRoot = try libm.function("cbrt", as: ((Double) -> Double).self)
  var sum = 0.0
  for number in 1...1_000 { sum += try cubeRoot(Double(number)) }
  print("one after another:", sum.rounded())

  let roots = try cubeRoot.map([1, 8, 27, 64])
  print("over an array:", roots)

  let remainder = try libm.withBatch { batch in
    let root: BatchResult<Double> = try batch.cbrt(1_000.0)
    let remainder: BatchResult<Double> = try batch.fmod(root, 3.0)
    return remainder
  }
  print("in a batch:", try remainder.value)
}
