import ArchBridge

// A sweep: how a parameter changes what a 32-bit LAPACK makes of a model, worked on by several
// helpers at once.

/// LAPACK in a helper of its own.
final class Solver: LibraryClient, StartableClient, @unchecked Sendable {
  init() throws {
    try super.init("liblapack.so.3")
    try declare(
      """
      void dsteqr_(char *compz, int *n, double *d, double *e, double *z, int *ldz, double *work,
                   int *info);
      """)
  }

  /// The lowest frequency of a chain of masses between two walls, joined by springs of which the
  /// first has another stiffness.
  func lowestFrequency(masses count: Int, stiffness: Double) throws -> Double {
    var springs = [Double](repeating: 1, count: count + 1)
    springs[0] = stiffness
    let diagonal = InOut(zip(springs, springs.dropFirst()).map { $0 + $1 })
    let beside = springs[1..<count].map { -$0 }
    let info = Out<Int32>()
    try library.dsteqr_("N", count, diagonal, beside, [0.0], 1, [0.0], info)
    guard info.value == 0 else { throw Failure(info: info.value) }
    return diagonal.value[0].squareRoot()
  }

  struct Failure: Error {
    let info: Int32
  }
}

func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

let stiffnesses = (1...1_000).map { Double($0) / 100 }
let pool = try LibraryPool(Solver.self, count: 4)

let frequencies = try await pool.map(stiffnesses) { solver, stiffness in
  try solver.lowestFrequency(masses: 20, stiffness: stiffness)
}
print(
  "\(frequencies.count) models, from \(rounded(frequencies[0])) to \(rounded(frequencies[999]))")

// What is safe to repeat is repeated where a helper ends, and progress is told to whoever asks.
var quarters: [Int] = []
let again = try await pool.map(
  stiffnesses, retrying: .whenHelperEnds(times: 1),
  progress: { count in if count.isMultiple(of: 250) { quarters.append(count) } }
) { solver, stiffness in
  try solver.lowestFrequency(masses: 20, stiffness: stiffness)
}
print("the same again: \(again == frequencies), told at \(quarters)")

// One failure loses nothing else: a model without masses is none.
let outcomes = await pool.results(of: [20, 0, 40]) { solver, count in
  guard count > 0 else { throw BridgeError(.valueOutOfRange, "a chain has at least one mass") }
  return try solver.lowestFrequency(masses: count, stiffness: 2)
}
for (count, outcome) in zip([20, 0, 40], outcomes) {
  switch outcome {
  case .success(let frequency): print("\(count) masses: \(rounded(frequency))")
  case .failure(let error): print("\(count) masses: \(error)")
  }
}

// Where nobody could keep all results, they are read as they come; the inputs may be endless.
var lowest = (count: 0, frequency: Double.infinity)
let sizes = pool.stream(1...) { solver, count in
  try solver.lowestFrequency(masses: count, stiffness: 1)
}
for try await (index, result) in sizes {
  let frequency = try result.get()
  if frequency < lowest.frequency { lowest = (index + 1, frequency) }
  if frequency < 0.05 { break }
}
print("below 0.05 there are more than 60 masses: \(lowest.count > 60)")

let version = try await pool.withClient { solver in
  let (major, minor, patch) = (Out<Int32>(), Out<Int32>(), Out<Int32>())
  try solver.call("ilaver_", major, minor, patch, as: Void.self)
  return major.value
}
print("one job: LAPACK \(version)")
pool.close()
