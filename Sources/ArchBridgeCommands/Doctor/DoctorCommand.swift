internal import ArchBridge
internal import ArchBridgeGenerator
internal import ArgumentParser

/// `archbridge doctor`: says whether this machine can do what ArchBridge needs.
struct DoctorCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks that this machine can run and build helpers.",
    discussion: """
      Each line is a check that passes or fails; a failed one comes with the command that mends \
      it. The exit code is 1 where a check fails that running an i386 library needs.
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  func run(_ console: Console) throws {
    let checks = Diagnosis().checks
    if json {
      try console.print(json: ["checks": checks])
    } else {
      for check in checks { try console.print(check.line) }
    }
    if checks.contains(where: { !$0.passes && $0.isRequired }) { throw CommandFailure("") }
  }
}
