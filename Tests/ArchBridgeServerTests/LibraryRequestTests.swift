import ArchBridgeServer
import ArchBridgeWire
import Testing

/// Loading libraries, and looking symbols up.
@Suite struct LibraryRequestTests {
  private let session: ServerSession

  init() throws { session = try ServerSession() }

  private func load(_ name: [UInt8]) -> FailureMessage? {
    let message = LoadMessage(name: name, flags: [])
    return Refusal(session.server.reply(to: session.envelope(for: message))).failure
  }

  @Test func `libraries are numbered from 1`() throws {
    #expect(try [session.load("libc.so.6").library, session.load("libm.so.6").library] == [1, 2])
  }

  @Test func `a library that is loaded keeps its number`() throws {
    try session.load("libc.so.6")
    try session.load("libm.so.6")
    #expect(try session.load("libc.so.6").library == 1)
  }

  @Test func `the path is the loader's`() throws {
    let path = String(decoding: try session.load("libm.so.6").path, as: UTF8.self)
    #expect(path.hasPrefix("/") && path.hasSuffix("/libm.so.6"))
  }

  @Test(arguments: [[], [.now], [.now, .global], [.deepBind], [.noDelete]] as [WireLoadFlags])
  func `a library loads with any flags`(_ flags: WireLoadFlags) throws {
    let message = LoadMessage(name: Array("libm.so.6".utf8), flags: flags)
    #expect(try session.reply(to: message, as: LoadedMessage.self).library == 1)
  }

  @Test func `a library that is not there is refused in the loader's words`() throws {
    let failure = load(Array("libnowhere.so.9".utf8))
    #expect(failure?.code == .libraryNotLoaded)
    let text = String(decoding: try #require(failure).text, as: UTF8.self)
    #expect(text.contains("libnowhere.so.9"))
  }

  @Test(arguments: [[], [0], Array("libm.so.6\0x".utf8)] as [[UInt8]])
  func `a name that C cannot take is refused`(_ name: [UInt8]) {
    #expect(load(name)?.code == .libraryNotLoaded)
  }

  @Test func `a name that is longer than any path is refused`() {
    #expect(load([UInt8](repeating: UInt8(ascii: "a"), count: 100_000))?.code == .libraryNotLoaded)
  }

  @Test func `a name that is not UTF-8 is refused by the loader`() {
    #expect(load([0x2F, 0xFF, 0xFE])?.code == .libraryNotLoaded)
  }

  @Test func `a symbol has an address`() throws {
    try session.load("libc.so.6")
    #expect(try session.address(of: "abs") != 0)
  }

  @Test func `a symbol is found in the library that has it`() throws {
    try session.load("libm.so.6")
    let message = ResolveMessage(library: 1, name: "cos")
    #expect(
      try session.reply(to: message, as: ResolvedMessage.self).address
        == session.address(of: "cos"))
  }

  @Test(arguments: ["", "no_such_symbol", "abs\0", "abs\0tail"])
  func `a symbol that no library has is refused`(_ name: String) throws {
    try session.load("libc.so.6")
    #expect(session.failure(of: ResolveMessage(library: 0, name: name)) == .symbolNotFound)
  }

  @Test func `without libraries no symbol is found`() {
    #expect(session.failure(of: ResolveMessage(library: 0, name: "abs")) == .symbolNotFound)
  }

  @Test(arguments: [2, UInt32(Int32.max), .max] as [UInt32])
  func `a library that has no such number is refused`(_ number: UInt32) throws {
    try session.load("libc.so.6")
    #expect(session.failure(of: ResolveMessage(library: number, name: "abs")) == .noSuchLibrary)
  }
}
