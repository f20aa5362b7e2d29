// The helper's program; only the helper's own build compiles it.
public import ArchBridgeServer
public import ArchBridgeWire
public import CArchBridgeShims

/// `archbridge-helper CONTROLLER`: serves until the controller closes its end or dies.
@c(main)
public func main(
  _ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  guard count == 2, ab_helper_prepare(arguments[1]) == 0 else {
    return Int32(AB_EXIT_ORPHANED)
  }
  ab_report_at_end(Int32(AB_SHARED_DESCRIPTOR))
  // Whatever ends the process otherwise is the library.
  defer { ab_report_nothing() }
  let isTemplate = ab_template_prepare() != 0
  let server = RequestServer(machine: ab_elf_machine())
  server.ownsProcess = true
  server.makeServer = OwnServer.make
  do throws(EnvelopeError) {
    try serve(server, sharesFile: ab_report_file_is_shared(Int32(AB_SHARED_DESCRIPTOR)) != 0)
    guard isTemplate else { return 0 }
    // A helper that is forked has loaded the library, and begins a session of its own.
    switch Int(ab_template_serve()) {
    case AB_TEMPLATE_FORKED: try serve(server, sharesFile: false)
    case AB_TEMPLATE_FORKED_SHARING: try serve(server, sharesFile: true)
    default: break
    }
    return 0
  } catch {
    return Int32(AB_EXIT_CHANNEL_LOST)
  }
}

/// Answers the requests of one session.
private func serve(_ server: RequestServer, sharesFile: Bool) throws(EnvelopeError) {
  let channel = ChannelServer(
    server,
    main: .init(requests: Int32(AB_REQUEST_DESCRIPTOR), replies: Int32(AB_REPLY_DESCRIPTOR)),
    side: .init(
      requests: Int32(AB_SIDE_REQUEST_DESCRIPTOR), replies: Int32(AB_SIDE_REPLY_DESCRIPTOR)),
    sharedFile: sharesFile ? Int32(AB_SHARED_DESCRIPTOR) : nil)
  try channel.run()
}
