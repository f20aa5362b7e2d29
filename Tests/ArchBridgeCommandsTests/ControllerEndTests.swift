import Foundation
import Glibc
import Testing

/// A program that ends in one way or another takes its helper with it, and all that the library has
/// started.
@Suite(.enabled(if: Fixtures.areThere), .timeLimit(.minutes(4)))
struct ControllerEndTests {
  @Test(arguments: [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGSEGV])
  func `a signal`(_ signal: Int32) throws {
    let controller = try Controller()
    #expect(controller.family.count == 7)
    #expect(controller.family.allSatisfy { !Controller.hasEnded($0) })
    kill(controller.processID, signal)
    let time = Controller.end(of: controller.family)
    #expect(time != nil)
    report("signal \(signal)", time)
  }

  @Test func `a debugger`() throws {
    let controller = try Controller()
    controller.killByDebugger()
    #expect(Controller.end(of: [controller.processID]) != nil)
    let time = Controller.end(of: controller.family)
    #expect(time != nil)
    report("a debugger", time)
  }

  @Test func `its own end`() throws {
    let controller = try Controller()
    try controller.type("quit")
    #expect(Controller.end(of: [controller.processID]) != nil)
    #expect(Controller.end(of: controller.family) != nil)
  }

  @Test func `the end of the terminal`() throws {
    let terminal = try Terminal.shell("family")
    #expect(terminal.type(Controller.declarations + "\n", at: "> "))
    let family = try Controller.startFamily(terminal.answer)
    #expect(family.count == 7 && family.allSatisfy { !Controller.hasEnded($0) })
    terminal.hangUp()
    let time = Controller.end(of: family)
    #expect(time != nil)
    report("a terminal's end", time)
  }

  @Test func `Ctrl-C at the prompt reaches no helper`() throws {
    let terminal = try Terminal.shell("family")
    #expect(terminal.type(Controller.declarations + "\n", at: "> "))
    let helper = try terminal.answer("getpid()")
    for _ in 0..<3 {
      #expect(terminal.type("\u{3}", at: "> "))
    }
    #expect(try terminal.answer("getpid()") == helper)
    #expect(terminal.type("wait_long()\n", at: "> "))
    usleep(300_000)
    terminal.type("\u{3}")
    #expect(terminal.wait(for: "fresh helper") != nil)
    let process = try #require(Int32(helper))
    #expect(Controller.end(of: [process]) != nil)
    #expect(terminal.type("quit\n", at: "> "))
    #expect(terminal.exitCode() == 0)
  }

  private func report(_ way: String, _ time: Duration?) {
    guard ProcessInfo.processInfo.environment["ARCHBRIDGE_TIMES"] != nil else { return }
    print("\(way): all gone after \(time.map { "\($0)" } ?? "more than two seconds")")
  }
}
