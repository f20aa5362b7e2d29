// The helper's program; only the helper's own build compiles it.
internal import ArchBridgeServer
internal import ArchBridgeWire
internal import CArchBridgeShims

/// `archbridge-helper CONTROLLER`: serves until the controller closes its end or dies.
@c(main)
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  guard count == 2, ab_helper_prepare(arguments[1]) == 0 else {
    return Int32(AB_EXIT_ORPHANED)
  }
  let channel = ChannelServer(
    LibraryServer(machine: ab_elf_machine()),
    main: .init(requests: Int32(AB_REQUEST_DESCRIPTOR), replies: Int32(AB_REPLY_DESCRIPTOR)),
    side: .init(
      requests: Int32(AB_SIDE_REQUEST_DESCRIPTOR), replies: Int32(AB_SIDE_REPLY_DESCRIPTOR)),
    sharedFile: Int32(AB_SHARED_DESCRIPTOR))
  do throws(EnvelopeError) {
    try channel.run()
    return 0
  } catch {
    return Int32(AB_EXIT_CHANNEL_LOST)
  }
}
