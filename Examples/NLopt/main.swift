import ArchBridge

// Minimises a function of two variables, written in Swift, with a 32-bit NLopt. The client is what
// `archbridge generate` wrote from nlopt.h.

let nlopt = try NLopt()
let memory = nlopt.memory
let optimiser = try nlopt.nlopt_create(.ldMma, 2)
try nlopt.nlopt_set_lower_bounds(optimiser, [-.infinity, 0])

// The square root of the second variable, and its gradient where NLopt asks for one. NLopt keeps
// the function, so it is registered until the session ends.
let objective = try nlopt.register(as: "nlopt_func") {
  (count: UInt32, x: RemoteAddress, gradient: RemoteAddress?, _: RemoteAddress?) -> Double in
  let point = try memory.read(Double.self, at: x, count: Int(count))
  let root = point[1].squareRoot()
  if let gradient { try memory.write([0, 0.5 / root], to: gradient) }
  return root
}
try nlopt.nlopt_set_min_objective(optimiser, objective)

/// A constraint: `x[1]` lies above the cube of a line in `x[0]`.
func constraint(_ a: Double, _ b: Double) throws -> RegisteredCallback {
  try nlopt.register(as: "nlopt_func") {
    (count: UInt32, x: RemoteAddress, gradient: RemoteAddress?, _: RemoteAddress?) -> Double in
    let point = try memory.read(Double.self, at: x, count: Int(count))
    let line = a * point[0] + b
    if let gradient { try memory.write([3 * a * line * line, -1], to: gradient) }
    return line * line * line - point[1]
  }
}
try nlopt.nlopt_add_inequality_constraint(optimiser, constraint(2, 0), 1e-8)
try nlopt.nlopt_add_inequality_constraint(optimiser, constraint(-1, 1), 1e-8)
try nlopt.nlopt_set_xtol_rel(optimiser, 1e-4)

var point = [1.234, 5.678]
let (result, minimum) = try nlopt.nlopt_optimize(optimiser, &point)
let evaluations = try nlopt.nlopt_get_numevals(optimiser)
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
print("at \(point.map(rounded)) the function is \(rounded(minimum))")
print("\(try nlopt.nlopt_result_to_string(result) ?? "") after \(evaluations) evaluations")
try nlopt.nlopt_destroy(optimiser)
nlopt.close()
