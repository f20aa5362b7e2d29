import ArchBridge
import Foundation
import Synchronization

/// How long a call may take on a machine that does much else.
private let slack = Duration.seconds(20)

/// Rounds that 8 threads share.
func shared(_ count: Int, _ body: @Sendable (Int) -> Void) {
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: 8) { _ in
    while case let round = next.add(1, ordering: .relaxed).oldValue, round < count { body(round) }
  }
}

/// Helpers that are killed at any moment of calls of every form.
let killSoak = Soak(name: "helpers killed amid calls") { plan, findings in
  let count = 2_400 / plan.scale
  let early = Atomic(0)
  shared(count) { _ in
    do {
      let client = try LibraryClient("libc.so.6")
      let process = client.helperProcessID
      let killed = DispatchSemaphore(value: 0)
      let delay = UInt32.random(in: 0...4_000)
      Thread.detachNewThread {
        usleep(delay)
        kill(process, SIGKILL)
        killed.signal()
      }
      var calls = Calls(lib: client, findings: findings)
      // Nothing else ends the helper: the number is still its own when it is killed.
      let error = calls.run(atMost: .max, within: slack)
      killed.wait()
      client.close()
      guard let error else { return findings.add("answer: a dead helper answers") }
      if error.code != .helperEnded || error.exitStatus != .signalled(SIGKILL) {
        findings.add("error: \(error)")
      }
    } catch {
      early.add(1, ordering: .relaxed)
      findings.add("start: \(error)")
    }
  }
  plan.spoil("answer") { findings.add("answer: a wrong one, on purpose") }
  plan.spoil("time") {
    if let client = try? LibraryClient("libc.so.6") {
      var calls = Calls(lib: client, findings: findings)
      _ = calls.run(atMost: 1, within: .zero)
      client.close()
    }
  }
  return count
}

/// A library that writes into the memory that is shared, in every way there is.
let scribbleSoak = Soak(name: "shared memory scribbled into") { plan, findings in
  let count = 3_000 / plan.scale
  shared(count) { round in
    var configuration = LibraryClient.Configuration(timeout: .milliseconds(100))
    configuration.output = .handler { _ in }
    do {
      let client = try LibraryClient(plan.library("scribbler"), configuration: configuration)
      defer { client.close() }
      let found: Int32 = try client.scribbler_find()
      if found != 0 { findings.add("start: nothing to scribble into") }
      let _: Int32 = try client.scribbler_begin(
        Int32(round % 11), UInt32(round), UInt32([0, 500, 5_000, 50_000][round / 11 % 4]))
      // What its numbers are is not promised: only that there is an end.
      var calls = Calls(lib: client, findings: Findings())
      let start = ContinuousClock.now
      _ = calls.run(atMost: 40, within: slack)
      let taken = ContinuousClock.now - start
      if taken > slack { findings.add("time: round \(round) took \(taken)") }
    } catch let error as BridgeError {
      _ = error
    } catch {
      findings.add("error: \(error)")
    }
  }
  return count
}

/// Sessions one after another.
let sessionSoak = Soak(name: "sessions opened and closed") { plan, findings in
  let count = 10_000 / plan.scale
  for _ in 0..<count {
    do {
      try withLibrary("libc.so.6") { lib in
        let result: Int32 = try lib.abs(-7)
        if result != 7 { findings.add("answer: \(result)") }
      }
    } catch {
      findings.add("error: \(error)")
    }
  }
  return count
}

/// What a library prints, in MB.
let outputSoak = Soak(name: "MB of output drained") { plan, findings in
  let megabytes = max(128 / plan.scale, 1)
  let seen = Atomic(0)
  var configuration = LibraryClient.Configuration()
  configuration.output = .handler { chunk in seen.add(chunk.bytes.count, ordering: .relaxed) }
  do {
    try withLibrary(plan.library("printer"), configuration: configuration) { lib in
      for _ in 0..<megabytes {
        let written: Int32 = try lib.flood(1, 1_000_000)
        if written != 1_000_000 { findings.add("output: \(written) bytes written") }
      }
    }
  } catch {
    findings.add("error: \(error)")
  }
  plan.spoil("output") { seen.subtract(1, ordering: .relaxed) }
  let count = seen.load(ordering: .relaxed)
  if count != megabytes * 1_000_000 { findings.add("output: \(count) bytes came") }
  return megabytes
}
