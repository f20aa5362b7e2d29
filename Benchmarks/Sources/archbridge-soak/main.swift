import Glibc

// archbridge-soak FIXTURES [--quick] [--sanitized] [--spoil WHAT]
//
// Runs what would break a session, a thousand times and more, prints a table, and fails where
// anything broke. FIXTURES has the libraries that `make fixtures` builds. --spoil does wrong itself,
// so that it can be seen that each check sees it: answer, time, descriptors, threads, memory,
// processes, output. A sanitizer keeps memory of its own, which is not counted then.

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  fatalError("usage: archbridge-soak FIXTURES [--quick] [--sanitized] [--spoil WHAT]")
}
let spoilt = arguments.firstIndex(of: "--spoil").map { arguments[$0 + 1] }
let plan = Plan(
  folder: arguments[1], scale: arguments.contains("--quick") ? 20 : 1, spoilt: spoilt,
  countsMemory: !arguments.contains("--sanitized"))

print(Row.head)
var isSound = true
for soak in [killSoak, scribbleSoak, sessionSoak, outputSoak] {
  let row = Row.measured(plan, soak)
  print(row.line)
  for violation in row.violations.prefix(10) { print("  \(violation)") }
  fflush(nil)
  isSound = isSound && row.violations.isEmpty
}

print("\n" + DeathRow.head)
for death in Death.all(plan) {
  let findings = Findings()
  print(death.measured(max(20, 60 / plan.scale), findings).line)
  for violation in findings.all.prefix(3) { print("  \(violation)") }
  fflush(nil)
  isSound = isSound && findings.all.isEmpty
}
exit(isSound ? 0 : 1)
