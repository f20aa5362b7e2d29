import ArchBridge
import ArchBridgeTransport
import ArchBridgeWire
import CArchBridgeShims
import Glibc
import Synchronization

/// A helper that ends at the first call, and leaves a report.
private final class ReportChannel: Channel {
  private let left: HelperReport?
  private let waiting = Mutex<[Envelope]>([])

  init(_ report: HelperReport?) { left = report }

  var processID: Int32 { 0 }
  func report() -> HelperReport? { left }

  func send(_ envelope: Envelope, deadline: ContinuousClock.Instant?) throws(ChannelError) {
    let reply: Envelope
    switch envelope.kind {
    case .hello:
      reply = WelcomeMessage(version: 1, machine: 3, pointerByteCount: 4)
        .envelope(version: 0, sequence: envelope.sequence)
    case .load:
      reply = LoadedMessage(library: 1, path: Array("/nowhere".utf8))
        .envelope(version: 1, sequence: envelope.sequence)
    default: throw .ended(left?.signal.map { .signalled($0) } ?? .exited(3))
    }
    waiting.withLock { $0.append(reply) }
  }

  func receive(
    on lane: ChannelLane, bodyLimit: @autoclosure () -> Int, deadline: ContinuousClock.Instant?
  ) throws(ChannelError) -> Envelope {
    guard lane == .main else { throw .closed }
    let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    guard let next else { throw .closed }
    return next
  }

  func close(grace: Duration) -> HelperExitStatus { .exited(0) }
}

extension FuzzTarget {
  /// The pages of a crash report: 208 bytes of its head, 512 of its memory's lines, 2048 of its
  /// stack, then the kernel's code.
  ///
  /// A path would open any file: in the lines a `@` and the character behind it stand for one of a
  /// few, and there is no other.
  static let reports = FuzzTarget(name: "reports") { bytes in
    guard bytes.count > 208 + 512 + 2_048 else { return }
    let lines = mapped([UInt8](bytes[208..<720]))
    let pieces: [(Int, ArraySlice<UInt8>)] = [
      (0, bytes[..<208]), (Int(AB_REPORT_MAPS_OFFSET), lines[...]),
      (Int(AB_REPORT_STACK_OFFSET), bytes[720..<2_768]),
      (Int(AB_REPORT_KERNEL_OFFSET), bytes[2_768...]),
    ]
    let report = HelperReport { offset, count in
      require(offset >= 0 && count >= 0, "\(count) bytes at \(offset)")
      require(offset + count <= Int(AB_REPORT_BYTES), "\(count) bytes at \(offset)")
      guard let piece = pieces.first(where: { $0.0 == offset }) else { return [] }
      // Behind what is said there are zeros, of which few are needed.
      let said = [UInt8](piece.1.prefix(count))
      return said + [UInt8](repeating: 0, count: min(count - said.count, 65_536))
    }
    do {
      let client = try LibraryClient(
        "libx.so.1", configuration: .init(), channel: ReportChannel(report))
      defer { client.close() }
      let _: Int32 = try client.call("f", 1)
    } catch let error as BridgeError {
      guard let crash = error.crash else { return }
      require(crash.frames.count <= 64, "\(crash.frames.count) frames")
      require(crash.report.utf8.count < 200_000, "a report of \(crash.report.utf8.count) bytes")
      require(!error.description.isEmpty, "an error without text")
    } catch {
      fatalError("another error: \(error)")
    }
  }

  private static let files: [[UInt8]] = {
    let folder = getcwd(nil, 0).map { String(cString: $0) } ?? ""
    return [
      "\(folder)/.build/fixtures/i386/libcrashes.so", "\(folder)/.build/fixtures/i386/libdeaths.so",
      "\(folder)/.build/fixtures/x86_64/libcrashes.so", "[vdso]", "/memfd:archbridge-helper",
      "\(folder)/.build/fixtures/i386/empty.so", "/nowhere", "\(folder)",
    ].map { [UInt8]($0.utf8) }
  }()

  private static func mapped(_ lines: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = lines.prefix { $0 != 0 }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "@"): result += files[Int(rest.popFirst() ?? 0) % files.count]
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "!"))
      default: result.append(byte)
      }
    }
    return result
  }
}
