import ArchBridge
import ArchBridgeHelper
import Foundation
import Testing

@Suite struct HelperTests {
  @Test(arguments: Architecture.all)
  func `a program carries an executable for each architecture`(
    _ architecture: Architecture
  ) throws {
    let elfClass: UInt8 = architecture.elfBitCount == 32 ? 1 : 2
    let bytes = try #require(HelperImage.named(architecture.name)).bytes
    #expect(bytes[0..<5] == [0x7F, 0x45, 0x4C, 0x46, elfClass])
    #expect(UInt16(bytes[18]) | UInt16(bytes[19]) << 8 == architecture.elfMachine)
  }

  @Test(arguments: Architecture.all)
  func `a helper is under 300 kB`(_ architecture: Architecture) throws {
    let bytes = try #require(HelperImage.named(architecture.name)).bytes
    #expect(bytes.count < 300_000)
  }

  @Test func `a helper has under 3 MB in memory`() throws {
    try withLibrary("libm.so.6") { libm in
      let _: Double = try libm.cos(1.0)
      let status = try String(
        contentsOfFile: "/proc/\(libm.helperProcessID)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
      let kilobytes = try #require(Int(line.filter(\.isNumber)))
      #expect(kilobytes < 3_000)
    }
  }

  @Test func `no architecture but these has a helper`() {
    #expect(HelperImage.named("vax") == nil)
  }
}
