import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import CArchBridgeShims
import Glibc
import TestSupport
import Testing

/// Reports that no helper of ours would leave.
@Suite(.timeLimit(.minutes(4)))
struct HostileReportTests {
  /// A report's pages as a test wants them.
  private struct Pages {
    var bytes = [UInt8](repeating: 0, count: Int(AB_REPORT_BYTES))

    init(_ change: (inout ab_report) -> Void = { _ in }) {
      var head = ab_report()
      head.mark = UInt32(AB_REPORT_MARK)
      head.signal = SIGSEGV
      head.code = 1
      head.machine = 3
      change(&head)
      withUnsafeBytes(of: head) { bytes.replaceSubrange(0..<$0.count, with: $0) }
    }

    mutating func write(_ text: String, at offset: Int32) {
      bytes.replaceSubrange(Int(offset)..<Int(offset) + text.utf8.count, with: Array(text.utf8))
    }

    var report: HelperReport? {
      HelperReport { offset, count in
        offset + count <= bytes.count ? [UInt8](bytes[offset..<offset + count]) : []
      }
    }
  }

  /// What a session makes of such a report: it must come to an end, and be bounded.
  @discardableResult
  private func crash(_ pages: Pages) throws -> CrashReport? {
    let channel = ReportingChannel(report: pages.report)
    let client = try LibraryClient("libx.so.1", configuration: .init(), channel: channel)
    let error = #expect(throws: BridgeError.self) { let _: Int = try client.call("f", 1) }
    let crash = try #require(error?.crash)
    #expect(crash.frames.count <= 64)
    #expect(crash.report.utf8.count < 200_000 && error?.description.isEmpty == false)
    return crash
  }

  @Test func `pages of zeros are no report`() throws {
    var pages = Pages()
    pages.bytes = [UInt8](repeating: 0, count: pages.bytes.count)
    #expect(pages.report == nil)
    #expect(try crash(pages)?.isOnMainThread == nil)
  }

  @Test func `pages that cannot be read are no report`() {
    #expect(HelperReport { _, _ in [] } == nil)
  }

  @Test func `random pages hurt nobody`() throws {
    var random = SeededGenerator(seed: 35)
    for round in 0..<24 {
      var pages = Pages()
      // As many as each piece has, from numbers that are not made one by one.
      let noise = (0..<64).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } }
      pages.bytes.replaceSubrange(4..<516, with: noise)
      for start in [AB_REPORT_KERNEL_OFFSET, AB_REPORT_MAPS_OFFSET, AB_REPORT_STACK_OFFSET] {
        pages.bytes.replaceSubrange(Int(start)..<Int(start) + 512, with: noise)
      }
      // Half of them have a machine that is known.
      if round % 2 == 0 {
        pages.bytes.replaceSubrange(24..<28, with: [round % 4 == 0 ? 3 : 62, 0, 0, 0])
      }
      try crash(pages)
    }
  }

  @Test func `counts without end are bounded`() throws {
    let pages = Pages { head in
      head.kernel_byte_count = .max
      head.maps_byte_count = .max
      head.stack_byte_count = .max
      head.stack_address = .max - 3
      head.kernel_address = .max
    }
    let report = try #require(pages.report)
    #expect(report.stack.bytes.count == Int(AB_REPORT_STACK_BYTES))
    #expect(report.maps.count == Int(AB_REPORT_MAPS_BYTES))
    #expect(report.kernel.bytes.count == Int(AB_REPORT_KERNEL_BYTES))
    try crash(pages)
  }

  @Test(arguments: [3, 62] as [UInt32])
  func `extreme addresses hurt nobody`(_ machine: UInt32) throws {
    for address: UInt64 in [0, 1, 3, 0xFFFF_FFFC, 0xFFFF_FFFF, .max - 7, .max] {
      for mapping in [
        "0-ffffffffffffffff r-xp 0 0:0 0 /x", "0-1 r-xp ffffffffffffffff 0:0 0 /proc/self/exe",
        "fffffffffffffffe-ffffffffffffffff r-xp fffffffffffffffe 0:0 0 [vdso]",
      ] {
        var pages = Pages { head in
          head.machine = machine
          withUnsafeMutableBytes(of: &head.registers) { registers in
            for index in 0..<17 {
              registers.storeBytes(of: address, toByteOffset: 8 * index, as: UInt64.self)
            }
          }
          head.stack_address = address
          head.stack_byte_count = 4_096
          head.fault_address = address
          head.maps_byte_count = UInt32(mapping.utf8.count)
          head.kernel_byte_count = 4_096
        }
        pages.write(mapping, at: Int32(AB_REPORT_MAPS_OFFSET))
        try crash(pages)
      }
    }
  }

  @Test func `files that are none, or not to be opened, hurt nobody`() throws {
    for path in [
      "/dev/zero", "/dev/tty", "/etc/passwd", "/", "/proc/self/mem", "\u{0}", "/nowhere (deleted)",
      "relative", String(repeating: "a", count: 9_000), "/dev/stdin", "[heap]",
      "/memfd:archbridge-helper (deleted)",
    ] {
      let line = "1000-2000 r-xp 00000000 00:00 1 \(path)\n"
      var pages = Pages { head in
        head.registers.8 = 0x1800
        head.maps_byte_count = UInt32(line.utf8.count)
      }
      pages.write(line, at: Int32(AB_REPORT_MAPS_OFFSET))
      let crash = try crash(pages)
      // The helper's own functions are left out.
      #expect(crash?.frames.count == (path.hasPrefix("/memfd:archbridge-helper") ? 0 : 1))
      #expect(crash?.frames.first?.symbol == nil)
    }
  }

  @Test func `a stack of frames that lead nowhere comes to an end`() throws {
    let line = "1000-2000 r-xp 00000000 00:00 1 /nowhere\n"
    var pages = Pages { head in
      head.registers.8 = 0x1800
      head.registers.4 = 0x8000
      head.registers.5 = 0x8000
      head.stack_address = 0x8000
      head.stack_byte_count = 65_536
      head.maps_byte_count = UInt32(line.utf8.count)
    }
    pages.write(line, at: Int32(AB_REPORT_MAPS_OFFSET))
    // Each frame points to itself, and to the next one in the second round.
    for step in [0, 8] {
      for index in 0..<1_024 {
        let place = Int(AB_REPORT_STACK_OFFSET) + 8 * index
        let next = UInt32(0x8000 + 8 * index + step)
        for (offset, value) in [(0, next), (4, 0x1900)] {
          withUnsafeBytes(of: value.littleEndian) {
            pages.bytes.replaceSubrange(place + offset..<place + offset + 4, with: $0)
          }
        }
      }
      let crash = try #require(try crash(pages))
      #expect(crash.frames.count == (step == 0 ? 2 : 64))
    }
  }

  /// A report that tells of guarded memory.
  private func pages(at address: UInt64, _ change: (inout ab_report_overrun) -> Void) -> Pages {
    var pages = Pages { $0.fault_address = address }
    var overrun = ab_report_overrun()
    overrun.mark = UInt32(AB_REPORT_OVERRUN_MARK)
    overrun.text = -1
    change(&overrun)
    let start = Int(AB_REPORT_OVERRUN_OFFSET)
    withUnsafeBytes(of: overrun) { pages.bytes.replaceSubrange(start..<start + $0.count, with: $0) }
    return pages
  }

  @Test func `guarded memory of any place and length is told`() throws {
    for (address, memory, byteCount, text) in [
      (0x2000, 0x1000, 0x1000, "was used right past its end"),
      (0, .max, .max, "was used 18446744073709551615 bytes before its beginning"),
      (.max, 0, 0, "was used 18446744073709551615 bytes past its end"),
      (.max, .max, .max, "was used at byte 0, when the call had returned"),
    ] as [(UInt64, UInt64, UInt64, String)] {
      let pages = pages(at: address) {
        $0.memory = memory
        $0.byte_count = byteCount
      }
      #expect(try crash(pages)?.overrun?.hasSuffix(text) == true)
    }
  }

  @Test func `guarded memory that cannot be is none`() throws {
    for change: (inout ab_report_overrun) -> Void in [
      { $0.mark = 1 }, { $0.argument = -1 }, { $0.argument = 128 }, { $0.text = 256 },
      { $0.text = .min }, { $0.argument = .max },
    ] {
      #expect(try crash(pages(at: 0x2000, change))?.overrun == nil)
    }
  }

  @Test func `names that are none, and counts without end, are repaired`() throws {
    let pages = pages(at: 0x2000) { overrun in
      overrun.function_byte_count = .max
      overrun.is_returned = .max
      overrun.access = .max
      withUnsafeMutableBytes(of: &overrun.function) { name in
        for index in name.indices { name[index] = UInt8(index * 7 % 256) }
      }
    }
    let text = try #require(try crash(pages)?.overrun)
    #expect(text.contains("of an earlier call of ") && text.utf8.count < 600)
    #expect(!text.unicodeScalars.contains { $0.value < 32 })
  }

  @Test func `text that is none is repaired`() throws {
    let line = "1000-2000 r-xp 00000000 00:00 1 /x\u{1B}[31m\u{7}\n"
    var pages = Pages { head in
      head.registers.8 = 0x1800
      head.maps_byte_count = UInt32(line.utf8.count) + 1
    }
    pages.write(line, at: Int32(AB_REPORT_MAPS_OFFSET))
    let text = try #require(try crash(pages)).report
    #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }
}

/// A channel whose helper ends at the first call, and leaves a report.
private final class ReportingChannel: Channel {
  private let scripted = ScriptedChannel { _ in [] }
  private let left: HelperReport?

  init(report: HelperReport?) { left = report }

  var processID: Int32 { 0 }
  func report() -> HelperReport? { left }

  func send(
    _ envelope: Envelope, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) {
    guard envelope.kind == .hello || envelope.kind == .load else {
      throw .ended(.signalled(SIGSEGV))
    }
    try scripted.send(envelope, deadline: deadline)
  }

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    try scripted.receive(on: lane, bodyLimit: bodyLimit(), deadline: deadline)
  }

  func close(grace: Duration) -> HelperExitStatus { scripted.close(grace: grace) }
}
