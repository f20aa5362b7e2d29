import ArchBridge
import ArchBridgeHelper
import ArchBridgeWire
import Foundation
import Testing

/// What a helper that is none, or the wrong one, says.
@Suite(.fixtures, .timeLimit(.minutes(4)))
struct HelperErrorTests {
  /// Starts the program at `path` as the helper.
  private func start(_ path: String, _ architecture: Architecture = .i386) throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, helperPath: path)
    try withFixture("adder", architecture, configuration: configuration) { _ = $0 }
  }

  /// Starts a shell script as the helper.
  private func start(script: String, _ architecture: Architecture = .i386) throws {
    let file = try TemporaryFile(
      Data("#!/bin/sh\n\(script)\n".utf8), name: "helper", permissions: 0o755)
    try start(file.path, architecture)
  }

  /// A script that answers the greeting with this message.
  private func answer(_ welcome: WelcomeMessage) -> String {
    let bytes = welcome.envelope(version: 0, sequence: 1).encoded
    return "printf '\(bytes.map { "\\" + String($0, radix: 8) }.joined())' >&4; exec cat <&3"
  }

  @Test func `a helper that is not there is named`() {
    expect(.helperNotFound, "/nowhere/helper") { try start("/nowhere/helper") }
  }

  @Test func `a text is no helper`() throws {
    let file = try TemporaryFile(Data("hello\n".utf8), name: "helper")
    expect(.helperNotFound, file.path, "cannot be executed") { try start(file.path) }
  }

  @Test func `a text that is executable is no helper`() throws {
    let file = try TemporaryFile(Data("hello\n".utf8), name: "helper", permissions: 0o755)
    expect(.helperNotStarted) { try start(file.path) }
  }

  @Test func `a folder is no helper`() {
    expect(.helperNotStarted) { try start("/tmp") }
  }

  @Test func `a program that fails at once is told by its status`() {
    expect(.helperNotStarted, "/bin/false", "exit status 1") { try start("/bin/false") }
  }

  @Test func `a program that succeeds at once is told by its status`() {
    expect(.helperNotStarted, "/bin/true", "exit status 0") { try start("/bin/true") }
  }

  @Test func `another program is no helper`() {
    expect(.helperNotStarted, "exit status 1") { try start("/bin/cat") }
  }

  @Test func `a program that is killed at once is told by its signal`() {
    expect(.helperNotStarted, "signal 9") { try start(script: "kill -9 $$") }
  }

  @Test func `a program that repeats the greeting is no helper`() {
    expect(.helperIncompatible) { try start(script: "exec cat <&3 >&4") }
  }

  @Test func `a program that sends something else is no helper`() {
    expect(.helperIncompatible, "no protocol of ArchBridge") {
      try start(script: "echo 'HTTP/1.1 400 Bad Request, and some more' >&4; exec cat <&3")
    }
  }

  @Test func `a helper that sends half a greeting and ends is told so`() {
    expect(.helperNotStarted, "exit status 0") { try start(script: "printf ABRG >&4") }
  }

  @Test func `a helper that speaks other versions is told by both ranges`() {
    let welcome = WelcomeMessage(
      oldestVersion: 7, newestVersion: 9, version: 0, machine: 3, pointerByteCount: 4)
    expect(.helperIncompatible, "protocol 7 to 9", "1 to 1") {
      try start(script: answer(welcome))
    }
  }

  @Test func `a helper that chooses a version that was not offered is refused`() {
    let welcome = WelcomeMessage(
      oldestVersion: 1, newestVersion: 9, version: 9, machine: 3, pointerByteCount: 4)
    expect(.helperIncompatible, "protocol 1 to 9") { try start(script: answer(welcome)) }
  }

  @Test func `a helper whose pointers are of another width is refused`() {
    let welcome = WelcomeMessage(version: 1, machine: 3, pointerByteCount: 8)
    expect(.helperIncompatible, "another architecture") { try start(script: answer(welcome)) }
  }

  @Test(arguments: [(Architecture.i386, Architecture.x86_64), (.x86_64, .i386)])
  func `a helper of another architecture is told so`(
    _ wanted: Architecture, _ other: Architecture
  ) throws {
    let image = try #require(HelperImage.named(other.name))
    let file = try TemporaryFile(Data(image.bytes), name: "helper", permissions: 0o755)
    expect(.helperIncompatible, "another architecture", wanted.name) {
      try start(file.path, wanted)
    }
  }

  @Test(arguments: Architecture.all)
  func `a helper can be a file`(_ architecture: Architecture) throws {
    let image = try #require(HelperImage.named(architecture.name))
    let file = try TemporaryFile(Data(image.bytes), name: "helper", permissions: 0o755)
    let sum: Int = try withFixture(
      "adder", architecture, configuration: .init(helperPath: file.path)
    ) { try $0.add(1, 2) }
    #expect(sum == 3)
  }

  @Test func `the environment names a helper`() async {
    await #expect(processExitsWith: .success) {
      setenv("ARCHBRIDGE_HELPER_I386", "/nowhere/helper", 1)
      expect(.helperNotFound, "ARCHBRIDGE_HELPER_I386 names /nowhere/helper") {
        try withFixture("adder") { _ = $0 }
      }
    }
  }

  @Test func `the environment's helper is for its architecture alone`() async {
    await #expect(processExitsWith: .success) {
      setenv("ARCHBRIDGE_HELPER_I386", "/nowhere/helper", 1)
      let sum: Int = try withFixture("adder", .x86_64) { try $0.add(1, 2) }
      #expect(sum == 3)
    }
  }

  @Test func `the configuration's helper comes before the environment's`() async {
    await #expect(processExitsWith: .success) {
      setenv("ARCHBRIDGE_HELPER_I386", "/nowhere/helper", 1)
      expect(.helperNotStarted, "exit status 1") {
        try withFixture("adder", configuration: .init(helperPath: "/bin/false")) { _ = $0 }
      }
    }
  }

  @Test func `no helper is left behind by one that is refused`() async {
    await #expect(processExitsWith: .success) {
      let welcome = WelcomeMessage(version: 9, machine: 3, pointerByteCount: 4)
      let bytes = welcome.envelope(version: 0, sequence: 1).encoded
      let script =
        "#!/bin/sh\nprintf '\(bytes.map { "\\" + String($0, radix: 8) }.joined())' >&4\nread x <&3\n"
      let file = try TemporaryFile(Data(script.utf8), name: "helper", permissions: 0o755)
      _ = try? withFixture("adder", configuration: .init(helperPath: file.path)) { _ = $0 }
      // No child is left, not even one that has ended.
      #expect(waitpid(-1, nil, WNOHANG) == -1 && errno == ECHILD)
    }
  }
}
