import ArchBridgeTransport
import ArchBridgeWire
import Dispatch
import Foundation
import Glibc
import SystemPackage
import Testing

/// Helpers that end, hang, or never were any.
@Suite(.timeLimit(.minutes(2)))
struct HelperEndTests {
  private func receive(_ channel: any Channel) throws(ChannelError) -> Envelope {
    try channel.receive(bodyLimit: 65_536, deadline: nil)
  }

  /// An envelope that no pipe holds whole.
  private var large: Envelope {
    Envelope(kind: .load, version: 1, sequence: 1, body: Array(repeating: 0, count: 4_000_000))
  }

  private let header = #"ABRG\001\000\002\000\001\000\000\000\000\000\000\000"#

  @Test(arguments: ChannelKind.helpers)
  func `a helper that is killed has ended`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    kill(channel.processID, SIGKILL)
    #expect(throws: ChannelError.ended(.signalled(SIGKILL))) { try receive(channel) }
  }

  @Test(arguments: ChannelKind.helpers)
  func `a helper that is killed ends whoever waits`(_ kind: ChannelKind) throws {
    let channel = try kind.open()
    let receiver = Receiver(channel)
    kill(channel.processID, SIGKILL)
    #expect(receiver.error == .ended(.signalled(SIGKILL)))
  }

  @Test(arguments: ChannelKind.helpers)
  func `a library that ends its process has ended the helper`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    try conversation.send(Conversation.call("_exit", [Conversation.integer(.int32, 42)], .void))
    #expect(throws: ChannelError.ended(.exited(42))) { try receive(conversation.channel) }
  }

  @Test(arguments: ChannelKind.helpers)
  func `a library that crashes has ended the helper`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    try conversation.send(Conversation.call("abort", [], .void))
    #expect(throws: ChannelError.ended(.signalled(SIGABRT))) { try receive(conversation.channel) }
  }

  @Test(arguments: ChannelKind.helpers)
  func `closing cuts a call short`(_ kind: ChannelKind) throws {
    var conversation = try Conversation.withLibrary(kind)
    try conversation.send(Conversation.call("sleep", [Conversation.integer(.uint32, 3_600)]))
    #expect(conversation.channel.close(grace: .seconds(3_600)) == .signalled(SIGKILL))
  }

  @Test(arguments: ChannelKind.helpers)
  func `nothing refers to a helper that is gone`(_ kind: ChannelKind) throws {
    var channel: (any Channel)? = try kind.open()
    let processID = try #require(channel?.processID)
    channel = nil
    #expect(kill(processID, 0) == -1)
  }

  @Test func `a program that speaks something else is found out`() throws {
    let channel = try ScriptedHelper.open("echo 'Welcome to the licence server' >&4; read x <&3")
    #expect(throws: ChannelError.notAnEnvelope(.notAnEnvelope)) { try receive(channel) }
  }

  @Test func `a header that claims too much is found out`() throws {
    let channel = try ScriptedHelper.open(
      #"printf '\#(header)\377\377\377\377\000\000\000\000' >&4; read x <&3"#)
    #expect(
      throws: ChannelError.notAnEnvelope(.tooLarge(byteCount: .max, limit: 65_536))
    ) { try receive(channel) }
  }

  @Test(
    arguments: [
      "", "ABRG",
      #"ABRG\001\000\002\000\001\000\000\000\000\000\000\000\010\000\000\000\000\000\000\000A"#,
    ])
  func `half an envelope is an end`(_ half: String) throws {
    let channel = try ScriptedHelper.open("printf '\(half)' >&4; exit 3")
    #expect(throws: ChannelError.ended(.exited(3))) { try receive(channel) }
  }

  @Test func `what a helper sent before its end is received`() throws {
    let channel = try ScriptedHelper.open(
      #"printf '\#(header)\001\000\000\000\000\000\000\000\200' >&4; exit 3"#)
    #expect(try receive(channel).body == [0x80])
  }

  @Test func `a helper that closes its replies and lives on is ended`() throws {
    let channel = try ScriptedHelper.open("exec 4>&-; exec cat <&3")
    #expect(throws: ChannelError.hungUp(.signalled(SIGKILL))) { try receive(channel) }
  }

  @Test func `a process that the helper left does not hide its end`() throws {
    // The child has both descriptors until the controller gives up its own.
    let channel = try ScriptedHelper.open("cat <&3 >/dev/null & exit 5")
    #expect(throws: ChannelError.ended(.exited(5))) { try receive(channel) }
  }

  @Test func `writing to a helper that has ended raises no signal`() throws {
    let channel = try ScriptedHelper.open("exit 6")
    _ = try? receive(channel)
    #expect(throws: ChannelError.ended(.exited(6))) { try channel.send(large) }
  }

  @Test func `sending to a helper that does not listen ends at the deadline`() throws {
    let channel = try ScriptedHelper.open("kill -STOP $$")
    #expect(throws: ChannelError.timedOut) {
      try channel.send(large, deadline: .now + .milliseconds(1))
    }
  }

  @Test func `closing ends whoever sends`() throws {
    let channel = try ScriptedHelper.open("kill -STOP $$")
    let sender = WorkerThread()
    let result = Outcome()
    let envelope = large
    sender.async {
      result.set(Result { () throws(ChannelError) in try channel.send(envelope) })
    }
    channel.close(grace: .zero)
    #expect(result.error?.isEnd == true)
  }

  @Test func `a helper that does not end is killed after its grace`() throws {
    let channel = try ScriptedHelper.open("kill -STOP $$")
    #expect(channel.close(grace: .milliseconds(1)) == .signalled(SIGKILL))
  }

  @Test func `a program that is not there cannot be started`() {
    let launch = HelperLaunch(program: .file("/nowhere/helper"), environment: [])
    #expect(throws: ChannelError.cannotStart(.noSuchFileOrDirectory)) { try PipeChannel(launch) }
  }

  @Test func `a file that is no program cannot be started`() {
    let launch = HelperLaunch(program: .file("/etc/passwd"), environment: [])
    #expect(throws: ChannelError.cannotStart(.permissionDenied)) { try PipeChannel(launch) }
  }

  @Test func `a program that somebody writes is started once that is over`() throws {
    let busy = try BusyProgram()
    #expect(throws: ChannelError.cannotStart(.textFileBusy)) { try PipeChannel(busy.launch) }
    // The thread that finishes may get no processor in the time that a start waits.
    for attempt in 1...20 {
      let busy = try BusyProgram()
      Thread.detachNewThread {
        usleep(20_000)
        busy.finish()
      }
      do throws(ChannelError) {
        let channel = try PipeChannel(busy.launch)
        #expect(throws: ChannelError.ended(.exited(3))) { try receive(channel) }
        return
      } catch {
        try #require(error == .cannotStart(.textFileBusy) && attempt < 20)
      }
    }
  }

  @Test func `a working directory that is not there cannot be started in`() throws {
    var launch = try ChannelKind.x86_64Helper.launch()
    launch.workingDirectory = "/nowhere"
    #expect(throws: ChannelError.cannotStart(.noSuchFileOrDirectory)) { try PipeChannel(launch) }
  }
}
