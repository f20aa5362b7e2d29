internal import Dispatch

extension DispatchQueue {
  /// Where limits pass: a queue of their own, as the program may have blocked every thread of the
  /// global one with calls that wait for these very limits.
  static let limits = DispatchQueue(label: "ArchBridge.limits", qos: .userInitiated)
}
