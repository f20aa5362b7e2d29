import Testing

@testable import ArchBridgeCommands

@Suite struct ShellCompletionTests {
  private let completion = ShellCompletion(
    functions: ["meter_open", "meter_read", "_init"], names: ["metering", "HIGH", "info"],
    members: { $0 == "info" ? ["model", "mode", "serial"] : [] })

  @Test(arguments: [
    ("met", 0, ["meter_open(", "meter_read(", "metering"]),
    ("x = meter_o", 4, ["meter_open("]),
    ("meter_read(info, HI", 17, ["HIGH"]),
    ("he", 0, ["help"]),
    ("f(he", 2, []),
    ("help meter_", 5, ["meter_open", "meter_read"]),
    ("help l", 5, ["load"]),
    ("info.mod", 0, ["info.mode", "info.model"]),
    ("other.m", 0, []),
    ("_", 0, ["_init("]),
    ("open(\"met", 6, []),
    ("f(\"ü\", H", 8, ["HIGH"]),
    ("x", 9, []),
  ])
  func `a word may become`(_ line: String, _ start: Int, _ candidates: [String]) {
    #expect(completion.candidates(line, from: start) == candidates)
  }
}
