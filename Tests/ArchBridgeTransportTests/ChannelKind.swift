import ArchBridgeHelper
import ArchBridgeTesting
import ArchBridgeTransport
import CArchBridgeShims
import Foundation
import Testing

/// Every way in which a controller reaches a server.
enum ChannelKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case i386Helper = "i386, pipes"
  case x86_64Helper = "x86_64, pipes"
  case i386Shared = "i386, shared memory"
  case x86_64Shared = "x86_64, shared memory"
  case inProcess = "in process"
  case i386Late = "i386, pipes, late"
  case i386SharedLate = "i386, shared memory, late"
  case inProcessLate = "in process, late"

  var testDescription: String { rawValue }

  /// The kinds that this machine must have: where CI is, a missing loader is a failure.
  static var wanted: [ChannelKind] {
    let isThere = FileManager.default.isExecutableFile(atPath: "/lib/ld-linux.so.2")
    let isCI = ProcessInfo.processInfo.environment["CI"] == "true"
    return isThere || isCI
      ? allCases : allCases.filter { !$0.rawValue.hasPrefix("i386") }
  }

  /// Those with a process of their own.
  static var helpers: [ChannelKind] { wanted.filter { !$0.isInProcess } }

  /// Those in which nothing goes wrong.
  static var sound: [ChannelKind] { wanted.filter { !$0.isLate } }

  var isInProcess: Bool { self == .inProcess || self == .inProcessLate }

  /// Whether some envelopes come late, which nobody may notice.
  var isLate: Bool { [.i386Late, .i386SharedLate, .inProcessLate].contains(self) }

  var isPiped: Bool { [.i386Helper, .x86_64Helper, .i386Late].contains(self) }

  /// Starts what is at the other end.
  func open() throws -> any Channel {
    let channel: any Channel =
      if isInProcess {
        InProcessChannel(machine: 62)
      } else if isPiped {
        try PipeChannel(launch())
      } else {
        try SharedMemoryChannel(launch())
      }
    guard isLate else { return channel }
    return FaultyChannel(
      channel,
      ChannelFaults(
        seed: 5, probability: 0.3, faults: [.delay], leadingCount: 0,
        longestDelay: .milliseconds(2)))
  }

  /// How this architecture's helper is started.
  func launch() throws -> HelperLaunch {
    let architecture = rawValue.prefix { $0 != "," }
    return HelperLaunch(
      program: .image(try #require(Self.images[String(architecture)])), environment: [],
      standardOutput: nil, standardError: nil)
  }

  /// One file in memory for each architecture.
  private static let images: [String: Int32] = {
    var images: [String: Int32] = [:]
    for name in ["i386", "x86_64"] {
      guard let bytes = HelperImage.named(name)?.bytes else { continue }
      let descriptor = ab_make_sealed_file("helper", bytes, bytes.count)
      if descriptor >= 0 { images[name] = descriptor }
    }
    return images
  }()
}
