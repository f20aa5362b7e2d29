public import ArchBridgeWire

/// The way from a server back to its controller, for a library's thread that calls back.
///
/// It is asked with the server's lock held, and lets it go while it waits.
public protocol ControllerPort: AnyObject {
  /// Sends an envelope from the helper's thread that it names, and waits for the next one that is
  /// for that thread.
  ///
  /// - Throws: that the way is lost; nothing can be sent any more then.
  func exchange(_ envelope: Envelope) throws(EnvelopeError) -> Envelope

  /// Waits for the next envelope that is for the main thread, which has sent one itself.
  ///
  /// - Throws: as `exchange(_:)`.
  func receive() throws(EnvelopeError) -> Envelope

  /// Has a thread stand by for the controller's calls beside the one that is under way, if none does;
  /// says whether one does.
  func standBy() -> Bool
}
