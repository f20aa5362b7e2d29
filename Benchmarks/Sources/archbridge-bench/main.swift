import Glibc

// archbridge-bench FOLDER rows REPORT.json [ROW…]   ours beside the floor; all rows for none named
// archbridge-bench FOLDER floors [ROW…]             the floor alone, also where there is no ours
// archbridge-bench FOLDER waiting                   ways of waiting, in C
// archbridge-bench FOLDER counts                    run by `counted`: what a call costs, exactly
//
// FOLDER has the C programs that Benchmarks/Makefile builds.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else { fatalError("usage: archbridge-bench FOLDER rows|floors|…") }
let programs = BuiltPrograms(folder: arguments[1])

switch arguments[2] {
case "rows" where arguments.count >= 4:
  try measureRows(programs, named: Array(arguments.dropFirst(4)), report: arguments[3])
case "floors":
  try measureRows(programs, named: Array(arguments.dropFirst(3)), report: nil)
case "waiting":
  Waiting(programs: programs).run()
case "counts":
  exit(try Counts(programs: programs).run() ? 0 : 1)
default:
  fatalError("archbridge-bench does not know '\(arguments.dropFirst(2).joined(separator: " "))'")
}
