import ArchBridge
import Dispatch
import Foundation
import Testing

private struct Interruption: Error, Equatable {}

@Suite(.fixtures, .timeLimit(.minutes(4)))
struct SessionTests {
  @Test(arguments: Architecture.all)
  func `a scope gives back what its body returns`(_ architecture: Architecture) throws {
    let sum: Int = try withFixture("adder", architecture) { try $0.add(1, 2) }
    #expect(sum == 3)
  }

  @Test(arguments: Architecture.all)
  func `the helper runs while its scope does`(_ architecture: Architecture) throws {
    let isThere = try withFixture("adder", architecture) { processExists($0.helperProcessID) }
    #expect(isThere)
  }

  @Test(arguments: Architecture.all)
  func `the helper is gone after its scope`(_ architecture: Architecture) throws {
    let helper = try withFixture("adder", architecture) { $0.helperProcessID }
    #expect(!processExists(helper))
  }

  @Test func `the body's error comes out of the scope`() throws {
    #expect(throws: Interruption()) {
      try withFixture("adder") { _ in throw Interruption() }
    }
  }

  @Test func `the helper is gone after an error in its scope`() throws {
    var helper: Int32 = 0
    try? withFixture("adder") { lib in
      helper = lib.helperProcessID
      throw Interruption()
    }
    #expect(helper != 0 && !processExists(helper))
  }

  @Test(arguments: Architecture.all)
  func `the helper is gone after an asynchronous scope`(_ architecture: Architecture) async throws {
    let helper = try await withFixture("adder", architecture) { lib in
      let sum: Int = try await lib.add(1, 2)
      #expect(sum == 3)
      return lib.helperProcessID
    }
    #expect(!processExists(helper))
  }

  @Test func `the helper is gone after an error in an asynchronous scope`() async throws {
    var helper: Int32 = 0
    do {
      try await withFixture("adder") { lib in
        await Task.yield()
        helper = lib.helperProcessID
        throw Interruption()
      }
    } catch is Interruption {}
    #expect(helper != 0 && !processExists(helper))
  }

  @Test func `an asynchronous scope throws what making the client throws`() async throws {
    let error = await #expect(throws: BridgeError.self) {
      try await withLibrary("/nowhere/libnothing.so") { lib in
        let _: Int = try await lib.add(1, 2)
      }
    }
    #expect(error?.code == .libraryNotFound)
  }

  @Test func `closing ends the helper`() throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    lib.close()
    #expect(!processExists(lib.helperProcessID))
  }

  @Test func `closing again does nothing`() throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    lib.close()
    lib.close()
    #expect(!processExists(lib.helperProcessID))
  }

  @Test func `a closed session says so`() throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    lib.close()
    expect(.sessionClosed, "closed") { let _: Int = try lib.add(1, 2) }
  }

  @Test func `a closed session's memory says so`() throws {
    let lib = try LibraryClient(Fixture.path("adder", .i386))
    lib.close()
    expect(.sessionClosed) { _ = try lib.memory.read(.null, byteCount: 1) }
  }

  @Test func `the helper ends with its client`() throws {
    var helper: Int32 = 0
    do {
      let lib = try LibraryClient(Fixture.path("adder", .i386))
      helper = lib.helperProcessID
    }
    #expect(helper != 0 && !processExists(helper))
  }

  @Test func `a function keeps its helper`() throws {
    var add: LibraryFunction?
    do { add = try LibraryClient(Fixture.path("adder", .i386)).add }
    let sum: Int? = try add?(1, 2)
    #expect(sum == 3)
  }

  @Test(arguments: Architecture.all)
  func `the library's clean-up runs when its scope ends`(_ architecture: Architecture) throws {
    let capture = OutputCapture()
    try withFixture("cleanup", architecture, configuration: .init(output: capture.destination)) {
      _ = $0
    }
    #expect(capture.output == "cleaned up\n")
  }

  @Test func `clean-up that hangs is cut short`() throws {
    let capture = OutputCapture()
    let configuration = LibraryClient.Configuration(
      output: capture.destination, closeTimeout: .milliseconds(20))
    let helper = try withFixture("cleanup", configuration: configuration) { lib in
      try lib.call("hang_at_end", as: Void.self)
      return lib.helperProcessID
    }
    #expect(!processExists(helper))
  }

  @Test func `closing cuts a call short that another thread makes`() throws {
    let capture = OutputCapture()
    let lib = try LibraryClient(
      Fixture.path("sleeper", .i386), configuration: .init(output: capture.destination))
    DispatchQueue.global().async {
      capture.wait(for: "asleep")
      lib.close()
    }
    expect(.sessionClosed) { let _: Int = try lib.sleep_forever() }
  }

  @Test func `a call that takes longer than its limit ends the helper`() throws {
    let configuration = LibraryClient.Configuration(
      output: OutputCapture().destination, timeout: .milliseconds(50))
    try withFixture("sleeper", configuration: configuration) { lib in
      expect(.timedOut, "sleep_forever", "0.05 seconds") { let _: Int = try lib.sleep_forever() }
      #expect(!processExists(lib.helperProcessID))
    }
  }

  @Test func `a call within its limit is not disturbed`() throws {
    let configuration = LibraryClient.Configuration(timeout: .seconds(30))
    let slept: Int = try withFixture("sleeper", configuration: configuration) {
      try $0.sleep_milliseconds(1)
    }
    #expect(slept == 1)
  }
}
