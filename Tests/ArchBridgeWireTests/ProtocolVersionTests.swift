import ArchBridgeWire
import Testing

@Suite struct ProtocolVersionTests {
  @Test(arguments: [(1, 1), (0, 1), (1, 9), (0, .max)] as [(UInt16, UInt16)])
  func `agrees where the ranges meet`(_ oldest: UInt16, newest: UInt16) {
    #expect(ProtocolVersion.agreed(oldest: oldest, newest: newest) == 1)
  }

  @Test(arguments: [(2, 2), (2, .max), (0, 0), (.max, .max)] as [(UInt16, UInt16)])
  func `does not agree where they do not`(_ oldest: UInt16, newest: UInt16) {
    #expect(ProtocolVersion.agreed(oldest: oldest, newest: newest) == nil)
  }

  @Test(arguments: [(2, 1), (1, 0), (.max, 0)] as [(UInt16, UInt16)])
  func `does not agree on a range that is upside down`(_ oldest: UInt16, newest: UInt16) {
    #expect(ProtocolVersion.agreed(oldest: oldest, newest: newest) == nil)
  }
}
